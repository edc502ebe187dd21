"""The term of a treaty: when the time for which it was made has passed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.model.treaties import Period
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.entry import Entry, cause_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.model.treaties import Treaty
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.reached import Cause
    from diplobrief.treaties.steps import Step

_PARTS: Final = re.compile(r"([0-9]+)([YMWD])")
_MONTHS: Final = {"Y": 12, "M": 1}
_DAYS: Final = {"W": 7, "D": 1}
_TELLS_OF_THE_END: Final = frozenset({"completed", "scheduled", "expected"})


def end_of_term(
    treaty: Treaty, steps: Sequence[Step], entry: Entry | None, on: Days
) -> Cause | None:
    """Return the expiry that the `duration` of a treaty gives, where its day may have come.

    What the brief says of the end itself (an expiry or a termination, done or announced) comes
    before what can be computed. A treaty that is renewed, or was extended, may have outlived its
    term: then the end is not sure.

    Args:
        treaty: The treaty.
        steps: Its steps.
        entry: Its entry into force as a whole.
        on: The day that is asked for.
    """
    if treaty.duration is None or entry is None:
        return None
    if any(
        step.act.effect is Effect.ENDS
        and step.of_whole
        and step.milestone.status in _TELLS_OF_THE_END
        for step in steps
    ):
        return None
    ends = entry.days.after(period_of(treaty.duration))
    if ends.first > on.last:
        return None
    goes_on = treaty.renewal is not None or any(
        step.milestone.kind == "extension" and step.milestone.status == "completed"
        for step in steps
    )
    stands = entry.stands and not goes_on
    cause = cause_on(ends, on, entry.because, stands=stands, kind="expiry")
    return replace(cause, ends_as="expired")


def period_of(duration: str) -> Period:
    """Return a duration (ISO 8601-1, section 5.5.2) as a period.

    Example:
        >>> period_of("P20Y6M")
        Period(months=246, days=0)
        >>> period_of("P2W").days
        14
    """
    months = days = 0
    for number, unit in _PARTS.findall(duration):
        months += int(number) * _MONTHS.get(unit, 0)
        days += int(number) * _DAYS.get(unit, 0)
    return Period(months=months, days=days)
