"""Something announced for a day that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.context import titled
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Days
from diplobrief.treaties.steps import ANNOUNCED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.diagnostics import Path
    from diplobrief.model import Event, When
    from diplobrief.treaties.steps import Step

_UNFINISHED: Final = ANNOUNCED | {"ongoing"}


@rule("CHR001", "open-before-completed", Severity.ERROR)
def open_before_completed(context: CheckContext) -> Iterator[Problem]:
    """A step is announced for a day before a step that is already completed.

    What it does:
        It compares the date of each milestone that is `scheduled` or `expected` with the dates
        of the completed milestones of the same treaty. If partial or qualified dates leave the
        order open, nothing is reported. Steps completed after the brief's own day are left to
        CHR002.

    Why it matters:
        If one chamber "is set to review" a treaty on the 16th, and the other is reported to have
        passed it on the 18th, one of the dates is wrong, or the first report is out of date.

    Example:
        `parliamentary_approval`, `scheduled`, `2025-04-16`, beside `parliamentary_approval`,
        `completed`, `2025-04-18`.

    Use instead:
        The day on which the other chamber voted, or the present status of the first step.
    """
    for treaty in context.treaties:
        for step, done in _overtaken(treaty):
            yield Problem(
                treaty.path(step),
                f"{context.describe(step.milestone)} is still marked as {step.milestone.status} "
                f"for {step.milestone.date}, but {context.describe(done.milestone)} was already "
                f"completed on {done.milestone.date}",
                "correct one of the dates, or update the status of the earlier step",
                related=(Related(treaty.path(done), f"completed on {done.milestone.date}"),),
            )


@rule("CHR003", "open-after-its-day", Severity.WARNING)
def open_after_its_day(context: CheckContext) -> Iterator[Problem]:
    """Something is announced for a day that had passed when the brief was written.

    What it does:
        It compares the day of each milestone, event and act that is `scheduled` or `expected`
        with the brief's own day: `updated`, or else `published`, or else that of the dateline.
        Milestones that CHR001 reports are left out. For an event or act that is `ongoing`, it
        compares the last day: the `end`, or `until`.

    Why it matters:
        It has happened by now, or it was postponed, and the brief does not say which.

    Example:
        A brief `published` on `2026-03-10` with an event that is `scheduled` for `2026-03-03`.

    Use instead:
        The status `completed`, `postponed` or `cancelled`, or the right day.
    """
    today = context.own_days
    for treaty in context.treaties:
        late = [step for step in treaty.steps if step.is_announced and step.done.last < today.first]
        if late:
            known = {step.index for step, _ in _overtaken(treaty)}
            for step in late:
                if step.index not in known:
                    milestone = step.milestone
                    yield _overdue(
                        context,
                        treaty.path(step),
                        context.describe(milestone),
                        milestone.status,
                        milestone.date,
                    )
    for at, event in enumerate(context.brief.events):
        member, last = _last_day_of_event(event)
        if event.status in _UNFINISHED and Days.within(last).last < today.first:
            yield _overdue(context, ("events", at, member), titled(event), event.status, last)
    for at, act in enumerate(context.brief.acts):
        member, day = ("until", act.until) if act.status == "ongoing" else ("date", act.date)
        if act.status in _UNFINISHED and Days.within(day).last < today.first:
            yield _overdue(context, ("acts", at, member), titled(act), act.status, day)


def _last_day_of_event(event: Event) -> tuple[str, When | None]:
    if event.end is not None or event.status == "ongoing":
        return "end", event.end
    return "start", event.start


def _overdue(
    context: CheckContext, path: Path, what: str, status: str | None, day: object
) -> Problem:
    return Problem(
        path,
        f"{what} is still marked as {status} for {day}, but the brief is dated {context.brief.day}",
        "update the status, or correct the date",
        related=context.own_day_as_related,
    )


def _overtaken(treaty: CheckedTreaty) -> Iterator[tuple[Step, Step]]:
    """Yield each announced step with a day before a completed one, with that one."""
    announced = [step for step in treaty.steps if step.is_announced]
    latest = treaty.latest if announced else None
    if latest is not None:
        for step in announced:
            if step.comes_before(latest):
                yield step, latest
