"""Events that are told in passing: in a clause, in a phrase, or without their noun."""

from __future__ import annotations

import pytest

DAY = "2024-05-10"

EVENTS = [
    (
        "Norwegian and Swedish delegations met in Oslo on Tuesday.",
        ("negotiation_round", "2024-05-07", {"no", "se"}),
    ),
    (
        "The delegations of Norway and Sweden will meet in Oslo on 3 June.",
        ("negotiation_round", "2024-06-03", {"no", "se"}),
    ),
    (
        "US and Chinese officials began trade talks in Geneva on Tuesday.",
        ("negotiation_round", "2024-05-07", {"us", "cn"}),
    ),
    (
        "President Ada Moe of Norway assured Prime Minister Ann Lee of her support by phone.",
        ("call", None, {"moe", "lee"}),
    ),
    (
        "The idea goes back to a speech that President Ada Moe gave in Oslo on 3 May.",
        ("speech", "2024-05-03", {"moe"}),
    ),
    (
        "President Ada Moe, in an address to both houses in April 2024, had called it clean.",
        ("speech", "2024-04", {"moe"}),
    ),
    (
        "An emergency session of the Security Council is likely.",
        ("session", None, {"security-council"}),
    ),
    (
        "President Ada Moe and Prime Minister Ann Lee discussed the lake in Oslo on 3 May.",
        ("meeting", "2024-05-03", {"moe", "lee"}),
    ),
    (
        (
            "President Ada Moe and Prime Minister Ann Lee said all would be clear when they meet "
            "in Oslo on 3 June."
        ),
        ("meeting", "2024-06-03", {"moe", "lee"}),
    ),
    (
        "EU foreign ministers meeting in Oslo on Tuesday were calm.",
        ("meeting", "2024-05-07", {"eu-foreign-ministers"}),
    ),
    (
        "The Security Council was briefed by Special Envoy Per Moe on 3 May.",
        ("briefing", "2024-05-03", {"moe", "security-council"}),
    ),
    (
        "Survivors held a vigil on Tuesday.",
        ("protest", "2024-05-07", {"survivors"}),
    ),
    (
        "The Conference of the Parties held its first meeting in Oslo from 3 to 5 May.",
        ("conference", "2024-05-03", {"conference-of-the-parties"}),
    ),
    (
        "Leaders will next meet in Vilnius on 3 June.",
        ("summit", "2024-06-03", {"leaders"}),
    ),
    (
        "The Swedish president has cancelled his trip.",
        ("visit", None, {"swedish-president"}),
    ),
    (
        "A roundtable with the IMF that had been planned for 3 May was postponed.",
        ("conference", "2024-05-03", {"imf"}),
    ),
    (
        "The visit of the Head of State to Oslo on 3 May went well.",
        ("visit", "2024-05-03", {"head-of-state"}),
    ),
    (
        "The sanctions against Sweden expire on 31 May.",
        ("deadline", "2024-05-31", {"se"}),
    ),
    (
        "Norway has until 30 June to ratify the deal.",
        ("deadline", "2024-06-30", {"no"}),
    ),
    (
        "Peace talks between Norway and Sweden resume in Oslo on 3 June.",
        ("negotiation_round", "2024-06-03", {"no", "se"}),
    ),
    (
        "Hundreds of protesters chanted outside.",
        ("protest", None, {"hundreds-of-protesters"}),
    ),
    (
        "President Ada Moe of Norway, who was leaving for a tour of Sweden and Finland, was calm.",
        ("visit", None, {"moe", "se", "fi"}),
    ),
    (
        "Ambassador Per Moe turned on his government in a session of the Permanent Council.",
        ("session", None, {"permanent-council"}),
    ),
    (
        "The committee will hold a hearing on the lake on 20 May.",
        ("hearing", "2024-05-20", set()),
    ),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_an_event_is_found_in_passing(suggest_from, text, expected):
    (event,) = suggest_from(text, DAY).events
    start = None if event.start is None else str(event.start)
    assert (event.kind, start, {each.actor for each in event.participants}) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            (
                "Norway and Sweden held two rounds of talks in Oslo in February and March. "
                "A third, planned for 3 April, was put off."
            ),
            ["2024-02", "2024-03", "2024-04-03"],
        ),
        ("Norway and Sweden held three rounds of talks in Oslo in February.", []),
        (
            "Foreign ministers of Norway and Sweden met in Oslo on 3 May. The next is in June.",
            ["2024-05-03"],
        ),
    ],
)
def test_rounds_are_counted(suggest_from, text, days):
    assert [str(event.start) for event in suggest_from(text, DAY).events] == days


@pytest.mark.parametrize(
    "text",
    [
        "Norway spoke of talks that Sweden was ending.",
        "The measures expire if Norway objects.",
        "Kari Berg told a lake that nobody had held.",
        "After an attack in Oslo, Norway suspended the talks.",
    ],
)
def test_what_is_no_event(suggest_from, text):
    assert suggest_from(text, DAY).events == ()


def test_an_office_is_of_the_last_person_without_one(suggest_from):
    brief = suggest_from(
        "Prime Minister Kari Berg hopes to meet Nils Dahl; the Swedish president has cancelled his "
        "trip.",
        DAY,
    )
    assert {each.actor for each in brief.events[-1].participants} == {"dahl"}


def test_a_day_that_was_named_with_its_year_has_it_again(suggest_from):
    brief = suggest_from(
        "On 28 November 2019 Norway left. On the same 28 November, President Ada Moe said in an "
        "interview that all was well.",
        DAY,
    )
    assert [str(event.start) for event in brief.events] == ["2019-11-28"]
