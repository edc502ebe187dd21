"""Generates a JSON Schema from the models, in forms that every tool supports.

The result differs from pydantic's own schema in these points:

- Every named type is a definition in `$defs`.
- A vocabulary is an `enum`, and its description lists the meanings of the terms. An open vocabulary
  is a union of an `enum` and the pattern of extension terms. So a wrong term causes few errors.
- A union is a `oneOf` of references, whose branches differ in a `const`. It has no `discriminator`.
- There are no defaults, and members have no titles, except the discriminators of unions: from
  `ActorKindPerson` and `ActorKindState`, type generators make the name `ActorKind`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue

from diplobrief.model.base import NonEmptyValue, Value
from diplobrief.model.fields import reference_rule
from diplobrief.model.scalars import NOT_ASCII, Scalar
from diplobrief.model.vocabulary.terms import EXTENSION_TERM_PATTERN, Vocabulary
from scripts.schemas.docstrings import (
    describe_alias,
    describe_members,
    example_of,
    prose,
)
from scripts.schemas.examples import add_examples
from scripts.schemas.references import name_of
from scripts.schemas.unions import union_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema, core_schema

    from diplobrief.model.references import RefersTo
    from diplobrief.model.vocabulary import Term

JsonSchemaPart: TypeAlias = JsonSchemaValue | list[Any] | str | float | bool | None
"""Any part of a JSON Schema."""


class GenerateBriefSchema(GenerateJsonSchema):
    """The generator for `pydantic.BaseModel.model_json_schema(schema_generator=…)`.

    Example:
        >>> from diplobrief.model import Share
        >>> schema = Share.model_json_schema(schema_generator=GenerateBriefSchema)
        >>> schema["properties"]["party"]["allOf"]
        [{'$ref': '#/$defs/Reference'}]
    """

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """Generate the schema of a model, with sorted definitions and with examples."""
        generated = super().generate(schema, mode)
        definitions = generated.pop("$defs", {})
        root: JsonSchemaValue = {**generated, "$defs": dict(sorted(definitions.items()))}
        _wrap_described_references(root)
        _name_discriminators(definitions)
        add_examples(root)
        return root

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order of the members in the model."""
        del parent_key
        return value

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Omit the default, because an omitted member has no value."""
        return self.generate_inner(schema["schema"])

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Return the single value without its type."""
        (value,) = schema["expected"]
        return {"const": value}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return a reference to the named type of the string."""
        metadata = schema.get("metadata") or {}
        if isinstance(scalar := metadata.get("scalar"), Scalar):
            return self._defined(scalar.name, lambda: _scalar_form(scalar))
        if isinstance(vocabulary := metadata.get("vocabulary"), Vocabulary):
            return self._defined(vocabulary.name, lambda: self._vocabulary_form(vocabulary))
        return super().str_schema(schema)

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Return a reference to the named union."""
        choices = schema["choices"]
        name = union_name(map(str, choices))
        return self._defined(
            name,
            lambda: {
                "title": name,
                "description": describe_alias("diplobrief.model", name),
                **_either([self.generate_inner(choice) for choice in choices.values()]),
            },
        )

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model with its description, members and required members."""
        model = cast("type[Value]", schema["cls"])
        generated = super().model_schema(schema)
        described: JsonSchemaValue = {
            "title": model.__name__,
            "description": prose(model.__doc__),
        }
        if (example := example_of(model)) is not None:
            described["examples"] = [example]
        descriptions = {
            name: _with_reference_rule(description, reference_rule(model, name))
            for name, description in describe_members(model).items()
        }
        described["type"] = "object"
        described["properties"] = {
            name: {"description": descriptions.get(name, ""), **_without_title(member)}
            for name, member in _discriminators_first(generated["properties"])
        }
        if "required" in generated:
            described["required"] = generated["required"]
        if issubclass(model, NonEmptyValue):
            described["minProperties"] = 1
        if model.ANY_OF:
            described["anyOf"] = [
                {"properties": {name: True}, "required": [name]} for name in model.ANY_OF
            ]
        if model.model_config.get("extra") == "allow":
            described["patternProperties"] = {"^x-": True}
        described["additionalProperties"] = False
        return described

    def _vocabulary_form(self, vocabulary: Vocabulary) -> JsonSchemaValue:
        terms: JsonSchemaValue = {"enum": [term.value for term in vocabulary]}
        if vocabulary.open:
            extension_term = self._defined("ExtensionTerm", _extension_term_form)
            terms = {"anyOf": [terms, extension_term]}
        meanings = (f"{term.value}: {definition(term)}" for term in vocabulary)
        return {
            "title": vocabulary.name,
            "description": "\n".join([_sentence(vocabulary.title), *meanings]),
            "examples": [vocabulary.terms[0].value],
            **terms,
        }

    def _defined(self, name: str, form: Callable[[], JsonSchemaValue]) -> JsonSchemaValue:
        """Return a reference to a definition, and create the definition if it is missing."""
        definition, reference = self.get_cache_defs_ref_schema(_core_reference(name))
        if definition not in self.definitions:
            self.definitions[definition] = form()
        return reference


def definition(term: Term) -> str:
    """Return the meaning of a term and the source of its definition."""
    return f"{term.meaning} ({term.source})" if term.source else term.meaning


def _with_reference_rule(description: str, rule: RefersTo | None) -> str:
    """Add the kinds of fact that a reference may name, which no keyword can express."""
    return description if rule is None else f"{description} Names {rule.what}."


def _scalar_form(scalar: Scalar) -> JsonSchemaValue:
    return {
        "title": scalar.name,
        "description": scalar.description,
        "examples": [*scalar.examples],
        **_string_form(scalar.pattern, scalar.forbidden),
    }


def _extension_term_form() -> JsonSchemaValue:
    return {
        "title": "ExtensionTerm",
        "description": "A term that no vocabulary of the format has: `x-` and a name.",
        "examples": ["x-desk_note"],
        **_string_form(f"^{EXTENSION_TERM_PATTERN}$", NOT_ASCII),
    }


def _string_form(pattern: str, forbidden: str) -> JsonSchemaValue:
    """Return the schema of a string.

    `forbidden` is needed because in Python, Perl, .NET and Java `$` also matches before a line end
    at the end of the string.
    """
    form: JsonSchemaValue = {"type": "string", "pattern": pattern}
    return {**form, "not": {"pattern": forbidden}} if forbidden else form


def _either(branches: list[JsonSchemaValue]) -> JsonSchemaValue:
    """Return a union. Branches without a name have no common values, so `anyOf` is enough."""
    return {"oneOf" if all("$ref" in branch for branch in branches) else "anyOf": branches}


def _core_reference(name: str) -> Any:
    return f"diplobrief.{name}:0"


def _wrap_described_references(schema: JsonSchemaPart) -> None:
    """Move each reference that has a description into an `allOf`.

    Some type generators create a new type for every reference with other keywords beside it.
    """
    if isinstance(schema, dict):
        if "$ref" in schema and len(schema) > 1:
            schema["allOf"] = [{"$ref": schema.pop("$ref")}]
        for value in schema.values():
            _wrap_described_references(value)
    elif isinstance(schema, list):
        for value in schema:
            _wrap_described_references(value)


def _name_discriminators(definitions: dict[str, JsonSchemaValue]) -> None:
    """Give the member by which the branches of a union differ a title in each of them."""
    for union, form in definitions.items():
        for branch in map(name_of, form.get("oneOf", ())):
            members = definitions[branch]["properties"]
            name, member = next(iter(members.items()))
            members[name] = {"title": f"{union}{name.capitalize()}{branch}", **member}


def _discriminators_first(
    members: dict[str, JsonSchemaValue],
) -> list[tuple[str, JsonSchemaValue]]:
    """Return the members with the discriminator first, on which the other members depend.

    Language models write the members in the order of the schema.
    """
    return sorted(members.items(), key=lambda member: not isinstance(member[1].get("const"), str))


def _without_title(member: JsonSchemaValue) -> JsonSchemaValue:
    return {key: value for key, value in member.items() if key != "title"}


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
