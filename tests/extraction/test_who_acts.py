"""Which states, bodies and people of a page are its actors, besides those of other facts."""

from __future__ import annotations

import pytest

DAY = "2024-05-10"


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Eight states stay away, among them Norway, Sweden and Mali.", {"no", "se", "ml"}),
        ("The text was passed by 12 votes to one, Norway, with Mali abstaining.", {"no", "ml"}),
        ("A proposal by Norway to limit it was dropped.", {"no"}),
        ("All is calm in Norway, Sweden and Mali.", set()),
        ("A boat sank near Norway.", set()),
        ("All remember old dealings with Norway, with the lake and all.", set()),
        ("All was well at the Norwegian lake.", set()),
        ("The road to peace leads over Oslo.", set()),
    ],
)
def test_a_state_is_an_actor_unless_it_is_a_place(suggest_from, text, states):
    actors = suggest_from(text, DAY).actors
    assert {actor.id for actor in actors if actor.kind == "state"} == states


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("The coordinates were sent to the UN.", {"un"}),
        ("Many took the long way to NATO and the EU.", {"nato", "eu"}),
        ("The boat of the day was a UN boat on a lake.", set()),
        ("It took years to get access to the SAARC visa scheme.", set()),
    ],
)
def test_an_organization_is_an_actor_unless_it_is_part_of_a_name(suggest_from, text, organizations):
    actors = suggest_from(text, DAY).actors
    assert {actor.id for actor in actors if actor.kind == "organization"} == organizations
