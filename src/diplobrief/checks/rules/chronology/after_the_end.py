"""Steps of a treaty that has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.courses import OPEN, when
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Course, Step

_NEEDS_A_TREATY: Final = frozenset(
    {
        Effect.SIGNS,
        Effect.CONSENTS,
        Effect.ESTABLISHES,
        Effect.APPLIES,
        Effect.ENTERS,
        Effect.CONTINUES,
        Effect.SUSPENDS,
        Effect.RESUMES,
        Effect.LEAVES,
    }
)
"""What can only be done while there is a treaty; it may still be published or spoken of."""


@rule("CHR012", "step-after-end", Severity.ERROR)
def step_after_end(context: CheckContext) -> Iterator[Problem]:
    """A step of a treaty lies after its termination or expiry.

    What it does:
        It compares the day on which the treaty as a whole ended with the days of signatures,
        consents, entries into force, extensions, suspensions and withdrawals.

    Why it matters:
        What has ended can be neither prolonged nor left. The day of the end is wrong, the step
        belongs to a treaty that came after it, or the end was undone, and the brief does not say.

    Example:
        `expiry` on `2026-02-05` beside `extension`, `completed`, on `2026-02-06`.

    Use instead:
        The days as they are, a treaty of its own for the successor, or the milestone that undid
        the end, with `reverses`.

    References:
        Vienna Convention on the Law of Treaties, articles 54 and 70.
    """
    for course in context.courses:
        ends = [step for step in course.plain("completed") if _ends(course, step)]
        if not ends:
            continue
        end = min(ends, key=lambda step: step.takes_effect.last)
        for step in course.plain("completed", *OPEN):
            if step.act.effect in _NEEDS_A_TREATY and end.takes_effect.last < step.days.first:
                yield Problem(
                    course.path(step),
                    f"{context.describe(step.milestone)} ({when(step.milestone)}) lies after "
                    f"{context.describe(end.milestone)} ({when(end.milestone)}), with which the "
                    "treaty ended",
                    "correct one of the two dates, or say what undid the end",
                )


def _ends(course: Course, step: Step) -> bool:
    """Say whether a step ended the treaty as a whole, not only for some of its parties."""
    if step.act.effect is not Effect.ENDS:
        return False
    parties = course.treaty.parties
    return not step.parties or (bool(parties) and set(parties).issubset(step.parties))
