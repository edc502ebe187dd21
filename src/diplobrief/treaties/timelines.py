"""The steps of a treaty, or of all treaties of a brief, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diplobrief.model.brief import Brief
from diplobrief.treaties.acts import act_rule
from diplobrief.treaties.days import FUTURE, PAST, Days

if TYPE_CHECKING:
    from diplobrief.model.treaties import Milestone, Treaty

Order = tuple[int, int, int, int]
"""A place in time, for sorting: the first and the last day, the rank of the act, its index."""


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A milestone at its place in time.

    Args:
        treaty: The id of the treaty.
        milestone: The milestone.
        index: Its index in `treaty.milestones`.
        days: The days on which it was, or is to be, done; `None` if nothing is known.
        takes_effect: The days on which it takes effect, if the brief gives them.
        is_certain: Whether it certainly comes after, or on the day of, every step before it.
    """

    treaty: str
    milestone: Milestone
    index: int
    days: Days | None
    takes_effect: Days | None
    is_certain: bool


def timeline(source: Treaty | Brief) -> tuple[TimelineStep, ...]:
    """Return the steps of a treaty, or of all treaties of a brief, in the order of time.

    A partial date is sorted by its first day, a qualified one as it would be without its qualifier;
    steps without a date come last. Acts of one day are in the order of the law of treaties.
    `is_certain` says whether the order is more than a convention.

    Args:
        source: A treaty, or a brief.

    Example:
        >>> from diplobrief.model import Treaty
        >>> lake = Treaty(
        ...     id="lake",
        ...     title="Treaty on the Lake",
        ...     kind="treaty",
        ...     milestones=[
        ...         {"kind": "ratification", "status": "scheduled", "date": "2026-05"},
        ...         {"kind": "signature", "status": "completed", "date": "2026-01-10"},
        ...     ],
        ... )
        >>> [step.milestone.kind for step in timeline(lake)]
        ['signature', 'ratification']
    """
    treaties = source.treaties if isinstance(source, Brief) else (source,)
    places = sorted(
        (order(milestone, index), at)
        for at, treaty in enumerate(treaties)
        for index, milestone in enumerate(treaty.milestones)
    )
    steps: list[TimelineStep] = []
    reached = PAST
    for (*_, index), at in places:
        milestone = treaties[at].milestones[index]
        days = Days.within(milestone.date)
        is_certain = reached <= days.first
        reached = max(reached, days.last)
        steps.append(
            TimelineStep(
                treaties[at].id,
                milestone,
                index,
                days if milestone.date is not None else None,
                None if milestone.effective is None else Days.within(milestone.effective),
                is_certain,
            )
        )
    return tuple(steps)


def order(milestone: Milestone, index: int) -> Order:
    """Return the place of a milestone in time, for sorting."""
    day = milestone.date or milestone.effective
    earliest = day.earliest if day is not None else None
    latest = day.latest if day is not None else None
    last = FUTURE if latest is None else latest.toordinal()
    first = last if earliest is None else earliest.toordinal()
    return (first, last, act_rule(milestone.kind).rank, index)
