"""Checks whether the narrative states a text, a number, a date or the code of a country."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.inflection import lemma
from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.lexicon_files import languages_with_lexicon
from diplobrief.languages.dates import find_dates
from diplobrief.model import PartialDate
from diplobrief.text.search import SearchableText, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diplobrief.extraction.page import Block, Page
    from diplobrief.extraction.reading import Reading
    from diplobrief.model import Brief

_NUMBER: Final = re.compile(r"\d[\d.,'’\u00a0\u202f]*(?: \d{3}(?!\d))*")
_YEAR: Final = re.compile(r"(?<!\d)(?:1[3-9]|20)\d\d(?!\d)")


class Stated:
    """The values that a narrative states.

    Args:
        brief: The brief. Its day gives the year of days without one.
        page: Its narrative.
        reading: The narrative as the rules read it, if there is a lexicon of its language.
    """

    def __init__(self, brief: Brief, page: Page, reading: Reading | None) -> None:
        self._reading = reading
        texts = [block.text for block in page.blocks]
        self._written = SearchableText([fold(text) for text in texts])
        self._narrative = SearchableText([fold(text).casefold() for text in texts])
        self._years = {int(year) for text in texts for year in _YEAR.findall(text)}
        if brief.day is not None and brief.day.earliest is not None:
            self._years.add(brief.day.earliest.year)

    def has_text(self, text: str) -> bool:
        """Whether a text occurs as whole words; case does not matter."""
        return self._narrative.mentions(fold(text).strip().casefold())

    def as_written(self, text: str) -> str | None:
        """Return a text in the case of the narrative, or `None` if the narrative lacks it."""
        words = fold(text).strip()
        if self._written.find(words, limit=1):
            return text
        offset = next(iter(self._narrative.find(words.casefold(), limit=1)), None)
        if offset is None or len(self._narrative.text) != len(self._written.text):
            return None
        return self._written.text[offset : offset + len(words)]

    def has_number(self, number: float, blocks: Iterable[Block]) -> bool:
        """Whether one of these blocks contains a number in digits."""
        return any(number in self._numbers(block) for block in blocks)

    def has_date(self, date: str, blocks: Sequence[Block]) -> bool:
        """Whether one of these blocks states a day, month or year.

        An expression such as "on Tuesday" states a day if the page has a day of its own.
        """
        try:
            earliest, latest = PartialDate(date).earliest, PartialDate(date).latest
        except ValueError:
            return False
        if earliest is None or latest is None:
            return False
        if any(self._resolves(date, block) for block in blocks):
            return True
        if earliest == latest:
            known = {earliest.year} & self._years
            return any(
                (written.day[0] or earliest.year, *written.day[1:])
                == (earliest.year, earliest.month, earliest.day)
                and (written.day[0] is not None or bool(known))
                for block in blocks
                for written in find_dates(block.text)
                if written.day is not None
            )
        is_year = len(date.rstrip("?~%")) == len("2025")
        return is_year and any(str(earliest.year) in _YEAR.findall(block.text) for block in blocks)

    def has_code(self, code: str, name: str) -> bool:
        """Whether a country with this name has this code, according to a lexicon."""
        key = fold(name).casefold().removeprefix("the ")
        return key in self._names_of_states.get(code, frozenset())

    @cached_property
    def _names_of_states(self) -> Mapping[str, frozenset[str]]:
        names: dict[str, frozenset[str]] = {}
        for language in languages_with_lexicon():
            for code, listed in lexicon_of(language).names_of_states.items():
                folded = {fold(name).casefold().removeprefix("the ") for name in map(lemma, listed)}
                names[code] = names.get(code, frozenset()) | folded
        return names

    def _numbers(self, block: Block) -> set[float]:
        numbers: set[float] = set()
        for written in _NUMBER.findall(block.text):
            digits = re.sub(r"\D", "", written)
            numbers.add(float(digits))
            decimal = written.rstrip(".,'’ ").replace(",", ".")
            if re.fullmatch(r"\d+\.\d+", decimal):
                numbers.add(float(decimal))
        return numbers

    def _resolves(self, date: str, block: Block) -> bool:
        """Whether an expression in a block denotes this day or month, or one within it."""
        return any(found.startswith(date) for found in self._days_in.get(block.index, ()))

    @cached_property
    def _days_in(self) -> Mapping[int, frozenset[str]]:
        """The days and months that the expressions in each block denote."""
        reading = self._reading
        if reading is None:
            return {}
        days: dict[int, set[str]] = {}
        for sentence in reading.sentences:
            for day in sentence.days:
                for ahead in (False, True):
                    value, _ = reading.date_of(day, sentence, ahead=ahead)
                    if value is not None:
                        days.setdefault(sentence.sentence.block.index, set()).add(value)
        return {index: frozenset(values) for index, values in days.items()}
