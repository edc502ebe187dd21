"""Bodies without a state: that in whose capital the page was written, or that of a place."""

from __future__ import annotations

import pytest

import diplobrief


@pytest.fixture
def suggest_from_wire():
    """Returns the brief with the facts that a page with a dateline states."""

    def read(text):
        return diplobrief.suggest(diplobrief.loads(text, "text").replace(language="en"))

    return read


def owners_of(brief):
    codes = {actor.id: getattr(actor, "country", None) for actor in brief.actors}
    return {actor.name: codes[actor.of] for actor in brief.actors if actor.kind == "organ"}


@pytest.mark.parametrize("dateline", ["OSLO, June 10, 2024", "Oslo, 10 June 2024"])
def test_a_cabinet_is_of_the_state_in_whose_capital_the_page_was_written(
    suggest_from_wire, dateline
):
    brief = suggest_from_wire(
        f"{dateline} — The treaty with Sweden was signed in Stockholm in May 2023."
        " Sweden's Riksdag approved it in March. The cabinet approved it on 3 June."
        " Parliament ratified it on 5 June."
    )
    assert owners_of(brief)["cabinet"] == "NO"
    assert owners_of(brief)["Parliament"] == "NO"
    assert owners_of(brief)["Riksdag"] == "SE"


def test_a_possessive_and_a_noun_for_a_state_come_before_that_capital(suggest_from_wire):
    brief = suggest_from_wire(
        "OSLO, June 10, 2024 — Sweden is to ratify the treaty. Sweden said that its cabinet had"
        " approved it on 3 June."
    )
    assert owners_of(brief)["cabinet"] == "SE"
    brief = suggest_from_wire(
        "OSLO, June 10, 2024 — Tuvalu left the treaty. It was useless, the government of the"
        " island said."
    )
    assert owners_of(brief).get("government") != "NO"


def test_a_place_in_an_insertion_is_not_where_a_body_sits(suggest_from):
    brief = suggest_from(
        "EMBASSY OF THE KINGDOM OF NORWAY\n\nNews\n\n"
        "The treaty, concluded by both ministers in Stockholm on 3 May,"
        " was approved by the Parliament on 5 June."
    )
    assert owners_of(brief)["Parliament"] == "NO"
    brief = suggest_from(
        "EMBASSY OF THE KINGDOM OF NORWAY\n\nNews\n\n"
        "In Stockholm, after a long debate, the Parliament approved it."
    )
    assert owners_of(brief)["Parliament"] == "SE"
