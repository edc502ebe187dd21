"""The reference page of the schema says all that the schema says."""

from __future__ import annotations

import json
import re

import pytest

import schema_pages
from diplobrief import json_schema

SCHEMA = json_schema()
TYPES = {"Brief": SCHEMA, **SCHEMA["$defs"]}
PAGE = "\n".join(schema_pages.schema())
CHAPTER = re.compile(r"^### \w+ \{: #(\w+) \}\n.*?(?=^##|\Z)", re.MULTILINE | re.DOTALL)
CHAPTERS = {found[1]: found[0] for found in CHAPTER.finditer(PAGE)}
ROW = re.compile(r'^\| <a id="[a-z0-9_-]+"></a>`([^`]+)`(.*)', re.MULTILINE)


def test_every_type_has_a_chapter_and_an_anchor():
    assert CHAPTERS.keys() == {name.lower() for name in TYPES}


def test_no_anchor_is_given_twice():
    anchors = re.findall(r'\{: #(\S+) \}|<a id="([^"]+)">', PAGE)
    assert len(anchors) == len(set(anchors))


def test_links_on_the_page_lead_somewhere():
    anchors = set(re.findall(r"\{: #(\S+) \}", PAGE))
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors


@pytest.mark.parametrize("name", TYPES)
def test_a_chapter_says_what_the_schema_says(name):
    form, chapter = TYPES[name], CHAPTERS[name.lower()]
    rows = dict(ROW.findall(chapter))
    assert form["description"] in chapter
    members = form.get("properties", {})
    terms = [branch for branch in form.get("anyOf", ()) if "const" in branch]
    assert [*rows] == [*members, *(term["const"] for term in terms)]
    for member, part in members.items():
        assert ("(required)" in rows[member]) == (member in form.get("required", ()))
        for said in (part["description"], *map(as_code, part.get("examples", ()))):
            assert said in rows[member]
    for term in terms:
        meaning, _, source = term["description"].removesuffix(")").partition(". (")
        assert meaning in rows[term["const"]]
        assert source in rows[term["const"]]
    assert ("extension members" in chapter) == ("patternProperties" in form)


@pytest.mark.parametrize("name", [name for name, form in TYPES.items() if "pattern" in form])
def test_a_chapter_of_a_text_shows_its_form(name):
    (shown,) = re.findall(r"```json\n(.*?)```", CHAPTERS[name.lower()], re.DOTALL)
    form = TYPES[name]
    assert json.loads(shown) == {key: form[key] for key in ("pattern", "not") if key in form}


def as_code(value):
    return f"`{json.dumps(value, ensure_ascii=False)}`"
