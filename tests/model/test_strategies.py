"""The strategies reach the whole model, and give nothing that it refuses."""

from __future__ import annotations

import dataclasses
import importlib
import math
import pkgutil
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import diplobrief.model as model_package
import diplobrief.model.vocabulary as vocabulary_package
from diplobrief import testing
from diplobrief.model import Brief, Section, Treaty
from diplobrief.model.base import Extensible
from diplobrief.model.fields import Terms, Text, fields_of
from diplobrief.model.scalars import ID, Scalar
from diplobrief.model.vocabulary.terms import Vocabulary
from diplobrief.testing import (
    brief_data,
    briefs,
    extension_data,
    inline_text,
    lines,
    model_classes,
    partial_dates,
    quotes,
    value_data,
    values,
    whens,
)
from diplobrief.testing.derive import part_of
from diplobrief.testing.scalars import LONG_TRAPS, TRAPS, forms_of

MODELS = model_classes()


class EnoughError(Exception):
    """What was looked for has been seen."""


def collected(strategy, note, examples, until=None):
    """Run a strategy, at most until all is seen, and return what `note` says of what it gives."""
    seen = Counter()

    @settings(
        max_examples=examples,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
        deadline=None,
    )
    @given(strategy)
    def run(value):
        seen.update(note(value))
        if until is not None and until <= set(seen):
            raise EnoughError

    with suppress(EnoughError):
        run()
    return seen


@pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])
def test_every_member_of_every_class_is_given_and_left_out(model):
    optional = {name for name, info in model.model_fields.items() if not info.is_required()}
    expected = {f"with {name}" for name in model.model_fields}
    expected |= {f"without {name}" for name in optional}
    if issubclass(model, Extensible):
        expected |= {"with extension"}

    def note(plain):
        yield from (f"with {name}" for name in plain)
        yield from (f"without {name}" for name in optional - set(plain))
        if any(name.startswith("x-") for name in plain):
            yield "with extension"

    assert expected - set(collected(value_data(model), note, 250, until=expected)) == set()


FIELDS_OF_TERMS = [
    pytest.param(field, id=f"{model.__name__}.{field.name}")
    for model in MODELS
    for field in fields_of(model).values()
    if isinstance(field.content, Terms)
]


@pytest.mark.parametrize("field", FIELDS_OF_TERMS)
def test_a_field_gets_every_term_of_its_vocabulary(field):
    vocabulary = field.content.vocabulary
    expected = {term.value for term in vocabulary} | ({"x-"} if vocabulary.open else set())

    def kind_of_term(term):
        return ["x-" if term.startswith("x-") else term]

    assert set(collected(part_of(field).strategy, kind_of_term, 900)) == expected


def test_every_vocabulary_and_every_form_of_text_is_used_by_a_field():
    contents = [field.content for model in MODELS for field in fields_of(model).values()]
    used = {content.form.name for content in contents if isinstance(content, Text)}
    used |= {content.vocabulary.name for content in contents if isinstance(content, Terms)}
    known = {
        value.name
        for package in (model_package, vocabulary_package)
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Scalar | Vocabulary)
    }
    assert used == known - {"Timestamp", "PartialDate", "When", "Reference"}


def kinds_in(plain, path=()):
    """Yield what a brief holds: every member of every object, by its place without indices."""
    if isinstance(plain, dict):
        for name, inner in plain.items():
            if name.startswith("x-"):
                yield (*path, "x-")
                continue
            yield (*path, name)
            yield from kinds_in(inner, (*path, name))
            if name in {"kind", "type"} and path in {("actors",), ("sections", "content")}:
                yield (*path, inner)
    elif isinstance(plain, list):
        for item in plain:
            yield from kinds_in(item, path)


def test_briefs_reach_every_list_kind_of_actor_type_of_block_and_milestones():
    expected = {
        *((name,) for name in Brief.model_fields),
        *(
            ("actors", kind)
            for kind in ("person", "state", "organ", "organization", "group", "unnamed")
        ),
        *(
            ("sections", "content", block)
            for block in ("paragraph", "bullets", "numbered", "markdown")
        ),
        *(("treaties", "milestones", name) for name in ("id", "requires", "x-")),
        ("treaties", "id"),
        ("x-",),
    }
    seen = collected(brief_data(), lambda plain: set(kinds_in(plain)), 1_000, until=expected)
    assert expected - set(seen) == set()


def test_references_of_briefs_name_milestones_from_within_and_from_outside():
    def note(brief):
        for treaty in brief.treaties:
            for step in treaty.milestones:
                yield from ("outside" if "#" in name else "inside" for name in step.requires)
        named = [name for fact in (*brief.quotes, *brief.events) for name in fact.about]
        named += [name for act in brief.acts for name in act.in_response_to]
        yield from ("from elsewhere" for name in named if "#" in name)

    expected = {"outside", "inside", "from elsewhere"}
    assert set(collected(briefs(max_sections=0), note, 6_000, until=expected)) == expected


def test_texts_are_hostile():
    seen = collected(lines(), lambda text: [text], 2_500)
    assert {*TRAPS} - {*seen} == set()
    for char in "\u202e\u200d\xa0\x85\u2028\u0301\U0010ffffم":
        assert any(char in text for text in TRAPS)
    assert any(len(text) > 1_024 for text in LONG_TRAPS)


def forms_of_date(value):
    text = str(value)
    body = text.rstrip("?~%")
    qualifier = "?" if body != text else ""
    if text.startswith("["):
        yield "[..b]" if text[1] == "." else "[a..]" if text[-2] == "." else "[a..b]"
    else:
        yield f"{len(body) if len(body) <= 10 else 'time'}{qualifier}"
    if text[-1] in "?~%":
        yield text[-1]


def test_dates_have_all_forms():
    partial = {"4", "7", "10", "4?", "7?", "10?", "?", "~", "%", "[..b]", "[a..]", "[a..b]"}
    assert set(collected(partial_dates(), forms_of_date, 600)) == partial
    assert set(collected(whens(), forms_of_date, 800)) == partial | {"time"}


def depth_of(value):
    if isinstance(value, list | dict):
        inner = value.values() if isinstance(value, dict) else value
        return 1 + max(map(depth_of, inner), default=0)
    return 1


def test_extension_values_are_of_every_type_and_down_to_the_greatest_depth():
    def note(value):
        yield type(value).__name__
        yield depth_of(value)
        if isinstance(value, float) and value == 0 and math.copysign(1, value) < 0:
            yield "-0.0"

    expected = {"NoneType", "bool", "int", "float", "str", "list", "dict", 1, 2, 64, "-0.0"}
    seen = collected(extension_data(), note, 2_000, until=expected)
    assert expected - set(seen) == set()


@given(extension_data())
def test_extension_values_are_never_too_deep(value):
    assert depth_of(value) <= 64


@given(st.data(), st.sampled_from(MODELS))
def test_generated_data_are_valid(data, model):
    plain = data.draw(value_data(model))
    assert type(model.model_validate(plain)) is model


@given(briefs(max_facts=2, max_sections=1))
def test_briefs_keep_to_their_limits(brief):
    facts = (brief.actors, brief.quotes, brief.events, brief.treaties, brief.acts, brief.sources)
    assert sum(map(len, facts)) <= 2
    assert len(brief.sections) <= 1


@given(quotes(refer_to={"person": ["varga"], "event": ["call"], "milestone": ["lake#signed"]}))
def test_references_name_the_facts_that_are_given(quote):
    assert set(quote.speakers) <= {"varga"}
    assert set(quote.about) <= {"varga", "call", "lake#signed"}
    assert quote.event in {None, "call"}
    assert quote.cites == ()


@given(values(Treaty, refer_to={"milestone": ["signed"]}))
def test_members_that_could_name_nothing_are_left_out(treaty):
    assert treaty.parties == ()
    assert treaty.depositary is None


@given(st.data())
def test_a_form_without_a_strategy_of_its_own_is_generated_from_its_pattern(data):
    form = dataclasses.replace(ID, name="Odd", pattern="^[a-c][0-9]{2}$")
    assert data.draw(forms_of(form))[1:].isdigit()


@given(inline_text())
def test_inline_text_is_the_text_of_a_paragraph(text):
    block = {"type": "paragraph", "text": text}
    assert Section.model_validate({"kind": "lede", "content": [block]}).content[0].text == text


def test_the_public_strategies_are_documented():
    for name in testing.__all__:
        assert getattr(testing, name).__doc__
    assert list(testing.__all__) == sorted(testing.__all__)
