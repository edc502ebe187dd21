"""Inline text: what a model text may be, and how it is escaped and shown."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic_core import SchemaValidator, ValidationError, core_schema

from diplobrief.testing.text import INLINE_FRAGMENTS, inline_text
from diplobrief.text import inline, plain

_PATTERNS = (inline.INLINE_PATTERN, inline.TITLE_PATTERN, inline.HEADING_PATTERN)
_CONTROL = re.compile(inline.INLINE_FORBIDDEN_PATTERN)
_RAW_HTML = re.compile(r"<[A-Za-z/!?]")
_LINK_IN_ANGLES = re.compile(r"<[A-Za-z][^ \t<>:@]*[:@]")
_LABEL_WITH_CODE = re.compile(r"\[(?:[^\\\[\]]|\\.)*[`<](?:[^\\\[\]]|\\.)*\]:")
_ESCAPED_GROUP = re.compile(r"(?<!\\)(?:\\\\)*\\\{[0-9A-Za-z._=\t -]*\}\Z")

hostile = st.lists(
    st.sampled_from((*INLINE_FRAGMENTS, "\\", "\x07", "\n", "\x7f")), min_size=1, max_size=8
).map("".join)
plain_text = hostile.filter(lambda text: text.strip(" \t") and not _CONTROL.search(text))


def _matches(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None and _CONTROL.search(text) is None


def _accepts(pattern: str, text: str) -> bool:
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern)).validate_python(text)
    except ValidationError:
        return False
    return True


def _shown_without_pyromark(text: str) -> str:
    return next(plain._leaf_texts_of_tokens(plain._markdown_it().parseInline(text)))


def _is_one_line(text: str) -> bool:
    return bool(text) and text.strip(" \t") == text and not _CONTROL.search(text)


@given(hostile)
def test_a_text_is_what_neither_is_html_nor_needs_no_escape(text):
    raw_html = _RAW_HTML.match(text) and not _LINK_IN_ANGLES.match(text)
    expected = (
        _is_one_line(text)
        and not raw_html
        and not _LABEL_WITH_CODE.match(text)
        and inline.unescape_block_start(text) == text
    )
    assert _matches(inline.INLINE_PATTERN, text) == expected


@given(hostile)
def test_a_heading_ends_neither_in_a_colon_nor_in_a_needless_escape(text):
    backslashes = len(text[:-1]) - len(text[:-1].rstrip("\\"))
    colon = text.endswith(":") and backslashes % 2 == 0
    expected = _is_one_line(text) and not colon and not _ESCAPED_GROUP.search(text)
    assert _matches(inline.HEADING_PATTERN, text) == expected


@given(hostile)
def test_rust_and_python_read_the_patterns_alike(text):
    for pattern in _PATTERNS:
        assert _accepts(pattern, text) == _matches(pattern, text)


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(hostile, min_size=100, max_size=300))
@pytest.mark.parametrize("pattern", _PATTERNS)
def test_javascript_and_python_read_the_patterns_alike(node_json, pattern, texts):
    script = (
        "const pattern = new RegExp(given.pattern, 'u');"
        "show(given.texts.map(text => pattern.test(text)));"
    )
    found = node_json(script, {"pattern": pattern, "texts": texts})
    assert found == [_matches(pattern, text) for text in texts]


@given(inline_text())
def test_the_escape_is_taken_away_again_and_nothing_else(text):
    assert inline.unescape_block_start(inline.escape_block_start(text)) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2025. The year", r"2025\. The year"),
        ("# 1", r"\# 1"),
        ("- x", r"\- x"),
        ("> y", r"\> y"),
        ("===", r"\==="),
        ("* * *", r"\* * *"),
        ("[a]: b", r"[a]\: b"),
        ("#hashtag", "#hashtag"),
        ("2025.", r"2025\."),
        ("1234567890. x", "1234567890. x"),
        ("*emphasis*", "*emphasis*"),
        ("```a`", "```a`"),
    ],
)
def test_the_escape_stands_before_the_marker(text, line):
    assert inline.escape_block_start(text) == line
    assert inline.unescape_block_start(line) == text


@given(plain_text)
def test_plain_text_becomes_inline_text_that_shows_it(text):
    written = plain.to_inline(text)
    assert _matches(inline.INLINE_PATTERN, written)
    assert plain.to_plain(written) == text


@given(plain_text)
def test_without_the_fast_parser_plain_text_is_the_same(text):
    written = plain.to_inline(text)
    assert _shown_without_pyromark(written) == text


@pytest.mark.parametrize(
    "unit",
    ["*", "_", "*_", "**a", "[", "[a](", "`", "`a``", "<", "<a", "<a@", "&", "&#1", "\\", "\\`"],
)
@pytest.mark.parametrize("show", [plain.to_inline, plain.to_plain, _shown_without_pyromark])
def test_work_grows_linearly_with_the_text(assert_in_proportion, show, unit):
    small, larger, large = (f"x{unit * count}x]" for count in (100, 1_000, 10_000))
    assert_in_proportion(show, small, larger, times=10)
    assert_in_proportion(show, larger, large, times=10)


@given(plain_text)
def test_to_inline_escapes_nothing_where_no_markup_is(text):
    assume(not set(text) & set("\\`*_[<&") and text.strip(" \t") == text)
    assert plain.to_inline(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The *Duma* [voted](https://e.org 'T')", "The Duma voted"),
        ("![the flag](f.png) of `S/RES/2`", "the flag of S/RES/2"),
        ("a<br>b <b>c</b> <!-- d -->", "a b c "),
        ("&amp; \\* &#32;", "& *  "),
        ("# 1", "# 1"),
        ("<https://e.org>", "https://e.org"),
        ("- *x*", "- x"),
    ],
)
def test_to_plain_shows_what_a_reader_sees(text, shown):
    assert plain.to_plain(text) == shown
    assert _shown_without_pyromark(text) == shown


def test_references_resolve_with_the_definitions_of_the_brief():
    assert plain.to_plain("see [the *text*][t]", "[t]: /u") == "see the text"
    assert plain.block_to_plain("> [a][t]", "[t]: /u") == "a"


def test_text_that_only_looks_like_a_definition_is_not_shown():
    assert plain.to_plain("<b>", "[t](u) more") == ""
    assert plain.to_plain("*a*", "[t](u) more") == "a"


BLOCKS = [
    ("> So *it*\n> was said.\n>\n> - twice", "So it was said.\ntwice"),
    ("- a\n  - b\n- c", "a\nb\nc"),
    ("1. a\n\n   b\n\n2. c<br>d", "a\nb\nc d"),
    ("```text\ncode\n```", "code"),
    ("<div>\n<!-- a\nb -->\nc</div>", " \n \nc "),
    ("***", ""),
    ("a  \nb", "a b"),
]


@pytest.mark.parametrize(("block", "shown"), BLOCKS)
def test_each_paragraph_of_a_block_is_a_line(monkeypatch, block, shown):
    assert plain.block_to_plain(block) == shown
    monkeypatch.setitem(sys.modules, "pyromark", None)
    assert plain.block_to_plain(block) == shown


def test_to_plain_works_without_pyromark(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyromark", None)
    assert plain.to_plain("*a*") == "a"
    assert plain.to_plain("see [a][t]", "[t]: /u") == "see a"
