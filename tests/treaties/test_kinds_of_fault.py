"""Kinds of fault that real histories showed, each with the answer that the law gives.

If the folder of shared cases is at hand, its cases are asked as well; `WRITTEN_WITH` adds the
members that a case needs and that its author did not have.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diplobrief import Brief, check
from diplobrief.treaties import treaty_status
from tests.treaties.lake import STATES, act, brief_of, on

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
        # Each of them is a history that happened, so there is nothing to report about the treaty.
        findings = check(Brief.model_validate(case["brief"]), select=["CHR"])
        assert [finding for finding in findings if finding.path[:1] == ("treaties",)] == []
        return
    (treaty,) = case["brief"]["treaties"]
    WRITTEN_WITH.get(path.stem[:2], lambda _: None)(treaty)
    status = treaty_status(Brief.model_validate(case["brief"]), treaty["id"], on=question["on"])
    about = status.parties[question["party"]] if "party" in question else status
    if question["ask"] == "next":
        assert [step.kind for step in about.next] == right
    else:
        assert str(about) in (right if isinstance(right, list) else [right])


THREE = STATES[:3]
FORCE = [
    act("deposit", "1998-01-10", "north"),
    act("deposit", "1998-02-10", "south"),
    act("entry_into_force", "1999-03-01", id="force"),
]
NOTICE = act("withdrawal", "2010-01-01", "west", id="out", effective="2011-01-01")
BACK = act("accession", "2010-06-01", "west")


def west(day, *steps, **members):
    return on(day, [*FORCE, *steps], THREE, **members).parties["west"]


@pytest.mark.parametrize("status", ["completed", "scheduled"])
def test_a_party_is_bound_on_its_own_day_even_if_that_is_only_announced(status):
    own = act("entry_into_force", "1999-08-01", "west", status=status)
    steps = [act("deposit", "1999-02-15", "west"), own]
    assert west("1999-07-31", *steps).stage == "ratified"
    assert west("1999-08-01", *steps).stage == "in_force"


def test_an_announced_entry_without_a_day_keeps_a_party_out():
    own = act("entry_into_force", None, "west", status="expected")
    assert west("2020-01-01", act("deposit", "1999-02-15", "west"), own).stage == "ratified"


@pytest.mark.parametrize(
    "members",
    [
        {"membership": "selected"},
        {"entry_rules": [{"count": 55}]},
        {"exit_rules": [{"count": 3}]},
        {"entry_rules": [{"later_parties": {"days": 30}}]},
        {"milestones": [act("accession", "2001-01-01", "west")]},
        {"milestones": [act("accession", "2001-01-01", "south")]},
    ],
    ids=lambda members: next(iter(members)),
)
def test_two_listed_parties_of_more_do_not_end_a_treaty(members):
    steps = [*FORCE, act("withdrawal", "2005-01-01", "north"), *members.pop("milestones", [])]
    assert on("2006-01-01", steps, **members).stage == "in_force"
    assert on("2006-01-01", steps[:4]).stage == "terminated"


def test_one_listed_party_does_not_act_for_the_treaty():
    steps = [FORCE[2], act("suspension", "2005-01-01", "north")]
    status = on("2006-01-01", steps, ["north"])
    assert (status.stage, status.parties["north"].stage) == ("in_force", "suspended")


@pytest.mark.parametrize(
    ("membership", "stage"), [("selected", "signed"), ("all", "in_force"), (None, "in_force")]
)
def test_a_signatory_in_a_selection_is_not_bound_by_the_entry_into_force(membership, stage):
    members = {} if membership is None else {"membership": membership}
    steps = [act("signature", "1998-06-01", "west"), FORCE[2]]
    parties = on("2000-01-01", steps, THREE, **members).parties
    assert (parties["west"].stage, parties["north"].stage) == (stage, "in_force")


def test_a_suspended_party_may_have_given_notice():
    paused = act("suspension", "2009-01-01", "west")
    member = act("entry_into_force", "2000-01-01", "west")
    status = west("2010-06-01", member, paused, NOTICE)
    assert (status.stage, status.notice.id) == ("suspended", "out")


def test_a_revoked_notice_shows_that_the_party_was_bound_and_no_more_than_that():
    revoked = act("revocation", "2010-03-01", "west", reverses=["out"])
    assert west("2010-06-01", NOTICE, revoked).stage == "in_force"
    early = [act("ratification", "2009-01-01", "west"), NOTICE, revoked]
    rules = [{"count": 60}]
    assert on("2010-06-01", early, THREE, entry_rules=rules).parties["west"].stage == "ratified"


def test_a_territory_is_a_part_of_the_entry_of_a_party():
    islands = {"territories": ["The islands"]}
    steps = [act("entry_into_force", "2000-01-01", "west", scope=islands)]
    assert west("2000-01-01", *steps).stage == "in_force"


def test_a_late_consent_binds_at_once_and_says_why():
    status = west("2005-05-05", act("accession", "2005-05-05", "west"))
    assert (status.stage, [one.id for one in status.readings]) == ("in_force", ["R08"])


@pytest.mark.parametrize(
    ("day", "stage"),
    [("2010-12-31", "withdrawing"), ("2011-01-01", "in_force"), ("2020-01-01", "in_force")],
)
def test_a_consent_given_while_the_notice_runs_counts_after_the_exit(day, stage):
    member = act("entry_into_force", "2000-01-01", "west")
    assert west(day, member, NOTICE, BACK).stage == stage


def test_a_new_entry_that_is_reported_decides_when_a_party_is_back():
    member = act("entry_into_force", "2000-01-01", "west")
    again = act("entry_into_force", "2012-01-01", "west")
    days = ["2011-06-01", "2012-01-01"]
    stages = [west(day, member, NOTICE, BACK, again).stage for day in days]
    assert stages == ["ratified", "in_force"]


def test_what_the_entry_requires_is_among_its_conditions():
    law = act("promulgation", "2019-03-01", "south", id="law")
    entry = act("entry_into_force", None, status="expected", requires=["law"])
    steps = [*FORCE[:2], law, entry]
    assert on("2019-02-28", steps).stage == "being_ratified"
    assert on("2019-03-01", steps).stage == "ratified"
    open_law = on("2019-03-01", [*FORCE[:2], {**law, "status": "expected"}, entry])
    assert open_law.stage == "being_ratified"
    assert [step.id for step in open_law.remaining[0].required] == ["law"]


def test_the_higher_of_two_tallies_of_a_day_counts_in_any_order():
    tallies = [act("tally", "2017-11-17", count=21), act("tally", "2017-11-17", count=20)]
    early = act("tally", "2017-09-21", count=9)
    rules = [{"count": 20}]
    for steps in ([early, *tallies], [*reversed(tallies), early]):
        assert on("2017-11-16", steps, (), entry_rules=rules).stage == "being_ratified"
        assert on("2017-11-17", steps, (), entry_rules=rules).stage == "in_force"


@pytest.mark.parametrize("status", ["rejected", "returned", "completed"])
def test_a_step_that_is_taken_later_is_still_next(status):
    steps = [act("signature", "2018-06-17"), act("promulgation", "2018-06-26", "north")]
    steps[1]["status"] = status
    assert [step.kind for step in on("2018-06-21", steps).parties["north"].next] == ["promulgation"]


@pytest.mark.parametrize(
    ("treaty", "day", "stage"),
    [
        ({"renewed_by": "automatic"}, "2030-01-01", "in_force"),
        ({"renewed_by": "consent"}, "2030-01-01", "expired"),
        ({"renewed_by": "consent", "extended": True}, "2012-01-01", "in_force"),
        ({"renewed_by": "consent", "extended": True}, "2014-03-01", "expired"),
    ],
)
def test_how_a_treaty_is_renewed_decides_whether_it_expires(treaty, day, stage):
    steps = [*FORCE, *([act("extension", "2009-01-01")] if treaty.pop("extended", False) else [])]
    assert on(day, steps, duration="P10Y", renewal="P5Y", **treaty).stage == stage


RIGHT = {
    "a first entry before the consent of a second membership": [
        act("entry_into_force", "1976-08-08", "west"),
        act("withdrawal", "2011-06-29", "west", effective="2012-01-01"),
        act("accession", "2013-01-11", "west"),
        act("entry_into_force", "2013-02-10", "west"),
    ],
    "two readings in one chamber": [
        act("parliamentary_approval", "2020-03-01", by=["chamber"]),
        act("parliamentary_approval", "2020-04-01", by=["chamber"]),
    ],
    "a motion typed as a ratification, after the entry into force": [
        *FORCE,
        act("ratification", "2001-01-01", by=["chamber"], vote={"in_favour": 60}),
    ],
    "a consent whose revocation was revoked": [
        act("ratification", "1998-01-01", "west", id="yes"),
        act("revocation", "1998-02-01", "west", id="no", reverses=["yes"]),
        act("revocation", "1998-03-01", "west", reverses=["no"]),
        act("entry_into_force", "1999-01-01", "west"),
    ],
}


@pytest.mark.parametrize("history", RIGHT)
def test_real_histories_are_not_reported_as_contradictions(history):
    codes = {finding.code for finding in check(brief_of(RIGHT[history], THREE))}
    assert codes.isdisjoint({"CHR004", "CHR010", "CHR011"})


def test_an_entry_before_a_consent_that_came_back_is_reported_as_before_any_other():
    steps = [
        act("ratification", "2000-01-01", "west", id="yes"),
        act("revocation", "2000-02-01", "west", id="no", reverses=["yes"]),
        act("revocation", "2000-03-01", "west", reverses=["no"]),
        act("entry_into_force", "1999-01-01", "west"),
    ]
    findings = [one for one in check(brief_of(steps, THREE)) if one.code == "CHR011"]
    assert [one.related[0].path for one in findings] == [("treaties", 0, "milestones", 0, "date")]
