"""The fast way of reading has the same result as the exact one, whatever the text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diplobrief.formats.markdown.yaml import Expected, Mapping, Scalar, YamlError, compose, read
from diplobrief.formats.markdown.yaml.composer import compose_compiled, compose_exactly
from diplobrief.formats.markdown.yaml.fast_path import read_fast
from diplobrief.formats.markdown.yaml.reader import read_exactly
from diplobrief.formats.markdown.yaml.resolver import ANYTHING, resolve

# All of it is covered elsewhere; while it is measured, it takes twice as long.
pytestmark = pytest.mark.no_cover

AS_WRITTEN = """\
schema_version: '1.0'
id: lake-treaty
published: '2026-03-04'
authors: [M. Okafor]
actors:
  - {id: north, kind: state, name: Northland, country: XN}
quotes:
  - speakers: [varga]
    text: |-
      a long winter

      and more
    stance: warns
treaties:
  - id: lake
    entry_rules:
      - count: 2
        after: {days: 30}
    milestones:
      - id: signed
        date: '2026-01-10'
        evidence: [{exact: signed in January, prefix: "a\\u2028 b"}]
"""
BY_HAND = """\
title: "A \\u2028 b"  # comment
note: >-
  folded text
  goes on

  here: yes # no
list:
- a
- b: c
  d: [1, 2.5, {e: f, "g": h, i}]
-
  - x
  - 'it''s'
nums: [01, +1, .5, 1e3, 0x1F, 0o17, -0, 1., 12:30:00, 2025-04-18, [2025-05-01..2025-05-10]]
vote: {in_favour: [a, b],
  against: 3 , "x":1}
text: |
  line one
    more

  end
long plain: this goes
  on and on
  and ends: not
empty:
nothing: ~
q: Quoi ? Oui! R&D *x* 50% <<a>> c:d http://x.y/z?a=b&c=d#e "in" 'q'
last: "multi
  line \\
  q"
"""
LINES = (AS_WRITTEN + BY_HAND).splitlines(keepends=True)
PIECES = [
    *("&", "*", "!", "?", "? ", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "  ", "\t", "#"),
    *(
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        ", ",
        "|",
        ">",
        "|-\n",
        ">+\n",
        "|\n",
        "%",
        "@",
        "`",
    ),
    *("<<: ", "~", "null", "true", "1", "01", "1_0", ".inf", "1e9", "0b1", "0x", "=", ".", "\\"),
    *("\x85", "\u2028", "\ufeff", "\xa0", "\r", "\r\n", "...", "---", "a", "a: b", "\\n", "\\x41"),
    *("\n- ", "\n\n", "é", "\x7f", "\u200f", "\U0001f600", "''", '""', ": [", ": {", "\n#", "1:"),
    *(
        "2025-01-01: ",
        "\\/",
        "\\ud83d",
        "\\ude00",
        "\\N",
        "\ud800",
        "\x00",
        "..",
        "\\u00e9",
        "- - ",
    ),
]


WITHIN = {
    "a": Expected(is_text=True),
    "b": Expected(items=Expected(is_text=True)),
    "e": Expected(is_text=True, is_date=True),
    "nums": Expected(is_text=True, is_date=True),
}
EXPECTED = Expected(
    members={
        **WITHIN,
        "list": Expected(is_text=True, members=WITHIN),
        "d": Expected(is_text=True, members=WITHIN),
        "vote": Expected(
            members={"in_favour": Expected(is_text=True), "x": Expected(is_text=True)}
        ),
        "actors": Expected(members={"id": Expected(is_text=True)}),
    }
)
"""What a caller may expect of the texts above."""


def typed(value):
    """Make types and order visible to `==`."""
    if isinstance(value, dict):
        return "object", [(name, typed(member)) for name, member in value.items()]
    if isinstance(value, list):
        return "list", [typed(item) for item in value]
    return type(value).__name__, repr(value)


def outcome(read_it, text, expected=ANYTHING):
    try:
        return typed(read_it(text, expected))
    except YamlError as error:
        return error


def placed(node):
    """Make a tree with its places visible to `==`."""
    if isinstance(node, Scalar):
        return node.start, node.end, node.style, node.value
    if isinstance(node, Mapping):
        members = [(placed(entry.key), placed(entry.value)) for entry in node.entries]
        return node.start, node.end, node.flow, members
    return node.start, node.end, node.flow, [placed(item) for item in node.items]


@st.composite
def excerpts(draw):
    first = draw(st.integers(0, len(LINES) - 1))
    lines = LINES[first : first + draw(st.integers(1, 9))]
    margin = min(len(line) - len(line.lstrip(" ")) for line in lines)
    return "".join(line[margin:] for line in lines)


@st.composite
def damaged(draw, whole):
    text = draw(whole)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        removed = draw(st.sampled_from([0, 0, 1, 1, 2, 5]))
        piece = draw(st.sampled_from(["", *PIECES]))
        text = text[:place] + piece + text[place + removed :]
    return text


pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)


def assert_both_ways_agree(text):
    for expected in (ANYTHING, EXPECTED):
        fast = read_fast(text, expected)
        if fast is not None:
            assert typed(fast) == outcome(read_exactly, text, expected)


@given(damaged(st.sampled_from([AS_WRITTEN, BY_HAND]) | excerpts()))
@example("a: |\n")
@example("a: |\n  b")
@example("a: {b\n c: d}")
@example("a: [:b]")
@example('a: {"b" :c}')
@example("a: b\r...\n")
@example("{[a]: b}: c\n")
@settings(max_examples=600)
def test_both_ways_agree_on_damaged_front_matter(text):
    assert_both_ways_agree(text)


@given(pieces)
@settings(max_examples=600)
def test_both_ways_agree_on_bits_and_pieces(text):
    assert_both_ways_agree(text)
    assert_both_ways_agree(f"a: {text}\n")


@given(damaged(excerpts()))
def test_reading_has_the_same_result_as_the_exact_way(text):
    assert outcome(read, text) == outcome(read_exactly, text)


NUMBERS = [
    *("0", "42", "0042", "1.10", "1e3", "-1E+3", "+1.5e-3", "1_000", "0x1F", "0X1F", "-0x1F"),
    *("0o17", "0b1", ".5", "1.", "12:30", "2025-04-18", "9" * 30, "true", "False", "TRUE", "tRUE"),
]
PLACES = [
    *("a: {}\n", "b: {}\n", "b:  {} # c\n", "b: {}", "b:\n- {}\n", "b:\n  - {}\n  - x\n"),
    *("b: [{}]\n", "b: [ {},x,{} ]\n", "b: {c: {}, d: {}}\n", "b:\n  c: {}\n", "b:\n  - c: {}\n"),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", NUMBERS)
def test_values_that_look_like_numbers_are_read_the_fast_way(number, place):
    text = place.replace("{}", number)
    assert read_fast(text) is not None
    assert_both_ways_agree(text)


numeric = st.text("0123456789+-._eExXobBaAfFinN", max_size=6) | st.sampled_from(NUMBERS)


@given(st.lists(st.sampled_from(PIECES) | numeric, min_size=1, max_size=12).map("".join))
@example("a: |-\n  42\n")
@example("b: |-\n  - 42\n")
@example('b: "\\\n  42\\\n  "\n')
@example("b: 42\n  43\n")
@example("b: 5,000 , 3\n")
@example("b: [5, 000 , 3]\n")
@example("- 42 : x\n")
@example("b: [a, 42 : x]\n")
@example("b: 'x, 42 '\n")
@example("e: [1990..2000]\n")
@example("e: [..2000]\n")
@example("e: [5..]\n")
@example("e: ['1990..2000']\n")
@example("e: ['see: 5 a..b']\n")
@example("b: \ue000\n")
@example("b: [\n  42,\n  1_000]\n")
@settings(max_examples=600)
def test_both_ways_agree_on_numbers(text):
    assert_both_ways_agree(text)
    assert_both_ways_agree(f"a: {text}\n")
    assert_both_ways_agree(f"b: [{text}]\n")


def test_ordinary_front_matter_is_read_the_fast_way():
    assert read_fast(AS_WRITTEN) == read_exactly(AS_WRITTEN)


def exact_tree(text):
    root, _ = compose_exactly(text)
    resolve(root)  # which refuses infinite numbers
    return root


def tree(read_it, text):
    try:
        return placed(read_it(text))
    except YamlError as error:
        return error


@given(damaged(st.just(AS_WRITTEN) | excerpts()) | pieces | pieces.map("a: {}\n".format))
@example("a: b]")
@example("a: 'b'#\n")
@example("a: {b: , c: d}\n")
@example("a: \x85\nb: c")
@settings(max_examples=600)
def test_both_trees_have_the_same_places(text):
    assert tree(compose, text) == tree(exact_tree, text)


def test_the_places_of_ordinary_front_matter_are_found_the_fast_way():
    assert compose_compiled(AS_WRITTEN) is not None
    assert placed(compose(AS_WRITTEN)) == placed(exact_tree(AS_WRITTEN))


def test_without_a_compiled_parser_places_are_found_the_exact_way(monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert compose_compiled(AS_WRITTEN) is None
    assert placed(compose(AS_WRITTEN)) == placed(exact_tree(AS_WRITTEN))
