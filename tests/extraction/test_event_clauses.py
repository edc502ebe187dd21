"""Events in the clauses around them: relative clauses, days that are counted, what is met for."""

from __future__ import annotations

import pytest

DAY = "2024-05-10"

EVENTS = [
    (
        "Norway will host the 12th Lake Summit, to be held in June 2024.",
        ("summit", "scheduled", "2024-06", {"no"}),
    ),
    (
        "Norway and Sweden discussed the NATO summit that will take place in Oslo on 3 June.",
        ("summit", "scheduled", "2024-06-03", {"nato"}),
    ),
    (
        "The ceasefire between Norway and Sweden, which began on 3 May, is shaky.",
        ("ceasefire", "completed", "2024-05-03", {"no", "se"}),
    ),
    (
        "The mission's mandate, which expires on 3 June, is long.",
        ("deadline", "scheduled", "2024-06-03", {"mission"}),
    ),
    (
        "Norway pulled out of the talks with Sweden that were to open in Rome on 18 May.",
        ("negotiation_round", "scheduled", "2024-05-18", {"no", "se"}),
    ),
    (
        "Leaders of Norway, Sweden and Peru met in Oslo on Tuesday for their first lake summit.",
        ("summit", "completed", "2024-05-07", {"no", "se", "pe"}),
    ),
    (
        "EU foreign ministers gathered in Oslo on Tuesday for a session of the Lake Council.",
        ("session", "completed", "2024-05-07", {"lake-council"}),
    ),
    (
        "Minister Kari Berg concluded a three-day visit to Riga on Tuesday.",
        ("visit", "completed", "2024-05-05", {"berg"}),
    ),
    (
        "The visit of Minister Kari Berg to Riga was cancelled on Tuesday.",
        ("visit", "cancelled", None, {"berg"}),
    ),
    (
        "A meeting between Kari Berg and Ann Lee, planned for 7 May, did not take place.",
        ("meeting", "cancelled", "2024-05-07", {"berg", "lee"}),
    ),
    (
        "Norway left the pact on Tuesday, hours after Kari Berg had been received by Ann Lee.",
        ("meeting", "completed", "2024-05-07", {"berg", "lee"}),
    ),
    (
        "Norway called an emergency meeting of the Arab League for Monday.",
        ("meeting", "scheduled", "2024-05-13", {"no", "arab-league"}),
    ),
    (
        "Tens of thousands of Norwegians marched in Oslo on Tuesday.",
        ("protest", "completed", "2024-05-07", {"tens-of-thousands-of-norwegians"}),
    ),
    (
        "The Norwegian embassy in Dublin will be closed on 20 May.",
        ("closure", "scheduled", "2024-05-20", {"norwegian-embassy"}),
    ),
    (
        "Norway and Sweden reviewed preparations for the visit of the Peruvian minister to Oslo.",
        ("visit", "expected", None, {"peruvian-minister"}),
    ),
    (
        "Foreign Minister Kari Berg and her counterpart Ann Lee spoke by telephone on 3 May.",
        ("call", "completed", "2024-05-03", {"berg", "lee"}),
    ),
    (
        "President Ada Moe thanked President Ann Lee for her help in a phone call on Tuesday.",
        ("call", "completed", "2024-05-07", {"moe", "lee"}),
    ),
    (
        "President Ada Moe received in her office on Tuesday a phone call from Ann Lee.",
        ("call", "completed", "2024-05-07", {"moe", "lee"}),
    ),
    (
        "On 3 May, twenty soldiers were injured in clashes with protesters at Lima.",
        ("clash", "completed", "2024-05-03", {"protesters"}),
    ),
    (
        "Speaking to the nation in Oslo on Tuesday, President Ada Moe praised the lake.",
        ("speech", "completed", "2024-05-07", {"moe"}),
    ),
    (
        "Kari Berg met Ann Lee in Oslo on Tuesday. President Ada Moe hosted the talks.",
        ("meeting", "completed", "2024-05-07", {"berg", "lee", "moe"}),
    ),
    (
        "Kari Berg represented Norway on 3 May at the conference of donors in Lima.",
        ("conference", "completed", "2024-05-03", {"donors"}),
    ),
    (
        "Norway sent Kari Berg, a vice-minister, on a three-day visit that began on Tuesday.",
        ("visit", "completed", "2024-05-07", {"berg"}),
    ),
    (
        "Monday's meeting of the Lake Council will focus on fish.",
        ("session", "scheduled", "2024-05-13", {"lake-council"}),
    ),
    (
        "President Ada Moe spoke at a news conference in Oslo on Tuesday.",
        ("press_conference", "completed", "2024-05-07", {"moe"}),
    ),
    (
        "The Lake Council, chaired jointly, is to meet in June.",
        ("session", "scheduled", "2024-06", {"lake-council"}),
    ),
]

NOTHING = [
    "President Ada Moe urged Ann Lee to meet Per Dahl.",
    "The Norwegian cabinet voiced confidence that the treaty would open a border crossing.",
    "President Ada Moe said that all had been well since the election of 3 March.",
    "Sweden accused Norway of having planned the attack.",
    "President Ada Moe called the meeting with Ann Lee in Oslo on Monday a success.",
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_a_clause_tells_the_event(suggest_from, text, expected):
    (event,) = suggest_from(text, DAY).events
    start = None if event.start is None else str(event.start)
    who = {each.actor for each in event.participants}
    assert (event.kind, event.status, start, who) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_a_clause_tells_no_event(suggest_from, text):
    assert suggest_from(text, DAY).events == ()


def test_a_round_is_of_the_kind_of_the_event_before_it(suggest_from):
    text = (
        "Norway and Sweden held consultations in Oslo on Tuesday. The next round is set for June."
    )
    first, second = suggest_from(text, DAY).events
    assert (first.kind, second.kind) == ("consultations", "consultations")
    assert {each.actor for each in second.participants} == {"no", "se"}


def test_a_day_is_counted_from_the_one_before(suggest_from):
    text = "Minister Kari Berg met Ann Lee in Oslo on Tuesday and flew on to Riga the next day."
    meeting, visit = suggest_from(text, DAY).events
    assert (str(meeting.start), str(visit.start)) == ("2024-05-07", "2024-05-08")


def test_people_travel_to_meet(suggest_from):
    events = suggest_from("Kari Berg flew to Riga on Tuesday to meet Ann Lee.", DAY).events
    assert {(event.kind, str(event.start)) for event in events} == {
        ("visit", "2024-05-07"),
        ("meeting", "2024-05-07"),
    }


def test_the_day_of_a_treaty_is_not_that_of_the_talks(suggest_from):
    text = "Kari Berg and Ann Lee held talks on the Lake Treaty signed on 3 March."
    (event,) = suggest_from(text, DAY).events
    assert event.start is None
