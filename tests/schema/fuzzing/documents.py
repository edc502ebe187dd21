"""Random documents that the schema accepts, generated from the schema."""

from __future__ import annotations

from functools import cache

from diplobrief.schema import json_schema
from tests.schema.fuzzing.chance import pick
from tests.schema.fuzzing.strings import HOSTILE, sampler_of

SCHEMA = json_schema()
DEFINITIONS = SCHEMA["$defs"]
EXTENSION_NAMES = ("x-", "x-desk", "x-\n", "x-Ü", "x-" + "\U0001f72a" * 62)

_DEEP = 3
"""Below this depth, objects and lists are small, so that documents stay finite."""


def document(rng):
    """Return a complete brief."""
    return _writer_of_the_brief()(rng, 0)


@cache
def _writer_of_the_brief():
    return _writer(SCHEMA)


def _write_defined(name, rng, depth):
    return _writer_of(name)(rng, depth)


@cache
def _writer_of(name):
    return _writer(DEFINITIONS[name])


def _writer(schema):
    """Return a function that makes a value that the schema accepts, for a given depth."""
    match schema:
        case {"$ref": reference} | {"allOf": [{"$ref": reference}]}:
            name = reference.rpartition("/")[2]
            return lambda rng, depth: _write_defined(name, rng, depth)
        case {"const": _} | {"enum": _}:
            values = schema.get("enum") or [schema["const"]]
            return lambda rng, _depth: pick(rng, values)
        case {"type": "object"}:
            return _object(schema)
        case {"oneOf": branches} | {"anyOf": branches}:
            writers = [_writer(branch) for branch in branches]
            return lambda rng, depth: pick(rng, writers)(rng, depth)
        case {"type": "array"}:
            return _array(_writer(schema["items"]), schema.get("minItems", 0))
        case {"type": "string", "pattern": pattern}:
            return _string(schema["examples"], sampler_of(pattern))
        case {"type": "string"}:
            return _string(schema["examples"], lambda rng: pick(rng, (HOSTILE, "")))
        case {"type": "integer" | "number"}:
            return _number(schema)
        case _:
            raise AssertionError(schema)


def alternatives_of(schema):
    """Return the members of an object of which at least one is required."""
    if "if" not in schema:
        return []
    return [*schema["if"]["properties"], *schema["then"]["required"]]


def _object(schema):
    members = {name: _writer(member) for name, member in schema["properties"].items()}
    names = [*members]
    required = schema.get("required", [])
    alternatives = [[name] for name in alternatives_of(schema)]
    if "minProperties" in schema:
        alternatives = [[name] for name in names]
    takes_extensions = "patternProperties" in schema

    def write(rng, depth):
        chosen = {*required, *(pick(rng, alternatives) if alternatives else ())}
        for _ in range(pick(rng, (0, 1, 2, 3) if depth > _DEEP else (0, 2, 4, 8))):
            chosen.add(pick(rng, names))
        written = {name: members[name](rng, depth + 1) for name in names if name in chosen}
        if takes_extensions and rng.random() < 0.1:
            written[pick(rng, EXTENSION_NAMES)] = _any_json(rng, 3)
        return written

    return write


def _array(item, least):
    def write(rng, depth):
        longest = 1 if depth > _DEEP else 3
        count = least + int(rng.random() * (longest - least + 1))
        return [item(rng, depth + 1) for _ in range(count)]

    return write


def _string(examples, sample):
    return lambda rng, _depth: pick(rng, examples) if rng.random() < 0.5 else sample(rng)


def _number(schema):
    least, most = schema["minimum"], schema["maximum"]
    choices = [least, most, least + 1, most - 1, (least + most) // 2, float(least), float(most)]
    if schema["type"] == "number":
        choices += [least + 0.5, (least + most) / 3]
    return lambda rng, _depth: pick(rng, choices)


def _any_json(rng, depth):
    kind = int(rng.random() * (8 if depth else 6))
    if kind == 6:
        return [_any_json(rng, depth - 1) for _ in range(int(rng.random() * 3))]
    if kind == 7:
        return {pick(rng, HOSTILE): _any_json(rng, depth - 1)}
    return pick(rng, (None, True, 0, -1.5, "", HOSTILE))
