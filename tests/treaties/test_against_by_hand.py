"""The engine and the answer worked out by hand agree on every treaty.

`differential.py` compares as many treaties as you like.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplobrief.treaties import uncertainty
from tests.treaties.differential import answers, difference
from tests.treaties.made_at_random import DAYS, PARTIES, treaty, uncertain

seeds = st.integers(0, 2**40)


@given(seeds)
def test_with_exact_days_the_engine_says_what_follows_by_hand(seed):
    assert difference(treaty(Random(seed))) is None


@given(seeds)
def test_whenever_a_tally_was_reached_the_stage_is_among_the_possible(seed):
    made = treaty(Random(seed), tallies=True, size=4)
    assert difference(made, [made]) is None


@given(seeds)
@example(40672156)  # an extension of all parties, on or after the day on which the term ends
def test_whatever_the_days_were_the_stage_is_among_the_possible(seed):
    made, choices = uncertain(Random(seed), most=24)
    assert difference(made, choices) is None


@given(seeds)
def test_what_is_chosen_together_leaves_no_stage_out(seed):
    """If there are many choices, the consents of several parties are given together."""
    made, choices = uncertain(Random(seed), most=24)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uncertainty, "_MOST_REPLAYS", 1)
        patch.setattr(uncertainty, "_FEWEST", 4)
        assert difference(made, choices) is None


def test_a_consent_of_all_on_the_day_of_a_reversal_follows_it_if_it_is_the_last_of_that_day():
    """The reversal is itself a consent of all, and so the first of its day."""
    treaty = {
        "parties": PARTIES[:2],
        "milestones": [
            {"id": "m0", "kind": "ratification", "date": DAYS[1], "reverses": ["m2"]},
            {"id": "m1", "kind": "accession", "date": DAYS[1]},
            {"id": "m2", "kind": "notification", "date": DAYS[0]},
        ],
    }
    for milestone in treaty["milestones"]:
        milestone["status"] = "completed"
    assert difference(treaty) is None
    assert dict(answers(treaty))[DAYS[1]]["north"] == {"being_ratified"}


def test_a_consent_whose_revocation_is_revoked_counts_anew_from_that_day():
    """It does not count from its first day: the treaty would enter into force in the past."""
    treaty = {
        "parties": PARTIES[:2],
        "entry_rules": [{"count": 2, "after": {"days": 2}}],
        "milestones": [
            {"id": "m0", "kind": "ratification", "date": DAYS[0], "parties": ["north"]},
            {"id": "m1", "kind": "revocation", "date": DAYS[1], "reverses": ["m0"]},
            {"id": "m2", "kind": "ratification", "date": DAYS[2], "parties": ["south"]},
            {"id": "m3", "kind": "revocation", "date": DAYS[3], "reverses": ["m1"]},
        ],
    }
    for step in treaty["milestones"]:
        step["status"] = "completed"
    assert difference(treaty) is None


def test_a_consent_of_all_counts_after_an_exit_that_took_effect_before_its_notice():
    treaty = {
        "parties": PARTIES[:2],
        "milestones": [
            {"kind": "accession", "date": DAYS[0]},
            {"kind": "ratification", "date": DAYS[1]},
            {
                "kind": "withdrawal",
                "date": DAYS[3],
                "effective": DAYS[0],
                "parties": ["north", "west"],
            },
        ],
    }
    for step in treaty["milestones"]:
        step["status"] = "completed"
    assert difference(treaty) is None


def test_what_is_required_comes_too_late_if_the_number_is_not_reached_any_more():
    treaty = {
        "parties": PARTIES[:2],
        "entry_rules": [{"fraction": "2/3"}],
        "milestones": [
            {"id": "law", "kind": "publication", "date": DAYS[3]},
            {"kind": "ratification", "date": DAYS[0]},
            {"kind": "withdrawal", "date": DAYS[1], "parties": ["south"]},
            {"kind": "entry_into_force", "date": DAYS[5], "requires": ["law"]},
        ],
    }
    for step in treaty["milestones"]:
        step["status"] = "completed"
    assert difference(treaty) is None


SEEDS = [90_200_819, 90_300_778, 90_300_559, 110_000_602, 110_400_662, 130_100_495, 130_300_844]


@pytest.mark.parametrize("seed", SEEDS)
def test_open_days_that_matter_beside_others(seed):
    """A notice of all, one after its own effect, what is required, and acts after the end."""
    made, choices = uncertain(Random(seed))
    assert difference(made, choices) is None


def test_the_consent_of_one_decides_by_which_rule_another_is_late():
    """By either rule the treaty enters into force on the same day, but not for late parties."""
    rules = [
        {
            "count": 2,
            "after": {"days": 2},
            "later_parties": {"days": 2, "late_after": "entry_into_force"},
        },
        {"count": 1, "after": {"days": 2}, "later_parties": {"days": 2}},
    ]

    def treaty(of_west):
        days = {"south": "2025-01-05", "north": "2025-01-06", "west": of_west}
        deposits = [
            {"kind": "deposit", "status": "completed", "date": day, "parties": [party]}
            for party, day in days.items()
        ]
        return {"milestones": deposits, "entry_rules": rules}

    made = treaty("[2025-01-05..2025-01-06]")
    assert difference(made, [treaty("2025-01-05"), treaty("2025-01-06")]) is None
    assert dict(answers(made, ["2025-01-07"]))["2025-01-07"]["north"] == {"in_force", "ratified"}


def test_a_suspension_for_both_that_one_party_upholds_suspends_the_treaty():
    treaty = {
        "parties": PARTIES[:2],
        "milestones": [
            {"id": "m0", "kind": "suspension", "date": DAYS[4]},
            {"id": "m1", "kind": "revocation", "date": DAYS[1], "reverses": ["m0"]},
            {"kind": "revocation", "date": DAYS[1], "reverses": ["m1"], "parties": ["north"]},
        ],
    }
    for step in treaty["milestones"]:
        step["status"] = "completed"
    assert difference(treaty) is None


def test_a_revocation_of_all_that_one_party_upholds_still_revokes_a_refusal():
    """For the treaty as a whole, an act stands as long as it stands for one of its parties."""
    treaty = {
        "parties": PARTIES,
        "milestones": [
            {"id": "m0", "kind": "entry_into_force", "status": "rejected"},
            {"id": "m1", "kind": "revocation", "parties": PARTIES, "reverses": ["m0"]},
            {"id": "m2", "kind": "revocation", "reverses": ["m1"]},
            {"kind": "revocation", "parties": ["south"], "reverses": ["m2"]},
        ],
    }
    for at, step in enumerate(treaty["milestones"]):
        step.setdefault("status", "completed")
        step["date"] = DAYS[at]
    assert difference(treaty) is None
    stages = [stages["treaty"] for _, stages in answers(treaty, DAYS[:4])]
    assert stages == [{"rejected"}, {"none"}, {"rejected"}, {"none"}]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("who", [{}, {"parties": ["north"]}])
def test_of_two_notifications_of_a_succession_the_first_counts(order, who):
    notified = [
        {"kind": "succession", "date": DAYS[5], "effective": DAYS[2], **who},
        {"kind": "succession", "date": DAYS[2], **who},
    ]
    treaty = {
        "parties": PARTIES,
        "entry_rules": [{"count": 2, "excluding": ["west"]}],
        "milestones": [
            {"kind": "acceptance", "date": DAYS[0], "parties": ["south", "west"]},
            *notified[::order],
        ],
    }
    for step in treaty["milestones"]:
        step["status"] = "completed"
    assert difference(treaty) is None
    assert [stages["treaty"] for _, stages in answers(treaty, [DAYS[2]])] == [{"in_force"}]
