"""Who speaks: offices, unnamed people, pronouns, transcripts, and quotations over paragraphs."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

import diplobrief
from diplobrief.extraction.lexicon import lexicon_of
from diplobrief.extraction.lexicon_files import languages_with_lexicon
from diplobrief.model import Organ, Organization


def spoken(brief):
    """Return who says what, by names."""
    return [
        (
            tuple(
                getattr(brief.actor(speaker), "name", None) or brief.actor(speaker).description
                for speaker in quote.speakers
            ),
            quote.text,
        )
        for quote in brief.quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Norwegian diplomat said that the lake was clean. The diplomat said that it was wet.",
            [
                (("A Norwegian diplomat",), "the lake was clean"),
                (("A Norwegian diplomat",), "it was wet"),
            ],
        ),
        (
            "Sweden's delegate said that the lake was clean. She stressed that it was cold.",
            [
                (("Sweden's delegate",), "the lake was clean"),
                (("Sweden's delegate",), "it was cold"),
            ],
        ),
        (
            "Minister Kari Berg of Norway left. The Norwegian minister said that it was clean.",
            [(("Kari Berg",), "it was clean")],
        ),
        (
            "Mr Nils Dahl and Ms Kari Berg met. She said that it was wet. He said that it froze.",
            [(("Kari Berg",), "it was wet"), (("Nils Dahl",), "it froze")],
        ),
        (
            "The Norwegian and Swedish ambassadors said that the lake was clean.",
            [(("Norway", "Sweden"), "the lake was clean")],
        ),
        (
            "Kari Berg, Nils Dahl and the head of the Lake Board, Ann Lee, said that it was clean.",
            [(("Kari Berg", "Nils Dahl", "Ann Lee"), "it was clean")],
        ),
        (
            "Tau Lolo Sefo opened the talks. Tau said that the lake was clean.",
            [(("Tau Lolo Sefo",), "the lake was clean")],
        ),
        (
            "Kari Berg (Norway) said that the lake was clean.",
            [(("Kari Berg",), "the lake was clean")],
        ),
        (
            "Experts who attended as guests said that the lake was clean.",
            [(("Experts",), "the lake was clean")],
        ),
        (
            "“Who dug the well?” Kari Berg asked.",
            [(("Kari Berg",), "Who dug the well?")],
        ),
        (
            "The head of the Lake Board (LB), Kari Berg, said that the lake was clean.",
            [(("Kari Berg",), "the lake was clean")],
        ),
        (
            "A fisherman, Nils Dahl, disagreed: the lake, he said, was dirty and cold.",
            [(("Nils Dahl",), "was dirty and cold")],
        ),
        (
            "Kari Berg said that the lake was clean. “We told Nils Dahl,” she added.",
            [(("Kari Berg",), "the lake was clean"), (("Kari Berg",), "We told Nils Dahl")],
        ),
        (
            "Salim al-Harbi came. Al-Harbi, for his part, welcomed clear rules.",
            [(("Salim al-Harbi",), "clear rules")],
        ),
        (
            (
                "Mr. BERG Kari, Foreign Minister of Norway, met Ms. Ann LEE. Minister Berg said "
                "it was clean. Ms. Lee said it was cold. Lee stressed the need for snow."
            ),
            [
                (("BERG Kari",), "it was clean"),
                (("Ann LEE",), "it was cold"),
                (("Ann LEE",), "the need for snow"),
            ],
        ),
        (
            "Lucía Berg Dahl, Minister of Lakes, came. Minister Berg said that it was cold.",
            [(("Lucía Berg Dahl",), "it was cold")],
        ),
        (
            "Her counterpart from Lima, Semisi Vakalo, was late. He said that it was cold.",
            [(("Semisi Vakalo",), "it was cold")],
        ),
        (
            "Norway left. Kari Berg met all members in Oslo. It deplored the return of nets.",
            [(("Norway",), "the return of nets")],
        ),
        (
            (
                "The Lake Council of Norway met.\n\nHaving heard the chair, the Lake Council:\n\n"
                "1. Expresses its concern at the storms;\n\n2. Strongly condemns the dumping, and "
                "calls upon Sweden to stop it.\n\nThe end was near."
            ),
            [
                (("Lake Council",), "its concern at the storms"),
                (("Lake Council",), "the dumping"),
                (("Lake Council",), "to stop it"),
            ],
        ),
        (
            (
                "The Security Council,\n\nRecalling its resolution 1325 (2000),\n\n"
                "1. Urges Norway to clean the lake."
            ),
            [(("Security Council",), "to clean the lake")],
        ),
        (
            (
                "Kari Berg of Norway and Ann Lee of Sweden met. The ministers:\n\n"
                "- welcomed the new rules;\n- urged Finland to join."
            ),
            [
                (("Kari Berg", "Ann Lee"), "the new rules"),
                (("Kari Berg", "Ann Lee"), "to join"),
            ],
        ),
        (
            (
                "Kari Berg said the text was final. It was signed on the shore of the lake, "
                "she went on. The talks went on."
            ),
            [
                (("Kari Berg",), "the text was final"),
                (("Kari Berg",), "It was signed on the shore of the lake"),
            ],
        ),
    ],
)
def test_a_statement_has_the_right_speaker(suggest_from, text, expected):
    assert spoken(suggest_from(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Oslo, who asked not to be named, left the room.",
        "Norway sent envoys to Bergen to press the farmers to leave.",
        "The ministry reported this on its site.",
        "The talks continued on Monday with a longer agenda.",
        "Norway was told by the Council:\n\n- Calls of ships are free;\n- Reports come in May.",
        "When the sun had set on the old town, she began.",
        "The Swedish envoy was summoned to the ministry and informed that two clerks must leave.",
        "The envoy called on Minister Ann Lee on Monday to hand over an invitation to Oslo.",
        "The pact enters into force on the day on which Norway notifies Sweden that it is ready.",
        "Norway, which claims most of the lake, will not accept any fence built behind its back.",
        "Kari Berg answered the members' questions for two hours.",
        "The Norwegian parliament concluded the first reading of a bill.",
    ],
)
def test_these_words_are_no_statements(suggest_from, text):
    assert suggest_from(text).quotes == ()


def test_a_place_before_a_colon_is_no_speaker():
    page = "Nets and boats\n\nKUWAIT CITY: Norway on Sunday called in the envoy.\n"
    brief = diplobrief.loads(page, "text").replace(language="en")
    assert brief.dateline is not None
    assert diplobrief.suggest(brief).quotes == ()


def test_turns_in_one_paragraph_have_a_speaker_each(suggest_from):
    brief = suggest_from(
        "KARI BERG: The lake will be clean by June. NILS DAHL: That is what we agreed in May."
    )
    assert spoken(brief) == [
        (("KARI BERG",), "The lake will be clean by June."),
        (("NILS DAHL",), "That is what we agreed in May."),
    ]


def test_a_label_that_is_repeated_without_another_one_is_no_speaker(suggest_from):
    brief = suggest_from("Newsline: The lake is clean again.\n\nNewsline: The river is cold again.")
    assert brief.quotes == ()


def test_a_quotation_may_go_on_in_the_next_paragraphs(suggest_from):
    brief = suggest_from(
        "Kari Berg said: “We met in Oslo on Monday.\n\n“We will meet again.\n\n“That is all.”"
    )
    [quote] = brief.quotes
    assert quote.text.startswith("We met in Oslo on Monday")
    assert quote.continued == ("We will meet again.", "That is all.")


def test_a_paragraph_of_quoted_words_has_the_speaker_before_it(suggest_from):
    brief = suggest_from("“The lake is clean,” Kari Berg said.\n\n“It will stay clean for years.”")
    assert [quote.speakers for quote in brief.quotes] == [("berg",), ("berg",)]
    assert brief.quotes[1].provenance.rule == "quote.alone"


def test_a_medium_that_reports_a_statement_is_its_source(suggest_from):
    brief = suggest_from("Kari Berg said that the lake was clean, Reuters reports.")
    [quote] = brief.quotes
    assert (quote.speakers, quote.text) == (("berg",), "the lake was clean")
    assert [source.publisher for source in brief.sources if source.id in quote.cites] == ["Reuters"]


def test_the_source_of_a_relay_can_be_left_out():
    text = "Kari Berg said that the lake was clean, Reuters reports."
    brief = diplobrief.loads(f"# Talks\n\n{text}\n", "markdown")
    quotes = diplobrief.suggest(brief, language="en", rules=["quote"])
    assert (quotes.sources, quotes.quotes[0].cites) == ((), ())
    both = diplobrief.suggest(brief, language="en", rules=["quote", "source"])
    assert both.quotes[0].cites == (both.sources[0].id,)


def test_a_medium_speaks_if_nobody_else_does(suggest_from):
    brief = suggest_from("Reuters reported that the lake was clean.")
    assert spoken(brief) == [(("Reuters",), "the lake was clean")]
    assert brief.sources == ()


def test_the_words_of_a_headline_are_no_names(suggest_from):
    brief = suggest_from("Speakers Decry Lack of Progress on Lake Treaty in Oslo Talks")
    assert [actor for actor in brief.actors if actor.kind == "person"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Whether Lee said it is open.",
        "Sixty-eight MPs said that the lake was clean.",
        "Perhaps Oslo knew, the minister said.",
        "The Common Framework said nothing.",
    ],
)
def test_the_first_word_of_a_sentence_is_no_given_name(suggest_from, text):
    names = {getattr(actor, "name", "") for actor in suggest_from(text).actors}
    assert not any(name.startswith(("Whether", "Sixty", "Perhaps", "Common")) for name in names)


@pytest.mark.parametrize("language", languages_with_lexicon())
def test_every_type_of_a_body_in_a_lexicon_is_one_of_the_format(language):
    bodies = lexicon_of(language).data["bodies"]
    organs = {*bodies["heads"], *bodies.get("owned_heads", {})} - {"others"}
    organs |= {row["type"] for row in bodies["organ"]}
    for kind in organs:
        Organ(id="a", name="A", type=kind)
    organizations = {row["type"] for row in bodies["organizations"].values()}
    for kind in organizations | {*bodies.get("nouns_before_names", {})}:
        Organization(id="a", name="A", type=kind)


@pytest.mark.parametrize("language", languages_with_lexicon())
def test_each_file_of_a_lexicon_has_no_empty_list(language):
    folder = files("diplobrief.languages").joinpath(language, "lexicon")
    for file in folder.iterdir():
        for row in tomllib.loads(file.read_text(encoding="utf-8")).get("saying", ()):
            assert row["verbs"]
            assert row["complement"]


def test_a_gerund_of_saying_has_the_subject_of_the_verb_before_it(suggest_from):
    brief = suggest_from(
        "Norway's parliament met on Monday. Senator Kari Berg criticized the deal, saying it"
        " concedes too much."
    )
    assert [(quote.speakers, quote.text) for quote in brief.quotes] == [
        (("berg",), "the deal"),
        (("berg",), "it concedes too much"),
    ]


def test_his_minister_is_of_his_state(suggest_from):
    brief = suggest_from(
        "Sweden blocked the deal. Norwegian President Kari Berg welcomed the vote. Her foreign"
        " minister, Jan Ozols, will travel to Riga."
    )
    assert {
        person.name: person.represents for person in brief.actors if person.kind == "person"
    } == {
        "Kari Berg": "no",
        "Jan Ozols": "no",
    }
