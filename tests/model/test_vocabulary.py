"""The words of a brief: known terms, extension terms, and typos."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import diplobrief
from diplobrief.model import vocabulary as words
from diplobrief.model.vocabulary.sections import ENGLISH_LABELS, SECTION_KINDS, kind_of_heading
from diplobrief.model.vocabulary.terms import Term, Vocabulary
from diplobrief.testing import terms
from scripts import vocabulary_types

VOCABULARIES = {
    value.name: value
    for module in pkgutil.iter_modules(words.__path__)
    for value in vars(importlib.import_module(f"{words.__name__}.{module.name}")).values()
    if isinstance(value, Vocabulary)
}
CLOSED = {
    "BriefRelation",
    "LateAfter",
    "Membership",
    "ProvenanceMethod",
    "ProvenanceStatus",
    "QuoteMode",
    "RenewedBy",
    "Status",
    "TlpLabel",
    "TreatyRelation",
}

every_vocabulary = pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)


def accepts(vocabulary, value):
    adapter = TypeAdapter(Annotated[str, vocabulary])
    try:
        return adapter.validate_python(value) == value
    except ValidationError:
        return False


def test_the_vocabularies_are_all_here():
    assert len(VOCABULARIES) >= 15
    assert {v.name for v in VOCABULARIES.values() if not v.open} == CLOSED


@every_vocabulary
def test_each_term_is_accepted_and_has_a_meaning(vocabulary):
    assert len(vocabulary) > 1
    for term in vocabulary:
        assert accepts(vocabulary, term.value)
        assert term.value in vocabulary
        assert vocabulary[term.value] is term
        assert term.meaning.endswith(".")
        assert term.meaning[0].isupper()
        assert term.meaning == " ".join(term.meaning.split())


@every_vocabulary
def test_terms_are_unique(vocabulary):
    values = [term.value for term in vocabulary]
    assert len(set(values)) == len(values)
    assert vocabulary.title


@every_vocabulary
def test_terms_are_words_in_the_same_style(vocabulary):
    for term in vocabulary:
        assert term.value.startswith("TLP:") or (
            term.value.replace("_", "a").isalnum() and term.value == term.value.lower()
        )


@every_vocabulary
def test_a_typo_is_refused(vocabulary):
    known = {term.value for term in vocabulary}
    for term in known:
        typos = {term[:-1], f"{term}s", f" {term}", f"{term} ", f"{term}\n", term.swapcase()}
        for typo in typos - known:
            assert not accepts(vocabulary, typo)
            assert typo not in vocabulary
    assert not accepts(vocabulary, "")


EXTENSION_TERMS = ["x-a", "x-0", "x-le_bloc-2", "x-" + "a" * 62]
NO_EXTENSION_TERMS = [
    *("x-", "x", "X-a", "x-A", "x--a", "x-_a", "x-a-", "x-a_", "x-é", "x-a b", "x-a\n", "xa"),
    "x-" + "a" * 63,
]


@every_vocabulary
def test_extension_terms_are_accepted_where_the_vocabulary_is_open(vocabulary):
    for term in EXTENSION_TERMS:
        assert accepts(vocabulary, term) is (term in vocabulary) is vocabulary.open
    for term in NO_EXTENSION_TERMS:
        assert not accepts(vocabulary, term)
        assert term not in vocabulary


@every_vocabulary
def test_what_is_no_text_is_no_term(vocabulary):
    for value in (None, 1, True, ["a"], b"direct"):
        assert not accepts(vocabulary, value)
        if not isinstance(value, list):
            assert value not in vocabulary


@given(st.sampled_from([*VOCABULARIES.values()]), st.text() | st.from_regex(r"x-[a-z_-]{1,64}"))
def test_validation_and_membership_agree(vocabulary, text):
    assert accepts(vocabulary, text) is (text in vocabulary)


@given(st.data(), st.sampled_from([*VOCABULARIES.values()]))
def test_generated_terms_are_terms(data, vocabulary):
    assert data.draw(terms(vocabulary)) in vocabulary


def test_an_unknown_word_has_no_meaning():
    with pytest.raises(KeyError):
        VOCABULARIES["Status"]["complete"]


def test_special_characters_of_a_term_stand_for_themselves():
    odd = Vocabulary("Odd", "odd", (Term("TLP:AMBER+STRICT", "A."), Term("a.b", "B.")), open=False)
    assert accepts(odd, "TLP:AMBER+STRICT")
    assert not accepts(odd, "TLP:AMBERRSTRICT")
    assert not accepts(odd, "axb")


def test_a_label_says_one_kind():
    labels = [label for term in SECTION_KINDS for label in term.labels]
    assert len(labels) == len(set(labels)) == len(ENGLISH_LABELS)
    for term in SECTION_KINDS:
        for label in term.labels:
            assert kind_of_heading(label) == term.value
            assert kind_of_heading(label.upper()) == term.value
            assert kind_of_heading(label.replace("'", "’")) == term.value


@pytest.mark.parametrize("heading", ["", "Why", "Why it matters now", "x-a", "Pourquoi"])
def test_another_heading_says_no_kind(heading):
    assert kind_of_heading(heading) is None


def test_the_types_of_the_vocabularies_are_generated_from_their_terms():
    assert (vocabulary_types.TOP / vocabulary_types.FILE).read_text() == vocabulary_types.text()


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_type_of_a_vocabulary_is_public_and_validates_its_terms(name):
    adapter = TypeAdapter(getattr(diplobrief, name))
    for term in VOCABULARIES[name]:
        assert adapter.validate_python(term.value) == term.value
    with pytest.raises(ValidationError):
        adapter.validate_python("no such term")
