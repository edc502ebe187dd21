"""The page "Try it" gets an answer for every example and for any text."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.testing import briefs

ROOT = Path(__file__).parents[2]
FORMATS = {".md": "markdown", ".json": "json", ".txt": "text"}
EXAMPLES = sorted(file for file in (ROOT / "examples").iterdir() if file.suffix in FORMATS)


@pytest.fixture(scope="module")
def examine():
    spec = importlib.util.spec_from_file_location("examine", ROOT / "docs/assets/try-it/examine.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def examined(text, format, *, adds_facts=False):
        return json.loads(module.examine(text, format, adds_facts=adds_facts))

    return examined


@pytest.mark.parametrize("adds_facts", [False, True])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.name)
def test_every_example_is_shown(examine, example, adds_facts):
    text = example.read_text(encoding="utf-8")
    shown = examine(text, FORMATS[example.suffix], adds_facts=adds_facts)
    assert shown["reading"]["sections"]
    assert shown["written"]
    for format, written in shown["written"].items():
        assert diplobrief.loads(written, format).sections


def test_the_facts_of_prose_are_read_only_if_asked_for(examine):
    text = (ROOT / "examples/finland-nato.txt").read_text(encoding="utf-8")
    codes = [finding["code"] for finding in examine(text, "text", adds_facts=True)["findings"]]
    assert "CHR001" in codes
    assert examine(text, "text")["reading"]["facts"] == []
    assert "CHR001" not in [finding["code"] for finding in examine(text, "text")["findings"]]


@given(brief=briefs())
def test_every_brief_is_shown(examine, brief):
    shown = examine(diplobrief.dumps(brief, "json"), "json")
    quotes = [
        entry
        for group in shown["reading"]["facts"]
        for entry in group["entries"]
        if entry["type"] == "quote"
    ]
    assert len(quotes) == len(brief.quotes)


def test_in_a_language_without_a_lexicon_names_are_shown_and_a_warning(examine):
    text = "# Gipfel\n\nDie NATO und Norwegen haben sich in der Stadt auf einen Vertrag geeinigt.\n"
    shown = examine(text, "markdown", adds_facts=True)
    [finding] = [each for each in shown["findings"] if each["code"] == "language_unsupported"]
    assert finding["severity"] == "warning"
    assert [len(group["entries"]) for group in shown["reading"]["facts"]] == [2]


@given(text=st.text(max_size=200))
def test_any_text_gets_an_answer(examine, text):
    for format in FORMATS.values():
        assert "findings" in examine(text, format, adds_facts=True)
