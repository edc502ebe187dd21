"""Passages of an answer are found in the narrative, or the passage that was meant is proposed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.extraction.language_model.grounding import Grounded, Grounding
from diplobrief.extraction.page import read_page

TEXT = """# Talks

The Senate has not approved the “Lake Treaty”, which both states signed on January 7, 2024.

- Norway's ministry said the treaty was ready.
- Sweden's ministry said the treaty was ready.
"""
GUARDED = frozenset({"not", "never"})


def page_of(text=TEXT):
    return read_page(diplobrief.loads(text, "markdown"), frozenset())


def grounded(passage, number=None):
    return Grounding(page_of(), GUARDED).ground(passage, number)


@pytest.mark.parametrize(
    ("passage", "exact"),
    [
        ('approved the "Lake Treaty"', "approved the “Lake Treaty”"),
        ("both  states\nsigned", "both states signed"),
        ("the senate has not approved", "The Senate has not approved"),
        ("approved the Lake Treaty which both", "approved the “Lake Treaty”, which both"),
        ("The Senate has not approved … on January 7", None),
    ],
)
def test_only_punctuation_case_and_spaces_may_differ(passage, exact):
    found = grounded(passage)
    assert isinstance(found, Grounded)
    assert found.evidence.exact in TEXT
    assert exact is None or found.evidence.exact == exact


def test_an_ellipsis_stands_for_words_that_are_in_the_evidence():
    found = grounded("The Senate has not approved … on January 7")
    assert found.evidence.exact.startswith("The Senate has not approved the")
    assert found.evidence.exact.endswith("on January 7")
    assert not isinstance(grounded("on January 7 … The Senate"), Grounded)


def test_a_passage_that_occurs_twice_needs_the_number_of_its_block():
    assert not isinstance(grounded("ministry said the treaty was ready"), Grounded)
    found = grounded("ministry said the treaty was ready", 3)
    assert found.block.index == 3
    assert found.evidence.prefix.startswith("Sweden")


@pytest.mark.parametrize(
    ("passage", "nearest"),
    [
        ("both of the states signed on January 7", "both states signed on January 7"),
        ("The Senate has approved the Lake Treaty", None),
        ("both states signed on January 8, 2024", None),
        ("Finland's ministry said the treaty was ready", None),
        ("an entirely different sentence", None),
    ],
    ids=["a word more", "a negation", "a number", "a name", "something else"],
)
def test_a_repair_is_proposed_unless_a_number_a_name_or_a_negation_differs(passage, nearest):
    found = grounded(passage)
    assert not isinstance(found, Grounded)
    assert found.nearest == nearest


@given(st.text(max_size=200))
def test_evidence_is_always_a_passage_of_the_narrative(passage):
    found = grounded(passage)
    if isinstance(found, Grounded):
        assert found.evidence.exact in found.block.text


@pytest.mark.parametrize("word", ["a ", "ab ", "“ ", "… "])
def test_time_grows_with_the_text_and_no_faster(word):
    def seconds(size):
        grounding = Grounding(page_of(f"{word * size}\n\nThe end."))
        times = []
        for _ in range(3):
            start = time.perf_counter()
            for _ in range(5):
                grounding.ground(word * 300 + "b")
                grounding.ground(word * 300)
            times.append(time.perf_counter() - start)
        return min(times)

    assert seconds(40_000) < 12 * seconds(10_000) + 0.05
