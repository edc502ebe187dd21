"""Finds expressions for days, and resolves them against the page's own day. No year is invented."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.patterns import AFTER, alternatives, leading, optional_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon

_YEAR: Final = r"(?:[1۱١][5-9۵-۹٥-٩]|[2۲٢][0۰٠])\d\d"
_SOLAR_YEAR: Final = r"[1۱١][3-4۳-۴٣-٤]\d\d"
_FIRST_YEAR: Final = 1500
_MONTHS: Final = 12
_LONG_MONTHS: Final = 6
"""The first months of the solar calendar have 31 days, the others 30, and the last one 29 or 30."""

_YEARS_BEHIND: Final = 621
"""How far the years of the solar calendar are behind ours, or one more until March."""

_EXACT_YEARS: Final = range(1178, 1634)
_ORDINAL_OF_ORIGIN: Final = -356_033

_LONG_PAST: Final = 14
"""How many days ago a day that lies ahead of the page cannot be: it is that of the next year."""


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
        solar: The month and the day in the solar calendar, if the year is not given.
        is_past: Whether the expression itself says that it lies behind ("last March").
        years: The distance from the page's own year, if it is said ("May 3 last year").
        is_of_said_year: Whether it is of the year named before ("May 3 of that year").
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
    solar: tuple[int, int] | None = None
    is_past: bool = False
    years: int | None = None
    is_of_said_year: bool = False

    @property
    def date(self) -> dt.date | None:
        """The date, if year, month and day are given and exist."""
        written = _edtf(self.year, self.month, self.day)
        return dt.date.fromisoformat(written) if written and self.day else None

    @property
    def is_definite(self) -> bool:
        """Whether a day or a month is given, or can be counted from the page's own day."""
        return any(part is not None for part in (self.month, self.weekday, self.offset))

    def resolved(self, anchor: dt.date | None, year: int | None, *, ahead: bool) -> str | None:
        """Return the day in EDTF, or `None` if the page does not say it.

        Args:
            anchor: The page's own day.
            year: The year of another date nearby, if the page has no day.
            ahead: Whether what happens on the day lies ahead of the page.
        """
        if self.offset is not None:
            return (anchor + dt.timedelta(days=self.offset)).isoformat() if anchor else None
        if self.weekday is not None:
            return self._weekday(anchor, ahead=ahead)
        if self.year is not None:
            return _edtf(self.year, self.month, self.day)
        if self.years is not None:
            near = anchor.year if anchor else year
            return _edtf(near + self.years, self.month, self.day) if near else None
        if self.solar is not None:
            return self._solar_day(anchor, year)
        if self.month is None:
            return None
        if anchor is None:
            return _edtf(year, self.month, self.day) if year and self.day else None
        return self._in_nearest_year(anchor, ahead=ahead)

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
            return (anchor + dt.timedelta(days=(self.weekday - anchor.weekday()) % 7)).isoformat()
        return (anchor - dt.timedelta(days=(anchor.weekday() - self.weekday) % 7)).isoformat()

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
            # What happened is not ahead of the page, but its day may be that of another time zone.
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


class DayFinder:
    """Finds expressions for days by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["days"]
        self._months = _numbered(data["months"])
        self._solar_months = _numbered(data.get("solar_months", ()))
        self._weekdays = _numbered(data["weekdays"])
        self._relative: Mapping[str, int] = data["relative"]
        self._ordinals: Mapping[str, int] = data.get("ordinals", {})
        self._ambiguous = frozenset(data.get("ambiguous_months", ()))
        before = [*data["before_month"], *data["before_year"]]
        self._before_month = re.compile(rf"(?<!\w){leading(before)}$", re.IGNORECASE)
        self._pattern = re.compile(self._pattern_of(lexicon, data))
        self._years: Mapping[str, int] = data.get("years", {})
        last, after = leading(data["last"]), alternatives(data.get("last_after", ()))
        self._is_past = re.compile(rf"{last}|.*\s{after}$", re.IGNORECASE | re.DOTALL)

    def _pattern_of(self, lexicon: Lexicon, data: Mapping[str, Any]) -> str:
        year = rf"(?:{_YEAR}|{_SOLAR_YEAR})" if self._solar_months else _YEAR
        month = rf"{_names(data['months'])}(?:\.(?=\s*[\d,]))?"
        months = rf"(?:{month}|{_names(data['solar_months'])})" if self._solar_months else month
        weekday = _names(data["weekdays"])
        number = (
            rf"(?:\d{{1,2}}{optional_end(data['after_number'])}|{alternatives(self._ordinals)})"
        )
        to = rf"\s*{alternatives(data['to'])}\s*"
        of = leading([*data["of"], ""])
        after_month = optional_end(data.get("after_month", ()), r"\s+")
        after_year = optional_end(data.get("after_year", ()), r"\s*")
        years = alternatives([*data.get("years", ()), *data.get("said_year", ())])
        dated = (
            rf"(?:,?\s+{of}(?P<y{{0}}>{year})(?!\d){after_year}"
            rf"|,?\s+{of}(?P<r{{0}}>{years}){AFTER})?"
        )
        whichday = rf"(?:{leading([*data['before_weekday'], ''])}{weekday},?\s+)?"
        last = leading(data["last"])
        last_after = alternatives(data.get("last_after", ()))
        part = rf"{alternatives(data['vague']['parts'])}[\s-]+{of}"
        before = [*data["before_year"], *(each.capitalize() for each in data["before_year"])]
        before_year = "|".join(rf"(?<=(?<!\w){re.escape(each)} )" for each in before)
        only_year = rf"(?:{before_year})(?P<y4>{year})(?!\d){after_year}"
        if data.get("after_year"):
            only_year += rf"|(?P<y5>{year})\s*{alternatives(data['after_year'])}{AFTER}"
        number_of_day = r"\d{1,2}" if data.get("day_month_year") else r"(?:1[3-9]|2\d|3[01])"
        # "22/01/2024" can only be one day, also where "03/01/2024" may be two.
        numeric = (
            rf"(?P<numeric>{number_of_day}[./]\d{{1,2}}[./]{year}"
            rf"|(?P<us>\d{{1,2}}/(?:1[3-9]|2\d|3[01])/{year}))(?!\d)"
        )
        return (
            rf"{lexicon.start}(?:(?P<iso>{year}-\d\d-\d\d)(?![\d-])|{numeric}"
            rf"|{whichday}(?P<md>(?P<m1>{month})\s+(?P<d1>{number})(?!\d)"
            rf"(?:{to}(?:(?P<m1b>{month})\s+)?(?P<d1b>{number})(?!\d))?{dated.format(1)})"
            rf"|{whichday}(?P<dm>(?P<d2>{number})(?:{to}(?P<d2b>{number}))?"
            rf"\s+{of}(?P<m2>{months})(?![^\W_]){after_month}{dated.format(2)})"
            rf"|(?P<part>{part})?(?P<last>{last})?(?P<m3>{months})(?![^\W_]){after_month}"
            rf"(?:{to}{months}(?=\s+{of}{year}))?"
            rf"(?:\s+{of}(?P<y3>{year})(?!\d){after_year}|,?\s+{of}(?P<r3>{years}){AFTER}|(?P<last_after>\s+{last_after}{AFTER}))?"
            rf"|(?:{last}|{leading(data['next'])})?{leading([*data['before_weekday'], ''])}"
            rf"(?P<weekday>{weekday})(?![^\W_])(?:\s+{last_after}{AFTER})?"
            rf"|(?P<relative>{alternatives(self._relative)})(?!\w)"
            rf"|(?P<vague>{alternatives(data['vague']['words'])})(?!\w)"
            rf"|{only_year})"
        )

    def find(self, text: str) -> Iterator[Day]:
        """Yield the expressions for days in a text.

        "May" counts only after a preposition, or with a day or a year.
        """
        for match in self._pattern.finditer(text):
            day = self._day(match, text)
            if day is not None:
                yield day

    def _day(self, match: re.Match[str], text: str) -> Day | None:
        span = (*match.span(), match[0])
        if match["iso"]:
            year, month, day = map(int, match["iso"].split("-"))
            return Day(*span, year, month, day)
        if match["numeric"]:
            day, month, year = map(int, re.split("[./]", match["numeric"]))
            if match["us"]:
                day, month = month, day
            return Day(*span, year, month, day)
        if match["md"] or match["dm"]:
            return self._day_of_month(match)
        if match["m3"]:
            return None if self._is_no_month(match, text) else self._whole_month(match)
        if match["weekday"]:
            number = self._weekdays[_key(match["weekday"])] - 1
            return Day(*span, weekday=number, is_past=self._is_past.match(match[0]) is not None)
        if match["relative"]:
            return Day(*span, offset=self._relative[_key(match[0])])
        written = match["y4"] or match.groupdict().get("y5")
        # A year of the solar calendar is parts of two years of ours.
        is_known = bool(written) and int(written or 0) >= _FIRST_YEAR
        return Day(*span, int(written or 0) if is_known else None)

    def _whole_month(self, match: re.Match[str]) -> Day:
        span = (*match.span(), match[0])
        name = _key(match["m3"])
        if name in self._solar_months:
            return Day(*span)
        year = int(match["y3"]) if match["y3"] else None
        is_past = bool(match["last"] or match["last_after"])
        years, is_said = self._years_of(match["r3"])
        month = self._month(match["m3"])
        return Day(*span, year, month, is_past=is_past, years=years, is_of_said_year=is_said)

    def _years_of(self, words: str | None) -> tuple[int | None, bool]:
        """Return how far a year is from that of the page, and whether it is the one named last."""
        if words is None:
            return None, False
        years = self._years.get(_key(words))
        return years, years is None

    def _day_of_month(self, match: re.Match[str]) -> Day:
        """Return "May 3", "3 May" or a range such as "March 12 to 14"."""
        order = "1" if match["md"] else "2"
        span = (*match.span(), match[0])
        year = int(match[f"y{order}"]) if match[f"y{order}"] else None
        relative = match[f"r{order}"]
        name = match[f"m{order}"]
        day = self._number(match[f"d{order}"])
        if _key(name) in self._solar_months:
            if year is None:
                return Day(*span, solar=(self._solar_months[_key(name)], day))
            date = gregorian(year, self._solar_months[_key(name)], day)
            return Day(*span, date.year, date.month, date.day) if date else Day(*span)
        month = self._month(name)
        last = None
        if match[f"d{order}b"]:
            other = match["m1b"] if order == "1" else None
            last_month = self._month(other) if other else month
            last = Day(*span, year, last_month, self._number(match[f"d{order}b"]))
        years, is_said = self._years_of(relative)
        return Day(*span, year, month, day, last, years=years, is_of_said_year=is_said)

    def _is_no_month(self, match: re.Match[str], text: str) -> bool:
        """Whether "may" is a verb, or "Jan" a first name: neither dated nor after a preposition."""
        is_name = re.match(r"\s+[A-Z][a-z]", text[match.end() : match.end() + 3]) is not None
        is_verb = _key(match["m3"]) in self._ambiguous
        if match["y3"] or match["r3"] or match["part"] or not (is_name or is_verb):
            return False
        before = text[max(0, match.start() - 12) : match.start()]
        is_past = match["last"] or match["last_after"]
        return not is_past and self._before_month.search(before) is None

    def _month(self, name: str) -> int:
        return self._months[_key(name).rstrip(".")]

    def _number(self, text: str) -> int:
        word = _key(text)
        return self._ordinals[word] if word in self._ordinals else int(re.sub(r"\D", "", text))


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


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """Return the number of each name, from 1; each entry has several names of one thing.

    A line in a name stands for a blank: "كانون_الأول".
    """
    return {
        name.lower().replace("_", " "): number
        for number, entry in enumerate(names, 1)
        for name in entry.split()
    }


def _names(entries: Iterable[str]) -> str:
    names = [name.replace("_", " ") for entry in entries for name in entry.split()]
    # Headings are often in capitals: "PRESS BRIEFING, MAY 3, 2024".
    return alternatives([*names, *(name.upper() for name in names)])


def _key(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def day_finder_of(lexicon: Lexicon) -> DayFinder:
    """Return the finder of days for a lexicon."""
    return DayFinder(lexicon)
