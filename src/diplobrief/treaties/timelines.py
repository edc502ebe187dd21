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
"""A place in time for reading: the first and the last day, the rank of the act, its place."""


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A milestone at its place in time.

    Args:
        treaty: The id of the treaty.
        milestone: The milestone.
        index: Its place in the treaty, as in `treaty.milestones[index]`.
        days: The days on which it was, or is to be, done; `None` where nothing is known.
        takes_effect: The days on which it takes effect, where the brief says so.
        is_certain: Whether it surely comes after, or on the day of, every step before it.
    """

    treaty: str
    milestone: Milestone
    index: int
    days: Days | None
    takes_effect: Days | None
    is_certain: bool


def timeline(source: Treaty | Brief) -> tuple[TimelineStep, ...]:
    """Return the steps of a treaty, or of all treaties of a brief, in the order of time.

    A partial date stands where its first day does, a qualified one where it would without its
    qualifier; what has no date comes last. Acts of one day stand in the order of the law of
    treaties. `is_certain` says where that order is more than a convention.

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
    """Return the place of a milestone in time, for reading."""
    day = milestone.date or milestone.effective
    earliest = day.earliest if day is not None else None
    latest = day.latest if day is not None else None
    last = FUTURE if latest is None else latest.toordinal()
    first = last if earliest is None else earliest.toordinal()
    return (first, last, act_rule(milestone.kind).rank, index)
