"""Sanitises untrusted text for the terminal and measures its display width.

Characters in a file or a path can move the cursor, change colors, or reverse the order of the text
around them. They are shown in a visible form instead.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SUSPECT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
# Persian needs the non-joiner, emoji the joiner; the others are visible signs.
_HARMLESS: Final = frozenset(
    "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
    "\U000110bd\U000110cd"
)
_WITHOUT_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_TAB: Final = "    "


def visible(text: str) -> str:
    r"""Return a text in which every character is visible and none controls the terminal.

    Controls become their pictures, invisible and reordering characters become code points, and a
    tab becomes four spaces. The joiners that Persian and emoji need are kept.

    Example:
        >>> visible("\x1b[31mred\u202e")
        '␛[31mred\\u{202e}'
    """
    return _SUSPECT.sub(_in_visible_form, text)


def _in_visible_form(match: re.Match[str]) -> str:
    character = match[0]
    if character in _HARMLESS:
        return character
    if character == "\t":
        return _TAB
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "␡"
    return f"\\u{{{ord(character):x}}}"


def width(text: str) -> int:
    """Return the number of columns that a visible text takes on a terminal.

    Example:
        >>> width("abc"), width("条約"), width("e\u0301")
        (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
