"""The span of a member, in the file that the user wrote, holds that member."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings

import diplobrief
from diplobrief import Act, Brief, Event
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.formats import format_named
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.yaml.writer import write_item
from diplobrief.testing import briefs


def members_of(value, path=()):
    """Yield every member of plain data with its path, whole and in parts."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for name, member in value.items():
            yield from members_of(member, (*path, name))
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from members_of(item, (*path, index))


def shown(brief, name):
    """Yield each member of a brief with the characters of its span in the file."""
    text = diplobrief.dumps(brief, format=name)
    data = json.loads(diplobrief.dumps(brief, format="json"))
    data.pop("$schema")
    members = dict(members_of(data))
    spans = format_named(name).open(text).locate(members)
    lines = LineIndex(text)
    for path, value in members.items():
        span = spans[path]
        start = lines.offset(span.line, span.column)
        end = lines.offset(span.end_line, span.end_column)
        yield path, value, text[start:end]


@given(briefs())
@settings(max_examples=40)
def test_in_json_a_span_is_the_value_or_shows_its_name(brief):
    for path, value, part in shown(brief, "json"):
        if not isinstance(value, dict | list):
            assert json.loads(part) == value
        elif isinstance(path[-1], int):
            assert part in {"{", "["}
        else:
            assert json.loads(f"{{{part}{']' if part[-1] == '[' else '}'}}}") in (
                {path[-1]: []},
                {path[-1]: {}},
            )


LINES = Brief(
    schema_version="1.0",
    events=(Event(kind="meeting", **{"x-notes": ["0\n", "\n\ntwo\nlines", "\n  a\n"]}),),
    sections=(),
)


def written_on_one_line(text):
    """A text of several lines in the quotes in which it may be written instead."""
    return {write_item(text).removeprefix("- ")}


PROVISIONS = Brief(
    schema_version="1.0", acts=(Act(kind="resolution", provisions=("?\n0", "a")),), sections=()
)


@given(briefs())
@example(LINES)
@example(PROVISIONS)
@settings(max_examples=40)
def test_in_front_matter_a_span_is_the_value_or_shows_its_name_or_its_first_line(brief):
    for path, value, part in shown(brief, "markdown"):
        if path[0] in {"title", "sections"}:
            continue
        if isinstance(value, str) and "\n" in value.strip() and isinstance(path[-1], int):
            assert part in {value.strip().split("\n")[0].rstrip(), *written_on_one_line(value)}, (
                path
            )
            continue  # the first line of a text may be anything, and not a value in YAML
        (read,) = yaml.read(f"v:\n- {part}\n")["v"]
        if read in path and read != value:
            continue  # the name of a value of several lines
        if isinstance(value, str) and read != value and int in map(type, path[-2:]):
            # The first line of an item with several lines, or of its only member.
            assert part == value.strip().split("\n")[0].rstrip(), path
        elif isinstance(value, str | int | float | bool):
            assert read == value, path
        elif isinstance(read, dict) and isinstance(value, dict):
            assert read.keys() <= value.keys(), path
        elif isinstance(read, str):
            # An object that has only its principal member is written as that.
            assert read in dict(members_of(value)).values(), path


def letters(text):
    return [character for character in text if character.isalnum()]


@given(briefs())
@settings(max_examples=40)
def test_in_the_body_a_span_holds_the_words(brief):
    for path, value, part in shown(brief, "markdown"):
        if path[0] in {"title", "sections"} and path[-1] in {"title", "heading", "text"}:
            assert letters(value) == letters(part)[: len(letters(value))], path


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (("treaties", 0, "milestones", 2, "date"), "'2023-03-27'"),
        (("treaties", 0, "milestones", 2), "id: budapest"),
        (("treaties", 0, "milestones"), "milestones"),
        (("actors", 0), "{id: fi, kind: state, name: Finland, country: FI}"),
        (("sections", 0, "heading"), "Why it matters"),
    ],
)
def test_a_person_sees_what_is_meant(path, part):
    brief = diplobrief.load("examples/finland-nato.md")
    assert next(seen for at, _, seen in shown(brief, "markdown") if at == path) == part
