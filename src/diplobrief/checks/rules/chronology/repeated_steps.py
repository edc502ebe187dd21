"""The same step, recorded twice with different days."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.checks.courses import OPEN
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Course, Step

_ONCE: Final = frozenset(
    {
        "adoption",
        "opening_for_signature",
        "signature",
        "parliamentary_approval",
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
"""Kinds of act that one actor does once; others, such as a declaration, are done again."""

_ENDING: Final = frozenset({Effect.LEAVES, Effect.ENDS})
_WHOLE: Final = ""
_ANYBODY: Final = "*"
_BEGINNING: Final = frozenset(
    {Effect.SIGNS, Effect.CONSENTS, Effect.ESTABLISHES, Effect.ENTERS, Effect.RESUMES}
)


@rule("CHR010", "same-step-twice", Severity.WARNING)
def same_step_twice(context: CheckContext) -> Iterator[Problem]:
    """The same step is recorded twice, with different days.

    What it does:
        It compares milestones of one kind by the same organs and parties, towards the same
        counterparties, in the same scope, at the same place and event, and to the same end. Two
        of them are no duplicate where something between them undid the first: a withdrawal, a
        revocation, a refusal, a return to those who had decided.

    Why it matters:
        Two sources that disagree on a day leave two records; the reader has to know which holds.

    Example:
        `deposit`, `completed`, by one party on `2026-03-01`, and again on `2026-03-10`.

    Use instead:
        One record, with the range `[2026-03-01..2026-03-10]` where the day is not known.
    """
    for course in context.courses:
        if len(course.steps) > 1:
            for earlier, later in _repeated(course):
                yield Problem(
                    course.path(later),
                    f"{context.describe(later.milestone)} is recorded for {later.milestone.date} "
                    f"and for {earlier.milestone.date}",
                    "keep one of the two, or say what undid the first",
                )


def _repeated(course: Course) -> Iterator[tuple[Step, Step]]:
    groups: dict[object, list[Step]] = {}
    for step in course.steps:
        one = step.milestone
        if one.kind in _ONCE and one.date is not None and (step.is_done or one.status in OPEN):
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
            )
            groups.setdefault(key, []).append(step)
    undoing: dict[bool, _Undoing] = {}
    for group in groups.values():
        if len(group) < 2:
            continue
        group.sort(key=lambda step: (step.days.first, step.days.last, step.index))
        ending = group[0].act.effect in _ENDING
        if ending not in undoing:
            undoing[ending] = _Undoing.of(course, ending=ending)
        for earlier, later in pairwise(group):
            if (
                earlier.comes_before(later)
                and not earlier.undone
                and not undoing[ending].between(earlier, later)
            ):
                yield earlier, later


class _Undoing:
    """The steps that undo what came before, ready to be asked for those between two days."""

    __slots__ = ("_by_party",)

    def __init__(self, steps: Iterable[Step]) -> None:
        by_party: dict[str, list[Step]] = {}
        for step in steps:
            for party in (*(step.parties or (_WHOLE,)), _ANYBODY):
                by_party.setdefault(party, []).append(step)
        self._by_party = {party: _Line(own) for party, own in by_party.items()}

    @classmethod
    def of(cls, course: Course, *, ending: bool) -> _Undoing:
        """Return what undoes the acts of a treaty, or what undoes an end of it."""
        effects = _BEGINNING if ending else _ENDING
        return cls(step for step in course.steps if _undoes(step, effects))

    def between(self, earlier: Step, later: Step) -> bool:
        """Say whether one of them may lie between two steps, and concerns the same party."""
        parties = (*earlier.parties, _WHOLE) if earlier.parties else (_ANYBODY,)
        lines = [self._by_party[party] for party in parties if party in self._by_party]
        first = min(earlier.days.first, earlier.takes_effect.first)
        return any(line.meets(first, later.days.last) for line in lines)


class _Line:
    """Stretches of days, ready to be asked whether one of them meets another."""

    __slots__ = ("_earliest", "_lasts")

    def __init__(self, steps: Iterable[Step]) -> None:
        # An act and its effect are two days, and a new beginning may lie between them.
        days = sorted(
            (
                max(step.days.last, step.takes_effect.last),
                min(step.days.first, step.takes_effect.first),
            )
            for step in steps
        )
        self._lasts = [last for last, _ in days]
        # The earliest first day among all that end no sooner.
        self._earliest = [*accumulate((first for _, first in reversed(days)), min)][::-1]

    def meets(self, first: int, last: int) -> bool:
        """Say whether one of the stretches has a day in common with this one."""
        at = bisect_left(self._lasts, first)
        return at < len(self._lasts) and self._earliest[at] <= last


def _undoes(step: Step, effects: frozenset[Effect]) -> bool:
    if step.milestone.status in {"rejected", "returned"}:
        return True
    return step.is_done and (step.act.effect in effects or step.act.effect is Effect.UNDOES)
