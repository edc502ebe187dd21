"""The body of a Markdown file: reading, writing, and places."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from diplobrief.commonmark import is_single_block, lines_of
from diplobrief.formats.markdown.body import BodyError, locate_body, read_body, write_body
from diplobrief.model.vocabulary.sections import SECTION_KINDS, kind_of_heading
from diplobrief.testing.text import INLINE_FRAGMENTS, bodies, inline_text, markdown_blocks
from diplobrief.text.inline import HEADING_PATTERN, INLINE_PATTERN, TITLE_PATTERN

_KINDS = [term.value for term in SECTION_KINDS] + ["x-a", "x-our_view"]
_LANGUAGES = ["fr", "pt-BR", "zh-Hant-TW"]


def _texts_like(pattern: str) -> st.SearchStrategy[str]:
    pieces = st.lists(st.sampled_from(INLINE_FRAGMENTS), min_size=1, max_size=5).map("".join)
    return pieces.map(lambda text: text if re.search(pattern, text) else f"x{text.rstrip()}x")


titles = _texts_like(TITLE_PATTERN)
headings = st.one_of(
    _texts_like(HEADING_PATTERN),
    st.sampled_from(["Why it matters", "WHAT  SHE’S saying", "C#", "C #", "#", "{.lede}"]),
)
items = st.lists(inline_text(), min_size=1, max_size=3)


@st.composite
def numbered(draw):
    start = draw(st.sampled_from([1, 1, 0, 2, 7, 999_999_999]))
    return {"type": "numbered", "start": start, "items": draw(items)}


blocks = st.one_of(
    inline_text().map(lambda text: {"type": "paragraph", "text": text}),
    items.map(lambda texts: {"type": "bullets", "items": texts}),
    numbered(),
    markdown_blocks().map(lambda text: {"type": "markdown", "text": text}),
    st.just({"type": "markdown", "text": "# Another title"}),
)


@st.composite
def sections(draw):
    heading = draw(st.none() | headings)
    label = heading and kind_of_heading(heading)
    kind = draw(st.sampled_from([*_KINDS, "lede", "lede", label or "lede"]))
    section = {}
    if heading is None or label or draw(st.booleans()):
        section["kind"] = kind
    if heading is not None:
        section["heading"] = heading
    if draw(st.booleans()) and draw(st.booleans()):
        section["language"] = draw(st.sampled_from(_LANGUAGES))
    return section | {"content": draw(st.lists(blocks, max_size=4))}


@st.composite
def narratives(draw):
    title = draw(st.none() | titles)
    rest = {"sections": draw(st.lists(sections(), max_size=4))}
    return rest if title is None else {"title": title} | rest


def _written(data) -> str:
    return write_body(data.get("title"), data["sections"])


def _read(body: str):
    try:
        return read_body(body)
    except BodyError:
        assume(condition=False)


@given(narratives())
def test_a_written_body_reads_back_the_same(data):
    assert read_body(_written(data)) == data


@given(bodies())
def test_a_read_body_is_kept_by_writing_it(body):
    data = _read(body)
    written = _written(data)
    assert read_body(written) == data
    assert _written(read_body(written)) == written


@given(bodies())
def test_what_is_read_is_a_valid_narrative(body):
    data = _read(body)
    assert re.search(TITLE_PATTERN, data.get("title", "x"))
    for section in data["sections"]:
        assert "kind" in section or "heading" in section
        assert "kind" in section or kind_of_heading(section["heading"]) is None
        assert re.search(HEADING_PATTERN, section.get("heading", "x"))
        for block in section["content"]:
            if block["type"] == "markdown":
                assert is_single_block(block["text"])
            else:
                texts = block.get("items") or [block["text"]]
                assert all(re.search(INLINE_PATTERN, text) for text in texts)


def _all_text(data) -> str:
    texts = [data.get("title", "")]
    for section in data["sections"]:
        texts += (section.get("kind", ""), section.get("heading", ""), section.get("language", ""))
        for block in section["content"]:
            texts += (str(block.get("start", "")), block.get("text", ""), *block.get("items", ()))
    return "\n".join(texts)


@given(bodies())
def test_every_word_of_every_line_is_in_the_result(body):
    words = iter(re.findall(r"[a-z]{2,}", _all_text(_read(body))))
    marked = re.sub(r"\{lang=fr\}|\.x-y|lang=pt-BR|\{\.lede\}|\.saying", " ", body)
    wanted = [word for word in re.findall(r"[a-z]{4,}", marked) if word != "lede"]
    found = list(words)
    for word in wanted:
        assert word in found


def _at(data, path):
    for step in path:
        data = data[step]
    return data


@given(bodies())
def test_every_part_has_its_place(body):
    data = _read(body)
    places = locate_body(body)
    lines = lines_of(body)
    for path, place in places.items():
        assert _at(data, path) is not None
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.end_column <= len(lines[place.end_line - 1]) + 1
    for number, section in enumerate(data["sections"]):
        assert ("sections", number) in places
        for index in range(len(section["content"])):
            assert ("sections", number, "content", index) in places


def test_places_begin_after_markers_and_indentation():
    places = locate_body(
        "# Title\n\nText\nand more\n\n## Why  {.lede}\n\n- a\n- bc\n  d\n\nT\n---\n"
    )
    assert places["title",] == (1, 3, 1, 8)
    assert places["sections", 0, "content", 0] == (3, 1, 4, 9)
    assert places["sections", 1, "heading"] == (6, 4, 6, 16)
    assert places["sections", 1] == (6, 1, 10, 4)
    assert places["sections", 1, "content", 0, "items", 1] == (9, 3, 10, 4)
    assert places["sections", 2, "heading"] == (12, 1, 12, 2)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("## Why it matters:", {"kind": "why_it_matters", "heading": "Why it matters"}),
        ("## WHAT HE’S SAYING", {"kind": "saying", "heading": "WHAT HE’S SAYING"}),
        ("## Pourquoi {.why_it_matters lang=fr}", {
            "kind": "why_it_matters", "heading": "Pourquoi", "language": "fr"}),
        ("## Pourquoi {lang=fr .lede}", {
            "kind": "lede", "heading": "Pourquoi", "language": "fr"}),
        ("## A view {lang=fr}", {"heading": "A view", "language": "fr"}),
        ("## {.lede lang=fr}", {"kind": "lede", "language": "fr"}),
        ("## {lang=fr}", {"heading": "{lang=fr}"}),
        ("## {a, b}", {"heading": "{a, b}"}),
        (r"## Set \{.lede}", {"heading": "Set {.lede}"}),
        (r"## Set \\{.lede}", {"heading": r"Set \\{.lede}"}),
        ("## C # ##", {"heading": "C #"}),
        ("## #", {"heading": None}),
        ("## # ##", {"heading": "#"}),
        ("## a::", {"heading": r"a:\:"}),
        ("## :", {"heading": r"\:"}),
        (r"## a\:", {"heading": r"a\:"}),
        ("Two\nlines\n---", {"heading": "Two lines"}),
        ("Two  \nlines\n---", {"heading": "Two<br>lines"}),
        ("Two\\\nlines\n---", {"heading": "Two<br>lines"}),
        ("Two\\  \nlines\n---", {"heading": "Two\\ <br> lines"}),
    ],
)  # fmt: skip
def test_headings_contain_kind_text_and_language(line, section):
    (found,) = read_body(line)["sections"]
    if section.get("heading", "") is None:
        assert found == {"kind": "lede", "content": [{"type": "markdown", "text": line}]}
    else:
        expected = {**section, "content": []}
        expected["heading"] = re.sub("<br> ?", "<br> ", section.get("heading", ""))
        found["heading"] = re.sub("<br> ?", "<br> ", found.get("heading", ""))
        assert found == expected


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("a\n\nb\x0cc", "control_character", 3, 2),
        ("\ud800", "control_character", 1, 1),
        ("a\n\n## Why {.wy_it_matters}", "term_unknown", 3, 9),
        ("a\n\nWhy {.wy}\n---", "term_unknown", 3, 6),
        ("a\n\n" + ">" * 100, "markdown_depth", 3, 1),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_with_its_place(body, code, line, column):
    with pytest.raises(BodyError) as refusal:
        read_body(body)
    error = refusal.value
    assert (error.code, error.line, error.column) == (code, line, column)
    assert error.message
    assert error.hint


@pytest.mark.parametrize(
    ("term", "hint"),
    [("wy_it_matters", "did you mean why_it_matters?"), ("odds", "use one of the known kinds")],
)
def test_the_hint_for_an_unknown_kind_is_the_kind_that_was_probably_meant(term, hint):
    with pytest.raises(BodyError) as refusal:
        read_body(f"## Talks {{.{term}}}")
    assert refusal.value.hint.startswith(hint)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("```\ncode\n\n", "```\ncode\n\n```"),
        ("~~~~\n~~~", "~~~~\n~~~\n~~~~"),
        ("<!--", "<!--\n-->"),
        ("<script>\na", "<script>\na\n</script>"),
        ("<?php", "<?php\n?>"),
        ("<![CDATA[", "<![CDATA[\n]]>"),
        ("- ```\n\n\n", "- ```\n\n\n  ```"),
        ("- a\n\n  1) ~~~\n     b", "- a\n\n  1) ~~~\n     b\n     ~~~"),
    ],
)
def test_open_blocks_are_closed(body, text):
    (section,) = read_body(body)["sections"]
    assert section["content"] == [{"type": "markdown", "text": text}]


@given(st.lists(blocks, min_size=2, max_size=2))
@example([{"type": "bullets", "items": ["a"]}, {"type": "bullets", "items": ["b"]}])
@example([{"type": "bullets", "items": ["a"]}, {"type": "markdown", "text": "    code"}])
@example([{"type": "markdown", "text": "    a"}, {"type": "markdown", "text": "    b"}])
@example([{"type": "markdown", "text": "- a\n  - b"}, {"type": "markdown", "text": "- c\n\n  d"}])
def test_neighbouring_blocks_stay_separate(pair):
    data = {"sections": [{"kind": "lede", "language": "en", "content": pair}]}
    assert read_body(_written(data)) == data


def test_a_paragraph_of_several_lines_becomes_one():
    (section,) = read_body("The two\nstates \n   share\n")["sections"]
    assert section["content"] == [{"type": "paragraph", "text": "The two states share"}]


def test_all_examples_of_the_specification_are_kept(node_json):
    for found in node_json("show(require('commonmark-spec').tests)"):
        body = found["markdown"].replace("→", "\t")
        data = read_body(body)
        assert read_body(_written(data)) == data


def test_an_empty_narrative_is_an_empty_body():
    assert write_body(None, []) == ""
    assert read_body("") == read_body("\n \n\t\n") == {"sections": []}


@pytest.mark.parametrize("text", ["007. agent", "1. a\n08. b", "- a\n\n0012) b"])
def test_zeros_at_the_start_of_a_number_are_kept(text):
    body = read_body(f"{text}\n")
    assert write_body(None, body["sections"]) == f"{text}\n"


@given(bodies())
def test_the_places_of_some_parts_are_those_among_all(body):
    places = locate_body(body)
    for path in places:
        assert locate_body(body, [path])[path] == places[path]
