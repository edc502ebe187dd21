"""A top-level block of a CommonMark text, as lines."""

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
"""How deep block quotes and list items may stand in each other."""


class Segment(NamedTuple):
    """A top-level block.

    Args:
        kind: What the block is; a run of link reference definitions counts as one.
        first: Its first line, counted from 0.
        last: Its last line that is not blank.
        level: The level of a heading, else 0.
        items: The first line of each item of a flat list: one that is tight and whose every item
            is exactly one paragraph. Empty for any other list.
    """

    kind: SegmentKind
    first: int
    last: int
    level: int = 0
    items: tuple[int, ...] = ()


class NestingError(ValueError):
    """Quotes and lists stand deeper in each other than `MAXIMUM_DEPTH`.

    Args:
        line: The line on which the limit is passed, counted from 0.
    """

    code: Final = "markdown_depth"

    def __init__(self, line: int) -> None:
        super().__init__(f"Quotes and lists may be nested at most {MAXIMUM_DEPTH} deep.")
        self.line = line
