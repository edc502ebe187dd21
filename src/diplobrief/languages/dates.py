"""Dates as people write them, in every language that has a folder."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.languages.data import alternatives, merged, word_set
from diplobrief.languages.tables import Dates

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATES: Final = merged(Dates)
_MONTH_NUMBERS: Final = {
    name.lower(): number for number, names in enumerate(_DATES.months.in_order, 1) for name in names
}
_SOLAR_MONTHS: Final = word_set(_DATES.solar_months)
_MONTH: Final = alternatives(_MONTH_NUMBERS)
_OF: Final = alternatives(_DATES.of)
_AFTER_DAY: Final = alternatives(_DATES.after_day)
_MONTH_WORD: Final = alternatives(_DATES.month_words)
_YEAR: Final = r"(?P<year{0}>(?:1[3-9]|20)\d\d)"

_YEAR_MARK: Final = alternatives(_DATES.year_mark)
_MONTH_MARK: Final = alternatives(_DATES.month_mark)
_DAY_MARK: Final = alternatives(_DATES.day_mark)

DATE: Final = (
    rf"(?:(?:{_YEAR.format(3)}\s?(?:{_YEAR_MARK})\s?)?(?P<month3>\d{{1,2}})\s?(?:{_MONTH_MARK})"
    rf"\s?(?P<day3>\d{{1,2}})\s?(?:{_DAY_MARK})"
    rf"|(?P<month1>{_MONTH})\.?\s+(?P<day1>\d{{1,2}})(?:{_AFTER_DAY})?(?!\d)"
    rf"(?:,?\s+{_YEAR.format(1)})?"
    rf"|(?P<day2>\d{{1,2}})(?:{_AFTER_DAY})?\s+(?:(?:{_OF})\s+)?(?P<month2>{_MONTH})(?![^\W\d_])"
    rf"(?:,?\s+(?:(?:{_OF})\s+)?{_YEAR.format(2)})?"
    rf"|\d{{1,2}}\s+(?:{alternatives(_SOLAR_MONTHS)})(?:\s+(?:(?:{_MONTH_WORD})\s+)?1[34]\d\d)?"
    r"|(?P<iso>20\d\d(?:-\d\d-\d\d|\.\d{1,2}\.\d{1,2}|/\d{1,2}/\d{1,2}))(?![./-]?\d)"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}\.20\d\d)(?![.\d]))"
)
"""A regular expression for a day and a month, with or without the year; it ignores case."""

BEFORE_DAY: Final = alternatives(_DATES.before_day)
"""A regular expression for a word before the day."""

AFTER_YEAR: Final = alternatives(_DATES.after_year)
"""A regular expression for a word after the year."""

RELATIVE_DAY: Final = re.compile(
    rf"(?<!\w)(?:{alternatives(_DATES.relative_days)})(?!\w)", re.IGNORECASE
)
"""A pattern for words that count a day from another one: "four days later"."""

CALENDAR_WORDS: Final = (
    frozenset(_MONTH_NUMBERS)
    | _SOLAR_MONTHS
    | word_set((*_DATES.weekdays, *_DATES.timestamp_words))
)
"""Months, days of the week, and the words of timestamps, in lower case."""

_DATE: Final = re.compile(DATE, re.IGNORECASE)
_DATE_IN_TEXT: Final = re.compile(rf"(?<!\w)(?=[^\W_]){DATE}", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_BETWEEN_NUMBERS: Final = re.compile("[./-]")
_LEAP_YEAR: Final = 2000


class WrittenDate(NamedTuple):
    """A date in a text.

    Args:
        start: The offset of its first character.
        end: The offset after its last character.
        day: The year (`None` if it is not written), month and day; `None` if there is no such day,
            or if the date is in the solar calendar.
    """

    start: int
    end: int
    day: tuple[int | None, int, int] | None


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Yield the dates in a text, each with its day and month.

    Example:
        >>> [date.day for date in find_dates("Signed on July 3, 2024; approved on 16 апреля")]
        [(2024, 7, 3), (None, 4, 16)]
    """
    if _DIGIT.search(text) is None:
        return
    for match in _DATE_IN_TEXT.finditer(text):
        yield WrittenDate(match.start(), match.end(), _day_of(match))


def iso_date(written: str) -> str | None:
    """Return a written date as `YYYY-MM-DD`, or `None` if it does not state a valid day and year.

    Example:
        >>> iso_date("July 3, 2024"), iso_date("2024年7月3日"), iso_date("16 апреля")
        ('2024-07-03', '2024-07-03', None)
    """
    date = _DATE.fullmatch(written.strip())
    day = _day_of(date) if date else None
    return dt.date(day[0], *day[1:]).isoformat() if day and day[0] else None


def _day_of(date: re.Match[str]) -> tuple[int | None, int, int] | None:
    """Return the year, month and day of a date, or `None` if there is no such day."""
    if date["iso"]:
        year, month, day = map(int, _BETWEEN_NUMBERS.split(date["iso"]))
    elif date["dotted"]:
        day, month, year = map(int, date["dotted"].split("."))
    elif date["month3"]:
        year, month, day = int(date["year3"] or 0), int(date["month3"]), int(date["day3"])
    else:
        name = date["month1"] or date["month2"] or ""
        year = int(date["year1"] or date["year2"] or 0)
        month = _MONTH_NUMBERS.get(name.lower(), 0)
        day = int(date["day1"] or date["day2"] or 0)
    try:
        dt.date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return year or None, month, day
