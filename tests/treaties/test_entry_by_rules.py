"""The day that a treaty's own rules give is that of its whole status."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diplobrief.treaties import treaty_history, treaty_status
from diplobrief.treaties.asking import day_asked_for
from tests.treaties.lake import STATES, act, brief_of

DAYS = st.sampled_from(["2026-01-01", "2026-01-20", "2026-02", "[2026-01-10..2026-03-01]", "2026~"])
STEPS = st.builds(
    lambda kind, day, party, status: act(kind, day, party, status=status),
    st.sampled_from(["signature", "ratification", "deposit", "withdrawal", "accession"]),
    DAYS,
    st.sampled_from(STATES),
    st.sampled_from(["completed", "completed", "completed", "scheduled"]),
)
TALLIES = st.builds(lambda day, count: act("tally", day, count=count), DAYS, st.integers(1, 4))
RULES = st.sampled_from(
    [
        [{"count": 2, "after": {"days": 30}}],
        [{"named": ["north"]}, {"count": 3, "not_before": "2026-02-01"}],
        [{"fraction": "1/2", "after": {"first_of_month": True}}],
    ]
)


@given(st.lists(STEPS | TALLIES, min_size=1, max_size=6), RULES, st.none() | DAYS)
def test_the_computed_day_is_the_one_that_the_status_tells(steps, rules, published):
    brief = brief_of(steps, published=published, entry_rules=rules)
    computed = treaty_history(brief, "lake").entry_by_rules(day_asked_for(brief, None))
    assert computed == treaty_status(brief, "lake").enters
