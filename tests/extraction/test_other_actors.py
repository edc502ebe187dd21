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


_MET = "Prime Minister Kari Berg met the Swedish foreign minister, Nils Dahl, and Swedish judges."


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("EMBASSY OF THE KINGDOM OF NORWAY\n\nBULLETIN", "no"),
        ("MINISTRY OF FOREIGN AFFAIRS\n\nREPUBLIC OF MALI", "ml"),
        ("Norwegian Embassy, Stockholm\n\nNews", "no"),
        ("Ministry of Foreign Affairs of Japan", "jp"),
        # A headline says what somebody did, and not who issued the page.
        ("Parliament of Norway rejects Swedish plan", None),
        ("Security Council\n\nMeetings", None),
    ],
)
def test_an_office_is_of_the_state_whose_organ_issued_the_page(suggest_from, head, state):
    text = f"{head}\n\n10 May 2024\n\n{_MET}"
    (berg,) = [actor for actor in suggest_from(text).actors if actor.id == "berg"]
    assert berg.represents == state


def test_a_parliament_is_of_the_union_whose_parliament_issued_the_page(suggest_from):
    head = "European Parliament\n\nPress release"
    text = f"{head}\n\nOn Friday, Parliament approved the treaty with Mali."
    brief = suggest_from(text, DAY)
    (parliament,) = [actor for actor in brief.actors if actor.kind == "organ"]
    names = {actor.id: actor.name for actor in brief.actors}
    assert names[parliament.of] == "European Union"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Sweden's Director and Foreign Minister, Kari Berg, said so.",
            "Director and Foreign Minister",
        ),
        (
            "Vice President and Foreign Minister Kari Berg said so.",
            "Vice President and Foreign Minister",
        ),
        ("The President and the Foreign Minister, Kari Berg, said so.", "Foreign Minister"),
    ],
)
def test_two_offices_before_a_name_are_of_one_person(suggest_from, text, office):
    (berg,) = [actor for actor in suggest_from(text).actors if actor.kind == "person"]
    assert berg.office == office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mali's Public Works Minister Awa Diallo and Swedish Energy Minister Nils Dahl met.",
            ["Mali", "Awa Diallo", "Sweden", "Nils Dahl"],
        ),
        ("The Mali-Norway Water Fund said it would pay.", ["Mali-Norway Water Fund"]),
        ("Mr. Md. Karim Hossain said it would pay.", ["Karim Hossain"]),
    ],
)
def test_names_of_people_and_bodies_are_whole(suggest_from, text, expected):
    assert names(suggest_from(text)) == expected


@pytest.mark.parametrize(
    "people", ["The delegations", "Both delegations", "Negotiators", "The delegates"]
)
def test_envoys_of_the_two_states_of_a_page_stand_for_them(suggest_from, people):
    text = (
        "Norway and Mali have argued about the lake for years. Norwegian and Malian maps differ."
        f" {people} met in Oslo on 3 May 2024."
    )
    (event,) = suggest_from(text, DAY).events
    assert {each.actor for each in event.participants} == {"no", "ml"}
