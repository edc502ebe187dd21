"""JSON is written with exactly the values that were read."""

from __future__ import annotations

import json

from hypothesis import given

import diplobrief
from diplobrief.testing import brief_data, briefs


@given(briefs())
def test_a_brief_comes_back_as_it_was(brief):
    assert diplobrief.loads(diplobrief.dumps(brief, "json"), "json") == brief


@given(brief_data())
def test_every_value_that_is_read_is_written(data):
    written = json.loads(diplobrief.dumps(diplobrief.loads(json.dumps(data), "json"), "json"))
    assert written.pop("$schema").startswith("https://")
    assert written == data


@given(briefs())
def test_writing_what_was_read_changes_nothing(brief):
    text = diplobrief.dumps(brief, "json")
    assert diplobrief.dumps(diplobrief.loads(text, "json"), "json") == text


@given(briefs())
def test_members_are_written_in_the_order_of_the_model(brief):
    written = json.loads(diplobrief.dumps(brief, "json"))
    order = ["$schema", *diplobrief.Brief.model_fields, *brief.extensions]
    assert list(written) == [name for name in order if name in written]


@given(briefs())
def test_pydantic_itself_writes_the_same_brief(brief):
    assert diplobrief.Brief.model_validate_json(brief.model_dump_json()) == brief
    assert diplobrief.Brief.model_validate(brief.model_dump()) == brief


def test_what_pydantic_writes_has_the_schema_of_what_it_reads():
    written, read = (
        diplobrief.Brief.model_json_schema(mode=mode) for mode in ("serialization", "validation")
    )
    assert written == read
