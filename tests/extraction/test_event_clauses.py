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
    (
        "The next chance comes in June, when Prime Minister Ann Lee visits Oslo.",
        ("visit", "expected", "2024-06", {"lee"}),
    ),
    (
        "The lake was clean until 3 March, when President Ada Moe visited Riga.",
        ("visit", "completed", "2024-03-03", {"moe"}),
    ),
    (
        "Work starts on 3 June, when Kari Berg and Ann Lee are expected to lay the cornerstone.",
        ("ceremony", "expected", "2024-06-03", {"berg", "lee"}),
    ),
    (
        "The Norwegian Parliament stands adjourned until 3 June.",
        ("session", "scheduled", "2024-06-03", {"norwegian-parliament"}),
    ),
    (
        "The Security Council is in recess until 3 June.",
        ("session", "scheduled", "2024-06-03", {"security-council"}),
    ),
    (
        "The Foreign Affairs Committee will hear Minister Kari Berg on 3 June.",
        ("hearing", "scheduled", "2024-06-03", {"foreign-affairs-committee", "berg"}),
    ),
    (
        "The emir, Ali Dahl, brought together Presidents Ada Moe and Ann Lee in Doha on Tuesday.",
        ("meeting", "completed", "2024-05-07", {"dahl", "moe", "lee"}),
    ),
    (
        "Norway sent envoys to Riga in March.",
        ("visit", "completed", "2024-03", {"no"}),
    ),
    (
        "Talks between Norway and Sweden failed to get under way in Riga on Tuesday.",
        ("negotiation_round", "cancelled", "2024-05-07", {"no", "se"}),
    ),
    (
        "On Tuesday, President Ada Moe told a rally in Oslo that the lake was clean.",
        ("speech", "completed", "2024-05-07", {"moe"}),
    ),
    (
        "The Cabinet approved it at its weekly meeting on Tuesday.",
        ("session", "completed", "2024-05-07", {"cabinet"}),
    ),
    (
        "The leaders of the African Union met in extraordinary session on 3 May.",
        ("summit", "completed", "2024-05-03", {"the-leaders-of-the-african-union"}),
    ),
    (
        "Ann Lee, Minister of Justice of the Inner Republic of Sweden, who visited Riga on 3 May.",
        ("visit", "completed", "2024-05-03", {"lee"}),
    ),
    ("Ann Lee will on Monday visit Riga.", ("visit", "scheduled", "2024-05-13", {"lee"})),
    (
        "Minister Ann Lee would soon leave for Riga.",
        ("visit", "expected", None, {"lee"}),
    ),
    ("Ann Lee had on 3 May visited Riga.", ("visit", "completed", "2024-05-03", {"lee"})),
    (
        "Ambassador Kari Berg called on Minister Ann Lee on Tuesday to hand over a letter.",
        ("meeting", "completed", "2024-05-07", {"berg", "lee"}),
    ),
    (
        "The joint technical committee last met in March, in Riga.",
        ("session", "completed", "2024-03", {"joint-technical-committee"}),
    ),
    ("The deadline for objections is 3 June.", ("deadline", "scheduled", "2024-06-03", set())),
    ("The next lake summit is on 3 June.", ("summit", "scheduled", "2024-06-03", set())),
]

NOTHING = [
    "President Ada Moe urged Ann Lee to meet Per Dahl.",
    "The Norwegian cabinet voiced confidence that the treaty would open a border crossing.",
    "President Ada Moe said that all had been well since the election of 3 March.",
    "Sweden accused Norway of having planned the attack.",
    "The declaration calls on all members to conclude their work by 2030.",
    "Norway calls for all parties to meet by 3 June.",
    "Kari Berg called on Minister Ann Lee on Tuesday to resign.",
    "Ann Lee will not on Monday visit Riga.",
    "Ann Lee could soon visit Riga.",
    "Norway sent its envoys a note on 3 May.",
    "The lake brings together Norway and Sweden.",
    "The Senate questioned Minister Kari Berg's appointment on Tuesday.",
    "Norway pulled out of the peace talks with Sweden.",
    "It goes back to March, when Kari Berg said that Ann Lee had no time to visit Riga.",
    "The talks are on Monday's agenda.",
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


def test_calls_in_the_plural_are_several(suggest_from):
    text = (
        "Ministers Kari Berg and Per Dahl offered help in telephone calls with Ann Lee on Tuesday."
    )
    events = suggest_from(text, DAY).events
    assert [(each.kind, {who.actor for who in each.participants}) for each in events] == [
        ("call", {"berg", "lee"}),
        ("call", {"dahl", "lee"}),
    ]


def test_who_receives_a_summoned_envoy_takes_part_in_the_summons(suggest_from):
    text = (
        "Norway on Tuesday summoned Swedish Ambassador Ann Lee. Deputy Minister Kari Berg, who "
        "received the Swedish diplomat, told her that the lake was clean."
    )
    (event,) = suggest_from(text, DAY).events
    assert event.kind == "summons"
    assert {each.actor for each in event.participants} == {"no", "lee", "berg"}


def test_ministers_of_a_region_are_not_those_before(suggest_from):
    text = "Minister Kari Berg met Minister Ann Lee on Tuesday. Asian ministers meet on Friday."
    _, event = suggest_from(text, DAY).events
    assert {each.actor for each in event.participants}.isdisjoint({"berg", "lee"})


def test_a_day_in_a_relative_clause_is_not_that_of_the_meeting(suggest_from):
    text = "Kari Berg met Ann Lee, who had arrived in Riga on 3 March."
    meeting, visit = suggest_from(text, DAY).events
    assert (meeting.kind, meeting.start) == ("meeting", None)
    assert (visit.kind, str(visit.start)) == ("visit", "2024-03-03")
