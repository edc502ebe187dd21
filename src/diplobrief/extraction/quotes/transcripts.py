"""Reads what people say in a transcript: "MINISTER: We will see."."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.page import evidence_for
from diplobrief.extraction.patterns import alternatives
from diplobrief.extraction.quotes.statement import FoundQuote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.page import Block
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_PART: Final = r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,5}"
_LABEL: Final = re.compile(
    rf"(?P<name>{_PART}(?:,\s{_PART}){{0,2}})(?:\s\([^()]{{1,40}}\)){{0,2}}:\s+(?=\S)"
)
_NEXT_LABEL: Final = re.compile(rf"(?<=[.!?…”\"]\s)(?={_LABEL.pattern})")
_SHORTEST_TURN: Final = 4
_QUESTION_MARKS: Final = ("?", "؟")
_WORDS_OF_NAME: Final = 2


class TranscriptReader:
    """Reads the turns of the transcripts of a page.

    Args:
        reading: The page.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        dateline = reading.brief.dateline
        self._place = dateline.place if dateline is not None else None
        self._questioners = _questioners(reading.lexicon)
        self._sentences: dict[int, list[ReadSentence]] = {}
        for sentence in reading.sentences:
            self._sentences.setdefault(sentence.sentence.block.index, []).append(sentence)
        self._turns = [*self._labels()]
        self._number = Counter(name for _, _, name in self._turns)

    def _labels(self) -> Iterator[tuple[int, int, str]]:
        """Yield the block, the offset and the name of each label."""
        for block in self._reading.page.blocks:
            first = None if block.is_heading else _LABEL.match(block.text)
            if first is None:
                continue
            yield block.index, 0, first["name"]
            end = first.end()
            for later in _NEXT_LABEL.finditer(block.text, end):
                label = _LABEL.match(block.text, later.end())
                if label is not None and label.start() >= end:
                    yield block.index, label.start(), label["name"]
                    end = label.end()

    def turns(self, sentence: ReadSentence) -> Iterator[FoundQuote]:
        """Yield the turns of the block that a sentence begins."""
        block = sentence.sentence.block
        if sentence.sentence.start != 0 or _LABEL.match(block.text) is None:
            return
        starts = [start for index, start, _ in self._turns if index == block.index]
        for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
            turn = self._turn(block, start, end)
            if turn is not None:
                yield turn

    def _turn(self, block: Block, start: int, end: int) -> FoundQuote | None:
        page = self._reading.page
        label = _LABEL.match(block.text, start)
        if label is None or self._questioners.match(label["name"]):
            return None
        if label["name"] == self._place:
            return None  # A dateline: "KUWAIT CITY: The envoy left."
        text = block.text[label.end() : end].strip()
        if len(text.split()) < _SHORTEST_TURN or text.endswith(_QUESTION_MARKS):
            return None
        speaker = self._speaker(block, label)
        if speaker is None:
            return None
        evidence = None
        if not page.is_unique(text):
            evidence = evidence_for(page, block, label.end(), end)
            if evidence is None:
                return None
        return FoundQuote([speaker], "direct", text, "transcript", evidence=evidence)

    def _speaker(self, block: Block, label: re.Match[str]) -> Entity | None:
        name = label["name"]
        is_dialogue = self._number[name] > 1 and len(self._number) > 1
        for sentence in self._sentences.get(block.index, ()):
            start, end = (offset - sentence.sentence.start for offset in label.span())
            within = [each for each in sentence.mentions if start <= each.start < end]
            if any(each.type == "media" for each in within):
                # A journalist with the medium after the name asks.
                return None
            entities = sentence.actors_of(*(each for each in within if each.end <= end))
            for entity in sorted(entities, key=lambda each: each.kind != "person"):
                if entity.kind == "person" or (entity.kind == "unnamed" and is_dialogue):
                    return entity
        if "," in name:
            return None
        is_name = name.isupper() and len(name.split()) >= _WORDS_OF_NAME
        if is_name or is_dialogue:
            return self._reading.entities.speaker(name)
        return None


@cache
def _questioners(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for the label of somebody who asks: "Question"."""
    return re.compile(rf"{alternatives(lexicon.phrases('questioners'))}\b", re.IGNORECASE)
