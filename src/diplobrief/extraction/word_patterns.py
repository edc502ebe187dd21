"""Patterns for words of a lexicon, which are tried only on texts that have one of the words."""

from __future__ import annotations

import re
import sys
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    Words: TypeAlias = Mapping[str, Sequence[int]]
    """The words of a text in small letters, each with the offsets at which it begins."""

_WORD: Final = re.compile(r"\w+")


def words_of(text: str, prefixes: Collection[str] = ()) -> Words:
    """Return the words of a text with their offsets; those after a prefix are listed, too.

    Args:
        text: The text.
        prefixes: Words that are written together with the next one, such as "و" in Arabic.

    Example:
        >>> words_of("Norway signed. Sweden signed.")
        {'norway': [0], 'signed': [7, 22], 'sweden': [15]}
    """
    words: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        word = match[0].lower()
        words.setdefault(word, []).append(match.start())
        for prefix in prefixes:
            if word.startswith(prefix) and word != prefix:
                rest = word.removeprefix(prefix)
                words.setdefault(rest, []).append(match.start() + len(prefix))
    return words


class WordPattern:
    """A pattern of which every match has one of some words in it.

    Most texts have none of them. For these the pattern is not tried, nor compiled before the first
    text that has one.

    Args:
        pattern: The pattern.
        words: The words. Of several in a row, as in "sign into law", the first one counts.
        flags: The flags of the pattern.
        begins: Whether every match begins with one of the words.

    Example:
        >>> text = "Norway signed."
        >>> signs = WordPattern(r"signs|signed", ["signs", "signed"])
        >>> [match.span() for match in signs.finditer(text, words_of(text))]
        [(7, 13)]
    """

    def __init__(
        self, pattern: str, words: Iterable[str], *, flags: int = 0, begins: bool = False
    ) -> None:
        self._written = pattern
        self._flags = flags
        firsts = [_WORD.search(word.lower()) for word in words]
        self._first_words = frozenset(first[0] for first in firsts if first is not None)
        self._is_limited = None not in firsts
        self._begins = begins and all(first and first.start() == 0 for first in firsts)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)

    def finditer(
        self, text: str, words: Words, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, as `re.Pattern.finditer` does.

        Args:
            text: The text. Characters may be masked.
            words: The words of the text; more do no harm.
            start: The offset from which it is searched.
            end: The offset up to which it is searched.
        """
        if self._is_limited and self._first_words.isdisjoint(words):
            return iter(())
        if self._begins:
            return self._matches_at_words(text, words, start, end)
        return self._pattern.finditer(text, start, end)

    def search(
        self, text: str, words: Words, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Return the first match in a text, as `re.Pattern.search` does; see `finditer`."""
        return next(self.finditer(text, words, start, end), None)

    def _matches_at_words(
        self, text: str, words: Words, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        found = self._first_words.intersection(words)
        for offset in sorted(chain.from_iterable(words[word] for word in found)):
            if offset < start:
                continue
            match = self._pattern.match(text, offset, end)
            if match is not None:
                yield match
                start = max(match.end(), offset + 1)
