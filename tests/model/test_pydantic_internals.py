"""What the library relies on that pydantic does not document.

Each test shows one assumption on plain classes. If one fails after an upgrade of pydantic, change
the module that its docstring names; the failures of other tests are then a consequence.
"""

from __future__ import annotations

from types import MethodType
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic import model_validator as validator
from pydantic_core import SchemaValidator, core_schema

SEEN: dict[str, Any] = {}


class Seen:
    """Notes the core schema of what it annotates."""

    def __get_pydantic_core_schema__(self, source, handler):
        SEEN["schema"] = handler(source)
        return SEEN["schema"]


def core_schema_of(annotation):
    TypeAdapter(Annotated[annotation, Seen()])
    return SEEN["schema"]


def test_an_optional_type_is_a_nullable_schema_around_the_type():
    """`model.base` unwraps it for members that may be absent, but not null."""
    schema = core_schema_of(str | None)
    assert (schema["type"], schema["schema"]["type"]) == ("nullable", "str")


def test_a_tuple_of_any_length_is_a_schema_with_one_variadic_item():
    """`model.base` adds the least length to it."""
    schema = core_schema_of(tuple[int, ...])
    assert (schema["type"], schema["variadic_item_index"]) == ("tuple", 0)
    assert [item["type"] for item in schema["items_schema"]] == ["int"]


def test_a_bound_builtin_may_be_a_validator_function():
    """`model.dates` makes values with `str.__new__`, bound to the class, without Python code."""

    class Date(str):
        __slots__ = ()

    schema = core_schema.no_info_after_validator_function(
        MethodType(str.__new__, Date), core_schema.str_schema()
    )
    assert type(SchemaValidator(schema).validate_python("2025")) is Date


def test_the_order_of_fields_may_be_changed_until_a_class_is_built():
    """`model.facts` lets the members of a fact precede those that all facts have."""

    class Base(BaseModel):
        model_config = ConfigDict(defer_build=True)
        last: int = 0

        @classmethod
        def __pydantic_init_subclass__(cls, **_kwargs):
            cls.__pydantic_fields__["last"] = cls.__pydantic_fields__.pop("last")

    class Fact(Base):
        first: int = 0

    assert [*Fact().model_dump()] == ["first", "last"]
    assert [*Fact.model_json_schema()["properties"]] == ["first", "last"]
    with pytest.raises(ValidationError) as caught:
        Fact.model_validate({"last": "x", "first": "x"})
    assert [error["loc"] for error in caught.value.errors()] == [("first",), ("last",)]


def test_the_type_of_extra_members_and_of_their_names_is_that_of_pydantic_extra():
    """`model.base` gives extension members a type, and a form for their names."""

    class Extensible(BaseModel):
        model_config = ConfigDict(extra="allow")
        __pydantic_extra__: dict[Annotated[str, StringConstraints(pattern="^x-")], int] = Field(
            init=False
        )

    assert Extensible.model_validate({"x-a": 1}).__pydantic_extra__ == {"x-a": 1}
    for members in ({"a": 1}, {"x-a": "b"}):
        with pytest.raises(ValidationError):
            Extensible.model_validate(members)


def test_a_validator_of_the_whole_may_drop_an_extra_member():
    """`model.brief` drops `$schema`."""

    class Document(BaseModel):
        model_config = ConfigDict(extra="allow", frozen=True)

        @validator(mode="after")
        def _drop(self):
            self.__pydantic_extra__.pop("$schema", None)
            self.__pydantic_fields_set__.discard("$schema")
            return self

    document = Document.model_validate({"$schema": "any", "a": 1})
    assert document == Document.model_validate({"a": 1})
    assert document.model_dump_json() == '{"a":1}'


def test_the_dictionary_of_a_value_has_all_fields_in_their_order():
    """`model.base` compares and hashes it."""

    class Value(BaseModel):
        first: int
        second: int = 2

    assert [*Value.model_validate({"second": 3, "first": 1}).__dict__] == ["first", "second"]
    assert [*Value(first=1).__dict__.values()] == [1, 2]
    assert Value(first=1).__pydantic_fields_set__ == {"first"}


def test_building_may_be_deferred_for_a_class_but_not_for_its_adapter():
    """`model.base` changes the setting after the class is defined, so that imports are fast."""

    class Value(BaseModel):
        model_config = ConfigDict(defer_build=True)
        number: int

    assert not Value.__pydantic_complete__
    Value.model_config["defer_build"] = False
    assert TypeAdapter(Value).pydantic_complete
    assert Value.model_validate({"number": 1}).__pydantic_complete__


def test_the_json_parser_keeps_the_last_of_two_members_with_one_name():
    """`formats.json` counts members to notice the other one."""

    class Value(BaseModel):
        number: int

    assert Value.model_validate_json('{"number": 1, "number": 2}').number == 2


def test_a_union_with_a_tag_reports_the_tag_in_the_path():
    """`diagnostics.validation` removes it from the path."""

    class One(BaseModel):
        kind: Literal["one"]
        number: int

    class Two(BaseModel):
        kind: Literal["two"]

    adapter = TypeAdapter(list[Annotated[One | Two, Field(discriminator="kind")]])
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python([{"kind": "one"}])
    assert [error["loc"] for error in caught.value.errors()] == [(0, "one", "number")]
