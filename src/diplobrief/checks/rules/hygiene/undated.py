"""A brief that states no day, with which its facts could be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.model import Act, Event, Milestone, Quote
from diplobrief.treaties.steps import ANNOUNCED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.model import Fact


@rule("HYG011", "brief-without-day", Severity.INFO)
def brief_without_day(context: CheckContext) -> Iterator[Problem]:
    """The brief states no day, so that some of its facts cannot be checked.

    What it does:
        It looks for `updated`, `published` and the date of the dateline. If the brief has none of
        them, it lists what would be compared with that day: what is scheduled or expected, what is
        reported as done, and how far the treaties have come. Suggested facts that nobody has
        confirmed do not count.

    Why it matters:
        CHR002, CHR003 and CHR013 cannot find anything, and the status of a treaty is that of its
        last known milestone. A reader cannot tell whether an announcement is news or history.

    Example:
        A brief without `published` that has an event which is `scheduled` for `2026-03-03`.

    Use instead:
        The same brief with `published: 2026-03-01`.
    """
    if context.brief.day is None:
        *others, last = [*_unchecked(context)] or [""]
        if last:
            unchecked = f"{', '.join(others)} or {last}" if others else last
            yield Problem(
                (),
                f"the brief states no day, so nobody can tell {unchecked}",
                "add `published`, `updated`, or the date of the dateline",
            )


def _unchecked(context: CheckContext) -> Iterator[str]:
    """Yield what cannot be checked without the day of the brief."""
    facts = [fact for _, fact in context.facts if not _is_suggestion(fact)]
    milestones = [fact for fact in facts if isinstance(fact, Milestone)]
    dated = [
        *((step.status, step.date) for step in milestones),
        *((fact.status, fact.start) for fact in facts if isinstance(fact, Event)),
        *((fact.status, fact.date) for fact in facts if isinstance(fact, Act)),
    ]
    if any(status in ANNOUNCED and day for status, day in dated):
        yield "whether announced facts are overdue"
    done = any(status == "completed" and day for status, day in dated)
    if done or any(isinstance(fact, Quote) and fact.said_on for fact in facts):
        yield "whether facts are later than the brief"
    if milestones:
        yield "how far its treaties had come"


def _is_suggestion(fact: Fact) -> bool:
    return fact.provenance is not None and fact.provenance.status == "suggested"
