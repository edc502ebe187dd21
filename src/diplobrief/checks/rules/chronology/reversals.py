"""Steps that reverse others: whether there was anything to reverse, and whether it was in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.chronology.requirements import milestone_id, steps_by_id
from diplobrief.checks.treaties import when
from diplobrief.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.treaties.steps import Step


@rule("CHR018", "undone-out-of-time", Severity.ERROR)
def undone_out_of_time(context: CheckContext) -> Iterator[Problem]:
    """A step reverses another before it was done, or a withdrawal after it took effect.

    What it does:
        It compares the day of each completed milestone with the days of those in its `reverses`:
        with the day on which they were done and, for a notice of withdrawal, with the day on which
        it took effect.

    Why it matters:
        An act cannot be reversed before it is done, so one of the days is wrong. A notice of
        withdrawal can only be revoked before it takes effect; a party that has left can only
        rejoin with a new consent. A late revocation changes no stage.

    Example:
        `withdrawal` with the `effective` day `2026-06-01`, and a `revocation` of it on
        `2026-07-01`.

    Use instead:
        The right days; an `accession` if a party rejoins.

    References:
        Vienna Convention on the Law of Treaties, article 68.
    """
    by_id = steps_by_id(context)
    for treaty in context.treaties:
        for step in treaty.steps:
            if not step.is_done or step.index in treaty.misdated:
                continue
            for reference in step.milestone.reverses:
                owner, undone = by_id.get(milestone_id(reference, treaty), (treaty, None))
                if undone is None or undone.index in owner.misdated:
                    continue
                wrong = _what_is_wrong(step, undone)
                if wrong is not None:
                    what = context.describe(undone.milestone)
                    yield Problem(
                        treaty.path(step),
                        f"{context.describe(step.milestone)} ({when(step.milestone)}) reverses "
                        f"{what} {wrong}",
                        "correct one of the dates; a party that has left can only rejoin with a "
                        "new consent",
                        related=(Related(owner.path(undone), what),),
                    )


def _what_is_wrong(step: Step, undone: Step) -> str | None:
    if step.comes_before(undone):
        return f"before it was done ({when(undone.milestone)})"
    too_late = undone.takes_effect.last <= step.takes_effect.first
    if undone.leaves and undone.is_done and too_late and not step.gives_consent:
        effective = undone.milestone.effective or undone.takes_effect
        return f"too late: it had taken effect on {effective}"
    return None
