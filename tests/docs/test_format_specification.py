"""The library reads and writes the examples of the format specification as these say."""

import json
import re
from pathlib import Path

import pytest

import diplobrief

REFERENCE = Path(__file__).parents[2] / "docs/reference"
EXAMPLES = json.loads((REFERENCE / "format-examples.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: "-".join(example["rules"]))
def test_an_example_is_read_as_the_specification_says(example):
    if "refused" in example:
        with pytest.raises(diplobrief.BriefError) as caught:
            diplobrief.loads(example["markdown"], format="markdown")
        assert {"code": caught.value.code, "line": caught.value.line} == example["refused"]
        return
    brief = diplobrief.loads(example["markdown"], format="markdown")
    assert brief == diplobrief.loads(json.dumps(example["brief"]), format="json")
    written = diplobrief.dumps(brief, format="markdown")
    assert diplobrief.loads(written, format="markdown") == brief


def test_examples_name_rules_that_exist():
    page = (REFERENCE / "format.md").read_text(encoding="utf-8")
    rules = re.findall(r'<a id="([a-z]\d+)"></a>\*\*([A-Z]\d+)\*\*', page)
    assert len(rules) > 20
    assert all(name.lower() == anchor for anchor, name in rules)
    named = {rule for example in EXAMPLES for rule in example["rules"]}
    assert named <= {name for _, name in rules}


def test_rules_of_reading_have_examples():
    """The rules of writing are tested by the round trip of every brief."""
    most = {"F": 2, "Y": 4, "T": 2, "S": 5, "B": 6, "E": 2, "P": 1, "L": 2}
    rules = {f"{part}{number + 1}" for part, count in most.items() for number in range(count)}
    assert rules <= {rule for example in EXAMPLES for rule in example["rules"]}
