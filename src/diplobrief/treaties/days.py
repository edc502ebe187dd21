"""Ranges of days on which something may have happened, and periods that run from them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final, Protocol

from diplobrief.model.dates import PartialDate, When
from diplobrief.model.treaties import Period

PAST: Final = 0
"""Before the first day of the calendar."""
FUTURE: Final = date.max.toordinal() + 1
"""After the last day of the calendar, or never."""


_PARTS: Final = re.compile(r"(?<![0-9])([0-9]++)([YMWD])")
_MONTHS: Final = {"Y": 12, "M": 1}
_DAYS: Final = {"W": 7, "D": 1}


class _Bounded(Protocol):
    @property
    def earliest(self) -> date | None: ...
    @property
    def latest(self) -> date | None: ...
    @property
    def qualifier(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, each counted from 1 January of year 1.

    Args:
        first: The first day; `PAST` if the range is open to the past.
        last: The last day; `FUTURE` if the range is open to the future.

    Example:
        >>> Days.of("2025-10").latest
        datetime.date(2025, 10, 31)
        >>> str(Days.of("2025-10"))
        '[2025-10-01..2025-10-31]'
    """

    first: int = PAST
    last: int = FUTURE

    @classmethod
    def of(cls, value: date | str) -> Days:
        """Return the days that a date, a partial date or its string allows.

        A qualified date allows every day.

        Raises:
            ValueError: The string is not a date.
        """
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return cls(value.toordinal(), value.toordinal())
        return cls.within(value if isinstance(value, PartialDate | When) else When(value))

    @classmethod
    @lru_cache(maxsize=4096)
    def within(cls, value: _Bounded | None) -> Days:
        """Return the days that a date of the model allows; without a date, every day."""
        if value is None or value.qualifier is not None:
            return cls()
        earliest, latest = value.earliest, value.latest
        return cls(
            PAST if earliest is None else earliest.toordinal(),
            FUTURE if latest is None else latest.toordinal(),
        )

    @property
    def earliest(self) -> date | None:
        """The first day; `None` if the range is open to the past."""
        return date.fromordinal(self.first) if PAST < self.first < FUTURE else None

    @property
    def latest(self) -> date | None:
        """The last day; `None` if the range is open to the future."""
        return date.fromordinal(self.last) if PAST < self.last < FUTURE else None

    @property
    def day(self) -> date | None:
        """The day, if the range has only one."""
        return self.earliest if self.first == self.last else None

    def __str__(self) -> str:
        day = self.day
        if day is not None:
            return day.isoformat()
        first, last = self.earliest, self.latest
        return f"[{first.isoformat() if first else ''}..{last.isoformat() if last else ''}]"

    def not_before(self, other: Days) -> Days:
        """Return the days of the later of two events."""
        return Days(max(self.first, other.first), max(self.last, other.last))

    def until(self, last: int) -> Days:
        """Return these days up to a last one, unless none would be left."""
        return Days(self.first, last) if self.first <= last < self.last else self

    def after(self, period: Period | None) -> Days:
        """Return the days on which a period that runs from these days has passed.

        Example:
            >>> from diplobrief.model import Period
            >>> str(Days.of("2025-09-19").after(Period(days=120)))
            '2026-01-17'
            >>> str(Days.of("2025-01-31").after(Period(months=1)))
            '2025-02-28'
        """
        if period is None:
            return self
        return Days(_day_after(self.first, period), _day_after(self.last, period))


def _day_after(day: int, period: Period) -> int:
    if not PAST < day < FUTURE:
        return day
    if period.months:
        day = _months_after(day, period.months)
    if period.days:
        day = min(day + period.days, FUTURE)
    if period.first_of_month and day < FUTURE:
        day = _months_after(_first_of_month(day), 1)
    if period.first_of_year and day < FUTURE:
        start = date.fromordinal(day).replace(month=1, day=1).toordinal()
        day = _months_after(start, 12)
    return day


def last_start(day: int, period: Period | None) -> int:
    """Return the last day from which a period ends by a day.

    Example:
        >>> leap_day = date(2024, 2, 29).toordinal()
        >>> date.fromordinal(last_start(leap_day, Period(months=1)))
        datetime.date(2024, 1, 31)
    """
    if period is None:
        return day
    if period.first_of_year and PAST < day < FUTURE:
        day = date.fromordinal(day).replace(month=1, day=1).toordinal() - 1
    if period.first_of_month and PAST < day < FUTURE:
        day = _first_of_month(day) - 1
    if not PAST < day < FUTURE:
        return day
    day = max(day - (period.days or 0), PAST)
    if day <= PAST or not period.months:
        return day
    start = _months_after(day, -period.months)
    is_end_of_month = date.fromordinal(day + 1).day == 1 if day + 1 < FUTURE else True
    return (
        _months_after(_first_of_month(start), 1) - 1 if is_end_of_month and start > PAST else start
    )


def _first_of_month(day: int) -> int:
    return date.fromordinal(day).replace(day=1).toordinal()


def _months_after(day: int, months: int) -> int:
    start = date.fromordinal(day)
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > date.max.year:
        return FUTURE
    if year < date.min.year:
        return PAST
    length = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, length)).toordinal()


def period_of(duration: str) -> Period:
    """Return a duration (ISO 8601-1, section 5.5.2) as a period.

    Example:
        >>> period_of("P20Y6M").months
        246
        >>> period_of("P2W").days
        14
    """
    months = days = 0
    for number, unit in _PARTS.findall(duration):
        months += int(number) * _MONTHS.get(unit, 0)
        days += int(number) * _DAYS.get(unit, 0)
    return Period(months=months, days=days)
