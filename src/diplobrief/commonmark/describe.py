"""From the open-and-shut blocks of the parser to segments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.commonmark.definitions import count_definition_lines
from diplobrief.commonmark.segment import Segment, SegmentKind
from diplobrief.text.inline import opens_block

if TYPE_CHECKING:
    from diplobrief.commonmark.block import Block

_SEGMENT_KINDS: Final[dict[str, SegmentKind]] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "code": "code",
    "fenced": "code",
    "html": "html",
    "quote": "quote",
    "thematic_break": "thematic_break",
}


def last_line(lines: list[str], after: int) -> int:
    """Return the last line before `after` that is not blank."""
    while after and not lines[after - 1].strip(" \t"):
        after -= 1
    return after - 1


def _is_flat(block: Block, lines: list[str], last: int) -> bool:
    for item in block.children:
        if len(item.children) != 1 or item.children[0].kind != "paragraph":
            return False
        paragraph = item.children[0]
        if paragraph.indent or (
            paragraph.lines and count_definition_lines("\n".join(paragraph.lines))
        ):
            return False
    return all(line.strip(" \t") for line in lines[block.first : last + 1])


def describe(block: Block, lines: list[str], last: int) -> list[Segment]:
    """Return the segment of a top-level block, and before it that of its definitions."""
    first = block.first
    if block.kind == "list":
        kind: SegmentKind = "bullet_list" if block.marker in "*+-" else "ordered_list"
        flat = _is_flat(block, lines, last)
        items = tuple(item.first for item in block.children) if flat else ()
        return [Segment(kind, first, last, 0, items)]
    if block.lines is None:
        return [Segment(_SEGMENT_KINDS[block.kind], first, last, _level(block))]
    taken = block.indent
    if block.kind == "paragraph":
        taken += count_definition_lines("\n".join(block.lines))
    split = first + taken
    if split > last:
        return [Segment("definitions", first, last)]
    # What follows definitions without an empty line may need them to be what it is.
    if taken and block.level != 2 and opens_block(lines[split].strip(" \t")):
        return [Segment("definitions", first, last)]
    rest = Segment(_SEGMENT_KINDS[block.kind], split, last, _level(block))
    return [Segment("definitions", first, split - 1), rest] if taken else [rest]


def _level(block: Block) -> int:
    return block.level if block.kind == "heading" else 0
