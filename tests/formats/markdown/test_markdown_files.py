"""Markdown files: front matter and body together, read and written without loss."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml as yaml_1_1
from hypothesis import given
from ruamel.yaml import YAML

import diplobrief
from diplobrief.formats.markdown import MarkdownDocument
from diplobrief.formats.markdown.front_matter import split
from diplobrief.testing import briefs

# Where the design lies beside the checkout; elsewhere the test says that it is skipped.
README = Path(__file__).parents[3] / "README.md"

LAKE = """\
---
schema_version: '1.0'
id: lake-treaty
language: en
published: '2026-03-04'
authors: [M. Okafor]
actors:
  - {id: north, kind: state, name: Northland, country: 'NO'}
  - {id: varga, kind: person, name: Ilona Varga, office: Foreign Minister, represents: north}
quotes:
  - {speakers: [varga], mode: partial, text: a long winter, stance: warns, about: [lake]}
events:
  - {kind: call, status: completed, start: '2026-03-03', participants: [north], about: [lake]}
treaties:
  - id: lake
    title: Treaty on the Lake
    kind: treaty
    parties: [north]
    entry_rules:
      - count: 2
        after: {days: 30}
    milestones:
      - id: signed
        kind: signature
        status: completed
        date: '2026-01-10'
        evidence: signed in January by the two presidents
---

# The lake treaty waits for the Senate

## Why it matters

The treaty, signed in January by the two presidents, binds nobody yet.

## What she's saying

Ilona Varga spoke of “a long winter” after a call.
"""


def refused(text):
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(text, "markdown")
    return caught.value


@given(briefs())
def test_a_brief_comes_back_as_it_was(brief):
    text = diplobrief.dumps(brief, "markdown")
    assert diplobrief.loads(text, "markdown") == brief
    assert diplobrief.dumps(diplobrief.loads(text, "markdown"), "markdown") == text


@given(briefs())
def test_front_matter_means_the_same_in_yaml_1_1_and_1_2(brief):
    front_matter = split(diplobrief.dumps(brief, "markdown")).front_matter
    new = YAML(typ="safe", pure=True)
    new.version = (1, 2)
    assert yaml_1_1.safe_load(front_matter) == new.load(front_matter)


def test_a_canonical_file_is_written_unchanged():
    assert diplobrief.dumps(diplobrief.loads(LAKE, "markdown"), "markdown") == LAKE


def test_kinds_follow_from_the_headings():
    brief = diplobrief.loads(LAKE, "markdown")
    assert [section.kind for section in brief.sections] == ["why_it_matters", "saying"]


def test_nothing_is_a_brief_of_version_1_without_sections():
    assert diplobrief.loads("", "markdown") == diplobrief.Brief(schema_version="1.0", sections=())


def test_without_front_matter_the_version_is_1_0():
    brief = diplobrief.loads("# Talks\n\nThey began.\n", "markdown")
    assert (brief.schema_version, brief.title) == ("1.0", "Talks")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("fence", ["---", "...", "---  "])
def test_line_ends_and_closing_fences_are_read_alike(line_end, fence):
    text = LAKE.replace("\n---\n", f"\n{fence}\n").replace("\n", line_end)
    assert diplobrief.loads("\ufeff" + text, "markdown") == diplobrief.loads(LAKE, "markdown")


@pytest.mark.parametrize("end", ["---", "...\n# Talks\n"])
def test_front_matter_may_be_empty_and_then_lacks_the_version(end):
    error = refused(f"---\n{end}")
    assert (error.code, error.line, error.hint) == ("member_missing", 1, "add schema_version")


def test_front_matter_without_an_end_is_refused():
    error = refused("---\nid: lake\n\n# Talks\n")
    assert (error.code, error.line) == ("front_matter_open", 1)


@pytest.mark.parametrize(
    ("written", "member", "text"),
    [
        ("published: 2026-03-04", "published", "2026-03-04"),
        ("published: [2025-05-01..2025-05-10]", "published", "[2025-05-01..2025-05-10]"),
        ("published: 2026", "published", "2026"),
        ("id: 9143", "id", "9143"),
        ("subtitle: 1.10", "subtitle", "1.10"),
        ("subtitle: 0x1F", "subtitle", "0x1F"),
        ("publisher: true", "publisher", "true"),
        ("publisher: NO", "publisher", "NO"),
        ("publisher: 1:30", "publisher", "1:30"),
        ("publisher: 1_000", "publisher", "1_000"),
        ("publisher: 0042", "publisher", "0042"),
        ("publisher: 1e3", "publisher", "1e3"),
        ("publisher: .inf", "publisher", ".inf"),
        ("publisher: FALSE", "publisher", "FALSE"),
        ("topics: [1.10, 0042, x]", "topics", ("1.10", "0042", "x")),
        ("topics: [1990..2000]", "topics", ("1990..2000",)),
    ],
)
def test_unquoted_text_keeps_its_characters(written, member, text):
    brief = diplobrief.loads(f"---\nschema_version: 1.0\n{written}\n---\n", "markdown")
    assert getattr(brief, member) == text
    assert diplobrief.loads(diplobrief.dumps(brief, "markdown"), "markdown") == brief


def test_numbers_and_extension_values_follow_yaml():
    text = "---\nschema_version: 1.0\nactors: [{id: 0042, kind: group, name: A, size: 1e3}]\n"
    text += "acts: [{kind: decision, vote: {in_favour: 1e1, against: [0042]}}]\n"
    text += "x-all: [1e3, 0x1F, 0042, 1_000, true, 1.10]\n---\n"
    brief = diplobrief.loads(text, "markdown")
    assert (brief.actors[0].id, brief.actors[0].size) == ("0042", 1000)
    assert (brief.acts[0].vote.in_favour, brief.acts[0].vote.against) == (10, ("0042",))
    assert [*brief.extensions["x-all"]] == [1000.0, 31, 42, "1_000", True, 1.1]


@pytest.mark.parametrize(("written", "found"), [("[a]", "a list"), ("{a: b}", "an object")])
def test_a_list_or_an_object_is_not_text(written, found):
    error = refused(f"---\nschema_version: '1.0'\npublisher: {written}\n---\n")
    assert (error.code, error.line, error.column) == ("type_wrong", 3, 12)
    assert error.first.message == f"Expected text, found {found}"


@pytest.mark.parametrize(
    ("members", "where"),
    [
        ("id: a\nid: b", "on the line above"),
        ("id: a\n\nid: b", "2 lines above"),
        ("actors: [{id: a, id: b}]", "on this line"),
    ],
)
def test_a_duplicate_key_is_reported_with_the_place_of_the_first(members, where):
    error = refused(f"---\nschema_version: '1.0'\n{members}\n---\n")
    assert error.first.message == f"Duplicate key 'id' (first used {where})"


def test_short_forms_and_full_forms_are_read_alike():
    full = (
        LAKE.replace("authors: [M. Okafor]", "authors:\n- name: M. Okafor")
        .replace("[north], about", "[{actor: north}], about")
        .replace("evidence: signed", "evidence:\n        - exact: signed")
    )
    assert full != LAKE
    assert diplobrief.loads(full, "markdown") == diplobrief.loads(LAKE, "markdown")


def test_extension_values_have_no_short_forms():
    text = "---\nschema_version: '1.0'\nx-a: {authors: [{name: A}], evidence: [{exact: b}]}\n---\n"
    brief = diplobrief.loads(text, "markdown")
    assert brief.extensions["x-a"] == diplobrief.JsonObject(
        authors=diplobrief.JsonArray((diplobrief.JsonObject(name="A"),)),
        evidence=diplobrief.JsonArray((diplobrief.JsonObject(exact="b"),)),
    )
    assert diplobrief.loads(diplobrief.dumps(brief, "markdown"), "markdown") == brief


def test_a_title_in_the_front_matter_must_not_differ():
    head = "---\nschema_version: '1.0'\ntitle: Talks\n---\n"
    assert diplobrief.loads(head, "markdown").title == "Talks"
    assert diplobrief.loads(head + "# Talks\n", "markdown").title == "Talks"
    assert refused(head + "# Other talks\n").code == "title_differs"


def test_sections_are_refused_in_the_front_matter():
    error = refused("---\nschema_version: '1.0'\nid: a\nsections: []\n---\n")
    assert (error.code, error.line) == ("member_unknown", 4)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("kind: call", "kind: cal", "term_unknown", 13, 12),
        ("[varga]", "[vargo]", "reference_unknown", 11, 17),
        ("'2026-01-10'", "2026-02-30", "form_wrong", 26, 15),
        ("mode: partial, ", "", "member_missing", 11, 5),
        ("title: Treaty on the Lake\n", "title:\n", "null", 16, 11),
        ("authors: [M. Okafor]", "authors: []", "list_empty", 6, 10),
        ("id: varga", "id: north", "id_duplicate", 9, 10),
        ("  - {id: north", "  - &a {id: north", "yaml_alias", 8, 5),
        ("language: en", "language: en\nlanguage: fr", "yaml_duplicate_key", 5, 1),
        ("## Why it matters", "## News {.why_it_maters}", "term_unknown", 32, None),
        ("binds nobody yet.", "binds \x07 nobody yet.", "control_character", 34, None),
    ],
)
def test_errors_have_the_place_in_the_file(old, new, code, line, column):
    assert LAKE.count(old) == 1
    error = refused(LAKE.replace(old, new))
    assert (error.code, error.line) == (code, line)
    assert column is None or error.column == column


def test_an_error_in_the_body_has_its_place_there():
    text = LAKE.replace("binds nobody yet.", "binds nobody yet.\n\n## News {lang=e}\n\nx")
    error = refused(text)
    assert error.path == ("sections", 1, "language")
    assert error.line == 36


def test_a_comment_after_plain_text_is_reported():
    text = LAKE.replace("title: Treaty on the Lake", "title: Treaty #3 on the Lake")
    assert diplobrief.loads(text, "markdown").treaty("lake").title == "Treaty"
    found = MarkdownDocument(text).notices()
    assert [(notice.code, notice.line, notice.column) for notice in found] == [
        ("yaml_comment", 16, 19)
    ]
    assert MarkdownDocument(LAKE).notices() == []
    with_comment = LAKE.replace("id: lake\n", "# ours\n    id: lake\n")
    assert MarkdownDocument(with_comment).notices() == []


@pytest.mark.parametrize("version", ["'1.1'", "1.1", "2", "'2.0'"])
def test_a_newer_version_is_refused_before_the_body_is_read(version):
    error = refused(f"---\nid: a\nschema_version: {version}\nmood: new\n---\n\n## News {{.new}}\n")
    assert [(found.code, found.line) for found in error.findings] == [("version_unsupported", 3)]


@pytest.mark.parametrize("version", ["1", "1.00", "true", "~"])
def test_a_version_with_other_characters_is_unsupported(version):
    assert refused(f"---\nschema_version: {version}\n---\n").line == 2


@pytest.mark.parametrize(
    "item", ["| # later", "> # later", "|- # later  ", "|  ", ">", "|\n\n", "| #\r\n\r\n"]
)
def test_an_empty_block_of_text_is_reported_at_its_place(item):
    text = f"---\nschema_version: '1.0'\ntopics:\n  - {item}\n---\n"
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(text, "markdown")
    assert caught.value.line == 4
