"""Where the top-level blocks of a CommonMark 0.31.2 text begin and end, and nothing more.

Two engines give the same answer: `pyromark`, which is fast but has no wheel for every platform,
and a pure Python one that follows the reference implementation line by line.
"""

from diplobrief.model.commonmark.segments import (
    MAXIMUM_DEPTH,
    NestingError,
    Segment,
    closing_line,
    is_single_block,
    segments,
)

__all__ = [
    "MAXIMUM_DEPTH",
    "NestingError",
    "Segment",
    "closing_line",
    "is_single_block",
    "segments",
]
