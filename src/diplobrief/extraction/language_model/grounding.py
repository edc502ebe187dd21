"""Finds the passages of an answer in the narrative.

A passage is compared word by word, after the folding of `text.search`. The evidence is always the
text of the narrative itself, never that of the answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.page import evidence_for
from diplobrief.text.search import fold, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.page import Block, Page
    from diplobrief.model import Evidence

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_ELLIPSIS: Final = re.compile(r"\[?(?:…|\.\.\.)\]?")
_LONGEST_PASSAGE: Final = 2_000
_LONGEST_GAP: Final = 40
"""How many words an ellipsis in a passage may replace."""

_LONGEST_COMPARED: Final = 1_000
"""Blocks with more words are not compared with a passage that is not in the text."""

_MOST_NEAR: Final = 3
_SIMILARITY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Grounded:
    """A passage that the narrative has.

    Args:
        evidence: The passage, with as much around it as makes it unique.
        block: The block that contains it.
    """

    evidence: Evidence
    block: Block


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A passage that the narrative does not have exactly once.

    Args:
        problem: What is wrong.
        nearest: The passage of the narrative that is probably meant.
    """

    problem: str
    nearest: str | None = None


class Grounding:
    """Finds passages on a page.

    Args:
        page: The page.
        guarded: Words that a repair must not change, in lower case, such as negations.
    """

    def __init__(self, page: Page, guarded: frozenset[str] = frozenset()) -> None:
        self._page = page
        self._guarded = guarded

    def ground(self, passage: str, number: int | None = None) -> Grounded | Ungrounded:
        """Return the evidence for a passage of an answer.

        Only punctuation and the case of letters may differ. An ellipsis stands for a few words
        that the passage leaves out; the evidence includes them.

        Args:
            passage: The passage.
            number: The index of the block that contains it, in case others contain it, too.
        """
        if not passage.strip() or len(passage) > _LONGEST_PASSAGE:
            return Ungrounded("The passage is empty or too long")
        exact = [word for _, _, word in _words(passage)]
        places = [*self._places(exact)]
        if not places:
            places = [*self._loose_places(passage)]
        if len(places) > 1 and number is not None:
            places = [place for place in places if place[0].index == number] or places
        if len(places) > 1:
            return Ungrounded("The passage occurs more than once in the text")
        if not places:
            return Ungrounded("The text does not have this passage", self._nearest(passage))
        [(block, start, end)] = places
        evidence = evidence_for(self._page, block, start, end)
        if evidence is None:
            return Ungrounded("The passage occurs more than once in the text")
        return Grounded(evidence, block)

    @cached_property
    def _lines(self) -> Sequence[_Line]:
        return [_Line.of(block) for block in self._page.blocks]

    def _places(self, words: Sequence[str]) -> Iterator[tuple[Block, int, int]]:
        for line in self._lines:
            for first, last in line.exact.find(words):
                yield line.block, line.exact.starts[first], line.exact.ends[last]

    def _loose_places(self, passage: str) -> Iterator[tuple[Block, int, int]]:
        """Yield the places that differ in punctuation and case, or in what an ellipsis omits."""
        parts = [_loose(part) for part in _ELLIPSIS.split(passage)]
        parts = [part for part in parts if part]
        for line in self._lines:
            found = [line.loose.find(part) for part in parts]
            if not found or not all(found):
                continue
            for first in found[0] if len(parts) == 1 else found[0][:1]:
                chosen = [first, *(places[0] for places in found[1:])]
                gaps = [after[0] - before[1] for before, after in pairwise(chosen)]
                if all(0 < gap <= _LONGEST_GAP for gap in gaps):
                    spans = line.loose
                    yield line.block, spans.starts[first[0]], spans.ends[chosen[-1][1]]

    def _nearest(self, passage: str) -> str | None:
        """Return the passage that is probably meant, if no number, name or guarded word differs."""
        words = _loose(passage)
        wanted = {*words}
        lines = sorted(
            (line for line in self._lines if len(line.loose.words) <= _LONGEST_COMPARED),
            key=lambda line: len(wanted & line.vocabulary),
            reverse=True,
        )
        for line in lines[:_MOST_NEAR]:
            matcher = SequenceMatcher(None, words, line.loose.words, autojunk=False)
            matching = [match for match in matcher.get_matching_blocks() if match.size]
            if not matching:
                continue
            first, last = matching[0].b, matching[-1].b + matching[-1].size
            window = line.loose.words[first:last]
            alike = sum(match.size for match in matching)
            text = line.block.text[line.loose.starts[first] : line.loose.ends[last - 1]]
            differing = [*_differing(words, window)]
            if alike >= _SIMILARITY * max(len(words), len(window)) and not any(
                self._is_guarded(word, passage, text) for word in differing
            ):
                return text
        return None

    def _is_guarded(self, word: str, *texts: str) -> bool:
        words = {written for text in texts for _, _, written in _words(text)}
        is_name = word[:1].upper() + word[1:] in words
        return any(map(str.isdigit, word)) or word in self._guarded or is_name


def _differing(one: Sequence[str], two: Sequence[str]) -> Iterator[str]:
    for tag, i, j, k, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (*one[i:j], *two[k:m])


class _Spans:
    """The words of a block with their offsets.

    Args:
        words: Each word in the form in which it is compared, with its start and end in the block.
    """

    __slots__ = ("_joined", "_offsets", "ends", "starts", "words")

    def __init__(self, words: Sequence[tuple[int, int, str]]) -> None:
        self.words = [word for _, _, word in words]
        self.starts = [start for start, _, _ in words]
        self.ends = [end for _, end, _ in words]
        self._joined = _row(self.words)
        self._offsets = [0, *accumulate(len(word) + 1 for word in self.words)]

    def find(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return the first and last index of each of at most two occurrences of words in a row."""
        places = islice(occurrences(_row(words), self._joined), 2) if words else ()
        firsts = [bisect_left(self._offsets, place) for place in places]
        return [(first, first + len(words) - 1) for first in firsts]


def _row(words: Sequence[str]) -> str:
    return "\0".join(("", *words, ""))


@dataclass(frozen=True, slots=True)
class _Line:
    """A block with its words as they are, and without punctuation and case."""

    block: Block
    exact: _Spans
    loose: _Spans
    vocabulary: frozenset[str]

    @classmethod
    def of(cls, block: Block) -> _Line:
        words = [*_words(block.text)]
        loose = _Spans(
            [(start, end, word.casefold()) for start, end, word in words if word[0].isalnum()]
        )
        return cls(block, _Spans(words), loose, frozenset(loose.words))


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    return ((match.start(), match.end(), fold(match[0])) for match in _TOKEN.finditer(text))


def _loose(text: str) -> list[str]:
    return [word.casefold() for _, _, word in _words(text) if word[0].isalnum()]
