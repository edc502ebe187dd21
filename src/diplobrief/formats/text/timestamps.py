"""Timestamps: lines that say when a page was published."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.languages.dates import CALENDAR_WORDS

__all__ = ["is_timestamp_line"]

_WORD: Final = re.compile(r"[^\W\d_][^\W\d_‌'’.]*")
_OTHER_WORDS: Final = 2
_LONGEST: Final = 60


def is_timestamp_line(text: str) -> bool:
    """Whether a line says when something was published, and hardly anything else.

    Example:
        >>> (
        ...     is_timestamp_line("Viernes, Enero 11, 2013 - 09:24"),
        ...     is_timestamp_line("date 2020-05-21 24 mins ago - World"),
        ... )
        (True, True)
        >>> is_timestamp_line("Daily News Brief, September 10, 2019")
        False
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return False
    words = [word.rstrip(".").lower() for word in _WORD.findall(text)]
    others = sum(word not in CALENDAR_WORDS for word in words)
    return others == 0 or (others <= _OTHER_WORDS and len(words) > others)
