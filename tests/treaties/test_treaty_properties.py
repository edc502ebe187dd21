"""What holds of every treaty, however its milestones are dated and listed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diplobrief import Brief
from diplobrief.treaties import (
    ACTS,
    PARTY_STAGES,
    TREATY_STAGES,
    Effect,
    timeline,
    treaty_status,
)
from tests.treaties.lake import undo_each_other

# All of it is covered elsewhere; while it is measured, it takes twice as long.
pytestmark = pytest.mark.no_cover

PARTIES = ["north", "south", "west"]
START = date(2025, 1, 1)
DAYS = [START + timedelta(days) for days in range(6)]
KINDS = sorted(kind for kind, act in ACTS.items() if act.effect is not Effect.COUNTS)


def brief_with(milestones, parties=PARTIES, **members):
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "actors": [{"id": one, "kind": "state", "name": one} for one in [*PARTIES, "east"]],
            "treaties": [
                {
                    "id": "t",
                    "title": "T",
                    "kind": "treaty",
                    **({"parties": parties} if parties else {}),
                    **members,
                    **({"milestones": milestones} if milestones else {}),
                }
            ],
            "sections": [],
        }
    )


exact_days = st.sampled_from(DAYS).map(date.isoformat)


@st.composite
def day_ranges(draw):
    first, last = sorted((draw(st.integers(0, 5)), draw(st.integers(0, 5))))
    return f"[{DAYS[first]}..{DAYS[last]}]" if first < last else DAYS[first].isoformat()


@st.composite
def milestones(draw, days=exact_days, *, max_size=7):
    steps = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "kind": st.sampled_from(KINDS),
                    "status": st.sampled_from(["completed"] * 6 + ["scheduled", "rejected"]),
                    "date": days,
                },
                optional={
                    "parties": st.lists(st.sampled_from(PARTIES), min_size=1, unique=True),
                    "effective": days,
                },
            ),
            max_size=max_size,
        )
    )
    for index, step in enumerate(steps):
        step["id"] = f"m{index}"
        others = [f"m{other}" for other in range(len(steps)) if other != index]
        if others and step["kind"] in {"revocation", "resumption", "referendum"}:
            step["reverses"] = [draw(st.sampled_from(others))]
    return steps


parties_listed = st.sampled_from([[], PARTIES[:2], PARTIES])
rules = st.sampled_from(
    [
        {},
        {"entry_rules": [{"count": 2, "after": {"days": 2}, "later_parties": {"days": 1}}]},
        {"entry_rules": [{"fraction": "2/3"}, {"named": ["north"], "after": {"days": 3}}]},
        {"exit_rules": [{"after": {"days": 2}}], "entry_rules": [{"count": 1}]},
    ]
)


def stages(status):
    return (status.possible, {party: one.possible for party, one in status.parties.items()})


@given(milestones(), parties_listed, rules, exact_days)
def test_with_exact_days_nothing_is_unknown(steps, parties, members, on):
    assume(not undo_each_other(steps))
    if not parties:
        members = {name: value for name, value in members.items() if "fraction" not in str(value)}
    status = treaty_status(brief_with(steps, parties, **members), "t", on=on)
    assert status.stage is not None
    assert status.undecided == ()
    assert all(one.stage is not None for one in status.parties.values())


@given(milestones(day_ranges()), parties_listed, rules, day_ranges())
def test_a_stage_is_given_exactly_where_one_only_is_possible(steps, parties, members, on):
    status = treaty_status(brief_with(steps, parties, **members), "t", on=on)
    for one, known in [(status, TREATY_STAGES)] + [
        (party, PARTY_STAGES) for party in status.parties.values()
    ]:
        assert one.possible
        assert one.stage == (one.possible[0] if len(one.possible) == 1 else None)
        assert set(one.possible) <= set(known)
        assert str(one).startswith("unknown between") == (one.stage is None)


@given(milestones(day_ranges(), max_size=4), parties_listed, rules, exact_days)
def test_whatever_the_days_turn_out_to_be_the_stage_was_among_the_possible(
    steps, parties, members, on
):
    assume(not undo_each_other(steps))
    told = treaty_status(brief_with(steps, parties, **members), "t", on=on)
    for chosen in with_every_choice_of_days(steps):
        real = treaty_status(brief_with(chosen, parties, **members), "t", on=on)
        assert real.stage in told.possible
        for party, one in real.parties.items():
            assert one.stage in told.parties[party].possible, party


@given(milestones(day_ranges()), parties_listed, rules, exact_days, st.randoms())
def test_the_order_in_which_milestones_are_listed_changes_nothing(
    steps, parties, members, on, random
):
    steps = [{name: of for name, of in step.items() if name != "effective"} for step in steps]
    # Acts of one rank that fall on one day come in the order in which they are listed.
    places = [(ACTS[step["kind"]].rank, day) for step in steps for day in days_of(step["date"])]
    assume(len(set(places)) == len(places))
    shuffled = list(steps)
    random.shuffle(shuffled)
    assert stages(treaty_status(brief_with(steps, parties, **members), "t", on=on)) == stages(
        treaty_status(brief_with(shuffled, parties, **members), "t", on=on)
    )


@given(milestones(day_ranges()), parties_listed, exact_days, exact_days)
def test_what_was_done_stays_done_and_what_lies_ahead_only_passes(steps, parties, one, other):
    earlier, later = sorted((one, other))
    brief = brief_with(steps, parties)
    before, after = treaty_status(brief, "t", on=earlier), treaty_status(brief, "t", on=later)
    for party, status in before.parties.items():
        done = {step.id for step in after.parties[party].done}
        assert {step.id for step in status.done} <= done
        assert {step.id for step in after.parties[party].next} <= {step.id for step in status.next}


@given(milestones(day_ranges()), parties_listed, rules, st.lists(day_ranges(), max_size=6))
def test_what_was_asked_before_changes_no_answer(steps, parties, members, asked):
    """Statuses are remembered, those of parties for all days on which they are the same."""
    brief = brief_with(steps, parties, **members)
    for day in [*asked, *asked]:
        anew = treaty_status(brief_with(steps, parties, **members), "t", on=day)
        assert treaty_status(brief, "t", on=day).as_data() == anew.as_data()


@given(milestones(), parties_listed, exact_days, st.sampled_from(KINDS), exact_days)
def test_what_is_only_scheduled_changes_no_stage(steps, parties, on, kind, day):
    assume(ACTS[kind].effect is not Effect.ESTABLISHES)
    planned = {"kind": kind, "status": "scheduled", "date": day}
    assert stages(treaty_status(brief_with(steps, parties), "t", on=on)) == stages(
        treaty_status(brief_with([*steps, planned], parties), "t", on=on)
    )


@given(milestones(), parties_listed, exact_days)
def test_what_is_done_after_the_day_changes_no_stage_of_that_day(steps, parties, on):
    assume(all("effective" not in step for step in steps))
    # That a party is reported to sign or consent later does say how it stood before.
    assume(all(step["date"] <= on or ACTS[step["kind"]].effect not in TELLING for step in steps))
    until = [
        {name: value for name, value in step.items() if name != "reverses"}
        for step in steps
        if step["date"] <= on
    ]
    steps = [{name: value for name, value in one.items() if name != "reverses"} for one in steps]
    now = stages(treaty_status(brief_with(until, parties), "t", on=on))
    told = stages(treaty_status(brief_with(steps, parties), "t", on=on))
    assert told[0] == now[0]
    assert {party: told[1][party] for party in now[1]} == now[1]


@given(milestones(day_ranges()))
def test_the_timeline_never_contradicts_a_certain_order(steps):
    brief = brief_with(steps)
    ordered = timeline(brief.treaty("t"))
    assert len(ordered) == len(steps)
    for place, step in enumerate(ordered):
        before = [one.milestone.date for one in ordered[:place]]
        assert not any(step.milestone.date.before(one) for one in before)
        if step.is_certain:
            assert all(one.latest <= step.milestone.date.earliest for one in before)


def with_every_choice_of_days(steps):
    names = [(index, name) for index, step in enumerate(steps) for name in step if name in WHEN]
    choices = [days_of(steps[index][name]) for index, name in names]
    total = 1
    for days in choices:
        total *= len(days)
    assume(total <= 200)
    for chosen in product(*choices):
        made = [dict(step) for step in steps]
        for (index, name), day in zip(names, chosen, strict=True):
            made[index][name] = day
        yield made


WHEN = {"date", "effective"}
TELLING = {Effect.SIGNS, Effect.CONSENTS, Effect.ESTABLISHES, Effect.ENTERS}


def days_of(text):
    first, _, last = text.strip("[]").partition("..")
    return [day.isoformat() for day in DAYS if first <= day.isoformat() <= (last or first)]


def one_party(size):
    return [step("ratification" if n % 2 else "withdrawal", n, ["north"]) for n in range(size)]


def of_the_whole(size):
    return [step("suspension" if n % 2 else "resumption", n, None) for n in range(size)]


def a_chain_of_reversals(size):
    chain = [step("revocation", n, ["north"]) | {"id": f"m{n}"} for n in range(size)]
    return [
        one | ({"reverses": [f"m{n - 1}"]} if n else {"kind": "ratification"})
        for n, one in enumerate(chain)
    ]


def given_and_taken_back(size):
    given = [step("ratification", 0, ["north"]) | {"id": f"m{n}"} for n in range(size // 2)]
    back = [step("revocation", n, ["north"]) | {"reverses": [f"m{n}"]} for n in range(size // 2)]
    return given + back


def towards_one(size):
    return [
        step("suspension", n, ["north"]) | {"counterparties": [PARTIES[n % 3], "east"]}
        for n in range(size)
    ]


def undated(size):
    return [step(KINDS[n % len(KINDS)], None, [PARTIES[n % 3]]) for n in range(size)]


def step(kind, day, parties):
    made = {"kind": kind, "status": "completed"}
    if day is not None:
        made["date"] = (START + timedelta(day % 3000)).isoformat()
    return made | ({"parties": parties} if parties else {})


def ask(brief):
    assert treaty_status(brief, "t", on="2027-01-01").possible


@pytest.mark.parametrize(
    "shape",
    [one_party, of_the_whole, a_chain_of_reversals, given_and_taken_back, towards_one, undated],
)
def test_time_grows_with_the_number_of_milestones_and_no_faster(assert_in_proportion, shape):
    small, large = (brief_with(shape(size)) for size in (100, 2_000))
    assert_in_proportion(ask, small, large, times=20)


def test_many_parties_and_many_acts_of_the_whole_do_not_multiply(assert_in_proportion):
    def both(size):
        names = [f"s{n}" for n in range(size)]
        steps = [step("ratification", n, [name]) for n, name in enumerate(names)]
        return Brief.model_validate(
            {
                "schema_version": "1.0",
                "actors": [{"id": name, "kind": "state", "name": name} for name in names],
                "treaties": [
                    {
                        "id": "t",
                        "title": "T",
                        "kind": "treaty",
                        "parties": names,
                        "entry_rules": [{"fraction": "1/2", "after": {"months": 1}}],
                        "milestones": steps + of_the_whole(size),
                    }
                ],
                "sections": [],
            }
        )

    assert_in_proportion(ask, both(250), both(5_000), times=20)


def test_many_parties_with_open_days_do_not_multiply(assert_in_proportion):
    def instruments(size):
        names = [f"s{n}" for n in range(size)]
        steps = [step("deposit", n * 11, [name]) for n, name in enumerate(names)]
        for one in steps[::2]:
            one["date"] = one["date"][:4]
        rule = {"count": size // 3, "after": {"days": 90}, "later_parties": {"days": 90}}
        made = {"id": "t", "title": "T", "kind": "treaty", "parties": names, "milestones": steps}
        return Brief.model_validate(
            {
                "schema_version": "1.0",
                "actors": [{"id": name, "kind": "state", "name": name} for name in names],
                "treaties": [made | {"entry_rules": [rule]}],
                "sections": [],
            }
        )

    def ask_all(brief):
        status = treaty_status(brief, "t", on="2029-06-01")
        assert any(party.stage is not None for party in status.parties.values())

    assert_in_proportion(ask_all, instruments(100), instruments(2_000), times=20)
