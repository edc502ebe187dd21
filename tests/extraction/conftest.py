"""Briefs to read, written for these tests."""

from __future__ import annotations

import pytest

import diplobrief


@pytest.fixture
def suggest_from():
    """Returns the brief with the facts that an English text states."""

    def read(text, day=None):
        brief = diplobrief.loads(f"# Lake\n\n{text}\n", "markdown").replace(language="en")
        if day is not None:
            brief = brief.replace(published=diplobrief.When(day))
        return diplobrief.suggest(brief)

    return read
