"""Passages in a long text, looked up by their rarest word, so that many cost no more than few."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD: Final = re.compile(r"\w+")
_MANY: Final = 64
"""Of a word that stands so often, no place is tried one by one: the text is searched instead."""


def occurrences(passage: str, text: str) -> Iterator[int]:
    """Yield the offsets at which a passage stands in a text.

    Example:
        >>> list(occurrences("ana", "banana"))
        [1, 3]
    """
    at = text.find(passage)
    while at >= 0:
        yield at
        at = text.find(passage, at + 1)


class WordIndex:
    """Where each word of a text stands.

    Args:
        text: The text, as long as may be.

    Example:
        >>> list(WordIndex("the lake, the river and the lake").occurrences("the lake"))
        [0, 24]
    """

    __slots__ = ("_sorted", "_text", "_words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: dict[str, list[int]] = {}
        for word in _WORD.finditer(text):
            self._words.setdefault(word[0], []).append(word.start())
        self._sorted = sorted(self._words)

    def occurrences(self, passage: str, *, whole_words: bool = False) -> Iterator[int]:
        """Yield the offsets at which a passage stands.

        Args:
            passage: The passage.
            whole_words: Whether it begins and ends with a word, so that those count, too.
        """
        rarest = self._rarest(passage, whole_words=whole_words)
        if rarest is None:
            yield from occurrences(passage, self._text)
            return
        offset, places = rarest
        for place in places:
            if place >= offset and self._text.startswith(passage, place - offset):
                yield place - offset

    def _rarest(self, passage: str, *, whole_words: bool) -> tuple[int, Sequence[int]] | None:
        """Return the rarest word of a passage: its offset there, and where it may stand."""
        found: tuple[int, Sequence[int]] | None = None
        for word in _WORD.finditer(passage):
            most = _MANY if found is None else len(found[1])
            if whole_words or (word.start() > 0 and word.end() < len(passage)):
                places: Sequence[int] = self._words.get(word[0], [])
            elif word.start() > 0:
                places = self._beginning_with(word[0], most)
            else:
                continue  # any word may end with it
            if len(places) < most:
                found = word.start(), places
        return found

    def _beginning_with(self, start: str, most: int) -> Sequence[int]:
        """Return where words begin that begin so; of too many, only so many."""
        first = bisect_left(self._sorted, start)
        places: list[int] = []
        for word in self._sorted[first : first + most]:
            if not word.startswith(start):
                break
            places += self._words[word]
        return sorted(places)
