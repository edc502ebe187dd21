"""The briefs in `examples/` are what their README says."""

import re
from collections import Counter
from pathlib import Path

import pytest

import diplobrief

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ["finland-nato", "high-seas-agreement", "prespa-agreement"]


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


def blocks_of(brief):
    """Yield the text of each block as a reader sees it."""
    if brief.title:
        yield diplobrief.to_plain(brief.title)
    for section in brief.sections:
        if section.heading:
            yield diplobrief.to_plain(section.heading)
        for block in section.content:
            texts = [block.text] if hasattr(block, "text") else block.items
            yield "\n".join(diplobrief.to_plain(text) for text in texts)


def occurrences(passage, brief):
    return sum(block.count(passage) for block in blocks_of(brief))


def facts_of(brief):
    yield from brief.actors
    yield from brief.quotes
    yield from brief.events
    yield from brief.acts
    yield from brief.sources
    for treaty in brief.treaties:
        yield treaty
        yield from treaty.milestones


def test_every_example_exists_in_three_formats():
    files = {path.name for path in EXAMPLES.iterdir() if path.name.startswith(tuple(NAMES))}
    assert files == {f"{name}{suffix}" for name in NAMES for suffix in (".txt", ".md", ".json")}


def test_markdown_and_json_are_the_same_brief(name):
    assert diplobrief.load(EXAMPLES / f"{name}.md") == diplobrief.load(EXAMPLES / f"{name}.json")


@pytest.mark.parametrize(("suffix", "form"), [(".md", "markdown"), (".json", "json")])
def test_each_file_is_as_the_writer_writes_it(name, suffix, form):
    path = EXAMPLES / f"{name}{suffix}"
    assert diplobrief.dumps(diplobrief.load(path), form) == path.read_bytes().decode()


def test_the_text_imports_to_the_same_narrative(name):
    imported = diplobrief.load(EXAMPLES / f"{name}.txt")
    brief = diplobrief.load(EXAMPLES / f"{name}.md")
    assert imported.sections == brief.sections
    assert imported.title == brief.title
    assert imported.authors == brief.authors
    assert imported.dateline == brief.dateline


def test_every_passage_of_evidence_occurs_in_the_narrative_once(name):
    brief = diplobrief.load(EXAMPLES / f"{name}.md")
    passages = [passage.exact for fact in facts_of(brief) for passage in fact.evidence]
    assert passages
    counted = Counter({passage: occurrences(passage, brief) for passage in passages})
    assert set(counted.values()) == {1}, counted


def test_every_milestone_has_evidence(name):
    brief = diplobrief.load(EXAMPLES / f"{name}.md")
    milestones = [step for treaty in brief.treaties for step in treaty.milestones]
    assert milestones
    assert all(step.evidence for step in milestones)


def test_every_quoted_text_occurs_in_the_narrative_once(name):
    brief = diplobrief.load(EXAMPLES / f"{name}.md")
    counted = {quote.text: occurrences(quote.text, brief) for quote in brief.quotes}
    assert set(counted.values()) == {1}, counted


def test_every_actor_is_named_in_the_narrative(name):
    brief = diplobrief.load(EXAMPLES / f"{name}.md")
    narrative = "\n".join(blocks_of(brief))
    unnamed = [
        actor.name
        for actor in brief.actors
        if not re.search(rf"\b{re.escape(actor.name)}\b", narrative)
    ]
    assert unnamed == []


def test_one_example_has_every_kind_of_fact():
    brief = diplobrief.load(EXAMPLES / "prespa-agreement.md")
    assert {"state", "organ", "person"} <= {actor.kind for actor in brief.actors}
    assert {quote.mode for quote in brief.quotes} == {"direct", "indirect", "partial"}
    assert brief.events
    assert brief.acts
    assert brief.sources
    treaty = brief.treaty("prespa")
    assert treaty.parties == ("gr", "mk")
    assert len(treaty.milestones) >= 6
    assert {party for step in treaty.milestones for party in step.parties} == {"gr", "mk"}


def test_one_example_contradicts_itself_and_check_finds_the_place():
    (finding,) = diplobrief.check(diplobrief.load(EXAMPLES / "finland-nato.md"))
    assert finding.code == "CHR001"
    assert finding.path == ("treaties", 0, "milestones", 2, "date")


@pytest.mark.parametrize("name", ["high-seas-agreement", "prespa-agreement"])
def test_the_other_examples_have_no_findings(name):
    assert diplobrief.check(diplobrief.load(EXAMPLES / f"{name}.md")) == []
