"""What is reported as done on a day after that of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.context import titled
from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import Subject
    from diplobrief.model import PartialDate, When


@rule("CHR002", "completed-after-brief", Severity.ERROR)
def completed_after_brief(subject: Subject) -> Iterator[Problem]:
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
    for course in subject.courses:
        for step in course.steps:
            if step.is_done and step.days.first > subject.own_days.last:
                what = subject.describe(step.milestone)
                yield Problem(
                    course.path(step), *_early(subject, what, step.milestone.date, "completed")
                )
    for at, event in enumerate(subject.brief.events):
        if event.status == "completed" and _is_later(subject, event.start):
            what = titled(event)
            yield Problem(("events", at, "start"), *_early(subject, what, event.start, "completed"))
    for at, act in enumerate(subject.brief.acts):
        if act.status == "completed" and Days.within(act.date).first > subject.own_days.last:
            what = titled(act)
            yield Problem(("acts", at, "date"), *_early(subject, what, act.date, "completed"))


@rule("CHR013", "quote-after-brief", Severity.ERROR)
def quote_after_brief(subject: Subject) -> Iterator[Problem]:
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
    events = {event.id: event for event in subject.brief.events if event.id is not None}
    for at, quote in enumerate(subject.brief.quotes):
        day, member = quote.said_on, "said_on"
        if day is None and quote.event is not None:
            day, member = events[quote.event].start, "event"
        if _is_later(subject, day):
            yield Problem(("quotes", at, member), *_early(subject, "the statement", day, "made"))


def _is_later(subject: Subject, day: PartialDate | When | None) -> bool:
    own = subject.brief.day
    if day is None or own is None:
        return False
    if day.instant is not None and own.instant is not None:
        return day.instant > own.instant
    return Days.within(day).first > subject.own_days.last


def _early(subject: Subject, what: str, day: object, done: str) -> tuple[str, str]:
    return (
        f"{what} is said to have been {done} on {day}, but the brief is of {subject.brief.day}",
        "correct the date or the status, or say when the brief was updated",
    )
