"""Strategies for titles, headings, and the text of blocks."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

from diplobrief.model.vocabulary.sections import SECTION_KINDS
from diplobrief.testing.scalars import lines
from diplobrief.testing.text import inline_text
from diplobrief.text.inline import HEADING_PATTERN, INLINE_PATTERN

_HEADING: Final = re.compile(HEADING_PATTERN)
_INLINE: Final = re.compile(INLINE_PATTERN)
_LABELS: Final = tuple(label for term in SECTION_KINDS for label in term.labels)


def titles() -> st.SearchStrategy[str]:
    """Generate titles and subtitles: one line of inline CommonMark."""
    return lines()


def headings() -> st.SearchStrategy[str]:
    """Generate section headings, including the English labels of section kinds."""
    labels = st.sampled_from(
        (*_LABELS, *map(str.upper, _LABELS), *(label.replace("'", "’") for label in _LABELS))
    )
    return st.one_of(labels, lines().map(_as_heading))


def _as_heading(line: str) -> str:
    return line if _HEADING.fullmatch(line) else f"{line}."


def inline_lines() -> st.SearchStrategy[str]:
    """Generate text of paragraphs and items: plain lines, and combined pieces of markup."""
    plain = lines().map(_as_inline)
    return st.one_of(plain, plain, plain, inline_text())


def _as_inline(line: str) -> str:
    return line if _INLINE.fullmatch(line) else f"x{line}"
