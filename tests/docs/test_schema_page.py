"""The reference page of the schema says everything that the schema says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from diplobrief import json_schema

ROOT = Path(__file__).parents[2]
SCHEMA = json_schema()
TYPES = {
    "Brief": SCHEMA,
    **{name: form for name, form in SCHEMA["$defs"].items() if not name.startswith("Known")},
}
"""The types, without the known terms of open vocabularies, which the page lists with these."""
TEXT = (ROOT / "docs/reference/schema.md").read_text(encoding="utf-8")
PAGE = TEXT.partition("<!-- begin schema:")[2]
SECTION = re.compile(r"^### (\w+)\n.*?(?=^##|\Z)", re.MULTILINE | re.DOTALL)
SECTIONS = {found[1]: found[0] for found in SECTION.finditer(PAGE)}
ROW = re.compile(r'^\| <a id="[a-z0-9_-]+"></a>`([^`]+)`(.*)', re.MULTILINE)


def test_every_type_has_a_section():
    assert SECTIONS.keys() == TYPES.keys()


def test_no_anchor_is_given_twice():
    anchors = [name.lower() for name in SECTIONS] + re.findall(r'<a id="([^"]+)">', PAGE)
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("name", TYPES)
def test_a_section_says_what_the_schema_says(name):
    form, section = TYPES[name], SECTIONS[name]
    rows = dict(ROW.findall(section))
    summary, *definitions = form["description"].split("\n")
    assert summary in section
    members = form.get("properties", {})
    terms = SCHEMA["$defs"].get(f"Known{name}", form).get("enum", [])
    assert [*rows] == [*members, *terms]
    assert len(definitions) == len(terms)
    for member, part in members.items():
        assert ("(required)" in rows[member]) == (member in form.get("required", ()))
        for said in (part["description"], *map(as_code, part.get("examples", ()))):
            assert said in rows[member]
    for term, definition in zip(terms, definitions, strict=True):
        meaning, _, source = definition.removeprefix(f"{term}: ").removesuffix(")").partition(". (")
        assert meaning in rows[term]
        assert source in rows[term]
    assert ("Extension members" in section) == ("patternProperties" in form)


@pytest.mark.parametrize("name", [name for name, form in TYPES.items() if "pattern" in form])
def test_a_section_of_a_string_shows_its_pattern(name):
    (shown,) = re.findall(r"```json\n(.*?)```", SECTIONS[name], re.DOTALL)
    form = TYPES[name]
    assert json.loads(shown) == {key: form[key] for key in ("pattern", "not") if key in form}


def as_code(value):
    return f"`{json.dumps(value, ensure_ascii=False)}`"
