"""References in a JSON Schema to its own definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic.json_schema import JsonSchemaValue

    from scripts.schemas.generator import JsonSchemaPart


def name_of(reference: JsonSchemaValue) -> str:
    """Return the name of the definition that a schema refers to, or an empty string.

    Example:
        >>> name_of({"$ref": "#/$defs/Line"}), name_of({"type": "string"})
        ('Line', '')
    """
    return str(reference.get("$ref", "")).rpartition("/")[2]


def definitions_reached(
    schema: JsonSchemaValue, definitions: Mapping[str, JsonSchemaValue]
) -> set[str]:
    """Return the names of the definitions that a schema refers to, directly or indirectly.

    Args:
        schema: A schema. Its own `$defs` are ignored.
        definitions: The definitions by name.

    Example:
        >>> definitions = {"A": {"items": {"$ref": "#/$defs/B"}}, "B": {}, "C": {}}
        >>> sorted(definitions_reached({"$ref": "#/$defs/A"}, definitions))
        ['A', 'B']
    """
    reached: set[str] = set()
    waiting: list[JsonSchemaPart] = [
        {name: part for name, part in schema.items() if name != "$defs"}
    ]
    while waiting:
        part = waiting.pop()
        inner: Iterable[JsonSchemaPart] = ()
        if isinstance(part, list):
            inner = part
        elif isinstance(part, dict):
            name = name_of(part)
            if name and name not in reached:
                reached.add(name)
                waiting.append(definitions[name])
            inner = part.values()
        waiting += inner
    return reached
