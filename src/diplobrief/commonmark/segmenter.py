"""Divides a text into its top-level blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.commonmark.blocks import Block, Segment, SegmentKind
from diplobrief.commonmark.definitions import count_definition_lines
from diplobrief.commonmark.parser import Parser
from diplobrief.text.inline import opens_block

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEGMENT_KINDS: Final[dict[str, SegmentKind]] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "code": "code",
    "fenced": "code",
    "html": "html",
    "quote": "quote",
    "thematic_break": "thematic_break",
}


def lines_of(text: str) -> list[str]:
    r"""Split a text at its line ends, which are LF, CR LF and CR and no others.

    Example:
        >>> lines_of("a\r\nb\u2028c")
        ['a', 'b\u2028c']
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def segments(text: str, lines: list[str] | None = None) -> list[Segment]:
    r"""Return the top-level blocks of a CommonMark text, in order.

    Every line that is not blank belongs to exactly one of them.

    Args:
        text: The text, of any length, without control characters other than tab and line ends.
        lines: The result of `lines_of(text)`, if the caller has it already.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.

    Example:
        >>> [(s.kind, s.first, s.last) for s in segments("# Title\n\nA line\nand more")]
        [('heading', 0, 0), ('paragraph', 2, 3)]
    """
    return [*each_segment(lines_of(text) if lines is None else lines)]


def each_segment(lines: list[str]) -> Iterator[Segment]:
    """Yield the blocks that `segments` returns, each as soon as the next one begins.

    The rest of the text is only read if the caller asks for it, and not all blocks are in memory at
    the same time.

    Args:
        lines: The lines of the text.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.
    """
    parser = Parser()
    blocks = parser.document.children
    number, end = 0, len(lines)
    while number < end:
        if parser.skip_paragraph(lines[number : number + 2]):
            if blocks:
                yield from _segments_of(blocks.pop(), lines, _last_line(lines, number))
            yield Segment("paragraph", number, number)
            number += 2
            continue
        parser.read(lines[number])
        number += 1
        if len(blocks) > 1:
            block = blocks.pop(0)
            yield from _segments_of(block, lines, _last_line(lines, blocks[0].first))
    for block in blocks:
        yield from _segments_of(block, lines, _last_line(lines, end))


def _last_line(lines: list[str], after: int) -> int:
    """Return the last line before `after` that is not blank."""
    while after and not lines[after - 1].strip(" \t"):
        after -= 1
    return after - 1


def _segments_of(block: Block, lines: list[str], last: int) -> list[Segment]:
    """Return the segment of a block, after that of the link definitions at its beginning."""
    first = block.first
    if block.kind == "list":
        kind: SegmentKind = "bullet_list" if block.marker in "*+-" else "ordered_list"
        is_flat = _is_flat(block, lines, last)
        items = tuple(item.first for item in block.children) if is_flat else ()
        return [Segment(kind, first, last, 0, items)]
    if block.lines is None:
        return [Segment(_SEGMENT_KINDS[block.kind], first, last, _level(block))]
    definition_lines = block.indent
    if block.kind == "paragraph":
        definition_lines += count_definition_lines("\n".join(block.lines))
    split = first + definition_lines
    if split > last:
        return [Segment("definitions", first, last)]
    # Without the definitions right above it, this line might begin another kind of block.
    if definition_lines and block.level != 2 and opens_block(lines[split].strip(" \t")):
        return [Segment("definitions", first, last)]
    rest = Segment(_SEGMENT_KINDS[block.kind], split, last, _level(block))
    return [Segment("definitions", first, split - 1), rest] if definition_lines else [rest]


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


def _level(block: Block) -> int:
    return block.level if block.kind == "heading" else 0
