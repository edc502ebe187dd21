"""Periods that run from a day, and the last day from which a period ends by another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplobrief.model.treaties import Period
from diplobrief.treaties.days import FUTURE, PAST, Days, last_start

lengths = st.integers(0, 400).map(lambda number: number or None)
marks = st.booleans().map(lambda is_set: is_set or None)
periods = st.builds(
    lambda **members: {name: value for name, value in members.items() if value},
    months=st.integers(0, 30),
    days=lengths,
    first_of_month=marks,
    first_of_year=marks,
).filter(bool)


@given(st.dates(), periods)
def test_a_period_from_the_last_start_ends_in_time_and_from_the_next_day_too_late(day, members):
    end, period = day.toordinal(), Period(**members)
    start = last_start(end, period)
    assert PAST <= start < FUTURE
    assert start == PAST or Days(start, start).after(period).first <= end
    assert Days(start + 1, start + 1).after(period).first > end
