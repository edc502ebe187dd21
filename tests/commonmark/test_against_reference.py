"""Compares the segmenter with the reference implementation of CommonMark."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given

from diplobrief.commonmark import NestingError, lines_of, segments
from diplobrief.formats.markdown.body import BodyError, read_body, write_body
from diplobrief.testing.text import bodies

# All of it is covered elsewhere; while it is measured, it takes twice as long.
pytestmark = pytest.mark.no_cover

# JavaScript's regular expressions take these for spaces or line ends, CommonMark does not; and
# commonmark.js wants spaces where the specification also allows tabs in a definition.
_JAVASCRIPT_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
_TAB_IN_DEFINITION = re.compile(r"\](?s:.)*\t")
_ATTRIBUTES = re.compile(
    r"\s*\{[ \t]*(?:\.[\w-]+([ \t]+lang=[\w-]+)?|lang=[\w-]+([ \t]+\.[\w-]+)?)[ \t]*\}$"
)
_DECLARATION_OR_TAG_LEFT_OPEN = re.compile(r"<[!A-Za-z/?]")


def _by_reference_and_specification_alike(body: str) -> str:
    body = "\n".join(lines_of(body))
    assume(_JAVASCRIPT_SPACE.search(body) is None)
    assume("]:" not in body or _TAB_IN_DEFINITION.search(body) is None)
    return body


def _lines_of_segments(body: str) -> list[tuple[str, int, int]] | None:
    try:
        found = segments(body)
    except NestingError:
        return None
    return [(s.kind, s.level, s.first) for s in found if s.kind != "definitions"]


@given(bodies())
@example("> \n\t> a")
@example("<pre\n</script>\na")
@example("[a]: /u\n===\n[b]: /u\n===")
@example("- \n\n\n- a")
@example("+    -<script>\n    ```")
def test_blocks_begin_where_the_reference_begins_them(reference, body):
    body = _by_reference_and_specification_alike(body)
    found = _lines_of_segments(body)
    assume(found is not None)
    expected = [(block["kind"], block["level"], block["first"]) for block in reference.blocks(body)]
    for segment in segments(body):
        if segment.kind == "definitions":
            expected = _without_definitions(expected, segment, found)
    assert found == expected


def _without_definitions(blocks, definitions, found):
    """Leave out what the reference says of lines that definitions take.

    It lets a setext heading begin at the definitions above it, and an empty paragraph stay where
    they were taken out of it. A paragraph that would be another block without the definitions
    above it belongs to them here.
    """
    kept = []
    for kind, level, first in blocks:
        if not definitions.first <= first <= definitions.last:
            kept.append((kind, level, first))
        elif (kind, level, definitions.last + 1) in found and kind == "heading":
            kept.append((kind, level, definitions.last + 1))
    return kept


@given(bodies())
def test_a_list_is_flat_if_the_reference_finds_one_paragraph_in_each_item(reference, body):
    body = _by_reference_and_specification_alike(body)
    assume("]:" not in body and _lines_of_segments(body) is not None)
    flat = {
        block["first"]: tuple(item["first"] for item in block["items"])
        for block in reference.blocks(body)
        if block["items"]
        and block["tight"]
        and all(item["blocks"] == ["paragraph"] for item in block["items"])
    }
    assert {s.first: s.items for s in segments(body) if s.items} == flat


def _shown(html: str) -> str:
    """Leave out what `fmt` may change: space, the separator, and a heading's attributes."""
    html = re.sub(r"<!-- -->\n?|<p></p>\n?", "", html)
    html = re.sub(r"\s*<br ?/?>\s*", "<br>", html)

    def bare(heading: re.Match[str]) -> str:
        text, before = heading[1], None
        while text != before:
            before = text
            text = re.sub(r"\s*:$", "", _ATTRIBUTES.sub("", text))
        return f"<h2>{text}</h2>" if text else ""

    html = re.sub(r"<h2>(.*?)</h2>", bare, html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html).replace("> <", "><").strip()


def _has_tag_across_a_heading_break(body: str) -> bool:
    """A break inside what would be a tag, were it not for the break, cannot stand on one line."""
    return any(
        s.kind == "heading"
        and s.last - s.first > 1
        and _DECLARATION_OR_TAG_LEFT_OPEN.search("\n".join(lines_of(body)[s.first : s.last]))
        for s in segments(body)
    )


def _ends_with_closed_markup(written: str) -> bool:
    """The reader has ended markup that stood open at the end, which shows."""
    return re.search(
        r"\n(?:-->|\?>|>|\]\]>|</(?:script|pre|style|textarea)>)\n\Z", written, re.IGNORECASE
    )


def assert_rewriting_shows_the_same(reference, body: str) -> None:
    data = read_body(body)
    written = write_body(data.get("title"), data["sections"])
    if not _ends_with_closed_markup(written):
        assert _shown(reference.html(written)) == _shown(reference.html(body))


@given(bodies())
@example("[a]:\n- ~~~\nb")
@example("a](<b\nc>)")
@example("`a \nb`")
def test_rewriting_a_body_does_not_change_its_rendering(reference, body):
    body = _by_reference_and_specification_alike(body)
    try:
        read_body(body)
    except BodyError:
        assume(condition=False)
    assume(not _has_tag_across_a_heading_break(body))
    assert_rewriting_shows_the_same(reference, body)


def test_all_examples_of_the_specification_keep_their_rendering(reference, specification):
    assert len(specification) > 600
    for body in specification:
        data = read_body(body)
        written = write_body(data.get("title"), data["sections"])
        assert read_body(written) == data
        assert_rewriting_shows_the_same(reference, body)
