"""The description of the model's fields, which all walks over a brief read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import diplobrief
from diplobrief.model import Brief, Milestone, PartialDate, Person, Timestamp, Vote, When
from diplobrief.model.fact_index import fact_lists, facts_with_paths, index_facts, kind_of_fact
from diplobrief.model.fields import (
    Constant,
    Date,
    Number,
    Terms,
    Text,
    Values,
    fields_of,
    models_at,
    references_within,
)
from diplobrief.model.references import FACT_KINDS, RefersTo
from diplobrief.testing import briefs, model_classes, values

MODELS = model_classes()
SCHEMA = diplobrief.json_schema()
FORMS = {"Brief": SCHEMA, **SCHEMA["$defs"]}

few_examples = settings(max_examples=max(12, settings.default.max_examples // 8))
every_model = pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])


@every_model
def test_the_description_agrees_with_the_json_schema(model):
    form = FORMS[model.__name__]
    members = {name: form for name, form in form["properties"].items() if name != "$schema"}
    fields = fields_of(model)
    assert set(fields) == set(members)
    required = {name for name, field in fields.items() if field.is_required}
    assert required == set(form.get("required", []))
    for name, member in members.items():
        field = fields[name]
        is_list = member.get("type") == "array" or field.or_number is not None
        assert field.is_list == is_list
        if member.get("type") == "array":
            assert field.may_be_empty == ("minItems" not in member)


def fits(content, item):
    match content:
        case Text() | RefersTo():
            return type(item) is str
        case Terms(vocabulary):
            return item in vocabulary
        case Date(date_type):
            return type(item) is date_type
        case Number(least, most, is_whole):
            return least <= item <= most and isinstance(item, int if is_whole else float)
        case Constant(value):
            return item == value
        case Values(models):
            return type(item) in models
        case _:
            return False


@every_model
@few_examples
@given(data=st.data())
def test_a_value_contains_what_the_description_says(model, data):
    value = data.draw(values(model))
    for name, field in fields_of(model).items():
        if name not in value.model_fields_set:
            continue
        member = getattr(value, name)
        if field.or_number is not None and isinstance(member, int):
            assert fits(field.or_number, member)
        else:
            assert isinstance(member, tuple) == field.is_list
            assert all(
                fits(field.content, item) for item in (member if field.is_list else [member])
            )


def test_dates_numbers_and_tags_are_described():
    assert fields_of(Milestone)["date"].content == Date(PartialDate)
    assert fields_of(Brief)["published"].content == Date(When)
    assert fields_of(Vote)["against"].or_number == Number(0, 2**53 - 1)
    assert fields_of(Person)["kind"].content == Constant("person")
    assert fields_of(Brief)["actors"].content.tag == "kind"
    [handling] = models_at(("handling",), Brief)
    assert fields_of(handling)["embargo_until"].content == Date(Timestamp)


def test_a_path_that_leads_to_no_value_has_no_classes():
    assert models_at((), Brief) == (Brief,)
    assert models_at(("title",), Brief) == ()
    assert models_at(("x-desk", "name"), Brief) == ()


def test_every_kind_of_fact_is_in_a_list_of_facts():
    lists = [*fact_lists(Brief)]
    lists += [inner for facts in lists for inner in facts.inner]
    assert {kind for facts in lists for kind in facts.kinds.values()} == FACT_KINDS
    assert all(kind_of_fact(model) == kind for f in lists for model, kind in f.kinds.items())


@given(briefs(max_facts=8))
def test_facts_are_found_at_their_paths_and_by_their_ids(brief):
    facts = dict(facts_with_paths(brief))
    for path, fact in facts.items():
        value = brief
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        assert value is fact
    index = index_facts(brief)
    assert len(index) == sum(fact.id is not None for fact in facts.values())
    assert {id.rpartition("#")[2] for id in index} == {f.id for f in index.values()}


@given(briefs(max_facts=8))
def test_references_resolve(brief):
    index = index_facts(brief)
    inside = {id.rpartition("#")[2] for id in index}
    assert all(reference in index or reference in inside for reference in references_within(brief))
