"""Findings do not depend on the order of facts, or on unrelated facts."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplobrief
from diplobrief.checks.runner import check_brief
from diplobrief.checks.settings import Settings
from diplobrief.formats import format_named
from diplobrief.model import Brief
from diplobrief.testing import briefs
from tests.checks.pairs import PAIRS

FACTS = ("actors", "quotes", "events", "treaties", "acts", "sources")
AT_THE_FIRST = {"CHR008", "CHR009", "PRV001"}
"""A cycle is reported at the first of its facts, and unconfirmed facts are at the first of them."""
STRANGERS = {
    "actors": {"id": "stranger", "kind": "state", "name": "Westland", "country": "XW"},
    "events": {"kind": "summit", "title": "A meeting of others"},
    "acts": {"kind": "resolution", "title": "A resolution of others"},
    "treaties": {"id": "pact", "title": "A pact of others", "kind": "treaty"},
    "sources": {"id": "paper", "kind": "news_report", "title": "A paper of others"},
}


def findings_in(brief, orders=None):
    """Return the findings, each with the path that its fact has in the first order."""

    def first_path(path):
        if orders is None or len(path) < 2 or path[0] not in orders:
            return path
        return (path[0], orders[path[0]][path[1]], *path[2:])

    return {
        (found.code,)
        if found.code in AT_THE_FIRST
        else (found.code, first_path(found.path), found.message)
        for found in diplobrief.check(brief)
    }


def assert_order_does_not_matter(brief, random):
    orders = {}
    changes = {}
    for name in FACTS:
        facts = getattr(brief, name)
        orders[name] = random.sample(range(len(facts)), len(facts))
        if facts:
            changes[name] = [facts[place] for place in orders[name]]
    assert findings_in(brief.replace(**changes), orders) == findings_in(brief)


@given(briefs(), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_facts(brief, random):
    assert_order_does_not_matter(brief, random)


@pytest.mark.parametrize("code", PAIRS)
def test_each_rule_works_in_any_order_of_facts(code):
    assert_order_does_not_matter(Brief.model_validate(PAIRS[code].wrong), Random(1))


@pytest.mark.parametrize("code", PAIRS)
def test_unrelated_facts_do_not_hide_findings(code):
    wrong = PAIRS[code].wrong
    others = {name: [*wrong.get(name, []), fact] for name, fact in STRANGERS.items()}
    found = findings_in(Brief.model_validate({**wrong, **others}))
    assert findings_in(Brief.model_validate(wrong)) <= found


@given(briefs(), st.sampled_from(["json", "markdown"]))
def test_findings_are_the_same_with_and_without_the_document(brief, name):
    document = format_named(name).open(diplobrief.dumps(brief, format=name))
    # Only a document can have comments.
    settings = Settings(ignore=("yaml_comment",))
    assert check_brief(brief, settings, document) == check_brief(brief, settings)
