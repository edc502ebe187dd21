"""Read a brief from a pasted page, and locate its parts in that page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import BriefError, Finding, Span
from diplobrief.formats.document import Document
from diplobrief.formats.text.lines import split_lines
from diplobrief.formats.text.page import page_of
from diplobrief.formats.validation import validate
from diplobrief.model import SCHEMA_VERSION, Brief
from diplobrief.text.plain import to_inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplobrief.diagnostics import Path
    from diplobrief.formats.text.lines import Line
    from diplobrief.formats.text.parts import Page


MOST_LINES: Final = 100_000
"""How many lines with content a page may have: each can become a paragraph of its own."""


class TextDocument(Document):
    r"""A pasted page.

    Every word of the page is in the brief, in order but for the title, which comes first. Only the
    characters that mark a label, a list item, a mail quotation or a byline are left out. Whatever
    is uncertain stays text: the brief has a title, authors and a dateline only if the page leaves
    no doubt about them.

    Example:
        >>> page = "Why it matters: Two states share the lake.\n\nBy Ilona Varga"
        >>> brief = TextDocument(page).brief
        >>> brief.authors[0].name, brief.sections[0].kind
        ('Ilona Varga', 'why_it_matters')
    """

    def locate(self, paths: Iterable[Path]) -> dict[Path, Span]:
        r"""Return the span of each member, or else of the smallest part that contains it.

        Example:
            >>> block = ("sections", 0, "content", 0)
            >>> TextDocument("Key points:\n- One\n- Two").locate([block])[block]
            Span(line=2, column=1, end_line=3, end_column=6)
        """
        return {path: _nearest(self._spans, path) for path in paths}

    def _read(self) -> Brief:
        return validate(_plain_data(self._page), self.locate)

    @cached_property
    def _page(self) -> Page:
        lines = split_lines(self.text)
        if len(lines) > MOST_LINES:
            message = f"The text has more than {MOST_LINES:,} lines"
            raise BriefError([Finding("too_large", message, hint="split it")])
        return page_of(lines)

    @cached_property
    def _spans(self) -> dict[Path, Span]:
        return _spans(self._page)


def read_plain_data(text: str) -> dict[str, object]:
    """Return the brief of a pasted page as plain data that has not been validated."""
    return _plain_data(page_of(split_lines(text)))


def spans_of(text: str) -> dict[Path, Span]:
    """Return the span of each part of the brief of a pasted page, by its path."""
    return _spans(page_of(split_lines(text)))


def _plain_data(page: Page) -> dict[str, object]:
    brief: dict[str, object] = {"schema_version": SCHEMA_VERSION}
    if page.title is not None:
        brief["title"] = to_inline(page.title_text)
    if page.subtitle is not None:
        brief["subtitle"] = to_inline(page.subtitle.text)
    if page.dateline is not None:
        brief["dateline"] = page.dateline
    if page.authors:
        brief["authors"] = [{"name": name} for name in page.authors]
    if page.language is not None:
        brief["language"] = page.language
    if page.published is not None:
        brief["published"] = page.published
    if page.handling is not None:
        brief["handling"] = page.handling
    if page.web_address is not None:
        brief["sources"] = [{"id": "page", "url": page.web_address}]
    brief["sections"] = _sections(page)
    return brief


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


def _spans(page: Page) -> dict[Path, Span]:
    parts = (*_lines_of_metadata(page), *_lines_of_sections(page))
    return {path: _span(lines) for path, lines in parts}


def _lines_of_metadata(page: Page) -> Iterator[tuple[Path, Sequence[Line]]]:
    """Yield the path of each member of the metadata and the lines that state it."""
    stated = (
        ("title", page.title_text, page.title),
        ("published", page.published, page.first),
        ("handling", page.handling, page.first),
        ("sources", page.web_address, page.first),
        ("dateline", page.dateline, page.dateline_paragraph),
    )
    for name, value, paragraph in stated:
        if value and paragraph is not None:
            yield (name,), paragraph.lines if name == "title" else paragraph.lines[:1]
    if page.subtitle is not None:
        yield ("subtitle",), page.subtitle.lines
    if page.byline is not None:
        for index in range(len(page.authors)):
            yield ("authors", index), page.byline.lines


def _lines_of_sections(page: Page) -> Iterator[tuple[Path, Sequence[Line]]]:
    """Yield the path of each section, heading and block and the lines that it was made from."""
    for index, section in enumerate(page.sections):
        last = section.blocks[-1].lines if section.blocks else section.lines
        yield ("sections", index), (section.lines[0], last[-1])
        if section.heading is not None:
            yield ("sections", index, "heading"), section.lines[:1]
        for number, block in enumerate(section.blocks):
            yield ("sections", index, "content", number), block.lines


def _span(lines: Sequence[Line]) -> Span:
    first, last = lines[0], lines[-1]
    return Span(first.number, first.column, last.number, last.column + len(last.text))


def _nearest(spans: dict[Path, Span], path: Path) -> Span:
    parents = (path[:length] for length in range(len(path), 0, -1))
    return next((spans[parent] for parent in parents if parent in spans), Span(1, 1, 1, 1))
