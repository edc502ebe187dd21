"""Front matter is written in one layout, with one meaning in YAML 1.1 and 1.2."""

from __future__ import annotations

import math
import re

import pytest
import yaml
import yaml12
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from diplobrief.formats.markdown.yaml import read
from diplobrief.formats.markdown.yaml.reader import read_exactly
from diplobrief.formats.markdown.yaml.writer import write

SHORT_BRIEF = """\
schema_version: '1.0'
id: lake-treaty
authors: [M. Okafor]
actors:
  - {id: north, kind: state, name: Northland, country: XN}
  - {id: varga, kind: person, name: Ilona Varga, office: Foreign Minister, represents: south}
quotes:
  - speakers: [varga]
    mode: partial
    text: a long winter
    verb: spoke of
    stance: warns
    about: [lake]
events:
  - {kind: call, status: completed, start: '2026-03-03', participants: [north, south]}
treaties:
  - id: lake
    entry_rules:
      - count: 2
        after: {days: 30}
    milestones:
      - id: signed
        kind: signature
        status: completed
        date: '2026-01-10'
        evidence: signed in January
      - kind: parliamentary_approval
        vote: {required: 51}
"""

TRAPS = [
    *(
        "NO",
        "no",
        "y",
        "N",
        "Yes",
        "on",
        "OFF",
        "true",
        "False",
        "null",
        "NULL",
        "~",
        "",
        "=",
        "<<",
    ),
    *("1", "01", "+1", "-1", "0o17", "017", "0x1F", "0b11", "1_000", "1:30", "190:20:30.15", "1e3"),
    *(
        ".5",
        "5.",
        "1.0",
        "+.inf",
        "-.INF",
        ".nan",
        ".",
        "..",
        "+",
        "-",
        "--",
        "1e+20",
        "685.230_15e+03",
    ),
    *("2025", "2025-01", "2025-04-18", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5"),
    *(
        "[2025-05-01..2025-05-10]",
        "2025-05-01..2025-05-10",
        "{a}",
        "a, b",
        "a]",
        "a: b",
        "a:",
        ":a",
    ),
    *(
        "a #b",
        "#a",
        "a#b",
        "- a",
        "-a",
        "? a",
        "?a",
        "a?",
        "a ?",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
    ),
    *(
        "|",
        ">",
        "|-",
        "'",
        '"',
        "''",
        "it's",
        'say "x"',
        "\\",
        "a\\b",
        " a",
        "a ",
        "\ta",
        "a\t",
        "a\tb",
    ),
    *("---", "...", "--- a", "a\nb", "a\nb\n", "a\n\nb", "a\n\n", "\na", " a\nb", "a \nb", "a\n b"),
    *(
        "\n",
        "\n\n",
        "a\rb",
        "a\r\nb",
        "a\x85b",
        "a\u2028b",
        "\u2029",
        "\ufeffa",
        "a\ufeff",
        "\xa0a\xa0",
    ),
    *(
        "\x00",
        "\x7f",
        "\x1b[0m",
        "\ufffe",
        "\U0001f600",
        "ایران\u200cزمین",
        "\u202eabc",
        "http://a.b/c?d=e#f",
    ),
    *(
        "# a\n# b",
        "--- \n...",
        "a\n---\nb",
        "a\n# b\n- c: d",
        "a\n\tb",
        "0",
        "-0",
        "_1",
        "1_",
        "0x",
        "e1",
        "1e",
    ),
]

characters = st.one_of(
    st.characters(codec="utf-8"),
    st.sampled_from("ab01 -:#,?[]{}&*!|>'\"%@`\\~=<._+eExo\n\t\r\x85\u2028\ufeff\xa0"),
)
texts = st.one_of(
    st.sampled_from(TRAPS), st.text(characters, max_size=60), st.text("01:-.eE+_ xXoabTZ")
)
names = st.one_of(st.sampled_from(TRAPS), st.text(characters, max_size=20))
scalars = st.one_of(
    texts,
    st.booleans(),
    st.none(),
    # Beyond 64 bits one of the readers makes floats of integers; the model stops at 53.
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=6),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(names, inner, max_size=5),
    ),
    max_leaves=25,
)
objects = st.dictionaries(names, values, max_size=6)


def typed(value):
    """Make type and order visible to `==`, and tuples lists."""
    if isinstance(value, dict):
        return "object", [(name, typed(member)) for name, member in value.items()]
    if isinstance(value, list | tuple):
        return "list", [typed(item) for item in value]
    return type(value).__name__, repr(value)


def nested(depth):
    value = {"end": ["of", {"it": True}]}
    for level in range(depth):
        value = {f"k{level}": value} if level % 2 else {"list": [value, [[level]]]}
    return value


@given(objects)
@example({trap: trap for trap in TRAPS})
@example({"flow": [TRAPS[:10], *TRAPS]})
def test_written_data_read_back_the_same(data):
    text = write(data)
    assert typed(read(text)) == typed(data)
    assert typed(read_exactly(text)) == typed(data)


@given(objects)
@example({trap: trap for trap in TRAPS})
def test_readers_of_yaml_1_1_see_the_same(data):
    text = write(data)
    assert typed(yaml.load(text, yaml.SafeLoader) or {}) == typed(data)
    assert typed(yaml.load(text, yaml.CSafeLoader) or {}) == typed(data)


@given(objects)
@example({trap: trap for trap in TRAPS})
def test_readers_of_yaml_1_2_see_the_same(data):
    text = write(data)
    assert typed(yaml12.parse_yaml(text) or {}) == typed(data)
    assert typed(YAML(typ="safe", pure=True).load(text) or {}) == typed(data)


@given(objects)
def test_writing_again_changes_nothing(data):
    text = write(data)
    assert write(read(text)) == text


@given(objects)
def test_lines_end_with_a_line_feed_and_no_other_line_end_occurs(data):
    text = write(data)
    assert not re.search("[\t\r\x85\u2028\u2029\ufeff\x00-\x09\x0b-\x1f\x7f]", text)
    assert not re.search(r" \n", text)
    assert text == "" or text.endswith("\n")


def test_a_short_brief_keeps_its_layout():
    assert write(read(SHORT_BRIEF)) == SHORT_BRIEF


@pytest.mark.parametrize(("length", "lines"), [(101, 2), (102, 3)])
def test_an_object_is_written_on_one_line_up_to_column_100(length, lines):
    fixed = len("  - {id: a, name: }")
    text = write({"actors": [{"id": "a", "name": "x" * (length - fixed)}]})
    assert text.count("\n") == lines


@pytest.mark.parametrize(("length", "lines"), [(101, 1), (102, 3)])
def test_a_list_too_long_for_a_line_is_written_item_by_item(length, lines):
    fixed = len("topics: [a, ]")
    assert write({"topics": ["a", "x" * (length - fixed)]}).count("\n") == lines


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"a": "one\ntwo"}, "a: |-\n  one\n  two\n"),
        ({"a": "one\n\ntwo\n"}, "a: |\n  one\n\n  two\n"),
        ({"a": [{"b": "one\ntwo"}]}, "a:\n  - b: |-\n      one\n      two\n"),
        ({"a": ["one\ntwo"]}, "a:\n  - |-\n    one\n    two\n"),
        ({"a": " one\ntwo"}, 'a: " one\\ntwo"\n'),
        ({"a": "it's: so"}, "a: 'it''s: so'\n"),
        ({"a": {}, "b": [], "c": None, "d": True}, "a: {}\nb: []\nc: null\nd: true\n"),
        ({"a": [1e20, 1e-7, -0.0, 1.5]}, "a: [1.0e+20, 1.0e-07, -0.0, 1.5]\n"),
        ({"a": [[1, 2], [3]]}, "a: [[1, 2], [3]]\n"),
        ({"a": [[{"b": 1}], "c"]}, "a:\n  - - {b: 1}\n  - c\n"),
        ({"a": {"b": {"c": 1}}}, "a:\n  b: {c: 1}\n"),
        ({"2025": "NO", "y": "191 deputies"}, "'2025': 'NO'\n'y': 191 deputies\n"),
        ({"a": ["b, c", "d?"]}, "a: ['b, c', 'd?']\n"),
        ({}, ""),
    ],
)
def test_values_are_written_as_people_would(data, text):
    assert write(data) == text


def test_deep_nesting_is_written_and_read():
    data = nested(40)
    assert read(write(data)) == data


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_a_number_that_is_not_finite_is_a_value_error(number):
    with pytest.raises(ValueError, match="finite"):
        write({"a": number})


def test_an_unpaired_surrogate_is_a_value_error():
    with pytest.raises(ValueError, match="surrogate"):
        write({"a": "\ud800"})


def test_a_key_that_is_not_text_is_a_type_error():
    with pytest.raises(TypeError, match="key"):
        write({"a": {1: 2}})


def test_a_key_too_long_for_yaml_is_a_value_error():
    with pytest.raises(ValueError, match="key"):
        write({"a" * 101: 1})


def test_a_value_without_a_json_type_is_a_type_error():
    with pytest.raises(TypeError, match="set"):
        write({"a": {1}})
