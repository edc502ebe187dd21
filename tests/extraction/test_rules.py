"""What each rule reads, by examples."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.lexicon_files import languages_with_lexicon

QUOTES = [
    (
        "quote.forward",
        "Foreign Minister Ilona Varga said that the talks would resume in spring.",
        ("indirect", "the talks would resume in spring", "said"),
    ),
    (
        "quote.forward",
        "Sweden called the plan “a step into the dark”.",
        ("partial", "a step into the dark", "called"),
    ),
    (
        "quote.after",
        "“The lake belongs to both of us,” Foreign Minister Ilona Varga said.",
        ("direct", "The lake belongs to both of us", "said"),
    ),
    (
        "quote.around",
        "The talks, Foreign Minister Ilona Varga said, would resume in spring.",
        ("indirect", "would resume in spring", "said"),
    ),
    (
        "quote.inverted",
        "“The lake belongs to both of us,” said Foreign Minister Ilona Varga.",
        ("direct", "The lake belongs to both of us", "said"),
    ),
    (
        "quote.according_to",
        "According to Foreign Minister Ilona Varga, the talks would resume in spring.",
        ("indirect", "the talks would resume in spring", "according to"),
    ),
    (
        "quote.according_to",
        "The talks would resume in spring, according to the Norwegian government.",
        ("indirect", "The talks would resume in spring", "according to"),
    ),
    (
        "quote.transcript",
        "Q: When?\n\nMINISTER VARGA: We will see about that.\n\nMINISTER VARGA: Soon, I hope.",
        ("direct", "We will see about that.", None),
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), QUOTES)
def test_a_statement_is_found_by_its_rule(suggest_from, rule, text, expected):
    quote = suggest_from(text).quotes[0]
    assert quote.provenance.rule == rule
    assert (quote.mode, quote.text, quote.verb) == expected


STEPS = [
    (
        "step.active",
        "Norway ratified the Treaty on the Lake on 3 May 2024.",
        ("ratification", "completed", "2024-05-03", ("no",), ()),
    ),
    (
        "step.active",
        "Norway is set to ratify the Treaty on the Lake on 3 May 2024.",
        ("ratification", "scheduled", "2024-05-03", ("no",), ()),
    ),
    (
        "step.active",
        "Norway has yet to ratify the Treaty on the Lake.",
        ("ratification", "expected", None, ("no",), ()),
    ),
    (
        "step.active",
        "The Storting approved the Treaty on the Lake by 102 votes to 9 on 3 May 2024.",
        ("parliamentary_approval", "completed", "2024-05-03", ("no",), ("storting",)),
    ),
    (
        "step.passive",
        "The Treaty on the Lake was ratified by Norway on 3 May 2024.",
        ("ratification", "completed", "2024-05-03", ("no",), ()),
    ),
    (
        "step.relative",
        "The Treaty on the Lake, which Norway ratified on 3 May 2024, is short.",
        ("ratification", "completed", "2024-05-03", ("no",), ()),
    ),
    (
        "step.intransitive",
        "The Treaty on the Lake entered into force on 1 June 2024.",
        ("entry_into_force", "completed", "2024-06-01", (), ()),
    ),
    (
        "step.noun",
        "After the signing of the Treaty on the Lake on 3 May 2024, all left.",
        ("signature", "completed", "2024-05-03", (), ()),
    ),
    (
        "step.noun",
        "Norway's parliament postponed the signing of the Treaty on the Lake until autumn.",
        ("signature", "postponed", None, ("no",), ("no-parliament",)),
    ),
]


@pytest.mark.parametrize(("rule", "text", "expected"), STEPS)
def test_a_step_of_a_treaty_is_found_by_its_rule(suggest_from, rule, text, expected):
    brief = suggest_from(text)
    (treaty,) = brief.treaties
    (step,) = treaty.milestones
    assert treaty.title == "Treaty on the Lake"
    assert step.provenance.rule == rule
    date = None if step.date is None else str(step.date)
    assert (step.kind, step.status, date, step.parties, step.by) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not ratify the Treaty on the Lake.",
        "Norway urged Sweden to ratify the Treaty on the Lake.",
        "Nobody ratified the report on 3 May 2024.",
        "    Norway ratified the Treaty on the Lake on 3 May 2024.",
        "> Norway ratified the Treaty on the Lake on 3 May 2024.",
        "| Norway ratified the Treaty on the Lake |\n| --- |\n| on 3 May 2024 |",
    ],
)
def test_what_did_not_happen_and_what_is_not_prose_makes_no_step(suggest_from, text):
    assert [step for treaty in suggest_from(text).treaties for step in treaty.milestones] == []


def test_a_vote_is_read_with_its_numbers(suggest_from):
    text = "The Storting approved the Treaty on the Lake by 102 votes to 9, with two abstentions."
    vote = suggest_from(text).treaties[0].milestones[0].vote
    assert (vote.in_favour, vote.against, vote.abstained) == (102, 9, 2)


@pytest.mark.parametrize(
    ("expression", "day", "expected"),
    [
        ("on May 3, 2024", None, "2024-05-03"),
        ("on 3 May", "2024-05-10", "2024-05-03"),
        ("on 28 December", "2024-01-10", "2023-12-28"),
        ("on Tuesday", "2024-05-10", "2024-05-07"),
        ("yesterday", "2024-05-10", "2024-05-09"),
        ("in March", "2024-05-10", "2024-03"),
        ("in September", "2024-05-10", "2023-09"),
        ("in 2021", None, "2021"),
        ("on 2024-05-03", None, "2024-05-03"),
        ("on 30 February 2024", None, None),
        ("on Tuesday", None, None),
        ("on 3 May", None, None),
        ("recently", "2024-05-10", None),
    ],
)
def test_a_day_is_resolved_against_the_day_of_the_page(suggest_from, expression, day, expected):
    text = f"Norway ratified the Treaty on the Lake {expression}."
    step = suggest_from(text, day).treaties[0].milestones[0]
    assert (None if step.date is None else str(step.date)) == expected


def test_what_lies_ahead_is_resolved_to_the_next_weekday(suggest_from):
    text = "Norway is set to ratify the Treaty on the Lake on Tuesday."
    assert str(suggest_from(text, "2024-05-10").treaties[0].milestones[0].date) == "2024-05-14"


def test_a_step_that_is_told_twice_is_one_with_both_passages(suggest_from):
    brief = suggest_from(
        "Norway ratified the Treaty on the Lake.\n\n"
        "Norway ratified the Treaty on the Lake on 3 May 2024."
    )
    (step,) = brief.treaties[0].milestones
    assert str(step.date) == "2024-05-03"
    assert len(step.evidence) == 2


def test_actors_have_their_office_state_and_body(suggest_from):
    brief = suggest_from(
        "Kari Berg, Norway's ambassador to Sweden, said that the lake was clean. "
        "Berg added that NATO would help. She said that it was late."
    )
    berg = brief.actor("berg")
    assert (berg.name, berg.office, berg.represents) == (
        "Kari Berg",
        "ambassador to Sweden",
        "no",
    )
    assert [quote.speakers for quote in brief.quotes] == [("berg",)] * 3


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        ("Russia's lower house, the State Duma, approved the Treaty on Ice.", "State Duma", "ru"),
        ("Norway's lower house of parliament approved the Treaty on Ice.", "lower house", "no"),
        ("The Norwegian foreign ministry said no. The ministry said that it was late.", None, "no"),
    ],
)
def test_an_organ_that_is_named_twice_is_one(suggest_from, text, name, of):
    brief = suggest_from(text)
    organs = [actor for actor in brief.actors if actor.kind == "organ"]
    assert len(organs) == 1
    assert organs[0].name == (name or "Norwegian foreign ministry")
    assert organs[0].of == of


def test_unnamed_people_speak_too(suggest_from):
    brief = suggest_from("Two Norwegian officials said that the lake was clean.")
    (speaker,) = brief.quotes[0].speakers
    assert brief.actor(speaker).description == "Two Norwegian officials"
    assert brief.actor(speaker).of == ("no",)


def test_an_actor_that_the_narrative_does_not_name_has_its_mention_as_evidence(suggest_from):
    brief = suggest_from("Oslo said that the lake was clean.")
    assert brief.actor("no").name == "Norway"
    assert [passage.exact for passage in brief.actor("no").evidence] == ["Oslo"]


@pytest.mark.parametrize("language", languages_with_lexicon())
def test_every_file_of_a_lexicon_is_valid_and_no_word_is_listed_twice_in_a_row(language):
    folder = files("diplobrief.languages").joinpath(language, "lexicon")
    for file in folder.iterdir():
        rows = tomllib.loads(file.read_text(encoding="utf-8"))
        for row in [*rows.get("saying", ()), *rows.get("step", ())]:
            verbs = row.get("verbs", [])
            assert len(verbs) == len(set(verbs)), (file.name, row)


SAYINGS = [
    row
    for row in lexicon_of("en").data["saying"]["saying"]
    if not row.get("off") and row["complement"] != ["none"]
]


@pytest.mark.parametrize("row", SAYINGS, ids=lambda row: row["verbs"][0])
def test_the_example_of_a_verb_of_saying_is_a_statement(suggest_from, row):
    context = (
        "Foreign Minister Kari Berg of Norway met Foreign Minister Ann Lee of Sweden at the "
        "Norwegian Ministry of Trade. President Vladimir Putin met the Norwegian Committee on "
        "Trade and its chair, Ada Moe. "
    )
    assert suggest_from(context + row["example"]).quotes
