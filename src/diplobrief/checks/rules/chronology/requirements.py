"""What a milestone requires: that it is done, and done before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.courses import NOT_DONE, Course, Step, when
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path


@rule("CHR006", "requirement-open", Severity.ERROR)
def requirement_open(context: CheckContext) -> Iterator[Problem]:
    """A step is completed, and something that it requires is not.

    What it does:
        It looks at the status of each milestone that a completed one names in `requires`.

    Why it matters:
        What must come first has not come: one of the two statuses is out of date.

    Example:
        `entry_into_force`, `completed`, that requires a `deposit` which is still `expected`.

    Use instead:
        The status that each of the two has by now.
    """
    for path, step, required in _requirements(context):
        if step.is_done and not required.is_done:
            yield Problem(
                path,
                f"{context.describe(step.milestone)} is completed, but it requires "
                f"{context.describe(required.milestone)}, which is {required.milestone.status}",
                "correct the status of one of the two",
            )


@rule("CHR007", "before-its-requirement", Severity.ERROR)
def before_its_requirement(context: CheckContext) -> Iterator[Problem]:
    """A step lies before something that it requires.

    What it does:
        It compares the day of each milestone with the days of those that it names in
        `requires`. What CHR006 says is not said again.

    Why it matters:
        What must come first came later: one of the two days is wrong.

    Example:
        `entry_into_force` on `2026-03-01` that requires a `deposit` on `2026-03-15`.

    Use instead:
        The days in their order.
    """
    for path, step, required in _requirements(context):
        is_open = step.is_done and required.milestone.status in NOT_DONE
        if not is_open and step.comes_before(required):
            yield Problem(
                path,
                f"{context.describe(step.milestone)} ({when(step.milestone)}) lies before "
                f"{context.describe(required.milestone)} ({when(required.milestone)}), which it "
                "requires",
                "correct one of the two dates",
            )


def _requirements(context: CheckContext) -> Iterator[tuple[Path, Step, Step]]:
    """Yield each requirement with its path: the step that has it, and the one that is required."""
    if not any(step.milestone.requires for course in context.courses for step in course.steps):
        return
    by_id = steps_by_id(context)
    for course in context.courses:
        for step in course.steps:
            for index, reference in enumerate(step.milestone.requires):
                required = by_id.get(milestone_id(reference, course))
                if required is not None:
                    yield course.path(step, "requires", index), step, required


def steps_by_id(context: CheckContext) -> dict[str, Step]:
    """Return the steps of all treaties by the ids of their milestones, as `treaty#milestone`."""
    return {
        f"{course.treaty.id}#{step.milestone.id}": step
        for course in context.courses
        for step in course.steps
        if step.milestone.id is not None
    }


def milestone_id(reference: str, course: Course) -> str:
    """Return a reference to a milestone as it is written from outside its treaty."""
    return reference if "#" in reference else f"{course.treaty.id}#{reference}"
