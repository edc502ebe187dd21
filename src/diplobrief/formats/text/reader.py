"""From a pasted page to a brief."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.diagnostics import Span
from diplobrief.formats.document import Document
from diplobrief.formats.text.document import Page, page_of
from diplobrief.formats.text.lines import split_lines
from diplobrief.formats.text.places import places_in
from diplobrief.formats.validation import validate
from diplobrief.model import SCHEMA_VERSION, Brief
from diplobrief.text.plain import to_inline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.diagnostics import Path


class TextDocument(Document):
    r"""A pasted page.

    Every word of the text is in the result, in order; only what marks a label, an item, a
    quotation of a mail or a byline is not. What is not certain stays text: a title, authors and
    a dateline are there only where the page says them beyond doubt.

    Example:
        >>> brief = TextDocument(
        ...     "Why it matters: Two states share the lake.\n\nBy Ilona Varga"
        ... ).brief
        >>> brief.authors[0].name, brief.sections[0].kind
        ('Ilona Varga', 'why_it_matters')
    """

    def locate(self, paths: Iterable[Path]) -> dict[Path, Span]:
        r"""Return the places of members, or of the parts around them.

        Example:
            >>> block = ("sections", 0, "content", 0)
            >>> TextDocument("Key points:\n- One\n- Two").locate([block])[block]
            Span(line=2, column=1, end_line=3, end_column=6)
        """
        return {path: _nearest(self._places, path) for path in paths}

    def _read(self) -> Brief:
        return validate(_plain_data(self._page), self.locate)

    @cached_property
    def _page(self) -> Page:
        return page_of(split_lines(self.text))

    @cached_property
    def _places(self) -> dict[Path, Span]:
        return places_in(self._page)


def read_plain_data(text: str) -> dict[str, object]:
    """Return what a page says as JSON says it, not yet validated."""
    return _plain_data(page_of(split_lines(text)))


def _plain_data(page: Page) -> dict[str, object]:
    brief: dict[str, object] = {"schema_version": SCHEMA_VERSION}
    if page.title is not None:
        brief["title"] = to_inline(page.title_text)
    if page.dateline is not None:
        brief["dateline"] = page.dateline
    if page.authors:
        brief["authors"] = [{"name": name} for name in page.authors]
    brief["sections"] = _sections(page)
    return brief


def places_of(text: str) -> dict[Path, Span]:
    """Return the place of every part of what `read_plain_data` returns."""
    return places_in(page_of(split_lines(text)))


def _nearest(places: dict[Path, Span], path: Path) -> Span:
    around = (path[:end] for end in range(len(path), 0, -1))
    return next((places[known] for known in around if known in places), Span(1, 1, 1, 1))


def _sections(page: Page) -> list[dict[str, object]]:
    sections: list[dict[str, object]] = []
    for section in page.sections:
        data: dict[str, object] = {}
        if section.kind is not None:
            data["kind"] = section.kind
        if section.heading is not None:
            data["heading"] = section.heading
        data["content"] = [block.data for block in section.blocks]
        sections.append(data)
    return sections
