"""Something reported as done on a day after that of the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.context import titled
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path
    from diplobrief.model import PartialDate, When

_BEGUN: Final = frozenset({"completed", "ongoing"})


@rule("CHR002", "completed-after-brief", Severity.ERROR)
def completed_after_brief(context: CheckContext) -> Iterator[Problem]:
    """Something is reported as completed on a day after that of the brief.

    What it does:
        It compares the day of each milestone, event and act with the status `completed`, and the
        first day of each event that is `ongoing`, with the brief's own day: `updated`, or else
        `published`, or else that of the dateline. If the brief states a time, every day counts
        that it is somewhere on earth at that moment.

    Why it matters:
        A brief cannot report what has not happened. The date or the status is wrong, or the brief
        was updated and does not say so.

    Example:
        A brief `published` on `2026-03-04` with a milestone that is `completed` on `2026-04-03`.

    Use instead:
        The right date, the status `scheduled`, or the day of the update as `updated`.
    """
    for treaty in context.treaties:
        for step in treaty.steps:
            if step.is_done and step.done.first > context.own_days.last:
                what = context.describe(step.milestone)
                yield _too_early(context, treaty.path(step), what, step.milestone.date, "completed")
    for at, event in enumerate(context.brief.events):
        if event.status in _BEGUN and _is_later(context, event.start):
            yield _too_early(
                context, ("events", at, "start"), titled(event), event.start, event.status
            )
    for at, act in enumerate(context.brief.acts):
        if act.status == "completed" and Days.within(act.date).first > context.own_days.last:
            yield _too_early(context, ("acts", at, "date"), titled(act), act.date, "completed")


@rule("CHR013", "quote-after-brief", Severity.ERROR)
def quote_after_brief(context: CheckContext) -> Iterator[Problem]:
    """A statement is reported as made on a day after that of the brief.

    What it does:
        It compares `said_on` of each quote, or else the start of its `event`, with the brief's
        own day.

    Why it matters:
        A brief can announce an event, but not quote a statement before it is made.

    Example:
        A brief `published` on `2026-03-04` with a quote that was `said_on` `2026-03-05`.

    Use instead:
        The day of the statement, or the day of the update as `updated`.
    """
    events = {event.id: event for event in context.brief.events if event.id is not None}
    for at, quote in enumerate(context.brief.quotes):
        day, member = quote.said_on, "said_on"
        if day is None and quote.event is not None:
            day, member = events[quote.event].start, "event"
        if _is_later(context, day):
            yield _too_early(context, ("quotes", at, member), "the statement", day, "made")


def _is_later(context: CheckContext, day: PartialDate | When | None) -> bool:
    own = context.brief.day
    if day is None or own is None:
        return False
    if day.instant is not None and own.instant is not None:
        return day.instant > own.instant
    return Days.within(day).first > context.own_days.last


def _too_early(context: CheckContext, path: Path, what: str, day: object, done: str) -> Problem:
    return Problem(
        path,
        f"{what} is reported as {done} on {day}, after the brief's own date ({context.brief.day})",
        "correct the date or the status, or add the day of the update",
        related=context.own_day_as_related,
    )
