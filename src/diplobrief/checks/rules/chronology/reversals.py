"""Steps that undo others: that there was something to undo, and that it was not too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.courses import CONSENT, when
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.chronology.requirements import milestone_id, steps_by_id
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Step


@rule("CHR018", "undone-out-of-time", Severity.ERROR)
def undone_out_of_time(context: CheckContext) -> Iterator[Problem]:
    """A step undoes another before that was done, or a withdrawal that has taken effect.

    What it does:
        It compares the day of each completed milestone with the days of those that it names in
        `reverses`: with the day on which they were done, and for a notice of withdrawal also
        with the day on which that took effect.

    Why it matters:
        What was not done cannot be undone, so that one of the two days is wrong. And a notice of
        withdrawal can be revoked until it takes effect, and not later: whoever has left has to
        consent anew, and may. A revocation that came too late changes no stage.

    Example:
        `withdrawal` with the `effective` day `2026-06-01`, and a `revocation` of it on
        `2026-07-01`.

    Use instead:
        The days as they are; an `accession` where a party comes back that had left.

    References:
        Vienna Convention on the Law of Treaties, article 68.
    """
    by_id = steps_by_id(context)
    for course in context.courses:
        for step in course.steps:
            if not step.is_done or step.misdated:
                continue
            for reference in step.milestone.reverses:
                undone = by_id.get(milestone_id(reference, course))
                if undone is None or undone.misdated:
                    continue
                wrong = _wrong(step, undone, leaves=course.is_left_by(undone))
                if wrong is not None:
                    what = context.describe(undone.milestone)
                    yield Problem(
                        course.path(step),
                        f"{context.describe(step.milestone)} ({when(step.milestone)}) "
                        + wrong.format(what),
                        "correct one of the two dates; who has left comes back by a new consent",
                    )


def _wrong(step: Step, undone: Step, *, leaves: bool) -> str | None:
    """Say what is wrong with a reversal, the place of the step that it undoes left open."""
    if step.comes_before(undone):
        return f"undoes {{}}, which was done only later ({when(undone.milestone)})"
    too_late = undone.takes_effect.last <= step.takes_effect.first
    if leaves and undone.is_done and too_late and step.act.effect not in CONSENT:
        effective = undone.milestone.effective or undone.milestone.date
        return f"undoes {{}} too late: that had taken effect on {effective}"
    return None
