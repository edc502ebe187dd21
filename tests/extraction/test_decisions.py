"""`confirm`, `correct` and `reject`: what a person decides about suggested facts, once."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import diplobrief
from diplobrief import Brief, BriefError, confirm, correct, reject, suggest
from diplobrief.extraction.suggestions import suggested_facts
from diplobrief.model.fact_index import facts_with_paths
from diplobrief.model.facts import is_suggested
from tests.extraction.test_suggest import MARKDOWN, TEXTS, brief_of

BY = "A. Editor"


@pytest.fixture
def brief():
    return suggest(diplobrief.loads(MARKDOWN, "markdown").replace(language="en"))


def codes(caught):
    return [finding.code for finding in caught.value.findings]


def test_every_suggested_fact_has_an_id(brief):
    assert len(brief.facts()) == len([*facts_with_paths(brief)])
    assert [quote.id for quote in brief.quotes] == [f"q{n + 1}" for n in range(len(brief.quotes))]
    assert {step.id for step in brief.treaties[0].milestones} == {"m1", "m2", "m3"}


def test_ids_that_the_brief_has_are_not_given_again(brief):
    first = brief.quotes[0].replace(id="q2", text="Something else was said then.", evidence=())
    again = suggest(brief.replace(quotes=[first]))
    assert [quote.id for quote in again.quotes][:3] == ["q2", "q1", "q3"]


def test_confirming_changes_the_provenance_and_nothing_else(brief):
    after = confirm(brief, ["q1", "m2"], by=BY, on=dt.date(2024, 5, 12))
    provenance = after.quote("q1").provenance
    assert (provenance.status, provenance.reviewed_by) == ("confirmed", BY)
    assert str(provenance.reviewed_on) == "2024-05-12"
    assert provenance.rule == brief.quote("q1").provenance.rule
    assert after.quote("q1").replace(provenance=brief.quotes[0].provenance) == brief.quotes[0]
    assert after.quotes[1:] == brief.quotes[1:]
    treaty = brief.treaties[0].id
    assert after.milestone(f"{treaty}#m2").provenance.status == "confirmed"
    assert after == confirm(brief, [f"{treaty}#m2", "q1"], by=BY, on="2024-05-12")


def test_the_day_of_a_review_may_be_left_out(brief):
    assert confirm(brief, ["q1"], by=BY).quote("q1").provenance.reviewed_on is None


def test_all_ids_that_are_unknown_are_reported_with_a_similar_one(brief):
    with pytest.raises(BriefError) as caught:
        confirm(brief, ["m9", "brg", "q1"], by=BY)
    assert codes(caught) == ["fact_unknown", "fact_unknown"]
    assert caught.value.findings[1].hint == "did you mean berg?"


def test_an_id_of_several_milestones_needs_its_treaty(brief):
    treaty = brief.treaties[0]
    brief = brief.replace(treaties=[treaty, treaty.replace(id="other")])
    with pytest.raises(BriefError, match=f"{treaty.id}#m1, other#m1"):
        confirm(brief, ["m1"], by=BY)
    assert confirm(brief, ["other#m1"], by=BY) != brief


@pytest.mark.parametrize("decide", [reject, lambda brief, ids: confirm(brief, ids, by=BY)])
def test_only_suggested_facts_can_be_decided_about(brief, decide):
    brief = confirm(brief, ["q1"], by=BY)
    asserted = brief.actors[0].replace(provenance=None)
    brief = brief.replace(actors=[asserted, *brief.actors[1:]])
    with pytest.raises(BriefError) as caught:
        decide(brief, ["q1", asserted.id, "q2"])
    assert codes(caught) == ["fact_not_suggested", "fact_not_suggested"]
    assert "it is confirmed" in caught.value.findings[0].message
    assert "asserted by the authors" in caught.value.findings[1].message


def test_a_person_without_a_name_is_not_accepted(brief):
    with pytest.raises(ValidationError):
        confirm(brief, ["q1"], by="")


def test_a_brief_without_ids_says_how_to_go_on():
    with pytest.raises(BriefError, match="diplobrief review"):
        confirm(Brief(sections=[]), ["q1"], by=BY)


def test_a_rejected_fact_is_gone_and_does_not_come_back(brief):
    after = reject(brief, ["q1"])
    assert [quote.id for quote in after.quotes] == [quote.id for quote in brief.quotes[1:]]
    assert len(after.rejected) == 1
    assert suggest(after) == after


def test_a_rejected_actor_takes_along_what_cannot_do_without_it(brief):
    after = reject(brief, ["berg"])
    assert "berg" not in after.facts()
    spoken = {id for id, fact in brief.facts().items() if "berg" in getattr(fact, "speakers", ())}
    assert spoken
    assert spoken.isdisjoint(after.facts())
    assert len(after.rejected) == len(spoken) + 1
    assert suggest(after) == after


def test_a_rejected_party_is_dropped_from_milestones_and_treaties(brief):
    assert any("se" in step.parties for step in brief.treaties[0].milestones)
    after = reject(brief, ["se"])
    assert "se" not in after.treaties[0].parties
    assert all("se" not in step.parties for step in after.treaties[0].milestones)
    assert len(after.treaties[0].milestones) == len(brief.treaties[0].milestones)


def test_a_rejected_treaty_takes_along_its_milestones(brief):
    after = reject(brief, [brief.treaties[0].id])
    assert after.treaties == ()
    assert len(after.rejected) == 1 + len(brief.treaties[0].milestones)
    assert suggest(after) == after


def test_what_a_confirmed_fact_needs_cannot_be_rejected(brief):
    quote = next(quote for quote in brief.quotes if quote.speakers == ("berg",))
    brief = confirm(brief, [quote.id, "m1"], by=BY)
    with pytest.raises(BriefError, match=f"quote {quote.id}, which is not suggested") as caught:
        reject(brief, ["berg"])
    assert codes(caught) == ["fact_needed"]
    with pytest.raises(BriefError, match="milestone"):
        reject(brief, [brief.treaties[0].id])


def test_a_corrected_fact_is_not_suggested_again_as_it_was(brief):
    after = correct(brief, "m1", {"kind": "accession", "date": "2023"}, by=BY, on="2024-05-12")
    milestone = next(step for step in after.treaties[0].milestones if step.id == "m1")
    assert (milestone.kind, str(milestone.date)) == ("accession", "2023")
    assert milestone.provenance.status == "corrected"
    assert suggest(after) == after
    renamed = correct(brief, "berg", {"name": "Karin Hill"}, by=BY)
    assert suggest(renamed) == renamed


def test_a_correction_by_hand_is_not_suggested_again(brief):
    milestone, *others = brief.treaties[0].milestones
    corrected = milestone.replace(date="2023", provenance={"status": "corrected"})
    treaty = brief.treaties[0].replace(milestones=[corrected, *others])
    brief = brief.replace(treaties=[treaty])
    assert suggest(brief) == brief


def test_only_valid_values_can_be_entered(brief):
    with pytest.raises(ValidationError):
        correct(brief, "m1", {"kind": "no such kind"}, by=BY)
    with pytest.raises(ValidationError):
        correct(brief, "q1", {"speakers": ["nobody"]}, by=BY)


@given(st.lists(TEXTS, max_size=3), st.data())
def test_decisions_about_any_text_are_final(blocks, data):
    lines = (" ".join("".join(filter(str.isprintable, text)).split()) for text in blocks)
    brief = suggest(brief_of([text for text in lines if text]))
    ids = [id for id, fact in brief.facts().items() if is_suggested(fact)]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True) if ids else st.just([]))
    rejected = reject(brief, chosen)
    assert set(chosen).isdisjoint(rejected.facts())
    assert suggest(rejected) == rejected
    left = [id for id, fact in rejected.facts().items() if is_suggested(fact)]
    confirmed = confirm(rejected, left, by=BY)
    assert not any(suggested_facts(confirmed))
    assert suggest(confirmed) == confirmed
