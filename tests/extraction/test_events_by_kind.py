"""Events that news reports in typical wordings: attacks, protests, separate meetings."""

from __future__ import annotations

import pytest

DAY = "2024-05-10"

EVENTS = [
    (
        "Norwegian jets struck a port in Sweden on Tuesday.",
        ("attack", "2024-05-07", {"no"}),
    ),
    (
        "Norwegian drones and missiles hit Stockholm on Tuesday.",
        ("attack", "2024-05-07", {"no"}),
    ),
    (
        "Norwegian gunmen kidnapped two diplomats on Tuesday.",
        ("attack", "2024-05-07", {"norwegian-gunmen"}),
    ),
    (
        "The Norwegian army shelled two villages on Tuesday.",
        ("attack", "2024-05-07", {"norwegian-army"}),
    ),
    (
        "A strike on a port in Sweden killed two sailors on Tuesday.",
        ("attack", "2024-05-07", set()),
    ),
    (
        "Norwegian and Swedish troops exchanged heavy fire on Tuesday.",
        ("clash", "2024-05-07", {"no", "se"}),
    ),
    (
        "Norway scrambled two fighter jets on Tuesday.",
        ("incident", "2024-05-07", {"no"}),
    ),
    (
        "Tens of thousands of people rallied in Oslo on Tuesday.",
        ("protest", "2024-05-07", {"tens-of-thousands-of-people"}),
    ),
    (
        "Norwegians took to the streets on Tuesday.",
        ("protest", "2024-05-07", {"norwegians"}),
    ),
    (
        "Norway will hold general and regional elections on 3 June.",
        ("election", "2024-06-03", {"no"}),
    ),
    (
        "Norway and Sweden held political and security consultations in Oslo on Tuesday.",
        ("consultations", "2024-05-07", {"no", "se"}),
    ),
    (
        "Prime Minister Kari Berg hosted Sweden's Ann Lee in Oslo on Tuesday.",
        ("meeting", "2024-05-07", {"berg", "lee"}),
    ),
    (
        "Ambassador Ann Lee of Sweden was received by President Ada Moe of Norway.",
        ("meeting", None, {"moe", "lee"}),
    ),
    (
        "President Ada Moe of Norway and Swedish leader Ann Lee talked for hours in Riga on 3 May.",
        ("meeting", "2024-05-03", {"moe", "lee"}),
    ),
    (
        "President Ada Moe and Prime Minister Kari Berg travelled together to Riga on 3 May.",
        ("visit", "2024-05-03", {"moe", "berg"}),
    ),
    (
        "The previous round of talks between Norway and Sweden was held in 2018.",
        ("negotiation_round", "2018", {"no", "se"}),
    ),
    (
        "The Norwegian consulate in Riga will reopen on 3 June.",
        ("opening", "2024-06-03", {"norwegian-consulate"}),
    ),
    (
        "Norwegian Prime Minister Kari Berg was re-elected on Tuesday.",
        ("election", "2024-05-07", {"berg"}),
    ),
    (
        "The Labour Party won the election on 3 May.",
        ("election", "2024-05-03", {"labour-party"}),
    ),
    (
        "Norwegians voted on Tuesday in the second round of a presidential election.",
        ("election", "2024-05-07", {"no"}),
    ),
    (
        "Norway plans a referendum on the lake in 2027.",
        ("referendum", "2027", {"no"}),
    ),
    (
        "Norway and Sweden held another round of political consultations in Riga on 3 May.",
        ("consultations", "2024-05-03", {"no", "se"}),
    ),
    (
        "Talks on a truce resumed in Riga on 3 May with delegations from Norway and Sweden.",
        ("negotiation_round", "2024-05-03", {"no", "se"}),
    ),
    (
        "A Swedish delegation opened two days of negotiations with Norway in Riga on Tuesday.",
        ("negotiation_round", "2024-05-07", {"no", "se"}),
    ),
    (
        "The Gambia and Guinea-Bissau will hold a naval exercise in June.",
        ("military_exercise", "2024-06", {"gm", "gw"}),
    ),
    (
        "Norwegian Minister Ann Lee received a phone call on Tuesday from Sweden's Per Lie.",
        ("call", "2024-05-07", {"lee", "lie"}),
    ),
    (
        "The NATO summit, which Latvia hosted on 3 May, was attended by Minister Ann Lee.",
        ("summit", "2024-05-03", {"nato", "lee"}),
    ),
    (
        "Prime Minister Kari Berg spent two hours on the phone with Sweden's Ann Lee on Tuesday.",
        ("call", "2024-05-07", {"berg", "lee"}),
    ),
    (
        "An emergency session of the UN Security Council was convened on Tuesday.",
        ("session", "2024-05-07", {"security-council"}),
    ),
    (
        "A car bomb exploded in Oslo on Tuesday.",
        ("attack", "2024-05-07", set()),
    ),
    (
        "The deadline for objections expires on 3 June.",
        ("deadline", "2024-06-03", set()),
    ),
    (
        "A Swedish delegation led by Minister Ann Lee held talks with President Ada Moe on 3 May.",
        ("meeting", "2024-05-03", {"lee", "moe"}),
    ),
    (
        "The delegation from Sweden, headed by Ann Lee, arrived in Oslo on 3 May.",
        ("visit", "2024-05-03", {"lee"}),
    ),
    (
        "The Norway-Sweden Leaders' Retreat will be held in Riga on 3 June.",
        ("summit", "2024-06-03", {"no", "se"}),
    ),
    (
        "Norwegian Minister Kari Berg met with her counterparts from Sweden and Latvia on 3 May.",
        ("meeting", "2024-05-03", {"berg", "se", "lv"}),
    ),
    (
        "Fighting broke out between Norwegian and Swedish troops on Tuesday.",
        ("clash", "2024-05-07", {"no", "se"}),
    ),
    (
        "The Islamic State claimed responsibility for Tuesday's attack on a church in Mali.",
        ("attack", "2024-05-07", {"islamic-state"}),
    ),
    (
        "Norway and Sweden each released 50 prisoners on Tuesday.",
        ("exchange_of_prisoners", "2024-05-07", {"no", "se"}),
    ),
    (
        "Norway and Sweden held the third meeting of their Joint Commission on Tuesday.",
        ("meeting", "2024-05-07", {"no", "se", "joint-commission"}),
    ),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_an_event_of_a_kind_is_found(suggest_from, text, expected):
    (event,) = suggest_from(text, DAY).events
    start = None if event.start is None else str(event.start)
    assert (event.kind, start, {each.actor for each in event.participants}) == expected


@pytest.mark.parametrize(
    "text",
    [
        "President Ada Moe of Norway spoke separately with Ann Lee and Per Lie on Tuesday.",
        "President Ada Moe of Norway held separate meetings with Ann Lee and Per Lie in Oslo.",
        "President Ada Moe of Norway spoke on Tuesday with Ann Lee and Per Lie in separate calls.",
    ],
)
def test_who_is_met_apart_has_an_event_of_their_own(suggest_from, text):
    events = suggest_from(text, DAY).events
    assert [{each.actor for each in event.participants} for event in events] == [
        {"moe", "lee"},
        {"moe", "lie"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between Norway and Sweden was postponed from 20 May to 3 June.",
        "The meeting between Norway and Sweden, planned for 20 May, was put off until 3 June.",
        "Norway's meeting with Sweden, set for 20 May, has been moved to 3 June.",
        "The summit of the lake states, planned for 20 May in Riga, was postponed until 3 June.",
    ],
)
def test_an_event_that_is_put_off_has_a_new_day(suggest_from, text):
    events = suggest_from(text, DAY).events
    assert [(event.status, str(event.start)) for event in events] == [
        ("postponed", "2024-05-20"),
        ("scheduled", "2024-06-03"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The referendum period expired unused on 3 May.",
        "The summit venue opened on 3 May.",
        "Norway lodged serious protests with Sweden on Tuesday.",
        "The committee is to meet for the first time.",
        "President Ada Moe received Ambassador Ann Lee's letter.",
        "Norway will sell fighter jets to Sweden.",
        "Kari Berg reported on the talks with Sweden on Tuesday.",
    ],
)
def test_a_noun_that_belongs_to_another_is_no_event(suggest_from, text):
    assert [e for e in suggest_from(text, DAY).events if e.start] == []


def test_people_who_take_part_stand_for_their_states(suggest_from):
    [event] = suggest_from(
        "On 3 May, Foreign Minister Ann Lee of Sweden and Foreign Minister Kari Berg of Norway "
        "held the fifth Norway-Sweden Strategic Dialogue in Oslo.",
        DAY,
    ).events
    assert {each.actor for each in event.participants} == {"lee", "berg"}


@pytest.mark.parametrize(
    "text",
    [
        "Kari Berg met Ann Lee in Riga on 3 May. The meeting was also attended by Envoy Per Moe.",
        "Kari Berg met Ann Lee in Riga on 3 May. Envoy Per Moe was also present.",
        "Kari Berg met Ann Lee in Riga on 3 May, with Envoy Per Moe also at the table.",
    ],
)
def test_who_was_also_present_takes_part(suggest_from, text):
    [event] = suggest_from(text, DAY).events
    assert {each.actor for each in event.participants} == {"berg", "lee", "moe"}


def test_what_is_told_later_without_a_day_is_the_event_told_before(suggest_from):
    [event] = suggest_from(
        "Kari Berg of Norway met Ann Lee of Sweden in Riga on 3 May. The lake is clean. "
        "On 7 May the parliament of Norway was glad. Kari Berg and Ann Lee held talks on the lake.",
        DAY,
    ).events
    assert str(event.start) == "2024-05-03"
