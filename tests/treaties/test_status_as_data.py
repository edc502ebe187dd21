"""A status for people and for programs."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from tests.treaties.lake import STATES, act, on

STEPS = [
    act("signature", "2025-01-01", id="signed"),
    act("ratification", "2025-03", "north"),
    act("suspension", "2025-04-01", "north", counterparties=["east"]),
    act("deposit", "2025-02-01", "south", status="scheduled"),
]
RULES = [{"count": 2, "share_percent": 12.5, "shares": [{"party": "north", "percent": 10.2}]}]


def test_a_status_is_shown_in_a_line():
    assert repr(on("2025-04-15", STEPS)) == (
        "TreatyStatus('lake', on='2025-04-15', stage='being_ratified', "
        "parties={'north': 'ratified', 'south': 'signed'})"
    )
    some_day = on("2025-03-15", STEPS)
    assert "possible=('signed', 'being_ratified')" in repr(some_day)
    assert repr(some_day.parties["north"]) == "PartyStatus(possible=('signed', 'ratified'))"
    pair = on("2025-04-15", STEPS).parties["north"].towards["east"]
    assert repr(pair) == "PairStatus(stage='suspended')"


def test_a_status_is_a_value():
    status = on("2025-04-15", STEPS, entry_rules=RULES)
    for copied in (pickle.loads(pickle.dumps(status)), copy.deepcopy(status)):
        assert (copied, hash(copied)) == (status, hash(status))
    assert status != on("2024-01-01", STEPS, entry_rules=RULES)
    with pytest.raises(TypeError):
        status.parties["north"] = status.parties["south"]


def test_of_many_parties_the_first_are_shown_and_the_others_counted():
    many = [act("signature", "2025-01-01", f"s{at}") for at in range(20)]
    shown = repr(on("2025-02-01", many, (), others=[f"s{at}" for at in range(20)]))
    assert shown.endswith("'s7': 'signed'}, and 12 more)")
    assert "s8" not in shown


def test_plain_data_says_what_the_status_says_and_goes_through_json():
    status = on("2025-04-15", STEPS, entry_rules=RULES)
    data = status.as_data()
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    signed = {
        "id": "signed",
        "kind": "signature",
        "status": "completed",
        "date": "2025-01-01",
        "effective": None,
        "parties": [],
    }
    assert (data["treaty"], data["on"], data["stage"]) == ("lake", "2025-04-15", "being_ratified")
    assert (data["done"], data["next"], data["enters"]) == ([signed], [], None)
    assert data["remaining"] == [
        {
            "consents": 1,
            "named": [],
            "share_percent": 2.3,
            "groups": [],
            "required": [],
            "days": None,
        }
    ]
    assert [one["kind"] for one in data["overdue"]] == ["deposit"]
    north, south = data["parties"]["north"], data["parties"]["south"]
    assert north["because"][0]["date"] == "2025-03"
    assert [one["kind"] for one in north["done"]] == ["ratification", "suspension"]
    assert north["towards"]["east"]["stage"] == "suspended"
    assert (south["stage"], south["possible"], south["done"]) == ("signed", ["signed"], [])
    assert south["awaits"] == ["ratification", "acceptance", "approval"]


def test_plain_data_of_what_is_unknown_is_null_and_names_what_is_possible():
    data = on("2025-03-15", STEPS).as_data()
    assert (data["stage"], data["possible"]) == (None, ["signed", "being_ratified"])
    assert [one["kind"] for one in data["undecided"]] == ["ratification"]


@pytest.mark.parametrize("day", ["2024-01-01", "2025-06-01"])
def test_plain_data_of_a_reported_entry(day):
    steps = [act("entry_into_force", "2025-01-01", id="force")]
    assert on(day, steps, STATES).as_data()["reported_entry"]["id"] == "force"
