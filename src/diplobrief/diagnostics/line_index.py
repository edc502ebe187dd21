"""Converts offsets in a text to lines and columns. Line ends are LF, CRLF and CR only."""

from __future__ import annotations

from bisect import bisect_right

from diplobrief.diagnostics.findings import Span
from diplobrief.text.characters import LINE_END


class LineIndex:
    r"""The lines of a text.

    Args:
        text: The whole text.

    Example:
        >>> LineIndex("one\ntwo").span(4, 7)
        Span(line=2, column=1, end_line=2, end_column=4)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset; both count from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column; see `position`."""
        return self._starts[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """Return the span from a start offset to an end offset (exclusive)."""
        return Span(*self.position(start), *self.position(end))

    def line(self, number: int) -> str:
        """Return a line by its number, from 1, without its line end; empty if there is none."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = LINE_END.search(self._text, start)
        return self._text[start : end.start() if end else len(self._text)]
