"""The prose of the manual is Markdown that the site and code hosts read alike."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]
FENCED = re.compile(r"^(```+).*?^\1$", re.DOTALL | re.MULTILINE)
AMERICAN = re.compile(r"\b(?:colors?|favor\w*|behavior\w*|neighbor\w*)\b", re.IGNORECASE)


def prose_of(page):
    """Return the text of a page without its blocks of code."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_line_becomes_a_heading_by_accident(page):
    # For Python-Markdown, `#3` at the start of a line is a heading, even within a paragraph.
    assert re.findall(r"^#+[^#\s].*", prose_of(page), re.MULTILINE) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_words_are_spelled_in_one_way(page):
    text = re.sub(r"`[^`]*`", "", prose_of(page))
    assert AMERICAN.findall(text) == []
