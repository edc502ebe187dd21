"""What the schema accepts the models accept, and the other way round.

Documents are made from the schema, then changed in the ways in which documents go wrong. The
seed is Hypothesis's; a document on which the verdicts differ is reduced before it is shown.
"""

from __future__ import annotations

import copy
import json
import random
import re
from functools import cache

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from diplobrief.model import SCHEMA_ID, Brief
from diplobrief.model.integrity import INTEGRITY_CODES
from diplobrief.schema import json_schema
from diplobrief.testing import brief_data

SCHEMA = json_schema()
DEFINITIONS = SCHEMA["$defs"]
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)
DOCUMENTS = 20 * settings.default.max_examples

# --- The two verdicts ---------------------------------------------------------------------------


def schema_accepts(document):
    return VALIDATOR.is_valid(document)


def models_accept(document):
    """The verdict of the models on the shape, as plain data and as JSON, which agree."""
    data = dict(document) if isinstance(document, dict) else document
    if isinstance(data, dict) and data.get("$schema") == SCHEMA_ID:
        del data["$schema"]
    text = json.dumps(data)
    verdicts = {shape_holds(Brief.model_validate, data), shape_holds(parse, text)}
    assert len(verdicts) == 1, f"plain data and JSON differ: {text}"
    return verdicts.pop()


def parse(text):
    return Brief.model_validate_json(text)


def shape_holds(validate, document):
    try:
        validate(document)
    except ValidationError as error:
        return all(map(is_no_matter_of_shape, error.errors()))
    return True


def is_no_matter_of_shape(found):
    """Integrity and the limits of extension values: documented, and beyond a schema.

    pydantic also calls a list too short that has only items with an error of their own.
    """
    return (
        found["type"] in INTEGRITY_CODES
        or found["type"].startswith("extension_")
        or (found["type"] == "too_short" and len(found["input"]) > 0)
    )


def agree(document):
    return schema_accepts(document) == models_accept(document)


# --- Strings that a pattern accepts -------------------------------------------------------------

HOSTILE = (
    " \t\nab-zA9_.:;#*`~<>[]{}()!?%/\\'\"=+|@$^&,"
    "\x00\x1f\x7f\x85\xa0\u0301\u200f\u2028é٣漢\U0001f72a"
)


class Sampler:
    """Draws strings that a pattern accepts, of the characters that trip people."""

    def __init__(self, rng):
        self.rng = rng

    def draw(self, pattern):
        return self._sequence(parsed(pattern))

    def _sequence(self, tokens):
        return "".join(self._token(str(kind), argument) for kind, argument in tokens)

    def _token(self, kind, argument):
        match kind:
            case "LITERAL":
                return chr(argument)
            case "NOT_LITERAL":
                return self.rng.choice([c for c in HOSTILE if ord(c) != argument])
            case "IN":
                return self.rng.choice(characters(tuple(map(tuple_of, argument))))
            case "BRANCH":
                return self._sequence(self.rng.choice(argument[1]))
            case "SUBPATTERN":
                return self._sequence(argument[3])
            case "MAX_REPEAT":
                least, most, tokens = argument
                count = self.rng.choice([least, min(least + 1, most), min(least + 4, most)])
                if most < 100 and self.rng.random() < 0.1:
                    count = most
                return "".join(self._sequence(tokens) for _ in range(count))
            case "AT":
                return ""
            case _:
                raise AssertionError(kind)


def tuple_of(item):
    kind, argument = item
    return str(kind), argument


@cache
def parsed(pattern):
    return re._parser.parse(pattern)


@cache
def characters(items):
    listed = [item for item in items if item[0] != "NEGATE"]
    if len(listed) < len(items):
        return [c for c in HOSTILE if not any(holds(item, c) for item in listed)]
    found = []
    for kind, argument in listed:
        first, last = (argument, argument) if kind == "LITERAL" else argument
        found += [chr(first), chr(last), chr((first + last) // 2)]
    return found


def holds(item, character):
    kind, argument = item
    first, last = (argument, argument) if kind == "LITERAL" else argument
    return first <= ord(character) <= last


# --- Documents that the schema accepts ----------------------------------------------------------


EXTENSION_NAMES = ("x-", "x-desk", "x-\n", "x-Ü", "x-" + "\U0001f72a" * 62)


class Writer:
    """Writes documents from the schema."""

    def __init__(self, rng):
        self.rng = rng
        self.strings = Sampler(rng)
        self.reached = set()

    def value(self, schema, depth=0):
        match schema:
            case {"$ref": reference} | {"allOf": [{"$ref": reference}]}:
                name = reference.rpartition("/")[2]
                self.reached.add(name)
                return self.value(DEFINITIONS[name], depth)
            case {"const": value}:
                return value
            case {"oneOf": branches}:
                return self.value(self.rng.choice(branches), depth)
            case {"type": "object"}:
                return self.object(schema, depth)
            case {"anyOf": branches}:
                return self.value(self.rng.choice(branches), depth)
            case {"type": "array"}:
                longest = 1 if depth > 3 else 3
                count = self.rng.randint(schema.get("minItems", 0), longest)
                return [self.value(schema["items"], depth + 1) for _ in range(count)]
            case {"type": "string"}:
                return self.string(schema)
            case {"type": "integer" | "number"}:
                return self.number(schema)
            case _:
                raise AssertionError(schema)

    def object(self, schema, depth):
        members = schema["properties"]
        chosen = {*schema.get("required", ())}
        if "anyOf" in schema:
            chosen |= {*self.rng.choice(schema["anyOf"])["required"]}
        if "minProperties" in schema:
            chosen.add(self.rng.choice([*members]))
        more = self.rng.choice([0, 1, 2, 3] if depth > 3 else [0, 2, 4, 8])
        chosen |= {*self.rng.sample([*members], k=min(len(members), more))}
        written = {
            name: self.value(member, depth + 1)
            for name, member in members.items()
            if name in chosen
        }
        if "patternProperties" in schema and self.rng.random() < 0.1:
            written[self.rng.choice(EXTENSION_NAMES)] = self.json(3)
        return written

    def string(self, schema):
        if self.rng.random() < 0.5:
            return self.rng.choice(schema["examples"])
        return self.strings.draw(schema["pattern"])

    def number(self, schema):
        least, most = schema["minimum"], schema["maximum"]
        choices = [least, most, least + 1, most - 1, self.rng.randint(least, most), float(least)]
        if schema["type"] == "number":
            choices.append(self.rng.uniform(least, most))
        return self.rng.choice(choices)

    def json(self, depth):
        kind = self.rng.randrange(8 if depth else 6)
        if kind == 6:
            return [self.json(depth - 1) for _ in range(self.rng.randrange(3))]
        if kind == 7:
            return {self.rng.choice(HOSTILE): self.json(depth - 1)}
        return self.rng.choice([None, True, 0, -1.5, "", HOSTILE])


# --- Documents that go wrong --------------------------------------------------------------------

WRONG = (
    *(None, True, False, 0, 1, -1, 1.0, 1.5, -0.0, 100, 101, 100.5, 999_999_999, 10**9),
    *(2**53, 2**53 - 1, float(2**53 - 1), float(2**53), 1e300, 2**70),
    *("", " ", "1", "1.0", "true", "null", "x-", "x-a", "x-a\n", "x-" + "a" * 62, "x-" + "a" * 63),
    *("a" * 64, "a" * 65, "a" * 64 + "#" + "a" * 64, "a-", "2025-02-29", "2024-02-29", "0000"),
    *("2025-13", "[2025..]", "[..]", "2025?", "２０２５", "٢٠٢٥", "2025\n", "1900-02-29"),
    *("2025-04-18T24:00:00Z", "2025-04-18T23:59:60Z", "2025-04-18T09:30:00", "en\n", "NO\n"),
    *("\U0001f72a", "\U0001f72a" * 64, "é", "\u2028", "a\u2028", "\x85a", "a\x7f", "a\nb", "a\tb"),
    *("# a", "\\# a", "1. a", "1\\. a", "[a]: b", "[a]\\: b", "<b", "<a:b>", "a:", "a\\:"),
    *([], [[]], {}, ["a"], [None], [1], [{}], {"a": 1}, {"x-a": 1}),
)
NAMES = ("x-a", "x-", "x", "X-a", "x_a", "", "$schema", "id", "kind", "type", "text", "__proto__")
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def places(value):
    """Every place in a document, as the container and the name or index in it."""
    if not isinstance(value, dict | list):
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in [*pairs]:
        yield value, key
        if isinstance(part, dict | list):
            yield from places(part)


def spoil(document, rng):
    """Change one place of a document, in place."""
    container, key = rng.choice([*places(document)])
    part = container[key]
    change = rng.randrange(8)
    if change == 0:
        del container[key]
    elif change == 1 and isinstance(part, dict):
        part[rng.choice(NAMES)] = copy.deepcopy(rng.choice(WRONG))
    elif change == 2 and isinstance(part, list):
        container[key] = rng.choice([[], part * 2, [part], part[0] if part else None])
    elif isinstance(part, str) and change < 7:
        container[key] = spoiled_text(part, rng)
    elif isinstance(part, int | float) and change < 6:
        choices = [part + 1, part - 1, part + 0.5, float(part), -part, str(part), part * 10**6]
        container[key] = rng.choice(choices)
    else:
        container[key] = copy.deepcopy(rng.choice(WRONG))


def spoiled_text(text, rng):
    at = rng.randint(0, len(text))
    character = rng.choice(HOSTILE)
    return rng.choice(
        (
            text + "\n",
            "\n" + text,
            text + rng.choice(HOSTILE),
            rng.choice(HOSTILE) + text,
            text[:at] + character + text[at:],
            text[:at] + text[at + 1 :],
            text[:at] + character + text[at + 1 :],
            text.translate(DIGITS),
            text.swapcase(),
            text + "\U0001f72a" * (64 - min(len(text), 64)),
            text + "a" * max(0, 65 - len(text)),
            "\\" + text,
        )
    )


def document_of(seed):
    rng = random.Random(seed)
    if rng.random() < 0.01:
        return copy.deepcopy(rng.choice(WRONG))
    document = Writer(rng).value(SCHEMA)
    for _ in range(rng.choice([0, 0, 1, 1, 1, 2])):
        if document:
            spoil(document, rng)
    return document


# --- Reduction ----------------------------------------------------------------------------------


def reduced(document, is_interesting):
    """Take away what can be taken away."""
    smaller = True
    while smaller:
        smaller = False
        for index in reversed(range(len([*places(document)]))):
            candidate = copy.deepcopy(document)
            container, key = [*places(candidate)][index]
            del container[key]
            if is_interesting(candidate):
                document, smaller = candidate, True
                break
    return document


def disagrees(document):
    return not agree(document)


# --- Properties ---------------------------------------------------------------------------------


@settings(max_examples=DOCUMENTS)
@given(seed=st.integers(0, 2**64 - 1))
def test_the_schema_and_the_models_give_one_verdict(seed):
    document = document_of(seed)
    if disagrees(document):
        smallest = reduced(document, disagrees)
        verdict = "accepts" if schema_accepts(smallest) else "refuses"
        pytest.fail(f"the schema {verdict} it, the models do not: {smallest!r}")


@given(data=brief_data())
def test_the_schema_accepts_every_brief_that_the_strategies_make(data):
    assert schema_accepts(data)
    assert schema_accepts({"$schema": SCHEMA_ID, **data})


@settings(max_examples=DOCUMENTS // 10)
@given(data=brief_data(max_facts=2, max_sections=2), seed=st.integers(0, 2**64 - 1))
def test_a_brief_with_one_thing_wrong_has_one_verdict(data, seed):
    spoil(data, random.Random(seed))
    assert agree(data), data


def test_the_documents_reach_every_definition():
    writer = Writer(random.Random(0))
    for _ in range(1_000):
        writer.value(SCHEMA)
    assert writer.reached == DEFINITIONS.keys()


def test_the_documents_break_every_keyword_and_are_valid_as_often():
    documents = [document_of(seed) for seed in range(2_000)]
    assert 600 < sum(map(schema_accepts, documents)) < 1_400
    broken = {
        str(error.schema_path[-1])
        for document in documents
        for error in VALIDATOR.iter_errors(document)
    }
    assert broken >= {
        *("type", "oneOf", "anyOf", "const", "pattern", "not", "required", "minProperties"),
        *("additionalProperties", "minItems", "minimum", "maximum"),
    }
