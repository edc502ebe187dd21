"""A list with one item may be written as that item in front matter."""

from __future__ import annotations

from typing import Any

from hypothesis import given

import diplobrief
from diplobrief.formats.markdown.short_forms import expand
from diplobrief.testing import briefs


def test_a_single_item_replaces_its_list():
    brief = diplobrief.loads(
        "---\nschema_version: 1.0\nauthors: M. Okafor\ntopics: 0042\nactors:\n"
        "  id: north\n  kind: state\n  name: Northland\n---\n",
        "markdown",
    )
    assert brief.authors[0].name == "M. Okafor"
    assert brief.topics == ("0042",)
    assert brief.actors[0].id == "north"


def lists_unwrapped(value: Any, *, is_extension: bool = False) -> Any:
    """Replace each list of one text by that text, as an author may write it."""
    if is_extension:
        return value
    if isinstance(value, dict):
        return {k: lists_unwrapped(v, is_extension=k[:2] == "x-") for k, v in value.items()}
    if isinstance(value, list):
        items = [lists_unwrapped(item) for item in value]
        return items[0] if len(items) == 1 and isinstance(items[0], str | dict) else items
    return value


@given(briefs())
def test_every_list_of_one_item_may_be_that_item(brief):
    data = brief.model_dump(mode="json")
    sections = data.pop("sections")
    unwrapped = expand(lists_unwrapped(data))
    assert diplobrief.Brief.model_validate({**unwrapped, "sections": sections}) == brief
