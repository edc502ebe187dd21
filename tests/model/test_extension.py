"""Extension members: any JSON value, frozen, hashed, and equal only in type and value."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from diplobrief.model import Brief, JsonArray, JsonObject, Quote
from diplobrief.model.extension import (
    MAX_DEPTH,
    MAX_INTEGER,
    MAX_NAME_LENGTH,
    freeze,
    same_json,
)
from diplobrief.testing import extension_data, extension_members, extension_values


def with_member(value, name="x-a"):
    return Brief.model_validate({"schema_version": "1.0", "sections": [], name: value})


def typed(value):
    """Return a JSON value in a form that `==` compares by JSON type and value."""
    if isinstance(value, dict):
        return ("object", {name: typed(inner) for name, inner in value.items()})
    if isinstance(value, list | tuple):
        return ("array", [typed(item) for item in value])
    return ("boolean" if isinstance(value, bool) else "other", value)


@given(extension_data())
def test_a_value_comes_out_as_it_went_in(value):
    brief = with_member(value)
    assert typed(json.loads(brief.model_dump_json())["x-a"]) == typed(value)
    assert typed(brief.model_dump(mode="json")["x-a"]) == typed(value)
    assert Brief.model_validate_json(brief.model_dump_json(exclude_defaults=True)) == brief


@given(extension_data(), extension_data())
def test_values_are_equal_exactly_where_their_json_is(one, other):
    assert same_json(freeze(one), freeze(other)) is (typed(one) == typed(other))
    assert (with_member(one) == with_member(other)) is (typed(one) == typed(other))


@given(extension_data())
def test_equal_values_have_equal_hashes(value):
    again = json.loads(json.dumps(value), parse_int=float)
    assert same_json(freeze(value), freeze(again))
    assert hash(freeze(value)) == hash(freeze(again))
    assert hash(with_member(value)) == hash(with_member(again))


@pytest.mark.parametrize(
    "wrap", [lambda v: v, lambda v: [v], lambda v: {"a": v}, lambda v: [{"a": [v]}]]
)
def test_one_is_one_point_zero_but_not_true(wrap):
    assert with_member(wrap(1)) == with_member(wrap(1.0))
    for number, boolean in ((1, True), (0, False), (1.0, True), (0.0, False)):
        assert with_member(wrap(number)) != with_member(wrap(boolean))
        assert not with_member(wrap(number)) == with_member(wrap(boolean))  # noqa: SIM201 - `==` is not `!=`


def test_an_array_is_no_plain_tuple_and_an_object_no_plain_mapping():
    assert JsonArray((1,)) != (1,)
    assert JsonArray((1,)) != (1,)
    assert JsonObject({"a": 1}) != {"a": 1}
    assert JsonObject({"a": 1}) != {"a": 1}


def test_the_order_of_members_is_kept_and_does_not_matter_for_equality():
    one, other = with_member({"b": 1, "a": 2}), with_member({"a": 2, "b": 1})
    assert one == other
    assert hash(one) == hash(other)
    assert list(one.extensions["x-a"]) == ["b", "a"]


@given(extension_members())
def test_extension_members_stand_behind_the_others_in_their_order(members):
    brief = Brief.model_validate({**members, "schema_version": "1.0", "sections": []})
    assert list(brief.model_dump())[-len(members) :] == list(members) == list(brief.extensions)


@pytest.mark.parametrize(
    "change",
    [
        lambda v: v.__setitem__("a", 2),
        lambda v: v.__delitem__("a"),
        lambda v: v.__ior__({"b": 1}),
        lambda v: v.clear(),
        lambda v: v.pop("a"),
        lambda v: v.popitem(),
        lambda v: v.setdefault("b", 1),
        lambda v: v.update(b=1),
    ],
)
def test_an_object_cannot_be_changed(change):
    value = with_member({"a": [1]}).extensions["x-a"]
    with pytest.raises(TypeError, match="immutable"):
        change(value)
    assert value == JsonObject({"a": JsonArray((1,))})


def test_what_goes_in_and_comes_out_can_be_changed_without_changing_the_brief():
    inner = {"a": [1]}
    brief = with_member(inner)
    inner["a"].append(2)
    brief.extensions["x-b"] = 1
    assert brief == with_member({"a": [1]})


@given(extension_values())
def test_values_can_be_copied_and_pickled(value):
    copies = [copy.copy(value), copy.deepcopy(value)]
    copies += [pickle.loads(pickle.dumps(value, n)) for n in range(pickle.HIGHEST_PROTOCOL + 1)]
    for again in copies:
        assert type(again) is type(value)
        assert same_json(again, value)
        assert hash(again) == hash(value)


def nested(levels, wrap):
    value = 1
    for _ in range(levels):
        value = wrap(value)
    return value


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: {"a": v}])
def test_a_value_is_at_most_64_levels_deep(wrap):
    assert freeze(nested(MAX_DEPTH - 1, wrap)) is not None
    for levels in (MAX_DEPTH, MAX_DEPTH + 1, 300):
        with pytest.raises(PydanticCustomError, match="64 levels"):
            freeze(nested(levels, wrap))


def test_a_value_that_holds_itself_is_refused():
    loop = []
    loop.append(loop)
    with pytest.raises(PydanticCustomError, match="64 levels"):
        freeze(loop)


def test_names_have_at_most_64_characters_at_every_level():
    longest = "x-" + "𝔵" * (MAX_NAME_LENGTH - 2)
    assert list(with_member(1, longest).extensions) == [longest]
    assert with_member({longest: 1})
    for name, value in ((longest + "a", 1), ("x-a", {longest + "a": 1})):
        with pytest.raises(ValidationError, match="at most 64 characters") as caught:
            with_member(value, name)
        assert [error["type"] for error in caught.value.errors()] == ["extension_name"]


@pytest.mark.parametrize("name", ["x", "y-a", "X-a", " x-a", "x_a", ""])
def test_a_name_that_does_not_begin_with_x_is_an_unknown_member(name):
    with pytest.raises(ValidationError) as caught:
        with_member(1, name)
    assert [error["type"] for error in caught.value.errors()] == ["extra_forbidden"]


@pytest.mark.parametrize("number", [MAX_INTEGER, -MAX_INTEGER, 1.7976931348623157e308, 5e-324])
def test_numbers_of_i_json_are_kept(number):
    assert with_member([number]).extensions["x-a"] == JsonArray((number,))


@pytest.mark.parametrize(
    "number", [MAX_INTEGER + 1, -MAX_INTEGER - 1, 10**30, float("inf"), float("-inf"), float("nan")]
)
@pytest.mark.parametrize("wrap", [lambda v: v, lambda v: [v], lambda v: {"a": [v]}])
def test_numbers_beyond_i_json_are_refused_in_both_modes(number, wrap):
    with pytest.raises(ValidationError) as caught:
        with_member(wrap(number))
    assert caught.value.errors()[0]["type"] == "extension_number"
    text = json.dumps({"schema_version": "1.0", "sections": [], "x-a": wrap(number)})
    with pytest.raises(ValidationError):
        Brief.model_validate_json(text)


@pytest.mark.parametrize("value", ["\ud800", ["a\udfff"], {"\ud800": 1}, {"a": "\udc00"}])
def test_a_lone_surrogate_is_refused(value):
    with pytest.raises(ValidationError) as caught:
        with_member(value)
    assert caught.value.errors()[0]["type"] == "extension_text"


@pytest.mark.parametrize("value", [b"a", {1, 2}, object(), 1j, [b"a"], {1: 2}, {None: 1}])
def test_what_json_does_not_know_is_refused(value):
    with pytest.raises(ValidationError):
        with_member(value)


def test_null_is_allowed_within_an_extension_and_kept():
    brief = with_member(None)
    assert json.loads(brief.model_dump_json(exclude_defaults=True))["x-a"] is None
    assert brief != Brief(schema_version="1.0", sections=())
    assert with_member([None]).extensions["x-a"] == JsonArray((None,))


def test_facts_have_extension_members_too():
    quote = Quote.model_validate(
        {"speakers": ["a"], "mode": "direct", "text": "b", "x-tone": {"calm": True}}
    )
    assert quote.extensions == {"x-tone": JsonObject({"calm": True})}
    assert quote != quote.replace(**{"x-tone": None})
    assert hash(quote) == hash(
        Quote.model_validate_json(quote.model_dump_json(exclude_defaults=True))
    )


@given(
    st.recursive(
        st.booleans() | st.integers(-3, 3) | st.floats(-3, 3), lambda v: st.lists(v, max_size=3)
    )
)
def test_an_int_that_json_writes_as_an_int_stays_one(value):
    assert json.dumps(freeze(value)) == json.dumps(value)
