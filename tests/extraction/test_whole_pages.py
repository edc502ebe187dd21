"""Whole pages of many kinds, written for these tests: whatever is suggested is stated there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

import diplobrief
from diplobrief.checks.with_suggestions import DocumentWithSuggestions
from diplobrief.extraction.suggestions import suggested_facts
from diplobrief.formats import format_named

PAGES = sorted(Path(__file__).with_name("whole_pages").glob("*.txt"))


def read(page):
    return diplobrief.load(page).replace(language="en")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_whatever_is_suggested_is_stated_on_the_page_once(page):
    brief = diplobrief.suggest(read(page))
    assert [*suggested_facts(brief)]
    assert diplobrief.check(brief, select=["EVD"], ignore=["EVD006"]) == []
    assert diplobrief.suggest(brief) == brief


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_fact_that_is_deleted_is_found_again_among_the_others(page):
    brief = diplobrief.suggest(read(page))
    for member in ("quotes", "events", "acts", "treaties"):
        assert diplobrief.suggest(brief.replace(**{member: ()})).actors == brief.actors


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_suggested_fact_has_a_place_on_the_page(page):
    document = DocumentWithSuggestions(
        format_named("text").open(page.read_text(encoding="utf-8")),
        partial(diplobrief.suggest, language="en"),
    )
    paths = [path for path, _ in suggested_facts(document.brief)]
    assert set(document.locate(paths)) == set(paths)
