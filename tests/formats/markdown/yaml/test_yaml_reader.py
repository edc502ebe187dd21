"""The values of front matter, and the syntax that is refused, for both ways of reading."""

from __future__ import annotations

import sys
import threading

import pytest

from diplobrief.formats.markdown.yaml import YamlError, read
from diplobrief.formats.markdown.yaml.fast_path import read_fast
from diplobrief.formats.markdown.yaml.reader import read_exactly

both_ways = pytest.mark.parametrize("read_it", [read, read_exactly])


@both_ways
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *[
            (word, word)
            for word in ("NO", "no", "y", "on", "Off", "yes", "nUll", "tRue", "=", "nan")
        ],
        *[
            (date, date)
            for date in ("2025-01", "2025-04-18", "12:30:00", "1:30", "2025-04-18T10:00:00Z")
        ],
        *[
            (text, text)
            for text in ("1_000", "0b11", "0X1F", "0O17", "-0x1", "0o8", "1e", "1.2.3", ".", "--1")
        ],
        *[(empty, None) for empty in ("", "~", "null", "Null", "NULL", "# nothing")],
        *[(word, True) for word in ("true", "True", "TRUE")],
        *[(word, False) for word in ("false", "False", "FALSE")],
        *[("0o17", 15), ("0x1F", 31), ("01", 1), ("+1", 1), ("-0", 0), ("9" * 30, int("9" * 30))],
        *[("1.0", 1.0), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("-1.5E-3", -0.0015)],
        *[("'1'", "1"), ('"null"', "null"), ("'it''s'", "it's"), ('"\\x41\\u00e9\\/"', "Aé/")],
        ('"\\ud83d\\ude00"', "\U0001f600"),
        ("[2025-05-01..2025-05-10]", ["2025-05-01..2025-05-10"]),
        ("[What? Yes, http://a.b/c?d, a:b]", ["What? Yes", "http://a.b/c?d", "a:b"]),
        ('{a: 1, "b":2, c}', {"a": 1, "b": 2, "c": None}),
        ("R&D *is* 50% <b>! Quoi ?", "R&D *is* 50% <b>! Quoi ?"),
        ("one\n  two\n\n  three", "one two\nthree"),
        ("|\n  one\n   two\n", "one\n two\n"),
        (">-\n  one\n  two\n", "one two"),
        ("one\x85two\u2028three\u2029four\ufefffive", "one\x85two\u2028three\u2029four\ufefffive"),
        ("|\n  one\u2028\n  \x85two\n", "one\u2028\n\x85two\n"),
    ],
)
def test_values_follow_the_core_rules_of_yaml_1_2(read_it, written, meant):
    found = read_it(f"x: {written}\n")["x"]
    assert (type(found), found) == (type(meant), meant)


@both_ways
@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "\n\n# a\n\n"])
def test_front_matter_may_be_empty(read_it, text):
    assert read_it(text) == {}


@both_ways
@pytest.mark.parametrize("text", ["a: |\n  b", "a: |\n  b\n", "a: >\n  b", "a: >\n  b\n\n"])
def test_a_block_ends_with_its_line_end_even_where_the_text_ends_first(read_it, text):
    assert read_it(text) == {"a": "b\n"}


@both_ways
def test_a_key_is_text_even_if_it_looks_like_a_number(read_it):
    text = "2025: a\n1.10: b\nnull: c\n~: d\ntrue: e\nx-f: {1: 2, 01: 3}\n"
    assert read_it(text) == {
        "2025": "a",
        "1.10": "b",
        "null": "c",
        "~": "d",
        "true": "e",
        "x-f": {"1": 2, "01": 3},
    }


@both_ways
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_three_line_ends_are_read(read_it, line_end):
    text = "a: b\nc:\n  - d\n  - |\n    e\n    f\n".replace("\n", line_end)
    assert read_it(text) == {"a": "b", "c": ["d", "e\nf\n"]}


@both_ways
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\n", "yaml_alias", 1, 4),
        ("a: 1\nb: [*x]\n", "yaml_alias", 2, 5),
        ("a: !!str 1\n", "yaml_tag", 1, 4),
        ("a:\n  - !x 1\n", "yaml_tag", 2, 5),
        ("%YAML 1.2\n---\na: 1\n", "yaml_directive", 1, 1),
        ("---\na: 1\n", "yaml_document", 1, 1),
        ("a: 1\n---\nb: 2\n", "yaml_document", 2, 1),
        ("a: 1\n...\n", "yaml_document", 2, 1),
        ("- a\n- b\n", "yaml_document", 1, 1),
        ("just text\n", "yaml_document", 1, 1),
        ("<<: {a: 1}\n", "yaml_key", 1, 1),
        ("a: {b: 1, <<: {c: 1}}\n", "yaml_key", 1, 11),
        ("? a\n: b\n", "yaml_key", 1, 1),
        ("a: {? b : c}\n", "yaml_key", 1, 5),
        ("{a: 1}: b\n", "yaml_key", 1, 1),
        ("[a]: b\n", "yaml_key", 1, 1),
        (": b\n", "yaml_syntax", 1, 1),
        ("a: 1\nb: 2\na: 3\n", "yaml_duplicate_key", 3, 1),
        ("a: {1: x, '1': y}\n", "yaml_duplicate_key", 1, 11),
        ("a: .inf\n", "yaml_number", 1, 4),
        ("a: [1, .NaN]\n", "yaml_number", 1, 8),
        ("a: 1e400\n", "yaml_number", 1, 4),
        (f"a: {'9' * 5000}\n", "yaml_number", 1, 4),
        ("a: b\x00\n", "yaml_character", 1, 5),
        ("a: b\nc: \x7f\n", "yaml_character", 2, 4),
        ("a: \ud800\n", "yaml_character", 1, 4),
        ('a: "\\ud800"\n', "yaml_character", 1, 4),
        ('a: "\\U00110000"\n', "yaml_character", 1, 7),
        ("a: b: c\n", "yaml_syntax", 1, 5),
        ("\ta: b\n", "yaml_syntax", 1, 1),
        ("a: 'b\n", "yaml_syntax", 1, 4),
        ("a: [b\n", "yaml_syntax", 1, 4),
        ("a: 'b'#c\n", "yaml_syntax", 1, 7),
        ("a\nb: c\n", "yaml_syntax", 2, 2),
        ("é: 1\n  b: @c\n", "yaml_syntax", 2, 4),
    ],
)
def test_syntax_that_is_not_allowed_is_refused_at_its_place(read_it, text, code, line, column):
    with pytest.raises(YamlError) as refused:
        read_it(text)
    error = refused.value
    assert (error.code, error.line, error.column) == (code, line, column)
    assert error.message
    assert error.hint


def refusal(text):
    with pytest.raises(YamlError) as refused:
        read(text)
    return refused.value


def test_errors_are_values():
    assert refusal("a: *b") == refusal("a: *c")
    assert len({refusal("a: *b"), refusal("a: *c")}) == 1
    assert refusal("a: *b") != refusal("ab: *b")
    assert str(refusal("a: *b")) == "1:4: Aliases are not allowed in front matter (yaml_alias)"


def test_an_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(10_000))
    assert refusal(bomb).line == 1


def refuse_for_its_depth(read_it):
    def refuse(text):
        with pytest.raises(YamlError, match="yaml_depth"):
            read_it(text)

    return refuse


@both_ways
@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 73 + "]" * 73,
        "".join(f"{' ' * i}a:\n" for i in range(1000)),
        "a:\n" + "".join(f"{'  ' * i}- - \n" for i in range(100)),
    ],
    ids=len,
)
def test_deep_nesting_is_refused(read_it, text):
    refuse_for_its_depth(read_it)(text)


@both_ways
@pytest.mark.parametrize(
    ("start", "unit"), [("a: ", "["), ("a: ", "{a: "), ("a:\n  ", "- "), ("a:\n", "-  ")]
)
def test_the_time_to_refuse_deep_nesting_grows_with_the_text(
    assert_in_proportion, read_it, start, unit
):
    refuse = refuse_for_its_depth(read_it)
    assert_in_proportion(refuse, start + unit * 4_000, start + unit * 40_000, times=10)


@both_ways
def test_nesting_as_deep_as_an_extension_value_may_be_is_read(read_it):
    text = "x-a: " + "[" * 70 + "]" * 70
    assert str(read_it(text)["x-a"]) == "[" * 70 + "]" * 70


def test_the_fast_way_needs_only_a_small_stack():
    deepest = "a:\n" + "".join(f"{' ' * i}- -\n" for i in range(99)) + f"{' ' * 99}- - a\n"
    size = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=read_fast, args=(deepest,))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)


@both_ways
@pytest.mark.parametrize(
    "unit",
    [
        "k{}: v\n",
        "k{}: 'v'\n",
        "k{}: [a, b]\n",
        "k{}: |\n  a\n",
        "k{}: >\n  a\n",
        "# c\n",
        "k{}: 1 2 3 - - - a::b,\n",
        "\n",
    ],
)
def test_work_grows_linearly_with_the_text(assert_in_proportion, read_it, unit):
    small, large = ("".join(unit.format(i) for i in range(count)) for count in (200, 2_000))
    assert_in_proportion(read_it, small, large, times=10)


@both_ways
@pytest.mark.parametrize(
    ("start", "unit", "end"),
    [
        ("", "x", ""),
        ("", "x, ", ""),
        ("[", "x, ", "]"),
        ("", "1.", ""),
        ("'", "''", "'"),
        ('"', "\\x41", '"'),
    ],
    ids=["word", "words", "items", "points", "single", "double"],
)
def test_the_time_to_read_a_value_grows_with_its_length(
    assert_in_proportion, read_it, start, unit, end
):
    def read_value(text):
        assert len(read_it(text)["a"]) >= 1_000

    small, large = (f"a: {start}{unit * count}{end}\n" for count in (1_000, 20_000))
    assert_in_proportion(read_value, small, large, times=20)


def test_without_the_compiled_parser_everything_is_still_read(monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml_rs", None)
    assert read_fast("a: 1") is None
    assert read("a: 1") == {"a": 1}
