"""Patterns for words of a lexicon, which are tried only on texts with one of the words."""

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


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first word of each phrase in small letters, if it has one.

    Example:
        >>> sorted(first_words(["sign into law", "’s", "L'accord"]))
        ['l', 's', 'sign']
    """
    words = (_WORD.search(phrase) for phrase in phrases)
    return frozenset(word[0].lower() for word in words if word is not None)


def _longest_words(phrases: Iterable[str]) -> frozenset[str]:
    words = (_WORD.findall(phrase)[::-1] for phrase in phrases)
    return frozenset(max(each, key=len).lower() for each in words if each)


class WordPattern:
    """A pattern whose matches all contain one of some given words.

    Most texts contain none of them. On these, the pattern is not tried, and it is only compiled
    for the first text that contains one.

    Args:
        pattern: The pattern.
        words: The words, or phrases such as "sign into law".
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
        phrases = frozenset(words)
        self._begins = begins and all(map(_WORD.match, phrases))
        self._is_limited = all(map(_WORD.search, phrases))
        # Of a phrase, the longest word is usually the rarest: "the two ministers".
        self._words = first_words(phrases) if self._begins else _longest_words(phrases)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)

    def finditer(
        self, text: str, words: Words, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, as `re.Pattern.finditer` does.

        Args:
            text: The text. Characters may be masked.
            words: The words of the text. Additional words do no harm.
            start: The offset from which it is searched.
            end: The offset up to which it is searched.
        """
        if not self.may_be_in(words):
            return iter(())
        if self._begins:
            return self._matches_at_words(text, words, start, end)
        return self._pattern.finditer(text, start, end)

    def search(
        self, text: str, words: Words, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Return the first match in a text, as `re.Pattern.search` does; see `finditer`."""
        return next(self.finditer(text, words, start, end), None)

    def match(self, text: str, words: Words, start: int) -> re.Match[str] | None:
        """Return the match at an offset, as `re.Pattern.match` does; see `finditer`."""
        return self._pattern.match(text, start) if self.may_be_in(words) else None

    def may_be_in(self, words: Words) -> bool:
        """Whether a text with these words has one of the words of the pattern."""
        return not (self._is_limited and self._words.isdisjoint(words))

    def _matches_at_words(
        self, text: str, words: Words, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        found = self._words.intersection(words)
        for offset in sorted(chain.from_iterable(words[word] for word in found)):
            if offset < start:
                continue
            match = self._pattern.match(text, offset, end)
            if match is not None:
                yield match
                start = max(match.end(), offset + 1)
