"""Hints for dates that are written as people write them, not as the format requires."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_LONGEST: Final = 80
_CLOCK: Final = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[ ]+|[Tt_])(?P<time>\d\d:\d\d)(?P<seconds>:\d\d(?:\.\d+)?)?"
    r"[ ]?(?P<offset>[Zz]|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?"
)
_DAY_FIRST: Final = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})"
)
_MONTH_FIRST: Final = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
)
_MONTH_ONLY: Final = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_YEAR_FIRST: Final = re.compile(r"(?P<year>\d{4})([./-]?)(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_WITH_POINTS: Final = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_WORD: Final = re.compile(r"[^\W\d_]{2}")


def date_hint(text: str) -> str | None:
    """Return how to write a date that is in another form, or `None` if the text says no date.

    Example:
        >>> date_hint("2026-03-04 10:00:00+03:00")
        'write 2026-03-04T10:00:00+03:00'
        >>> date_hint("March 4, 2026")
        'write 2026-03-04'
    """
    text = text.strip()[:_LONGEST]
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        return _hint_for_clock(clock)
    for form in (_DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY, _YEAR_FIRST, _WITH_POINTS):
        match = form.fullmatch(text)
        iso = None if match is None else _iso(match.groupdict())
        if iso is not None:
            return f"write {iso}"
    if _WORD.search(text):
        return "write the date in digits: YYYY, YYYY-MM or YYYY-MM-DD"
    return None


def _hint_for_clock(clock: re.Match[str]) -> str:
    day, time, seconds, offset = clock.group("day", "time", "seconds", "offset")
    if offset is None:
        return f"write {day}T{time}{seconds or ':00'}, and add the offset if it is known"
    digits = offset[1:].replace(":", "")
    written = f"{offset[0]}{digits[:2]}:{digits[2:] or '00'}" if digits.isdigit() else "Z"
    return f"write {day}T{time}{seconds or ':00'}{written}"


def _iso(parts: dict[str, str]) -> str | None:
    """Return a date as `YYYY-MM-DD` or `YYYY-MM`, or `None` if there is no such day."""
    month = _number_of_month(parts["month"])
    try:
        day = date(int(parts["year"]), month, int(parts.get("day") or 1))
    except ValueError:
        return None
    return day.isoformat() if parts.get("day") else f"{day:%Y-%m}"


def _number_of_month(word: str) -> int:
    """Return the number of a month that is written in digits or in English, or 0."""
    if word.isdigit():
        return int(word)
    names = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(word.lower())]
    return names[0] if names else 0
