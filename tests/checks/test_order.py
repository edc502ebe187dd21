"""What is found depends neither on the order of facts nor on facts about something else."""

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
from pairs import PAIRS

# All of it is covered elsewhere; while it is measured, it takes twice as long.
pytestmark = pytest.mark.no_cover

FACTS = ("actors", "quotes", "events", "treaties", "acts", "sources")
CIRCLES = {"CHR008", "CHR009"}
"""A circle is told from the first of its facts on."""
STRANGERS = {
    "actors": {"id": "stranger", "kind": "state", "name": "Westland", "country": "XW"},
    "events": {"kind": "summit", "title": "A meeting of others"},
    "acts": {"kind": "resolution", "title": "A resolution of others"},
    "treaties": {"id": "pact", "title": "A pact of others", "kind": "treaty"},
    "sources": {"id": "paper", "kind": "news_report", "title": "A paper of others"},
}


def found_in(brief, orders=None):
    """Return what is found, each at the place that the fact has in the first order."""

    def first_place(path):
        if orders is None or len(path) < 2 or path[0] not in orders:
            return path
        return (path[0], orders[path[0]][path[1]], *path[2:])

    return {
        (one.code,) if one.code in CIRCLES else (one.code, first_place(one.path), one.message)
        for one in diplobrief.check(brief)
    }


def assert_any_order_will_do(brief, random):
    orders = {}
    changes = {}
    for name in FACTS:
        facts = getattr(brief, name)
        orders[name] = random.sample(range(len(facts)), len(facts))
        if facts:
            changes[name] = [facts[place] for place in orders[name]]
    assert found_in(brief.replace(**changes), orders) == found_in(brief)


@given(briefs(), st.randoms(use_true_random=False))
def test_facts_can_be_listed_in_any_order(brief, random):
    assert_any_order_will_do(brief, random)


@pytest.mark.parametrize("code", PAIRS)
def test_what_a_rule_finds_it_finds_in_any_order(code):
    assert_any_order_will_do(Brief.model_validate(PAIRS[code].wrong), Random(1))


@pytest.mark.parametrize("code", PAIRS)
def test_facts_about_something_else_change_nothing(code):
    wrong = PAIRS[code].wrong
    others = {name: [*wrong.get(name, []), fact] for name, fact in STRANGERS.items()}
    found = found_in(Brief.model_validate({**wrong, **others}))
    assert found_in(Brief.model_validate(wrong)) <= found


@given(briefs(), st.sampled_from(["json", "markdown"]))
def test_what_is_found_is_the_same_with_and_without_the_document(brief, name):
    document = format_named(name).open(diplobrief.dumps(brief, format=name))
    # Only a document can have comments.
    settings = Settings(ignore=("yaml_comment",))
    assert check_brief(brief, settings, document) == check_brief(brief, settings)
