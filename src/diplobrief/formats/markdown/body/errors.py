"""What can be wrong with a body so that it cannot be read."""

from __future__ import annotations


class BodyError(Exception):
    """A body that cannot be read.

    Args:
        code: What kind of mistake it is, for programs.
        message: What is wrong, for people.
        line: The line of the body, counted from 1.
        column: The character in that line, counted from 1.
        hint: What to do about it.
    """

    def __init__(self, code: str, message: str, line: int, column: int, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint
