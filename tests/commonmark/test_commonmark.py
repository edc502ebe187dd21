"""The segmenter: top-level blocks by line, and what makes a `markdown` block valid."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diplobrief.commonmark import (
    MAXIMUM_DEPTH,
    NestingError,
    is_single_block,
    lines_of,
    one_line,
    segments,
)
from diplobrief.testing.text import bodies, markdown_blocks


def _kinds(text: str) -> list[tuple[str, int, int]]:
    return [(segment.kind, segment.first, segment.last) for segment in segments(text)]


@given(bodies())
def test_every_line_that_is_not_blank_belongs_to_exactly_one_block(body):
    try:
        found = segments(body)
    except NestingError:
        assume(condition=False)
    covered = [line for s in found for line in range(s.first, s.last + 1)]
    assert covered == sorted(set(covered))
    filled = {n for n, line in enumerate(lines_of(body)) if line.strip(" \t")}
    assert filled <= set(covered)
    assert all({s.first, s.last} <= filled for s in found)


@given(bodies(), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_of_all_kinds_are_the_same(body, end):
    body = "\n".join(lines_of(body))
    assert segments(body.replace("\n", end)) == segments(body)


@given(markdown_blocks())
def test_a_markdown_block_is_one_block_whatever_follows(text):
    assert is_single_block(text)
    first, *others = segments(text + "\n\nprobe")
    assert (first.first, first.last) == (0, text.count("\n"))
    assert [other.kind for other in others] == ["paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a\nb",
        "- a\n- b",
        "1. a",
        "a\n\nb",
        "## Section",
        "Section\n---",
        "```\nopen",
        "- ```\n  open",
        "<!-- open",
        "<script>",
        "<?",
        "<![CDATA[",
        "<!X",
        "<!-- -->",
        "[a]: /b\n\n[c]: /d",
        "> a\n",
        "\n> a",
        "> a\r\n> b",
        " a\\\nb",
    ],
)
def test_what_is_not_one_markdown_block_is_refused(text):
    assert not is_single_block(text)


@pytest.mark.parametrize(
    "text",
    [
        "##",
        "# Title",
        "### Sub-heading",
        "> a",
        "| a |\n|---|",
        "a  \nb",
        "<div>\n## no section\n</div>",
        "[a]: /b\n[c]: /d",
        "    code",
        "```\n\n## no section\n```",
        "- a\n\n- b",
        "- > ```",
        "***",
        "<!-- a -->",
        "<b> first",
        "<script>\n\n</script>",
    ],
)
def test_blocks_without_a_type_are_markdown_blocks(text):
    assert is_single_block(text)


def test_definitions_are_a_block_of_their_own():
    assert _kinds("[a]: /b\n[c]:\n  /d 'T'\ntext") == [
        ("definitions", 0, 2),
        ("paragraph", 3, 3),
    ]
    assert _kinds("[a]: /b\n    text") == [("definitions", 0, 0), ("paragraph", 1, 1)]
    assert _kinds("[a]: /b\nTitle\n---") == [("definitions", 0, 0), ("heading", 1, 2)]


def test_text_that_needs_the_definitions_above_it_stays_with_them():
    assert _kinds("[a]: /b\n<b>") == [("definitions", 0, 1)]
    assert is_single_block("[a]: /b\n2) text")


@pytest.mark.parametrize(
    "text",
    [
        "[a]:",
        "[ ]: /u",
        "[a]: <b c",
        "[a]: (b",
        "[a]: /u 'T' x",
        "[a] : /u",
        "[a]: )",
        r"[a\]: /u",
        "[a]: /u x",
    ],
)
def test_an_invalid_definition_is_a_paragraph(text):
    assert _kinds(text) == [("paragraph", 0, 0)]


@pytest.mark.parametrize(
    "text",
    ["[a]: (b(c)d)", r"[a]: \(b", "[a]: <b c> (T)", '[a]: b "T"', "[a]: b\n'T\nU'", "[a]: <>"],
)
def test_definitions_in_all_their_forms(text):
    assert [segment.kind for segment in segments(text)] == ["definitions"]


def test_a_definition_may_be_followed_by_an_invalid_title():
    assert _kinds("[a]: /u\n'T' x") == [("definitions", 0, 0), ("paragraph", 1, 1)]


def test_a_flat_list_has_its_items():
    flat, nested, loose = segments("- a\n  b\n-\n  c\n\n\n* d\n  - e\n\n1. f\n\n2. g")
    assert flat.items == (0, 2)
    assert nested.items == loose.items == ()


def test_only_line_ends_end_lines():
    text = "a\x85b\u2028c\x0bd\x1ce"
    assert lines_of(text) == [text]
    assert one_line(["\u00a0a\u00a0", "b"]) == "\u00a0a\u00a0 b"


@pytest.mark.parametrize(
    "text", ["> " * (MAXIMUM_DEPTH + 1) + "a", "1. " * 100_000, ">" * 100_000, "- > " * 99]
)
def test_nesting_that_is_too_deep_is_refused_with_its_line(text):
    with pytest.raises(NestingError) as refusal:
        segments("a\n\n" + text)
    assert (refusal.value.code, refusal.value.line) == ("markdown_depth", 2)


def test_nesting_up_to_the_limit_is_read():
    assert len(segments("> " * MAXIMUM_DEPTH + "a")) == 1


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "]", "*a ", "a**b", "`", "![", "[a](b", "<a ", "<!--", "\\", "&", "|", "\t", " "),
        *("[a]: /u\n", "[a]: /u\n===\n", "[a]: /u '\n", "```\n", "- a\n", "- - -\n", "> a\n\n"),
        *("a  \n", "a](<\n", "<div>\n", "<script>\n", "#", "# a\n", "1", ":", "{", "\\{a}", "\n"),
        *("- a\n\n", "<a b=c ", "(", "a\n", "-|", "= \n", "_ ", "[a\\"),
    ],
)
def test_the_work_grows_with_the_length_of_the_text(assert_in_proportion, piece):
    assert_in_proportion(segments, piece * 2_000, piece * 20_000, times=10)


def test_empty_lines_take_no_longer_in_deep_lists(assert_in_proportion):
    empty_lines = "\n" * 200_000
    deep = "- " * (MAXIMUM_DEPTH - 1) + "a"
    assert_in_proportion(segments, "a" + empty_lines, deep + empty_lines, times=1)
