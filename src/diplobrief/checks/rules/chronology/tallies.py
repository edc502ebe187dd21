"""Reported counts of parties, set against each other and against the consents recorded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from diplobrief.checks.courses import CONSENT
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Course


@rule("CHR017", "count-below-records", Severity.WARNING)
def count_below_records(context: CheckContext) -> Iterator[Problem]:
    """A reported count is lower than an earlier one, or than the consents that are recorded.

    What it does:
        It compares the `count` of each completed `tally` with the number of parties whose
        consent to be bound is recorded for days that surely lie before it, and with the counts
        of earlier days. Parties that have left by then are not counted; where any has, or has
        taken its consent back, a count may have fallen.

    Why it matters:
        Sixty-two ratifications cannot be followed by a count of sixty. The count, a day or a
        consent is wrong, or a withdrawal is missing.

    Example:
        `{kind: tally, date: 2026-05-01, count: 1}` after the deposits of two parties in April.

    Use instead:
        The count of that day.

    References:
        Vienna Convention on the Law of Treaties, article 77(1)(f).
    """
    for course in context.courses:
        tallies = sorted(
            (
                step
                for step in course.plain("completed")
                if step.act.effect is Effect.COUNTS and step.milestone.count is not None
            ),
            key=lambda step: step.days.last,
        )
        if not tallies:
            continue
        consents, ends = _consents_and_ends(course)
        lasts = [step.days.last for step in tallies]
        highest = [0, *accumulate((step.milestone.count or 0 for step in tallies), max)]
        for step in tallies:
            recorded = bisect_left(consents, step.days.first) - bisect_right(ends, step.days.last)
            before = highest[bisect_left(lasts, step.days.first)]
            count = step.milestone.count or 0
            if count < recorded:
                parties = "party" if recorded == 1 else "parties"
                known = f"the brief records the consent of {recorded} {parties} before that day"
            elif count < before and not bisect_right(ends, step.days.last):
                known = f"it was {before} before"
            else:
                continue
            yield Problem(
                course.path(step, "count"),
                f"the count of {step.milestone.date} is {count}, but {known}",
                "correct the count, or record who has left",
            )


def _consents_and_ends(course: Course) -> tuple[list[int], list[int]]:
    """Return, sorted, the last day that fits the consent of each party, and the first of ends."""
    ends = sorted(
        min(step.days.first, step.takes_effect.first)
        for step in course.steps
        if step.is_done and step.act.effect in {Effect.LEAVES, Effect.UNDOES}
        for _ in step.parties or ("",)
    )
    consented: dict[str, int] = {}
    for step in course.plain("completed", undone=True):
        if step.act.effect in CONSENT:
            for party in step.parties:
                last = step.days.last
                consented[party] = min(last, consented.get(party, last))
    return sorted(consented.values()), ends
