"""The outline of a brief: everything that is shown, in reading order, for any renderer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from diplobrief.commonmark import Definitions
from diplobrief.model import Bullets, Markdown, Numbered
from diplobrief.text.plain import to_inline, to_plain
from diplobrief.views.entries import (
    act_entry,
    actor_entry,
    event_entry,
    quote_entry,
    source_entry,
    treaty_entry,
)
from diplobrief.views.names import FactNames, words
from diplobrief.views.parts import (
    Detail,
    FactGroup,
    Inline,
    ListBlock,
    MarkdownBlock,
    NarrativeSection,
    Outline,
    TextBlock,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diplobrief.diagnostics import Path
    from diplobrief.model import Block, Brief, Section
    from diplobrief.views.parts import AnyBlock, AnyEntry

_F = TypeVar("_F")


def outline_of(brief: Brief, on: str | None = None) -> Outline:
    r"""Return the outline of a brief.

    Args:
        brief: The brief.
        on: The day for the status of treaties: `2025-10-02`, `2025-10` or `2025` (default: the
            brief's own day).

    Raises:
        ValueError: `on` is not a date.

    Example:
        >>> from diplobrief.files import loads
        >>> outline = outline_of(loads("# The *lake*\n\nThe Senate waits.", "markdown"))
        >>> outline.title
        Inline(source='The *lake*', plain='The lake')
        >>> outline.sections[0].blocks[0].text.plain
        'The Senate waits.'
    """
    narrative = _Narrative(brief)
    return Outline(
        brief.id,
        brief.language,
        None if brief.title is None else narrative.inline(brief.title),
        None if brief.subtitle is None else narrative.inline(brief.subtitle),
        narrative.definitions.text,
        _byline(brief),
        _handling(brief),
        tuple(
            narrative.section(("sections", index), section)
            for index, section in enumerate(brief.sections)
        ),
        _facts(brief, on),
    )


class _Narrative:
    """The narrative of a brief, with the link reference definitions that its text refers to.

    Args:
        brief: The brief.
    """

    def __init__(self, brief: Brief) -> None:
        self.definitions = Definitions(
            block.text
            for section in brief.sections
            for block in section.content
            if isinstance(block, Markdown)
        )

    def inline(self, source: str) -> Inline:
        """Return a line of the narrative with its plain text."""
        return Inline(source, to_plain(source, self.definitions.used_by(source)))

    def section(self, path: Path, section: Section) -> NarrativeSection:
        """Return a section; its heading follows from its kind if it has none of its own."""
        heading = None
        if section.heading is not None:
            heading = self.inline(section.heading)
        elif section.kind is not None and section.kind != "lede":
            text = words(section.kind).capitalize()
            heading = Inline(to_inline(text), text)
        return NarrativeSection(
            path,
            section.kind,
            heading,
            section.language,
            tuple(
                self._block((*path, "content", index), block)
                for index, block in enumerate(section.content)
            ),
        )

    def _block(self, path: Path, block: Block) -> AnyBlock:
        if isinstance(block, Markdown):
            return MarkdownBlock(path, block.text)
        if isinstance(block, Bullets | Numbered):
            items = tuple(map(self.inline, block.items))
            return ListBlock(path, items, block.start if isinstance(block, Numbered) else None)
        return TextBlock(path, self.inline(block.text))


def _facts(brief: Brief, on: str | None) -> tuple[FactGroup, ...]:
    names = FactNames(brief)
    groups = (
        _group("actors", brief.actors, partial(actor_entry, names)),
        _group("quotes", brief.quotes, partial(quote_entry, names)),
        _group("events", brief.events, partial(event_entry, names)),
        _group("treaties", brief.treaties, partial(treaty_entry, names, brief, on)),
        _group("acts", brief.acts, partial(act_entry, names)),
        _group("sources", brief.sources, source_entry),
    )
    return tuple(group for group in groups if group.entries)


def _group(member: str, facts: Iterable[_F], entry_of: Callable[[int, _F], AnyEntry]) -> FactGroup:
    entries = tuple(entry_of(index, fact) for index, fact in enumerate(facts))
    return FactGroup(member, member.capitalize(), entries)


def _byline(brief: Brief) -> tuple[Detail, ...]:
    details: list[Detail] = []
    if brief.dateline and brief.dateline.place:
        details.append(Detail("dateline", brief.dateline.place))
    written = brief.dateline and brief.dateline.date_as_written
    if day := brief.day or brief.published_as_written or written:
        details.append(Detail("published", str(day)))
    if brief.authors:
        details.append(Detail("authors", ", ".join(author.name for author in brief.authors), "by"))
    if brief.publisher:
        details.append(Detail("publisher", brief.publisher))
    return tuple(details)


def _handling(brief: Brief) -> tuple[Detail, ...]:
    handling = brief.handling
    if handling is None:
        return ()
    details: list[Detail] = []
    if handling.tlp:
        details.append(Detail("tlp", handling.tlp))
    if handling.marking:
        details.append(Detail("marking", handling.marking))
    if handling.embargo_until:
        until = str(handling.embargo_until)
        details.append(Detail("embargo_until", until, "not to be published before"))
    return tuple(details)
