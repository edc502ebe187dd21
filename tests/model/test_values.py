"""What every class of the model is: an immutable, hashable value that loses nothing in JSON."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from datetime import UTC

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import diplobrief.model as model_package
from diplobrief.model import (
    SCHEMA_VERSION,
    Act,
    Actor,
    Block,
    Brief,
    Bullets,
    Dateline,
    Event,
    Fact,
    Handling,
    Markdown,
    Milestone,
    Numbered,
    Paragraph,
    PartialDate,
    Person,
    Quote,
    Section,
    Source,
    State,
    Timestamp,
    Treaty,
    Unnamed,
    When,
)
from diplobrief.model.base import Extensible, NonEmptyValue, Value
from diplobrief.testing import actors, blocks, brief_data, briefs, model_classes, value_data, values

MODELS = model_classes()

every_model = pytest.mark.parametrize("model", MODELS, ids=[model.__name__ for model in MODELS])
few_examples = settings(
    max_examples=max(12, min(500, settings.default.max_examples // 8)),
    suppress_health_check=[HealthCheck.too_slow],
)


def dumped(value):
    return json.loads(value.model_dump_json(exclude_defaults=True))


def in_order(value):
    """Return JSON data in a form that `==` compares with the order of members."""
    if isinstance(value, dict):
        return [(name, in_order(inner)) for name, inner in value.items()]
    return [in_order(item) for item in value] if isinstance(value, list) else value


def test_every_class_of_the_model_is_public():
    public = {
        name for name in model_package.__all__ if isinstance(getattr(model_package, name), type)
    }
    assert {model.__name__ for model in MODELS} <= public
    assert set(model_package.__all__) <= set(dir(model_package))


@every_model
@few_examples
@given(data=st.data())
def test_a_value_is_its_json_data(model, data):
    plain = data.draw(value_data(model))
    value = model.model_validate(plain)
    assert dumped(value) == plain
    assert value.model_dump(mode="json", exclude_defaults=True) == plain
    assert model.model_validate_json(json.dumps(plain)) == value
    assert model.model_validate_json(value.model_dump_json(exclude_defaults=True)) == value


@every_model
@few_examples
@given(data=st.data())
def test_equal_values_have_equal_hashes_and_one_member_makes_the_difference(model, data):
    one, other = data.draw(value_data(model)), data.draw(value_data(model))
    first, second, again = (model.model_validate(copy.deepcopy(d)) for d in (one, other, one))
    assert first == again
    assert hash(first) == hash(again)
    assert (first == second) is not (first != second)
    if first == second:
        assert hash(first) == hash(second)
    else:
        assert dumped(first) != dumped(second) or json.dumps(one) != json.dumps(other)


@every_model
@few_examples
@given(data=st.data())
def test_a_value_can_be_copied_and_pickled(model, data):
    value = data.draw(values(model))
    for again in (
        copy.copy(value),
        copy.deepcopy(value),
        value.model_copy(),
        value.model_copy(deep=True),
        value.replace(),
        pickle.loads(pickle.dumps(value)),
        model.model_validate(value),
        model.model_validate(value.model_dump(exclude_defaults=True)),
    ):
        assert again == value
        assert type(again) is model
        assert hash(again) == hash(value)
        assert again.model_dump_json(exclude_defaults=True) == value.model_dump_json(
            exclude_defaults=True
        )


@every_model
@few_examples
@given(data=st.data())
def test_a_value_cannot_be_changed(model, data):
    value = data.draw(values(model))
    before = hash(value)
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(value, name, getattr(value, name))
        with pytest.raises(ValidationError, match="frozen"):
            delattr(value, name)
    with pytest.raises(ValidationError, match="frozen"):
        value.unknown = 1
    assert hash(value) == before


@every_model
@few_examples
@given(data=st.data())
def test_members_come_out_in_the_order_of_the_model(model, data):
    plain = data.draw(value_data(model))
    members = list(plain.items())
    shuffled = dict(data.draw(st.permutations([m for m in members if not m[0].startswith("x-")])))
    shuffled.update(m for m in members if m[0].startswith("x-"))
    assert in_order(dumped(model.model_validate(shuffled))) == in_order(plain)


@every_model
@few_examples
@given(data=st.data())
def test_a_copy_with_a_member_taken_away_is_as_if_it_had_never_been_given(model, data):
    plain = data.draw(value_data(model))
    value = model.model_validate(plain)
    for name, info in model.model_fields.items():
        if info.is_required() or name not in plain:
            continue
        rest = {other: inner for other, inner in plain.items() if other != name}
        try:
            expected = model.model_validate(rest)
        except ValidationError:
            with pytest.raises(ValidationError):
                value.replace(**{name: info.default})
        else:
            for nothing in (info.default, None, ()):
                if nothing is None or nothing == info.default:
                    assert value.replace(**{name: nothing}) == expected


@every_model
def test_a_changed_copy_is_validated(model):
    members = [name for name in model.model_fields if name not in {"shares", "sections"}]

    class Odd:
        pass

    @few_examples
    @given(values(model))
    def holds(value):
        for name in members:
            with pytest.raises(ValidationError):
                value.replace(**{name: Odd()})
            with pytest.raises(ValidationError):
                value.model_copy(update={name: Odd()})
        with pytest.raises(ValidationError):
            value.replace(unknown=1)

    holds()


@every_model
def test_a_required_member_is_required(model):
    required = [name for name, info in model.model_fields.items() if info.is_required()]

    @few_examples
    @given(value_data(model))
    def holds(plain):
        for name in required:
            rest = {other: inner for other, inner in plain.items() if other != name}
            with pytest.raises(ValidationError) as caught:
                model.model_validate(rest)
            assert [(e["type"], e["loc"]) for e in caught.value.errors()] == [("missing", (name,))]

    holds()


@every_model
def test_every_optional_member_is_absent_by_default(model):
    for info in model.model_fields.values():
        assert info.is_required() or info.default in (None, ())
        assert info.default_factory is None
        assert info.alias is None


@every_model
def test_every_class_and_member_says_what_it_is(model):
    assert model.__doc__
    assert "Example:" in model.__doc__
    assert model.model_config["frozen"] is True


@pytest.mark.parametrize("model", [m for m in MODELS if issubclass(m, NonEmptyValue)])
def test_an_object_of_optional_members_has_at_least_one(model):
    with pytest.raises(ValidationError) as caught:
        model.model_validate({})
    (error,) = caught.value.errors()
    assert error["type"] == "missing_any"
    assert error["ctx"] == {"members": ", ".join(model.model_fields)}


def test_sources_and_sections_have_one_of_their_names():
    for model, members in ((Source, "title, publisher, authors, url"), (Section, "kind, heading")):
        plain = {"id": "s"} if model is Source else {"content": []}
        with pytest.raises(ValidationError) as caught:
            model.model_validate(plain)
        assert caught.value.errors()[0]["ctx"] == {"members": members}


def test_a_brief_and_every_fact_take_extension_members_and_nothing_else_does():
    extensible = {model for model in MODELS if issubclass(model, Extensible)}
    assert extensible == {Brief, *(model for model in MODELS if issubclass(model, Fact))}
    for model in MODELS:
        with pytest.raises(ValidationError) as caught:
            model.model_validate({"x-a": 1})
        refused = any(error["type"] == "extra_forbidden" for error in caught.value.errors())
        assert refused is (model not in extensible)


@pytest.mark.parametrize("model", [m for m in MODELS if issubclass(m, Fact)])
def test_what_all_facts_share_comes_last(model):
    shared = ["evidence", "cites", "provenance", "ignore", "note"]
    assert list(model.model_fields)[-5:] == shared


@given(brief_data())
def test_a_brief_is_its_json_data_member_for_member_and_in_order(plain):
    brief = Brief.model_validate_json(json.dumps(plain))
    assert in_order(dumped(brief)) == in_order(plain)
    assert brief == Brief.model_validate(plain)
    assert hash(brief) == hash(Brief.model_validate(plain))


@given(briefs())
def test_a_brief_is_the_same_after_json(brief):
    assert Brief.model_validate_json(brief.model_dump_json(exclude_defaults=True)) == brief


@given(actors())
def test_an_actor_is_recognized_by_its_kind(actor):
    again = TypeAdapter(Actor).validate_json(actor.model_dump_json(exclude_defaults=True))
    assert again == actor
    assert type(again) is type(actor)
    assert type(actor).__name__.lower() == actor.kind


@given(blocks())
def test_a_block_is_recognized_by_its_type(block):
    again = TypeAdapter(Block).validate_json(block.model_dump_json(exclude_defaults=True))
    assert again == block
    assert (
        type(again)
        is {"paragraph": Paragraph, "bullets": Bullets, "numbered": Numbered, "markdown": Markdown}[
            block.type
        ]
    )


@pytest.mark.parametrize(
    "wrong", [{}, {"kind": "State"}, {"kind": None}, {"kind": "x-a"}, {"kind": 1}]
)
def test_another_kind_of_actor_is_refused_at_its_kind(wrong):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Actor).validate_python({"id": "a", "name": "A", **wrong})
    (error,) = caught.value.errors()
    assert error["type"] in {"union_tag_invalid", "union_tag_not_found"}


def test_a_member_of_another_kind_of_actor_is_refused():
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Actor).validate_python({"id": "a", "kind": "state", "name": "A", "office": "B"})
    assert [error["type"] for error in caught.value.errors()] == ["extra_forbidden"]


def test_values_of_different_classes_are_never_equal():
    person = Person(id="a", kind="person", name="A")
    assert person != State(id="a", kind="state", name="A")
    assert person != person.model_dump()
    assert Dateline(place="A") != Handling(marking="A")
    assert Value.__eq__(person, 1) is NotImplemented


BRIEF = Brief.model_validate(
    {
        "schema_version": SCHEMA_VERSION,
        "published": "2026-03-04",
        "actors": [
            {"id": "n", "kind": "state", "name": "N"},
            {"id": "p", "kind": "person", "name": "P"},
        ],
        "quotes": [
            {"speakers": ["p", "n"], "mode": "direct", "text": "One."},
            {"speakers": ["n"], "mode": "indirect", "text": "two"},
        ],
        "events": [{"kind": "call"}, {"id": "e", "kind": "call"}],
        "treaties": [
            {
                "id": "t",
                "title": "T",
                "kind": "treaty",
                "milestones": [
                    {"kind": "adoption", "status": "completed"},
                    {"id": "m", "kind": "signature", "status": "completed"},
                ],
            }
        ],
        "sources": [{"id": "s", "title": "S"}],
        "sections": [],
    }
)


def test_facts_are_found_by_their_ids():
    assert BRIEF.actor("n") is BRIEF.actors[0]
    assert BRIEF.event("e") is BRIEF.events[1]
    assert BRIEF.treaty("t") is BRIEF.treaties[0]
    assert BRIEF.source("s") is BRIEF.sources[0]
    assert BRIEF.treaty("t").milestone("m") is BRIEF.treaties[0].milestones[1]
    for find in (BRIEF.actor, BRIEF.event, BRIEF.treaty, BRIEF.source, BRIEF.treaty("t").milestone):
        with pytest.raises(KeyError, match="nobody"):
            find("nobody")


def test_quotes_acts_and_milestones_are_found_by_their_ids():
    quote = Quote(id="q", speakers=("n",), mode="direct", text="One.")
    brief = BRIEF.replace(quotes=[quote], acts=[Act(id="a", kind="law")])
    assert brief.quote("q") is brief.quotes[0]
    assert brief.act("a") is brief.acts[0]
    assert brief.milestone("t#m") is brief.treaties[0].milestones[1]


@pytest.mark.parametrize(
    ("find", "message"),
    [
        (lambda: BRIEF.actor("m"), "no actor 'm'; this brief has: n, p"),
        (lambda: BRIEF.act("m"), "no act 'm'; this brief has none with an id"),
        (lambda: BRIEF.quote("q"), "no quote 'q'; this brief has none with an id"),
        (lambda: BRIEF.milestone("lake#m"), "no treaty 'lake'; this brief has: t"),
        (lambda: BRIEF.milestone("t#n"), "no milestone 'n'; the treaty t has: m"),
        (lambda: BRIEF.milestone("t"), "no milestone ''; the treaty t has: m"),
    ],
)
def test_a_look_up_of_an_unknown_id_says_which_ids_exist(find, message):
    with pytest.raises(KeyError) as caught:
        find()
    assert str(caught.value) == message


@given(briefs(max_facts=20), st.text())
def test_the_message_of_a_failed_look_up_is_short(brief, id):
    if any(actor.id == id for actor in brief.actors):
        return
    with pytest.raises(KeyError) as caught:
        brief.actor(id)
    assert len(str(caught.value)) < 1_200


@every_model
@few_examples
@given(data=st.data())
def test_the_representation_is_one_line_of_limited_length(model, data):
    value = data.draw(values(model))
    assert repr(value) == str(value)
    assert len(repr(value).splitlines()) == 1
    assert len(repr(value)) < 1_000


def test_the_representation_of_a_brief_counts_its_facts():
    assert repr(BRIEF.replace(id="b", title="Talks")) == (
        "Brief(id='b', title='Talks', 2 actors, 2 quotes, 2 events, 1 treaty, 1 source)"
    )


CONSTANTS = [(m, name) for m in MODELS for name in m.CONSTANTS]


@pytest.mark.parametrize(("model", "name"), CONSTANTS, ids=[m.__name__ for m, _ in CONSTANTS])
@few_examples
@given(data=st.data())
def test_a_constant_may_be_omitted_in_a_constructor_and_only_there(model, name, data):
    plain = data.draw(value_data(model))
    rest = {other: member for other, member in plain.items() if other != name}
    assert model(**rest) == model.model_validate(plain)
    assert model(**rest).model_dump()[name] == plain[name]
    for validate in (
        model.model_validate,
        lambda rest: model.model_validate_json(json.dumps(rest)),
    ):
        with pytest.raises(ValidationError) as caught:
            validate(rest)
        assert [(e["type"], e["loc"]) for e in caught.value.errors()] == [("missing", (name,))]


def test_constructors_show_their_arguments():
    State(id="a", name="A")
    assert [*inspect.signature(State).parameters][:4] == ["id", "kind", "name", "country"]


@given(st.dates(), st.datetimes(timezones=st.just(UTC)))
def test_dates_of_python_are_accepted_for_dates(day, moment):
    assert PartialDate(day) == day.isoformat()
    milestone = Milestone(kind="signature", status="completed", date=day)
    assert milestone == Milestone(kind="signature", status="completed", date=day.isoformat())
    assert type(milestone.date) is PartialDate
    assert Event(kind="call", start=moment).start.instant == moment
    assert When(moment).instant == Timestamp(moment).instant == moment


@given(st.datetimes())
def test_a_moment_without_an_offset_is_neither_a_date_nor_a_timestamp(moment):
    for refuse in (PartialDate, Timestamp):
        with pytest.raises(ValueError, match="is not a valid"):
            refuse(moment)
    with pytest.raises(ValidationError):
        Handling(embargo_until=moment)


@given(st.datetimes())
def test_a_moment_without_an_offset_is_local_time(moment):
    event = Event(kind="call", start=moment)
    assert event.start == When(moment) == moment.isoformat()
    assert event.start.earliest == moment.date()


def test_statements_are_found_by_actor_or_id():
    first, second = BRIEF.quotes
    assert BRIEF.quotes_by("n") == (first, second)
    assert BRIEF.quotes_by(BRIEF.actor("p")) == (first,)
    assert BRIEF.quotes_by("nobody") == ()


def test_the_day_of_a_brief_is_its_update_else_its_publication_else_its_dateline():
    bare = BRIEF.replace(published=None)
    dated = bare.replace(dateline={"place": "X", "date": "2026-03-01"})
    assert bare.day is None
    assert bare.replace(dateline={"place": "X"}).day is None
    assert dated.day == "2026-03-01"
    assert dated.replace(published="2026-03-02").day == "2026-03-02"
    assert dated.replace(published="2026-03-02", updated="2026-03-03").day == "2026-03-03"


@pytest.mark.parametrize("version", ["1", "1.1", "2.0", 1.0, 1, None, "1.0 "])
def test_only_the_version_of_this_format_is_a_version(version):
    with pytest.raises(ValidationError):
        Brief.model_validate({"schema_version": version, "sections": []})


def test_only_sections_and_content_may_be_empty():
    assert dumped(Brief(schema_version="1.0", sections=())) == {
        "schema_version": "1.0",
        "sections": [],
    }
    assert dumped(Section(kind="lede", content=())) == {"kind": "lede", "content": []}


@pytest.mark.parametrize(
    ("model", "member"),
    [
        (Quote, "text"),
        (Event, "title"),
        (Milestone, "place"),
        (Treaty, "title"),
        (Unnamed, "description"),
    ],
)
@pytest.mark.parametrize(
    "text", ["", " a", "a ", "a\tb\x00", "\n", "a\r", "\ud800", "\x7f", 1, None]
)
def test_text_of_facts_has_no_blank_ends_and_no_controls(model, member, text):
    with pytest.raises(ValidationError) as caught:
        model.model_validate({member: text})
    assert (member,) in {error["loc"] for error in caught.value.errors()}


def test_a_replacement_may_give_extension_members_too():
    desk = BRIEF.replace(**{"x-desk": {"a": [None]}})
    assert desk.extensions == {"x-desk": {"a": (None,)}} or dumped(desk)["x-desk"] == {"a": [None]}
    assert desk.replace(title="T").extensions == desk.extensions
    assert desk != BRIEF
