"""Finds expressions for days, and resolves them against the page's own day. No year is invented."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon

_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|of|since|until|by|during|this|from|to)\s+$", re.IGNORECASE
)


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
        is_past: Whether the expression itself says that it lies behind ("last March").
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
    is_past: bool = False

    @property
    def date(self) -> dt.date | None:
        """The date, if year, month and day are given and exist."""
        written = _edtf(self.year, self.month, self.day)
        return dt.date.fromisoformat(written) if written and self.day else None

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
        if self.month is None:
            return None
        if anchor is None:
            return _edtf(year, self.month, self.day) if year and self.day else None
        return self._in_nearest_year(anchor, ahead=ahead)

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
        if self.is_past and nearest > anchor:
            nearest = max((date for date in candidates if date <= anchor), default=nearest)
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
        self._months = {
            name.lower(): number
            for number, names in enumerate(data["months"], 1)
            for name in names.split()
        }
        self._weekdays = {name.lower(): number for number, name in enumerate(data["weekdays"])}
        self._relative: Mapping[str, int] = data["relative"]
        month = rf"(?:{alternatives(name.title() for name in self._months)})\.?"
        weekdays = alternatives(data["weekdays"])
        year = r"(?:1[5-9]|20)\d\d"
        parts = alternatives(data["vague"]["parts"])
        number = r"\d{1,2}(?:st|nd|rd|th)?"
        self._pattern = re.compile(
            rf"(?<![\w-])(?:(?P<iso>{year}-\d\d-\d\d)(?![\d-])"
            rf"|(?:(?:{weekdays}),?\s+)?(?P<md>(?P<m1>{month})\s+(?P<d1>{number})(?!\d)(?:\s*(?:to|–|-|and)\s*(?:(?P<m1b>{month})\s+)?(?P<d1b>{number})(?!\d))?(?:,?\s+(?P<y1>{year})(?!\d))?)"
            rf"|(?:(?:{weekdays}),?\s+)?(?P<dm>(?P<d2>{number})(?:\s*(?:to|–|-|and)\s*(?P<d2b>{number}))?\s+(?P<m2>{month})(?![a-z])(?:,?\s+(?P<y2>{year})(?!\d))?)"
            rf"|(?P<part>(?:{parts})[\s-]+)?(?P<last>last\s+)?(?P<m3>{month})(?![a-z])(?:\s+(?:of\s+)?(?P<y3>{year})(?!\d))?"
            rf"|(?:(?:last|next|this)\s+)?(?P<weekday>{weekdays})(?![a-z])"
            rf"|(?P<relative>{alternatives(self._relative)})(?!\w)"
            rf"|(?P<vague>{alternatives(data['vague']['words'])})(?!\w)"
            r"|(?:(?<=\bin )|(?<=\bsince )|(?<=\bof )|(?<=\buntil )|(?<=\bby ))"
            rf"(?P<y4>{year})(?!\d))"
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
        if match["md"] or match["dm"]:
            return self._day_of_month(match)
        if match["m3"]:
            if self._is_no_month(match, text):
                return None
            year_or_none = int(match["y3"]) if match["y3"] else None
            month = self._month(match["m3"])
            return Day(*span, year_or_none, month, is_past=bool(match["last"]))
        if match["weekday"]:
            number = self._weekdays[match["weekday"].lower()]
            return Day(*span, weekday=number, is_past=match[0].lower().startswith("last"))
        if match["relative"]:
            return Day(*span, offset=self._relative[" ".join(match[0].split())])
        return Day(*span, int(match["y4"]) if match["y4"] else None)

    def _day_of_month(self, match: re.Match[str]) -> Day:
        """Return "May 3", "3 May" or a range such as "March 12 to 14"."""
        order = "1" if match["md"] else "2"
        span = (*match.span(), match[0])
        year = int(match[f"y{order}"]) if match[f"y{order}"] else None
        month = self._month(match[f"m{order}"])
        last = None
        if match[f"d{order}b"]:
            other = match["m1b"] if order == "1" else None
            last_month = self._month(other) if other else month
            last = Day(*span, year, last_month, _number(match[f"d{order}b"]))
        return Day(*span, year, month, _number(match[f"d{order}"]), last)

    @staticmethod
    def _is_no_month(match: re.Match[str], text: str) -> bool:
        """Whether "may" or "march" is a verb: it is neither dated nor after a preposition."""
        if match["m3"].lower() not in {"may", "march"} or match["y3"] or match["part"]:
            return False
        before = text[max(0, match.start() - 12) : match.start()]
        return not match["last"] and _BEFORE_MONTH.search(before) is None

    def _month(self, name: str) -> int:
        return self._months[name.lower().rstrip(".")]


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


@cache
def day_finder_of(lexicon: Lexicon) -> DayFinder:
    """Return the finder of days for a lexicon."""
    return DayFinder(lexicon)
