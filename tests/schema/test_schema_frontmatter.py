"""The front matter profile accepts and rejects the same as the Markdown reader."""

from __future__ import annotations

import jsonschema_rs
import pytest
from hypothesis import given

from diplobrief.formats.markdown import write, yaml
from diplobrief.formats.markdown.front_matter import split
from diplobrief.formats.markdown.short_forms import shorten
from diplobrief.schema import json_schema
from diplobrief.testing import brief_data, briefs

VALIDATOR = jsonschema_rs.validator_for(json_schema("frontmatter"))

LAKE = """\
schema_version: '1.0'
id: lake-treaty
language: en
published: '2026-03-04'
authors: [M. Okafor]
actors:
  - {id: north, kind: state, name: Northland, country: XN}
  - {id: varga, kind: person, name: Ilona Varga, office: Foreign Minister, represents: south}
quotes:
  - speakers: [varga]
    mode: partial
    text: a long winter
    evidence: [a long winter, {exact: winter, prefix: 'long '}]
events:
  - {kind: call, status: completed, start: '2026-03-03', participants: [north, {actor: south}]}
treaties:
  - id: lake
    title: Treaty on the Lake
    kind: treaty
    entry_rules:
      - count: 2
        after: {days: 30}
    milestones:
      - id: signed
        kind: signature
        status: completed
        date: '2026-01-10'
        evidence: signed in January
"""


def accepts(text):
    return VALIDATOR.is_valid(yaml.read(text))


def test_handwritten_front_matter_is_accepted():
    assert accepts(LAKE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: signature", "kind: signing"),
        ("kind: state", "kind: land"),
        ("mode: partial", "mode: half"),
        ("participants: [north", "participants: [[north]"),
        ("authors: [M. Okafor]", "authors: []"),
        ("language: en", "langauge: en"),
        ("schema_version: '1.0'\n", ""),
        ("id: lake-treaty", "id:"),
        ("count: 2", "count: '2'"),
        ("published: '2026-03-04'", "published: '2026-02-30'"),
    ],
)
def test_invalid_front_matter_is_rejected(before, after):
    assert before in LAKE
    assert not accepts(LAKE.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("schema_version: '1.0'", "schema_version: 1.0"),
        ("id: lake-treaty", "id: 2026"),
        ("published: '2026-03-04'", "published: 2026-03-04"),
        ("published: '2026-03-04'", "published: 2026"),
        ("published: '2026-03-04'", "published: [2026-03-01..2026-03-04]"),
        ("published: '2026-03-04'", "published: [2026..]"),
        ("authors: [M. Okafor]", "authors: M. Okafor"),
        ("speakers: [varga]", "speakers: varga"),
        ("participants: [north, {actor: south}]", "participants: north"),
        ("text: a long winter", "text: 9143"),
        ("evidence: signed in January", "evidence: 51"),
        ("name: Northland", "name: true"),
        ("language: en", "title: 2025"),
        ("language: en", "$schema: https://w3id.org/diplobrief/v1/brief.schema.json"),
        ("language: en", "x-desk: {open: [null, 1]}"),
    ],
)
def test_values_without_quotes_are_accepted(before, after):
    assert before in LAKE
    assert accepts(LAKE.replace(before, after, 1))


def test_the_narrative_is_rejected_because_it_is_in_the_body():
    assert not accepts(LAKE + "sections: []\n")


@given(data=brief_data())
def test_full_and_short_forms_are_accepted(data):
    del data["sections"]
    assert VALIDATOR.is_valid(data)
    assert VALIDATOR.is_valid(shorten(data))


@given(brief=briefs())
def test_the_front_matter_of_every_written_brief_is_accepted(brief):
    assert accepts(split(write(brief)).front_matter)
