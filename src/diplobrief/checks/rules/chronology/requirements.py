"""What a milestone requires: whether that is done, and was done before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.treaties import when
from diplobrief.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.diagnostics import Path
    from diplobrief.treaties.steps import Step


class _Requirement(NamedTuple):
    path: Path
    step: Step
    required: Step
    required_path: Path


@rule("CHR006", "requirement-open", Severity.ERROR)
def requirement_open(context: CheckContext) -> Iterator[Problem]:
    """A step is completed, but something that it requires is not.

    What it does:
        It looks at the status of each milestone that a completed one names in `requires`.

    Why it matters:
        A step cannot be completed before what it requires: one of the statuses is out of date.

    Example:
        `entry_into_force`, `completed`, that requires a `deposit` which is still `expected`.

    Use instead:
        The present status of each of the two.
    """
    for path, step, required, required_path in _requirements(context):
        if step.is_done and not required.is_done:
            yield Problem(
                path,
                f"{context.describe(step.milestone)} is completed, but it requires "
                f"{context.describe(required.milestone)}, which is {required.milestone.status}",
                "correct the status of one of the two",
                related=(Related(required_path, context.describe(required.milestone)),),
            )


@rule("CHR007", "before-its-requirement", Severity.ERROR)
def before_its_requirement(context: CheckContext) -> Iterator[Problem]:
    """A step comes before something that it requires.

    What it does:
        It compares the day of each milestone with the days of those in its `requires`. Steps that
        CHR006 reports are left out.

    Why it matters:
        The requirement comes too late: one of the days is wrong.

    Example:
        `entry_into_force` on `2026-03-01` that requires a `deposit` on `2026-03-15`.

    Use instead:
        The days in their order.
    """
    for path, step, required, required_path in _requirements(context):
        reported = step.is_done and required.is_open
        if not reported and step.comes_before(required):
            yield Problem(
                path,
                f"{context.describe(step.milestone)} ({when(step.milestone)}) comes before "
                f"{context.describe(required.milestone)} ({when(required.milestone)}), which it "
                "requires",
                "correct one of the dates",
                related=(Related(required_path, context.describe(required.milestone)),),
            )


def _requirements(context: CheckContext) -> Iterator[_Requirement]:
    """Yield each requirement: its path, the step that has it, and the one that is required."""
    if not any(
        milestone.requires for treaty in context.brief.treaties for milestone in treaty.milestones
    ):
        return
    by_id = steps_by_id(context)
    for treaty in context.treaties:
        for step in treaty.steps:
            for index, reference in enumerate(step.milestone.requires):
                known = by_id.get(milestone_id(reference, treaty))
                if known is not None:
                    owner, required = known
                    path = treaty.path(step, "requires", index)
                    yield _Requirement(path, step, required, owner.path(required))


def steps_by_id(context: CheckContext) -> dict[str, tuple[CheckedTreaty, Step]]:
    """Return the steps of all treaties, with their treaty, by `treaty#milestone`."""
    return {
        f"{treaty.treaty.id}#{step.milestone.id}": (treaty, step)
        for treaty in context.treaties
        for step in treaty.steps
        if step.milestone.id is not None
    }


def milestone_id(reference: str, treaty: CheckedTreaty) -> str:
    """Return a reference to a milestone as other treaties write it."""
    return reference if "#" in reference else f"{treaty.treaty.id}#{reference}"
