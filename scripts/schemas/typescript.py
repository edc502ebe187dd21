"""TypeScript declarations of a brief, generated from its JSON Schema.

The branches of a union differ in a member with a literal type. An open vocabulary is a union of
its terms and `x-${string}`. Extension members have an index signature. Comments list the
constraints that TypeScript cannot express, such as patterns and bounds.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from scripts.schemas.references import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.json_schema import JsonSchemaValue

_HEAD: Final = (
    "// The types of a diplomatic brief.\n"
    "// Generated from the models by `make schemas`; do not edit.\n"
)
_EXTENSION_TERM: Final = "ExtensionTerm"
_EXTENSION_MEMBERS: Final = (
    "/** An extension member: any JSON value. */",
    "readonly [extension: `x-${string}`]: JsonValue;",
)
_JSON_VALUE: Final = (
    "/** Any JSON value. */\n"
    "export type JsonValue =\n"
    "  | string\n"
    "  | number\n"
    "  | boolean\n"
    "  | null\n"
    "  | readonly JsonValue[]\n"
    "  | { readonly [name: string]: JsonValue };\n"
)
_SCALARS: Final = {"string": "string", "integer": "number", "number": "number"}
_IDENTIFIER: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_WIDTH: Final = 100

_Lines: TypeAlias = "Iterator[str]"


def declarations(schema: JsonSchemaValue) -> str:
    r"""Return the declarations of a schema and its definitions.

    Args:
        schema: The full schema of a brief.

    Example:
        >>> length = {"title": "Length", "description": "In metres.", "type": "integer"}
        >>> print(declarations({"$defs": {"Length": length}, **length}).rpartition("/** ")[2])
        In metres. */
        export type Length = number;
        <BLANKLINE>
    """
    definitions = cast("dict[str, JsonSchemaValue]", schema["$defs"])
    parts = [_HEAD, _JSON_VALUE]
    for name, form in {schema["title"]: schema, **definitions}.items():
        parts.append("\n".join(_declaration(name, form)) + "\n")
    return "\n".join(parts)


def _declaration(name: str, form: JsonSchemaValue) -> _Lines:
    yield from _comment(form)
    if form.get("type") == "object":
        yield f"export interface {name} {{"
        yield from (f"  {line}" for line in _members(form))
        yield "}"
        return
    if name == _EXTENSION_TERM:
        yield f"export type {name} = `x-${{string}}`;"
        return
    branches: list[JsonSchemaValue] = form.get("oneOf") or form.get("anyOf") or [form]
    types = [type_ for branch in branches for type_ in _types(branch)]
    if len(types) == 1:
        yield f"export type {name} = {types[0]};"
        return
    yield f"export type {name} ="
    yield from (f"  | {type_}" for type_ in types[:-1])
    yield f"  | {types[-1]};"


def _members(form: JsonSchemaValue) -> _Lines:
    required = frozenset(form.get("required", ()))
    for name, member in cast("dict[str, JsonSchemaValue]", form["properties"]).items():
        yield from _comment(member)
        key = name if _IDENTIFIER.fullmatch(name) else json.dumps(name)
        optional = "" if name in required else "?"
        yield f"readonly {key}{optional}: {_type(member)};"
    if "patternProperties" in form:
        yield from _EXTENSION_MEMBERS


def _types(form: JsonSchemaValue) -> list[str]:
    return [json.dumps(value) for value in form["enum"]] if "enum" in form else [_type(form)]


def _type(form: JsonSchemaValue) -> str:
    match form:
        case {"$ref": _}:
            return name_of(form)
        case {"allOf": [reference]}:
            return name_of(reference)
        case {"const": value}:
            return json.dumps(value)
        case {"type": "array", "items": items}:
            return f"readonly {_type(items)}[]"
        case _:
            return _SCALARS[form["type"]]


def _comment(form: dict[str, Any]) -> _Lines:
    text = "\n".join([form["description"].replace("*/", "*\\/"), *_bounds(form)])
    lines = [
        wrapped
        for line in text.split("\n")
        for wrapped in textwrap.wrap(
            line, _WIDTH - 8, break_long_words=False, break_on_hyphens=False
        )
    ]
    if len(lines) == 1:
        yield f"/** {lines[0]} */"
        return
    yield "/**"
    yield from (f" * {line}" for line in lines)
    yield " */"


def _bounds(form: JsonSchemaValue) -> Iterator[str]:
    """Yield the constraints that a TypeScript type cannot express."""
    if "minProperties" in form:
        yield "At least one member is required."
    if form.get("type") == "object" and "anyOf" in form:
        names = (f"`{name}`" for branch in form["anyOf"] for name in branch["required"])
        yield f"At least one of {', '.join(names)} is required."
    if "minItems" in form:
        yield f"@minItems {form['minItems']}"
    if "minimum" in form:
        yield f"From {form['minimum']} to {form['maximum']}."
    if "pattern" in form:
        pattern = form["pattern"].replace("*/", "*\\/")
        yield f"@pattern {pattern}"
