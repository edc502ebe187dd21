"""The engine and the answer worked out by hand say the same of every treaty."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import by_hand
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lake import undo_each_other

from diplobrief import Brief
from diplobrief.treaties import ACTS, treaty_status

# All of it is covered elsewhere; while it is measured, it takes twice as long.
pytestmark = pytest.mark.no_cover

PARTIES = ["north", "south", "west"]
SENATES = {f"{party}-senate": party for party in PARTIES}
START = date(2025, 1, 1)
DAYS = [(START + timedelta(days)).isoformat() for days in range(6)]
ASKED = [(START + timedelta(days)).isoformat() for days in [*range(9), 31, 32]]


def asked(treaty, on):
    brief = {
        "schema_version": "1.0",
        "actors": [
            *({"id": one, "kind": "state", "name": one} for one in [*PARTIES, "east"]),
            *(
                {"id": senate, "kind": "organ", "name": senate, "of": party}
                for senate, party in SENATES.items()
            ),
        ],
        "treaties": [{"id": "t", "title": "T", "kind": "treaty", **treaty}],
        "sections": [],
    }
    return treaty_status(Brief.model_validate(brief), "t", on=on)


@st.composite
def steps(draw, index, count, kinds):
    step = {
        "id": f"m{index}",
        "kind": draw(st.sampled_from(kinds)),
        "status": draw(st.sampled_from(["completed"] * 7 + ["scheduled", "rejected", "returned"])),
        "date": draw(st.sampled_from(DAYS)),
    }
    if step["kind"] == "tally":
        return step | {"count": draw(st.integers(1, 4))}
    who = draw(st.sampled_from(["all", "one", "one", "one", "some", "senate"]))
    if who == "one":
        step["parties"] = [draw(st.sampled_from(PARTIES))]
    elif who == "some":
        step["parties"] = draw(st.lists(st.sampled_from(PARTIES), min_size=1, unique=True))
    elif who == "senate":
        step["by"] = [draw(st.sampled_from(sorted(SENATES)))]
    others = [f"m{other}" for other in range(count) if other != index]
    more = draw(st.sampled_from(["nothing"] * 6 + ["effective", "scope", "against", "toward"]))
    if more == "effective":
        step["effective"] = draw(st.sampled_from(DAYS))
    elif more == "scope":
        step["scope"] = {"articles": ["Article 1"]}
    elif more == "against" and "parties" in step:
        step["counterparties"] = [draw(st.sampled_from([*PARTIES, "east"]))]
    elif more == "toward" and others:
        step["toward"] = draw(st.sampled_from(others))
    undoes = step["kind"] in {"revocation", "resumption", "referendum"}
    if others and (undoes or draw(st.sampled_from([False] * 9 + [True]))):
        step["reverses"] = [draw(st.sampled_from(others))]
    return step


SHARES = [
    {"party": party, "percent": percent}
    for party, percent in zip(PARTIES, [0.1, 0.2, 50], strict=True)
]
CONDITIONS = [
    {"count": 1},
    {"count": 2},
    {"count": 3},
    {"named": ["north"]},
    {"count": 2, "named": ["west"]},
    {"share_percent": 0.3, "shares": SHARES},
    {"count": 2, "share_percent": 50.0, "shares": SHARES},
]
FRACTIONS = [{"fraction": "2/3"}, {"fraction": "1/2"}]


@st.composite
def rules(draw, conditions):
    return {
        **draw(st.sampled_from(conditions)),
        **draw(st.sampled_from([{}, {"after": {"days": 2}}, {"after": {"first_of_month": True}}])),
        **draw(st.sampled_from([{}, {}, {}, {"not_before": DAYS[4]}])),
        **draw(st.sampled_from([{}, {"later_parties": {"days": 2}}])),
    }


@st.composite
def treaties(draw, *, tallies=False, size=7):
    treaty = {}
    parties = draw(st.sampled_from([[], PARTIES[:2], PARTIES]))
    if parties:
        treaty["parties"] = parties
    kinds = [kind for kind in ACTS if tallies or kind != "tally"]
    count = draw(st.integers(0, size))
    treaty["milestones"] = [draw(steps(index, count, kinds)) for index in range(count)]
    if draw(st.sampled_from([False, False, True])):
        treaty["milestones"] = [*treaty["milestones"][:4], *draw(taken_back_and_again(size=3))]
        named = {step["id"] for step in treaty["milestones"]}
        for step in treaty["milestones"]:
            if step.get("toward", "c0") not in named:
                del step["toward"]
            if not named.issuperset(step.get("reverses", ())):
                del step["reverses"]
    assume(not undo_each_other(treaty["milestones"]))
    conditions = CONDITIONS + (FRACTIONS if parties else [])
    treaty["entry_rules"] = draw(st.lists(rules(conditions), max_size=2))
    if draw(st.sampled_from([False, False, False, True])):
        treaty["exit_rules"] = [{"after": {"days": 2}}]
    if draw(st.sampled_from([False] * 5 + [True])):
        treaty["duration"] = "P2D"
        if draw(st.booleans()):
            treaty["renewal"] = "P2D"
    return {name: value for name, value in treaty.items() if value}


@st.composite
def taken_back_and_again(draw, size):
    """A consent that is revoked, and that too, and maybe once more; other acts lie between."""
    days = st.sampled_from(DAYS)
    consent = {
        "id": "c0",
        "kind": draw(st.sampled_from(["ratification", "accession", "deposit"])),
        "status": "completed",
        "date": draw(days),
        **draw(st.sampled_from([{}, {"parties": ["north"]}, {"parties": ["north", "west"]}])),
    }
    chain = [consent]
    for index in range(1, draw(st.integers(3, size + 1))):
        undone = draw(st.sampled_from([index - 1, index - 1, max(index - 2, 0)]))
        chain.append(
            {
                "id": f"c{index}",
                "kind": "revocation",
                "status": "completed",
                "date": draw(days),
                "reverses": [f"c{undone}"],
            }
        )
    return chain


@st.composite
def of_uncertain_days(draw):
    """A treaty of which one or two days are not known, and all that they may have been."""
    treaty = draw(treaties(size=6))
    dated = [(index, "date") for index in range(len(treaty.get("milestones", ())))]
    assume(dated)
    known = [dict(step) for step in treaty["milestones"]]
    open_days = {}
    for index, name in draw(st.lists(st.sampled_from(dated), min_size=1, max_size=2, unique=True)):
        first, last = sorted((draw(st.integers(0, 5)), draw(st.integers(0, 5))))
        open_days[index, name] = DAYS[first : last + 1]
        known[index][name] = f"[{DAYS[first]}..{DAYS[last]}]" if first < last else DAYS[first]
    choices = []
    for chosen in product(*open_days.values()):
        made = [dict(step) for step in treaty["milestones"]]
        for (index, name), day in zip(open_days, chosen, strict=True):
            made[index][name] = day
        choices.append(treaty | {"milestones": made})
    return treaty | {"milestones": known}, choices


def told_by_hand(treaties_, on):
    told = by_hand.Told({}, {}, {})
    for treaty in treaties_:
        by_hand.stages(treaty, on, SENATES, told)
    return told


def pairs_of(status):
    """Yield what the engine says of the treaty, of each party, and of each pair."""
    yield "treaty", status.possible
    for party, one in status.parties.items():
        yield party, one.possible
        for other, pair in one.towards.items():
            yield (party, other), pair.possible


@given(treaties(), st.sampled_from(ASKED))
def test_with_exact_days_the_engine_says_what_follows_by_hand(treaty, on):
    status, told = asked(treaty, on), told_by_hand([treaty], on)
    assert set(status.parties) == set(told.parties)
    for about, possible in pairs_of(status):
        assert set(possible) == set(told.about(about)), about


@given(treaties(tallies=True, size=4), st.sampled_from(ASKED))
def test_whenever_a_tally_was_reached_the_stage_is_among_the_possible(treaty, on):
    status, told = asked(treaty, on), told_by_hand([treaty], on)
    for about, possible in pairs_of(status):
        assert set(possible) >= set(told.about(about)), about


@given(of_uncertain_days(), st.sampled_from(ASKED))
def test_whatever_the_days_were_the_stage_is_among_the_possible(uncertain, on):
    treaty, choices = uncertain
    status, told = asked(treaty, on), told_by_hand(choices, on)
    for about, possible in pairs_of(status):
        assert set(possible) >= set(told.about(about)), about


def test_a_consent_whose_revocation_is_revoked_counts_anew_from_that_day():
    """Not from its own first day on: the treaty would enter into force in the past."""
    treaty = {
        "parties": PARTIES[:2],
        "entry_rules": [{"count": 2, "after": {"days": 2}}],
        "milestones": [
            {"id": "m0", "kind": "ratification", "date": DAYS[0], "parties": ["north"]},
            {"id": "m1", "kind": "revocation", "date": DAYS[1], "reverses": ["m0"]},
            {"id": "m2", "kind": "ratification", "date": DAYS[2], "parties": ["south"]},
            {"id": "m3", "kind": "revocation", "date": DAYS[3], "reverses": ["m1"]},
        ],
    }
    for step in treaty["milestones"]:
        step["status"] = "completed"
    expected = {2: "being_ratified", 3: "ratified", 4: "ratified", 5: "in_force"}
    for index, stage in expected.items():
        assert asked(treaty, ASKED[index]).stage == stage
        assert set(told_by_hand([treaty], ASKED[index]).treaty) == {stage}
    assert str(asked(treaty, ASKED[3]).enters) == ASKED[5]
