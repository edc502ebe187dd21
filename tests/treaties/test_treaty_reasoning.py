"""How treaties proceed, one rule of the law of treaties at a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from diplobrief import PartialDate
from diplobrief.model import Period
from diplobrief.model.vocabulary.treaties import MILESTONE_KINDS
from diplobrief.treaties import (
    ACTS,
    EFFECTS,
    PARTY_STAGES,
    PRECEDENCE,
    TREATY_STAGES,
    Days,
    Effect,
    timeline,
    treaty_status,
)
from tests.treaties.lake import STATES, act, brief_of, on


def test_every_kind_of_milestone_has_a_row_with_its_article_or_practice():
    assert set(ACTS) == {term.value for term in MILESTONE_KINDS}
    assert all(row.basis for row in ACTS.values())
    ranks = [row.rank for row in ACTS.values()]
    assert ranks == sorted(set(ranks))


def test_every_effect_has_a_row_with_its_article_or_practice():
    assert set(EFFECTS) == set(Effect)
    assert all(row.basis for row in EFFECTS.values())


def test_the_order_of_acts_is_one_of_known_acts_names_its_basis_and_has_no_circle():
    assert len({order.first for order in PRECEDENCE}) == len(PRECEDENCE)
    for order in PRECEDENCE:
        assert order.basis
        assert order.later
        assert {order.first} | order.later <= set(ACTS)
        assert all(ACTS[order.first].rank < ACTS[later].rank for later in order.later)


def test_what_a_stage_awaits_is_a_kind_of_act():
    for stage in [*TREATY_STAGES.values(), *PARTY_STAGES.values()]:
        assert set(stage.awaits) <= set(ACTS)


def test_a_day_may_be_a_date_a_partial_date_or_its_string():
    steps = [act("signature", "2025-02")]
    days = [date(2025, 3, 1), PartialDate("2025-03-01"), "2025-03-01"]
    assert {on(day, steps).stage for day in days} == {"signed"}
    with pytest.raises(ValueError, match="is not a valid When"):
        on("March", steps)
    with pytest.raises(KeyError):
        treaty_status(brief_of(steps), "sea", on="2025-03-01")


def test_a_vote_in_a_chamber_is_no_ratification():
    status = on("2025-06-01", [act("parliamentary_approval", "2025-05-01", by=["chamber"])])
    assert status.parties["north"].stage == "being_ratified"
    assert status.parties["south"].stage == "none"
    assert status.parties["north"].awaits == ("ratification", "acceptance", "approval")


def test_a_refused_step_does_not_refuse_the_treaty():
    steps = [
        act("signature", "2025-01-01"),
        act("parliamentary_approval", "2025-02-01", "north", status="rejected"),
        act("referendum", "2025-03-01", "north", status="rejected"),
    ]
    assert on("2025-04-01", steps).stage == "being_ratified"


def test_a_treaty_that_is_refused_as_a_whole_is_rejected_until_it_is_adopted_again():
    steps = [
        act("negotiation", "2025-01-01"),
        act("adoption", "2025-02-01", status="rejected"),
        act("adoption", "2025-06-01"),
    ]
    stages = [on(day, steps).stage for day in ("2025-01-15", "2025-03-01", "2025-06-01")]
    assert stages == ["negotiating", "rejected", "adopted"]


def test_one_of_two_signatures_does_not_make_a_signed_treaty():
    steps = [
        act("signature", "2025-01-01", "north"),
        act("signature", "2025-02-01", by=["minister"]),
    ]
    assert on("2025-01-15", steps).stage == "adopted"
    assert on("2025-02-01", steps).stage == "signed"


def test_notice_and_effect_of_a_withdrawal_are_two_days():
    steps = [
        act("entry_into_force", "2000-01-01"),
        act("withdrawal", "2025-11-04", "west", effective="2026-11-04"),
    ]
    three = ("north", "south", "west")
    stages = {
        day: on(day, steps, three).parties["west"].stage
        for day in ("2025-11-03", "2025-11-04", "2026-11-03", "2026-11-04")
    }
    assert list(stages.values()) == ["in_force", "withdrawing", "withdrawing", "withdrawn"]
    assert on("2027-01-01", steps, three).stage == "in_force"


def test_the_end_of_a_notice_follows_from_the_rule_of_exit():
    steps = [act("entry_into_force", "2000-01-01"), act("withdrawal", "2025-01-31", "north")]
    members = {"exit_rules": [{"after": {"months": 1}}]}
    assert on("2025-02-27", steps, **members).parties["north"].stage == "withdrawing"
    assert on("2025-02-28", steps, **members).parties["north"].stage == "withdrawn"
    assert on("2025-02-28", steps, **members).stage == "terminated"
    assert on("2025-02-28", steps, **members).parties["south"].stage == "terminated"


def test_a_notice_can_be_revoked_before_it_takes_effect_and_not_later():
    def revoked_on(day):
        steps = [
            act("entry_into_force", "2000-01-01"),
            act("withdrawal", "2016-10-19", "west", id="notice", effective="2017-10-19"),
            act("revocation", day, "west", reverses=["notice"]),
        ]
        return on("2018-01-01", steps, ("north", "south", "west")).parties["west"].stage

    assert revoked_on("2017-03-07") == "in_force"
    assert revoked_on("2017-12-01") == "withdrawn"


def test_a_party_can_leave_and_come_back():
    steps = [
        act("ratification", "1980-01-01", "west"),
        act("ratification", "1980-01-01", "north"),
        act("entry_into_force", "1981-01-01"),
        act("withdrawal", "1984-12-31", "west", effective="1985-12-31"),
        act("acceptance", "2003-10-01", "west"),
        act("entry_into_force", "2003-11-01", "west"),
    ]
    days = ("1980-06-01", "1982-01-01", "1985-01-01", "1990-01-01", "2003-10-15", "2003-11-01")
    stages = [on(day, steps, STATES[:3]).parties["west"].stage for day in days]
    expected = ["ratified", "in_force", "withdrawing", "withdrawn", "ratified", "in_force"]
    assert stages == expected


def test_a_ratification_taken_back_leaves_the_signature():
    steps = [
        act("signature", "2000-01-01"),
        act("ratification", "2000-06-01", "north", id="yes"),
        act("revocation", "2023-11-02", "north", reverses=["yes"]),
    ]
    assert on("2023-11-01", steps).parties["north"].stage == "ratified"
    assert on("2023-11-02", steps).parties["north"].stage == "signed"


def test_a_ratification_taken_back_ends_the_procedure_that_led_to_it():
    steps = [
        act("signature", "2025-01-01"),
        act("parliamentary_approval", "2025-02-01", "north"),
        act("ratification", "2025-03-01", "north", id="yes"),
        act("revocation", "2025-05", "north", reverses=["yes"]),
        act("submission", "2025-07-01", "north"),
    ]
    stages = [(day, on(day, steps)) for day in ("2025-03-01", "2025-05-15", "2025-06-01")]
    assert [(status.stage, status.parties["north"].possible) for _, status in stages] == [
        ("being_ratified", ("ratified",)),
        (None, ("signed", "ratified")),
        ("signed", ("signed",)),
    ]
    again = on("2025-07-01", steps)
    assert (again.stage, again.parties["north"].stage) == ("being_ratified", "being_ratified")


def test_a_signature_taken_back_is_unsigned_and_a_revocation_can_be_revoked():
    steps = [
        act("signature", "2000-12-31", "west", id="signed"),
        act("revocation", "2002-05-06", "west", id="back", reverses=["signed"]),
        act("revocation", "2021-01-20", "west", reverses=["back"]),
    ]
    days = ("2001-01-01", "2002-05-06", "2021-01-20")
    assert [on(day, steps, STATES).parties["west"].stage for day in days] == [
        "signed",
        "unsigned",
        "signed",
    ]


def test_acts_that_undo_each_other_in_a_circle_leave_it_open():
    steps = [
        act("ratification", "2025-01-01", "north", id="a", reverses=["b"]),
        act("revocation", "2025-02-01", "north", id="b", reverses=["a"]),
    ]
    status = on("2025-03-01", steps).parties["north"]
    assert status.stage is None
    assert status.possible == ("none", "ratified")


def test_a_vote_on_a_withdrawal_does_not_approve_the_treaty():
    steps = [
        act("parliamentary_approval", "2025-01-01", "north", toward="out"),
        act("withdrawal", None, "north", status="expected", id="out"),
    ]
    assert on("2025-02-01", steps).parties["north"].stage == "none"


def test_an_entry_into_force_of_some_articles_leaves_the_whole_as_it_is():
    steps = [
        act("signature", "2025-01-01"),
        act("entry_into_force", "2025-02-01", scope={"articles": ["Article 4"]}),
        act("provisional_application", "2025-03-01", scope={"articles": ["Title II"]}),
    ]
    assert on("2025-02-15", steps).stage == "signed"
    assert on("2025-03-15", steps).stage == "provisionally_applied"
    assert on("2025-03-15", steps).parties["north"].stage == "provisionally_applied"


def test_suspension_and_resumption_of_the_whole():
    steps = [
        act("entry_into_force", "2020-01-01"),
        act("suspension", "2021-01-01"),
        act("resumption", "2022-01-01"),
    ]
    days = ("2020-06-01", "2021-06-01", "2022-06-01")
    assert [on(day, steps).stage for day in days] == ["in_force", "suspended", "in_force"]
    assert on("2021-06-01", steps).parties["south"].stage == "suspended"


@pytest.mark.parametrize(
    ("parties", "stage"), [(STATES[:2], "suspended"), (STATES[:3], "in_force")]
)
def test_one_party_that_suspends_suspends_a_treaty_of_two_and_none_of_three(parties, stage):
    steps = [act("entry_into_force", "2020-01-01"), act("suspension", "2021-01-01", "north")]
    status = on("2021-06-01", steps, parties)
    assert status.stage == stage
    assert status.parties["north"].stage == "suspended"
    assert status.parties["south"].stage == "in_force"


def test_a_treaty_ends_for_those_whom_it_bound():
    steps = [
        act("signature", "2019-01-01", "west"),
        act("ratification", "2019-01-01", "north"),
        act("ratification", "2019-01-01", "south"),
        act("entry_into_force", "2020-01-01"),
        act("termination", "2021-01-01", effective="2021-07-01"),
    ]
    three = ("north", "south", "west")
    assert on("2021-06-30", steps, three).stage == "in_force"
    ended = on("2021-07-01", steps, three)
    assert ended.stage == "terminated"
    assert ended.parties["north"].stage == "terminated"
    assert ended.parties["west"].stage == "signed"


def test_between_two_parties_an_act_has_effect_for_the_pair_only():
    steps = [
        act("entry_into_force", "2020-01-01"),
        act("suspension", "2021-01-01", "north", counterparties=["west"]),
    ]
    status = on("2021-06-01", steps, STATES).parties["north"]
    assert status.stage == "in_force"
    assert {other: pair.stage for other, pair in status.towards.items()} == {"west": "suspended"}


def test_an_instrument_counts_from_its_deposit():
    steps = [
        act("ratification", "2025-01-01", "north"),
        act("deposit", "2025-03-01", "north"),
        act("ratification", "2025-02-01", "south"),
    ]
    status = on("2025-02-15", steps, entry_rules=[{"count": 2}])
    assert status.stage == "being_ratified"
    assert status.parties["north"].stage == "being_ratified"
    assert status.remaining[0].consents == 1
    assert on("2025-03-01", steps, entry_rules=[{"count": 2}]).stage == "in_force"


def test_shares_are_summed_as_decimals():
    rule = {
        "share_percent": 0.3,
        "shares": [{"party": "north", "percent": 0.1}, {"party": "south", "percent": 0.2}],
    }
    steps = [act("ratification", "2025-01-01", "north"), act("ratification", "2025-02-01", "south")]
    assert on("2025-01-15", steps, entry_rules=[rule]).remaining[0].share_percent == Decimal("0.2")
    assert on("2025-02-01", steps, entry_rules=[rule]).stage == "in_force"


def test_of_several_rules_the_earliest_that_is_met_holds():
    entry_rules = [
        {"fraction": "1/1", "after": {"days": 1}},
        {"count": 2, "named": ["north"], "after": {"months": 3, "first_of_month": True}},
    ]
    steps = [act("ratification", "2025-01-15", "north"), act("accession", "2025-02-10", "south")]
    status = on("2025-03-01", steps, STATES[:3], entry_rules=entry_rules)
    assert status.stage == "ratified"
    assert str(status.enters) == "2025-06-01"
    assert on("2025-06-01", steps, STATES[:3], entry_rules=entry_rules).stage == "in_force"


def test_a_rule_may_set_a_day_before_which_nothing_enters_into_force():
    rule = {"count": 1, "not_before": "2026-01-01"}
    status = on("2025-05-01", [act("accession", "2025-04-01", "north")], entry_rules=[rule])
    assert (status.stage, str(status.enters)) == ("ratified", "2026-01-01")


def test_what_is_reported_holds_against_the_rule_and_both_can_be_read():
    steps = [
        act("ratification", "2025-01-01", "north"),
        act("ratification", "2025-01-01", "south"),
        act("entry_into_force", "2025-03-01", id="force"),
    ]
    status = on("2025-02-15", steps, entry_rules=[{"count": 2, "after": {"days": 30}}])
    assert status.stage == "ratified"
    assert str(status.enters) == "2025-01-31"
    assert status.reported_entry.id == "force"


def test_without_a_rule_all_consents_make_a_treaty_ratified_and_no_more():
    steps = [act("ratification", "2025-01-01", "north"), act("ratification", "2025-01-02", "south")]
    status = on("2030-01-01", steps)
    assert status.stage == "ratified"
    assert status.enters is None


def test_a_tally_counts_where_parties_are_not_listed_one_by_one():
    steps = [act("tally", "2025-05-01", count=59), act("tally", "2025-09-19", count=61)]
    rules = [{"count": 60, "after": {"days": 120}}]
    assert on("2025-05-01", steps, (), entry_rules=rules).remaining[0].consents == 1
    between = on("2025-07-01", steps, (), entry_rules=rules)
    assert between.possible == ("being_ratified", "ratified")
    assert on("2026-01-17", steps, (), entry_rules=rules).stage == "in_force"


def test_a_count_was_not_reached_before_the_text_was_settled():
    steps = [act("adoption", "2025-02-01"), act("tally", "2025-06-01", count=70)]
    rules = [{"count": 60, "after": {"days": 30}}]
    assert on("2025-01-31", steps, (), entry_rules=rules).stage == "none"
    status = on("2025-05-31", steps, (), entry_rules=rules)
    assert status.possible == ("adopted", "ratified", "in_force")
    assert str(status.enters) == "[2025-03-03..2025-07-01]"


def test_what_has_no_date_was_done_by_the_day_of_the_brief():
    brief = brief_of([act("signature")], published="2025-06-01")
    assert treaty_status(brief, "lake").stage == "signed"
    assert treaty_status(brief, "lake", on="2025-06-01").stage == "signed"
    before = treaty_status(brief, "lake", on="2025-05-01")
    assert before.stage is None
    assert before.possible == ("none", "signed")
    assert [milestone.kind for milestone in before.undecided] == ["signature"]


def test_a_qualified_date_decides_nothing():
    brief = brief_of([act("signature", "2025-01-10~")])
    assert str(treaty_status(brief, "lake", on="2030-01-01")) == "unknown between none and signed"
    assert treaty_status(brief, "lake").stage == "signed"


def test_what_was_announced_for_a_day_that_has_passed_is_overdue_and_changes_nothing():
    steps = [
        act("signature", "2025-01-01"),
        act("ratification", "2025-03-01", "north", status="scheduled"),
    ]
    assert [one.kind for one in on("2025-02-01", steps).parties["north"].next] == ["ratification"]
    late = on("2025-04-01", steps)
    assert late.stage == "signed"
    assert late.parties["north"].next == ()
    assert [one.kind for one in late.overdue] == ["ratification"]


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        ("2025-09-19", {"days": 120}, "2026-01-17"),
        ("2024-01-31", {"months": 1}, "2024-02-29"),
        ("2002-04-11", {"days": 60, "first_of_month": True}, "2002-07-01"),
        ("2025-12-31", {"first_of_month": True}, "2026-01-01"),
        ("2025-11", {"months": 3}, "[2026-02-01..2026-02-28]"),
        ("9999-12-01", {"days": 400}, "[..]"),
    ],
)
def test_time_runs_from_the_day_of_the_act(day, period, expected):
    assert str(Days.of(day).after(Period(**period))) == expected


def test_the_timeline_says_where_its_order_is_certain():
    steps = [
        act("ratification", None, "north"),
        act("signature", "2025-01"),
        act("adoption", "2025-01-10"),
        act("deposit", "2025-03-01", "north"),
    ]
    told = timeline(brief_of(steps).treaty("lake"))
    assert [(step.milestone.kind, step.is_certain) for step in told] == [
        ("signature", True),
        ("adoption", False),
        ("deposit", True),
        ("ratification", False),
    ]


IN_FORCE = [act("entry_into_force", "2010-03-01")]


@pytest.mark.parametrize(
    ("day", "stage"),
    [("2020-02-29", "in_force"), ("2020-03-01", "expired"), ("2031-01-01", "expired")],
)
def test_a_treaty_expires_with_its_term(day, stage):
    status = on(day, IN_FORCE, duration="P10Y")
    assert status.stage == stage
    assert status.parties["north"].stage == stage
    assert [one.kind for one in status.because] == ["entry_into_force"]


@pytest.mark.parametrize(
    "members",
    [{"renewal": "P5Y"}, {"milestones": [*IN_FORCE, act("extension", "2019-05-01")]}],
    ids=["renewed", "extended"],
)
def test_a_treaty_that_may_go_on_after_its_term_is_not_said_to_have_ended(members):
    milestones = members.pop("milestones", IN_FORCE)
    assert on("2015-01-01", milestones, duration="P10Y", **members).stage == "in_force"
    assert on("2021-01-01", milestones, duration="P10Y", **members).possible == (
        "in_force",
        "expired",
    )


def test_what_is_said_of_the_end_comes_before_what_is_computed():
    ends = act("expiry", "2026-02-05", status="scheduled")
    assert on("2022-01-01", [*IN_FORCE, ends], duration="P10Y").stage == "in_force"
    ended = act("termination", "2015-01-01")
    assert on("2022-01-01", [*IN_FORCE, ended], duration="P10Y").stage == "terminated"


def test_between_the_first_and_the_last_possible_end_of_a_term_it_is_unknown():
    some_day = [act("entry_into_force", "2010")]
    assert on("2019-12-31", some_day, duration="P10Y").stage == "in_force"
    assert on("2020-06-01", some_day, duration="P10Y").possible == ("in_force", "expired")
    assert on("2020-12-31", some_day, duration="P10Y").stage == "expired"


def test_a_treaty_that_is_not_in_force_has_no_term_that_ends():
    assert on("2040-01-01", [act("signature", "2010-03-01")], duration="P10Y").stage == "signed"
