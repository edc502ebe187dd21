"""The rules of `suggest`: all of them are described, and they can be chosen."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief.extraction.rules import SuggestionRule, chosen_rules, suggestion_rules
from tests.extraction.test_suggest import MARKDOWN


@pytest.fixture
def story():
    return diplobrief.loads(MARKDOWN, "markdown").replace(language="en")


def test_a_rule_with_a_low_precision_is_off_and_can_be_asked_for():
    rule = SuggestionRule("quote.guess", "Any words.", "**Any words.**", right=5, found=10)
    assert not rule.is_default
    assert SuggestionRule("quote.guess", "Any words.", "", right=6, found=10).is_default
    assert SuggestionRule("quote.guess", "Any words.", "", right=0, found=0).is_default
    assert SuggestionRule("quote.guess", "Any words.", "", right=1, found=4).is_default


def test_only_the_rules_that_are_asked_for_suggest_facts(story):
    suggested = diplobrief.suggest(story, rules=["quote.after", "step.active"])
    rules = {quote.provenance.rule for quote in suggested.quotes}
    assert rules == {"quote.after"}
    milestones = [step for treaty in suggested.treaties for step in treaty.milestones]
    assert {step.provenance.rule for step in milestones} == {"step.active"}


def test_the_usual_rules_are_those_that_are_on(story):
    usual = [rule.id for rule in suggestion_rules().values() if rule.is_default]
    assert diplobrief.suggest(story, rules=usual) == diplobrief.suggest(story)


def test_a_rule_that_is_not_known_is_an_error(story):
    with pytest.raises(ValueError, match=r"'quote\.guess' is not a rule; expected one of: quote"):
        diplobrief.suggest(story, rules=["quote.guess"])


def test_a_family_stands_for_its_rules():
    assert chosen_rules(["step"]) == {name for name in suggestion_rules() if name[:5] == "step."}


def test_every_fact_of_the_usual_examples_has_a_rule_that_is_described(story):
    suggested = diplobrief.suggest(story)
    steps = [step for treaty in suggested.treaties for step in treaty.milestones]
    facts = [*suggested.quotes, *suggested.events, *suggested.acts, *steps]
    assert {fact.provenance.rule for fact in facts} <= {*suggestion_rules()}
