"""How sentences are read that are easily read wrong: conditions, votes, speakers, notices."""

from __future__ import annotations

import pytest

from diplobrief.extraction.lexicon import lexicon_of


def steps_in(brief):
    return [
        (step.kind, step.status, step.date and str(step.date), step.parties)
        for treaty in brief.treaties
        for step in treaty.milestones
    ]


STEPS = [
    ("If Norway ratifies the Treaty on the Lake, the border will move.", []),
    (
        "Once Norway ratifies the Treaty on the Lake, it will enter into force.",
        [("ratification", "expected", None, ("no",)), ("entry_into_force", "expected", None, ())],
    ),
    (
        "The signing of the Treaty on the Lake is set for 3 May 2024.",
        [("signature", "scheduled", "2024-05-03", ())],
    ),
    (
        "The signing of the Treaty on the Lake has been postponed to June.",
        [("signature", "postponed", None, ())],
    ),
    (
        "Norway deposited its instrument of ratification of the Treaty on the Lake on 3 May 2024.",
        [("deposit", "completed", "2024-05-03", ("no",))],
    ),
    (
        (
            "The Norwegian president signed the law on the ratification of the Treaty on the Lake "
            "on 3 May 2024."
        ),
        [("promulgation", "completed", "2024-05-03", ("no",))],
    ),
    (
        "The U.S. Senate rejected the Treaty on the Lake by 52 votes to 48 on 3 May 2024.",
        [("parliamentary_approval", "rejected", "2024-05-03", ("us",))],
    ),
    (
        "The Storting voted 102 to 9 on 3 May 2024 to ratify the Treaty on the Lake.",
        [("parliamentary_approval", "completed", "2024-05-03", ("no",))],
    ),
    (
        "The lower house of Norway's parliament approved the Treaty on the Lake on 3 May 2024.",
        [("parliamentary_approval", "completed", "2024-05-03", ("no",))],
    ),
    (
        (
            "The bill ratifying the Treaty on the Lake passed the lower house of Poland's "
            "parliament on 3 May 2024."
        ),
        [("parliamentary_approval", "completed", "2024-05-03", ("pl",))],
    ),
    (
        "Ratification of the Treaty on the Lake by Norway on 3 May 2024 came as a surprise.",
        [("ratification", "completed", "2024-05-03", ("no",))],
    ),
    (
        "On 3 May 2024 Norway became the 61st state to ratify the Treaty on the Lake.",
        [
            ("ratification", "completed", "2024-05-03", ("no",)),
            ("tally", "completed", "2024-05-03", ()),
        ],
    ),
    (
        (
            "Sweden's Riksdag approved the Treaty on the Lake on April 7, 2024 and Norway's "
            "Storting on April 15."
        ),
        [
            ("parliamentary_approval", "completed", "2024-04-07", ("se",)),
            ("parliamentary_approval", "completed", "2024-04-15", ("no",)),
        ],
    ),
    (
        "Latvia and Estonia withdrew from the Treaty on the Lake in 2024.",
        [
            ("withdrawal", "completed", "2024", ("lv",)),
            ("withdrawal", "completed", "2024", ("ee",)),
        ],
    ),
    (
        "Latvia announced on 3 May 2024 that it would withdraw from the Treaty on the Lake.",
        [("withdrawal", "expected", None, ("lv",))],
    ),
    (
        "The Treaty on the Lake, due to expire in February 2026, is short.",
        [("expiry", "scheduled", "2026-02", ())],
    ),
    (
        "Under the Treaty on the Lake, which took effect on 1 January 2020, Norway may fish.",
        [("entry_into_force", "completed", "2020-01-01", ())],
    ),
    (
        "Sweden has not yet ratified the Treaty on the Lake.",
        [("ratification", "expected", None, ("se",))],
    ),
    (
        "The European Union signed the Convention on Salt (Oslo, 3 May 2024) in June 2024.",
        [
            ("signature", "completed", "2024-06", ("european-union",)),
            ("signature", "completed", "2024-05-03", ()),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_step_is_what_the_sentence_says(suggest_from, text, expected):
    assert sorted(steps_in(suggest_from(text)), key=str) == sorted(expected, key=str)


def test_what_happened_has_the_latest_such_day_that_is_not_after_the_page(suggest_from):
    brief = suggest_from("Norway ratified the Treaty on the Lake on March 20.", day="2024-02-03")
    assert steps_in(brief) == [("ratification", "completed", "2023-03-20", ("no",))]


def test_a_step_of_two_treaties_is_one_of_each(suggest_from):
    brief = suggest_from(
        "On 3 May 2024 Norway and Sweden signed the Treaty on the Lake and the Protocol on Fish."
    )
    assert {treaty.title: len(treaty.milestones) for treaty in brief.treaties} == {
        "Treaty on the Lake": 1,
        "Protocol on Fish": 1,
    }


def test_a_protocol_is_no_treaty_of_another_kind(suggest_from):
    text = (
        "The allies signed the protocol on its accession on 5 July 2022. "
        "Hungary ratified the protocol on 27 March 2023. "
        "An accession to the Atlantic Treaty takes time. Hungary signed the treaty in 1999."
    )
    steps = {
        treaty.title: [step.kind for step in treaty.milestones]
        for treaty in suggest_from(text).treaties
    }
    assert steps == {
        "Atlantic Treaty": ["signature"],
        "protocol": ["signature", "ratification"],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The withdrawals of Norway and Sweden from the Lake Treaty took effect in May 2024.",
            [("withdrawal", "2024-05", ("no",)), ("withdrawal", "2024-05", ("se",))],
        ),
        (
            "The accession of Sweden to the Lake Treaty took effect on 7 March 2024.",
            [("accession", "2024-03-07", ("se",))],
        ),
        (
            (
                "The Senate of the Philippines concurred in the ratification of the Lake Treaty on "
                "3 May 2024."
            ),
            [("parliamentary_approval", "2024-05-03", ("ph",))],
        ),
        (
            "The Riksdag of Sweden approved the ratification of the Lake Treaty on 3 May 2024.",
            [("parliamentary_approval", "2024-05-03", ("se",))],
        ),
        (
            "The government of Sweden transmitted the Lake Treaty to the Riksdag on 3 May 2024.",
            [("submission", "2024-05-03", ("se",))],
        ),
    ],
)
def test_a_noun_and_its_verb_report_one_step_of_each_party(suggest_from, text, expected):
    [treaty] = suggest_from(text).treaties
    steps = [(step.kind, str(step.date), step.parties) for step in treaty.milestones]
    assert steps == expected


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("transmit", {"transmitted", "transmitting"}),
        ("concur", {"concurred", "concurring"}),
        ("signal", {"signalled", "signaled"}),
        ("begin", {"began", "begun", "beginning"}),
        ("visit", {"visited", "visiting"}),
    ],
)
def test_the_last_letter_of_a_verb_is_doubled_if_it_is_stressed(verb, forms):
    assert forms <= set(lexicon_of("en").forms(verb))


def test_a_treaty_that_is_only_named_has_no_parties(suggest_from):
    text = "Norway and Sweden met on 3 May 2024. They spoke about the Atlantic Treaty."
    [treaty] = suggest_from(text).treaties
    assert (treaty.title, treaty.parties) == ("Atlantic Treaty", ())


def test_a_short_name_in_parentheses_is_that_of_the_treaty(suggest_from):
    brief = suggest_from(
        "Norway signed the Reciprocal Access Agreement (RAA) with Sweden on 3 May 2024. "
        "The RAA entered into force on 5 June 2024."
    )
    (treaty,) = brief.treaties
    assert [step.kind for step in treaty.milestones] == ["signature", "entry_into_force"]


QUOTES = [
    (
        "Nils Dahl of Sweden's Riksdag said the vote was a formality.",
        [("Nils Dahl", "the vote was a formality")],
    ),
    (
        "After ratifying the Treaty on the Lake, Norway told Sweden it would wait.",
        [("Norway", "it would wait")],
    ),
    (
        "In a statement, the Chilean foreign ministry said it would study the ruling.",
        [("Chilean foreign ministry", "it would study the ruling")],
    ),
    (
        (
            "“The text is final,” said Kari Berg, Norway's foreign minister. “What is missing is a "
            "signature.”"
        ),
        [("Kari Berg", "What is missing is a signature.")],
    ),
    (
        "Kari Berg, Norway's foreign minister, who was in Geneva, said that the lake was clean.",
        [("Kari Berg", "the lake was clean")],
    ),
    (
        "Speaking in Geneva, Foreign Minister Kari Berg said the lake was clean.",
        [("Kari Berg", "the lake was clean")],
    ),
    (
        (
            "Foreign Minister Kari Berg noted that the lake was clean, while Foreign Minister "
            "Ann Lee underlined the need for rules."
        ),
        [("Kari Berg", "the lake was clean"), ("Ann Lee", "the need for rules")],
    ),
    (
        (
            "Prime Minister Kari Berg of Norway met Prime Minister Ann Lee of Sweden. The Prime "
            "Ministers welcomed the treaty."
        ),
        [("Kari Berg, Ann Lee", "the treaty")],
    ),
    (
        "“No decision has been taken,” a senior Swedish diplomat said on condition of anonymity.",
        [("a senior Swedish diplomat", "No decision has been taken")],
    ),
    (
        (
            "The representative of France regretted the outcome. The representative of Mali "
            "thanked China."
        ),
        [("representative of France", "the outcome"), ("representative of Mali", "China")],
    ),
    ("The EU Council said that it was ready.", [("Council", "it was ready")]),
    ("The U.S. Senate rejected the Treaty on the Lake by 52 votes to 48.", []),
    ("The Council would have asked all states to wait.", []),
    ("Norway did not say whether the lake was clean.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_a_statement_is_that_of_its_speaker(suggest_from, text, expected):
    brief = suggest_from(text)
    names = {
        actor.id: getattr(actor, "name", None) or getattr(actor, "description", None)
        for actor in brief.actors
    }
    assert [
        (", ".join(names[speaker] for speaker in quote.speakers), quote.text)
        for quote in brief.quotes
    ] == expected
