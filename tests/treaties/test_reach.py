"""Every act of the table does something that a status shows, and every stage is reached."""

from __future__ import annotations

import pytest

from diplobrief.treaties import (
    ACTS,
    EFFECTS,
    PARTY_STAGES,
    TREATY_STAGES,
    Effect,
    timeline,
    treaty_status,
)
from tests.treaties.lake import act, brief_of, on

THREE = ("north", "south", "west")
SIGNED = [act("signature", "2020-01-01", id="signed")]
RATIFIED = [
    *SIGNED,
    act("ratification", "2020-06-01", "north", id="yes"),
    act("ratification", "2020-07-01", "south"),
]
IN_FORCE = [*RATIFIED, act("entry_into_force", "2021-01-01")]
SUSPENDED = [*IN_FORCE, act("suspension", "2022-01-01", id="pause")]
TWO = [{"count": 2}]

# What stands before each act so that it has something to change; by default nothing does.
BEFORE = {
    "exchange_of_instruments": (RATIFIED[:1], {}),
    "extension": (RATIFIED, {}),
    "suspension": (IN_FORCE, {}),
    "resumption": (SUSPENDED, {}),
    "withdrawal": (IN_FORCE, {}),
    "revocation": (RATIFIED, {"reverses": ["yes"]}),
    "termination": (IN_FORCE, {}),
    "expiry": (IN_FORCE, {}),
    "tally": ([], {"count": 2}),
    "objection_precluding_entry": (IN_FORCE, {"counterparties": ["south"]}),
}
CHANGES_NO_STAGE = {kind for kind, row in ACTS.items() if row.effect is Effect.NONE}


def possible(status):
    towards = {
        (party, other): pair.possible
        for party, one in status.parties.items()
        for other, pair in one.towards.items()
    }
    parties = {party: one.possible for party, one in status.parties.items()}
    # What is different between two parties only is a change; that they act between them is not.
    different = {pair: stages for pair, stages in towards.items() if stages != parties[pair[0]]}
    return status.possible, parties, different


@pytest.mark.parametrize("kind", ACTS)
def test_each_act_changes_a_stage_or_is_said_in_the_table_to_change_none(kind):
    before, members = BEFORE.get(kind, ([], {}))
    done = [*before, act(kind, "2023-01-01", "north", **members)]
    for_all = [*before, act(kind, "2023-01-01", **members)]
    earlier = possible(on("2024-01-01", before))
    changed = [possible(on("2024-01-01", steps)) != earlier for steps in (done, for_all)]
    assert any(changed) == (kind not in CHANGES_NO_STAGE)


@pytest.mark.parametrize("kind", ACTS)
def test_each_act_of_a_party_is_done_from_its_day_on_and_has_its_place_in_time(kind):
    brief = brief_of([*SIGNED, act(kind, "2023-01-01", "north")])
    before, after = (treaty_status(brief, "lake", on=day) for day in ("2022-12-31", "2023-01-01"))
    assert [one.kind for one in before.parties["north"].done] == ["signature"]
    assert [one.kind for one in before.parties["north"].next] == [kind]
    assert [one.kind for one in after.parties["north"].done] == ["signature", kind]
    assert after.parties["north"].next == ()
    assert [step.milestone.kind for step in timeline(brief)] == ["signature", kind]


@pytest.mark.parametrize("kind", ACTS)
def test_each_act_that_is_limited_to_a_part_changes_a_stage_only_where_the_table_says_so(kind):
    before, members = BEFORE.get(kind, ([], {}))
    part = act(kind, "2023-01-01", "north", **members, scope={"articles": ["Article 4"]})
    changes = possible(on("2024-01-01", [*before, part])) != possible(on("2024-01-01", before))
    assert changes == (ACTS[kind].in_part and kind not in CHANGES_NO_STAGE)


@pytest.mark.parametrize("kind", ACTS)
def test_each_act_that_is_refused_as_a_whole_rejects_the_treaty_where_the_table_says_so(kind):
    status = on("2024-01-01", [act(kind, "2023-01-01", status="rejected")])
    assert (status.stage == "rejected") == ACTS[kind].refuses


@pytest.mark.parametrize("kind", [kind for kind, row in ACTS.items() if row.by_some])
def test_each_act_that_is_another_one_for_some_parties_ends_the_treaty_only_for_all(kind):
    of_one, of_all = (
        on("2024-01-01", [*IN_FORCE, act(kind, "2023-01-01", *parties)], THREE)
        for parties in (("north",), ())
    )
    assert (of_one.stage, of_all.stage) == ("in_force", ACTS[kind].ends_as)
    left = {Effect.LEAVES: "withdrawn", Effect.NONE: "in_force"}[ACTS[kind].by_some]
    assert of_one.parties["north"].stage == left
    assert of_one.parties["south"].stage == "in_force"


@pytest.mark.parametrize(
    "kind", [kind for kind, row in ACTS.items() if row.effect is not Effect.SIGNS]
)
def test_each_act_of_one_party_moves_the_treaty_exactly_where_the_table_says_so(kind):
    """What a signature does depends on the number of sides; other tests ask about it."""
    before, members = BEFORE.get(kind, ([], {}))
    done = [*before, act(kind, "2023-01-01", "north", **members)]
    earlier, later = (on("2024-01-01", steps, THREE).stage for steps in (before, done))
    assert (earlier != later) == EFFECTS[ACTS[kind].effect].by_one


OF_TREATY = {
    "none": [],
    "negotiating": [act("negotiation", "2019-01-01")],
    "adopted": [act("adoption", "2019-06-01")],
    "signed": SIGNED,
    "being_ratified": RATIFIED[:2],
    "ratified": RATIFIED,
    "provisionally_applied": [*SIGNED, act("provisional_application", "2020-02-01")],
    "in_force": IN_FORCE,
    "suspended": SUSPENDED,
    "terminated": [*IN_FORCE, act("termination", "2023-01-01")],
    "expired": [*IN_FORCE, act("expiry", "2023-01-01")],
    "rejected": [act("adoption", "2019-06-01", status="rejected")],
}
LEAVES = act("withdrawal", "2023-01-01", "north", id="out")
OF_PARTY = {
    "none": [],
    "signed": SIGNED,
    "unsigned": [*SIGNED, act("revocation", "2020-02-01", "north", reverses=["signed"])],
    "being_ratified": [*SIGNED, act("submission", "2020-02-01", "north")],
    "ratified": RATIFIED,
    "provisionally_applied": OF_TREATY["provisionally_applied"],
    "in_force": IN_FORCE,
    "suspended": SUSPENDED,
    "withdrawing": [*IN_FORCE, {**LEAVES, "effective": "2025-01-01"}],
    "withdrawn": [*IN_FORCE, LEAVES],
    "terminated": OF_TREATY["terminated"],
    "expired": OF_TREATY["expired"],
}


@pytest.mark.parametrize("stage", TREATY_STAGES)
def test_each_stage_of_a_treaty_is_reached(stage):
    assert on("2024-01-01", OF_TREATY[stage]).stage == stage


@pytest.mark.parametrize("stage", PARTY_STAGES)
def test_each_stage_of_a_party_is_reached(stage):
    assert on("2024-01-01", OF_PARTY[stage]).parties["north"].stage == stage
