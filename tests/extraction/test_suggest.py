"""What `suggest` keeps, refuses and guarantees, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief import Brief, BriefError, check, suggest
from diplobrief.diagnostics import Severity
from diplobrief.extraction.mentions import MASKS
from diplobrief.testing import briefs

STORY = """\
OSLO, 10 May 2024 - Foreign Minister Kari Berg of Norway said on Friday that the lake
was clean. “The lake belongs to both of us,” she said.

The Storting approved the treaty by 102 votes to 9 on 3 May. Sweden's parliament, the Riksdag, is
set to vote on 14 May 2024. Norway and Sweden signed the Treaty on the Lake on 7 January 2024.

“We shall see,” said a Swedish official. According to the Swedish government, nothing is decided.
"""
MARKDOWN = f"# Lake\n\n{STORY}"


@pytest.fixture
def story():
    return diplobrief.loads(MARKDOWN, "markdown").replace(language="en")


PIECES = [
    *STORY.replace("\n", " ").split(),
    *("Norway", "Iran's", "the ministry", "he", "both sides", "said", "ratified", "voted to"),
    *("“", "”", '"', "'", "(", ",", ";", ".", "...", "that", "by", "was", "is set to", "the"),
    *("New START", "the treaty", "signed", "Treaty on", "NATO", "MINISTER:", "the committee"),
    *MASKS.values(),
    "\U000f0000",
    "\u200f",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.text(max_size=200)


def brief_of(blocks):
    content = [{"type": "paragraph", "text": diplobrief.to_inline(text)} for text in blocks]
    return Brief.model_validate(
        {
            "schema_version": "1.0",
            "language": "en",
            "sections": [{"kind": "lede", "content": content}],
        }
    )


@given(st.lists(TEXTS, max_size=4))
def test_any_text_gives_grounded_facts_and_the_same_when_read_again(blocks):
    lines = (" ".join("".join(filter(str.isprintable, text)).split()) for text in blocks)
    brief = brief_of([text for text in lines if text])
    suggested = suggest(brief)
    assert check(suggested, select=["EVD001", "EVD002", "EVD003", "EVD004"]) == []
    assert suggested.sections == brief.sections
    assert suggest(suggested) == suggested


@given(briefs())
def test_existing_facts_stay_as_they_are(brief):
    brief = brief.replace(language="en")
    suggested = suggest(brief)
    assert suggested.actors[: len(brief.actors)] == brief.actors
    assert suggested.quotes[: len(brief.quotes)] == brief.quotes
    for before, after in zip(brief.treaties, suggested.treaties, strict=False):
        assert after.replace(milestones=before.milestones) == before
        assert after.milestones[: len(before.milestones)] == before.milestones
    grown = {"actors", "quotes", "treaties"}
    assert suggested.model_dump(exclude=grown) == brief.model_dump(exclude=grown)


def test_a_story_is_read_whole(story):
    brief = suggest(story)
    assert suggest(brief) == brief
    assert {(step.kind, str(step.date), step.parties) for step in brief.treaties[0].milestones} == {
        ("parliamentary_approval", "2024-05-03", ("no",)),
        ("parliamentary_approval", "2024-05-14", ("se",)),
        ("signature", "2024-01-07", ("no", "se")),
    }
    assert [quote.text for quote in brief.quotes] == [
        "the lake was clean",
        "The lake belongs to both of us",
        "We shall see",
        "nothing is decided",
    ]
    facts = [*brief.actors, *brief.quotes, *brief.treaties, *brief.treaties[0].milestones]
    for fact in facts:
        assert fact.provenance.status == "suggested"
        assert fact.provenance.method == "rules"
        assert fact.provenance.agent == f"diplobrief {diplobrief.__version__}"


@pytest.mark.parametrize("format", ["markdown", "json"])
def test_suggested_facts_are_written_and_read(story, format):
    brief = suggest(story)
    assert diplobrief.loads(diplobrief.dumps(brief, format), format) == brief


EXISTING = {
    "actors": [
        {"id": "norway", "kind": "state", "name": "Norway", "country": "NO"},
        {"id": "the-minister", "kind": "person", "name": "K. Berg", "note": "Entered by hand."},
        {"id": "chamber", "kind": "organ", "name": "Storting", "of": "norway"},
    ],
    "quotes": [
        {"speakers": ["the-minister"], "mode": "direct", "text": "The lake belongs to both of us"}
    ],
    "treaties": [
        {
            "id": "lake",
            "title": "Treaty on the Lake",
            "kind": "treaty",
            "milestones": [
                {"kind": "signature", "status": "completed", "date": "2024-01"},
            ],
        }
    ],
}


def test_facts_that_the_brief_has_are_used_and_not_suggested_again(story):
    before = Brief.model_validate({**story.model_dump(mode="json"), **EXISTING})
    after = suggest(before)
    assert after.actors[:3] == before.actors
    assert "no" not in after.facts()
    (lake,) = after.treaties
    assert [step.kind for step in lake.milestones] == ["signature", *["parliamentary_approval"] * 2]
    assert lake.milestones[1].by == ("chamber",)
    assert [quote.text for quote in after.quotes].count("The lake belongs to both of us") == 1
    assert suggest(after) == after


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lake Treaty", "Norway ratified the Treaty on the Lake on 3 May 2024."),
        ("Agreement on Trade in Salmon", "Norway ratified the agreement on 3 May 2024."),
    ],
)
def test_a_treaty_is_recognized_by_its_words_or_as_the_only_one(title, text):
    data = {**brief_of([text]).model_dump(mode="json")}
    data["treaties"] = [{"id": "t", "title": title, "kind": "treaty"}]
    after = suggest(Brief.model_validate(data))
    assert [(treaty.id, len(treaty.milestones)) for treaty in after.treaties] == [("t", 1)]


@pytest.mark.parametrize(
    "known",
    [
        "would be clean in spring, and in summer",
        "the lake would be clean",
        "The lake would be clean in spring",
    ],
)
def test_a_quote_with_a_longer_or_shorter_passage_is_not_suggested_again(known):
    text = "Norway said that the lake would be clean in spring, and in summer."
    data = brief_of([text]).model_dump(mode="json")
    data["actors"] = [{"id": "n", "kind": "state", "name": "Norway"}]
    data["quotes"] = [{"speakers": ["n"], "mode": "indirect", "text": known}]
    after = suggest(Brief.model_validate(data))
    assert len(after.quotes) == (2 if known[0] == "T" else 1)
    assert {quote.speakers for quote in after.quotes} == {("n",)}


def test_ids_that_are_taken_are_not_used_again():
    text = "Norway ratified the Treaty on the Lake on 3 May 2024."
    taken = [
        {"id": "no", "kind": "group", "name": "The No Campaign"},
        {"id": "treaty-lake", "kind": "group", "name": "Others"},
    ]
    brief = Brief.model_validate({**brief_of([text]).model_dump(mode="json"), "actors": taken})
    after = suggest(brief)
    assert [actor.id for actor in after.actors] == ["no", "treaty-lake", "no-2"]
    assert after.treaties[0].id == "treaty-lake-2"


def test_a_sentence_that_occurs_twice_is_no_evidence(suggest_from):
    text = "Norway ratified the Treaty on the Lake on 3 May 2024."
    assert suggest_from(f"{text}\n\n{text}").treaties[0].milestones == ()


def test_an_actor_that_only_an_adjective_names_has_a_mention_that_is_unique():
    page = (
        "Norwegian MPs back pact\n\nNorwegian MPs back pact\n\n"
        "The Norwegian parliament ratified the Lake Treaty with Sweden on 3 May 2024.\n"
    )
    brief = diplobrief.suggest(diplobrief.loads(page, "text").replace(language="en"))
    state = next(actor for actor in brief.actors if getattr(actor, "country", None) == "NO")
    assert state.evidence
    assert diplobrief.check(brief, select=["EVD"]) == []


def test_characters_that_mark_mentions_are_text(suggest_from):
    text = f"{MASKS['person']} said that {MASKS['state']} ratified {MASKS['treaty']} yesterday."
    brief = suggest_from(text)
    assert (brief.actors, brief.quotes, brief.treaties) == ((), (), ())


GERMAN = """\
# Norwegen billigt Vertrag

Die NATO und Schweden begrüßten den Schritt von NORWEGEN, sagte Kari Berg in Oslo. Die Nato-Staaten
Norwegens und die UNO-Botschafter schwiegen. Auch Norwegen schwieg.
"""


def test_in_a_language_without_a_lexicon_only_names_are_read_and_a_warning_says_so():
    brief = diplobrief.loads(GERMAN, "markdown").replace(language="de-AT")
    findings = []
    suggested = suggest(brief, on_finding=findings.append)
    assert [actor.id for actor in suggested.actors] == ["no", "nato", "se"]
    assert not any((suggested.quotes, suggested.events, suggested.treaties, suggested.acts))
    [finding] = findings
    assert (finding.code, finding.severity) == ("language_unsupported", Severity.WARNING)
    assert "de-AT" in finding.message
    with pytest.warns(UserWarning, match="Only names of states and organizations are read"):
        assert suggest(brief) == suggested


def test_in_a_language_of_which_nothing_is_known_organizations_are_read():
    text = "# Samtal\n\nNATO och WTO samtalar med Sverige.\n"
    brief = diplobrief.loads(text, "markdown").replace(language="sv")
    actors = suggest(brief, on_finding=lambda _: None).actors
    assert [(actor.kind, actor.name) for actor in actors] == [
        ("organization", "NATO"),
        ("organization", "WTO"),
    ]


def test_a_language_that_is_not_recognized_is_an_error():
    brief = diplobrief.loads("# Talks\n\nLake Treaty.\n", "markdown")
    with pytest.raises(BriefError, match="Cannot tell the language") as caught:
        suggest(brief)
    assert caught.value.code == "language_unsupported"


def test_the_language_is_recognized_if_the_brief_does_not_say_it(story):
    brief = diplobrief.loads(MARKDOWN, "markdown")
    assert brief.language is None
    assert suggest(brief).replace(language="en") == suggest(story)


def test_english_is_not_assumed():
    brief = diplobrief.loads("# Lac\n\nLa Norvège a ratifié le traité.\n", "markdown")
    with pytest.raises(BriefError, match="Cannot tell the language"):
        suggest(brief)
    with pytest.raises(BriefError, match="Cannot tell the language"):
        suggest(Brief(sections=()))
