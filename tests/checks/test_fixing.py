"""Automatic fixes change the texts with findings, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief import fix_text
from diplobrief.testing import briefs

DECOMPOSED, HIDDEN, TURNED = "Me\u0301xico", "Pe\u200bru", "Chi\u202ele"
NOTE = f"""\
---
# what a desk wrote by hand
schema_version:   '1.0'
actors:
  - {{id: mx, kind: state, name: '{DECOMPOSED}'}}
  - {{id: pe, kind: state, name: "{HIDDEN}"}}
---

# {TURNED} and {DECOMPOSED}

Prose over
two lines.

* {HIDDEN}
* {DECOMPOSED}, {HIDDEN}
"""


def test_only_the_texts_in_question_change():
    result = fix_text(NOTE, "markdown")
    expected = NOTE.replace(DECOMPOSED, "México").replace(HIDDEN, "Peru").replace(TURNED, "Chile")
    assert result.text == expected
    assert result.left == ()
    assert {found.code for found in result.fixed} == {"HYG001", "HYG002", "HYG005"}


def test_only_selected_codes_are_fixed():
    result = fix_text(NOTE, "markdown", select=["HYG005"])
    assert result.text == NOTE.replace(DECOMPOSED, "México")


def test_a_text_that_cannot_be_fixed_in_place_is_left():
    text = f"{DECOMPOSED} spoke\nof water.\n\n{DECOMPOSED}\n"
    result = fix_text(text, "markdown")
    assert result.text == f"{DECOMPOSED} spoke\nof water.\n\nMéxico\n"
    assert [(found.code, found.line) for found in result.left] == [("HYG005", 1)]


@pytest.mark.parametrize("written", ["Pe\\u200bru", "Pe\u200bru"])
def test_json_escapes_are_fixed(written):
    text = '{"schema_version": "1.0", "title": "' + written + '", "sections": []}'
    assert fix_text(text, "json").text == text.replace(written, "Peru")


def test_an_invalid_brief_is_not_changed():
    assert fix_text("{", "json").text == "{"


@given(briefs(), st.sampled_from(["markdown", "json"]))
def test_fixes_are_made_once_and_change_nothing_else(brief, format):
    text = diplobrief.dumps(brief, format)
    result = fix_text(text, format)
    assert fix_text(result.text, format).text == result.text
    if not result.fixed:
        assert result.text == text
    fixed = [found.fix.path for found in result.fixed]
    assert blanked(diplobrief.loads(result.text, format), fixed) == blanked(brief, fixed)


def blanked(brief, paths):
    """Return the plain data of a brief without the texts at some paths."""
    data = brief.model_dump(mode="json", exclude_unset=True)
    for path in paths:
        around = data
        for step in path[:-1]:
            around = around[step]
        around[path[-1]] = ""
    return data
