"""Dates, as precise as they are known: `PartialDate`, `When` and `Timestamp`.

The text is the value: two dates are equal if their texts are equal. Everything else (the earliest
and the latest day, the order if it is certain) is computed on demand.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime
from types import MethodType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NoReturn, Self, TypeVar, overload

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from diplobrief.model.base import Omittable
from diplobrief.model.scalars import NOT_ASCII, Scalar

_DAY: Final = (
    "(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-"
    "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)"
    "|(?:0[13578]|1[02])-31)|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])"
    "|(?:0[48]|[2468][048]|[13579][26])00)-02-29)"
)
_CANDIDATE: Final = (
    "(?:(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
    "(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)"
    "|-(?:0[13578]|1[02])-31)?|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])"
    "|(?:0[48]|[2468][048]|[13579][26])00)-02-29)"
)
_DATE: Final = rf"{_CANDIDATE}[?~%]?|\[(?:{_CANDIDATE}\.\.(?:{_CANDIDATE})?|\.\.{_CANDIDATE})\]"
_LOCAL_TIME: Final = rf"{_DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{{1,9}})?"
_OFFSET: Final = "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_TIMESTAMP: Final = f"{_LOCAL_TIME}{_OFFSET}"

_DATE_HINT: Final = "write YYYY, YYYY-MM, YYYY-MM-DD (optionally with ?, ~ or %), or [from..to]"
_WHEN_HINT: Final = f"{_DATE_HINT}, or a date and time, with its offset if known"
_TIME_HINT: Final = "write a date and time with its offset, such as 2025-04-18T09:30:00+03:00"

_SCALARS: Final[dict[str, Scalar]] = {}


def _days_of(candidate: str) -> tuple[date, date]:
    """Return the first and the last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    year = int(candidate[:4])
    if len(candidate) == 4:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(candidate[5:7])
    if len(candidate) == 7:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    day = date(year, month, int(candidate[8:10]))
    return day, day


class _DateText(str):
    """A date whose text is its value. It has no `<`, because dates have no total order."""

    __slots__ = ()
    _FORM: re.Pattern[str]
    _HINT: str

    def __new__(cls, value: str | date) -> Self:
        """Check the form, and for `[a..b]` that a is not after b.

        Raises:
            ValueError: The value has another form.
        """
        text = _iso(value)
        if cls._FORM.fullmatch(text) is None:
            message = f"{text!r} is not a valid {cls.__name__}: {cls._HINT}"
            raise ValueError(message)
        self = str.__new__(cls, text)
        if not self.is_ordered:
            message = f"{text!r} ends before it begins: {cls._HINT}"
            raise ValueError(message)
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self) -> str:
        return str.__str__(self)

    def __getnewargs__(self) -> tuple[str]:
        return (str.__str__(self),)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        text = _SCALARS[cls.__name__].__get_pydantic_core_schema__(source, handler)
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.no_info_before_validator_function(_text_if_date, text),
        )

    @property
    def qualifier(self) -> str | None:
        """`?` uncertain, `~` approximate, `%` both (EDTF level 1), or `None`."""
        return self[-1] if self[-1] in "?~%" else None

    @property
    def earliest(self) -> date | None:
        """The first possible day, ignoring the qualifier; `None` if the range has no start."""
        first = self[1:].partition("..")[0] if self.startswith("[") else self[:10].rstrip("?~%")
        return _days_of(first)[0] if first else None

    @property
    def latest(self) -> date | None:
        """The last possible day, ignoring the qualifier; `None` if the range has no end."""
        last = self[:-1].partition("..")[2] if self.startswith("[") else self[:10].rstrip("?~%")
        return _days_of(last)[1] if last else None

    @property
    def is_ordered(self) -> bool:
        """Whether a range does not end before it begins; true for any other date."""
        earliest, latest = self.earliest, self.latest
        return earliest is None or latest is None or earliest <= latest

    @property
    def instant(self) -> datetime | None:
        """The moment, if this is a date and time with an offset; otherwise `None`."""
        return None

    def before(self, other: _DateText | date | str) -> bool | None:
        """Return whether this date is before another, if that is certain.

        The answer is unknown if both dates could be the same day, or if either has a qualifier.
        Two times with offset are compared as moments.

        Args:
            other: A date of this module, a `datetime.date`, or a string in the form of `When`.

        Returns:
            `True` if before, `False` if after, `None` if unknown.

        Example:
            >>> PartialDate("2025-04").before("2025-05-01")
            True
            >>> PartialDate("2025-04").before("2025-04-16") is None
            True
        """
        that = other if isinstance(other, _DateText) else When(_iso(other))
        if self.instant is not None and that.instant is not None:
            return None if self.instant == that.instant else self.instant < that.instant
        if self.qualifier is not None or that.qualifier is not None:
            return None
        if _ends_before(self, that):
            return True
        if _ends_before(that, self):
            return False
        return None

    def after(self, other: _DateText | date | str) -> bool | None:
        """Return whether this date is after another; see `before`.

        Example:
            >>> PartialDate("2026").after("2025-12-31")
            True
        """
        before = self.before(other)
        return None if before is None else not before

    def _no_order(self, _other: object) -> NoReturn:
        message = "partial dates have no total order; use before() and after()"
        raise TypeError(message)

    __lt__: ClassVar[Callable[..., NoReturn]] = _no_order
    __le__: ClassVar[Callable[..., NoReturn]] = _no_order
    __gt__: ClassVar[Callable[..., NoReturn]] = _no_order
    __ge__: ClassVar[Callable[..., NoReturn]] = _no_order


def _iso(value: date | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


def _text_if_date(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _ends_before(first: _DateText, second: _DateText) -> bool:
    latest, earliest = first.latest, second.earliest
    return latest is not None and earliest is not None and latest < earliest


class PartialDate(_DateText):
    """A date, as precise as it is known: a subset of EDTF (ISO 8601-2:2019, levels 0 to 2).

    `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, each with an optional qualifier (`?` uncertain, `~`
    approximate, `%` both), or `[a..b]`: some day from a to b, one of which may be omitted.

    Args:
        value: The date in one of these forms, kept verbatim, or a `datetime.date`.

    Raises:
        ValueError: The text has another form, is not a day of the calendar, or is a range that
            ends before it begins.

    Example:
        >>> early_may = PartialDate("[2025-05-01..2025-05-10]")
        >>> early_may.latest
        datetime.date(2025, 5, 10)
        >>> PartialDate("2024-02").latest
        datetime.date(2024, 2, 29)
        >>> PartialDate("2025-04-16").before("2025-04-18")
        True
        >>> PartialDate("2025~").before("2030") is None
        True
    """

    __slots__ = ()
    _FORM = re.compile(_DATE)
    _HINT = _DATE_HINT


class When(_DateText):
    """A `PartialDate`, or a date and time (RFC 3339), kept verbatim.

    The day of a time is the day in its own offset. The offset may be omitted: the time is then
    local, at a place that the text does not name, and two such times on one day have no order.

    Args:
        value: The date, or the date and time, kept verbatim; or a `datetime.date` or a
            `datetime.datetime`.

    Raises:
        ValueError: The value has another form.

    Example:
        >>> When("2025-04-18T23:30:00+03:00").latest
        datetime.date(2025, 4, 18)
        >>> When("2025-04-18T09:00:00Z").before("2025-04-18T10:00:00Z")
        True
        >>> When("2025-04-18T09:00:00").instant is None
        True
    """

    __slots__ = ()
    _FORM = re.compile(f"{_DATE}|{_LOCAL_TIME}{_OFFSET}?")
    _HINT = _WHEN_HINT

    @property
    def instant(self) -> datetime | None:
        """The moment, to the microsecond, if it is a time with an offset; otherwise `None`."""
        if len(self) <= 10 or self[10] != "T":
            return None
        moment = datetime.fromisoformat(self)
        return None if moment.tzinfo is None else moment


class Timestamp(When):
    """A date and time with offset (RFC 3339, section 5.6), kept verbatim.

    Args:
        value: Such as `2025-04-18T09:30:00+03:00`, or an aware `datetime.datetime`.

    Raises:
        ValueError: The value has another form.

    Example:
        >>> Timestamp("2025-04-18T09:30:00Z").instant
        datetime.datetime(2025, 4, 18, 9, 30, tzinfo=datetime.timezone.utc)
    """

    __slots__ = ()
    _FORM = re.compile(_TIMESTAMP)
    _HINT = _TIME_HINT


if TYPE_CHECKING:
    _D = TypeVar("_D", bound=PartialDate | When)

    class OmittableDate(Generic[_D]):
        """A date for type checkers: constructors also accept a `datetime.date` and text."""

        @overload
        def __get__(self, instance: None, owner: type, /) -> OmittableDate[_D]: ...
        @overload
        def __get__(self, instance: object, owner: type, /) -> _D | None: ...
        def __get__(self, instance: object, owner: type, /) -> OmittableDate[_D] | _D | None: ...
        def __set__(self, instance: object, value: date | str | None, /) -> None: ...

else:
    OmittableDate = Omittable
    """A date that may be omitted."""

OMITTED: Any = None
"""The default of an `OmittableDate`: `None`, which type checkers would not accept for its type."""

_FLOATING: Final = (
    "A date, as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD with an optional qualifier "
    "(? uncertain, ~ approximate, % both), or a range of candidates [a..b] (EDTF, ISO 8601-2)"
)

for _scalar in (
    Scalar(
        "PartialDate",
        "a date",
        f"{_FLOATING}.",
        ("2025-04-18", "2025-04", "2025~", "[2025-05-01..2025-05-10]"),
        f"^(?:{_DATE})$",
        NOT_ASCII,
        _DATE_HINT,
        MethodType(str.__new__, PartialDate),
    ),
    Scalar(
        "When",
        "a date, or a date and time",
        f"{_FLOATING}, or a date and time (RFC 3339), whose day is that in its offset. Without an "
        "offset, it is local time.",
        ("2025-04-18", "2025-04-18T09:30:00+03:00", "2025-04-18T09:30:00"),
        f"^(?:{_DATE}|{_LOCAL_TIME}{_OFFSET}?)$",
        NOT_ASCII,
        _WHEN_HINT,
        MethodType(str.__new__, When),
    ),
    Scalar(
        "Timestamp",
        "a date and time with offset",
        "A date and time with offset (RFC 3339, section 5.6).",
        ("2025-04-18T09:30:00+03:00",),
        f"^{_TIMESTAMP}$",
        NOT_ASCII,
        _TIME_HINT,
        MethodType(str.__new__, Timestamp),
    ),
):
    _SCALARS[_scalar.name] = _scalar
