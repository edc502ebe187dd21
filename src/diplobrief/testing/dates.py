"""Strategies for dates of every form."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from diplobrief.model.dates import PartialDate, Timestamp, When


def _days() -> st.SearchStrategy[date]:
    return st.one_of(
        st.dates(date(2025, 1, 1), date(2026, 12, 31)),
        st.dates(),
        st.sampled_from([date(2024, 2, 29), date(2000, 2, 29), date.min, date.max]),
    )


def _candidates() -> st.SearchStrategy[str]:
    return st.builds(_cut, _days(), st.sampled_from((10, 7, 4)))


def _cut(day: date, length: int) -> str:
    return day.isoformat()[:length]


def _range(one: str, other: str) -> str:
    """Return `[a..b]` for two candidates, the earlier one first."""
    first, last = sorted((one, other), key=lambda candidate: candidate.ljust(10, "-"))
    return f"[{first}..{last}]"


def partial_date_text() -> st.SearchStrategy[str]:
    """Generate texts of partial dates: years, months, days, with qualifiers, and ranges."""
    candidates = _candidates()
    return st.one_of(
        candidates,
        st.builds(str.__add__, candidates, st.sampled_from("?~%")),
        st.builds(_range, candidates, candidates),
        candidates.map("[{}..]".format),
        candidates.map("[..{}]".format),
    )


def timestamp_text() -> st.SearchStrategy[str]:
    """Generate texts of dates and times with offset."""
    hours, minutes = st.integers(0, 23), st.integers(0, 59)
    fraction = st.sampled_from(("", ".0", ".5", ".123456", ".123456789"))
    offset = st.sampled_from(("Z", "+00:00", "-00:00", "+03:30", "-12:00", "+23:59", "-23:59"))
    return st.builds(
        "{}T{:02}:{:02}:{:02}{}{}".format, _days(), hours, minutes, minutes, fraction, offset
    )


def when_text() -> st.SearchStrategy[str]:
    """Generate texts of partial dates, and of dates and times with and without offset."""
    return st.one_of(partial_date_text(), timestamp_text(), timestamp_text().map(_without_offset))


def _without_offset(timestamp: str) -> str:
    return timestamp.removesuffix("Z") if timestamp.endswith("Z") else timestamp[: -len("+00:00")]


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Generate partial dates in every form.

    Example:
        >>> from hypothesis import given
        >>> @given(partial_dates())
        ... def test_a_date_is_its_text(date):
        ...     assert PartialDate(str(date)) == date
        >>> test_a_date_is_its_text()
    """
    return partial_date_text().map(PartialDate)


def whens() -> st.SearchStrategy[When]:
    """Generate partial dates, and dates and times with and without offset."""
    return when_text().map(When)


def timestamps() -> st.SearchStrategy[Timestamp]:
    """Generate dates and times with offset (RFC 3339)."""
    return timestamp_text().map(Timestamp)
