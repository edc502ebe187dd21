"""Pages with several treaties: a step of one is never given to another."""

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


def test_a_story_may_name_the_treaty_of_its_headline_by_another_noun(suggest_from):
    (treaty,) = suggest_from(
        "# Norway backs lake pact with Latvia\n\n"
        "Norway and Latvia signed a fishing agreement on 3 May 2024. The pact was approved by"
        " Norway's parliament on 5 May 2024, and the agreement entered into force on 7 May 2024."
    ).treaties
    assert (treaty.title, treaty.kind) == ("fishing agreement", "agreement")
    assert [step.kind for step in treaty.milestones if step.date] == [
        "signature",
        "parliamentary_approval",
        "entry_into_force",
    ]


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


TABLE = """Status of the Lake Convention

Participant\tSignature\tRatification, Accession (a)
Kenya\t7 Aug 2019\t12 Sep 2023
Norway\t8 Aug 2019
Japan\t\t1 Oct 2023 a

Sweden\tsaid nothing.
"""


def test_each_day_of_a_table_is_a_step():
    ((*steps,),) = steps_of(diplobrief.suggest(diplobrief.loads(TABLE, "text"))).values()
    assert sorted(steps) == [
        ("accession", "completed", "2023-10-01", ["JP"]),
        ("ratification", "completed", "2023-09-12", ["KE"]),
        ("signature", "completed", "2019-08-07", ["KE"]),
        ("signature", "completed", "2019-08-08", ["NO"]),
    ]


def test_a_line_of_a_list_of_parties_is_of_its_state(suggest_from):
    text = (
        "The Lake Convention is long.\n\nJapan: ratification, 1 October 2023.\n\n"
        "Norway: signed on 8 August 2019."
    )
    (steps,) = steps_of(suggest_from(text, DAY)).values()
    assert [(step[0], step[3]) for step in steps] == [
        ("ratification", ["JP"]),
        ("signature", ["NO"]),
    ]


def test_one_state_may_sign_besides_the_signing_by_all(suggest_from):
    text = (
        "The Energy Treaty was signed in Lisbon on 17 December 1994. Norway signed it, but never "
        "ratified it. The European Union approved the treaty in 1997."
    )
    found = steps_of(suggest_from(text, DAY))["Energy Treaty"]
    assert [step[3] for step in found if step[0] == "signature"] == [[], ["NO"]]


def test_the_same_day_is_that_of_the_step_before(suggest_from):
    text = "Fiji acceded to the Lake Convention on 14 May 2024. Kiribati signed it on the same day."
    (steps,) = steps_of(suggest_from(text, DAY)).values()
    assert [step[2] for step in steps] == ["2024-05-14", "2024-05-14"]


def test_a_protocol_that_changes_a_treaty_expires(suggest_from):
    text = "The protocol implementing the fishing agreement with Kenya expired on 17 May 2024."
    found = steps_of(suggest_from(text, DAY))
    assert [(title, step[0]) for title, steps in found.items() for step in steps] == [
        ("protocol", "expiry")
    ]
