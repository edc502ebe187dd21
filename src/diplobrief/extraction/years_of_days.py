"""Finds the year of a day that has none: "in June of that year"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.page import Sentence


class YearsOfDays:
    """The years of the days of a page, by their places.

    Args:
        sentences: The sentences of the page, each with its days.
    """

    def __init__(self, sentences: Iterable[tuple[Sentence, Sequence[Day]]]) -> None:
        self._first_of_block: dict[int, int] = {}
        self._full: dict[tuple[int | None, int], int] = {}
        self._places: defaultdict[int, list[tuple[int, Day]]] = defaultdict(list)
        for sentence, days in sentences:
            block, base = sentence.block.index, sentence.start
            for day in days:
                if day.year is None:
                    continue
                self._places[block].append((base + day.start, day))
                if day.day:
                    self._full.setdefault((day.month, day.day), day.year)
                    self._first_of_block.setdefault(block, day.year)
        self._blocks = [*self._first_of_block]

    def near(self, sentence: Sentence) -> int | None:
        """Return the year of a full date in the same block, else of the nearest one.

        Args:
            sentence: The sentence with a day without a year.
        """
        block = sentence.block.index
        at = bisect_left(self._blocks, block)
        neighbours = self._blocks[max(0, at - 1) : at + 1]
        nearest = min(neighbours, key=lambda each: abs(each - block), default=None)
        return None if nearest is None else self._first_of_block[nearest]

    def of(self, day: Day, sentence: Sentence) -> int | None:
        """Return the year that the words before a day refer to, or `None` if they refer to none.

        Args:
            day: A day whose year is not given.
            sentence: Its sentence.
        """
        if day.month is None or day.year is not None or day.years is not None:
            return None
        said = self._full.get((day.month, day.day)) if day.day else None
        if said is not None and day.from_named_year is None:
            return said  # "the same 28 November"
        places = self._places.get(sentence.block.index, [])
        base = sentence.start
        at = bisect_left(places, base + day.start, key=lambda place: place[0])
        if not at:
            return None
        place, before = places[at - 1]
        if day.from_named_year is not None:
            return before.year + day.from_named_year if before.year is not None else None
        if place < base or before.month is None or before.year is None:
            return None
        # "signed on 3 May 2021 and ratified on 5 June"
        is_later = (day.month, day.day or 0) >= (before.month, before.day or 0)
        return before.year if is_later else None
