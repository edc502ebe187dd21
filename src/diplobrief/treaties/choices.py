"""What is open in a brief: choices, each with the days that represent all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.days import FUTURE, Days, days_before, period_of
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.tallies import reached_by_tallies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model.treaties import Period
    from diplobrief.treaties.case import Case
    from diplobrief.treaties.steps import Step

UNORDERED: Final = frozenset(
    {Effect.SIGNS, Effect.PROCEEDS, Effect.SETTLES, Effect.NEGOTIATES, Effect.APPLIES}
)
"""Effects that do not depend on which act came first, except for an end and a reversal."""
_ORDERING: Final = frozenset({Effect.LEAVES, Effect.ENDS, Effect.UNDOES})
_MOST_COMPARED: Final = 200_000
"""Open steps times steps. If there are more, only first and last days are tried."""

Key = tuple[str, object]
"""What is chosen: the day of a step, of a notice, of a number reached, or a yes or no."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a brief leaves open.

    Args:
        key: What it is.
        step: The step that it is about, if there is one.
        days: The days that are open; representative ones, in order.
        concerns_all: Whether the stages of all parties may depend on it.
    """

    key: Key
    step: Step | None
    days: tuple[int, ...]
    concerns_all: bool


def choices_of(case: Case) -> list[Choice]:
    """Return what a brief leaves open about a treaty."""
    return [*_Finder(case).choices()]


class _Finder:
    """Finds what a brief leaves open, and the days that represent all others."""

    def __init__(self, case: Case) -> None:
        self._case = case
        treaty = case.treaty
        self._is_shared = bool(case.rules) and bool(treaty.entry_rules)
        leaving = {party for step in case.steps if step.leaves for party in step.parties}
        bilateral = case.membership.is_bilateral
        self._may_end = bool(leaving) and (bilateral or leaving.issuperset(case.listed))
        periods: list[Period | None] = []
        marks: list[int] = []
        for rule in treaty.entry_rules:
            periods += [rule.after, rule.later_parties]
            for day in (rule.not_before, rule.met_by):
                known = Days.within(day)
                marks += [known.first, known.last + 1]
        periods += [rule.after for rule in treaty.exit_rules]
        if treaty.duration is not None:
            periods.append(period_of(treaty.duration))
        self._periods = [period for period in periods if period is not None]
        self._marks = marks
        self._required = {step.index for step in case.required}
        self._in_order = [step for step in case.steps if self._is_active(step)]
        still_open = sum(step.takes_effect.day is None for step in self._in_order)
        self._compares = still_open * len(self._in_order) <= _MOST_COMPARED

    def choices(self) -> Iterator[Choice]:
        """Yield what is open."""
        for step in self._in_order:
            if step.effect is Effect.LEAVES and step.done.first < step.done.last:
                yield self._choice("given", step, step.done)
            days = step.takes_effect
            follows_notice = step.effect is Effect.LEAVES and step.milestone.effective is None
            if days.first < days.last and not follows_notice:
                yield self._choice("day", step, days)
        for what in ("count", "share"):
            for number, reached in reached_by_tallies(self._case, what).items():
                if isinstance(reached, Days) and reached.first < reached.last:
                    representative = self._representative(None, reached)
                    yield Choice((what, number), None, representative, concerns_all=True)
        if self._may_go_on():
            yield Choice(("goes on", None), None, (0, 1), concerns_all=True)
        if self._case.reversals[1]:
            yield Choice(("cycles", None), None, (0, 1), concerns_all=True)

    def _choice(self, what: str, step: Step, days: Days) -> Choice:
        shared = self._concerns_all(step)
        return Choice((what, step.index), step, self._representative(step, days), shared)

    def _is_active(self, step: Step) -> bool:
        if step.is_open:
            announced_entry = step.is_entry and step.is_announced
            return announced_entry and (
                step.done.last < FUTURE or step.milestone.effective is not None
            )
        reverses = step.is_done and bool(step.milestone.reverses)
        changes = step.effect is not Effect.NONE and step.effect is not Effect.UNDOES
        return changes or reverses or step.index in self._required

    def _concerns_all(self, step: Step) -> bool:
        if not step.parties or step.effect in {Effect.ENTERS, Effect.ENDS, Effect.COUNTS}:
            return True
        if step.index in self._required:
            return True
        if step.milestone.reverses or self._may_end:
            return True
        consents = step.effect in CONSENT or step.effect in _ORDERING
        if self._case.membership.is_bilateral:
            return consents or step.effect is Effect.SUSPENDS
        return consents and self._is_shared

    def _may_go_on(self) -> bool:
        treaty = self._case.treaty
        if treaty.duration is None or treaty.renewed_by == "automatic":
            return False
        extended = any(step.effect is Effect.CONTINUES for step in self._case.steps)
        if treaty.renewed_by == "consent":
            return extended and treaty.renewal is None
        return extended or treaty.renewal is not None

    def _representative(self, step: Step | None, days: Days) -> tuple[int, ...]:
        """Return the days that represent all days of a range.

        These are the first and the last, and the days around each on which something happens that
        the order depends on; and the same for days from which a period ends there.
        """
        chosen = {days.first, days.last}
        if not self._compares:
            return tuple(sorted(chosen))
        marks: set[int] = set()
        for other in self._in_order:
            if other is not step and _depends_on_order(step, other):
                known = [other.takes_effect]
                if other.effect is Effect.LEAVES:
                    known.append(other.done)
                marks.update(day for one in known for day in (one.first, one.last))
        if step is None or step.effect not in UNORDERED:
            marks.update(self._marks)
            marks.update(days_before(mark, period) for mark in [*marks] for period in self._periods)
        # A day after each mark is enough, unless a period that runs from it makes a difference.
        around = (-1, 0, 1) if self._periods else (0, 1)
        chosen.update(
            mark + by for mark in marks for by in around if days.first < mark + by < days.last
        )
        return tuple(sorted(chosen))


def _depends_on_order(step: Step | None, other: Step) -> bool:
    """Return whether a stage may depend on which of two steps came first."""
    if step is None:
        return other.effect not in UNORDERED
    apart = bool(step.parties and other.parties) and not set(step.parties) & set(other.parties)
    if any(
        one.effect in _ORDERING or one.milestone.reverses or one.reversals for one in (step, other)
    ):
        return not apart or not (step.effect in UNORDERED or other.effect in UNORDERED)
    return step.effect not in UNORDERED and other.effect not in UNORDERED
