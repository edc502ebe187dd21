"""Finds where the top-level blocks of a CommonMark 0.31.2 text begin and end.

The parser is our own, because the available ones differ from the reference implementation in places
where a brief would be read differently, and because it is faster. The tests compare it with the
reference implementation.
"""

from diplobrief.commonmark.blocks import MAXIMUM_DEPTH, NestingError, Segment
from diplobrief.commonmark.definitions import Definitions
from diplobrief.commonmark.inline import (
    heading_text,
    item_lines,
    item_texts,
    list_start,
    one_line,
    verbatim,
)
from diplobrief.commonmark.segmenter import each_segment, lines_of, segments
from diplobrief.commonmark.single_blocks import (
    SECTION_LEVEL,
    SEPARATOR,
    closing_line,
    is_separator,
    is_single_block,
)

__all__ = [
    "MAXIMUM_DEPTH",
    "SECTION_LEVEL",
    "SEPARATOR",
    "Definitions",
    "NestingError",
    "Segment",
    "closing_line",
    "each_segment",
    "heading_text",
    "is_separator",
    "is_single_block",
    "item_lines",
    "item_texts",
    "lines_of",
    "list_start",
    "one_line",
    "segments",
    "verbatim",
]
