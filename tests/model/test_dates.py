"""Dates as far as they are known, against the calendar of the standard library."""

from __future__ import annotations

import calendar
import copy
import operator
import pickle
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from diplobrief.model import PartialDate, Timestamp, When
from diplobrief.testing import partial_dates, timestamps, whens

ANY_DATE = st.one_of(partial_dates(), whens(), timestamps())
ADAPTERS = {form: TypeAdapter(form) for form in (PartialDate, When, Timestamp)}


def is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
def test_a_day_is_a_date_exactly_where_the_calendar_has_it(year, month, day):
    text = f"{year:04}-{month:02}-{day:02}"
    if is_a_day(year, month, day):
        assert PartialDate(text).earliest == PartialDate(text).latest == date(year, month, day)
    else:
        with pytest.raises(ValueError, match="PartialDate"):
            PartialDate(text)


@pytest.mark.parametrize("year", [1, 4, 100, 400, 1582, 1900, 2000, 2023, 2024, 2100, 9999])
def test_the_last_day_of_every_month_is_a_date_and_the_next_one_is_not(year):
    for month in range(1, 13):
        last = calendar.monthrange(year, month)[1]
        text = f"{year:04}-{month:02}"
        assert PartialDate(text).earliest == date(year, month, 1)
        assert PartialDate(text).latest == date(year, month, last)
        assert PartialDate(f"{text}-{last}").latest == date(year, month, last)
        for beyond in range(last + 1, 33):
            with pytest.raises(ValueError, match="PartialDate"):
                PartialDate(f"{text}-{beyond}")


@given(st.integers(1, 9999))
def test_a_year_lasts_from_its_first_day_to_its_last(year):
    assert PartialDate(f"{year:04}").earliest == date(year, 1, 1)
    assert PartialDate(f"{year:04}").latest == date(year, 12, 31)


@pytest.mark.parametrize("form", [PartialDate, When])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "0000",
            "25",
            "202",
            "20255",
            "+2025",
            "-2025",
            "2025-",
            "2025-1",
            "2025-13",
            "2025-00",
        ),
        *("2025-4-18", "2025/04/18", "2025-04-18?~", "?", "2025 ", " 2025", "2025\n", "２０２５"),
        *("[2025]", "[..]", "[2025..2026", "2025..2026]", "[2025?..2026]", "[2025..2026]?", "[]"),
        *("[2025...2026]", "[2025,2026]", "2025/2026", "2025-04-18T09:30"),
        *("2025-04-18 09:30:00Z", "2025-04-18t09:30:00z", "2025-04-18T24:00:00Z", "2025-W01"),
        *("2025-04-18T23:59:60Z", "2025-04-18T09:30:00+3:00", "2025-04-18T09:30:00.Z", "XXXX"),
        *("2025-04-18T09:30:00+24:00", "2025-02-29T09:30:00Z", "2025-04-18T09:30:00.0123456789Z"),
    ],
)
def test_another_form_is_refused_by_the_class_and_by_validation(form, text):
    with pytest.raises(ValueError, match=form.__name__):
        form(text)
    with pytest.raises(ValidationError):
        ADAPTERS[form].validate_python(text)


def test_a_time_without_offset_is_local():
    local = When("2025-04-18T09:30:00")
    assert ADAPTERS[When].validate_python("2025-04-18T09:30:00") == local
    assert local.instant is None
    assert local.earliest == local.latest == date(2025, 4, 18)
    assert local.before("2025-04-18T23:00:00") is None
    assert local.before("2025-04-18T23:00:00Z") is None
    assert local.before("2025-04-19T00:00:00") is True
    for form in (PartialDate, Timestamp):
        with pytest.raises(ValueError, match=form.__name__):
            form(str(local))


@given(ANY_DATE)
def test_the_class_and_validation_accept_the_same_texts(value):
    for form, adapter in ADAPTERS.items():
        try:
            made = form(str(value))
        except ValueError:
            with pytest.raises(ValidationError):
                adapter.validate_python(str(value))
        else:
            validated = adapter.validate_python(str(value))
            assert validated == made
            assert type(validated) is form


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="ends before it begins"):
        PartialDate("[2025..2024]")


@given(ANY_DATE)
def test_the_earliest_day_is_not_after_the_latest(value):
    assert value.earliest is not None or value.latest is not None
    if value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest


@given(ANY_DATE)
def test_a_qualifier_changes_no_day(value):
    if value.qualifier is not None:
        plain = type(value)(str(value)[:-1])
        assert (plain.earliest, plain.latest) == (value.earliest, value.latest)
        assert plain.qualifier is None


def days_of(value):
    """Return all days that fit, an open end standing for a few days more."""
    first = value.earliest or value.latest - timedelta(days=40)
    last = value.latest or value.earliest + timedelta(days=40)
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


NEAR = st.dates(date(2024, 2, 26), date(2024, 3, 4))
SMALL_DATES = st.one_of(
    NEAR.map(lambda day: When(day.isoformat())),
    NEAR.map(lambda day: When(day.isoformat()[:7])),
    NEAR.map(lambda day: When(f"{day}T12:00:00Z")),
    st.tuples(NEAR, NEAR).map(lambda two: When("[{}..{}]".format(*sorted(two)))),
    NEAR.map(lambda day: When(f"[..{day}]")),
    NEAR.map(lambda day: When(f"[{day}..]")),
)


@given(SMALL_DATES, SMALL_DATES)
def test_before_is_certain_only_where_every_choice_of_days_agrees(one, other):
    if one.instant is not None and other.instant is not None:
        certain = None if one.instant == other.instant else one.instant < other.instant
    else:
        answers = {
            None if first == second else first < second
            for first in days_of(one)
            for second in days_of(other)
        }
        certain = answers.pop() if len(answers) == 1 else None
        # An open end reaches further than the few days that stand for it.
        if certain is True and (one.latest is None or other.earliest is None):
            certain = None
        if certain is False and (one.earliest is None or other.latest is None):
            certain = None
    assert one.before(other) is certain


@given(ANY_DATE, ANY_DATE)
def test_after_is_before_turned_round(one, other):
    assert one.before(other) is other.after(one)


@given(ANY_DATE, ANY_DATE)
def test_a_qualified_date_decides_nothing(one, other):
    if one.qualifier or other.qualifier:
        assert one.before(other) is None
        assert one.after(other) is None


@given(ANY_DATE, st.dates())
def test_a_calendar_date_and_its_text_compare_alike(value, day):
    assert value.before(day) is value.before(day.isoformat()) is value.before(PartialDate(str(day)))


@given(st.lists(SMALL_DATES, min_size=3, max_size=3))
def test_certain_order_carries_over(three):
    first, second, third = three
    if (
        all(value.instant is None for value in three)
        and first.before(second)
        and second.before(third)
    ):
        assert first.before(third)


@given(st.datetimes(timezones=st.timezones(), allow_imaginary=False))
def test_two_times_are_compared_to_the_instant(moment):
    if moment.utcoffset() % timedelta(minutes=1) or not 2 < moment.year < 9998:
        return
    text = moment.isoformat(timespec="seconds")
    there = Timestamp(text)
    same = Timestamp(moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"))
    # The zone's own answer differs between the two hours of an autumn night.
    assert there.instant == moment.replace(microsecond=0).astimezone(UTC)
    assert there.before(same) is None
    assert there.before(Timestamp(f"{same[:19]}.000001Z")) is True


def test_the_day_of_a_time_is_counted_in_its_own_offset():
    late = When("2025-04-18T23:30:00-11:00")
    assert late.earliest == late.latest == date(2025, 4, 18)
    assert late.instant == datetime(2025, 4, 19, 10, 30, tzinfo=UTC)
    assert late.before("2025-04-19") is True


@pytest.mark.parametrize(
    "text", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2025-01-01T00:00:00.1Z"]
)
def test_times_at_the_ends_of_the_calendar_can_be_compared(text):
    assert Timestamp(text).before(Timestamp(text)) is None
    assert Timestamp(text).before("2024-06-01T00:00:00Z") is (text[0] == "0")


def test_times_that_differ_by_less_than_a_microsecond_have_their_order():
    earlier, later = "2025-01-01T00:00:00.000000001Z", "2025-01-01T00:00:00.000000002Z"
    assert When(earlier).before(later) is not False


@given(ANY_DATE)
def test_a_date_is_its_text(value):
    assert value == str(value)
    assert hash(value) == hash(str(value))
    assert type(str(value)) is str
    assert eval(repr(value), {type(value).__name__: type(value)}) == value  # noqa: S307 - our own text


@given(ANY_DATE, ANY_DATE)
def test_dates_are_equal_exactly_where_their_texts_are(one, other):
    assert (one == other) is (str(one) == str(other))


@given(ANY_DATE)
def test_copies_keep_type_and_text(value):
    copies = [copy.copy(value), copy.deepcopy(value)]
    copies += [pickle.loads(pickle.dumps(value, n)) for n in range(pickle.HIGHEST_PROTOCOL + 1)]
    assert {(type(item), str(item)) for item in copies} == {(type(value), str(value))}


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_dates_have_no_total_order(compare):
    with pytest.raises(TypeError, match="before"):
        compare(PartialDate("2025"), PartialDate("2026"))
    with pytest.raises(TypeError, match="before"):
        compare(PartialDate("2025"), "2026")
    with pytest.raises(TypeError, match="before"):
        sorted([When("2025"), When("2026")])
