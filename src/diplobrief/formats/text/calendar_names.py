"""Dates as newsrooms write them: names of months and days in six languages."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

__all__ = ["DATE", "is_date_line", "iso_date"]

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

_DAYS_AND_TIMES_WORDS: Final = """
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun lunes
martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi
dimanche понедельник вторник среда четверг пятница суббота воскресенье الاثنين الإثنين الثلاثاء
الأربعاء الخميس الجمعة السبت الأحد شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه
date published updated posted created at on the of de del le à am pm a.m p.m utc gmt est edt msk
et ist mins min minutes hours hour ago read publié mis jour actualizado publicado hrs h г года
год th st nd rd ساعت تاریخ انتشار تاريخ النشر опубликовано обновлено
"""
_DAYS_AND_TIMES: Final = frozenset(_DAYS_AND_TIMES_WORDS.split())

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
_WORD: Final = re.compile(r"[^\W\d_][^\W\d_‌'’.]*")
_OTHER_WORDS: Final = 2
_LONGEST: Final = 60
_CALENDAR_WORDS: Final = frozenset(_MONTH_NUMBERS) | frozenset(_PERSIAN_MONTHS) | _DAYS_AND_TIMES


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


def is_date_line(text: str) -> bool:
    """Whether a line says when something was published, and hardly anything else.

    Example:
        >>> (
        ...     is_date_line("Viernes, Enero 11, 2013 - 09:24"),
        ...     is_date_line("date 2020-05-21 24 mins ago - World"),
        ... )
        (True, True)
        >>> is_date_line("Daily News Brief, September 10, 2019")
        False
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return False
    words = [word.rstrip(".").lower() for word in _WORD.findall(text)]
    others = sum(word not in _CALENDAR_WORDS for word in words)
    return others == 0 or (others <= _OTHER_WORDS and len(words) > others)
