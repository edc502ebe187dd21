"""Organizations that no list names, by what a page calls them."""

from __future__ import annotations

import pytest

import diplobrief


def organizations(text):
    """The types of the organizations of a page by their names, and the names of its persons."""
    brief = diplobrief.suggest(diplobrief.loads(text, "text").replace(language="en"))
    types = {actor.name: actor.type for actor in brief.actors if actor.kind == "organization"}
    return types, [actor.name for actor in brief.actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Clean Water, an NGO, sued Norway.", "Clean Water", "ngo"),
        ("Clean Water, a Swiss NGO, sued Norway.", "Clean Water", "ngo"),
        ("Clean Water, Peru's largest environmental group, sued.", "Clean Water", "ngo"),
        ("Laketrans, the Swedish oil company, left Norway.", "Laketrans", "company"),
        ("Lake Front, a rebel group in the north, attacked Norway.", "Lake Front", "armed_group"),
        ("The far-right Clean Water party opposed it.", "Clean Water", "political_party"),
        ("The Clean Water faction opposed it.", "Clean Water", "political_party"),
    ],
)
def test_a_noun_shows_an_organization(text, name, kind):
    types, persons = organizations(text)
    assert types == {name: kind}
    assert name not in persons


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, a party leader, spoke.",
        "Ann Lee, head of the party, spoke.",
        "Ann Lee, a former bank manager, spoke.",
        "Norway, Sweden and Denmark met, a bank said.",
        "Norway, a party to the treaty, left.",
    ],
)
def test_a_noun_of_something_else_shows_none(text):
    assert organizations(text)[0] == {}
