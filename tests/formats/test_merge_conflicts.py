"""Conflict markers of git are one clear error in every format."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief import BriefError
from diplobrief.text.merge_conflicts import conflict_line

CONFLICT = "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> desk\n"
LINE_ENDS = ["\n", "\r\n", "\r"]


def findings(text, format):
    with pytest.raises(BriefError) as caught:
        diplobrief.loads(text, format)
    return [(finding.code, finding.line, finding.column) for finding in caught.value.findings]


@pytest.mark.parametrize("end", LINE_ENDS)
@pytest.mark.parametrize("format", ["markdown", "text", "json"])
@pytest.mark.parametrize(
    "conflict",
    [
        CONFLICT,
        CONFLICT.replace("ours\n", "ours\n||||||| base\nboth\n"),
        CONFLICT.replace("ours\n", ""),
        CONFLICT.replace("ours", "\nours\n").replace("theirs", "\ntheirs\n"),
        CONFLICT.replace(" HEAD", "").replace(" desk", ""),
        CONFLICT + CONFLICT,
    ],
)
def test_a_conflict_is_the_only_finding(conflict, format, end):
    text = f"# Talks\n\nText\n\n{conflict}\nText\n".replace("\n", end)
    assert findings(text, format) == [("merge_conflict", 5, 1)]


def test_a_conflict_in_front_matter_and_in_json():
    front_matter = f"---\nschema_version: 1.0\n{CONFLICT}---\n\nText\n"
    assert findings(front_matter, "markdown") == [("merge_conflict", 3, 1)]
    assert findings(f"{CONFLICT}---\nid: lake\n---\n", "markdown") == [("merge_conflict", 1, 1)]
    assert findings(f'{{\n"id":\n{CONFLICT}}}\n', "json") == [("merge_conflict", 3, 1)]
    assert findings(f"```\n{CONFLICT}```\n", "markdown") == [("merge_conflict", 2, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks\n=======\n",
        "Talks\n=======\nThey began.\n",
        "They began.\n=======\n\nMore.\n",
        ">>>>>>> deep\n",
        "> quoted\n>>>>>>> deep\n",
        "They began.\n\n>>>>>>> deep\n",
        "They began.\n========\nMore.\n",
        "a <<<<<<< b\n",
        "<<<<<<< HEAD\n\nText\n\nTalks\n=======\n\n>>>>>>> deep\n",
        "<<<<<<<<<< arrows\nText\n",
        "    <<<<<<< HEAD\n    ours\n",
    ],
)
def test_other_text_is_not_a_conflict(text):
    assert diplobrief.loads(text, "markdown").sections is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The Senate votes.\n=======\nThe Duma votes.\n", 2),
        ("- The Senate votes\n=======\n- The Duma votes\n", 2),
        ("“Nous signons.”\n=======\nThe Duma votes.\n", 2),
        ("The Senate votes.\n\nThe Duma votes.\n>>>>>>> desk\n", 4),
        ("Votes\n=======\nThe Duma votes\n>>>>>>> 1f3c2ab (Correct the day)\n", 4),
        ("The Duma votes\n>>>>>>>\n\nMore.\n", 2),
    ],
)
@pytest.mark.parametrize("format", ["markdown", "text"])
@pytest.mark.parametrize("end", LINE_ENDS)
def test_what_is_left_of_a_conflict_is_one_too(text, line, format, end):
    text = f"# Talks\n\n{text}".replace("\n", end)
    assert findings(text, format) == [("merge_conflict", line + 2, 1)]


@pytest.mark.parametrize("marker", ["=======", ">>>>>>> desk", ">>>>>>>"])
def test_what_is_left_of_a_conflict_is_explained_where_it_breaks_the_syntax(marker):
    front_matter = f"---\nschema_version: 1.0\n{marker}\nid: lake\n---\n"
    assert findings(front_matter, "markdown") == [("merge_conflict", 3, 1)]
    value = f'{{\n"schema_version": "1.0",\n{marker}\n"id": "lake"}}'
    assert findings(value, "json") == [("merge_conflict", 3, 1)]


def brief(*content):
    return {"schema_version": "1.0", "sections": [{"kind": "lede", "content": list(content)}]}


@pytest.mark.parametrize("text", [CONFLICT, "ours.\n=======\ntheirs\n", "theirs\n>>>>>>> desk\n"])
def test_a_block_cannot_be_mistaken_for_a_conflict_once_it_is_written(text):
    block = {"type": "markdown", "text": f"```\n{text}```"}
    with pytest.raises(BriefError) as caught:
        diplobrief.loads(json.dumps(brief(block)), "json")
    assert caught.value.first.code == "block_invalid"


LINES = st.sampled_from(
    ["<<<<<<< HEAD", "<<<<<<<", "=======", ">>>>>>> x", ">>>>>>>", "a", "a.", "- b", "||||||| b"]
)


@given(st.lists(st.one_of(LINES, st.lists(LINES, max_size=3).map("\\\n".join)), max_size=6))
def test_what_is_written_is_never_a_conflict(texts):
    body = "\n\n".join(texts)
    try:
        before = diplobrief.loads(body, "markdown")
    except BriefError:
        return
    assert diplobrief.loads(diplobrief.dumps(before, "markdown"), "markdown") == before


@pytest.mark.parametrize(
    "part", ["<<<<<<<\n", "<<<<<<<\n\n", "<<<<<<<\n\n=======\n", "<", "=======\n", "a.\n=======\n"]
)
def test_hostile_markers_take_linear_time(part):
    conflict_line(part * 200_000)
