"""Where statements begin and end, and which of their words are marked."""

from __future__ import annotations

import pytest


def said(brief):
    """Return who says what, and how it is reported."""
    return [
        (
            tuple(
                getattr(brief.actor(speaker), "name", None) or brief.actor(speaker).description
                for speaker in quote.speakers
            ),
            quote.mode,
            quote.text,
        )
        for quote in brief.quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway and Sweden reject the plan as unfair and say that they will vote.",
            [
                (("Norway", "Sweden"), "indirect", "the plan as unfair"),
                (("Norway", "Sweden"), "indirect", "they will vote"),
            ],
        ),
        (
            "On 3 May, before dawn, the minister told Nils Dahl: “The lake is clean. It is cold.”",
            [(("minister",), "direct", "The lake is clean. It is cold.")],
        ),
        (
            "Norway and Sweden have both offered to host the talks.",
            [(("Norway", "Sweden"), "indirect", "to host the talks")],
        ),
        (
            "The lake is clean, according to Norway, and the river froze in May.",
            [(("Norway",), "indirect", "The lake is clean")],
        ),
        (
            "Norway said that the plan was “dead”.",
            [(("Norway",), "partial", "dead")],
        ),
        (
            "Kari Berg told lawmakers that the text had become “obsolete”.",
            [(("Kari Berg",), "partial", "obsolete")],
        ),
        (
            "Norway said that the “green list” would stay.",
            [(("Norway",), "indirect", "the “green list” would stay")],
        ),
        (
            "The Norwegian ministry said that it would answer, without giving details.",
            [(("Norwegian ministry",), "indirect", "it would answer")],
        ),
        (
            "Kari Berg appealed to the opposition not to “play with the trust of fishermen”.",
            [(("Kari Berg",), "partial", "play with the trust of fishermen")],
        ),
        (
            "Kari Berg thanked the board and encouraged them to go on with the work.",
            [
                (("Kari Berg",), "indirect", "the board"),
                (("Kari Berg",), "indirect", "to go on with the work"),
            ],
        ),
        (
            "Kari Berg declined to say whether the lake was open.",
            [(("Kari Berg",), "indirect", "the lake was open")],
        ),
        (
            "Kari Berg called the ban overdue. Norway called the talks off.",
            [(("Kari Berg",), "indirect", "the ban overdue")],
        ),
        (
            "Norway thanked both sides in a call on Monday.",
            [(("Norway",), "indirect", "both sides")],
        ),
        (
            "Norway expressed its sympathy in telephone calls with Minister Lee.",
            [(("Norway",), "indirect", "its sympathy")],
        ),
        (
            "Norway welcomed the message in a letter by Ann Lee.",
            [(("Norway",), "indirect", "the message in a letter by Ann Lee")],
        ),
        (
            "Kari Berg called the move unfair in a post on X. She said that it would end.",
            [
                (("Kari Berg",), "indirect", "the move unfair"),
                (("Kari Berg",), "indirect", "it would end"),
            ],
        ),
        (
            "Norway welcomed the end, in May, of the talks on the lake.",
            [(("Norway",), "indirect", "the end, in May, of the talks on the lake")],
        ),
        (
            "Norway requested Sweden’s help with the nets.",
            [(("Norway",), "indirect", "Sweden’s help with the nets")],
        ),
        (
            "Norway welcomed Minister Lee’s first visit to Oslo.",
            [(("Norway",), "indirect", "Minister Lee’s first visit to Oslo")],
        ),
        (
            "Norway thanked both sides, by telephone in one case.",
            [(("Norway",), "indirect", "both sides")],
        ),
        (
            "As Norway's minister noted, the lake is clean.",
            [(("Norway's minister",), "indirect", "the lake is clean")],
        ),
        (
            "Mr Berg left. He made it clear that the lake was clean.",
            [(("Berg",), "indirect", "the lake was clean")],
        ),
        (
            "The envoy Kari Berg said that Norway welcomed the vote.",
            [(("Kari Berg",), "indirect", "Norway welcomed the vote")],
        ),
        (
            "The house chose a move Norway described as vital for the lake.",
            [(("Norway",), "indirect", "vital for the lake")],
        ),
        (
            "The vote was a step that Norway called vital for the lake.",
            [(("Norway",), "indirect", "vital for the lake")],
        ),
    ],
)
def test_statements(suggest_from, text, expected):
    assert said(suggest_from(text)) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Twelve states objected that it was late.", "Twelve states"),
        ("On the first day, 67 countries said that they would come.", "67 countries"),
        ("Norway and its European allies stayed away.", "European allies"),
        ("Kari Berg urged all parties to meet.", "all parties"),
        ("Ten EU member states have protested that it was late.", "Ten EU member states"),
    ],
)
def test_counted_groups_are_actors(suggest_from, text, name):
    groups = [actor.name for actor in suggest_from(text).actors if actor.kind == "group"]
    assert groups == [name]


@pytest.mark.parametrize(
    "text", ["The two countries said it was late.", "12 states ratified the Lake Treaty."]
)
def test_what_is_no_group(suggest_from, text):
    assert not [actor for actor in suggest_from(text).actors if actor.kind == "group"]


def test_a_city_that_is_the_seat_of_several_is_no_person(suggest_from):
    brief = suggest_from("Norway left. Brussels has regretted the decision of Norway.")
    assert "person" not in {actor.kind for actor in brief.actors}


def test_a_place_is_not_addressed(suggest_from):
    brief = suggest_from("Kari Berg told a rally in Oslo that the lake was clean.")
    assert [quote.addressees for quote in brief.quotes] == [()]


def test_a_part_of_the_world_is_no_state(suggest_from):
    actors = suggest_from("The lakes of Latin America and of Central America were clean.").actors
    assert actors == ()


def test_a_medium_that_is_told_something_is_no_actor(suggest_from):
    actors = suggest_from("Kari Berg told Reuters that the lake was clean.").actors
    assert [actor.name for actor in actors] == ["Kari Berg"]
