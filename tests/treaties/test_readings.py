"""Each reading is applied somewhere in the engine, and decides its example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import diplobrief.treaties
from diplobrief.treaties import READINGS, treaty_history
from diplobrief.treaties import readings as names
from diplobrief.treaties.days import Days
from diplobrief.treaties.reading_examples import EXAMPLES

SOURCE = {
    path.stem: path.read_text(encoding="utf-8")
    for path in Path(diplobrief.treaties.__file__).parent.glob("*.py")
    if path.stem not in {"readings", "reading_examples"}
}
NAMED_IN_COMMENTS_ONLY = {"R02", "R16", "R24", "R25", "R26", "R27"}
"""They decide that something does not follow, so that nothing rests on them."""


def test_readings_are_numbered_and_have_a_sentence_and_a_basis():
    assert [*READINGS] == [f"R{number:02}" for number in range(1, len(READINGS) + 1)]
    assert all(reading.sentence.endswith(".") and reading.basis for reading in READINGS.values())


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_each_reading_is_named_where_it_is_applied(reading):
    constant = next(name for name, value in vars(names).items() if value is reading)
    used = any(re.search(rf"\breadings\.{constant}\b", text) for text in SOURCE.values())
    cited = any(re.search(rf"\b{reading.id}\b", text) for text in SOURCE.values())
    assert used or cited
    assert used or reading.id in NAMED_IN_COMMENTS_ONLY


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.reading)
def test_the_example_of_a_reading_has_its_stage(example):
    history = treaty_history(example.treaty)
    about = history if example.party is None else history.parties[example.party]
    if example.toward is not None:
        about = about.towards[example.toward]
    span = about.course.on(Days.of(example.on))
    assert span.stage == example.stage
    if example.reading not in NAMED_IN_COMMENTS_ONLY:
        assert example.reading in {reading.id for reading in span.readings}


def test_every_reading_has_one_example():
    assert [example.reading for example in EXAMPLES] == [*READINGS]
