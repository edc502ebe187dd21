"""Dates of milestones that their own evidence contradicts."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Days
from diplobrief.treaties.days import FUTURE, PAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.model import Milestone
    from diplobrief.treaties.steps import Step

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# "April 16-18", "16 and 18 April": several days, one of which is written only in part.
_MORE_BEFORE: Final = re.compile(r"\d(?:st|nd|rd|th)?\s*(?:[-–—/,]|\w{1,3})\s*$")
_MORE_AFTER: Final = re.compile(r"\s*(?:[-–—/]|\b\w{1,3}\b)\s*\d{1,2}(?!\d)")


_Day: TypeAlias = tuple[int | None, int, int]
"""The year, month and day in a text; without a year, the day is of any year."""


@rule("EVD006", "date-contradicts-evidence", Severity.WARNING)
def date_contradicts_evidence(context: CheckContext) -> Iterator[Problem]:
    """The date of a milestone differs from the date in its evidence.

    What it does:
        It reads the dates in the evidence of a milestone, such as “April 16, 2025”, “16 апреля” or
        “2025-04-16”, and compares them with its `date` and `effective`. It reports the milestone if
        there are such dates and none of them matches. Passages with several days (“April 16 to
        18”), passages with a day that is counted from another one (“four days later”), and
        qualified dates are skipped. So are dates of an earlier act: “the treaty, signed on
        January 17, was approved” does not say when it was approved.

    Why it matters:
        One of the two dates is a mistake, and readers can verify the passage.

    Example:
        `date: 2025-04-08` with `evidence: approved the bill on April 18, 2025`.

    Use instead:
        `date: 2025-04-18`, or the passage with the other date.
    """
    for treaty in context.treaties:
        contradicted = {
            step.index: stated
            for step in treaty.steps
            if (stated := _contradicting_days(step.milestone))
        }
        if not contradicted:
            continue
        # A milestone that contradicts its own evidence is not reliable for the day of its act.
        reliable = [step for step in treaty.steps if step.index not in contradicted]
        acts = _earliest_acts(reliable)
        for index, stated in contradicted.items():
            step = treaty.steps[index]
            if all(acts.get(day, step.act.rank) >= step.act.rank for _, day in stated):
                at, day = stated[0]
                evidence = (*treaty.path(step, "evidence"), at, "exact")
                yield Problem(
                    treaty.path(step, "date"),
                    f"the date is {step.milestone.date}, but the evidence says {_in_words(day)}",
                    "correct the date, or add the passage that it rests on",
                    related=(Related(evidence, "the evidence"),),
                )


def _earliest_acts(steps: Iterable[Step]) -> dict[_Day, int]:
    """Return the rank of the earliest act on each day on which something was done."""
    acts: dict[_Day, int] = {}
    for step in steps:
        if PAST < step.done.first == step.done.last:
            known = date.fromordinal(step.done.first)
            for year in (known.year, None):
                day = (year, known.month, known.day)
                acts[day] = min(step.act.rank, acts.get(day, step.act.rank))
    return acts


def _contradicting_days(milestone: Milestone) -> list[tuple[int, _Day]]:
    """Return the days in the evidence of a milestone, if none of them matches its dates."""
    if milestone.date is None or not milestone.evidence:
        return []
    known = [Days.within(day) for day in (milestone.date, milestone.effective) if day]
    if any(days.first == PAST and days.last == FUTURE for days in known):
        return []
    stated = _stated_days(milestone)
    return [] if any(_matches(day, days) for _, day in stated for days in known) else stated


def _stated_days(milestone: Milestone) -> list[tuple[int, _Day]]:
    """Return the days in the evidence, with its index; none if a passage has several at once."""
    # The names of months are only loaded for milestones with evidence.
    from diplobrief.languages.dates import RELATIVE_DAY, find_dates

    stated: list[tuple[int, _Day]] = []
    for index, evidence in enumerate(milestone.evidence):
        text = evidence.exact
        if RELATIVE_DAY.search(text):
            return []
        for written in find_dates(text):
            if _MORE_BEFORE.search(text, 0, written.start) or _MORE_AFTER.match(text, written.end):
                return []
            if written.day is not None:
                stated.append((index, written.day))
    return stated


def _matches(stated: _Day, days: Days) -> bool:
    year = stated[0]
    if days.first == PAST or days.last == FUTURE:
        first = 1 if days.first == PAST else date.fromordinal(days.first).year
        last = date.max.year if days.last == FUTURE else date.fromordinal(days.last).year
        return year is None or first <= year <= last
    if year is not None:
        return _is_within(year, stated, days)
    first_year = date.fromordinal(days.first).year
    last_year = date.fromordinal(days.last).year
    # Within nine years, every day of the calendar occurs at least once.
    return any(
        _is_within(year, stated, days)
        for year in range(first_year, min(last_year, first_year + 8) + 1)
    )


def _is_within(year: int, stated: _Day, days: Days) -> bool:
    try:
        return days.first <= date(year, *stated[1:]).toordinal() <= days.last
    except ValueError:
        return False


def _in_words(stated: _Day) -> str:
    year, month, day = stated
    return f"{day} {_MONTHS[month - 1]}" if year is None else date(year, month, day).isoformat()
