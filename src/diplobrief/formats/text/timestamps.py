"""Timestamps: lines that say when a page was published."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.languages.dates import MONTH_NAMES

__all__ = ["is_timestamp_line"]

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
_WORD: Final = re.compile(r"[^\W\d_][^\W\d_‌'’.]*")
_OTHER_WORDS: Final = 2
_LONGEST: Final = 60
_CALENDAR_WORDS: Final = MONTH_NAMES | _DAYS_AND_TIMES


def is_timestamp_line(text: str) -> bool:
    """Whether a line says when something was published, and hardly anything else.

    Example:
        >>> (
        ...     is_timestamp_line("Viernes, Enero 11, 2013 - 09:24"),
        ...     is_timestamp_line("date 2020-05-21 24 mins ago - World"),
        ... )
        (True, True)
        >>> is_timestamp_line("Daily News Brief, September 10, 2019")
        False
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return False
    words = [word.rstrip(".").lower() for word in _WORD.findall(text)]
    others = sum(word not in _CALENDAR_WORDS for word in words)
    return others == 0 or (others <= _OTHER_WORDS and len(words) > others)
