"""Chronologies, whose entries begin with a day: "3 May 2024: the treaty is signed"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.page import Sentence

_FEWEST_ENTRIES: Final = 3
_NO_WORD: Final = re.compile(r"[\W_]*")
_AFTER_DAY: Final = re.compile(r"\.?(?:\s?[:–—]|\s-\s|$)")


def entry_days(dated: Iterable[tuple[Sentence, Sequence[Day]]]) -> list[Day | None]:
    """Return, for each sentence, the day of the entry to which it belongs, if any.

    An entry ends where the next one begins, and with its block.

    Args:
        dated: The sentences of a page, each with its days.
    """
    entries: list[Day | None] = []
    entry, block = None, None
    for sentence, days in dated:
        if sentence.block is not block:
            entry, block = None, sentence.block
        if _begins_entry(sentence, days):
            entry = days[0]
        entries.append(entry)
    return entries


def is_chronology(dated: Iterable[tuple[Sentence, Sequence[Day]]]) -> bool:
    """Whether a page has several entries, so the first of them is not just a dateline.

    Args:
        dated: The sentences of the page, each with its days.
    """
    return sum(_begins_entry(*each) for each in dated) >= _FEWEST_ENTRIES


def _begins_entry(sentence: Sentence, days: Sequence[Day]) -> bool:
    if not days or not _NO_WORD.fullmatch(sentence.text, 0, days[0].start):
        return False
    return _AFTER_DAY.match(sentence.text, days[0].end) is not None


def lies_ahead(day: Day, own_day: dt.date) -> bool:
    """Whether the day of an entry is after that of the page; without a year, in the nearest year.

    Args:
        day: The day.
        own_day: The day of the page.
    """
    past, ahead = (day.resolved(own_day, None, ahead=each) for each in (False, True))
    if not past or not ahead or ahead <= own_day.isoformat():
        return False
    if day.year is not None or day.day is None:
        return past == ahead
    distances = [abs(dt.date.fromisoformat(each) - own_day) for each in (past, ahead)]
    return distances[1] < distances[0]
