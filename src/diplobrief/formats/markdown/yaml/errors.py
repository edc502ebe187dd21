"""The one error of this room."""

from __future__ import annotations


class YamlError(Exception):
    """A text that is no front matter, and where it goes wrong.

    Two errors are equal when they say the same about the same place.

    Attributes:
        code: `yaml_syntax`, `yaml_character`, `yaml_alias`, `yaml_tag`, `yaml_directive`,
            `yaml_document`, `yaml_key`, `yaml_duplicate_key`, `yaml_number` or `yaml_depth`.
        message: What is wrong, as a sentence without a full stop.
        line: Counted from 1.
        column: Counted from 1, in code points.
        hint: What to do.
    """

    def __init__(self, code: str, message: str, line: int, column: int, hint: str) -> None:
        """Hold what was found."""
        super().__init__(code, message, line, column, hint)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.line}:{self.column}: {self.message} ({self.code})"

    def __eq__(self, other: object) -> bool:
        """Compare by value."""
        return isinstance(other, YamlError) and self.args == other.args

    def __hash__(self) -> int:
        """Hash by value."""
        return hash(self.args)
