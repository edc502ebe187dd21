"""What holds between two parties, between two sides, and for a party that refuses."""

from __future__ import annotations

import pytest

from diplobrief.treaties import treaty_history
from tests.treaties.lake import STATES, act, brief_of, on

THREE = STATES[:3]
FORCE = [
    act("ratification", "1999-01-10", "north", "south", "west"),
    act("entry_into_force", "2000-01-01"),
]
RESERVATION = act("reservation", "1999-01-10", "south", id="reservation")
OBJECTION = act("objection_precluding_entry", "1999-06-01", "north", id="no", toward="reservation")


def between(one, other, day, *steps):
    status = on(day, [*FORCE, *steps], THREE)
    return status.parties[one].towards[other].stage


def test_an_objection_may_keep_a_treaty_out_of_force_between_two_parties():
    steps = [RESERVATION, OBJECTION]
    assert between("north", "south", "2001-01-01", *steps) == "ratified"
    assert between("south", "north", "2001-01-01", *steps) == "ratified"
    status = on("2001-01-01", [*FORCE, *steps], THREE)
    assert {party: str(one) for party, one in status.parties.items()} == {
        "north": "in_force",
        "south": "in_force",
        "west": "in_force",
    }
    assert not status.parties["west"].towards


def test_an_objection_alone_leaves_a_treaty_in_force_between_the_two():
    objects = act("objection", "1999-06-01", "north", toward="reservation")
    status = on("2001-01-01", [*FORCE, RESERVATION, objects], THREE)
    assert not status.parties["north"].towards
    assert status.parties["north"].stage == "in_force"


def test_a_treaty_is_in_force_between_two_parties_once_the_objection_is_withdrawn():
    steps = [RESERVATION, OBJECTION, act("revocation", "2005-03-01", "north", reverses=["no"])]
    assert between("south", "north", "2005-02-28", *steps) == "ratified"
    assert between("south", "north", "2005-03-01", *steps) == "in_force"


def test_an_accession_may_have_no_effect_towards_who_objects_to_it():
    """The Apostille Convention, article 12, leaves this to each party."""
    objects = act("objection_precluding_entry", "2010-06-01", "north", toward="joins")
    joins = act("accession", "2010-01-15", "east", id="joins")
    status = on("2011-01-01", [*FORCE, joins, objects], STATES)
    assert status.parties["east"].stage == "in_force"
    assert status.parties["east"].towards["north"].stage == "ratified"
    assert "east" in status.parties["north"].towards


def test_the_history_between_two_parties_names_the_objection_and_its_reading():
    late = {**OBJECTION, "date": "2003-01-01"}
    history = treaty_history(brief_of([*FORCE, RESERVATION, late], THREE), "lake")
    span = history.parties["south"].towards["north"].on("2003-01-01")
    assert [milestone.id for milestone in span.because] == ["no"]
    assert [reading.id for reading in span.readings] == ["R30"]


UNION = ["union", "red", "blue"]
MIXED = {"parties": [*UNION, "north"], "one_side": UNION, "others": UNION}
SIGNED = [act("signature", "2014-01-01", *UNION), act("signature", "2014-01-01", "north")]
ENTRY = act("entry_into_force", "2016-01-01")


@pytest.mark.parametrize(
    ("leaves", "stage"),
    [
        (["north"], "terminated"),
        (["red"], "in_force"),
        (["union", "red"], "in_force"),
        (UNION, "terminated"),
    ],
)
def test_a_treaty_between_two_sides_ends_when_a_whole_side_has_left(leaves, stage):
    status = on("2021-01-01", [ENTRY, act("withdrawal", "2020-01-01", *leaves)], **MIXED)
    assert status.stage == stage
    assert all(status.parties[one].stage == "withdrawn" for one in leaves)


def test_a_treaty_between_two_sides_is_suspended_by_one_of_them_as_a_whole():
    by_one = act("suspension", "2020-01-01", "union")
    assert on("2021-01-01", [ENTRY, by_one], **MIXED).stage == "in_force"
    by_all = act("suspension", "2020-01-01", *UNION)
    assert on("2021-01-01", [ENTRY, by_all], **MIXED).stage == "suspended"
    by_other = act("suspension", "2020-01-01", "north")
    assert on("2021-01-01", [ENTRY, by_other], **MIXED).stage == "suspended"


def test_a_treaty_between_two_sides_is_signed_once_both_have_signed():
    assert on("2014-06-01", SIGNED[:1], **MIXED).stage == "adopted"
    assert on("2014-06-01", SIGNED, **MIXED).stage == "signed"


def test_the_entry_into_force_between_two_sides_binds_whose_consent_is_not_reported():
    steps = [act("ratification", "2015-01-01", "north"), ENTRY]
    steps += [act("accession", "2018-01-01", "blue")]  # a new member state
    before, after = on("2016-01-01", steps, **MIXED), on("2018-01-01", steps, **MIXED)
    assert before.parties["red"].stage == "in_force"
    assert before.parties["blue"].stage == "none"
    assert after.parties["blue"].stage == "in_force"


def test_a_selection_of_parties_has_no_sides():
    steps = [ENTRY, act("withdrawal", "2020-01-01", "north")]
    assert on("2021-01-01", steps, membership="selected", **MIXED).stage == "in_force"


REFUSAL = act("acceptance", "2015-12-01", "west", status="rejected")


@pytest.mark.parametrize("membership", ["all", "selected"])
def test_an_amendment_that_others_accept_tacitly_does_not_bind_a_party_that_refuses_it(membership):
    """Article VIII(b)(vii) of SOLAS and article 61 of the Health Regulations are examples."""
    steps = [act("adoption", "2014-11-21"), REFUSAL, act("entry_into_force", "2016-07-01")]
    status = on("2016-07-01", steps, THREE, membership=membership)
    stages = {party: str(one) for party, one in status.parties.items()}
    assert stages == {"north": "in_force", "south": "in_force", "west": "being_ratified"}


def test_a_party_that_refused_may_accept_later_and_the_others_stay_bound():
    later = act("acceptance", "2019-05-01", "west")
    steps = [REFUSAL, act("entry_into_force", "2016-07-01"), later]
    before, after = on("2019-04-30", steps, THREE), on("2019-05-01", steps, THREE)
    assert (before.parties["north"].stage, before.parties["west"].stage) == (
        "in_force",
        "being_ratified",
    )
    assert (after.parties["north"].stage, after.parties["west"].stage) == ("in_force", "in_force")
