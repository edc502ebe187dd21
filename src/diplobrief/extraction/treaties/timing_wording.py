"""Recognizes words for when or whether a step was taken: "a day later", "was put off"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.treaties.reports import StepReport


class TimingWording:
    """Patterns for words that show when a step was taken.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"]["wording"]
        self.numbers: Sequence[str] = words.get("numbers", ())
        number = alternatives([*self.numbers, *words.get("a_single", ())])
        may = alternatives(lexicon.grammar.get("circumstances", {}).get("possible", ()))
        self.may: re.Pattern[str] = re.compile(rf"\b{may}\s+(?:be\s+)?$")
        nominal = lexicon.data["steps"].get("nominal", {})
        but = lexicon.before("but")
        self._undone = {
            status: re.compile(
                rf"[^.;]{{0,120}}?\b{but}[^.;]{{0,60}}?\b{alternatives(words_of_status)}{AFTER}"
            )
            for status in ("postponed", "cancelled")
            for words_of_status in [nominal.get(status, ())]
        }
        self.before_decision: frozenset[str] = frozenset(words.get("before_decision", ()))
        # "will be asked in July to approve it": not the day on which that was decided
        planned = [*words.get("planned", ()), *lexicon.grammar["ahead"].get("scheduled", ())]
        to = f" {next(iter(lexicon.words('to')), '')}"
        planned = [word.removesuffix(to) for word in planned if word.endswith(to)]
        self._own_day_before: re.Pattern[str] = re.compile(
            rf"(?<!\w){alternatives(planned)}\s+{lexicon.optional('before_a_day_or_month')}"
            rf"{MASKS['day']}+{to}\s+$"
        )
        self._ends = re.compile(rf"(?<!\w){alternatives(words.get('ends', ()))}\s+$")
        self.effective: re.Pattern[str] = re.compile(
            rf"(?<!\w){alternatives(words.get('effective', ()))}\s+$"
        )
        self.weeks: Sequence[str] = words.get("weeks_later", ())
        self.same_day: frozenset[str] = frozenset(words.get("same_day", ()))
        self.next_day: re.Pattern[str] = re.compile(
            rf"\b(?:(?P<next>{alternatives(words.get('next_day', ()))})"
            rf"|(?P<weeks>{alternatives(words.get('weeks_later', ()))})"
            rf"|(?P<number>{number})\s+{alternatives(words.get('later', ()))})\b",
            re.IGNORECASE,
        )
        self.days_after: re.Pattern[str] = re.compile(
            rf"\b(?P<number>{number})\s+{alternatives(words.get('days_after', ()))}\s+"
            r"[^,;]{1,80}$"
        )

    def is_end(self, masked: str, day: Day) -> bool:
        """Whether a day is one on which something ends: "extended until 2027"."""
        return self._ends.search(masked, 0, day.start) is not None

    def has_own_day_before(self, left: str) -> bool:
        """Whether the day before an infinitive is the infinitive's own: "meets on Friday to".

        Args:
            left: The sentence up to the verb.
        """
        return self._own_day_before.search(left) is not None

    def undone(self, report: StepReport) -> str | None:
        """Return the status of a failed plan: "was to be signed on Friday, but was put off"."""
        masked, end = report.sentence.masked, report.verb.end
        found = (status for status, each in self._undone.items() if each.match(masked, end))
        return next(found, None)


@cache
def timing_wording_of(lexicon: Lexicon) -> TimingWording:
    """Return the patterns for a lexicon."""
    return TimingWording(lexicon)
