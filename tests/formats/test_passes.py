"""How often a document is parsed: once for the brief, and once more for places."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml_rs

from diplobrief.checks import check_document
from diplobrief.formats import JSON, MARKDOWN, TEXT
from diplobrief.formats.json import document as json_document
from diplobrief.formats.markdown import source as markdown_source
from diplobrief.formats.markdown.yaml import fast_path, reader
from diplobrief.formats.text import reader as text_reader

NOTE = """---
schema_version: '1.0'
actors:
  - {id: north, kind: state, name: Northland}
quotes:
  - {speakers: [north], mode: direct, text: We agree.}
---
# Talks

North said: "We agree."
"""
JSON_NOTE = (
    '{"schema_version": "1.0", "actors": [{"id": "north", "kind": "state", "name": "Northland"}], '
    '"events": [{"kind": "call", "title": "Talks"}], "sections": []}'
)


@pytest.fixture
def passes(monkeypatch):
    """Count the calls of every function that goes over a whole text, or a part of it."""
    counted = Counter()

    def count(module, name, label):
        original = getattr(module, name)

        def counting(*args, **kwargs):
            counted[label] += 1
            return original(*args, **kwargs)

        monkeypatch.setattr(module, name, counting)

    count(markdown_source, "split", "split")
    count(fast_path, "_is_ordinary", "look")
    count(yaml_rs, "loads", "yaml")
    count(reader, "compose_compiled", "tree")
    count(reader, "compose_exactly", "exact tree")
    count(markdown_source, "read_body", "body")
    count(markdown_source, "locate_body", "body places")
    count(json_document, "_read_unless_ambiguous", "json")
    count(json_document, "scan", "json places")
    count(text_reader, "page_of", "page")
    return counted


def everything(document):
    """Ask a document for everything that a command may ask for."""
    check_document(document)
    document.notices()
    document.comments()
    document.locate([("title",), ("actors", 0, "id"), ("sections", 0)])
    check_document(document)


def test_valid_markdown_is_parsed_once(passes):
    assert MARKDOWN.open(NOTE).brief.title == "Talks"
    assert passes == Counter(["split", "look", "yaml", "body"])


@pytest.mark.parametrize(
    ("quoted", "unquoted"),
    [
        ("schema_version: '1.0'", "schema_version: 1.0"),
        ("---\n# Talks", "published: 2025-04-18\n---\n# Talks"),
        ("---\n# Talks", "published: [2025-05-01..2025-05-10]\n---\n# Talks"),
        ("---\n# Talks", "dateline: {date: [..2025-05-10]}\n---\n# Talks"),
        ("---\n# Talks", "published: [2025-05-01..]\n---\n# Talks"),
        ("---\n# Talks", "publisher: 1e3\n---\n# Talks"),
        ("---\n# Talks", "x-desk: [1e3, 0042, 0x1F, 1_000, true]\n---\n# Talks"),
        ("text: We agree.", "text: 1.10"),
    ],
)
def test_unquoted_values_are_read_in_the_same_single_pass(passes, quoted, unquoted):
    assert quoted in NOTE
    assert MARKDOWN.open(NOTE.replace(quoted, unquoted)).brief.title == "Talks"
    assert passes == Counter(["split", "look", "yaml", "body"])


def test_valid_json_is_parsed_once(passes):
    assert JSON.open(JSON_NOTE).brief.actors[0].name == "Northland"
    assert passes == Counter(["json"])


def test_plain_text_is_parsed_once_whatever_is_asked(passes):
    everything(TEXT.open("Why it matters: Two states share the lake."))
    assert passes == Counter(["page"])


def test_markdown_is_parsed_once_more_for_places(passes):
    document = MARKDOWN.open(NOTE.replace("speakers: [north]", "speakers: [nort]"))
    [finding] = check_document(document)
    assert (finding.code, finding.line) == ("reference_unknown", 6)
    assert passes == Counter(["split", "look", "yaml", "body", "tree"])


def test_json_is_parsed_once_more_for_places(passes):
    document = JSON.open(JSON_NOTE.replace('"title"', '"titel"'))
    [finding] = check_document(document)
    assert (finding.code, finding.line) == ("member_unknown", 1)
    assert passes == Counter(["json", "json places"])


def test_places_are_looked_up_once_whatever_is_asked(passes):
    everything(MARKDOWN.open(NOTE.replace("id: north,", "id: north, note: no}  # 3")))
    assert passes == Counter(["split", "look", "yaml", "body", "body places", "tree", "exact tree"])
    passes.clear()
    everything(JSON.open(JSON_NOTE))
    assert passes == Counter(["json", "json places"])
