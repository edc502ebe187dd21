"""A suggested fact as it is shown for review: its passage in the paragraph, and its members."""

from __future__ import annotations

import click
import pytest

import diplobrief
from diplobrief.diagnostics.terminal_text import width
from diplobrief.model import Milestone, Quote, State
from diplobrief.views.suggestion import Excerpt, SuggestionView

TEXT = """\
# Iran and Iranians

## Key points

“The lake,” she said,
“is *clean*.” Iranians know that Iran signed
the treaty. They said so again, and again.

## خبر

عراقچی گفت دریاچه پاک است.
"""
BRIEF = diplobrief.loads(TEXT, "markdown")


@pytest.fixture
def view():
    return SuggestionView(BRIEF)


def quote(text, **members):
    return Quote(mode="direct", text=text, **members)


def test_the_passage_is_shown_as_the_paragraph_has_it(view):
    assert view.excerpt(quote('"is clean."')) == Excerpt(
        "Key points",
        "“The lake,” she said, ",
        "“is clean.”",
        " Iranians know that Iran signed the treaty. They said so again, and again.",
    )


def test_a_name_is_a_whole_word(view):
    excerpt = view.excerpt(State(id="ir", name="Iran"))
    assert (excerpt.heading, excerpt.passage, excerpt.after) == ("Title", "Iran", " and Iranians")


def test_evidence_is_found_with_its_context(view):
    fact = quote("x", evidence=[{"exact": "again", "prefix": "and "}])
    assert view.excerpt(fact).before.endswith("and ")


def test_a_passage_that_is_gone_is_said_to_be_gone(view):
    assert view.excerpt(quote("nowhere")) == Excerpt()
    assert "does not have the passage" in view.lines(BRIEF, quote("nowhere"))


def test_lines_have_the_width_of_the_terminal_and_the_names_of_actors(view):
    north = State(id="north", name="Northland")
    step = Milestone(
        kind="ratification",
        status="completed",
        parties=("north", "south"),
        vote={"in_favour": 102, "against": ("south",)},
        evidence=[{"exact": "Iran signed the treaty"}],
        provenance={"status": "suggested", "rule": "step.active"},
    )
    shown = view.lines(BRIEF.replace(actors=[north]), step)
    assert max(map(width, shown.splitlines())) <= 80
    assert "that [[Iran signed the\n  treaty]]. They" in shown
    assert "  parties  north (Northland), south\n" in shown
    assert "  vote     in favour 102, against south\n" in shown
    assert shown.endswith("  rule     step.active")
    assert "evidence" not in shown


def test_a_passage_on_several_lines_is_coloured_on_each():
    fact = quote("x", evidence=[{"exact": "Iranians know that Iran signed the treaty"}])
    shown = SuggestionView(BRIEF, 30, color=True).lines(BRIEF, fact)
    lines = [line for line in shown.splitlines() if "\x1b[33m" in line]
    assert len(lines) == 3
    assert all(line.endswith("\x1b[0m") or "\x1b[0m. They" in line for line in lines)
    assert "[[" not in click.unstyle(shown)


def test_controls_are_made_visible_and_text_from_right_to_left_stays():
    brief = BRIEF.replace(title="Bad \u202e title \x1b"[:-2])
    shown = SuggestionView(brief).lines(brief, quote("Bad \u202e title"))
    assert "\u202e" not in shown
    fact = quote("دریاچه پاک است")
    assert "عراقچی گفت [[دریاچه پاک است]]." in SuggestionView(BRIEF).lines(BRIEF, fact)


def test_of_a_long_paragraph_only_the_part_around_the_passage_is_shown():
    text = f"{'word ' * 5000}the lake is clean {'word ' * 5000}"
    brief = diplobrief.loads(text, "markdown")
    excerpt = SuggestionView(brief).excerpt(quote("the lake is clean"))
    assert excerpt.before.startswith("… word")
    assert excerpt.after.endswith("word …")
    assert len(excerpt.before) < 500
