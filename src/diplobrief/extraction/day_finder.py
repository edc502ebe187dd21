"""Finds expressions for days using the lexicon of a language."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.days import Day, gregorian
from diplobrief.extraction.patterns import AFTER, alternatives, leading, optional_end
from diplobrief.extraction.word_patterns import first_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.word_patterns import Words

_YEAR: Final = r"(?:[1۱١][5-9۵-۹٥-٩]|[2۲٢][0۰٠])\d\d"
_SOLAR_YEAR: Final = r"[1۱١][3-4۳-۴٣-٤]\d\d"
_FIRST_YEAR: Final = 1500
_NEAR: Final = 16
_DIGIT: Final = re.compile(r"\d")
_YEAR_FIRST: Final = re.compile(
    r"\W*(?P<year>(?:1[5-9]|20)\d\d)(?:(?P<alone>\s?[:–—]\s|\s-\s)|,?\s)"
)
"""The day of an entry of a chronology: "1990, 19 November: signed", "2015: signed"."""


class DayFinder:
    """Finds expressions for days using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["days"]
        self._months = _numbered(data["months"])
        self._solar_months = _numbered(data.get("solar_months", ()))
        self._weekdays = _numbered(data["weekdays"])
        self._days_away: Mapping[str, int] = data["relative"]
        self._months_away: Mapping[str, int] = data.get("relative_months", {})
        self._years_away: Mapping[str, int] = data.get("relative_years", {})
        self._counts = _numbered(data.get("numbers", ()))
        self._count = re.compile(rf"\d+|{alternatives(self._counts)}", re.IGNORECASE)
        self._ordinals: Mapping[str, int] = data.get("ordinals", {})
        self._ambiguous = frozenset(data.get("ambiguous_months", ()))
        before = [*data["before_month"], *data["before_year"]]
        # "in February and March"
        also = rf"{_names(data['months'])}(?:,?\s+{lexicon.before('and')}|,\s+)"
        self._before_month = re.compile(rf"(?<!\w)(?:{leading(before)}|{also})$", re.IGNORECASE)
        self._pattern = re.compile(self._pattern_of(lexicon, data))
        self._prefixes = lexicon.prefixes
        names = [
            *(*self._months, *self._solar_months, *self._weekdays, *self._counts),
            *(*self._days_away, *self._months_away, *self._years_away),
            *(*data["vague"]["words"], *data["vague"]["parts"]),
        ]
        self._names = first_words(name.translate(lexicon.characters) for name in names)
        last, after = leading(data["last"]), alternatives(data.get("last_after", ()))
        self._is_past = re.compile(rf"{last}|.*\s{after}$", re.IGNORECASE | re.DOTALL)

    def _pattern_of(self, lexicon: Lexicon, data: Mapping[str, Any]) -> str:
        year = rf"(?:{_YEAR}|{_SOLAR_YEAR})" if self._solar_months else _YEAR
        month = rf"{_names(data['months'])}(?:\.(?=\s*[\d,]))?"
        months = rf"(?:{month}|{_names(data['solar_months'])})" if self._solar_months else month
        names = (name for entry in data["weekdays"] for name in entry.split())
        weekday = alternatives(_with_capitals(name.replace("_", " ") for name in names))
        number = (
            rf"(?:\d{{1,2}}{optional_end(data['after_number'])}|{alternatives(self._ordinals)})"
        )
        to = rf"\s*{alternatives(data['to'])}\s*"
        of = leading([*data["of"], ""])
        after_month = optional_end(data.get("after_month", ()), r"\s+")
        after_year = optional_end(data.get("after_year", ()), r"\s*")
        self._from_named_year: Mapping[str, int] = data.get("from_named_year", {})
        years = alternatives([*self._years_away, *self._from_named_year])
        dated = (
            rf"(?:,?\s+{of}(?P<y{{0}}>{year})(?!\d){after_year}"
            rf"|,?\s+{of}(?P<r{{0}}>{years}){AFTER})?"
        )
        whichday = rf"(?:{leading([*data['before_weekday'], ''])}{weekday},?\s+)?"
        last, next_ = (leading(_with_capitals(data[key])) for key in ("last", "next"))
        this = leading(_with_capitals(data.get("this", ())))
        relative = [*self._days_away, *self._months_away, *self._years_away]
        count = rf"(?:\d{{1,2}}|{alternatives(_with_capitals(self._counts))})"
        ago = "|".join(
            rf"{leading([before.strip()])}{count}\s+{alternatives([after.strip()])}"
            for before, _, after in (each.partition("#") for each in data.get("days_ago", ()))
        )
        alone = _ordinal_alone(data)
        last_after = alternatives(data.get("last_after", ()))
        part = rf"{alternatives(_with_capitals(data['vague']['parts']))}[\s-]+{of}"
        before_year = "|".join(
            rf"(?<=(?<!\w){re.escape(each)} )" for each in _with_capitals(data["before_year"])
        )
        only_year = rf"(?:(?:{before_year})|{part})(?P<y4>{year})(?!\d){after_year}"
        if data.get("after_year"):
            only_year += rf"|(?P<y5>{year})\s*{alternatives(data['after_year'])}{AFTER}"
        number_of_day = r"\d{1,2}" if data.get("day_month_year") else r"(?:1[3-9]|2\d|3[01])"
        iso = rf"(?P<iso>{year}-\d\d-\d\d|(?:19|20)\d\d[./]\d\d[./]\d\d)(?![\d-])"
        # "22/01/2024" is one day in any country, while "03/01/2024" may be either of two.
        numeric = (
            rf"(?P<numeric>(?:\d{{1,2}}\.\d{{1,2}}\.|{number_of_day}/\d{{1,2}}/){year}"
            rf"|(?P<us>\d{{1,2}}/(?:1[3-9]|2\d|3[01])/{year}))(?!\d)"
        )
        return (
            rf"{lexicon.start}(?:{iso}|{numeric}"
            rf"|{whichday}(?P<md>(?P<m1>{month})\s+(?P<d1>{number})(?!\d)"
            rf"(?:{to}(?:(?P<m1b>{month})\s+)?(?P<d1b>{number})(?!\d))?{dated.format(1)})"
            rf"|{whichday}(?P<dm>(?P<d2>{number})(?:{to}(?P<d2b>{number}))?"
            rf"\s+{of}(?P<m2>{months})(?![^\W_]|\u200c){after_month}{dated.format(2)})"
            rf"|(?P<part>{part})?(?:(?P<last>{last})|(?P<this>{this}))?(?P<m3>{months})(?![^\W_]|\u200c){after_month}"
            rf"(?:{to}{months}(?=\s+{of}{year}))?"
            rf"(?:\s+{of}(?P<y3>{year})(?!\d){after_year}|,?\s+{of}(?P<r3>{years}){AFTER}"
            rf"|(?P<last_after>\s+{last_after}{AFTER}))?"
            rf"|(?:{last}|{next_})?{leading([*data['before_weekday'], ''])}"
            rf"(?P<weekday>{weekday})(?![^\W_]|\u200c)(?:\s+{last_after}{AFTER})?"
            rf"|(?P<relative>{alternatives(_with_capitals(relative))})(?!\w)"
            rf"|(?P<ago>{ago or '(?!)'})(?!\w)"
            rf"|(?P<ordinal>{alone})"
            # Not "60 days after the deposit".
            rf"|(?<!\d\s)(?P<vague>{alternatives(_with_capitals(data['vague']['words']))})(?!\w)"
            rf"|{only_year})"
        )

    def find(self, text: str, words: Words | None = None) -> Iterator[Day]:
        """Yield the expressions for days in a text.

        "May" counts only after a preposition, or with a day or a year.

        Args:
            text: The text.
            words: The words of the text, if they are known.
        """
        words = words_of(text, self._prefixes) if words is None else words
        if self._names.isdisjoint(words) and _DIGIT.search(text) is None:
            return
        entry = _YEAR_FIRST.match(text)
        if entry is not None and entry["alone"]:
            yield Day(*entry.span("year"), entry["year"], int(entry["year"]))
        for match in self._pattern.finditer(text):
            day = self._day(match, text)
            if day is None:
                continue
            if entry is not None and day.start == entry.end() and day.month and not day.year:
                start = entry.start("year")
                written, year = text[start : day.end], int(entry["year"])
                day = replace(day, start=start, text=written, year=year)
            yield day

    def _day(self, match: re.Match[str], text: str) -> Day | None:
        span = (*match.span(), match[0])
        if match["iso"]:
            year, month, day = map(int, re.split("[-./]", match["iso"]))
            return Day(*span, year, month, day)
        if match["numeric"]:
            day, month, year = map(int, re.split("[./]", match["numeric"]))
            if match["us"]:
                day, month = month, day
            return Day(*span, year, month, day)
        if match["md"] or match["dm"]:
            return self._day_of_month(match)
        if match["m3"]:
            return None if self._is_not_a_month(match, text) else self._whole_month(match)
        if match["weekday"]:
            number = self._weekdays[_key(match["weekday"])] - 1
            return Day(*span, weekday=number, is_past=self._is_past.match(match[0]) is not None)
        if match["relative"]:
            key = _key(match["relative"])
            days, months = self._days_away.get(key), self._months_away.get(key)
            return Day(*span, offset=days, months=months, years=self._years_away.get(key))
        if match["ordinal"] or match["ago"]:
            number = self._counted(match[0])
            return Day(*span, day=number) if match["ordinal"] else Day(*span, offset=-number)
        written = match["y4"] or match.groupdict().get("y5")
        # A year of the solar calendar extends over parts of two years of ours.
        is_known = bool(written) and int(written or 0) >= _FIRST_YEAR
        return Day(*span, int(written or 0) if is_known else None)

    def _counted(self, text: str) -> int:
        number = self._count.search(text)
        written = number[0].lower() if number else ""
        return self._counts[written] if written in self._counts else int(written)

    def _whole_month(self, match: re.Match[str]) -> Day:
        span = (*match.span(), match[0])
        name = _key(match["m3"])
        if name in self._solar_months:
            return Day(*span)
        year = int(match["y3"]) if match["y3"] else None
        is_past = bool(match["last"] or match["last_after"])
        years, from_named = self._years_of(match["r3"])
        month = self._month(match["m3"])
        if match["this"] and year is None and years is None:
            years = 0
        return Day(*span, year, month, is_past=is_past, years=years, from_named_year=from_named)

    def _years_of(self, words: str | None) -> tuple[int | None, int | None]:
        """Return the distance of a year from the page's, or else from the year named last."""
        key = _key(words) if words else None
        return (
            None if key is None else self._years_away.get(key),
            None if key is None else self._from_named_year.get(key),
        )

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
        years, from_named = self._years_of(relative)
        return Day(*span, year, month, day, last, years=years, from_named_year=from_named)

    def _is_not_a_month(self, match: re.Match[str], text: str) -> bool:
        """Whether "may" is a verb, or "Jan" a first name: neither dated nor after a preposition."""
        is_name = re.match(r"\s+[A-Z][a-z]", text[match.end() : match.end() + 3]) is not None
        is_verb = _key(match["m3"]) in self._ambiguous
        if match["this"]:
            return is_name
        if match["y3"] or match["r3"] or match["part"] or not (is_name or is_verb):
            return False
        before = text[max(0, match.start() - _NEAR) : match.start()]
        is_past = match["last"] or match["last_after"]
        return not is_past and self._before_month.search(before) is None

    def _month(self, name: str) -> int:
        return self._months[_key(name).rstrip(".")]

    def _number(self, text: str) -> int:
        word = _key(text)
        return self._ordinals[word] if word in self._ordinals else int(re.sub(r"\D", "", text))


def _ordinal_alone(data: Mapping[str, Any]) -> str:
    """Return a pattern for a day without a month, not of "on the 20th anniversary"."""
    before = "|".join(rf"(?<=(?<!\w){re.escape(word)} )" for word in data.get("before_ordinal", ()))
    ordinals = "|".join(
        rf"{leading([start.strip()])}\d{{1,2}}{re.escape(end)}"
        for start, _, end in (each.partition("#") for each in data.get("ordinal", ()))
    )
    after = alternatives(data.get("after_ordinal", ()))
    return (
        rf"(?:{before or '(?!)'})(?:{ordinals or '(?!)'})"
        rf"(?=\s*(?:[.,;:!?)—–]|$)|\s+{after}{AFTER})"
    )


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


def _with_capitals(words: Iterable[str]) -> list[str]:
    """Return words as they are listed, and with a capital letter."""
    listed = [*words]
    return [*listed, *(word[:1].upper() + word[1:] for word in listed)]


def _key(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def day_finder_of(lexicon: Lexicon) -> DayFinder:
    """Return the finder of days for a lexicon."""
    return DayFinder(lexicon)
