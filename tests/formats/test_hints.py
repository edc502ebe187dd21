"""The hint fits the mistake, and its place is the name or value that is wrong."""

from __future__ import annotations

import json

import pytest

import diplobrief
from diplobrief.diagnostics.date_hints import date_hint
from diplobrief.formats.markdown import MarkdownDocument


def errors(text, format="markdown"):
    with pytest.raises(diplobrief.BriefError) as caught:
        diplobrief.loads(text, format)
    return caught.value.findings


def front_matter(*lines):
    return "\n".join(["---", "schema_version: 1.0", *lines, "---", ""])


def brief_of(section):
    return json.dumps({"schema_version": "1.0", "sections": [section]})


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("publisher: “The Ministry”", 12),
        ("publisher: ”The Ministry”", 12),
        ("publisher: „The Ministry“", 12),
        ("publisher: ‘The Ministry’", 12),
        ("topics: [lake, “nato”]", 16),
        ("authors: [{name: “M. Okafor”}]", 18),
        ("x-note: “a”", 9),
    ],
)
def test_curly_quotes_around_a_value_are_a_warning(line, column):
    [warning] = MarkdownDocument(front_matter(line)).notices()
    assert (warning.code, warning.line, warning.column) == ("yaml_quotes", 3, column)


@pytest.mark.parametrize(
    "line",
    ["publisher: '“The Ministry”'", 'publisher: "“The Ministry”"', "publisher: “A” and “B”",
     "publisher: the “Ministry”", "publisher: “Ministry” of X", "publisher: Ministry’s"],
)  # fmt: skip
def test_curly_quotes_within_a_text_or_in_straight_quotes_are_fine(line):
    assert MarkdownDocument(front_matter(line)).notices() == []


@pytest.mark.parametrize("text", ["“a”", "‘a’", "„a“", "“a” and “b”"])
def test_what_is_written_does_not_warn_of_its_quotes(text):
    brief = diplobrief.Brief(publisher=text, topics=[text], sections=())
    written = diplobrief.dumps(brief, "markdown")
    assert MarkdownDocument(written).notices() == []
    assert diplobrief.loads(written, "markdown") == brief


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2026-03-04 10:00:00+03:00", "write 2026-03-04T10:00:00+03:00"),
        ("2026-03-04 10:00Z", "write 2026-03-04T10:00:00Z"),
        ("2026-03-04T10:00:00+0300", "write 2026-03-04T10:00:00+03:00"),
        ("2026-03-04t10:00:00+03", "write 2026-03-04T10:00:00+03:00"),
        ("2026-03-04 10:00 UTC", "write 2026-03-04T10:00:00Z"),
        ("March 4, 2026", "write 2026-03-04"),
        ("4 March 2026", "write 2026-03-04"),
        ("4th Mar. 2026", "write 2026-03-04"),
        ("March 2026", "write 2026-03"),
        ("04.03.2026", "write 2026-03-04"),
        ("2026/3/4", "write 2026-03-04"),
        ("20260304", "write 2026-03-04"),
        ("mid-January", "write the date in digits: YYYY, YYYY-MM or YYYY-MM-DD"),
        ("4 марта 2026", "write the date in digits: YYYY, YYYY-MM or YYYY-MM-DD"),
        ("30 February 2026", "write the date in digits: YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_the_hint_for_a_date_is_the_date(text, hint):
    assert date_hint(text) == hint
    [error] = errors(front_matter(f"published: {text}"))
    assert error.hint == hint


def test_an_ambiguous_date_keeps_the_general_hint():
    assert date_hint("03/04/2026") is None
    assert "add the offset" in date_hint("2026-03-04 10:00:00")


@pytest.mark.parametrize("name", ["x_source", "X-source", "X_source"])
def test_a_wrong_prefix_of_an_extension_is_corrected(name):
    [error] = errors(front_matter(f"{name}: abc"))
    assert (error.hint, error.line, error.column) == ("did you mean x-source?", 3, 1)


@pytest.mark.parametrize("name", ["title", "x-note", "x_note"])
def test_a_section_does_not_have_extensions(name):
    [error] = errors(brief_of({"kind": "lede", "content": [], name: "a"}), "json")
    assert error.code == "member_unknown"
    assert "x-" not in error.hint
    assert "heading" in error.hint


def test_an_unknown_name_is_marked_and_not_its_value():
    text = brief_of({"kind": "lede", "mood": {"a": 1}, "content": []})
    [error] = errors(text, "json")
    assert text[error.column - 1 : error.span.end_column - 1] == '"mood"'
    [error] = errors(front_matter("actors:", "- {id: x, kind: person, name: X, mood: good}"))
    assert (error.line, error.column, error.span.end_column) == (4, 34, 38)


@pytest.mark.parametrize("value", ["Smith, John", "Ministry of Trade, Tourism and Ports"])
def test_a_comma_in_a_one_line_object_is_explained(value):
    actor = f"- {{id: x, kind: person, name: {value}, office: a}}"
    [error] = errors(front_matter("actors:", actor))
    assert "comma" in error.hint
    assert "quotation marks" in error.hint
    assert error.column == 31 + value.index(",") + 2


@pytest.mark.parametrize(
    "heading",
    ["**Why it matters**", "Why it matters {#why}", "**Why it matters** {#why-it-matters}",
     "**Why it matters:**", "*Why it matters*", "__Why it matters__", "***Why it matters***:"],
)  # fmt: skip
def test_a_heading_as_word_processors_export_it_is_a_label(heading):
    brief = diplobrief.loads(f"## {heading}\n\nText\n", "markdown")
    assert brief.sections[0].kind == "why_it_matters"
    written = diplobrief.dumps(brief, "markdown")
    assert diplobrief.loads(written, "markdown") == brief
    assert diplobrief.loads(diplobrief.dumps(brief, "json"), "json") == brief


@pytest.mark.parametrize("heading", ["**Why** it matters", "Why it matters {why}", "**", "** **"])
def test_other_headings_are_not_labels(heading):
    assert diplobrief.loads(f"## {heading}\n\nText\n", "markdown").sections[0].kind is None


@pytest.mark.parametrize(
    ("section", "hints"),
    [
        ({"title": "Lake", "content": []}, ["heading"]),
        ({"heading": "Lake", "body": []}, ["content"]),
        ({"content": [{"type": "paragraph", "content": "Water."}]}, ["text"]),
        ({"content": [{"type": "bullets", "content": ["Water."]}]}, ["items"]),
        ({"name": "Lake", "content": [{"type": "paragraph", "value": "W"}]}, ["heading", "text"]),
    ],
)
def test_a_name_from_another_format_gets_ours_as_its_hint(section, hints):
    found = [
        error.hint for error in errors(brief_of(section), "json") if error.code == "member_unknown"
    ]
    assert found == [f"did you mean {hint}?" for hint in hints]
