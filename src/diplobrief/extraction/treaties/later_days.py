"""Finds days that are counted from another one: "three months later", "the following year"."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.lexicon import Lexicon

_MONTHS: Final = 12
_LENGTH_OF_MONTH: Final = 7
_LENGTH_OF_DATE: Final = 10
_UNITS: Final = ("days", "weeks", "months", "years")
_SPANS: Final = ("that_month", "next_month", "that_year", "next_year")


class LaterDays:
    """Finds expressions that count from a date, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"].get("later_days", {})
        self._numbers: Sequence[str] = words.get("numbers", ())
        number = alternatives([*self._numbers, *words.get("one", ())])
        branches = [
            rf"(?P<{unit}>{number})\s+{alternatives(words.get(unit, ()))}" for unit in _UNITS
        ]
        branches += [f"(?P<{span}>{alternatives(words.get(span, ()))})" for span in _SPANS]
        pattern = "|".join(branches) if words else "(?!)"
        self._pattern = re.compile(rf"[^,.;]{{0,40}}?(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
        units: Mapping[str, Sequence[str]] = words.get("units_after", {})
        after = "|".join(rf"(?P<{unit}>{number})\s+{alternatives(units[unit])}" for unit in units)
        own = leading([*lexicon.words("possessives"), *lexicon.words("articles"), ""])
        # "three months after South Sudan's ratification"
        owner = r"(?:[A-Z][^,;.:'’]{0,40}['’]s?\s+)?"
        self._after = re.compile(rf"(?<!\w)(?i:{after or '(?!)'})\s+(?i:{own})?{owner}$")
        that = alternatives(words.get("that", ()))
        self._that = re.compile(rf"(?<!\w){that}\s+$", re.IGNORECASE)

    def is_of_named_year(self, left: str) -> bool:
        """Whether the words before a month place it in the year before: "that September"."""
        return self._that.search(left) is not None

    def before(self, left: str, base: str) -> str | None:
        """Return the date some time before another one: "on 8 May, a week after its".

        Args:
            left: The text before a noun.
            base: The date, in EDTF.

        Example:
            >>> from diplobrief.extraction.lexicon import lexicon_of
            >>> LaterDays(lexicon_of("en")).before(
            ...     "in force on 8 May, a week after its ", "2024-05-08"
            ... )
            '2024-05-01'
        """
        match = self._after.search(left)
        if match is None or match.lastgroup is None:
            return None
        said = match[match.lastgroup].lower()
        number = self._numbers.index(said) + 1 if said in self._numbers else 1
        return _later(base, match.lastgroup, -number)

    def start(self, text: str, offset: int) -> int | None:
        """Return where such an expression begins after an offset, if one is near."""
        match = self._pattern.match(text, offset)
        return match.start(match.lastgroup or 0) if match else None

    def date(self, text: str, offset: int, base: str) -> str | None:
        """Return the date of an expression after an offset, counted from another date.

        Args:
            text: The text.
            offset: Where to look.
            base: The date to count from, in EDTF.

        Example:
            >>> from diplobrief.extraction.lexicon import lexicon_of
            >>> days = LaterDays(lexicon_of("en"))
            >>> days.date("ratified three months later", 8, "2024-11-05")
            '2025-02'
            >>> days.date("ratified the following year", 8, "2024-11-05")
            '2025'
        """
        match = self._pattern.match(text, offset)
        if match is None or match.lastgroup is None:
            return None
        kind, said = match.lastgroup, match[match.lastgroup].lower()
        if kind in _UNITS:
            number = self._numbers.index(said) + 1 if said in self._numbers else 1
            return _later(base, kind, number)
        number = 1 if kind.startswith("next") else 0
        return _later(base, "years" if kind.endswith("year") else "months", number)


def _later(base: str, unit: str, number: int) -> str | None:
    """Return a date some days, weeks, months or years after another; its precision is the unit's.

    Example:
        >>> (
        ...     _later("2024-11-05", "weeks", 2),
        ...     _later("2024-11", "months", 3),
        ...     _later("2024", "days", 1),
        ... )
        ('2024-11-19', '2025-02', None)
    """
    if unit == "years":
        return str(int(base[:4]) + number)
    if unit == "months":
        if len(base) < _LENGTH_OF_MONTH:
            return None
        months = int(base[:4]) * _MONTHS + int(base[5:7]) - 1 + number
        return f"{months // _MONTHS:04}-{months % _MONTHS + 1:02}"
    if len(base) != _LENGTH_OF_DATE:
        return None
    days = number * (7 if unit == "weeks" else 1)
    return (dt.date.fromisoformat(base) + dt.timedelta(days=days)).isoformat()


@cache
def later_days_of(lexicon: Lexicon) -> LaterDays:
    """Return the finder of such expressions for a lexicon."""
    return LaterDays(lexicon)
