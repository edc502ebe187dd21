"""Days as a page states them, resolved against its own day. No year is invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

_MONTHS: Final = 12
_DAYS_OF_WEEK: Final = 7
_LONG_MONTHS: Final = 6
"""The first months of the solar calendar have 31 days, the others 30, and the last one 29 or 30."""

_YEARS_BEHIND: Final = 621
"""How far the years of the solar calendar are behind ours, or one more until March."""

_EXACT_YEARS: Final = range(1178, 1634)
_ORDINAL_OF_ORIGIN: Final = -356_033

_LONG_PAST: Final = 14
"""A day that lies ahead, but was more days ago than this in the page's year, is next year's."""

_TOLERANCE: Final = dt.timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Day:
    """An expression for a day.

    Args:
        start: The offset of its first character.
        end: The offset after its last character.
        text: The expression.
        year: The year, if it is given.
        month: The month, if it is given.
        day: The day of the month, if it is given.
        last: The last day of a range.
        weekday: The day of the week, from 0 for Monday.
        offset: The distance from the page's own day.
        months: The distance from the page's own month ("last month").
        years: The distance from the page's own year ("last year", "May 3 last year").
        solar: The month and the day in the solar calendar, if the year is not given.
        is_past: Whether the expression itself says that the day is past ("last March").
        from_named_year: The distance from the year named before ("May 3 of the following year").
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: Day | None = None
    weekday: int | None = None
    offset: int | None = None
    months: int | None = None
    years: int | None = None
    solar: tuple[int, int] | None = None
    is_past: bool = False
    from_named_year: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The date, if year, month and day are given and exist."""
        written = _edtf(self.year, self.month, self.day)
        return dt.date.fromisoformat(written) if written and self.day else None

    @property
    def is_definite(self) -> bool:
        """Whether a day or a month is given, or follows from the page's own day."""
        given = (self.month, self.weekday, self.offset, self.months)
        return any(part is not None for part in given)

    def resolved(self, anchor: dt.date | None, year: int | None, *, ahead: bool) -> str | None:
        """Return the day in EDTF, or `None` if the page does not say it.

        Args:
            anchor: The page's own day.
            year: The year of another date nearby, if the page has no day.
            ahead: Whether what happens on the day lies ahead of the page.
        """
        if self.offset is not None or self.months is not None:
            return self._counted(anchor) if anchor else None
        if self.years is not None:
            near = anchor.year if anchor else year
            return _edtf(near + self.years, self.month, self.day) if near else None
        if self.weekday is not None:
            return self._weekday(anchor, ahead=ahead)
        if self.year is not None:
            return _edtf(self.year, self.month, self.day)
        if self.solar is not None:
            return self._solar_day(anchor, year)
        if self.month is None:
            return self._in_nearest_month(anchor, ahead=ahead) if anchor and self.day else None
        if anchor is None:
            return _edtf(year, self.month, self.day) if year and self.day else None
        return self._in_nearest_year(anchor, ahead=ahead)

    def _counted(self, anchor: dt.date) -> str:
        """Return a day or month that is counted from the page's own."""
        if self.offset is not None:
            return (anchor + dt.timedelta(days=self.offset)).isoformat()
        month = anchor.year * _MONTHS + anchor.month - 1 + (self.months or 0)
        return f"{month // _MONTHS:04}-{month % _MONTHS + 1:02}"

    def _solar_day(self, anchor: dt.date | None, year: int | None) -> str | None:
        """Return a day of the solar calendar in the year of another day, or near the page's."""
        near = year if anchor is None else anchor.year
        if self.solar is None or near is None:
            return None
        solar_years = range(near - _YEARS_BEHIND - 1, near - _YEARS_BEHIND + 2)
        days = [gregorian(solar_year, *self.solar) for solar_year in solar_years]
        known = [day for day in days if day is not None]
        if anchor is None:
            return next((day.isoformat() for day in known if day.year == near), None)
        return min(known, key=lambda day: abs((day - anchor).days)).isoformat() if known else None

    def _weekday(self, anchor: dt.date | None, *, ahead: bool) -> str | None:
        if anchor is None or self.weekday is None:
            return None
        if ahead:
            return (
                anchor + dt.timedelta(days=(self.weekday - anchor.weekday()) % _DAYS_OF_WEEK)
            ).isoformat()
        days_ago = (anchor.weekday() - self.weekday) % _DAYS_OF_WEEK
        if self.is_past and days_ago == 0:
            days_ago = _DAYS_OF_WEEK
        return (anchor - dt.timedelta(days=days_ago)).isoformat()

    def _in_nearest_month(self, anchor: dt.date, *, ahead: bool) -> str | None:
        """Return the last day with this number up to the page's own, or the next one if ahead."""
        months = anchor.year * _MONTHS + anchor.month - 1
        dates = (
            _edtf(month // _MONTHS, month % _MONTHS + 1, self.day)
            for month in range(months - 1, months + 2)
        )
        known = [dt.date.fromisoformat(date) for date in dates if date]
        if ahead:
            return next((date.isoformat() for date in known if date >= anchor), None)
        past = [date for date in known if date <= anchor + _TOLERANCE]
        return past[-1].isoformat() if past else None

    def _in_nearest_year(self, anchor: dt.date, *, ahead: bool) -> str | None:
        month = self.month or 1
        if self.day is None:
            year = anchor.year
            if (self.is_past or not ahead) and (
                month > anchor.month or (self.is_past and month == anchor.month)
            ):
                year -= 1
            elif ahead and month < anchor.month:
                year += 1
            return _edtf(year, month, None)
        candidates: list[dt.date] = []
        for year in (anchor.year - 1, anchor.year, anchor.year + 1):
            try:
                candidates.append(dt.date(year, month, self.day))
            except ValueError:
                continue
        if not candidates:
            return None
        nearest = min(candidates, key=lambda date: abs((date - anchor).days))
        latest = anchor if self.is_past else anchor + _TOLERANCE
        if not ahead and nearest > latest:
            # A past day is not after that of the page, except in another time zone.
            nearest = max((date for date in candidates if date <= latest), default=nearest)
        if ahead and (anchor - nearest).days > _LONG_PAST:
            nearest = min((date for date in candidates if date >= anchor), default=nearest)
        return nearest.isoformat()


def _edtf(year: int | None, month: int | None, day: int | None) -> str | None:
    if year is None:
        return None
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def gregorian(year: int, month: int, day: int) -> dt.date | None:
    """Return a day of the solar Hijri calendar of Iran, or `None` if it does not exist.

    Leap years follow the cycle of 33 years, which is exact from 1178 to 1633.

    Example:
        >>> gregorian(1403, 12, 30), gregorian(1404, 1, 1), gregorian(1404, 12, 30)
        (datetime.date(2025, 3, 20), datetime.date(2025, 3, 21), None)
    """
    is_leap = year % 33 in {1, 5, 9, 13, 17, 22, 26, 30}
    last = 31 if month <= _LONG_MONTHS else 30 if month < _MONTHS or is_leap else 29
    if not 1 <= day <= last or year not in _EXACT_YEARS:
        return None
    before = year + 1595
    days = 365 * before + before // 33 * 8 + (before % 33 + 3) // 4
    days += (month - 1) * 31 - max(0, month - _LONG_MONTHS - 1) + day
    return dt.date.fromordinal(days + _ORDINAL_OF_ORIGIN)
