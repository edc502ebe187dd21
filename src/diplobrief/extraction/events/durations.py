"""Counts the days of an event: "ended a three-day visit on Monday" began on Saturday."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon

_FULL: Final = len("2024-05-03")
_MOST: Final = 60
"""Longer durations in days are not counted."""


class Durations:
    """Reads how many days an event lasts, using the words of a lexicon.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["events"].get("durations", {})
        numbers = lexicon.grammar.get("votes", {}).get("numbers", ())
        self._counts = {word: count for count, word in enumerate(numbers) if count > 0}
        self._days = re.compile(
            rf"(?<!\w)(?P<count>\d{{1,2}}|{alternatives(self._counts)})[-\s]"
            rf"{alternatives(words.get('days', ()))}{AFTER}",
            re.IGNORECASE,
        )
        self._ending = frozenset(
            form for verb in words.get("ending", ()) for form in lexicon.forms(verb)
        )

    def is_ending(self, form: str) -> bool:
        """Whether a form of a verb reports that an event ends."""
        return form in self._ending

    def first_day(self, last: str | None, words: str) -> str | None:
        """Return the first day of an event, counted from its last day by words like "two-day"."""
        match = self._days.search(words)
        if match is None or last is None or len(last) != _FULL:
            return None
        count = self._counts.get(match["count"].lower()) or int(match["count"])
        if not 0 < count <= _MOST:
            return None
        return (dt.date.fromisoformat(last) - dt.timedelta(days=count - 1)).isoformat()


@cache
def durations_of(lexicon: Lexicon) -> Durations:
    """Return the reader of durations for a lexicon."""
    return Durations(lexicon)
