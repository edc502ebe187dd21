"""Chronologies, whose items begin with a day: "3 May 2024: the treaty is signed"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.page import Sentence

FEWEST_ITEMS: Final = 3
"""How many items make a chronology, none of whose days is that of the page."""

_NO_WORD: Final = re.compile(r"[\W_]*")
_AFTER_LABEL: Final = re.compile(r"\s?[:–—]|\s-\s|\.?$")


def labels_of(dated: Iterable[tuple[Sentence, Sequence[Day]]]) -> list[Day | None]:
    """Return for each sentence the day that begins its item, if it is in one.

    Args:
        dated: The sentences of a page, each with its days.
    """
    labels: list[Day | None] = []
    label, block = None, None
    for sentence, days in dated:
        if sentence.block is not block:
            label, block = None, sentence.block
        if begins_item(sentence, days):
            label = days[0]
        labels.append(label)
    return labels


def begins_item(sentence: Sentence, days: Sequence[Day]) -> bool:
    """Whether a sentence begins with the day of an item.

    Args:
        sentence: The sentence.
        days: The days in it.
    """
    if not days or not _NO_WORD.fullmatch(sentence.text, 0, days[0].start):
        return False
    return _AFTER_LABEL.match(sentence.text, days[0].end) is not None


def is_to_come(day: Day | None, own_day: dt.date | None) -> bool:
    """Whether the day of an item is ahead of the page; without a year, the nearest one counts.

    Args:
        day: The day.
        own_day: The day of the page.
    """
    if day is None or own_day is None:
        return False
    past, ahead = (day.resolved(own_day, None, ahead=each) for each in (False, True))
    if not past or not ahead or ahead <= own_day.isoformat():
        return False
    if day.year is not None or day.day is None:
        return past == ahead
    distances = [abs(dt.date.fromisoformat(each) - own_day) for each in (past, ahead)]
    return distances[1] < distances[0]
