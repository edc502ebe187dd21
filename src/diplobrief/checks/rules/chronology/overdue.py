"""What is announced for a day that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.context import titled
from diplobrief.checks.courses import OPEN
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Course, Step


@rule("CHR001", "open-before-completed", Severity.ERROR)
def open_before_completed(context: CheckContext) -> Iterator[Problem]:
    """A step is still to come on a day before a step that is already completed.

    What it does:
        It compares the date of each milestone that is `scheduled` or `expected` with the dates
        of the completed milestones of the same treaty. Partial and qualified dates decide only
        what they can decide: where the days could fit, nothing is found. Steps completed after
        the brief's own day are left to CHR002.

    Why it matters:
        When one chamber "is set to review" a treaty on the 16th, and the other is said to have
        passed it on the 18th, one of the two dates is wrong, or the first is old news.

    Example:
        `parliamentary_approval`, `scheduled`, `2025-04-16`, beside `parliamentary_approval`,
        `completed`, `2025-04-18`.

    Use instead:
        The day on which the other chamber really voted, or the status that the first step has
        by now.
    """
    for course in context.courses:
        for step, done in _overtaken(course):
            yield Problem(
                course.path(step),
                (
                    f"{context.describe(step.milestone)} is still {step.milestone.status} for "
                    f"{step.milestone.date}, but {context.describe(done.milestone)} was already "
                    f"completed on {done.milestone.date}"
                ),
                "correct one of the two dates, or the status of the earlier step",
            )


@rule("CHR003", "open-after-its-day", Severity.WARNING)
def open_after_its_day(context: CheckContext) -> Iterator[Problem]:
    """Something is still to come on a day that was past when the brief was written.

    What it does:
        It compares the day of each milestone, event and act that is `scheduled` or `expected`
        with the brief's own day: `updated`, else `published`, else the dateline's. What CHR001
        says of a milestone is not said again.

    Why it matters:
        Either it has happened by now, or it was put off; the reader is told neither.

    Example:
        A brief `published` on `2026-03-10` with an event that is `scheduled` for `2026-03-03`.

    Use instead:
        The status `completed`, `postponed` or `cancelled`, or the day that is meant.
    """
    today = context.own_days
    for course in context.courses:
        late = [
            step
            for step in course.steps
            if step.milestone.status in OPEN and step.days.last < today.first
        ]
        if late:
            said = {step.index for step, _ in _overtaken(course)}
            for step in late:
                if step.index not in said:
                    what = context.describe(step.milestone)
                    yield _late(
                        context, course.path(step), what, step.milestone.status, step.milestone.date
                    )
    for at, event in enumerate(context.brief.events):
        last = event.end or event.start
        if event.status in OPEN and Days.within(last).last < today.first:
            member = "start" if event.end is None else "end"
            yield _late(context, ("events", at, member), titled(event), event.status, last)
    for at, act in enumerate(context.brief.acts):
        if act.status in OPEN and Days.within(act.date).last < today.first:
            yield _late(context, ("acts", at, "date"), titled(act), act.status, act.date)


def _late(
    context: CheckContext, path: tuple[str | int, ...], what: str, status: str | None, day: object
) -> Problem:
    return Problem(
        path,
        f"{what} is still {status} for {day}, but the brief is of {context.brief.day}",
        "say what came of it, or correct the date",
    )


def _overtaken(course: Course) -> Iterator[tuple[Step, Step]]:
    """Yield each open step that lies before a completed one, with that one."""
    still_open = [step for step in course.steps if step.milestone.status in OPEN]
    latest = course.overtaken_by if still_open else None
    if latest is not None:
        for step in still_open:
            if step.comes_before(latest):
                yield step, latest
