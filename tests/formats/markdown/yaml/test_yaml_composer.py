"""Positions, the file's own characters, and comments."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplobrief.formats.markdown.yaml import (
    Mapping,
    Scalar,
    Sequence,
    YamlError,
    YamlText,
    compose,
    extent,
    resolve,
)
from diplobrief.formats.markdown.yaml.writer import write

TEXT = """\
# by hand
id: lake   # the id
version: 1.10
date: [2025-05-01..2025-05-10]
note: meeting #3
quoted: 'a'   # fine
empty:
actors:
  - {id: north, name: "Nord\\u0130"}
  - id: south
    name: Süd  # umlaut
    text: |  # header
      one # no comment
      two
last: [a,  # inside
  b]
"""


def find(root, path):
    """Return the node at a path of keys and list positions."""
    for step in path:
        if isinstance(root, Sequence):
            root = root.items[step]
        else:
            root = next(entry.value for entry in root.entries if entry.key.value == step)
    return root


def comments_of(text):
    return YamlText(text).comments


def test_a_tree_has_types_and_styles():
    root = compose(TEXT)
    styles = {e.key.value: e.value.style for e in root.entries if isinstance(e.value, Scalar)}
    assert styles == dict.fromkeys(("id", "version", "note", "empty"), "plain") | {
        "quoted": "single"
    }
    types = [type(entry.value) for entry in root.entries]
    assert types == [Scalar, Scalar, Sequence, Scalar, Scalar, Scalar, Sequence, Sequence]
    actors, dates = find(root, ["actors"]), find(root, ["date"])
    assert isinstance(actors, Sequence)
    assert isinstance(dates, Sequence)
    assert (actors.flow, dates.flow) == (False, True)
    assert isinstance(actors.items[1], Mapping)
    assert [entry.key.value for entry in actors.items[1].entries] == ["id", "name", "text"]


@pytest.mark.parametrize(
    ("path", "line", "shown"),
    [
        ((), 2, "id: lake   # the id"),
        (("id",), 2, "lake"),
        (("date",), 4, "[2025-05-01..2025-05-10]"),
        (("empty",), 7, ""),
        (("actors",), 8, "actors"),
        (("actors", 0), 9, '{id: north, name: "Nord\\u0130"}'),
        (("actors", 0, "name"), 9, '"Nord\\u0130"'),
        (("actors", 1), 10, "id: south"),
        (("actors", 1, "name"), 11, "Süd"),
        (("actors", 1, "name", 0, "exact"), 11, "Süd"),
        (("actors", 1, "text"), 12, "text"),
        (("actors", 1, "missing"), 10, "id: south"),
        (("actors", 2), 8, "actors"),
        (("missing", "deeper"), 2, "id: lake   # the id"),
        (("last",), 15, "last"),
        (("last", 1), 16, "b"),
    ],
)
def test_the_extent_of_a_path_is_on_one_line(path, line, shown):
    start, end = extent(compose(TEXT), path)
    assert start.line == end.line == line
    assert TEXT[start.offset : end.offset] == shown
    assert TEXT.split("\n")[line - 1][start.column - 1 : end.column - 1] == shown


@pytest.mark.parametrize(
    "plain",
    [
        "1.0",
        "1.10",
        "2025",
        "0x1F",
        "+1",
        "01",
        "1e3",
        "~",
        "null",
        "True",
        "9143",
        "2025-04-18",
        "9" * 99,
    ],
)
def test_plain_text_keeps_its_own_characters(plain):
    node = find(compose(f"a: [{plain}]\n"), ["a", 0])
    assert isinstance(node, Scalar)
    assert node.value == node.source == plain


def test_quoted_text_has_a_source_apart_from_its_value():
    node = find(compose("a: 'it''s'"), ["a"])
    assert isinstance(node, Scalar)
    assert (node.source, node.value) == ("'it''s'", "it's")


def test_a_block_ends_where_its_last_value_ends():
    actors = find(compose(TEXT), ["actors"])
    assert actors.source.startswith("- {id: north")
    assert actors.source.endswith("two\n")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_and_offsets_count_all_three_line_ends(line_end):
    text = TEXT.replace("\n", line_end)
    root = compose(text)
    assert find(root, ["actors", 1, "name"]).source == "Süd"
    start, end = extent(root, ["last", 1])
    assert start.line == 16
    assert text[start.offset : end.offset] == "b"


def test_other_separators_do_not_end_a_line():
    root = compose("a: b\x85\u2028c\u2029\ufeff? d\ne: f\n")
    start, _ = extent(root, ["e"])
    assert (start.line, start.column) == (2, 4)
    assert find(root, ["a"]).value == "b\x85\u2028c\u2029\ufeff? d"


def test_front_matter_without_members_is_an_empty_mapping():
    root = compose("# nothing\n")
    assert (root.entries, root.source, resolve(root)) == ((), "", {})


def test_every_comment_is_found_with_its_kind():
    assert [(c.line, c.column, c.kind, c.text) for c in comments_of(TEXT)] == [
        (1, 1, "own_line", "# by hand"),
        (2, 12, "after_plain", "# the id"),
        (5, 15, "after_plain", "#3"),
        (6, 15, "after_other", "# fine"),
        (11, 16, "after_plain", "# umlaut"),
        (12, 14, "after_other", "# header"),
        (15, 12, "after_other", "# inside"),
    ]


def test_text_that_looks_like_a_comment_is_not_one():
    assert comments_of("a: 'b # c'\nd: e#f\ng: |\n  # h\n") == ()


def test_a_comment_after_a_key_or_dash_does_not_follow_plain_text():
    assert [c.kind for c in comments_of("a: # b\n  - # c\n    d\n")] == [
        "after_other",
        "after_other",
    ]


names = st.text(min_size=1, max_size=8)
trees = st.recursive(
    st.one_of(st.text(), st.integers(), st.booleans(), st.none()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=15,
)


def paths(data, path=()):
    yield path
    members = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for step, value in members:
        yield from paths(value, (*path, step))


@given(st.dictionaries(names, trees, max_size=4))
def test_the_source_of_every_node_read_alone_is_its_value(data):
    text = write(data)
    root = compose(text)
    for path in paths(data):
        node = find(root, path)
        assert text[node.start.offset : node.end.offset] == node.source
        before = re.split(r"\r\n|\r|\n", text[: node.start.offset])
        assert (node.start.line, node.start.column) == (len(before), len(before[-1]) + 1)
        if isinstance(node, Scalar) and node.style in ("plain", "single", "double"):
            assert resolve(compose(f"k: {node.source}\n")) == {"k": resolve(node)}


@given(st.text(st.sampled_from("ab:# -'\"[]{},\n|&*!?\t")))
def test_any_text_is_composed_or_refused_with_a_place(text):
    try:
        root = compose(text)
    except YamlError as error:
        refused = error
    else:
        assert len(comments_of(text)) <= text.count("#")
        assert resolve(root) == {e.key.value: resolve(e.value) for e in root.entries}
        return
    assert refused.code.startswith("yaml_")
    assert 1 <= refused.line <= text.count("\n") + 1
    assert 1 <= refused.column <= len(text) + 1
