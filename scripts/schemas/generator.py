"""How the core schema of the models is said in JSON Schema, in forms that every tool reads.

Against what pydantic writes by itself: the types that have a name stand once in `$defs`, and
open vocabularies list their terms; a union is a `oneOf` of references whose branches differ in
a `const`, with no `discriminator`; nothing has a default, and members no title of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue

from diplobrief.model.base import NonEmptyValue, Value
from diplobrief.model.places import reference_rule
from diplobrief.model.scalars import NOT_ASCII, Scalar
from diplobrief.model.vocabulary.terms import EXTENSION_TERM_PATTERN, Vocabulary
from scripts.schemas.docstrings import (
    describe_alias,
    describe_members,
    example_of,
    prose,
)
from scripts.schemas.examples import give_examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema, core_schema

    from diplobrief.model.references import RefersTo

JsonSchemaPart: TypeAlias = JsonSchemaValue | list[Any] | str | float | bool | None
"""Any part of a JSON Schema."""

_UNIONS: Final = {
    frozenset({"person", "state", "organ", "organization", "group", "unnamed"}): (
        "diplobrief.model.actors",
        "Actor",
    ),
    frozenset({"number", "actors"}): ("diplobrief.model.acts", "Voters"),
    frozenset({"paragraph", "bullets", "numbered", "markdown"}): (
        "diplobrief.model.narrative",
        "Block",
    ),
}
"""The module and the name of each union, by its tags."""


class GenerateBriefSchema(GenerateJsonSchema):
    """The generator for `pydantic.BaseModel.model_json_schema(schema_generator=…)`.

    Example:
        >>> from diplobrief.model import Share
        >>> schema = Share.model_json_schema(schema_generator=GenerateBriefSchema)
        >>> schema["properties"]["party"]["allOf"]
        [{'$ref': '#/$defs/Reference'}]
    """

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """Generate the schema of a model, with its definitions by name and then examples."""
        generated = super().generate(schema, mode)
        definitions = generated.pop("$defs", {})
        root: JsonSchemaValue = {**generated, "$defs": dict(sorted(definitions.items()))}
        _wrap_described_references(root)
        give_examples(root)
        return root

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order: that of the members in the files."""
        del parent_key
        return value

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Say no default: an absent member is absent."""
        return self.generate_inner(schema["schema"])

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Say the one value, without its type."""
        (value,) = schema["expected"]
        return {"const": value}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Refer to the string's type by its name."""
        metadata = schema.get("metadata") or {}
        if isinstance(scalar := metadata.get("scalar"), Scalar):
            return self._defined(scalar.name, lambda: _scalar_form(scalar))
        if isinstance(vocabulary := metadata.get("vocabulary"), Vocabulary):
            return self._defined(vocabulary.name, lambda: self._vocabulary_form(vocabulary))
        return super().str_schema(schema)

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Refer to the union by its name."""
        choices = schema["choices"]
        module, name = _UNIONS[frozenset(map(str, choices))]
        return self._defined(
            name,
            lambda: {
                "title": name,
                "description": describe_alias(module, name),
                **_either([self.generate_inner(choice) for choice in choices.values()]),
            },
        )

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe a model: itself, its members, and which of them it needs."""
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
            for name, member in generated["properties"].items()
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
        branches: list[JsonSchemaValue] = [
            {"const": term.value, "description": _definition(term.meaning, term.source)}
            for term in vocabulary.terms
        ]
        if vocabulary.open:
            branches.append(self._defined("ExtensionTerm", _extension_term_form))
        return {
            "title": vocabulary.name,
            "description": _sentence(vocabulary.title),
            "examples": [vocabulary.terms[0].value],
            "anyOf": branches,
        }

    def _defined(self, name: str, form: Callable[[], JsonSchemaValue]) -> JsonSchemaValue:
        """Return a reference to a definition, which is made where it is not there yet."""
        definition, reference = self.get_cache_defs_ref_schema(_core_reference(name))
        if definition not in self.definitions:
            self.definitions[definition] = form()
        return reference


def _with_reference_rule(description: str, rule: RefersTo | None) -> str:
    """Return a description that also says what may be named: no keyword of a schema can."""
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
        "description": "A term that is in no vocabulary of the format: `x-` and a name.",
        "examples": ["x-desk_note"],
        **_string_form(f"^{EXTENSION_TERM_PATTERN}$", NOT_ASCII),
    }


def _string_form(pattern: str, forbidden: str) -> JsonSchemaValue:
    """Return the schema of a string, with the hole closed that `$` leaves in some engines.

    In Python, Perl, .NET and Java it also matches before a final line end.
    """
    form: JsonSchemaValue = {"type": "string", "pattern": pattern}
    return {**form, "not": {"pattern": forbidden}} if forbidden else form


def _either(branches: list[JsonSchemaValue]) -> JsonSchemaValue:
    """Return the union of types with a name, or of types that no value shares."""
    return {"oneOf" if all("$ref" in branch for branch in branches) else "anyOf": branches}


def _core_reference(name: str) -> Any:
    return f"diplobrief.{name}:0"


def _wrap_described_references(schema: JsonSchemaPart) -> None:
    """Put a reference that has a description beside it into an `allOf`.

    Some generators of types make a new type of every reference with siblings.
    """
    if isinstance(schema, dict):
        if "$ref" in schema and len(schema) > 1:
            schema["allOf"] = [{"$ref": schema.pop("$ref")}]
        for value in schema.values():
            _wrap_described_references(value)
    elif isinstance(schema, list):
        for value in schema:
            _wrap_described_references(value)


def _without_title(member: JsonSchemaValue) -> JsonSchemaValue:
    return {key: value for key, value in member.items() if key != "title"}


def _definition(meaning: str, source: str) -> str:
    return f"{meaning} ({source})" if source else meaning


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
