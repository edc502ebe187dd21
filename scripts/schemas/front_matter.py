"""The profile `frontmatter`: the YAML at the head of a brief in Markdown.

It is the schema of the brief without the narrative. It also accepts the short forms of the Markdown
reader, and values that YAML reads as a number or a list if the author omits the quotes. If other
tools own the front matter too, the brief is under the one key `diplobrief`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.formats.markdown.shared import KEY
from diplobrief.model import Brief
from diplobrief.model.fields import models_within
from scripts.schemas.references import definitions_reached, name_of

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

_TITLE: Final = "Front matter"
_DESCRIPTION: Final = (
    "The YAML at the head of a diplomatic brief in Markdown: its metadata and its facts. "
    "The narrative follows as the body of the file."
)
_UNQUOTED_TEXT: Final[JsonSchemaValue] = {"type": ["number", "boolean"]}
_UNQUOTED_DATE: Final[tuple[JsonSchemaValue, ...]] = (
    {"type": "integer", "minimum": 1, "maximum": 9999},
    {
        "type": "array",
        "items": {"type": "string", "pattern": r"^[0-9-]{0,10}\.\.[0-9-]{0,10}$"},
        "minItems": 1,
        "maxItems": 1,
    },
)
_UNQUOTED: Final[dict[str, tuple[JsonSchemaValue, ...]]] = {
    "Excerpt": (_UNQUOTED_TEXT,),
    "Id": ({"type": "integer", "minimum": 0}, {"type": "boolean"}),
    "Line": (_UNQUOTED_TEXT,),
    "PartialDate": _UNQUOTED_DATE,
    "Passage": (_UNQUOTED_TEXT,),
    "Reference": ({"type": "integer", "minimum": 0}, {"type": "boolean"}),
    "Title": (_UNQUOTED_TEXT,),
    "When": _UNQUOTED_DATE,
}
"""The values that YAML may read for a string of each type that has no quotes."""

_STRING_KEYWORDS: Final = ("type", "pattern", "not")


def front_matter_form(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of front matter.

    Args:
        schema: The full schema. It is changed.

    Returns:
        The same schema without the narrative, with the alternatives that YAML allows.
    """
    schema["description"] = _DESCRIPTION
    _remove_narrative(schema)
    version = schema["properties"]["schema_version"]
    version["enum"] = [version.pop("const"), 1.0]
    _add_short_forms(schema)
    _allow_unquoted_values(schema["$defs"])
    return _either_form(schema)


def _either_form(own: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of front matter that only has the brief, or also keys of other tools."""
    definitions = own.pop("$defs")
    examples = own["examples"]
    shared: JsonSchemaValue = {
        "title": "SharedFrontMatter",
        "description": "Front matter that other tools own too. Their keys may have any value.",
        "examples": [{"title": "Talks", KEY: example} for example in examples],
        "type": "object",
        "properties": {
            KEY: {
                "description": "The metadata and the facts of the brief.",
                "examples": examples,
                "allOf": [{"$ref": "#/$defs/FrontMatter"}],
            }
        },
        "required": [KEY],
    }
    return {
        "title": _TITLE,
        "description": _DESCRIPTION,
        "examples": examples,
        "if": {"properties": {KEY: True}, "required": [KEY]},
        "then": {"$ref": "#/$defs/SharedFrontMatter"},
        "else": {"$ref": "#/$defs/FrontMatter"},
        "$defs": {
            "FrontMatter": {**own, "title": "FrontMatter"},
            "SharedFrontMatter": shared,
            **definitions,
        },
    }


def _remove_narrative(schema: JsonSchemaValue) -> None:
    schema["required"] = [name for name in schema["required"] if name != "sections"]
    schema["examples"] = [
        {name: value for name, value in example.items() if name != "sections"}
        for example in schema["examples"]
    ]
    del schema["properties"]["sections"]
    definitions: dict[str, JsonSchemaValue] = schema["$defs"]
    for name in definitions.keys() - definitions_reached(schema, definitions):
        del definitions[name]


def _allow_unquoted_values(definitions: dict[str, JsonSchemaValue]) -> None:
    for name, values in _UNQUOTED.items():
        definition = definitions[name]
        keywords = [keyword for keyword in _STRING_KEYWORDS if keyword in definition]
        string = {keyword: definition.pop(keyword) for keyword in keywords}
        definition["anyOf"] = [string, *values]


def _add_short_forms(schema: JsonSchemaValue) -> None:
    forms = _short_forms(schema["$defs"])
    for definition in (schema, *schema["$defs"].values()):
        members = definition.get("properties", {})
        for name, member in members.items():
            members[name] = _with_short_form(member, forms)


@dataclass(frozen=True, slots=True)
class _ShortForm:
    """A short form of an object.

    Args:
        principal: The schema of the member whose value may replace the object.
        stands_alone: Whether that value may also replace a list with one such object.
    """

    principal: JsonSchemaValue
    stands_alone: bool


def _short_forms(definitions: dict[str, JsonSchemaValue]) -> dict[str, _ShortForm]:
    """Return the short form of each definition whose model has one."""
    forms: dict[str, _ShortForm] = {}
    for model in models_within(Brief):
        if model.PRINCIPAL is not None:
            properties = definitions[model.__name__]["properties"]
            (principal,) = properties[model.PRINCIPAL]["allOf"]
            forms[model.__name__] = _ShortForm(principal, model.STANDS_ALONE)
    return forms


def _with_short_form(member: JsonSchemaValue, forms: dict[str, _ShortForm]) -> JsonSchemaValue:
    item = member.get("items") or member.get("allOf", [{}])[0]
    form = forms.get(name_of(item))
    if form is None:
        return _with_only_item(member)
    annotations = {
        name: value for name, value in member.items() if name in {"description", "examples"}
    }
    branches = [form.principal, item]
    if "items" not in member:
        return {**annotations, "anyOf": branches}
    array = {"type": "array", "items": {"anyOf": branches}, "minItems": member["minItems"]}
    return {**annotations, "anyOf": [array, *branches]}


def _with_only_item(member: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a list that may be written as its only item."""
    if member.get("type") != "array":
        return member
    annotations = {
        name: value for name, value in member.items() if name in {"description", "examples"}
    }
    array = {name: value for name, value in member.items() if name not in annotations}
    return {**annotations, "anyOf": [array, member["items"]]}
