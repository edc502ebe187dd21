"""The schema and the models accept the same documents.

The documents come from the package `fuzzing`. A document with different verdicts is reduced before
it is reported.
"""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplobrief.model import SCHEMA_ID
from diplobrief.testing import brief_data
from tests.schema.fuzzing.documents import DEFINITIONS, document
from tests.schema.fuzzing.mutations import CHANGES, MISSING, places, spoil
from tests.schema.fuzzing.run import Tally, document_of
from tests.schema.fuzzing.verdicts import (
    VALIDATOR,
    disagree,
    models_accept,
    reduced,
    schema_accepts,
)

# Other tests cover the same code, and measuring coverage doubles the time.
pytestmark = pytest.mark.no_cover

SEEDS = st.integers(0, 2**64 - 1)
DOCUMENTS_OF_A_SEED = 100
"""A normal run has 100 seeds, so it compares 10,000 documents; `make fuzz` compares a million."""


@given(seed=SEEDS)
def test_the_schema_and_the_models_agree(seed):
    tally = Tally()
    tally.take(DOCUMENTS_OF_A_SEED, seed)
    assert tally.disagreements == []
    assert tally.valid + tally.invalid == DOCUMENTS_OF_A_SEED


@given(data=brief_data())
def test_the_schema_accepts_every_brief_from_the_strategies(data):
    assert schema_accepts(data)
    assert schema_accepts({"$schema": SCHEMA_ID, **data})


@settings(max_examples=2 * settings.default.max_examples)
@given(data=brief_data(max_facts=2, max_sections=2), seed=SEEDS)
def test_the_schema_and_the_models_agree_on_a_brief_with_one_change(data, seed):
    spoil(data, Random(seed))
    assert not disagree(data), data


# --- The documents are useful ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def made():
    """Documents, each with the changes made to it."""
    rng = Random(0)
    return [document_of(rng) for _ in range(6_000)]


def test_unchanged_documents_are_valid():
    rng = Random(0)
    assert all(schema_accepts(document(rng)) for _ in range(500))


def test_about_half_of_the_documents_are_valid(made):
    assert 2_100 < sum(schema_accepts(brief) for brief, _ in made) < 3_900


def test_every_change_occurs_and_most_of_them_give_valid_and_invalid_documents(made):
    changes = {change.__name__ for changes in CHANGES.values() for change in changes} | {MISSING}
    verdicts = Counter((done[0], schema_accepts(brief)) for brief, done in made if len(done) == 1)
    assert {change for change, _ in verdicts} - {"no object"} == changes
    assert all(verdicts[change, False] for change in changes)
    never_right = {"no_member", "null", "wrong_type"}
    assert all(verdicts[change, True] for change in changes - never_right)


def test_the_documents_use_every_member_and_violate_every_keyword(made):
    broken = {
        str(error.schema_path[-1]) for brief, _ in made for error in VALIDATOR.iter_errors(brief)
    }
    assert broken >= {
        *("type", "oneOf", "anyOf", "enum", "const", "pattern", "not", "required", "minProperties"),
        *("additionalProperties", "minItems", "minimum", "maximum"),
    }
    names = {name for brief, done in made if not done for _, name in places(brief)}
    assert names >= {
        name for definition in DEFINITIONS.values() for name in definition.get("properties", {})
    }


def test_a_document_is_reduced_to_the_necessary_parts(made):
    def names_a_depositary(brief):
        return '"depositary"' in repr(brief).replace("'", '"')

    brief = next(brief for brief, _ in made if names_a_depositary(brief))
    assert len([*places(reduced(brief, names_a_depositary))]) == 3


@pytest.mark.parametrize("value", ["text", 1, None])
def test_a_document_without_places_is_not_reduced(value):
    assert reduced(value, lambda _document: True) == value


def test_a_validator_that_accepts_everything_is_reported(monkeypatch):
    monkeypatch.setattr("tests.schema.fuzzing.verdicts.schema_accepts", lambda _document: True)
    tally = Tally()
    tally.take(20, 0)
    assert tally.disagreements
    assert not models_accept({})
