"""Unicode normalization in time proportional to the text.

The standard library sorts the marks after a letter by insertion. For a letter with a hundred
thousand accents, that takes minutes; marks that are sorted already take no time.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final, Literal

from diplobrief.text.characters import beyond_ascii

_LONG_RUN: Final = re.compile(r"[^\w\s\x00-\x7f]{64,}+")
"""Very many characters that are neither letters nor white space; marks are among these."""
_SHORT: Final = 300
"""In a text of this length, sorting by insertion takes no longer than to search for marks."""


def normalized(text: str, form: Literal["NFC", "NFKC", "NFKD"] = "NFC") -> str:
    r"""Return a text in a normalization form.

    Example:
        >>> len(normalized("a" + "\u0301\u0323" * 100_000))
        200000
    """
    return unicodedata.normalize(form, _with_sorted_marks(text))


def is_normalized(text: str) -> bool:
    r"""Return whether a text is in the form NFC.

    Example:
        >>> is_normalized("\u00e9"), is_normalized("e\u0301")
        (True, False)
    """
    if _may_be_slow(text):
        return normalized(text) == text
    return unicodedata.is_normalized("NFC", text)


def _with_sorted_marks(text: str) -> str:
    """Return a text that is canonically equivalent, in which long runs of marks are in order."""
    return _LONG_RUN.sub(_sorted, text) if _may_be_slow(text) else text


def _may_be_slow(text: str) -> bool:
    # Without the ASCII characters, runs are at least as long, and there is much less to search.
    return len(text) > _SHORT and _LONG_RUN.search(beyond_ascii(text)) is not None


def _sorted(run: re.Match[str]) -> str:
    characters = "".join(unicodedata.normalize("NFD", character) for character in run[0])
    return "".join(
        character
        for is_mark, group in groupby(characters, _is_mark)
        for character in (sorted(group, key=unicodedata.combining) if is_mark else group)
    )


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) > 0
