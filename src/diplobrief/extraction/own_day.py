"""Finds the day of a page: that of its brief, or one in a line at its top or its end."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.day_finder import day_finder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.page import Block
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.model import Brief

_SENTENCES_AT_TOP: Final = 8
"""How many sentences at the top of a page may give its day."""

_LONGEST_LINE: Final = 80
"""How many characters a line with the day of the page has at most."""

_YEARS: Final = range(1500, 2100)
"""The years of a page that are possible, as in the patterns for days."""

_CRAWL_MARK: Final = re.compile(r"date\s", re.IGNORECASE)
_BEFORE_DAY: Final = re.compile(
    r"[^a-z]{0,60}(?:\([^()]{0,60})?"
    r"|(?:[A-Z][\w.]*[ ,]{1,2}){1,4}(?:\([^()]{0,60}\))?(?:[:,]| ?[|/—–-])? ?"
)
_AFTER_DAY: Final = re.compile(r"\.?\s*(?:[)(/|:—–-]|$)")


def own_day(
    brief: Brief, sentences: Sequence[ReadSentence], *, is_chronology: bool
) -> dt.date | None:
    """Return the day of a page, if it is known.

    Args:
        brief: The brief whose narrative the page is.
        sentences: The sentences of the page.
        is_chronology: Whether the page is a chronology, where days of entries are not the page's.
    """
    day = brief.day
    if day is not None and day.earliest is not None and day.earliest == day.latest:
        return day.earliest if day.earliest.year in _YEARS else None
    last: Block | None = None
    for sentence in [*sentences[:_SENTENCES_AT_TOP], *sentences[_SENTENCES_AT_TOP:][-1:]]:
        if is_chronology and sentence.entry_day is not None:
            continue
        is_first_of_block = sentence.sentence.block is not last
        last = sentence.sentence.block
        days = _days_of_page(sentence, is_first_of_block=is_first_of_block)
        first = next((day for day in days if day.date is not None), None)
        if first is not None:
            return (first.last or first).date or first.date
    return None


def own_month(sentences: Sequence[ReadSentence]) -> dt.date | None:
    """Return the last day of the month that a line at the top of a page gives, if any.

    Args:
        sentences: The sentences of the page.
    """
    for sentence in sentences[:_SENTENCES_AT_TOP]:
        if len(sentence.sentence.block.text) >= _LONGEST_LINE:
            continue
        for day in sentence.days:
            if day.year is not None and day.month is not None and day.day is None:
                last = calendar.monthrange(day.year, day.month)[1]
                return dt.date(day.year, day.month, last)
    return None


def _days_of_page(sentence: ReadSentence, *, is_first_of_block: bool) -> Iterator[Day]:
    """Yield the days of a sentence that may be that of the page."""
    line = sentence.sentence.block.text
    if is_first_of_block:
        # A dateline does not belong to the first sentence: "May 3, 2024 (OSLO) - Norway said".
        yield from day_finder_of(sentence.lexicon).find(line[: sentence.sentence.start])
    is_line = len(line) < _LONGEST_LINE or _CRAWL_MARK.match(line)
    yield from (day for day in sentence.days if is_line or _is_dateline(sentence.text, day))


def _is_dateline(text: str, day: Day) -> bool:
    """Whether a story begins with its day: "OSLO (Agency - 3 May 2024) Norway said"."""
    is_at_start = _BEFORE_DAY.fullmatch(text, 0, day.start) is not None
    return is_at_start and _AFTER_DAY.match(text, day.end) is not None
