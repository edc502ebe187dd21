"""Corners in which the engine once differed from the answer worked out by hand."""

from __future__ import annotations

import pytest

from diplobrief.treaties import treaty_status
from tests.treaties.lake import STATES, act, brief_of, on

THREE = ("north", "south", "west")
BOTH = [act("ratification", "2025-01-01", one) for one in ("north", "south")]


def party(name, day, *args, **members):
    return on(day, *args, **members).parties[name].stage


def test_what_one_party_applies_provisionally_is_applied_provisionally():
    steps = [act("adoption", "2025-01-01"), act("provisional_application", "2025-02-01", "north")]
    assert on("2025-01-15", steps).stage == "adopted"
    assert on("2025-02-01", steps).stage == "provisionally_applied"
    assert party("south", "2025-02-01", steps) == "none"


def test_a_treaty_whose_rules_say_nothing_of_later_parties_binds_them_at_once():
    late = [*BOTH, act("accession", "2025-06-01", "west")]
    rules = [{"count": 2, "after": {"days": 30}}]
    assert party("west", "2025-05-31", late, THREE, entry_rules=rules) == "none"
    assert party("west", "2025-06-01", late, THREE, entry_rules=rules) == "in_force"
    reported = [act("entry_into_force", "2025-02-01"), *late]
    assert party("west", "2025-06-01", reported, THREE) == "in_force"


def test_a_fraction_of_the_parties_is_one_of_those_that_are_listed():
    outsider = [act("accession", "2025-01-01", "west"), act("accession", "2025-01-02", "east")]
    status = on("2025-02-01", outsider, entry_rules=[{"fraction": "1/2"}])
    assert status.stage == "being_ratified"
    assert status.remaining[0].consents == 1


def test_that_a_treaty_is_in_force_says_nothing_of_who_consents_after_that():
    steps = [act("extension", "2025-01-01"), act("accession", "2025-02-01", "west")]
    assert party("west", "2025-02-01", steps, ()) == "ratified"
    prolonged = [*steps, act("extension", "2025-03-01")]
    assert party("west", "2025-03-01", prolonged, ()) == "in_force"


@pytest.mark.parametrize(
    ("ends", "stage"),
    [
        ({"duration": "P1M"}, "expired"),
        ({"milestones": [act("termination", "2025-01-15")]}, "terminated"),
    ],
)
def test_another_rule_that_is_met_later_does_not_bring_an_ended_treaty_back(ends, stage):
    steps = [*BOTH, act("ratification", "2025-06-01", "west"), *ends.pop("milestones", [])]
    rules = [{"count": 2}, {"fraction": "1/1"}]
    assert on("2025-01-10", steps, THREE, entry_rules=rules, **ends).stage == "in_force"
    ended = on("2025-07-01", steps, THREE, entry_rules=rules, **ends)
    assert ended.stage == stage
    assert ended.parties["north"].stage == stage


def test_a_treaty_that_ended_before_its_conditions_were_met_does_not_enter_into_force():
    steps = [act("termination", "2024-06-01"), *BOTH]
    assert on("2025-02-01", steps, entry_rules=[{"count": 2}]).stage == "terminated"


def test_a_party_whose_instrument_is_reported_waits_for_it_though_all_have_ratified():
    steps = [act("ratification", "2025-01-01"), act("deposit", "2025-02-01", "north")]
    assert on("2025-01-15", steps).stage == "being_ratified"
    assert on("2025-02-01", steps).stage == "ratified"


@pytest.mark.parametrize("status", ["cancelled", "denied", "rejected"])
def test_an_instrument_that_was_not_taken_establishes_no_consent(status):
    steps = [*BOTH, act("deposit", "2025-02-01", "north", status=status)]
    assert on("2025-03-01", steps, entry_rules=[{"count": 2}]).stage == "being_ratified"


def test_an_exchange_between_all_is_not_awaited_by_parties_that_nobody_lists():
    steps = [*BOTH, act("exchange_of_instruments", "2025-03-01")]
    assert on("2025-02-01", steps, (), entry_rules=[{"count": 2}]).stage == "in_force"


def test_of_two_parties_both_must_sign_and_nobody_else_for_them():
    steps = [act("signature", "2025-01-01", "north", "west")]
    assert on("2025-02-01", steps).stage == "adopted"
    assert on("2025-03-01", [*steps, act("signature", "2025-03-01", "south")]).stage == "signed"


def test_who_leaves_what_has_ended_ends_it_no_more():
    force = act("entry_into_force", "2020-01-01")
    leaves = act("withdrawal", "2024-06-01", "north", effective="2025-06-01")
    ended = [force, act("expiry", "2025-01-01"), leaves]
    assert on("2025-07-01", ended).stage == "expired"
    apart = [force, *(act("suspension", "2021-01-01", one) for one in ("north", "south"))]
    assert on("2022-01-01", apart).stage == "suspended"
    assert on("2025-01-01", [*apart, act("expiry", "2025-01-01")]).stage == "expired"


def test_a_consent_that_is_taken_back_on_its_own_day_meets_no_condition():
    steps = [
        *BOTH[:1],
        act("ratification", "2025-02-01", "south", id="yes"),
        act("revocation", "2025-02-01", "south", reverses=["yes"]),
    ]
    assert on("2025-03-01", steps, entry_rules=[{"count": 2}]).stage == "being_ratified"


def test_a_consent_can_be_taken_back_until_it_binds_and_not_later():
    def taken_back(day):
        steps = [
            *BOTH,
            act("ratification", "2025-01-01", "west", id="yes"),
            act("revocation", day, "west", reverses=["yes"]),
        ]
        rules = [{"count": 2, "after": {"months": 3}}]
        return party("west", "2026-01-01", steps, THREE, entry_rules=rules)

    assert taken_back("2025-03-31") == "none"
    assert taken_back("2025-04-02") == "in_force"


def test_a_signature_taken_back_ends_the_procedure_that_followed_it():
    steps = [
        act("signature", "2013-09-25", "west", id="signed"),
        act("submission", "2016-12-09", "west"),
        act("revocation", "2019-07-18", "west", reverses=["signed"]),
    ]
    assert party("west", "2019-07-17", steps, STATES) == "being_ratified"
    assert party("west", "2019-07-18", steps, STATES) == "unsigned"


def test_nobody_is_unsigned_before_having_signed():
    steps = [
        act("signature", "2025-02-01", "west", id="signed"),
        act("revocation", "2025-01-01", "west", reverses=["signed"]),
    ]
    assert party("west", "2025-01-15", steps, STATES) == "none"
    assert party("west", "2025-02-01", steps, STATES) == "unsigned"


def test_who_has_left_may_sign_anew():
    steps = [
        act("entry_into_force", "2000-01-01", "west"),
        act("withdrawal", "2010-01-01", "west"),
        act("signature", "2020-01-01", "west"),
    ]
    assert party("west", "2015-01-01", steps, STATES) == "withdrawn"
    assert party("west", "2020-01-01", steps, STATES) == "signed"


def test_all_may_ratify_again_what_all_had_taken_back():
    steps = [
        act("ratification", "2025-01-01", id="yes"),
        act("revocation", "2025-02-01", id="no", reverses=["yes"]),
        act("ratification", "2025-03-01"),
    ]
    assert [on(day, steps).stage for day in ("2025-01-01", "2025-02-01", "2025-03-01")] == [
        "ratified",
        "none",
        "ratified",
    ]


def test_who_left_is_among_those_that_ratify_together_later():
    steps = [
        act("ratification", "2025-01-01"),
        act("withdrawal", "2025-02-01", "north"),
        act("ratification", "2025-03-01"),
    ]
    assert party("north", "2025-02-15", steps, THREE) == "withdrawn"
    assert on("2025-03-01", steps, THREE).parties["north"].stage == "ratified"


def test_a_ratification_of_all_taken_back_ends_the_procedures_of_each():
    steps = [
        act("submission", "2025-01-01", "north"),
        act("ratification", "2025-02-01", id="yes"),
        act("revocation", "2025-03-01", reverses=["yes"]),
    ]
    assert on("2025-03-01", steps).stage == "none"


def test_a_second_consent_holds_where_the_first_is_taken_back():
    steps = [
        act("ratification", "2025-01-01", "north", id="first"),
        act("acceptance", "2025-02-01", "north"),
        act("revocation", "2025-03-01", "north", reverses=["first"]),
        act("ratification", "2025-04-01", "south"),
    ]
    assert on("2025-04-01", steps, entry_rules=[{"count": 2}]).stage == "in_force"


def test_a_consent_taken_back_on_an_uncertain_day_may_bind_or_not():
    steps = [
        *BOTH,
        act("ratification", "2025-01-01", "west", id="yes"),
        act("revocation", "[2025-03-01..2025-05-31]", "west", reverses=["yes"]),
    ]
    rules = [{"count": 2, "after": {"months": 3}}]
    brief = brief_of(steps, THREE, entry_rules=rules)
    assert treaty_status(brief, "lake", on="2025-06-01").parties["west"].possible == (
        "none",
        "in_force",
    )


def test_a_consent_on_the_day_of_a_notice_or_later_counts_for_the_time_after_it():
    some_day = "[2025-01-02..2025-01-03]"
    leaves = act("withdrawal", "2025-01-02", "north")
    status = on("2025-01-03", [act("ratification", some_day), leaves], THREE)
    assert status.stage == "ratified"  # on the day of the notice, or after it
    leaves = act("withdrawal", some_day, "north")
    status = on("2025-01-03", [act("ratification", some_day), leaves])
    assert {"ratified", "terminated"} <= set(status.possible)
    leaves = act("withdrawal", "2025-01-02", "north")
    both = [act("ratification", some_day, "north", "south"), leaves]
    status = on("2025-01-05", both, (), entry_rules=[{"count": 1, "after": {"days": 2}}])
    assert status.parties["north"].possible == ("in_force",)
    rules = [{"count": 2, "not_before": "2025-01-05"}]
    leaves = act("withdrawal", "2025-01-02", "north")
    status = on("2025-01-05", [act("ratification", some_day), leaves], entry_rules=rules)
    assert status.stage == "in_force"


def test_what_is_taken_back_before_it_was_given_never_counted():
    steps = [
        *BOTH[:1],
        act("ratification", "2025-03-01", "south", id="yes"),
        act("revocation", "2025-02-01", "south", reverses=["yes"]),
    ]
    assert on("2025-03-01", steps, entry_rules=[{"count": 2}]).stage == "being_ratified"


def test_on_the_last_day_of_its_term_a_treaty_expires_whatever_else_is_reported():
    steps = [act("entry_into_force", "2025-01-01"), act("entry_into_force", "2025-02-01")]
    assert on("2025-02-01", steps, duration="P1M").stage == "expired"


def test_without_a_rule_all_may_have_consented_after_the_entry_that_is_reported():
    steps = [
        act("entry_into_force", "2025-01-01"),
        act("ratification", "[2025-01-01..2025-01-02]"),
    ]
    possible = on("2025-01-01", steps, THREE).parties["north"].possible
    assert {"none", "in_force"} <= set(possible)


def test_a_consent_counts_early_though_its_end_may_have_come_before_it():
    steps = [
        act("withdrawal", "[2025-01-01..2025-01-02]", "north"),
        act("ratification", "[2025-01-01..2025-01-03]"),
    ]
    enters = on("2025-01-10", steps, entry_rules=[{"count": 2}]).enters
    assert enters.earliest.isoformat() == "2025-01-01"


def test_a_treaty_that_a_party_has_left_does_not_expire_any_more():
    steps = [act("entry_into_force", "2020-01-01"), act("withdrawal", "2022-01-01", "north")]
    assert on("2022-01-01", steps, duration="P5Y").stage == "terminated"
    assert on("2026-01-01", steps, duration="P5Y").stage == "terminated"
    assert on("2026-01-01", steps, duration="P1Y").stage == "expired"


def given_and_taken_back(*days):
    """A consent, its revocation, the revocation of that, and so on."""
    return [
        act("ratification", days[0], "north", id="c0"),
        *(
            act("revocation", day, "north", id=f"c{index}", reverses=[f"c{index - 1}"])
            for index, day in enumerate(days[1:], 1)
        ),
    ]


AFTER_BOTH = {"entry_rules": [{"count": 2, "after": {"days": 30}}]}
SOUTH = act("ratification", "2025-03-01", "south")


@pytest.mark.parametrize(
    ("days", "enters"),
    [
        (["2025-01-01"], "2025-03-31"),
        (["2025-01-01", "2025-02-01"], None),
        (["2025-01-01", "2025-02-01", "2025-04-01"], "2025-05-01"),
        # Taken back again on the day on which it came back: it never did.
        (["2025-01-01", "2025-02-01", "2025-04-01", "2025-04-01"], None),
        # On whatever day of February it was taken back, it came back in April.
        (["2025-01-01", "2025-02", "2025-04-01"], "2025-05-01"),
        # Of a hundred reversals in turn the last one decides.
        ([f"2025-02-{1 + index % 28:02}" for index in range(100)], None),
    ],
)
def test_a_consent_that_is_taken_back_and_given_again_counts_anew(days, enters):
    status = on("2025-12-01", [*given_and_taken_back(*days), SOUTH], **AFTER_BOTH)
    assert (status.enters and str(status.enters)) == enters


def test_a_consent_that_counts_anew_once_the_conditions_were_met_is_one_of_a_later_party():
    steps = given_and_taken_back("2025-01-01", "2025-03-02", "2025-03-03")
    rules = [{"count": 2, "after": {"days": 2}, "later_parties": {"days": 9}}]
    days = ["2025-03-03", "2025-03-11", "2025-03-12"]
    stages = [party("north", day, [*steps, SOUTH], (), entry_rules=rules) for day in days]
    assert stages == ["ratified", "ratified", "in_force"]


def test_who_has_left_since_is_not_brought_back_by_a_revocation():
    consent, revocation, second = given_and_taken_back("2025-01-01", "2025-02-01", "2025-04-01")
    left = act("withdrawal", "2025-03-15", "north")
    status = on("2025-12-01", [consent, revocation, left, second, SOUTH], **AFTER_BOTH)
    assert status.enters is None


def test_revocations_in_a_circle_leave_a_consent_open():
    steps = given_and_taken_back("2025-01-01", "2025-02-01", "2025-02-02", "2025-02-03")
    steps[1]["reverses"] = ["c0", "c3"]
    status = on("2025-12-01", [*steps, SOUTH], **AFTER_BOTH)
    assert {"being_ratified", "in_force"} <= set(status.possible)


def test_a_consent_undone_before_its_own_day_leaves_another_as_it_was():
    steps = [
        act("ratification", "2025-01-03", "north", id="never"),
        act("revocation", "2025-01-01", "north", reverses=["never"]),
        act("ratification", "2025-01-02", "north", id="yes"),
        act("revocation", "2025-01-03", "north", reverses=["yes"]),
    ]
    rules = [{"count": 1, "after": {"days": 2}}]
    status = on("2025-01-04", steps, (), entry_rules=rules)
    assert (status.stage, status.parties["north"].stage) == ("in_force", "none")


def test_whoever_leaves_and_consents_anew_is_bound_anew():
    left = act("withdrawal", "2025-02-01", "north")
    again = act("ratification", "2025-03-01", "north")
    rules = [{"count": 2, "later_parties": {"days": 30}}]
    days = ["2025-01-01", "2025-02-01", "2025-03-01", "2025-03-31"]
    stages = [party("north", day, [*BOTH, left, again], THREE, entry_rules=rules) for day in days]
    assert stages == ["in_force", "withdrawn", "ratified", "in_force"]


def test_when_a_reversed_consent_was_given_decides_which_steps_came_before_it():
    steps = [
        act("ratification", "[2025-01-02..2025-01-06]", "north", id="yes"),
        act("revocation", "2025-01-01", "north", reverses=["yes"]),
        act("submission", "2025-01-04", "north"),
    ]
    possible = on("2025-01-05", steps, THREE).parties["north"].possible
    assert possible == ("none", "being_ratified")


def test_an_open_reversal_by_one_party_may_decide_when_a_treaty_binds_another():
    steps = [
        *BOTH,
        act("ratification", "2025-01-01", "west"),
        act("constitutional_review", "[2025-01-01..2025-01-06]", "north", reverses=["third"]),
        {**BOTH[0], "id": "third", "date": "2025-01-03", "parties": ["east"]},
    ]
    steps[3]["parties"] = ["east"]
    rules = [{"count": 4}]
    assert on("2025-01-04", steps, STATES, entry_rules=rules).parties["west"].possible == (
        "ratified",
        "in_force",
    )


PAUSED = [act("entry_into_force", "2020-01-01"), act("suspension", "2021-01-01")]


@pytest.mark.parametrize("ends", [act("termination", "2022-01-01"), act("expiry", "2022-01-01")])
@pytest.mark.parametrize("parties", [("north", "south"), THREE])
def test_a_treaty_that_enters_into_force_anew_is_not_suspended_any_more(ends, parties):
    again = [*PAUSED, ends, act("entry_into_force", "2023-01-01")]
    assert on("2021-06-01", again, parties).stage == "suspended"
    status = on("2023-01-01", again, parties)
    assert (status.stage, status.parties["north"].stage) == ("in_force", "in_force")


def test_a_suspension_by_one_party_does_not_outlast_the_term_either():
    steps = [
        act("entry_into_force", "2020-01-01"),
        act("suspension", "2021-01-01", "north"),
        act("entry_into_force", "2023-01-01"),
    ]
    stages = [on(day, steps, duration="P2Y") for day in ("2021-06-01", "2022-06-01", "2023-06-01")]
    assert [one.stage for one in stages] == ["suspended", "expired", "in_force"]
    assert stages[2].parties["north"].stage == "in_force"


def test_a_suspension_before_a_refusal_of_the_whole_is_over_when_the_parties_consent():
    refused = act("ratification", "2025-01-03", status="rejected")
    steps = [act("suspension", "2025-01-01"), refused, act("deposit", "2025-01-04")]
    assert on("2025-01-04", steps).stage == "ratified"


def test_a_treaty_is_applied_provisionally_again_after_the_end_of_its_term():
    steps = [
        act("ratification", "2025-01-02", "north"),
        act("provisional_application", "[2025-01-01..2025-06-30]"),
    ]
    status = on("2025-06-01", steps, entry_rules=[{"count": 1}], duration="P2M")
    assert status.possible == ("provisionally_applied", "expired")


def test_a_treaty_that_waits_is_not_yet_applied_provisionally():
    steps = [
        act("provisional_application", "[2025-01-02..2025-01-06]", "north"),
        act("accession", "[2025-01-02..2025-01-06]", "west"),
    ]
    status = on("2025-01-04", steps, entry_rules=[{"count": 1, "after": {"days": 2}}])
    assert status.possible == ("none", "ratified", "provisionally_applied", "in_force")


WAITS = [{"count": 2, "after": {"days": 30}}]


@pytest.mark.parametrize(
    ("steps", "members", "possible"),
    [
        # Nothing is known of the day but that it was done by the day of the brief.
        ([act("ratification")], {"published": "2026-01-01"}, ("none", "ratified", "in_force")),
        ([act("ratification", "[..2026-01-01]")], {}, ("none", "ratified", "in_force")),
        # Nor when the second of two consented, of which a tally only says that they had by 2026.
        (
            [act("tally", "2026-01-01", count=3)],
            {"membership": "selected"},
            ("none", "ratified", "in_force"),
        ),
        ([act("ratification", "[2020-01-01..]")], {}, ("none", "ratified", "in_force")),
    ],
)
def test_a_treaty_may_be_waiting_on_any_day_if_the_day_of_consent_is_open(steps, members, possible):
    assert on("2025-01-01", steps, entry_rules=WAITS, **members).possible == possible


def test_a_notice_without_a_day_may_be_running_on_any_day():
    steps = [act("entry_into_force", "1990-01-01"), act("withdrawal", None, "west")]
    leaves = [{"after": {"months": 12}}]
    status = on("2010-01-01", steps, THREE, exit_rules=leaves, published="2020-01-01")
    assert status.parties["west"].possible == ("in_force", "withdrawing", "withdrawn")


def test_of_two_consents_given_while_a_notice_runs_the_first_starts_the_time():
    steps = [
        act("accession", "2010-01-01", "west"),
        act("withdrawal", "2020-01-01", "west", effective="2021-01-01"),
        act("ratification", "2020-11-15", "west"),
        act("accession", "2020-12-20", "west"),
        act("entry_into_force", "2000-01-01"),
    ]
    rules = [{"count": 2, "later_parties": {"days": 60}}]
    days = ["2020-12-31", "2021-01-13", "2021-01-14"]
    stages = [party("west", day, steps, THREE, entry_rules=rules) for day in days]
    assert stages == ["withdrawing", "ratified", "in_force"]


def test_a_consent_taken_back_while_a_notice_runs_starts_no_time():
    steps = [
        act("accession", "2010-01-01", "west"),
        act("withdrawal", "2020-01-01", "west", effective="2021-01-01"),
        act("ratification", "2020-11-15", "west", id="first"),
        act("revocation", "2020-12-01", "west", reverses=["first"]),
        act("accession", "2020-12-20", "west"),
        act("entry_into_force", "2000-01-01"),
    ]
    rules = [{"count": 2, "later_parties": {"days": 60}}]
    days = ["2021-01-14", "2021-02-17", "2021-02-18"]
    stages = [party("west", day, steps, THREE, entry_rules=rules) for day in days]
    assert stages == ["ratified", "ratified", "in_force"]


REFUSALS = [
    act("referendum", "2019-06-01", "west", status="rejected"),
    act("signature", "2019-06-01", "west", status="rejected"),
    act("parliamentary_approval", "2019-06-01", "west", status="rejected"),
]
ALL_SIGN = act("signature", "2019-01-01")
ENTERS = act("entry_into_force", "2020-01-01")


@pytest.mark.parametrize("refusal", REFUSALS)
def test_the_entry_into_force_does_not_bind_whoever_was_last_reported_to_refuse(refusal):
    """Switzerland stayed outside the European Economic Area after its referendum of 1992."""
    status = on("2020-06-01", [ALL_SIGN, refusal, ENTERS], THREE)
    assert status.stage == "in_force"
    assert status.parties["north"].stage == "in_force"
    assert status.parties["west"].stage in {"being_ratified", "signed", "none"}


def test_a_party_that_agrees_after_it_had_refused_is_bound():
    """Ireland approved the Treaty of Nice in a second referendum."""
    agrees = act("referendum", "2019-09-01", "west")
    assert party("west", "2020-06-01", [*REFUSALS[:1], agrees, ENTERS], THREE) == "in_force"
    after = act("parliamentary_approval", "2021-09-01", "west", status="rejected")
    assert party("west", "2022-06-01", [*REFUSALS[:1], agrees, ENTERS, after], THREE) == "in_force"


def test_a_party_may_or_may_not_be_bound_if_it_refused_on_an_open_day():
    refuses = act("referendum", "[2019-07-01..2020-07-01]", "west", status="rejected")
    status = on("2020-08-01", [refuses, ENTERS], THREE)
    assert status.parties["west"].possible == ("being_ratified", "in_force")


def test_an_extension_does_not_show_that_a_party_is_bound_that_had_refused():
    steps = [REFUSALS[0], act("extension", "2020-01-01")]
    assert party("north", "2020-06-01", steps, THREE) == "in_force"
    assert party("west", "2020-06-01", steps, THREE) == "being_ratified"


@pytest.mark.parametrize("evidence", [[], [ENTERS]])
def test_a_notice_that_is_dated_after_its_own_effect_shows_nothing_after_that(evidence):
    """A law of February 2023 denounced treaties of the Council of Europe from March 2022 on."""
    leaves = act("withdrawal", "2023-02-28", "west", effective="2022-03-16")
    steps = [*evidence, leaves]
    days = ["2022-03-15", "2022-03-16", "2023-02-28", "2024-01-01"]
    stages = [party("west", day, steps, THREE) for day in days]
    assert stages == ["in_force" if evidence else "none", *["withdrawn"] * 3]
    assert str(on("2024-01-01", steps, THREE).parties["west"].first_bound) == (
        "2020-01-01" if evidence else "2022-03-16"
    )


def test_a_refusal_of_the_entry_into_force_follows_the_consents_of_its_day():
    refused = act("entry_into_force", "2025-01-01", status="rejected")
    steps = [act("acceptance", "2025-01-01"), refused]
    assert on("2025-01-01", steps).stage == "rejected"
    assert on("2025-01-01", [*steps, act("ratification", "2025-01-02")]).stage == "rejected"
    assert on("2025-01-02", [*steps, act("ratification", "2025-01-02")]).stage == "being_ratified"
