"""Days as people write them, with the names of months.

In English, Spanish, French, Russian, Arabic and Persian.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_MONTHS: Final[tuple[tuple[str, ...], ...]] = (
    (
        "january",
        "jan",
        "enero",
        "ene",
        "janvier",
        "janv",
        "января",
        "янв",
        "يناير",
        "كانون الثاني",
        "ژانویه",
    ),
    (
        "february",
        "feb",
        "febrero",
        "février",
        "févr",
        "февраля",
        "фев",
        "февр",
        "فبراير",
        "شباط",
        "فوریه",
    ),
    ("march", "mar", "marzo", "mars", "марта", "мар", "مارس", "آذار"),
    (
        "april",
        "apr",
        "abril",
        "abr",
        "avril",
        "avr",
        "апреля",
        "апр",
        "أبريل",
        "ابريل",
        "إبريل",
        "نيسان",
        "آوریل",
    ),
    ("may", "mayo", "mai", "мая", "مايو", "أيار", "می", "مه"),
    ("june", "jun", "junio", "juin", "июня", "июн", "يونيو", "حزيران", "ژوئن"),
    ("july", "jul", "julio", "juillet", "juil", "июля", "июл", "يوليو", "تموز", "ژوئیه", "جولای"),
    (
        "august",
        "aug",
        "agosto",
        "ago",
        "août",
        "августа",
        "авг",
        "أغسطس",
        "اغسطس",
        "آب",
        "اوت",
        "آگوست",
    ),
    (
        "september",
        "sept",
        "sep",
        "septiembre",
        "septembre",
        "сентября",
        "сен",
        "сент",
        "سبتمبر",
        "أيلول",
        "سپتامبر",
    ),
    (
        "october",
        "oct",
        "octubre",
        "octobre",
        "октября",
        "окт",
        "أكتوبر",
        "اكتوبر",
        "تشرين الأول",
        "اکتبر",
    ),
    (
        "november",
        "nov",
        "noviembre",
        "novembre",
        "ноября",
        "ноя",
        "نوفمبر",
        "تشرين الثاني",
        "نوامبر",
    ),
    (
        "december",
        "dec",
        "diciembre",
        "dic",
        "décembre",
        "déc",
        "декабря",
        "дек",
        "ديسمبر",
        "كانون الأول",
        "دسامبر",
    ),
)
_PERSIAN_MONTHS: Final = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip

_MONTH_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMES: Final = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_PERSIAN: Final = "|".join(_PERSIAN_MONTHS)
_YEAR: Final = r"(?P<year{0}>(?:1[3-9]|20)\d\d)"

DATE: Final = (
    rf"(?:(?P<month1>{_NAMES})\.?\s+(?P<day1>\d{{1,2}})(?!\d)(?:,?\s+{_YEAR.format(1)})?"
    rf"|(?P<day2>\d{{1,2}})\s+(?:de\s+)?(?P<month2>{_NAMES})(?![^\W\d_])"
    rf"(?:,?\s+(?:de\s+)?{_YEAR.format(2)})?"
    rf"|\d{{1,2}}\s+(?:{_PERSIAN})(?:\s+(?:ماه\s+)?1[34]\d\d)?"
    r"|(?P<iso>20\d\d-\d\d-\d\d))"
)
"""A day and a month, with or without the year; to be matched without regard to case."""

_DATE: Final = re.compile(DATE, re.IGNORECASE)

MONTH_NAMES: Final = frozenset(_MONTH_NUMBERS) | frozenset(_PERSIAN_MONTHS)
"""The names of months, in lower case."""


def iso_date(written: str) -> str | None:
    """Return the day of a written date that states its year, as `YYYY-MM-DD`.

    Example:
        >>> iso_date("July 3, 2024"), iso_date("16 апреля")
        ('2024-07-03', None)
    """
    found = _DATE.fullmatch(written.strip())
    if found is None:
        return None
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
    else:
        name = found["month1"] or found["month2"] or ""
        year = int(found["year1"] or found["year2"] or 0)
        month = _MONTH_NUMBERS.get(name.lower(), 0)
        day = int(found["day1"] or found["day2"] or 0)
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
