"""The same step, recorded twice with different days."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.treaties.steps import Step

_ONCE: Final = frozenset(
    {
        "adoption",
        "opening_for_signature",
        "signature",
        "definitive_signature",
        "promulgation",
        "ratification",
        "acceptance",
        "approval",
        "accession",
        "succession",
        "exchange_of_instruments",
        "deposit",
        "entry_into_force",
        "registration",
        "withdrawal",
        "termination",
        "expiry",
    }
)
"""Kinds of act that one actor performs once. A chamber votes several times: on motions and in
readings; its votes are only compared if they have the same numbers."""
_VOTE: Final = "parliamentary_approval"
_ENDING: Final = frozenset({Effect.LEAVES, Effect.ENDS})
_BEGINNING: Final = frozenset(
    {Effect.SIGNS, Effect.CONSENTS, Effect.ESTABLISHES, Effect.ENTERS, Effect.RESUMES}
)
_WHOLE: Final = ""
_ANYBODY: Final = "*"


@rule("CHR010", "same-step-twice", Severity.WARNING)
def same_step_twice(context: CheckContext) -> Iterator[Problem]:
    """The same step is recorded twice, with different days.

    What it does:
        It compares milestones of one kind by the same organs and parties, towards the same
        counterparties, in the same scope, at the same place and event, and for the same purpose.
        Two of them are not duplicates if something between them reversed the first: a withdrawal,
        a revocation, a refusal. Votes of a chamber are only compared if they have the same
        numbers, since a chamber votes on motions and in several readings. An entry into force is
        only compared with one of the same membership.

    Why it matters:
        Two sources that disagree on a day leave two records, and the reader cannot tell which is
        right.

    Example:
        `deposit`, `completed`, by one party on `2026-03-01`, and again on `2026-03-10`.

    Use instead:
        One record, with the range `[2026-03-01..2026-03-10]` if the day is not known.
    """
    for treaty in context.treaties:
        if len(treaty.steps) > 1:
            for earlier, later in _repeated(treaty):
                what = context.describe(later.milestone)
                yield Problem(
                    treaty.path(later),
                    f"{what} is recorded for both {earlier.milestone.date} and "
                    f"{later.milestone.date}",
                    "keep one of the two, or add the act that reversed the first",
                    related=(Related(treaty.path(earlier), f"{what}, recorded before"),),
                )


def _repeated(treaty: CheckedTreaty) -> Iterator[tuple[Step, Step]]:
    groups: dict[object, list[Step]] = {}
    for step in treaty.steps:
        one = step.milestone
        compared = one.kind in _ONCE or (one.kind == _VOTE and one.vote is not None)
        if compared and one.date is not None and (step.is_done or step.is_announced):
            key = (
                one.kind,
                step.is_done,
                frozenset(one.by),
                frozenset(step.parties),
                frozenset(one.counterparties),
                one.scope,
                one.toward,
                one.place,
                one.event,
                one.vote,
            )
            groups.setdefault(key, []).append(step)
    ending: dict[bool, _Reversing] = {}
    for group in groups.values():
        if len(group) < 2:
            continue
        group.sort(key=lambda step: (step.done.first, step.done.last, step.index))
        is_end = group[0].act.effect in _ENDING
        if is_end not in ending:
            ending[is_end] = _Reversing.of(treaty, is_end=is_end)
        for earlier, later in pairwise(group):
            if (
                earlier.comes_before(later)
                and not treaty.is_reversed(earlier)
                and not ending[is_end].between(earlier, later)
            ):
                yield earlier, later


class _Reversing:
    """The steps that reverse earlier ones, by party and day."""

    __slots__ = ("_by_party",)

    def __init__(self, steps: Iterable[Step]) -> None:
        by_party: dict[str, list[Step]] = {}
        for step in steps:
            for party in (*(step.parties or (_WHOLE,)), _ANYBODY):
                by_party.setdefault(party, []).append(step)
        self._by_party = {party: _Intervals(own) for party, own in by_party.items()}

    @classmethod
    def of(cls, treaty: CheckedTreaty, *, is_end: bool) -> _Reversing:
        """Return what reverses the acts of a treaty, or what reverses an end of it."""
        effects = _BEGINNING if is_end else _ENDING
        return cls(step for step in treaty.steps if _reverses(step, effects))

    def between(self, earlier: Step, later: Step) -> bool:
        """Return whether one may come between two steps, and concerns the same party."""
        parties = (*earlier.parties, _WHOLE) if earlier.parties else (_ANYBODY,)
        known = [self._by_party[party] for party in parties if party in self._by_party]
        first = min(earlier.done.first, earlier.takes_effect.first)
        return any(intervals.meet(first, later.done.last) for intervals in known)


class _Intervals:
    """Intervals of days, for the question whether one of them meets another."""

    __slots__ = ("_earliest", "_lasts")

    def __init__(self, steps: Iterable[Step]) -> None:
        # An act and its effect are two days, and a new beginning may come between them.
        days = sorted(
            (
                max(step.done.last, step.takes_effect.last),
                min(step.done.first, step.takes_effect.first),
            )
            for step in steps
        )
        self._lasts = [last for last, _ in days]
        # The earliest first day among all that end no sooner.
        self._earliest = [*accumulate((first for _, first in reversed(days)), min)][::-1]

    def meet(self, first: int, last: int) -> bool:
        """Return whether one of the intervals has a day in common with this one."""
        at = bisect_left(self._lasts, first)
        return at < len(self._lasts) and self._earliest[at] <= last


def _reverses(step: Step, effects: frozenset[Effect]) -> bool:
    if step.milestone.status in {"rejected", "returned"}:
        return True
    return step.is_done and (step.act.effect in effects or step.act.effect is Effect.UNDOES)
