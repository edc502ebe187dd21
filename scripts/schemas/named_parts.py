"""Names for the parts of types, so that generators of code need not number them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue


def with_named_parts(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return a schema from which generators make types with good names.

    They make a numbered type of each unnamed branch of `anyOf`. So the known terms of an open
    vocabulary become a definition. That one of several members is required is written as `if` and
    `then`: validators apply them, and generators make no type of them.

    Args:
        schema: A schema with `$defs`.

    Example:
        >>> kind = {"title": "Kind", "anyOf": [{"enum": ["a"]}, {"$ref": "#/$defs/ExtensionTerm"}]}
        >>> sorted(with_named_parts({"$defs": {"Kind": kind}})["$defs"])
        ['Kind', 'KnownKind']
    """
    definitions: dict[str, Any] = {}
    for name, form in schema["$defs"].items():
        match form:
            case {"type": "object", "anyOf": alternatives}:
                names = [member for branch in alternatives for member in branch["required"]]
                definitions[name] = _with_condition(form, names)
            case {"anyOf": [{"enum": terms}, extension_term]}:
                known = {"$ref": f"#/$defs/Known{name}"}
                definitions[name] = {**form, "anyOf": [known, extension_term]}
                definitions[f"Known{name}"] = {
                    "title": f"Known{name}",
                    "description": f"The terms of {name} that the format knows.",
                    "examples": terms[:1],
                    "enum": terms,
                }
            case _:
                definitions[name] = form
    return {**schema, "$defs": definitions}


def _with_condition(form: JsonSchemaValue, names: list[str]) -> JsonSchemaValue:
    """Say that one of several members is required: without the others, the last one is."""
    *others, last = names
    condition = {
        "if": {"properties": dict.fromkeys(others, False)},
        "then": {"properties": {last: True}, "required": [last]},
    }
    kept = {key: value for key, value in form.items() if key != "anyOf"}
    position = [*form].index("anyOf")
    items = [*kept.items()]
    return dict([*items[:position], *condition.items(), *items[position:]])
