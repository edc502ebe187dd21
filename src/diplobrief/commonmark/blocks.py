"""Blocks: while they are parsed, and as the lines of a text."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

SegmentKind: TypeAlias = Literal[
    "paragraph",
    "heading",
    "bullet_list",
    "ordered_list",
    "code",
    "html",
    "quote",
    "thematic_break",
    "definitions",
]

MAXIMUM_DEPTH: Final = 64
"""How deep block quotes and list items may be nested."""


class Block:
    """A block that is parsed, with the state that decides how it continues and ends."""

    __slots__ = ("children", "first", "indent", "kind", "level", "lines", "marker")

    def __init__(self, kind: str, first: int) -> None:
        self.kind: str = kind
        self.first: int = first
        self.level: int = 0
        self.marker: str = ""
        self.indent: int = 0
        self.lines: list[str] | None = None
        self.children: list[Block] = []


class Segment(NamedTuple):
    """A top-level block, as a range of lines.

    Args:
        kind: The kind of the block. A run of link reference definitions counts as one block.
        first: Its first line, counted from 0.
        last: Its last line that is not blank.
        level: The level of a heading, otherwise 0.
        items: The first line of each item of a flat list. A list is flat if it is tight and each
            item is exactly one paragraph. Empty for any other list.
    """

    kind: SegmentKind
    first: int
    last: int
    level: int = 0
    items: tuple[int, ...] = ()


class NestingError(ValueError):
    """Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.

    Args:
        line: The line on which the limit is exceeded, counted from 0.
    """

    code: Final = "markdown_depth"

    def __init__(self, line: int) -> None:
        super().__init__(f"Quotes and lists may be nested at most {MAXIMUM_DEPTH} deep.")
        self.line = line
