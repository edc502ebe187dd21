"""Engines of structured output compile the profile, and what they let pass are briefs.

A brief is sampled by random choice among the tokens that the engine allows: the worst model there
is. It holds to the shape; that references resolve no schema can say, so they are mended here.
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
from diplobrief.model.integrity import INTEGRITY_CODES

pytestmark = pytest.mark.outside

LONGEST = 200_000
"""How many tokens a brief may take; none of these takes nearly as many."""


@pytest.fixture(scope="module")
def llguidance_grammar():
    # Spaces between tokens are free in JSON; a random choice would choose little else.
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


def mended(data):
    """Return a brief that loads: a fact that names nothing is taken away, as an editor would."""
    while True:
        try:
            return Brief.model_validate(data)
        except ValidationError as error:
            found = error.errors()
            assert {one["type"] for one in found} <= set(INTEGRITY_CODES), found
            for name, *index in {one["loc"][:2] for one in found}:
                around, key = (data[name], index[0]) if index else (data, name)
                around[key] = None
            data = diplobrief.drop_nulls(data)


@pytest.mark.parametrize("seed", range(6))
def test_what_llguidance_lets_pass_loads(llguidance_grammar, seed):
    data = diplobrief.drop_nulls(sampled_by_llguidance(llguidance_grammar, seed))
    assert len(mended(data).sections) == len(data["sections"])


@pytest.mark.parametrize("seed", range(6))
def test_what_outlines_lets_pass_loads_but_for_the_bounds_of_numbers(outlines_index, seed):
    data = within_bounds(diplobrief.drop_nulls(sampled_by_outlines(outlines_index, seed)))
    assert len(mended(data).sections) == len(data["sections"])


def within_bounds(value):
    """outlines-core leaves out `minimum` and `maximum`."""
    if isinstance(value, list):
        return [within_bounds(item) for item in value]
    if isinstance(value, dict):
        return {name: within_bounds(inner) for name, inner in value.items()}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return 1
    return value
