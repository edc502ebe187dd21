"""Where the top-level blocks of a CommonMark 0.31.2 text begin and end, and nothing more.

The parser is our own, because those at hand depart from the reference implementation in places
where a brief would be read differently; it is checked against that implementation in the tests.
"""

from diplobrief.commonmark.inline import (
    heading_text,
    item_lines,
    item_texts,
    list_start,
    one_line,
    verbatim,
)
from diplobrief.commonmark.segment import MAXIMUM_DEPTH, NestingError, Segment
from diplobrief.commonmark.segmenter import (
    SECTION_LEVEL,
    SEPARATOR,
    closing_line,
    is_separator,
    is_single_block,
    lines_of,
    segments,
)

__all__ = [
    "MAXIMUM_DEPTH",
    "SECTION_LEVEL",
    "SEPARATOR",
    "NestingError",
    "Segment",
    "closing_line",
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
