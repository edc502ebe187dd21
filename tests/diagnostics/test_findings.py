"""Findings say where, what and what to do, and an error is the list of them."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief import BriefError, Finding, Severity, Span
from diplobrief.diagnostics import format_path
from diplobrief.diagnostics.line_index import LineIndex

FINDING = Finding(
    "term_unknown",
    "No such term",
    path=("quotes", 0, "mode"),
    hint="did you mean direct?",
    file="a.md",
    span=Span(3, 5, 3, 9),
)


def test_a_finding_reads_as_one_line():
    assert str(FINDING) == (
        "error[term_unknown] a.md:3:5 quotes[0].mode: No such term (did you mean direct?)"
    )


def test_a_finding_without_a_place_says_only_what_is_wrong():
    assert str(Finding("empty", "Nothing there")) == "error[empty]: Nothing there"


RISING = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize("low", range(3))
@pytest.mark.parametrize("high", range(3))
def test_severities_have_one_total_order(low, high):
    left, right = RISING[low], RISING[high]
    assert (left < right, left <= right) == (low < high, low <= high)
    assert (left > right, left >= right) == (low > high, low >= high)
    assert (left < str(right), left >= str(right)) == (low < high, low >= high)
    assert max(left, right) is RISING[max(low, high)]


def test_the_text_of_a_finding_keeps_its_message():
    finding = Finding("STY002", "L’eau : un enjeu", hint="a : b")
    assert str(finding) == "error[STY002]: L’eau : un enjeu (a : b)"


def test_the_error_of_invalid_input_is_a_value_error():
    with pytest.raises(ValueError, match="member_missing"):
        diplobrief.loads("{}", format="json")


def test_a_place_that_is_known_is_kept():
    other = FINDING.located(Span(9, 9, 9, 9), "b.md")
    assert (other.span, other.file) == (FINDING.span, "a.md")


def test_an_error_carries_its_findings():
    error = BriefError([FINDING, Finding("empty", "Nothing there")])
    assert (error.code, error.path, error.line, error.column, error.hint) == (
        "term_unknown",
        ("quotes", 0, "mode"),
        3,
        5,
        "did you mean direct?",
    )
    assert str(error).count("\n") == 1
    assert pickle.loads(pickle.dumps(error)) == error


@pytest.mark.parametrize(
    ("path", "text"),
    [((), ""), ((0,), "[0]"), (("a", 1, "b"), "a[1].b"), (("a b",), '["a b"]')],
)
def test_paths_read_as_in_a_program(path, text):
    assert format_path(path) == text


@given(st.text("ab\n\r\x85\u2028", max_size=20))
def test_offsets_and_lines_belong_together(text):
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        ended = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        if text[offset - 1 : offset + 1] != "\r\n":
            assert line == ended.count("\n") + 1
            assert column - 1 == len(ended) - ended.rfind("\n") - 1
            rest = lines.line(line)[column - 1 :]
            assert text.startswith(rest, offset)
            assert "\n" not in rest
    assert lines.line(0) == lines.line(text.count("\n") + text.count("\r") + 2) == ""
