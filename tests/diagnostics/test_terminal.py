"""Findings in the terminal: the line, the caret under it, and text that does no harm."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.diagnostics import Finding, Related, Severity, Span
from diplobrief.diagnostics.terminal import render, render_concise, summarize
from diplobrief.diagnostics.terminal_text import visible, width


def shown(text, span, **members):
    (rendered,) = render([Finding("x", "Wrong", span=span, **members)], text)
    return rendered.split("\n")


def test_the_caret_stands_under_the_words_in_question():
    _, source, caret = shown("one\ntwo three\n", Span(2, 5, 2, 10))
    assert source == "    2 | two three"
    assert caret == "      |     ^^^^^"


@pytest.mark.parametrize(
    ("line", "column", "end", "before"),
    [
        ("条約 x", 4, 5, 5),
        ("e\u0301e\u0301 x", 6, 7, 3),
        ("\tx", 2, 3, 4),
        ("معاهده x", 8, 9, 7),
        ("می\u200cرود x", 8, 9, 6),
        ("\u202ex", 2, 3, 8),
        ("\x1b[31mx", 6, 7, 5),
    ],
)
def test_the_caret_is_placed_by_the_columns_that_characters_take(line, column, end, before):
    _, _, caret = shown(line, Span(1, column, 1, end))
    assert caret == "      | " + " " * before + "^"


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first():
    assert shown("abc\ndef", Span(1, 2, 2, 2))[2] == "      |  ^^"


def test_an_empty_span_and_one_behind_the_end_have_one_caret():
    assert shown("abc", Span(1, 2, 1, 2))[2] == "      |  ^"
    assert shown("abc", Span(1, 4, 1, 5))[2] == "      |    ^"
    assert shown("abc", Span(9, 40, 9, 41))[2:] == []


def test_only_the_part_of_a_long_line_around_the_span_is_shown():
    line = "a" * 5000 + "b" + "c" * 5000
    _, source, caret = shown(line, Span(1, 5001, 1, 5002))
    assert source.startswith("    1 | …aaa")
    assert source.endswith("ccc…")
    assert source[caret.index("^")] == "b"
    assert width(source) == 100


@pytest.mark.parametrize("columns", [1, 40, 77])
@given(
    text=st.text(st.sampled_from("a条\u202eé\t\u0301"), max_size=300),
    column=st.integers(1, 300),
    length=st.integers(0, 300),
)
def test_an_excerpt_fits_into_the_terminal_and_its_caret_stands_under_the_place(
    columns, text, column, length
):
    span = Span(1, column, 1, column + length)
    (rendered,) = render([Finding("x", "Wrong", span=span)], text, columns=columns)
    for line in rendered.split("\n")[1:]:
        assert width(line) <= max(columns, 28)
    if column <= len(text):
        _, source, caret = rendered.split("\n")
        before = source.ljust(len(caret))  # no space is printed at the end of a line
        marked = visible(text[column - 1])
        offsets = [at for at in range(len(before) + 1) if width(before[:at]) == caret.index("^")]
        assert any(before.startswith(marked.rstrip(), at) for at in offsets)


def test_a_finding_without_a_place_is_one_line():
    assert list(render([Finding("x", "Wrong")])) == ["error[x]: Wrong"]


def test_member_and_hint_stand_below():
    lines = shown("", None, path=("treaties", 0), hint="mend it", file="note.md")
    assert lines == ["note.md: error[x]: Wrong", "      in treaties[0]", "      hint: mend it"]


def test_colours_are_used_only_where_they_are_asked_for():
    finding = Finding("x", "Wrong", Severity.WARNING, file="note.md", span=Span(1, 1, 1, 2))
    (plain,) = render([finding], "a")
    (colored,) = render([finding], "a", color=True)
    assert "\x1b" not in plain
    assert "\x1b[33m\x1b[1mwarning[x]\x1b[0m" in colored
    assert click.unstyle(colored) == plain


RELATED = Related(("a", 1), "completed on 2025-04-18", Span(3, 1, 3, 5))


def test_a_related_place_is_shown_with_its_line():
    finding = Finding("x", "Wrong", path=("a", 0), span=Span(1, 1, 1, 4), related=(RELATED,))
    (rendered,) = render([finding], "one\ntwo\nthree\n")
    assert rendered.split("\n") == [
        "1:1: error[x]: Wrong",
        "    1 | one",
        "      | ^^^",
        "      in a[0]",
        "      see a[1]: completed on 2025-04-18",
        "    3 | three",
        "      | ^^^^",
    ]


def test_the_concise_form_is_one_line_for_each_finding():
    findings = [
        Finding(
            "x", "Wrong\n", file="a\x1b.md", span=Span(1, 2, 1, 3), hint="b", related=(RELATED,)
        ),
        Finding("y", "c" * 10_000),
    ]
    first, second = render_concise(findings)
    assert first == "a␛.md:1:2: error[x]: Wrong␊"
    assert second.startswith("error[y]: ccc")
    assert len(second) < 600


def test_text_of_others_cannot_act_on_the_terminal():
    hostile = "\x1b]0;title\x07\u202e\r\n\u2028\x9b"
    finding = Finding("x", hostile, path=("x-" + hostile,), hint=hostile, file=hostile)
    (rendered,) = render([finding], hostile)
    assert rendered.count("\n") == 2
    assert not set(rendered) & set("\x1b\x07\u202e\r\u2028\x9b")


def test_a_message_of_any_length_is_cut_off():
    (rendered,) = render([Finding("x", "a" * 10_000, path=("x-" + "b" * 10_000,))])
    assert len(rendered) < 1_200


def test_the_summary_counts_by_severity():
    found = [Finding("x", "", severity) for severity in (*Severity, Severity.WARNING)]
    assert summarize(found) == "1 error, 2 warnings, 1 info"
    assert summarize([]) == ""


@given(st.text())
def test_what_is_visible_does_nothing_and_stays_so(text):
    seen = visible(text)
    assert not set(seen) & {chr(code) for code in (*range(32), *range(0x7F, 0xA0))}
    assert visible(seen) == seen
    seen.encode()


@given(st.text(), st.integers(1, 300), st.integers(0, 300))
def test_every_span_can_be_shown(text, column, length):
    lines = shown(text, Span(1, column, 1, column + length))
    assert len(lines) in {1, 3}
    if len(lines) == 3:
        assert lines[2].rstrip("^").strip() == "|"


def test_the_words_of_scripts_survive():
    for text in ("می\u200cرود", "👩\u200d🚀", "نص عربي", "e\u0301", "\u0600"):
        assert visible(text) == text


def test_many_findings_on_one_long_line_take_time_in_proportion(assert_in_proportion):
    def show(findings):
        for _ in render(findings, "x" * len(findings) * 100):
            pass

    few, many = (
        [Finding("x", "Wrong", span=Span(1, at * 100 + 1, 1, at * 100 + 2)) for at in range(count)]
        for count in (400, 4_000)
    )
    assert_in_proportion(show, few, many, times=10)
