"""Engines of structured output compile the profile `llm`, and the output that they allow loads.

The tests sample a brief by random choice among the tokens that the engine allows, like the worst
possible model. The result has the right shape. References are random too, so the tests remove facts
with invalid references.
"""

from __future__ import annotations

import json
import random

import llguidance
import pytest
from outlines_core import Guide, Index, Vocabulary
from outlines_core.json_schema import build_regex_from_schema
from pydantic import ValidationError

import diplobrief
from diplobrief.model import Brief
from diplobrief.model.integrity_rules import INTEGRITY_CODES

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("engines")]

LONGEST = 200_000
"""The maximum number of tokens of a brief; the sampled briefs need far fewer."""


@pytest.fixture(scope="module")
def llguidance_grammar():
    # JSON allows any spaces between tokens, and a random choice would choose little else.
    schema = {**diplobrief.json_schema("llm"), "x-guidance": {"whitespace_flexible": False}}
    return llguidance.LLMatcher.grammar_from_json_schema(json.dumps(schema))


@pytest.fixture(scope="module")
def outlines_index():
    regex = build_regex_from_schema(json.dumps(diplobrief.json_schema("llm")), r"")
    characters = {chr(code): [code] for code in range(0x20, 0x7F)}
    return Index(regex, Vocabulary(0, {**characters, "é": [0xE9], "«": [0xAB]}))


def sampled_by_llguidance(grammar, seed):
    tokenizer = llguidance.LLTokenizer("byte")
    matcher = llguidance.LLMatcher(tokenizer, grammar)
    assert not matcher.get_error()
    written = bytearray()
    while len(written) < LONGEST:
        mask = matcher.compute_bitmask()
        allowed = [n for n in range(tokenizer.vocab_size) if mask[n >> 3] >> (n & 7) & 1]
        token = random.Random(f"{seed} {len(written)}").choice(allowed)
        if token == tokenizer.eos_token:
            break
        matcher.consume_token(token)
        written.append(token)
    return json.loads(written)


def sampled_by_outlines(index, seed):
    guide, choice, written = Guide(index), random.Random(seed), []
    while not guide.is_finished() and len(written) < LONGEST:
        token = choice.choice([token for token in guide.get_tokens() if token])
        guide.advance(token, return_tokens=False)
        written.append(chr(token))
    return json.loads("".join(written))


def repaired(data):
    """Return the brief without the facts that violate integrity rules."""
    while True:
        try:
            return Brief.model_validate(data)
        except ValidationError as error:
            found = error.errors()
            assert {violation["type"] for violation in found} <= set(INTEGRITY_CODES), found
            for name, *index in {violation["loc"][:2] for violation in found}:
                around, key = (data[name], index[0]) if index else (data, name)
                around[key] = None
            data = diplobrief.drop_nulls(data)


@pytest.mark.parametrize("seed", range(6))
def test_output_that_llguidance_allows_loads(llguidance_grammar, seed):
    data = diplobrief.drop_nulls(sampled_by_llguidance(llguidance_grammar, seed))
    assert len(repaired(data).sections) == len(data["sections"])


@pytest.mark.parametrize("seed", range(6))
def test_output_that_outlines_allows_loads_except_for_bounds_of_numbers(outlines_index, seed):
    data = within_bounds(diplobrief.drop_nulls(sampled_by_outlines(outlines_index, seed)))
    assert len(repaired(data).sections) == len(data["sections"])


def within_bounds(value):
    """Replace all numbers, because outlines-core ignores `minimum` and `maximum`."""
    if isinstance(value, list):
        return [within_bounds(item) for item in value]
    if isinstance(value, dict):
        return {name: within_bounds(inner) for name, inner in value.items()}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return 1
    return value
