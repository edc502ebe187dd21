"""Where statements begin and end, which verbs make one, and whom words refer to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.votes import vote_reader_of
from tests.extraction.test_speakers import spoken

VOTES = vote_reader_of(lexicon_of("en"))


def suggested(text):
    return diplobrief.suggest(
        diplobrief.loads(f"# Lake\n\n{text}\n", "markdown").replace(language="en")
    )


@given(
    st.sampled_from(["called", "asked"]),
    st.sampled_from(["on Monday ", "repeatedly ", "again ", "in Oslo ", "at the meeting ", ""]),
)
def test_a_verb_may_be_apart_from_its_particle(verb, between):
    [quote] = suggested(f"Norway {verb} {between}for a cleaner lake.").quotes
    assert (quote.speakers, quote.verb, quote.text) == (("no",), f"{verb} for", "a cleaner lake")


@given(
    st.sampled_from(["welcomed the plan", "regretted the delay", "agreed to meet again"]),
    st.sampled_from(["invited the farmers to Oslo", "instructed their ministers to go on"]),
    st.sampled_from([" and ", ", and ", " but "]),
)
def test_an_object_ends_before_another_verb_of_the_subject(saying, act, link):
    [quote, *_] = suggested(f"Norway and Sweden {saying}{link}{act}.").quotes
    assert saying.endswith(quote.text)


@given(
    st.integers(0, 999),
    st.integers(0, 999),
    st.one_of(st.none(), st.integers(0, 999)),
    st.sampled_from(["by {} votes to {}", "by a vote of {}-{}", "by {} in favour and {} against"]),
)
def test_the_numbers_of_a_vote_are_read(in_favour, against, abstained, wording):
    text = wording.format(in_favour, against)
    expected = {"in_favour": in_favour, "against": against}
    if abstained is not None:
        text += f", with {abstained} abstentions"
        expected["abstained"] = abstained
    assert VOTES.read(text) == expected


def test_no_votes_are_read_where_the_lexicon_has_no_words_for_them():
    assert vote_reader_of(lexicon_of("ru")).read("by 12 votes to 3") is None
    assert VOTES.read("by 15 votes to none") == {"in_favour": 15, "against": 0}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kari Berg called the plan an act of harm.",
            [(("Kari Berg",), "the plan an act of harm")],
        ),
        ("Sweden called the dam illegal.", [(("Sweden",), "the dam illegal")]),
        (
            "Sweden, which Norway accuses of building a dam, has kept silent.",
            [(("Norway",), "of building a dam")],
        ),
        (
            "Minister Kari Berg assured Sweden of her support.",
            [(("Kari Berg",), "of her support")],
        ),
        (
            "The Norwegian side noted with satisfaction the state of the lake.",
            [(("Norway",), "with satisfaction the state of the lake")],
        ),
        (
            "Kari Berg stressed during the meeting the need for clean water.",
            [(("Kari Berg",), "the need for clean water")],
        ),
        (
            "Norway and Sweden agreed in late May to go on with the work.",
            [(("Norway", "Sweden"), "to go on with the work")],
        ),
        (
            "The Ministry of Fisheries expects the ban to end in June.",
            [(("Ministry of Fisheries",), "the ban to end in June")],
        ),
        (
            "Kari Berg offered her sympathy to the farmers.",
            [(("Kari Berg",), "her sympathy to the farmers")],
        ),
        (
            "Kari Berg had warned it would freeze.",
            [(("Kari Berg",), "it would freeze")],
        ),
        (
            "Kari Berg went on to accuse Sweden of neglect.",
            [(("Kari Berg",), "Sweden of neglect")],
        ),
        (
            "“Let us go on,” urged Minister Kari Berg.",
            [(("Kari Berg",), "Let us go on")],
        ),
        (
            "Kari Berg was calm. She warned, “If it freezes, we will wait.”",
            [(("Kari Berg",), "If it freezes, we will wait.")],
        ),
        (
            "According to NATO, an alliance, the water is clean.",
            [(("NATO",), "the water is clean")],
        ),
        (
            "Norway and Sweden welcomed the plan, the Finnish Foreign Ministry reported.",
            [(("Norway", "Sweden"), "the plan")],
        ),
        (
            (
                "Deputy Minister Nils Dahl noted that the lake was clean. Sweden's president "
                "signed the plan in March, he added."
            ),
            [
                (("Nils Dahl",), "the lake was clean"),
                (("Nils Dahl",), "Sweden's president signed the plan in March"),
            ],
        ),
        (
            (
                "Prime Minister Kari Berg and her Swedish counterpart, Nils Dahl, met in Oslo. "
                "The lake would be clean, the Norwegian leader said."
            ),
            [(("Kari Berg",), "The lake would be clean")],
        ),
        (
            "Sweden remains deeply concerned about the water in Norway. It urges restraint.",
            [(("Sweden",), "about the water in Norway"), (("Sweden",), "restraint")],
        ),
        (
            (
                "Opposition leader Kari Berg urged the prime minister to resign. “He has lost the "
                "lake,” she said."
            ),
            [(("Kari Berg",), "to resign"), (("Kari Berg",), "He has lost the lake")],
        ),
        (
            (
                "The presidents of Norway and Sweden, Kari Berg and Nils Dahl, announced that the "
                "lake was clean."
            ),
            [(("Kari Berg", "Nils Dahl"), "the lake was clean")],
        ),
        (
            "Prime Minister and Foreign Minister Kari Berg said that the lake was clean.",
            [(("Kari Berg",), "the lake was clean")],
        ),
        (
            "The Security Council met. The 15-member organ expressed its grief.",
            [(("Security Council",), "its grief")],
        ),
    ],
)
def test_statements_of_these_kinds_are_found(suggest_from, text, expected):
    assert spoken(suggest_from(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kari Berg reiterated the invitation to Sweden.",
        "Norway flagged off a bus to the lake.",
        "Norway and Sweden came to terms in May.",
        "The dam, which Norway said was old, was closed.",
        "Nils Dahl will wait unless Norway agrees to leave.",
        "Negotiations concluded: 3 May 2024.",
        "Kari Berg called a meeting in Oslo.",
    ],
)
def test_words_of_these_kinds_are_no_statements(suggest_from, text):
    assert suggest_from(text).quotes == ()


def test_the_label_of_a_turn_has_an_office_and_a_name(suggest_from):
    brief = suggest_from(
        "Official Spokesperson, Shri Nils Dahl: The lake is clean and will be open.\n\n"
        "Krishna, Reuters: Will it be open in May?\n\n"
        "Official Spokesperson, Shri Nils Dahl: It will be open when it is warm."
    )
    assert spoken(brief) == [
        (("Nils Dahl",), "The lake is clean and will be open."),
        (("Nils Dahl",), "It will be open when it is warm."),
    ]
