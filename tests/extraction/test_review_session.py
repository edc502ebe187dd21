"""`Review`: decisions one after the other, and each step back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import diplobrief
from diplobrief import BriefError, suggest
from diplobrief.extraction.review.session import Review
from diplobrief.extraction.suggestions import suggested_facts
from tests.extraction.test_suggest import MARKDOWN

BRIEF = suggest(diplobrief.loads(MARKDOWN, "markdown").replace(language="en"))


@pytest.fixture
def review():
    return Review(BRIEF, by="A. Editor", on="2024-05-12")


def go_to(review, id):
    while getattr(review.fact, "id", None) != id:
        review.skip()


def test_facts_come_in_the_order_of_the_brief(review):
    seen = []
    while review.current:
        seen.append(review.current)
        review.skip()
    assert seen == [path for path, _ in suggested_facts(BRIEF)]
    assert review.brief == BRIEF
    assert review.counts() == {"left": len(seen), "rejected": 0}


def test_decisions_are_in_the_brief_at_once(review):
    first = review.current
    review.confirm()
    assert review.brief.actors[first[1]].provenance.status == "confirmed"
    go_to(review, "q1")
    review.correct({"verb": "declared"})
    assert review.decision.done == "corrected"
    assert review.fact.verb == "declared"
    review.correct({"mode": "partial", "verb": None})
    assert (review.fact.verb, review.fact.mode) == (None, "partial")
    review.confirm()
    assert review.brief.quote("q1").provenance.status == "corrected"
    review.reject()
    assert [quote.id for quote in review.brief.quotes] == ["q1", "q3", "q4"]
    counts = review.counts()
    assert (counts["confirmed"], counts["corrected"], counts["rejected"]) == (1, 1, 1)
    assert counts["left"] == review.number - 3


def test_a_decision_can_be_changed_on_the_way_back(review):
    review.confirm()
    assert review.back()
    assert review.decision.done == "confirmed"
    review.reject()
    assert review.counts()["rejected"] >= 1
    assert review.counts()["confirmed"] == 0
    review.back()
    assert not review.back() or review.position == 1


def test_undoing_everything_restores_the_brief(review):
    review.confirm()
    review.correct({"note": "Checked."})
    review.correct({"note": None})
    review.reject()
    undone = 0
    while review.undo():
        undone += 1
    assert undone == 4
    assert (review.brief, review.position) == (BRIEF, 1)


def test_what_depends_on_a_rejected_fact_is_not_asked_about(review):
    go_to(review, "berg")
    review.reject()
    left = [review.fact.id]
    while review.current:
        left.append(review.fact.id)
        review.skip()
    assert {"q1", "q2"}.isdisjoint(left)
    assert review.counts()["rejected"] == 3
    review.undo()
    assert review.fact.id == "berg"
    assert review.brief == BRIEF


def test_what_is_not_valid_changes_nothing(review):
    go_to(review, "q1")
    review.confirm()
    review.back()
    before = review.brief
    with pytest.raises(ValidationError):
        review.correct({"mode": "sung"})
    assert review.brief == before
    assert review.decision.done == "confirmed"
    while review.fact.id != "berg":
        review.back()
    with pytest.raises(BriefError, match="depends on it"):
        review.reject()
    assert review.brief == before


STEPS = st.sampled_from(["confirm", "correct", "reject", "skip", "back", "undo"])


@given(st.lists(STEPS, max_size=25))
def test_any_steps_keep_the_brief_valid_and_can_be_undone(steps):
    review = Review(BRIEF, by="A. Editor", on=None)
    for step in steps:
        if step in {"back", "undo"}:
            getattr(review, step)()
        elif review.current:
            arguments = [{"note": "Checked."}] if step == "correct" else []
            try:
                getattr(review, step)(*arguments)
            except BriefError as error:
                assert error.findings[0].code == "fact_needed"
    assert suggest(review.brief) == review.brief
    assert review.counts()["left"] == len([*suggested_facts(review.brief)])
    while review.undo():
        pass
    assert review.brief == BRIEF
