"""Normalization is that of the standard library, however many marks a letter has."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.text.normalization import is_normalized, normalized

MARKS = st.sampled_from("\u0301\u0323\u0344\u0345\u05b0\u0f71\u302e\u1b44\u2044—😀ae\u00e9 ")
RUNS = st.lists(MARKS, min_size=60, max_size=200).map("".join)


@given(st.lists(st.text() | RUNS).map("".join), st.sampled_from(["NFC", "NFKC", "NFKD"]))
def test_the_form_is_that_of_the_standard_library(text, form):
    assert normalized(text, form) == unicodedata.normalize(form, text)
    assert is_normalized(text) == unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0323\u0301\u05b0", "\u0344\u0323", "—\u0301"])
def test_very_many_marks_take_time_in_proportion(marks, assert_in_proportion):
    def work(text):
        normalized(text)
        is_normalized(text)

    assert_in_proportion(work, "a" + marks * 5_000, "a" + marks * 100_000, times=20)
