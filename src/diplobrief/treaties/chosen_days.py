"""The steps of a treaty, each with one day: the one that is chosen, or its first."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.treaties.dated import DatedSteps
from diplobrief.treaties.days import FUTURE, Days
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.steps import end_of_notice
from diplobrief.treaties.tallies import reached_by_tallies
from diplobrief.treaties.tracks import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.treaties.case import Case
    from diplobrief.treaties.choices import Key
    from diplobrief.treaties.steps import Step


class DaysOfSteps:
    """Gives each step of a treaty one day: the one that is chosen, or its first.

    Args:
        case: The treaty.
    """

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _days_of_steps(self) -> tuple[list[int], list[int]]:
        """The first days on which each step may have been done, and may have taken effect."""
        given: list[int] = []
        days: list[int] = []
        for step in self._case.steps:
            is_without_day = step.is_open and step.done.last >= FUTURE
            if is_without_day and step.milestone.effective is None:
                given.append(NEVER)
                days.append(NEVER)
            else:
                given.append(step.done.first)
                days.append(step.takes_effect.first)
        return given, days

    @cached_property
    def _reached(self) -> Mapping[str, Mapping[float, Days | Step]]:
        return {what: reached_by_tallies(self._case, what) for what in ("count", "share")}

    def dated(self, chosen: Mapping[Key, int], beside: DatedSteps | None = None) -> DatedSteps:
        """Return the steps with the days that are chosen.

        Args:
            chosen: The days.
            beside: The steps with the other days; by default each has its first.
        """
        known = self._days_of_steps if beside is None else (beside.given, beside.days)
        given, days = ([*one] for one in known)
        for (what, at), day in chosen.items():
            if not isinstance(at, int) or what not in {"given", "day"}:
                continue
            follows = self._case.steps[at].milestone.effective is None
            if what == "given":
                given[at] = day
                if follows and self._case.steps[at].effect is Effect.LEAVES:
                    days[at] = end_of_notice(Days(day, day), self._case.treaty).first
            else:
                days[at] = day
                if follows:
                    given[at] = day
        if beside is not None:
            return replace(beside, given=given, days=days)

        def reached(what: str) -> dict[float, int]:
            return {
                number: chosen.get((what, number), known.first)
                if isinstance(known, Days)
                else days[known.index]
                for number, known in self._reached[what].items()
            }

        return DatedSteps(
            self._case,
            given,
            days,
            reached("count"),
            reached("share"),
            goes_on=bool(chosen.get(("goes on", None))),
            cycles_apply=bool(chosen.get(("cycles", None))),
        )
