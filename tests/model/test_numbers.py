"""Whole numbers, absent members and lists with an item, wherever the model has them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from diplobrief.model import Period, Share, TreatyRule, Vote
from diplobrief.model.base import Count, Omittable, OptionalList, Positive
from diplobrief.model.extension import MAX_INTEGER
from diplobrief.testing import model_classes, value_data

COUNT, POSITIVE = TypeAdapter(Count), TypeAdapter(Positive)


def both_ways(adapter, value):
    """Validate a Python value and its JSON, which must agree."""
    first, second = adapter.validate_python(value), adapter.validate_json(json.dumps(value))
    assert first == second
    assert type(first) is type(second)
    return first


@given(st.integers(0, MAX_INTEGER))
def test_a_whole_number_is_itself(number):
    assert both_ways(COUNT, number) == number


@given(st.integers(0, 2**52))
def test_a_whole_number_may_be_written_with_a_zero_fraction(number):
    validated = both_ways(COUNT, float(number))
    assert validated == number
    assert type(validated) is int


@pytest.mark.parametrize("wrong", ["1", True, False, 1.5, -1, None, [], MAX_INTEGER + 1, 1e300])
def test_anything_else_is_no_whole_number(wrong):
    for validate, value in (
        (COUNT.validate_python, wrong),
        (COUNT.validate_json, json.dumps(wrong)),
    ):
        with pytest.raises(ValidationError):
            validate(value)


@pytest.mark.parametrize("wrong", ["Infinity", "NaN", "-Infinity", "1e999"])
def test_infinity_is_no_whole_number(wrong):
    with pytest.raises(ValidationError):
        COUNT.validate_json(wrong)


def test_a_positive_number_is_not_zero():
    assert both_ways(POSITIVE, 1) == 1
    with pytest.raises(ValidationError):
        POSITIVE.validate_python(0)
    with pytest.raises(ValidationError):
        POSITIVE.validate_python(-0.0)


@pytest.mark.parametrize("voters", [True, "2", 1.5, [], [1], None, {"a": 1}])
def test_voters_are_a_number_or_actors_and_nothing_else(voters):
    with pytest.raises(ValidationError):
        Vote.model_validate({"in_favour": voters})
    with pytest.raises(ValidationError):
        Vote.model_validate_json(json.dumps({"in_favour": voters}))


@pytest.mark.parametrize("percent", [True, "5", -0.1, 100.1, float("nan"), float("inf")])
def test_a_share_is_a_number_from_0_to_100(percent):
    with pytest.raises(ValidationError):
        Share.model_validate({"party": "a", "percent": percent})
    assert Share(party="a", percent=100).percent == 100


def test_the_first_of_the_month_is_true_or_absent():
    assert Period.model_validate({"first_of_month": True}).first_of_month is True
    for wrong in (False, 0, 2, "true", None):
        with pytest.raises(ValidationError):
            Period.model_validate({"first_of_month": wrong})


def test_a_zero_is_given_and_not_absent():
    assert json.loads(Vote(against=0).model_dump_json(exclude_defaults=True)) == {"against": 0}
    assert TreatyRule(after=Period(days=0)).after == Period(days=0)


def test_null_is_no_value_of_an_optional_member():
    adapter = TypeAdapter(Omittable[int])
    assert adapter.validate_python(1) == 1
    with pytest.raises(ValidationError):
        adapter.validate_python(None)


@pytest.mark.parametrize("wrong", [[], "a", {"a": 1}, None, 1])
def test_a_list_that_is_given_has_an_item(wrong):
    adapter = TypeAdapter(OptionalList[str])
    assert both_ways(adapter, ["a"]) == ("a",)
    with pytest.raises(ValidationError):
        adapter.validate_json(json.dumps(wrong))


def is_refused(model, member, value):
    try:
        model.model_validate({member: value})
    except ValidationError as error:
        return any(found["loc"][:1] == (member,) for found in error.errors())
    return False


def test_an_optional_member_is_never_null_or_empty():
    accepted = [
        (model.__name__, member, value)
        for model in model_classes()
        for member, field in model.model_fields.items()
        if not field.is_required()
        for value in (None, [], {}, "")
        if not is_refused(model, member, value)
    ]
    assert accepted == []


@given(st.data(), st.sampled_from(model_classes()))
def test_an_unknown_member_is_refused(data, model):
    plain = data.draw(value_data(model))
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**plain, "unknown": 1})
    assert [error["type"] for error in caught.value.errors()] == ["extra_forbidden"]
    assert caught.value.errors()[0]["loc"][0] == "unknown"
