"""Pages with several treaties: what is told of one is not told of another."""

from __future__ import annotations

import pytest

import diplobrief

DAY = "2024-06-10"


def steps_of(brief):
    codes = {actor.id: getattr(actor, "country", None) or actor.id for actor in brief.actors}
    return {
        treaty.title: [
            (step.kind, step.status, str(step.date), [codes[each] for each in step.parties])
            for step in treaty.milestones
        ]
        for treaty in brief.treaties
    }


def test_a_noun_with_other_parties_is_another_treaty(suggest_from):
    text = (
        "Norway and Sweden signed an agreement on fish in Oslo on Friday.\n\n"
        "The lower house of the Dutch parliament backed the EU-Kenya agreement on Thursday."
    )
    found = steps_of(suggest_from(text, DAY))
    assert found["agreement on fish"] == [
        ("signature", "completed", "2024-06-07", ["NO", "SE"]),
    ]
    assert [step[0] for step in found["EU-Kenya agreement"]] == ["parliamentary_approval"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a tax treaty", "a border treaty"),
        ("an agreement on fish", "an agreement on visas"),
        ("an agreement on fish", "the agreement on visas"),
        ("the Lake Convention", "the Protocol to the Lake Convention"),
        ("Protocol No. 1 to the Lake Convention", "Protocol No. 2 to the Lake Convention"),
    ],
)
def test_two_descriptions_are_two_treaties(suggest_from, first, second):
    text = f"Norway signed {first} on 3 May 2024. Norway signed {second} on 5 May 2024."
    found = steps_of(suggest_from(text, DAY))
    assert sorted(step[2] for steps in found.values() for step in steps) == [
        "2024-05-03",
        "2024-05-05",
    ]
    assert len([steps for steps in found.values() if steps]) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a fishing agreement", "the agreement"),
        ("a fishing agreement", "the landmark deal"),
        ("an agreement on fish", "the fisheries agreement"),
        ("a defence pact with Sweden", "the pact"),
        ("the Lake Convention", "the landmark convention"),
        ("the Agreement between Norway and Sweden on Fish", "the Agreement"),
    ],
)
def test_two_names_of_one_treaty_are_one_entry(suggest_from, first, second):
    text = f"Norway signed {first} on 3 May 2024. Norway ratified {second} on 5 June 2024."
    (steps,) = steps_of(suggest_from(text, DAY)).values()
    assert [step[0] for step in steps] == ["signature", "ratification"]


def test_a_later_noun_says_more_of_a_treaty(suggest_from):
    text = (
        "Norway approves pact on fish.\n\nThe ministers of the three countries signed the pact "
        "between Norway, Sweden and Denmark on fish on Friday."
    )
    (treaty,) = suggest_from(text, DAY).treaties
    assert set(treaty.parties) == {"no", "se", "dk"}
    assert set(treaty.milestones[-1].parties) == {"no", "se", "dk"}


CHRONOLOGY = """Chronology of the Lake Treaty

1990, 19 November: Treaty signed in Oslo.

1991 March 4: Treaty ratified by Norway.

17 July 1992 – Treaty enters into force.

2007, 12 December. Sweden suspends its participation.

2015: Sweden withdraws from the treaty.
"""


def test_the_day_that_begins_an_item_is_that_of_its_steps():
    found = steps_of(diplobrief.suggest(diplobrief.loads(CHRONOLOGY, "text")))
    assert [step[:3] for step in found["Lake Treaty"]] == [
        ("signature", "completed", "1990-11-19"),
        ("ratification", "completed", "1991-03-04"),
        ("entry_into_force", "completed", "1992-07-17"),
        ("suspension", "completed", "2007-12-12"),
        ("withdrawal", "completed", "2015"),
    ]


def test_the_item_of_a_day_to_come_is_scheduled(suggest_from):
    text = "The Lake Treaty is long.\n\n22 June: Croatia's Sabor votes on the treaty."
    ((step,),) = steps_of(suggest_from(text, DAY)).values()
    assert step[:3] == ("parliamentary_approval", "scheduled", "2024-06-22")


LISTS = [
    "Both sides signed three documents on Friday, including a tax treaty and a protocol on fish.",
    "Norway and Kenya signed these agreements on Friday:\n\na) Tax Treaty;\n\nb) Protocol on Fish.",
]


@pytest.mark.parametrize("text", LISTS)
def test_each_treaty_of_a_list_has_the_step(suggest_from, text):
    found = steps_of(suggest_from(f"Norway and Kenya talked.\n\n{text}", DAY))
    told = {title.lower(): steps for title, steps in found.items() if steps}
    assert set(told) == {"tax treaty", "protocol on fish"}
    assert all(step[:3] == ("signature", "completed", "2024-06-07") for (step,) in told.values())


def test_a_noun_announces_a_list(suggest_from):
    text = (
        "Norway and Kenya welcomed the signing of the following documents:\n\n"
        "- Agreement on Fish\n- Protocol on Visas\n\nThey met again."
    )
    found = steps_of(suggest_from(text, DAY))
    assert {title: [step[0] for step in steps] for title, steps in found.items()} == {
        "Agreement on Fish": ["signature"],
        "Protocol on Visas": ["signature"],
    }


FACTS = """Norway and Kenya agree on fish.

The Fishing Agreement with Kenya is long.

- Negotiations concluded: 19 June 2023
- Signed: 18 December 2023
- Ratification by Norway: 9 May 2024
- In force: 1 July 2024
"""


def test_the_lines_of_a_fact_sheet_are_steps(suggest_from):
    ((*steps,),) = steps_of(suggest_from(FACTS, DAY)).values()
    assert [step[:3] for step in steps] == [
        ("negotiation", "completed", "2023-06-19"),
        ("signature", "completed", "2023-12-18"),
        ("ratification", "completed", "2024-05-09"),
        ("entry_into_force", "scheduled", "2024-07-01"),
    ]
