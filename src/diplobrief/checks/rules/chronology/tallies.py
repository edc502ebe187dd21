"""Reported counts of parties, compared with each other and with the recorded consents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.treaties.steps import Step

_SHOWN: Final = 3
"""How many of the recorded consents a finding shows; the last ones are most often wrong."""


@rule("CHR017", "count-below-records", Severity.WARNING)
def count_below_records(context: CheckContext) -> Iterator[Problem]:
    """A reported count is lower than an earlier one, or than the number of recorded consents.

    What it does:
        It compares the `count` of each completed `tally` with the number of parties whose
        consent to be bound is recorded for earlier days, and with the counts of earlier days.
        Parties that have left by then are not counted; if any party has left, or has withdrawn
        its consent, a count may have fallen.

    Why it matters:
        A count of sixty cannot follow sixty-two ratifications. The count, a day or a consent is
        wrong, or a withdrawal is missing.

    Example:
        `{kind: tally, date: 2026-05-01, count: 1}` after the deposits of two parties in April.

    Use instead:
        The right count.

    References:
        Vienna Convention on the Law of Treaties, article 77(1)(f).
    """
    for treaty in context.treaties:
        tallies = sorted(
            (
                step
                for step in treaty.usable(announced=False)
                if step.act.effect is Effect.COUNTS and step.milestone.count is not None
            ),
            key=lambda step: step.done.last,
        )
        if not tallies:
            continue
        consents, ends = _consents_and_ends(treaty)
        lasts = [step.done.last for step in tallies]
        highest = [0, *accumulate((step.milestone.count or 0 for step in tallies), max)]
        for step in tallies:
            until = bisect_left(consents, step.done.first, key=lambda one: one.done.last)
            recorded = until - bisect_right(ends, step.done.last)
            earlier = bisect_left(lasts, step.done.first)
            before = highest[earlier]
            count = step.milestone.count or 0
            related: tuple[Related, ...] = ()
            if count < recorded:
                parties = "party" if recorded == 1 else "parties"
                known = f"the brief records the consent of {recorded} {parties} before that day"
                related = tuple(
                    Related(
                        treaty.path(consent), f"{context.describe(consent.milestone)} is recorded"
                    )
                    for consent in consents[max(until - _SHOWN, 0) : until]
                )
            elif count < before and not bisect_right(ends, step.done.last):
                known = f"it was {before} before"
                other = max(tallies[:earlier], key=lambda one: one.milestone.count or 0)
                related = (Related(treaty.path(other, "count"), f"the count was {before}"),)
            else:
                continue
            yield Problem(
                treaty.path(step, "count"),
                f"the count of {step.milestone.date} is {count}, but {known}",
                "correct the count, or record which parties have left",
                related=related,
            )


def _consents_and_ends(treaty: CheckedTreaty) -> tuple[list[Step], list[int]]:
    """Return, in the order of their last possible days, the first consent of each party.

    And, in order, the first possible day of each end of a consent.
    """
    ends = sorted(
        min(step.done.first, step.takes_effect.first)
        for step in treaty.steps
        if step.is_done and step.act.effect in {Effect.LEAVES, Effect.UNDOES}
        for _ in step.parties or ("",)
    )
    consented: dict[str, Step] = {}
    for step in treaty.usable(announced=False, reversed_=True):
        if step.gives_consent:
            for party in step.parties:
                known = consented.get(party, step)
                consented[party] = min(known, step, key=lambda one: one.done.last)
    return sorted(consented.values(), key=lambda one: one.done.last), ends
