"""No word of a pasted text is lost, invented or moved."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplobrief.formats.text.reader import read_plain_data, spans_of
from diplobrief.model.brief import Brief
from diplobrief.text.plain import to_plain

if TYPE_CHECKING:
    from diplobrief.diagnostics import Span

LAYOUTS = Path(__file__).parents[4] / "shared" / "seeds"
PAGES = sorted(LAYOUTS.rglob("*.txt")) if LAYOUTS.exists() else []

# White space and the marks of structure separate words: list markers, heading marks, the colon or
# dash of a label. (Another property tests that such characters survive in running text.)
WORD = re.compile(r"[^\W_]+")
BYLINE_WORDS = {
    *("by", "par", "por", "von", "and", "et", "e", "und", "y", "بقلم", "به", "قلم", "و"),
    *("author", "autor", "auteure", "автор", "نویسنده"),
}


def words(text: str) -> list[str]:
    """The runs of letters and digits in a text, with digits in ASCII."""
    folded = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)
    return WORD.findall(folded)


def shown(block: dict) -> list[str]:
    if block["type"] == "numbered":
        start = block["start"]
        return [f"{n} {to_plain(item)}" for n, item in enumerate(block["items"], start)]
    if block["type"] == "bullets":
        return [to_plain(item) for item in block["items"]]
    return [to_plain(line) for line in block["text"].split("\n")]


def reading(brief: dict) -> list[str]:
    """The words of a brief in reading order: title, subtitle, then each heading and its blocks."""
    parts = [to_plain(brief[name]) for name in ("title", "subtitle") if name in brief]
    for section in brief["sections"]:
        if "heading" in section:
            parts.append(to_plain(section["heading"]))
        for block in section["content"]:
            parts += shown(block)
    return words("\n".join(parts))


def without_bullets(words: list[str]) -> list[str]:
    """Omit the letter that word processors use as a bullet."""
    return [word for word in words if word != "o"]


def in_order_of_brief(text: str, brief: dict) -> list[str]:
    """The words of a text: first those of its title, then all others, without the byline."""
    lines = re.split("\r\n|\n|\r", text)
    places = spans_of(text)
    head: list[str] = []
    if "authors" in brief:
        line = places["authors", 0].line
        names = [word for author in brief["authors"] for word in words(author["name"])]
        kept = [word for word in words(lines[line - 1]) if word.lower() not in BYLINE_WORDS]
        assert kept == [word for word in names if word.lower() not in BYLINE_WORDS]
        lines[line - 1] = ""
    for name in ("title", "subtitle"):
        if name in brief:
            place = places[(name,)]
            for line in range(place.line, place.end_line + 1):
                start = place.column - 1 if line == place.line else 0
                head += words(lines[line - 1][start:])
                lines[line - 1] = lines[line - 1][:start]
    return head + words("\n".join(lines))


def assert_no_word_is_lost(text: str) -> None:
    brief = read_plain_data(text)
    assert without_bullets(reading(brief)) == without_bullets(in_order_of_brief(text, brief))


LABELS = st.sampled_from(
    [
        "Why it matters:",
        "**Why it matters:** ",
        "## Why it matters",
        "What he’s saying: ",
        "Yes, but — ",
        "KEY POINTS",
        "Regional reaction:",
        "Почему это важно:",
        "چرا مهم است:",
        "Points clés :",
        "Photo: ",
        "Wang Yi:",
        "Title of the page",
        "By Ana Ruiz",
        "Автор: Иван Петров",
        "1. Why it matters",
        "II. Key points",
        "LEGAL OPINION",
        "Why it matters. ",
        "Key points\t",
        "MOSCOW, April 15 (TASS) — ",
        "http://example.org/a",
    ]
)
MARKERS = st.sampled_from(
    [
        "- ",
        "• ",
        "* ",
        "– ",
        "· ",
        "●",
        "  - ",
        "    ◦ ",
        "o\t",
        "\uf0b7\t",
        "+ ",
        "— ",
        "1°) ",
        "(a) ",
        "1. ",
        "2) ",
        "(1) ",
        "(2) ",
        "۳. ",
        "> ",
        ">> ",
    ]
)
PROSE = st.text(
    st.sampled_from(
        "abcdeXYZ яж سلام 中文 0123456789.,:;!?*_`[]()<>&#-–—“”'’\\|~=+{}@\t\u00a0\u200c"
    ),
    max_size=60,
)
LINES = st.builds(lambda head, body: head + body, st.one_of(st.just(""), LABELS, MARKERS), PROSE)
DOCUMENTS = st.builds(
    lambda lines, ends: "".join(line + end for line, end in zip(lines, ends, strict=False)),
    st.lists(LINES, max_size=14),
    st.lists(
        st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "\n\u00a0\n"]), min_size=14, max_size=14
    ),
)


@given(DOCUMENTS)
def test_the_words_of_a_page_are_all_in_the_result_in_order(text):
    """Every word of the input is in the result, in the same order.

    The result is read in this order: the title, then the heading and the blocks of each section;
    items of a numbered list are read with their numbers. The line that became `authors` is exempt:
    its words are the names, in order, and the words of a byline (`By`, `and`).
    """
    assert_no_word_is_lost(text)


SEPARATORS = st.lists(
    st.sampled_from(["\x85", "\u2028", "\u2029", "\u3000", "\n", "Foo bar:", "- ", "X", "Итог"]),
    max_size=12,
).map("".join)


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), SEPARATORS))
@example("Foo bar:\n\n\u2028")
@example("Foo bar:\n\n- \x85")
def test_no_text_is_refused_and_no_word_of_it_lost(text):
    assert_no_word_is_lost(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", text))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_running_text_shows_exactly_its_own_characters(words):
    line = f"Then the minister explained at length {words}x to those who asked."
    (section,) = read_plain_data(line)["sections"]
    (block,) = section["content"]
    assert to_plain(block["text"]) == line


@given(st.one_of(DOCUMENTS, st.text(st.characters(exclude_categories=["Cs"]), max_size=200)))
def test_what_is_read_is_a_valid_brief(text):
    brief = Brief.model_validate(read_plain_data(text))
    assert [len(section.content) for section in brief.sections] == [
        len(section["content"]) for section in read_plain_data(text)["sections"]
    ]


def text_at(span: Span, text: str) -> str:
    lines = re.split("\r\n|\n|\r", text)[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@given(DOCUMENTS)
@example("- Talks\n  - in the north\n  - in the south\n")
def test_every_part_of_the_result_has_its_span(text):
    brief, spans = read_plain_data(text), spans_of(text)
    end = (0, 0)
    for number, section in enumerate(brief["sections"]):
        assert ("sections", number) in spans
        for index, block in enumerate(section["content"]):
            span = spans["sections", number, "content", index]
            assert (span.line, span.column) < (span.end_line, span.end_column)
            assert span.line >= end[0]
            end = (span.end_line, span.end_column)
            found = without_bullets(words(text_at(span, text)))
            expected = without_bullets(words("\n".join(shown(block))))
            # The label of a section may be on the first line of its text.
            assert found[len(found) - len(expected) :] == expected
            assert found == expected or index == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("first", [0, 1, 2])
def test_real_pages_lose_no_word(page, first):
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    assert_no_word_is_lost("".join(lines[first:]))


@pytest.mark.parametrize(
    "unit",
    [
        "Why it matters: it does.\n",
        "a\n",
        "- a\n",
        "  - a\n    - b\n",
        "Foo bar:\n",
        "> > a\n> b\n\n",
        "x" * 50 + " ",
        "\n",
        "[<&\\`",
        "– ",
        " \u00a0",
    ],
)
def test_the_time_grows_as_the_text_does(assert_in_proportion, unit):
    assert_in_proportion(read_plain_data, f"x {unit * 300}", f"x {unit * 3_000}", times=10)
