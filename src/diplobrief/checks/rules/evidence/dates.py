"""Days that a milestone's own evidence contradicts."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Days
from diplobrief.treaties.days import FUTURE, PAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Step
    from diplobrief.model import Milestone

_LEAP_YEAR: Final = "2000"
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DIGIT: Final = re.compile(r"[0-9]")
# "April 16-18", "16 and 18 April": several days, of which the words name one only in part.
_MORE_BEFORE: Final = re.compile(r"\d(?:st|nd|rd|th)?\s*(?:[-–—/,]|\w{1,3})\s*$")
_MORE_BEHIND: Final = re.compile(r"\s*(?:[-–—/]|\b\w{1,3}\b)\s*\d{1,2}(?!\d)")


class _Written(NamedTuple):
    """A day as it is written: with its year, or in any year."""

    year: int | None
    month: int
    day: int


@rule("EVD006", "date-against-evidence", Severity.WARNING)
def date_against_evidence(context: CheckContext) -> Iterator[Problem]:
    """The day of a milestone is another than the one that its evidence names.

    What it does:
        It reads the days that stand in the passages of evidence of a milestone, such as “April
        16, 2025”, “16 апреля” or “2025-04-16”, in English, Spanish, French, Russian, Arabic and
        Persian, and compares them with its `date` and its `effective`. Something is found where
        there are such days, and none of them fits. A passage that names several days at once
        (“April 16 to 18”) decides nothing, and neither does a qualified date, or the day of an
        act that comes before: “the treaty, signed on January 17, was approved” does not say when
        it was approved.

    Why it matters:
        One of the two is a slip, and the passage is the one that can be looked up.

    Example:
        `date: 2025-04-08` with `evidence: approved the bill on April 18, 2025`.

    Use instead:
        `date: 2025-04-18`; or the passage that names the other day.
    """
    for course in context.courses:
        contradicted = {
            step.index: written
            for step in course.steps
            if (written := _contradicting(step.milestone)) is not None
        }
        if not contradicted:
            continue
        # A milestone whose own evidence says otherwise vouches for no day.
        vouching = [step for step in course.steps if step.index not in contradicted]
        acts = _earliest_acts(vouching)
        for index, written in contradicted.items():
            step = course.steps[index]
            if all(acts.get(one, step.act.rank) >= step.act.rank for one in written):
                yield Problem(
                    course.path(step, "date"),
                    f"the date is {step.milestone.date}, but the evidence says "
                    f"{_in_words(written[0])}",
                    "correct the date, or give the passage that it rests on",
                )


def _earliest_acts(steps: Iterable[Step]) -> dict[_Written, int]:
    """Return, of each day on which something was done, the rank of the act that comes first."""
    acts: dict[_Written, int] = {}
    for step in steps:
        if PAST < step.days.first == step.days.last:
            day = date.fromordinal(step.days.first)
            for year in (day.year, None):
                written = _Written(year, day.month, day.day)
                acts[written] = min(step.act.rank, acts.get(written, step.act.rank))
    return acts


def _contradicting(milestone: Milestone) -> list[_Written] | None:
    """Return the days that the evidence of a milestone names, where none of them fits."""
    if milestone.date is None or not milestone.evidence:
        return None
    known = [Days.within(day) for day in (milestone.date, milestone.effective) if day]
    if any(days.first == PAST and days.last == FUTURE for days in known):
        return None
    written = _written_in(milestone)
    if not written or any(_fits(one, days) for one in written for days in known):
        return None
    return written


def _written_in(milestone: Milestone) -> list[_Written]:
    """Return the days that the evidence names; none where it names several at once."""
    written: list[_Written] = []
    for evidence in milestone.evidence:
        text = evidence.exact
        if _DIGIT.search(text) is None:
            continue
        for found in _pattern().finditer(text):
            if _MORE_BEFORE.search(text, 0, found.start()) or _MORE_BEHIND.match(text, found.end()):
                return []
            day = _read(found[0])
            if day is not None:
                written.append(day)
    return written


@cache
def _pattern() -> re.Pattern[str]:
    # The names of months are looked up only where a passage has digits.
    from diplobrief.languages.dates import DATE

    return re.compile(rf"(?<!\w){DATE}", re.IGNORECASE)


def _read(words: str) -> _Written | None:
    from diplobrief.languages.dates import iso_date

    stated = iso_date(words)
    if stated is not None:
        return _Written(*map(int, stated.split("-")))
    assumed = iso_date(f"{words} {_LEAP_YEAR}")
    return None if assumed is None else _Written(None, *map(int, assumed.split("-")[1:]))


def _fits(written: _Written, days: Days) -> bool:
    if days.first == PAST or days.last == FUTURE:
        first = 1 if days.first == PAST else date.fromordinal(days.first).year
        last = date.max.year if days.last == FUTURE else date.fromordinal(days.last).year
        return written.year is None or first <= written.year <= last
    if written.year is not None:
        return days.first <= date(*written).toordinal() <= days.last  # type: ignore[arg-type]
    first_year = date.fromordinal(days.first).year
    last_year = date.fromordinal(days.last).year
    # Within nine years every day of the calendar comes at least once.
    return any(
        _falls(year, written, days)
        for year in range(first_year, min(last_year, first_year + 8) + 1)
    )


def _falls(year: int, written: _Written, days: Days) -> bool:
    try:
        return days.first <= date(year, written.month, written.day).toordinal() <= days.last
    except ValueError:
        return False


def _in_words(written: _Written) -> str:
    if written.year is not None:
        return date(written.year, written.month, written.day).isoformat()
    return f"{written.day} {_MONTHS[written.month - 1]}"
