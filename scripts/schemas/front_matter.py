"""The profile for editors: the YAML at the head of a brief in Markdown.

It is the brief without its narrative, and takes what the Markdown reader takes beside it: short
forms, and text that YAML sees as a number or a list where the author left the quotes away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import diplobrief.model
from diplobrief.model.base import Value
from scripts.schemas.references import definitions_reached, name_of

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

_TITLE: Final = "Front matter"
_DESCRIPTION: Final = (
    "The YAML at the head of a diplomatic brief in Markdown: its metadata and its facts. "
    "The narrative follows it as the body."
)
_ANY_WORD: Final[JsonSchemaValue] = {"type": ["number", "boolean"]}
_DATE_WITHOUT_QUOTES: Final[tuple[JsonSchemaValue, ...]] = (
    {"type": "integer", "minimum": 1, "maximum": 9999},
    {
        "type": "array",
        "items": {"type": "string", "pattern": r"^[0-9-]{0,10}\.\.[0-9-]{0,10}$"},
        "minItems": 1,
        "maxItems": 1,
    },
)
_WITHOUT_QUOTES: Final[dict[str, tuple[JsonSchemaValue, ...]]] = {
    "Excerpt": (_ANY_WORD,),
    "Id": ({"type": "integer", "minimum": 0}, {"type": "boolean"}),
    "Line": (_ANY_WORD,),
    "PartialDate": _DATE_WITHOUT_QUOTES,
    "Passage": (_ANY_WORD,),
    "Reference": ({"type": "integer", "minimum": 0}, {"type": "boolean"}),
    "Title": (_ANY_WORD,),
    "When": _DATE_WITHOUT_QUOTES,
}
"""What YAML may see where a string of that type stands without quotes."""

_STRING_KEYWORDS: Final = ("type", "pattern", "not")


def front_matter_form(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of front matter.

    Args:
        schema: The full schema; it is changed.

    Returns:
        The same schema without the narrative, and with what YAML may say otherwise.
    """
    schema["title"] = _TITLE
    schema["description"] = _DESCRIPTION
    schema["required"] = [name for name in schema["required"] if name != "sections"]
    schema["examples"] = [
        {name: value for name, value in example.items() if name != "sections"}
        for example in schema["examples"]
    ]
    del schema["properties"]["sections"]
    version = schema["properties"]["schema_version"]
    version["enum"] = [version.pop("const"), 1.0]
    definitions: dict[str, JsonSchemaValue] = schema["$defs"]
    for name in definitions.keys() - definitions_reached(schema, definitions):
        del definitions[name]
    short = _short_forms(definitions)
    for definition in (schema, *definitions.values()):
        members = definition.get("properties", {})
        for name, member in members.items():
            members[name] = _with_short_form(member, short)
    for name, forms in _WITHOUT_QUOTES.items():
        definition = definitions[name]
        said = [keyword for keyword in _STRING_KEYWORDS if keyword in definition]
        text = {keyword: definition.pop(keyword) for keyword in said}
        definition["anyOf"] = [text, *forms]
    return schema


@dataclass(frozen=True, slots=True)
class _ShortForm:
    """The member that stands for a whole object, and whether it also stands for a list of one."""

    principal: JsonSchemaValue
    stands_alone: bool


def _short_forms(definitions: dict[str, JsonSchemaValue]) -> dict[str, _ShortForm]:
    """Return the short form of each definition whose model has one, as the models say."""
    found: dict[str, _ShortForm] = {}
    for name in definitions:
        model: object = getattr(diplobrief.model, name, None)
        if isinstance(model, type) and issubclass(model, Value) and model.PRINCIPAL is not None:
            (principal,) = definitions[name]["properties"][model.PRINCIPAL]["allOf"]
            found[name] = _ShortForm(principal, model.STANDS_ALONE)
    return found


def _with_short_form(member: JsonSchemaValue, short: dict[str, _ShortForm]) -> JsonSchemaValue:
    whole = member.get("items", {})
    form = short.get(name_of(whole))
    if form is None:
        return member
    about = {name: member[name] for name in ("description", "examples")}
    either = [form.principal, whole]
    items = {"type": "array", "items": {"anyOf": either}, "minItems": member["minItems"]}
    return {**about, "anyOf": [items, *either]} if form.stands_alone else {**about, **items}
