"""Of a very long document, only the places that are asked for are computed, and they are right."""

from __future__ import annotations

import pytest

import diplobrief
from diplobrief import BriefError
from diplobrief.formats import MARKDOWN
from diplobrief.formats.markdown import source as markdown_source
from diplobrief.formats.text import reader

BODY = "# Talks\n\nFirst.\n\n## Why it matters\n\n- one\n- two\n\n" + "More.\n\n" * 20
PATHS = [
    ("title",),
    ("sections", 0),
    ("sections", 0, "content", 0, "text"),
    ("sections", 1, "heading"),
    ("sections", 1, "content", 0, "items", 1),
    ("sections", 1, "content", 7),
    ("sections", 1, "content", 99),
    ("publisher",),
]


@pytest.mark.parametrize("paths", [PATHS, PATHS[:1], PATHS[-1:], []])
def test_the_places_are_those_of_a_short_document(monkeypatch, paths):
    expected = MARKDOWN.open(BODY).locate(paths)
    monkeypatch.setattr(markdown_source, "MANY_VALUES", 10)
    document = MARKDOWN.open(BODY)
    assert document.locate(paths) == expected
    assert "_all_places_in_body" not in document.__dict__


def test_a_page_of_too_many_lines_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "MOST_LINES", 3)
    assert diplobrief.loads("One.\n\nTwo.\n\nThree.\n", "text").sections
    with pytest.raises(BriefError) as caught:
        diplobrief.loads("One.\n\nTwo.\n\nThree.\n\nFour.\n", "text")
    assert caught.value.first.message == "The text has more than 3 lines"
