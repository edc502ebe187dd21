"""Reads tables of a depositary: one row for each state, with the days of its steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.treaties.found import FoundStep
from diplobrief.extraction.word_patterns import first_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_FEWEST_COLUMNS: Final = 2
_GAP: Final = re.compile(r"\t|\s{2,}|\s*\|\s*")
_STATE: Final = re.compile(rf"\W*[{MASKS['state']}{MASKS['organization']}]+\W*")
_MARK: Final = re.compile(r"\s*\(?(?P<mark>[A-Za-z]{1,2})\)?\s*$")


class DepositaryTables:
    """Reads the rows of tables using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"].get("tables", {})
        columns: Mapping[str, list[str]] = words.get("columns", {})
        self._kinds = {name: kind for kind, names in columns.items() for name in names}
        self._column = re.compile(rf"{alternatives(self._kinds)}{AFTER}", re.IGNORECASE)
        self._words = first_words(self._kinds)
        self._marks: Mapping[str, str] = words.get("marks", {})

    def columns(self, sentence: ReadSentence, known: Sequence[str | None]) -> Sequence[str | None]:
        """Return the kinds of steps of the columns of a table, after a line of it.

        Args:
            sentence: The line: the head of a table, a row of it, or what follows it.
            known: The kinds before the line.
        """
        if not known and self._words.isdisjoint(sentence.words):
            return []
        kinds = [self._kind_of(text) for _, text in _cells(sentence.masked)]
        if sum(kind is not None for kind in kinds) >= _FEWEST_COLUMNS:
            return kinds
        return known if len(kinds) > 1 else []

    def steps(
        self, reading: Reading, sentence: ReadSentence, columns: Sequence[str | None]
    ) -> Iterator[FoundStep]:
        """Yield the steps of a row.

        Args:
            reading: The page.
            sentence: The row.
            columns: The kinds of steps of the columns.
        """
        if not columns:
            return
        first, *cells = _cells(sentence.masked)
        if not _STATE.fullmatch(first[1]):
            return
        actors = sentence.actors_at(len(first[1]) - len(first[1].lstrip()))
        parties = [each.party for each in actors if each.party is not None]
        evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip()))
        if not parties or evidence is None:
            return
        for (start, text), kind in zip(cells, columns[1:], strict=False):
            end = start + len(text)
            day = next((each for each in sentence.days if start <= each.start < end), None)
            if day is None or kind is None:
                continue
            mark = _MARK.match(sentence.masked, day.end, end)
            marked = self._marks.get(mark["mark"], kind) if mark else kind
            date, written = reading.date_of(day, sentence, ahead=False)
            yield FoundStep(marked, "completed", "noun", [evidence], date, written, parties)

    def _kind_of(self, cell: str) -> str | None:
        """Return the kind of step that the head of a column names."""
        match = self._column.match(cell.strip())
        return self._kinds.get(match[0].lower()) if match else None


def _cells(text: str) -> Iterator[tuple[int, str]]:
    """Yield the cells of a row, each with its offset."""
    start = 0
    for gap in _GAP.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]
