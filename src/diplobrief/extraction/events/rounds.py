"""Reads the days of events that are reported together: "two rounds, in March and April"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.circumstances import Circumstances
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_DAY: Final = MASKS["day"]


class DaysOfRounds:
    """Reads the days of several events using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        on = lexicon.optional("before_a_day_or_month")
        also = rf"(?:,?\s+{lexicon.before('and')}|,\s+)"
        self._next = re.compile(rf"{also}{on}(?={_DAY})")
        between = alternatives([*lexicon.words("between"), *lexicon.words("from")])
        self._period = re.compile(rf"(?<!\w){between}\s+\Z")

    def of(self, sentence: ReadSentence, around: Circumstances) -> Iterator[Day]:
        """Yield the days that a list of days names.

        Args:
            sentence: The sentence.
            around: What follows the noun of the events.
        """
        day = None if self.is_period(sentence, around) else around.day
        while day is not None:
            yield day
            following = self._next.match(sentence.masked, day.end)
            day = next(
                (each for each in sentence.days if following and each.start == following.end()),
                None,
            )

    def is_period(self, sentence: ReadSentence, around: Circumstances) -> bool:
        """Whether the days are those of a period: "between March and May"."""
        if around.day is None or around.last is None:
            return False
        return self._period.search(sentence.masked, 0, around.day.start) is not None


@cache
def days_of_rounds_of(lexicon: Lexicon) -> DaysOfRounds:
    """Return the reader of days of several events for a lexicon."""
    return DaysOfRounds(lexicon)
