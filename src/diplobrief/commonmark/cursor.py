"""The position in a line, counted in characters and in columns."""

from __future__ import annotations


class Cursor:
    """Moves along a line. A tab reaches to the next column that is a multiple of four.

    Attributes:
        line: The line.
        offset: The number of characters that were read.
        column: The number of columns that they occupy.
        next: The offset of the next character that is neither a space nor a tab.
        next_column: Its column.
        indent: The number of columns between the position and this character.
        blank: Whether there is no such character.
    """

    __slots__ = ("blank", "column", "indent", "line", "next", "next_column", "offset")

    def __init__(self) -> None:
        self.line: str = ""
        self.offset: int = 0
        self.column: int = 0
        self.next: int = 0
        self.next_column: int = 0
        self.indent: int = 0
        self.blank: bool = False

    def look_ahead(self) -> None:
        """Find the next character that is neither a space nor a tab."""
        line, at, column = self.line, self.offset, self.column
        while (char := line[at : at + 1]) == " " or char == "\t":
            column += 1 if char == " " else 4 - column % 4
            at += 1
        self.next = at
        self.next_column = column
        self.indent = column - self.column
        self.blank = not char

    def advance(self, count: int) -> None:
        """Move forward by a number of columns; this may end within a tab."""
        line = self.line
        while count > 0 and self.offset < len(line):
            if line[self.offset] != "\t":
                self.offset += 1
                self.column += 1
                count -= 1
                continue
            to_tab = 4 - self.column % 4
            self.column += min(to_tab, count)
            self.offset += to_tab <= count
            count -= to_tab

    def advance_to_text(self) -> None:
        """Move to the next character that is neither a space nor a tab."""
        self.offset = self.next
        self.column = self.next_column

    def advance_to_end(self) -> None:
        """Move to the end of the line."""
        self.offset = len(self.line)

    def take_quote_marker(self) -> None:
        """Move past a block quote marker and one space after it."""
        self.advance_to_text()
        self.offset += 1
        self.column += 1
        if self.line[self.offset : self.offset + 1] in {" ", "\t"}:
            self.advance(1)

    def take_marker(self, width: int) -> int:
        """Move past a list marker and the space after it, and return their width in columns."""
        self.advance_to_text()
        self.offset += width
        self.column += width
        offset, column = self.offset, self.column
        self.look_ahead()
        if not self.blank and 1 <= self.indent <= 4:
            spaces = self.indent
            self.advance(spaces)
            return width + spaces
        self.offset, self.column = offset, column
        self.advance(1)
        return width + 1
