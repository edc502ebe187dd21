"""Kinds of characters that several packages need: line ends, white space, invisible characters."""

from __future__ import annotations

import re
from typing import Final

LINE_END: Final = re.compile(r"\r\n|\n|\r")
"""The end of a line in JSON, YAML 1.2 and CommonMark: LF, CRLF or CR."""

SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
"""An unpaired half of a UTF-16 surrogate pair, which is not a character."""

SPACE: Final = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
"""White space within a line. Unlike `str.isspace`, this excludes U+0085 and U+2028."""

INVISIBLE: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Joiners and direction marks, which have no width: a line that contains only these is blank."""

SOFT_HYPHEN: Final = "\u00ad"
"""A possible break in a word; invisible unless the word is broken there."""

_ASCII: Final = bytes(range(128))


def beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII, in order.

    Example:
        >>> beyond_ascii("Türkiye’s vote")
        'ü’'
    """
    return text.encode(errors="surrogatepass").translate(None, _ASCII).decode(errors="replace")
