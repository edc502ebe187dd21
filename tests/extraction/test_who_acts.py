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


def names(brief):
    """Return the names or descriptions of the actors of a brief."""
    return [getattr(actor, "name", None) or actor.description for actor in brief.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The letter went to Vladimir Orlov and Amina Diallo.", ["Vladimir Orlov", "Amina Diallo"]),
        ("The house of Thomas A. Lee was searched.", ["Thomas A. Lee"]),
        ("The hall stood empty, Conservative MP Kari Berg complained.", ["Kari Berg"]),
        ("The text was signed by the minister, Kari Berg MP, in Oslo.", ["Kari Berg"]),
        ("A summit convened by Yoweri Okello ended.", ["Yoweri Okello"]),
        ("The reform of Wang Meng failed.", ["Wang Meng"]),
    ],
)
def test_names_of_people_who_are_no_subject(suggest_from, text, expected):
    assert set(expected) <= {*names(suggest_from(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks were prepared by envoys in contact with Oman and Qatar.", ["Oman", "Qatar"]),
        ("The instrument of Honduras was the last.", ["Honduras"]),
        ("The bill lay before the Storting for a year.", ["Storting"]),
        ("A dialogue facilitated by the OSCE would help.", ["OSCE"]),
    ],
)
def test_states_and_bodies_that_are_no_subject(suggest_from, text, expected):
    assert set(expected) <= {*names(suggest_from(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The village lies near Georgia.", "Georgia"),
        ("The paper was printed in Santiago, Chile, in May.", "Chile"),
        ("The price was US$ 3 million. It was paid.", "United States"),
        ("They asked for an elected government.", "government"),
    ],
)
def test_places_are_no_actors(suggest_from, text, name):
    assert name not in names(suggest_from(text))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Contact: Gabriela Moss, Research Director", "Gabriela Moss"),
        ("By Marta Moss, correspondent", "Marta Moss"),
        ("Photo: Adam Moss / Lake Agency", "Adam Moss"),
        ("Office of Lake Affairs", "Office of Lake Affairs"),
    ],
)
def test_lines_that_tell_nothing_have_no_actors(suggest_from, line, name):
    assert name not in names(
        suggest_from(f"{line}\n\nNorway signed the Lake Treaty on 3 May 2024.")
    )
    assert name in names(suggest_from(f"{line}\n\n{name} met the minister in Oslo."))
