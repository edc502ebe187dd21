"""CHR: dates that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from diplobrief.checks.subject import Subject
    from diplobrief.model import Milestone, PartialDate

_STILL_OPEN: Final = frozenset({"scheduled", "expected"})


@rule("CHR001", "open-before-completed", Severity.ERROR)
def open_before_completed(subject: Subject) -> Iterator[Problem]:
    """A step is still to come on a day before a step that is already completed.

    What it does:
        It compares the date of each milestone that is `scheduled` or `expected` with the dates
        of the completed milestones of the same treaty. Partial and qualified dates decide only
        what they can decide: where the days could fit, nothing is found.

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
    for at, treaty in enumerate(subject.brief.treaties):
        latest = _latest_completed(treaty.milestones)
        if latest is None:
            continue
        completed, completed_on = latest
        for index, step in enumerate(treaty.milestones):
            if step.status in _STILL_OPEN and _ends_before(step.date, completed_on):
                yield Problem(
                    ("treaties", at, "milestones", index, "date"),
                    (
                        f"{subject.describe(step)} is still {step.status} for {step.date}, but "
                        f"{subject.describe(completed)} was already completed on {completed.date}"
                    ),
                    "correct one of the two dates, or the status of the earlier step",
                )


def _latest_completed(milestones: Sequence[Milestone]) -> tuple[Milestone, date] | None:
    """Return the completed step that certainly came last, and the first day that it fits."""
    completed = [
        (step, step.date.earliest)
        for step in milestones
        if step.status == "completed" and step.date is not None and step.date.qualifier is None
    ]
    dated = [(step, earliest) for step, earliest in completed if earliest is not None]
    return max(dated, key=lambda found: found[1], default=None)


def _ends_before(day: PartialDate | None, limit: date) -> bool:
    return (
        day is not None and day.qualifier is None and day.latest is not None and day.latest < limit
    )
