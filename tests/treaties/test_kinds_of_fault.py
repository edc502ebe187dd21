"""Kinds of fault that real histories showed, each with the answer that the law gives.

`FAULTS` has an example of each kind. Where the folder of shared cases is at hand, its cases are
asked as well; `WRITTEN_WITH` adds the members that a case needs and that its author did not have.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diplobrief import Brief
from diplobrief.treaties import treaty_status

SHARED = next(
    (
        folder
        for above in Path(__file__).resolve().parents
        if (folder := above / "shared" / "cases" / "treaties").is_dir()
    ),
    None,
)
CASES = sorted(SHARED.glob("*.json")) if SHARED else []


def rule(**members):
    return lambda treaty: treaty["entry_rules"][0].update(members)


def tallies_with_shares(treaty):
    for milestone, share in zip(treaty["milestones"][1:], (47.76, 58.82), strict=True):
        milestone["share_percent"] = share


def binding_signature(treaty):
    treaty["milestones"][0]["kind"] = "definitive_signature"


def two_rules(treaty):
    treaty["entry_rules"] = [
        {"count": 2, "met_by": "2018-12-31", "not_before": "2019-01-01"},
        {"count": 2, "after": {"days": 90}},
    ]


def selection(treaty):
    treaty["membership"] = "selected"


def first_of_january(treaty):
    treaty["exit_rules"] = [{"after": {"months": 5, "days": 30, "first_of_year": True}}]


WRITTEN_WITH = {
    "26": rule(later_parties={"days": 30, "late_after": "entry_into_force"}),
    "27": tallies_with_shares,
    "28": rule(among=["b", "c"]),
    "30": binding_signature,
    "31": rule(fraction=">1/2"),
    "32": two_rules,
    "34": selection,
    "36": first_of_january,
}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_shared_case_has_its_right_answer(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    question, right = case["question"], case.get("right_answer")
    if question["ask"] == "check":
        pytest.skip("asked of the rules")
    (treaty,) = case["brief"]["treaties"]
    WRITTEN_WITH.get(path.stem[:2], lambda _: None)(treaty)
    status = treaty_status(Brief.model_validate(case["brief"]), treaty["id"], on=question["on"])
    about = status.parties[question["party"]] if "party" in question else status
    if question["ask"] == "next":
        assert [step.kind for step in about.next] == right
    else:
        assert str(about) in (right if isinstance(right, list) else [right])
