"""Treaties of the real world: what is known of them, and how far they had come on many days."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from diplobrief import Brief
from diplobrief.treaties import timeline, treaty_status

HISTORIES = sorted(Path(__file__).parent.joinpath("histories").glob("*.json"))


def loaded(path):
    history = json.loads(path.read_text(encoding="utf-8"))
    return Brief.model_validate(history["brief"]), history["status"]


EXPECTATIONS = [
    pytest.param(path, expected, id=f"{expected['treaty']}-{expected['on']}")
    for path in HISTORIES
    for expected in json.loads(path.read_text(encoding="utf-8"))["status"]
]


def kinds(milestones):
    return [milestone.kind for milestone in milestones]


@pytest.mark.parametrize(("path", "expected"), EXPECTATIONS)
def test_a_real_treaty_has_come_as_far_as_it_had(path, expected):
    brief, _ = loaded(path)
    status = treaty_status(brief, expected["treaty"], on=expected["on"])

    assert status.stage == expected["stage"], status
    assert list(status.possible) == expected.get("possible", [expected["stage"]])
    for party, stage in expected.get("parties", {}).items():
        assert status.parties[party].stage == stage, (party, str(status.parties[party]))
    for party, done in expected.get("done", {}).items():
        assert kinds(status.parties[party].done) == done
    for party, ahead in expected.get("next", {}).items():
        assert kinds(status.parties[party].next) == ahead
    if "because" in expected:
        assert [milestone.id for milestone in status.because] == expected["because"]
    if "enters" in expected:
        assert str(status.enters) == expected["enters"]
    if "remaining" in expected:
        assert len(status.remaining) == len(expected["remaining"])
        for remaining, needs in zip(status.remaining, expected["remaining"], strict=True):
            assert remaining.consents == needs.get("consents", 0)
            assert remaining.share_percent == Decimal(needs.get("share", 0))
            assert list(remaining.named) == needs.get("named", [])
            assert str(remaining.days or "") == needs.get("days", "")


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_every_milestone_of_a_history_cites_a_source_with_an_address(path):
    brief, expectations = loaded(path)
    assert len(expectations) >= 10
    for treaty in brief.treaties:
        for milestone in treaty.milestones:
            assert milestone.cites
            assert all(brief.source(source).url for source in milestone.cites)


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_the_timeline_has_every_milestone_once_and_no_later_day_before_an_earlier_one(path):
    brief, _ = loaded(path)
    for treaty in brief.treaties:
        steps = timeline(treaty)
        assert sorted(step.index for step in steps) == list(range(len(treaty.milestones)))
        for earlier, later in pairwise(steps):
            assert later.milestone.date.before(earlier.milestone.date) is not True
    assert len(timeline(brief)) == sum(len(treaty.milestones) for treaty in brief.treaties)
