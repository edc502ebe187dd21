"""Dates as people write them, in every language that has a folder."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from diplobrief.languages.data import alternatives, merged, word_set
from diplobrief.languages.tables import Dates

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

DATE: Final = (
    rf"(?:(?P<month1>{_MONTH})\.?\s+(?P<day1>\d{{1,2}})(?:{_AFTER_DAY})?(?!\d)"
    rf"(?:,?\s+{_YEAR.format(1)})?"
    rf"|(?P<day2>\d{{1,2}})(?:{_AFTER_DAY})?\s+(?:(?:{_OF})\s+)?(?P<month2>{_MONTH})(?![^\W\d_])"
    rf"(?:,?\s+(?:(?:{_OF})\s+)?{_YEAR.format(2)})?"
    rf"|\d{{1,2}}\s+(?:{alternatives(_SOLAR_MONTHS)})(?:\s+(?:(?:{_MONTH_WORD})\s+)?1[34]\d\d)?"
    r"|(?P<iso>20\d\d-\d\d-\d\d))"
)
"""A regular expression for a day and a month, with or without the year; it ignores case."""

BEFORE_DAY: Final = alternatives(_DATES.before_day)
"""A regular expression for a word before the day."""

AFTER_YEAR: Final = alternatives(_DATES.after_year)
"""A regular expression for a word after the year."""

CALENDAR_WORDS: Final = (
    frozenset(_MONTH_NUMBERS)
    | _SOLAR_MONTHS
    | word_set((*_DATES.weekdays, *_DATES.timestamp_words))
)
"""Months, days of the week, and the words of timestamps, in lower case."""

_DATE: Final = re.compile(DATE, re.IGNORECASE)


def iso_date(written: str) -> str | None:
    """Return a written date as `YYYY-MM-DD`, or `None` if it does not state a valid day and year.

    Example:
        >>> iso_date("July 3, 2024"), iso_date("16 апреля")
        ('2024-07-03', None)
    """
    date = _DATE.fullmatch(written.strip())
    if date is None:
        return None
    if date["iso"]:
        year, month, day = map(int, date["iso"].split("-"))
    else:
        name = date["month1"] or date["month2"] or ""
        year = int(date["year1"] or date["year2"] or 0)
        month = _MONTH_NUMBERS.get(name.lower(), 0)
        day = int(date["day1"] or date["day2"] or 0)
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
