"""Values that a type accepts, from the examples in the schema."""

from __future__ import annotations

from typing import Any

from scripts.schemas.profiles import full

SCHEMA = full()
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
TYPES: dict[str, Any] = {"Brief": SCHEMA, **DEFINITIONS}


def target(form: dict[str, Any]) -> dict[str, Any]:
    """Return a schema; if it is a reference, return the definition that it refers to."""
    match form:
        case {"$ref": str(reference)} | {"allOf": [{"$ref": str(reference)}]}:
            return target(DEFINITIONS[reference.rpartition("/")[2]])
        case _:
            return form


def example(form: dict[str, Any]) -> Any:
    """Return a value that a schema accepts."""
    match form:
        case {"const": value} | {"examples": [value, *_]}:
            return value
        case _:
            return example(target(form))


def smallest(definition: dict[str, Any]) -> dict[str, Any]:
    """Return an object without optional members."""
    needed = {*definition.get("required", ())}
    if "anyOf" in definition:
        needed |= {*definition["anyOf"][0]["required"]}
    if "minProperties" in definition:
        needed.add(next(iter(definition["properties"])))
    return {
        name: example(member) for name, member in definition["properties"].items() if name in needed
    }


def fullest(definition: dict[str, Any]) -> dict[str, Any]:
    """Return an object with every member."""
    return {name: example(member) for name, member in definition["properties"].items()}
