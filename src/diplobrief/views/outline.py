"""The outline of a brief: everything that is shown, in reading order, for any renderer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

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
    return Outline(
        brief.id,
        brief.language,
        _inline(brief.title),
        _inline(brief.subtitle),
        _byline(brief),
        _handling(brief),
        tuple(_section(("sections", at), section) for at, section in enumerate(brief.sections)),
        _facts(brief, on),
    )


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


def _section(path: Path, section: Section) -> NarrativeSection:
    heading = section.heading
    if heading is None and section.kind is not None and section.kind != "lede":
        heading = to_inline(words(section.kind).capitalize())
    return NarrativeSection(
        path,
        section.kind,
        _inline(heading),
        section.language,
        tuple(_block((*path, "content", at), block) for at, block in enumerate(section.content)),
    )


def _block(path: Path, block: Block) -> AnyBlock:
    if isinstance(block, Markdown):
        return MarkdownBlock(path, block.text)
    if isinstance(block, Bullets | Numbered):
        items = tuple(Inline(item, to_plain(item)) for item in block.items)
        return ListBlock(path, items, block.start if isinstance(block, Numbered) else None)
    return TextBlock(path, Inline(block.text, to_plain(block.text)))


def _inline(source: str | None) -> Inline | None:
    return None if source is None else Inline(source, to_plain(source))
