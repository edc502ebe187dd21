"""What is reported as done on a day after that of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.context import titled
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.model import PartialDate, When


@rule("CHR002", "completed-after-brief", Severity.ERROR)
def completed_after_brief(context: CheckContext) -> Iterator[Problem]:
    """Something is completed on a day that had not come when the brief was written.

    What it does:
        It compares the day of each milestone, event and act that is `completed` with the brief's
        own day: `updated`, else `published`, else the dateline's. A brief that states a time is
        given the day that any place on earth counts at that moment.

    Why it matters:
        Nobody can report what has not happened. The date is wrong, the status is, or the brief
        was updated without saying so.

    Example:
        A brief `published` on `2026-03-04` with a milestone that is `completed` on `2026-04-03`.

    Use instead:
        The right date, the status `scheduled`, or the day of the update as `updated`.
    """
    for course in context.courses:
        for step in course.steps:
            if step.is_done and step.days.first > context.own_days.last:
                what = context.describe(step.milestone)
                yield Problem(
                    course.path(step), *_early(context, what, step.milestone.date, "completed")
                )
    for at, event in enumerate(context.brief.events):
        if event.status == "completed" and _is_later(context, event.start):
            what = titled(event)
            yield Problem(("events", at, "start"), *_early(context, what, event.start, "completed"))
    for at, act in enumerate(context.brief.acts):
        if act.status == "completed" and Days.within(act.date).first > context.own_days.last:
            what = titled(act)
            yield Problem(("acts", at, "date"), *_early(context, what, act.date, "completed"))


@rule("CHR013", "quote-after-brief", Severity.ERROR)
def quote_after_brief(context: CheckContext) -> Iterator[Problem]:
    """A statement was made on a day that had not come when the brief was written.

    What it does:
        It compares `said_on` of each quote, or else the start of its `event`, with the brief's
        own day.

    Why it matters:
        A brief can announce what somebody will do, and not report what somebody will say.

    Example:
        A brief `published` on `2026-03-04` with a quote that was `said_on` `2026-03-05`.

    Use instead:
        The day on which it was said, or the day of the update as `updated`.
    """
    events = {event.id: event for event in context.brief.events if event.id is not None}
    for at, quote in enumerate(context.brief.quotes):
        day, member = quote.said_on, "said_on"
        if day is None and quote.event is not None:
            day, member = events[quote.event].start, "event"
        if _is_later(context, day):
            yield Problem(("quotes", at, member), *_early(context, "the statement", day, "made"))


def _is_later(context: CheckContext, day: PartialDate | When | None) -> bool:
    own = context.brief.day
    if day is None or own is None:
        return False
    if day.instant is not None and own.instant is not None:
        return day.instant > own.instant
    return Days.within(day).first > context.own_days.last


def _early(context: CheckContext, what: str, day: object, done: str) -> tuple[str, str]:
    return (
        f"{what} is said to have been {done} on {day}, but the brief is of {context.brief.day}",
        "correct the date or the status, or say when the brief was updated",
    )
