"""Steps of a treaty after it has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.treaties import when
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Effect
from diplobrief.treaties.effects import NEEDS_A_TREATY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext


@rule("CHR012", "step-after-end", Severity.ERROR)
def step_after_end(context: CheckContext) -> Iterator[Problem]:
    """A step of a treaty comes after its termination or expiry.

    What it does:
        It compares the day on which the treaty as a whole ended with the days of signatures,
        consents, entries into force, extensions, suspensions and withdrawals.

    Why it matters:
        A treaty that has ended can be neither extended nor left. The day of the end is wrong, the
        step belongs to a later treaty, or the end was reversed and the brief does not say so.

    Example:
        `expiry` on `2026-02-05` beside `extension`, `completed`, on `2026-02-06`.

    Use instead:
        The right days, a separate treaty for the successor, or the milestone that reversed the
        end, with `reverses`.

    References:
        Vienna Convention on the Law of Treaties, articles 54 and 70.
    """
    for treaty in context.treaties:
        ends = [
            step
            for step in treaty.usable(announced=False)
            if step.effect is Effect.ENDS and step.act.ends_as
        ]
        if not ends:
            continue
        end = min(ends, key=lambda step: step.takes_effect.last)
        for step in treaty.usable():
            if step.act.effect in NEEDS_A_TREATY and end.takes_effect.last < step.done.first:
                ended = context.describe(end.milestone)
                yield Problem(
                    treaty.path(step),
                    f"{context.describe(step.milestone)} ({when(step.milestone)}) comes after the "
                    f"treaty ended by {ended} ({when(end.milestone)})",
                    "correct one of the dates, or add the milestone that reversed the end",
                    related=(Related(treaty.path(end), f"{ended}, which ended the treaty"),),
                )
