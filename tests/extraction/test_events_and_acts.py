"""Events and acts that a page reports or announces."""

from __future__ import annotations

import pytest

from diplobrief import suggest
from diplobrief.extraction.lexicon import lexicon_of

DAY = "2024-05-10"

EVENTS = [
    (
        "event.verb",
        "Foreign Minister Kari Berg of Norway met Foreign Minister Ann Lee in Geneva on Monday.",
        ("meeting", "completed", "2024-05-06", "Geneva", {"berg": None, "lee": None}),
    ),
    (
        "event.verb",
        "Foreign Minister Kari Berg of Norway is to meet Foreign Minister Ann Lee on Monday.",
        ("meeting", "scheduled", "2024-05-13", None, {"berg": None, "lee": None}),
    ),
    (
        "event.verb",
        "Norway has summoned Per Moe, Sweden's ambassador to Oslo.",
        ("summons", "completed", None, None, {"no": "summoning", "moe": "summoned"}),
    ),
    (
        "event.verb",
        "Foreign Minister Kari Berg of Norway visited Sweden from 3 to 5 May 2024.",
        ("visit", "completed", "2024-05-03", "Sweden", {"berg": "guest"}),
    ),
    (
        "event.noun",
        "After a meeting between Norway and Sweden in Geneva on 3 May 2024, all was calm.",
        ("meeting", "completed", "2024-05-03", "Geneva", {"no": None, "se": None}),
    ),
    (
        "event.noun.subject",
        "The second round of peace talks between Norway and Sweden was held in Rome on Monday.",
        ("negotiation_round", "completed", "2024-05-06", "Rome", {"no": None, "se": None}),
    ),
    (
        "event.noun.subject",
        "The meeting between Norway and Sweden in Geneva was postponed.",
        ("meeting", "postponed", None, "Geneva", {"no": None, "se": None}),
    ),
    (
        "event.noun.object",
        "Norway and Sweden held joint drills on Tuesday.",
        ("military_exercise", "completed", "2024-05-07", None, {"no": None, "se": None}),
    ),
    (
        "event.verb",
        "Norwegian and Swedish ministers meet in Oslo on Monday.",
        ("meeting", "scheduled", "2024-05-13", "Oslo", {"no": None, "se": None}),
    ),
    (
        "event.verb",
        "President Ada Moe of Norway met Prime Minister Ann Lee on the sidelines of a summit.",
        ("meeting", "completed", None, None, {"moe": None, "lee": None}),
    ),
    (
        "event.verb",
        "Per Moe, Sweden's ambassador to Oslo, was summoned to the State Department on Monday.",
        (
            "summons",
            "completed",
            "2024-05-06",
            None,
            {"state-department": "summoning", "moe": "summoned"},
        ),
    ),
    (
        "event.verb",
        "President Ada Moe of Norway is meeting Prime Minister Ann Lee in Oslo.",
        ("meeting", None, None, "Oslo", {"moe": None, "lee": None}),
    ),
    (
        "event.verb",
        "A new parliament will be elected on 3 June.",
        ("election", "scheduled", "2024-06-03", None, {}),
    ),
    (
        "event.noun.subject",
        "Consultations between Norwegian and Swedish diplomats took place in Oslo on Monday.",
        ("consultations", "completed", "2024-05-06", "Oslo", {"no": None, "se": None}),
    ),
    (
        "event.verb",
        "Norway's embassy in Dublin was closed on Monday.",
        ("closure", "completed", "2024-05-06", None, {"no-embassy": None}),
    ),
    (
        "event.noun",
        "President Ada Moe is on a visit to Sweden.",
        ("visit", None, None, "Sweden", {"moe": "guest"}),
    ),
    (
        "event.noun.subject",
        "The opening of the Norwegian embassy in Dublin took place on 3 May 2024.",
        ("opening", "completed", "2024-05-03", None, {"no": None}),
    ),
    (
        "event.noun.object",
        "Foreign Minister Kari Berg has postponed her visit to Sweden.",
        ("visit", "postponed", None, "Sweden", {"berg": "guest"}),
    ),
    (
        "event.noun.object",
        "Sweden hosted a round of talks between Norway and Finland from 3 to 5 May.",
        (
            "negotiation_round",
            "completed",
            "2024-05-03",
            None,
            {"se": "host", "no": None, "fi": None},
        ),
    ),
    (
        "event.noun.object",
        "The Storting set 3 June as the last day for proposals.",
        ("deadline", "scheduled", "2024-06-03", None, {"storting": None}),
    ),
    (
        "event.noun",
        "Foreign Minister Kari Berg of Norway told a news conference on Tuesday that it was late.",
        ("press_conference", "completed", "2024-05-07", None, {"berg": "speaker"}),
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), EVENTS)
def test_an_event_is_found_by_its_rule(suggest_from, rule, text, expected):
    (event,) = suggest_from(text, DAY).events
    assert event.provenance.rule == rule
    start = None if event.start is None else str(event.start)
    participants = {each.actor: each.role for each in event.participants}
    assert (event.kind, event.status, start, event.place, participants) == expected


TOLD_BY_THE_CLAUSE = [
    (
        (
            "Foreign Minister Kari Berg of Norway flew to Geneva on Monday and met "
            "Foreign Minister Ann Lee of Sweden."
        ),
        [("visit", "completed", "2024-05-06"), ("meeting", "completed", "2024-05-06")],
    ),
    (
        (
            "Foreign Minister Kari Berg of Norway will travel to Geneva on Monday to hold talks "
            "with Foreign Minister Ann Lee of Sweden."
        ),
        [("visit", "scheduled", "2024-05-13"), ("meeting", "scheduled", "2024-05-13")],
    ),
    (
        (
            "Foreign Minister Kari Berg of Norway is due in Geneva on Monday for talks with "
            "Foreign Minister Ann Lee of Sweden."
        ),
        [("visit", "scheduled", "2024-05-13"), ("meeting", "scheduled", "2024-05-13")],
    ),
    (
        (
            "During a visit to Sweden on Monday, Foreign Minister Kari Berg of Norway was received "
            "by Prime Minister Ann Lee."
        ),
        [("meeting", "completed", "2024-05-06"), ("visit", "completed", "2024-05-06")],
    ),
    (
        "Norway held on Tuesday a meeting with Sweden.",
        [("meeting", "completed", "2024-05-07")],
    ),
    (
        "The foreign ministers of the EU meet in Oslo on 3 June.",
        [("meeting", "scheduled", "2024-06-03")],
    ),
    (
        (
            "Foreign Minister Kari Berg of Norway spoke on Friday with Foreign Minister Ann Lee of "
            "Sweden."
        ),
        [("call", "completed", "2024-05-10")],
    ),
    (
        "Norway and Sweden met on Monday. Their next meeting will be held in Oslo on 3 June.",
        [("meeting", "completed", "2024-05-06"), ("meeting", "scheduled", "2024-06-03")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_BY_THE_CLAUSE)
def test_the_clause_says_when_an_event_is_and_whether_it_lies_ahead(suggest_from, text, expected):
    found = suggest_from(text, DAY).events
    assert [(each.kind, each.status, each.start and str(each.start)) for each in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Did Foreign Minister Kari Berg meet Foreign Minister Ann Lee on 3 May 2024?",
        "It was the first visit by a foreign minister to Sweden.",
        "They were in favour of a ceasefire in the valley on 3 May 2024.",
    ],
)
def test_what_is_not_told_as_an_event_makes_none(suggest_from, text):
    assert suggest_from(text, DAY).events == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Eva Lund accepted an invitation from President Ada Moe on 3 May 2024.",
            [("moe", "lund")],
        ),
        # The invitation to a visit that took place is not an act of its own.
        ("President Eva Lund will visit Norway at the invitation of President Ada Moe.", []),
        (
            (
                "President Ada Moe reiterated the invitation to President Eva Lund to visit Norway "
                "at an early date."
            ),
            [("moe", "lund")],
        ),
        ("Sweden, which was invited to join in 2023, has asked for time.", [(None, "se")]),
    ],
)
def test_an_invitation_has_who_invites_and_who_is_invited(suggest_from, text, expected):
    acts = [each for each in suggest_from(text, DAY).acts if each.kind == "invitation"]
    found = [(each.issued_by[:1], each.targets) for each in acts]
    assert found == [(() if host is None else (host,), (guest,)) for host, guest in expected]


def test_what_somebody_is_invited_to_is_expected(suggest_from):
    (visit,) = suggest_from(
        "President Ada Moe invited President Eva Lund to pay a State Visit to Norway in 2025.", DAY
    ).events
    assert (visit.kind, visit.status, str(visit.start)) == ("visit", "expected", "2025")
    assert [(each.actor, each.role) for each in visit.participants] == [("lund", "guest")]


def test_an_entry_of_a_chronology_tells_in_the_present_what_happened_on_its_day(suggest_from):
    brief = suggest_from(
        "3 May — Foreign Minister Kari Berg of Norway meets Foreign Minister Ann Lee in Oslo.\n\n"
        "4 May — Norway expels two Swedish diplomats.",
        DAY,
    )
    assert [(each.status, str(each.start)) for each in brief.events] == [
        ("completed", "2024-05-03")
    ]
    assert [(each.status, str(each.date)) for each in brief.acts] == [("completed", "2024-05-04")]


def test_the_day_of_an_entry_is_that_of_all_its_sentences(suggest_from):
    brief = suggest_from(
        "A year in the archipelago\n\n"
        "2 January 2024: A border post opens. Norway expels two Swedish diplomats.\n\n"
        "9 March 2024: Norway and Sweden hold talks in Riga.\n\n"
        "3 May 2024: Norway expels a Danish diplomat.",
        "2024-05-03",
    )
    assert [str(each.date) for each in brief.acts] == ["2024-01-02", "2024-05-03"]
    assert [str(each.start) for each in brief.events] == ["2024-03-09"]


def test_the_next_round_is_of_those_who_took_part_in_the_last(suggest_from):
    brief = suggest_from(
        "Norway and Sweden held talks in Riga on 3 May. The next round will be held in June. "
        "A meeting planned for July was put off.",
        DAY,
    )
    assert [(each.kind, each.status) for each in brief.events] == [
        ("negotiation_round", "completed"),
        ("negotiation_round", "scheduled"),
        ("meeting", "postponed"),
    ]
    assert all({each.actor for each in e.participants} == {"no", "se"} for e in brief.events)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Security Council extended until 3 May 2025 the mandate of the mission.", None),
        ("Norway ordered two Swedish diplomats to leave the country by Friday.", None),
        (
            (
                "A visit was set for Wednesday after Norway declared a Swedish envoy persona "
                "non grata."
            ),
            None,
        ),
        ("Norway has expelled two Swedish diplomats. Berg announced it on Monday.", "2024-05-06"),
    ],
)
def test_the_day_of_an_act_is_not_its_end_nor_that_of_another_clause(suggest_from, text, day):
    (act,) = suggest_from(text, DAY).acts
    assert (act.date and str(act.date)) == day


def test_an_expulsion_by_nobody_is_by_the_other_state(suggest_from):
    brief = suggest_from(
        "Norway and Sweden quarrel. Norway is angry at Sweden.\n\nTwo Swedish diplomats were "
        "declared persona non grata on Monday.",
        DAY,
    )
    (act,) = brief.acts
    assert (act.issued_by, act.targets) == (("no",), ("two-swedish-diplomats",))


def test_a_capital_before_an_event_is_its_place(suggest_from):
    (summit,) = suggest_from("All was said at the Oslo Summit on 3 May 2024.", DAY).events
    assert summit.place == "Oslo"
    assert [(each.actor, each.role) for each in summit.participants] == [("no", "host")]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("The International Court of Justice found on 3 May 2024 that it was void.", "court"),
        ("In May 2024 the judges sentenced Per Moe to ten years in prison.", "judges"),
    ],
)
def test_courts_and_judges_rule(suggest_from, text, issuer):
    (act,) = suggest_from(text, DAY).acts
    assert act.kind == "ruling"
    assert issuer in act.issued_by[0]


def test_a_review_of_a_treaty_is_no_ruling(suggest_from):
    brief = suggest_from(
        "Norway signed the Treaty on the Lake on 3 May 2024. The Supreme Court found several of "
        "its provisions incompatible with the constitution.",
        DAY,
    )
    assert brief.acts == ()


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Norway and Sweden held talks on fisheries in Riga on 3 May 2024.", "fisheries"),
        (
            (
                "Foreign Minister Kari Berg met Foreign Minister Ann Lee to discuss trade and "
                "the war in Mali."
            ),
            "trade and the war in Mali",
        ),
        ("Norway and Sweden held talks on the sidelines of a fair on 3 May 2024.", None),
        ("Norway and Sweden held talks on Monday.", None),
    ],
)
def test_an_event_has_what_it_is_about(suggest_from, text, subject):
    assert suggest_from(text, DAY).events[0].subject == subject


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The 19th Baltic Summit will be held in Riga on 5 June 2024.", "19th Baltic Summit"),
        ("The summit of the lake states will be held in Riga on 5 June 2024.", None),
    ],
)
def test_an_event_has_its_name(suggest_from, text, title):
    assert suggest_from(text, DAY).events[0].title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Speaker Per Moe will lead a delegation to Riga on 26-28 May.",
            ("visit", "scheduled", {"moe"}),
        ),
        (
            "Foreign Minister Kari Berg put off a visit to Zagreb that had been set for Wednesday.",
            ("visit", "postponed", {"berg"}),
        ),
        (
            (
                "Minister Kari Berg told reporters after meeting with Foreign Minister Ann Lee "
                "in Oslo that all was well."
            ),
            ("meeting", "completed", {"berg", "lee"}),
        ),
        (
            "Negotiations on the agreement between Norway and Sweden began in Oslo in May 2019.",
            ("negotiation_round", "completed", {"no", "se"}),
        ),
        ("3 June: EU-Albania accession conference, Brussels.", ("conference", None, {"eu", "al"})),
    ],
)
def test_an_event_is_read_in_many_wordings(suggest_from, text, expected):
    (event,) = suggest_from(text, DAY).events
    kind, status, participants = expected
    assert (event.kind, {each.actor for each in event.participants}) == (kind, participants)
    assert status is None or event.status == status


def test_a_mention_of_a_visit_without_a_day_is_of_the_visit_that_is_told(suggest_from):
    brief = suggest_from(
        "Foreign Minister Kari Berg will visit Sweden next week. Berg's visit to Sweden comes "
        "ahead of a vote.",
        DAY,
    )
    assert [event.status for event in brief.events] == ["scheduled"]


def test_an_order_to_its_own_forces_is_no_act(suggest_from):
    assert suggest_from("Norway ordered its army on 3 May 2024 to wait.", DAY).acts == ()


def test_people_take_part_for_their_state(suggest_from):
    (event,) = suggest_from("Norwegian officials met Swedish officials on 3 May 2024.", DAY).events
    assert {each.actor for each in event.participants} == {"no", "se"}


ACTS = [
    (
        "act.verb",
        "Norway expelled Sweden's ambassador Per Moe on Monday.",
        ("expulsion", "completed", "2024-05-06", ("no",), ("moe",)),
    ),
    (
        "act.verb",
        "Norway will impose sanctions on Sweden.",
        ("sanctions", "expected", None, ("no",), ("se",)),
    ),
    (
        "act.verb",
        "Norway decided on Monday to recall its ambassador.",
        ("recall", "completed", "2024-05-06", ("no",), ()),
    ),
    (
        "act.verb",
        "Norway, Finland and Denmark formally recognised a Palestinian state on Tuesday.",
        ("recognition", "completed", "2024-05-07", ("no", "fi", "dk"), ("ps",)),
    ),
    (
        "act.passive",
        "A new ambassador was appointed by Norway on 3 May 2024.",
        ("appointment", "completed", "2024-05-03", ("no",), ("a-new-ambassador",)),
    ),
    (
        "act.document",
        "“All is calm,” Sweden said in a statement on Monday.",
        ("statement", "completed", "2024-05-06", ("se",), ()),
    ),
    (
        "act.document",
        "The Security Council met on Monday. All was calm, its communiqué said.",
        ("communique", "completed", "2024-05-06", ("security-council",), ()),
    ),
    (
        "act.document",
        "In a letter of 3 May 2024, Foreign Minister Kari Berg warned of a flood.",
        ("letter", "completed", "2024-05-03", ("berg",), ()),
    ),
]


ACTS += [
    (
        "act.verb",
        "Norway responded on Monday by expelling two Swedish diplomats.",
        ("expulsion", "completed", "2024-05-06", ("no",), ("two-swedish-diplomats",)),
    ),
    (
        "act.passive",
        "All remember the sanctions imposed by Norway on 3 May 2024.",
        ("sanctions", "completed", "2024-05-03", ("no",), ()),
    ),
    (
        "act.verb",
        "All remember the sanctions that Norway imposed on 3 May 2024.",
        ("sanctions", "completed", "2024-05-03", ("no",), ()),
    ),
    (
        "act.noun",
        "Norway confirmed on Monday the recall of its ambassador.",
        ("recall", "completed", "2024-05-06", ("no",), ()),
    ),
    (
        "act.verb",
        "Norway signed on Monday in Geneva a joint communiqué.",
        ("joint_statement", "completed", "2024-05-06", ("no",), ()),
    ),
    (
        "act.document",
        "All is calm, according to a statement by the Norwegian foreign ministry on Monday.",
        ("statement", "completed", "2024-05-06", ("norwegian-foreign-ministry",), ()),
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), ACTS)
def test_an_act_is_found_by_its_rule(suggest_from, rule, text, expected):
    (act,) = suggest_from(text, DAY).acts
    assert act.provenance.rule == rule
    date = None if act.date is None else str(act.date)
    assert (act.kind, act.status, date, act.issued_by, act.targets) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not expel the Swedish ambassador on 3 May 2024.",
        "No meeting between Norway and Sweden took place on 3 May 2024.",
        "Foreign Minister Kari Berg did not meet Foreign Minister Ann Lee on 3 May 2024.",
        "Norway recognised that the lake was small.",
        "Foreign Minister Kari Berg met the demands on 3 May 2024.",
        "Norway lifted the veil on 3 May 2024.",
        "If Norway expels the ambassador, Sweden will respond.",
        "Norway must expel the Swedish ambassador.",
        "Norway denied that it had expelled the Swedish ambassador on 3 May 2024.",
        "Norway proposed a summit with Sweden in Oslo on 3 May 2024.",
        "Norway recognised the importance of Sweden.",
        "No date has been set for a meeting between Norway and Sweden.",
        "The talks could take place on 3 May 2024.",
        "Norway would have recalled its ambassador on 3 May 2024.",
        "Norway will not expel the Swedish ambassador.",
        "Foreign Minister Kari Berg would not visit Sweden on 3 June 2024.",
        "Foreign Minister Kari Berg often visits Sweden in May 2024.",
        "    Norway expelled two Swedish diplomats on 3 May 2024.",
    ],
)
def test_what_did_not_happen_makes_no_fact(suggest_from, text):
    brief = suggest_from(text, DAY)
    assert (brief.events, brief.acts) == ((), ())


def test_an_event_that_is_told_twice_is_one_with_both_passages(suggest_from):
    brief = suggest_from(
        "Foreign Minister Kari Berg of Norway met Foreign Minister Ann Lee on 3 May 2024.\n\n"
        "Berg had met Lee in Geneva.",
        DAY,
    )
    (event,) = brief.events
    assert (str(event.start), event.place, len(event.evidence)) == ("2024-05-03", "Geneva", 2)


def test_an_act_that_is_told_twice_is_one_with_both_passages(suggest_from):
    brief = suggest_from(
        "Norway will expel Per Moe, Sweden's ambassador to Oslo, on 3 May 2024.\n\n"
        "Norway expelled Moe on 3 May 2024.",
        DAY,
    )
    (act,) = brief.acts
    assert (act.status, act.targets, len(act.evidence)) == ("completed", ("moe",), 2)


def test_events_on_two_days_are_two(suggest_from):
    brief = suggest_from(
        "Norway expelled two Swedish diplomats on 3 May 2024.\n\n"
        "Norway expelled two Swedish diplomats on 4 May 2024.",
        DAY,
    )
    assert [str(act.date) for act in brief.acts] == ["2024-05-03", "2024-05-04"]


def test_what_has_no_day_is_of_the_day_on_which_the_page_lets_the_same_state_act(suggest_from):
    brief = suggest_from(
        "Norway closed its airspace on Monday.\n\nSweden complained on Tuesday.\n\n"
        "Norway expelled two Swedish diplomats. It had recalled its ambassador.",
        DAY,
    )
    assert [(act.kind, act.date and str(act.date)) for act in brief.acts] == [
        ("expulsion", "2024-05-06"),
        ("recall", None),
    ]


def test_a_veto_is_a_resolution_that_the_council_rejected(suggest_from):
    brief = suggest_from(
        "The Security Council met on Monday. Norway vetoed the draft resolution. It had received "
        "13 votes in favour.",
        DAY,
    )
    (act,) = brief.acts
    assert (act.kind, act.status, act.vote.vetoed_by) == ("resolution", "rejected", ("no",))
    assert act.issued_by == (brief.actor("security-council").id,)


def test_a_resolution_has_the_numbers_of_its_vote(suggest_from):
    (act,) = suggest_from(
        "The Security Council adopted resolution 2719 on Monday by 14 votes in favour, with one "
        "abstention.",
        DAY,
    ).acts
    assert (act.vote.in_favour, act.vote.abstained) == (14, 1)


def test_a_mandate_has_its_last_day_and_a_resolution_its_title_and_symbol(suggest_from):
    acts = suggest_from(
        "The Security Council extended the mandate of the mission on Monday until 3 May 2025. "
        "The Council adopted resolution 2719 (2023), which was issued as S/RES/2719(2023), on "
        "Tuesday.",
        DAY,
    ).acts
    assert [(act.kind, act.title, act.until and str(act.until)) for act in acts] == [
        ("mandate", None, "2025-05-03"),
        ("resolution", "resolution 2719 (2023)", None),
    ]
    assert [each.value for each in acts[1].identifiers] == ["S/RES/2719(2023)"]


def test_what_was_planned_is_not_what_had_happened_on_a_day(suggest_from):
    brief = suggest_from("Norway will recognise Kosovo. Norway recognised Kosovo in 2002.", DAY)
    assert [act.status for act in brief.acts] == ["expected", "completed"]


def test_two_borders_are_two_closures(suggest_from):
    brief = suggest_from("Norway closed its airspace and closed the border on Monday.", DAY)
    assert [event.kind for event in brief.events] == ["closure", "closure"]


def test_companions_are_guests_too(suggest_from):
    (visit,) = suggest_from(
        "President Ada Moe was in Stockholm from 3 to 5 May, together with Prime Minister Ann Lee.",
        DAY,
    ).events
    assert {each.actor: each.role for each in visit.participants} == {
        "moe": "guest",
        "lee": "guest",
    }


def test_a_performative_is_an_act_and_no_statement(suggest_from):
    brief = suggest_from(
        "Norway declared the Swedish ambassador persona non grata on 3 May 2024.", DAY
    )
    assert [act.kind for act in brief.acts] == ["expulsion"]
    assert brief.quotes == ()


def test_facts_that_the_brief_has_are_not_suggested_again(suggest_from):
    brief = suggest_from("Norway closed its airspace and recalled its ambassador on Monday.", DAY)
    assert (len(brief.events), len(brief.acts)) == (1, 1)
    without_rule = brief.replace(
        events=[event.replace(provenance=None) for event in brief.events],
        acts=[act.replace(provenance=None) for act in brief.acts],
    )
    again = suggest(without_rule)
    assert (again.events, again.acts) == (without_rule.events, without_rule.acts)


ROWS = [
    (file, row)
    for file, table in (("events", "event"), ("acts", "act"), ("acts", "noun"))
    for row in lexicon_of("en").data[file][table]
]


@pytest.mark.parametrize(("file", "row"), ROWS, ids=lambda value: str(value)[:40])
def test_the_example_of_an_entry_is_a_fact_of_its_kind(suggest_from, file, row):
    facts = getattr(suggest_from(row["example"], DAY), file)
    assert [fact.kind for fact in facts] == [row["kind"]]


KINDS_OF_MEETINGS = [
    ("The leaders of eleven lake states met in Oslo on 3 May 2024.", "summit"),
    ("Negotiators from Norway and Sweden met in Oslo on 3 May 2024.", "negotiation_round"),
    ("Foreign ministers from the lake states gathered in Oslo on 3 May 2024.", "meeting"),
    ("Minister Kari Berg called Minister Ann Lee on 3 May 2024 to discuss the lake.", "call"),
    ("Minister Kari Berg called on Minister Ann Lee in Oslo on 3 May 2024.", "meeting"),
    ("Briefing the Security Council on 3 May 2024, Kari Berg said the lake froze.", "briefing"),
    ("In a call on 3 May 2024, Minister Kari Berg told Minister Ann Lee that it froze.", "call"),
    ("The Security Council heard a briefing by Envoy Kari Berg on 3 May 2024.", "briefing"),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS_OF_MEETINGS)
def test_who_meets_and_how_tells_the_kind_of_event(suggest_from, sentence, kind):
    assert [event.kind for event in suggest_from(sentence, DAY).events] == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Kari Berg called Minister Ann Lee a friend of the lake on 3 May 2024.",
        "Minister Kari Berg called on Minister Ann Lee on 3 May 2024 to resign.",
        "Minister Kari Berg declined to meet Minister Ann Lee on 3 May 2024.",
        "Norway threatened on 3 May 2024 to expel two Swedish diplomats.",
        "Norway warned that Sweden would impose sanctions on Finland.",
        "Minister Kari Berg said on 3 May 2024 that the border was open.",
    ],
)
def test_what_did_not_take_place_is_neither_an_event_nor_an_act(suggest_from, sentence):
    brief = suggest_from(sentence, DAY)
    assert (brief.events, brief.acts) == ((), ())


def test_a_meeting_that_is_then_called_a_round_is_one_round(suggest_from):
    (event,) = suggest_from(
        "Norway and Sweden met in Oslo on 3 May 2024 for a new round of peace talks.", DAY
    ).events
    assert (event.kind, len(event.participants)) == ("negotiation_round", 2)


@pytest.mark.parametrize(
    ("sentence", "kind", "issuer"),
    [
        ("Two Swedish diplomats were expelled from Norway on 3 May 2024.", "expulsion", "no"),
        ("Norway's ambassador was recalled on 3 May 2024.", "recall", "no"),
        ("In a letter to Sweden on 3 May 2024, Norway said the lake was clean.", "letter", "no"),
        ("Norway decided on 3 May 2024 to recall its ambassador.", "recall", "no"),
        ("Norway decided on 3 May 2024 to send a ship.", "decision", "no"),
        ("Norway sanctioned two banks after a protest in Oslo on 3 May 2024.", "sanctions", "no"),
    ],
)
def test_an_act_has_the_issuer_that_its_sentence_names(suggest_from, sentence, kind, issuer):
    (act,) = suggest_from(sentence, DAY).acts
    assert (act.kind, act.issued_by, str(act.date)) == (kind, (issuer,), "2024-05-03")


@pytest.mark.parametrize(
    ("day", "status", "start"),
    [
        ("16 June", "scheduled", "2024-06-16"),  # DAY is in May 2024
        ("16 April", "completed", "2024-04-16"),
        ("16 December", "completed", "2023-12-16"),
        ("16 June 2023", "completed", "2023-06-16"),
    ],
)
def test_a_summit_that_is_only_named_is_the_nearest_one(suggest_from, day, status, start):
    (event,) = suggest_from(
        f"Norway looks forward to the lake summit in Oslo on {day}.", DAY
    ).events
    assert (event.status, str(event.start)) == (status, start)


@pytest.mark.parametrize("what", ["met", "later held talks with"])
def test_the_day_of_a_relative_clause_is_not_that_of_the_clause_around_it(suggest_from, what):
    events = suggest_from(
        f"Norwegian Foreign Minister Kari Berg, who arrived in Riga on Monday, {what} Prime"
        " Minister Jan Ozols."
    ).events
    days = {event.kind: event.start_as_written for event in events}
    assert days.pop("visit") == "Monday"
    assert [*days.values()] == [None]
