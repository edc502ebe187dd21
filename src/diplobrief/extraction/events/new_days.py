"""Events that are put off to another day: "was postponed from May to June"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.events.report import EventReport
    from diplobrief.extraction.lexicon import Lexicon

_DAY: Final = MASKS["day"]
_NEAR: Final = 60


class NewDays:
    """Reads the day to which an event is put off, using the words of a lexicon.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["events"]
        changed = data["own"]["participles"].get("postponed", ())
        forms = [form for verb in data["changing"]["postponed"] for form in lexicon.forms(verb)]
        self._changed = re.compile(rf"(?<!\w){alternatives([*changed, *forms])}(?!\w)")
        part = leading([*data.get("parts_of_a_new_day", ()), ""])
        self._new = re.compile(rf"\s{alternatives(data.get('new_day', ()))}\s+{part}(?={_DAY})")
        directly = alternatives(data.get("new_day_directly", ()))
        self._directly = re.compile(rf"\s{directly}\s+(?={_DAY})")
        self._only_to_a_day = frozenset(data.get("only_to_a_day", ()))

    def of(self, report: EventReport) -> Iterator[EventReport]:
        """Yield an event that is put off, and the same event on its new day.

        Args:
            report: The event.
        """
        if report.status != "postponed":
            yield report
            return
        day = self._new_day(report)
        if day is None:
            if report.verb not in self._only_to_a_day:
                yield report
            return
        if report.day is day:
            report = replace(report, around=replace(report.around, day=None, last=None))
            report.phrase.day = None
        yield report
        yield replace(report, status="scheduled", around=replace(report.around, day=day))

    def _new_day(self, report: EventReport) -> Day | None:
        masked = report.sentence.masked
        verb = self._changed.search(masked, max(0, report.phrase.start - _NEAR))
        if verb is None:
            return None
        new = self._directly.match(masked, verb.end()) or self._new.search(masked, verb.end())
        if new is None:
            return None
        return next((day for day in report.sentence.days if day.start == new.end()), None)


@cache
def new_days_of(lexicon: Lexicon) -> NewDays:
    """Return the reader of new days for a lexicon."""
    return NewDays(lexicon)
