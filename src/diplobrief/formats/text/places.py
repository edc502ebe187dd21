"""Places: on which lines of the text the parts of the result stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.diagnostics import Path
    from diplobrief.formats.text.document import Page
    from diplobrief.formats.text.lines import Line

__all__ = ["places_in"]


def places_in(page: Page) -> dict[Path, Span]:
    """Return the path of each part of a page to its place in the text."""
    places: dict[Path, Span] = {}
    if page.title is not None:
        places["title",] = _span(page.title.lines)
    if page.dateline_chunk is not None:
        places["dateline",] = _span(page.dateline_chunk.lines[:1])
    if page.byline is not None:
        for index in range(len(page.authors)):
            places["authors", index] = _span(page.byline.lines)
    for index, section in enumerate(page.sections):
        last = section.blocks[-1].lines if section.blocks else section.lines
        places["sections", index] = _span((section.lines[0], last[-1]))
        if section.heading is not None:
            places["sections", index, "heading"] = _span(section.lines[:1])
        for number, block in enumerate(section.blocks):
            places["sections", index, "content", number] = _span(block.lines)
    return places


def _span(lines: Sequence[Line]) -> Span:
    first, last = lines[0], lines[-1]
    return Span(first.number, first.column, last.number, last.column + len(last.text))
