"""The profile for language models, and the removal of nulls from their output."""

from __future__ import annotations

import json

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.model import Brief
from tests.schema.fuzzing.documents import alternatives_of

SCHEMA = diplobrief.json_schema("llm")
FULL = diplobrief.json_schema()
OBJECTS = {"Brief": SCHEMA} | {
    name: form for name, form in SCHEMA["$defs"].items() if form.get("type") == "object"
}
KEYWORDS = {
    "$defs",
    "$id",
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "description",
    "enum",
    "items",
    "maximum",
    "minItems",
    "minimum",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
}
"""The keywords that engines of structured output support."""


def parts_of(schema):
    """Yield a schema and all its subschemas."""
    yield schema
    for keyword, inner in schema.items():
        match keyword, inner:
            case (("properties" | "$defs"), dict()):
                for part in inner.values():
                    yield from parts_of(part)
            case "items", dict():
                yield from parts_of(inner)
            case "anyOf", list():
                for part in inner:
                    yield from parts_of(part)


def test_it_only_uses_keywords_that_engines_support():
    assert {keyword for part in parts_of(SCHEMA) for keyword in part} == KEYWORDS


@pytest.mark.parametrize("name", OBJECTS)
def test_every_member_is_required_and_unknown_members_are_rejected(name):
    form = OBJECTS[name]
    assert form["required"] == list(form["properties"])
    assert form["additionalProperties"] is False


@pytest.mark.parametrize("name", OBJECTS)
def test_optional_members_are_nullable_and_required_members_are_not(name):
    whole = FULL if name == "Brief" else FULL["$defs"][name]
    not_asked = {"$schema", "ignore", "provenance", "rejected"}
    assert set(OBJECTS[name]["properties"]) == set(whole["properties"]) - not_asked
    needed = {*whole["required"]} if "required" in whole else set()
    needed |= {*alternatives_of(whole)[:1]}
    for member, form in OBJECTS[name]["properties"].items():
        assert ({"type": "null"} in form.get("anyOf", ())) == (member not in needed), member


EXAMPLE = {
    "schema_version": "1.0",
    "actors": [{"id": "north", "kind": "state", "name": "Northland"}],
    "sections": [
        {"kind": "lede", "content": [{"type": "bullets", "items": ["Talks “began”."]}]},
    ],
}


def with_nulls(value, form):
    """Return a value as a language model writes it, with null for every omitted member."""
    while "$ref" in form:
        form = SCHEMA["$defs"][form["$ref"].rpartition("/")[2]]
    if "anyOf" in form:
        fitting = (branch for branch in form["anyOf"] if fits(value, branch))
        return with_nulls(value, next(fitting))
    if isinstance(value, list):
        return [with_nulls(item, form["items"]) for item in value]
    if isinstance(value, dict):
        return {
            name: with_nulls(value[name], member) if name in value else None
            for name, member in form["properties"].items()
        }
    return value


def fits(value, form):
    while "$ref" in form:
        form = SCHEMA["$defs"][form["$ref"].rpartition("/")[2]]
    if "anyOf" in form:
        return any(fits(value, branch) for branch in form["anyOf"])
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": float}
    if not isinstance(value, kinds.get(form["type"], type(None))):
        return False
    tags = {name: tag_of(member) for name, member in form.get("properties", {}).items()}
    return all(tag is None or value[name] == tag for name, tag in tags.items())


def tag_of(member):
    """Return the only term of a discriminator, and `None` for another member."""
    branches = member.get("anyOf", [{}])
    referred = SCHEMA["$defs"].get(branches[0].get("$ref", "").rpartition("/")[2], {})
    return referred["enum"][0] if len(referred.get("enum", ())) == 1 else None


def test_a_brief_with_nulls_is_valid_and_drop_nulls_removes_them():
    written = with_nulls(EXAMPLE, SCHEMA)
    assert written["title"] is None
    assert jsonschema_rs.validator_for(SCHEMA).is_valid(written)
    assert not jsonschema_rs.validator_for(SCHEMA).is_valid(EXAMPLE)
    assert diplobrief.drop_nulls(written) == EXAMPLE
    assert Brief.model_validate(diplobrief.drop_nulls(written)).actor("north").name == "Northland"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "x-c"]), inner, max_size=3)
    ),
)


def nulls_within(value):
    if isinstance(value, list):
        return any(item is None or nulls_within(item) for item in value)
    if isinstance(value, dict):
        own = {name: inner for name, inner in value.items() if not name.startswith("x-")}
        return any(inner is None or nulls_within(inner) for inner in own.values())
    return False


@given(json_values)
def test_drop_nulls_removes_all_nulls_and_nothing_else(value):
    before = json.dumps(value)
    result = diplobrief.drop_nulls(value)
    assert json.dumps(value) == before
    assert not nulls_within(result)
    if not nulls_within(value):
        assert result == value


def test_drop_nulls_reads_any_depth():
    value = None
    for _ in range(20_000):
        value = [{"name": value}]
    assert diplobrief.drop_nulls(value) == []
