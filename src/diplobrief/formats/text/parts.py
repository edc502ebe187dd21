"""The parts of a pasted text, with the lines and paragraphs from which they were made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.formats.text.lines import Line
    from diplobrief.formats.text.paragraphs import Paragraph

__all__ = ["Block", "Page", "Section"]


@dataclass(slots=True)
class Block:
    """A block of the brief and the lines from which it was made."""

    data: dict[str, object]
    lines: Sequence[Line]


@dataclass(slots=True)
class Section:
    """A section of the brief and the lines of its heading."""

    kind: str | None
    heading: str | None
    lines: Sequence[Line]
    blocks: list[Block] = field(default_factory=list[Block])


@dataclass(slots=True)
class Page:
    """The parts of a pasted text, with the paragraphs from which they were made."""

    sections: list[Section] = field(default_factory=list[Section])
    title: Paragraph | None = None
    title_text: str = ""
    subtitle: Paragraph | None = None
    dateline: dict[str, object] | None = None
    dateline_paragraph: Paragraph | None = None
    authors: list[str] = field(default_factory=list[str])
    byline: Paragraph | None = None
    handling: dict[str, object] | None = None
    language: str | None = None
    published: str | None = None
    web_address: str | None = None
    first: Paragraph | None = None
