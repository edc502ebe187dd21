"""What is open in a brief: choices, each with the days that represent all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.days import FUTURE, PAST, Days, last_start, period_of
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.tallies import reached_by_tallies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.model.treaties import Period
    from diplobrief.treaties.case import Case
    from diplobrief.treaties.steps import Step

UNORDERED: Final = frozenset({Effect.SIGNS, Effect.PROCEEDS, Effect.SETTLES, Effect.NEGOTIATES})
"""Effects that do not depend on which act came first, except for an end and a reversal.

A provisional application is not among them: it hides that a treaty waits for its entry into force,
and may come after the end of its term.
"""
_OF_ALL: Final = frozenset({Effect.ENTERS, Effect.ENDS, Effect.COUNTS, Effect.PRECLUDES})
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
        apart: Those of them that matter if the consents of other parties are left aside.
        concerns_all: Whether the stages of all parties may depend on it.
    """

    key: Key
    step: Step | None
    days: tuple[int, ...]
    apart: tuple[int, ...]
    concerns_all: bool

    @property
    def is_consent_of_some(self) -> bool:
        """Whether it is about a consent of some parties that is not reversed."""
        return self.step is not None and _is_consent_of_some(self.step)


def choices_of(case: Case) -> list[Choice]:
    """Return what a brief leaves open about a treaty."""
    return [*_Finder(case).choices()]


class _Finder:
    """Finds what a brief leaves open, and the days that represent all others."""

    def __init__(self, case: Case) -> None:
        self._case = case
        treaty = case.treaty
        self._is_shared = bool(case.rules) and bool(treaty.entry_rules)
        self._may_end = any(side <= case.leaving for side in case.membership.sides)
        self._has_end = treaty.duration is not None or bool(case.having(Effect.ENDS))
        periods: list[Period | None] = []
        marks: list[int] = []
        for rule in treaty.entry_rules:
            periods += [rule.after, rule.later_parties]
            for day in (rule.not_before, rule.met_by):
                known = Days.within(day)
                marks += [known.first, known.last + 1]
        periods += [rule.after for rule in treaty.exit_rules]
        self._term = None if treaty.duration is None else period_of(treaty.duration)
        self._periods = [period for period in (*periods, self._term) if period is not None]
        self._marks = marks
        self._required = {step.index for step in case.required}
        # An instrument that is still to come belongs to one membership or to the next.
        self._awaited = {
            step.index
            for step in case.instruments
            if not step.is_done
            and step.done.last < FUTURE
            and (not case.leaving.isdisjoint(step.parties) or (case.leaving and not step.parties))
        }
        self._answers = {step.index for steps in case.answers.values() for step in steps}
        self._in_order = [step for step in case.steps if self._is_active(step)]
        still_open = sum(
            step.takes_effect.day is None or step.done.day is None or step.effect is Effect.COUNTS
            for step in self._in_order
        )
        self._compares = still_open * len(self._in_order) <= _MOST_COMPARED
        self._are_several = still_open > 1

    def choices(self) -> Iterator[Choice]:
        """Yield what is open."""
        for step in self._in_order:
            if self._has_two_days(step) and step.done.first < step.done.last:
                yield self._choice("given", step, step.done)
            days = step.takes_effect
            follows_notice = step.effect is Effect.LEAVES and step.milestone.effective is None
            is_awaited = step.index in self._awaited
            if days.first < days.last and not (follows_notice or is_awaited):
                yield self._choice("day", step, days)
        for what in ("count", "share"):
            for number, reached in reached_by_tallies(self._case, what).items():
                if isinstance(reached, Days) and reached.first < reached.last:
                    representative = self._representative(None, reached, self._in_order)
                    yield Choice(
                        (what, number), None, representative, representative, concerns_all=True
                    )
        if self._may_go_on():
            yield Choice(("goes on", None), None, (0, 1), (0, 1), concerns_all=True)
        if self._case.reversals[1]:
            yield Choice(("cycles", None), None, (0, 1), (0, 1), concerns_all=True)

    def _has_two_days(self, step: Step) -> bool:
        """Return whether the day of an act matters beside the day on which it takes effect."""
        if step.effect is Effect.LEAVES or step.index in self._awaited:
            return True
        counts_before = step.act.binds_at_once or step.index in self._required
        return counts_before and step.milestone.effective is not None

    def _choice(self, what: str, step: Step, days: Days) -> Choice:
        apart = [
            other
            for other in self._in_order
            if not _is_consent_of_some(other) or not set(other.parties).isdisjoint(step.parties)
        ]
        return Choice(
            (what, step.index),
            step,
            self._representative(step, days, self._in_order),
            self._representative(step, days, apart),
            self._concerns_all(step),
        )

    def _is_active(self, step: Step) -> bool:
        if step.index in self._awaited:
            return True
        if step.is_open:
            announced_entry = step.is_entry and step.is_announced
            return announced_entry and (
                step.done.last < FUTURE or step.milestone.effective is not None
            )
        reverses = step.is_done and bool(step.milestone.reverses)
        changes = step.effect is not Effect.NONE and step.effect is not Effect.UNDOES
        return changes or reverses or step.index in self._required | self._answers

    def _concerns_all(self, step: Step) -> bool:
        of_treaty = step.of_whole or not step.parties
        if of_treaty or step.effect in _OF_ALL:
            return True
        if step.index in self._required:
            return True
        if step.milestone.reverses or self._may_end:
            return True
        if step.effect in {Effect.APPLIES, Effect.CONTINUES} and self._has_end:
            return True  # a treaty that had ended may be applied anew
        consents = step.gives_consent or step.effect in _ORDERING
        if self._case.membership.has_two_sides:
            return consents or step.effect is Effect.SUSPENDS
        return consents and self._is_shared

    def _may_go_on(self) -> bool:
        treaty = self._case.treaty
        if treaty.duration is None or treaty.renewed_by == "automatic":
            return False
        extended = bool(self._case.having(Effect.CONTINUES))
        if treaty.renewed_by == "consent":
            return extended and treaty.renewal is None
        return extended or treaty.renewal is not None

    def _representative(
        self, step: Step | None, days: Days, others: Sequence[Step]
    ) -> tuple[int, ...]:
        """Return the days that represent all days of a range beside those of other steps.

        These are the first and the last, and the days on which something begins to be different:
        that on which the order of two acts changes, or that from which a period ends there.
        """
        chosen = {days.first, days.last}
        if not self._compares:
            return tuple(sorted(chosen))
        marks: set[int] = set()
        for other in others:
            two_days = self._has_two_days(other)
            on_its_own = two_days and other.milestone.effective is not None
            if on_its_own if other is step else self._depends_on_order(step, other):
                known = [other.takes_effect, other.done] if two_days else [other.takes_effect]
                marks.update(day for one in known for day in (one.first, one.last))
        begins = {mark + by for mark in marks for by in (0, 1)}
        if step is None or not self._is_unordered(step):
            begins.update(self._marks)
            begins |= self._begin_to_differ(begins)
            if self._periods:
                # A period that runs from before the first day of the calendar never ends later.
                begins |= {PAST + 1, FUTURE - 1}
        if self._are_several:
            # Two acts may both have been done before the next mark, on different days.
            begins.update([day - 1 for day in begins])
        chosen.update(day for day in begins if days.first < day < days.last)
        return tuple(sorted(chosen))

    def _is_unordered(self, step: Step) -> bool:
        return step.effect in UNORDERED and step.index not in self._answers

    def _depends_on_order(self, step: Step | None, other: Step) -> bool:
        """Return whether a stage may depend on which of two steps came first."""
        are_unordered = [self._is_unordered(one) for one in (step, other) if one is not None]
        if step is not None and any(
            one.effect in _ORDERING or one.milestone.reverses or one.reversals
            for one in (step, other)
        ):
            apart = bool(step.parties and other.parties) and not {*step.parties} & {*other.parties}
            return not (apart and any(are_unordered))
        return not any(are_unordered)

    def _begin_to_differ(self, days: set[int]) -> set[int]:
        """Return the days on which periods from some days end, and from which they end by them."""
        if self._term is not None:  # it runs after another period
            days = days | {last_start(day - 1, self._term) + 1 for day in days}
        begins = {last_start(day - 1, period) + 1 for day in days for period in self._periods}
        return begins | {
            Days(day, day).after(period).first for day in days for period in self._periods
        }


def _is_consent_of_some(step: Step) -> bool:
    is_plain = not step.reversals and not step.milestone.reverses
    return step.effect in CONSENT and bool(step.parties) and is_plain
