"""Errors in front matter: what is wrong and what to do, in plain words."""

from __future__ import annotations

from typing import Final

_Message = tuple[str, str]
"""What is wrong, and what to do about it."""

_REFUSALS: Final = {
    "alias": ("yaml_alias", "Aliases are not allowed in front matter", "repeat the value"),
    "anchor": (
        "yaml_alias",
        "Anchors are not allowed in front matter",
        "put text that begins with & in quotation marks",
    ),
    "tag": (
        "yaml_tag",
        "Tags are not allowed in front matter",
        "put text that begins with ! in quotation marks",
    ),
    "directive": (
        "yaml_directive",
        "Directives are not allowed in front matter",
        "remove the line",
    ),
    "document": (
        "yaml_document",
        "Front matter must be a single document",
        "remove the line",
    ),
    "key": (
        "yaml_key",
        "A key must not begin with a question mark",
        "write `key: value`, or put text that begins with ? in quotation marks",
    ),
    "no colon": ("yaml_syntax", "Expected a colon after the key", "write `key: value`"),
    "hash": (
        "yaml_syntax",
        "Expected a space before the comment",
        "add a space before the #, or put the text in quotation marks",
    ),
}
"""Code, message and hint for syntax that is not allowed in front matter."""

# A part of PyYAML's message, and our message and hint for it.
_PROBLEMS: Final[tuple[tuple[str, _Message], ...]] = (
    (
        "character '\\t'",
        (
            "Unexpected tab where only spaces are allowed",
            "indent with spaces, and write a tab in text as \\t in double quotes",
        ),
    ),
    (
        "cannot start any token",
        ("Plain text cannot begin with this character", "put the text in quotation marks"),
    ),
    (
        "mapping values",
        (
            "Unexpected colon",
            "put text with a colon and a space in quotation marks, and align the keys",
        ),
    ),
    ("expected ':'", ("Expected a colon after the key", "write `key: value`")),
    (
        "sequence entries",
        (
            "Unexpected list item",
            "begin the list on a line of its own, or put the text in quotation marks",
        ),
    ),
    (
        "expected ',' or",
        (
            "Expected a comma or the closing bracket",
            "close the bracket, and put text with , [ ] { } in quotation marks",
        ),
    ),
    (
        "<block end>",
        (
            "Unexpected indentation or content",
            "align the keys of an object, and put text with special characters in quotation marks",
        ),
    ),
    (
        "node content",
        (
            "Expected a value",
            "add a value, or put text with special characters in quotation marks",
        ),
    ),
    (
        "block scalar",
        ("Unexpected text after | or >", "begin the text on the next line, indented"),
    ),
    (
        "escape",
        (
            "Unknown escape sequence",
            "write \\\\ for a backslash, or put the text in single quotes",
        ),
    ),
    ("quoted scalar", ("The quotation mark is not closed", "close it")),
)
_NOT_YAML: Final = ("Not valid YAML", "write lines of the form `key: value`")


class YamlError(Exception):
    """An error in front matter, with its place.

    Errors with the same content are equal.

    Args:
        code: `yaml_syntax`, `yaml_character`, `yaml_alias`, `yaml_tag`, `yaml_directive`,
            `yaml_document`, `yaml_key`, `yaml_duplicate_key`, `yaml_number` or `yaml_depth`.
        message: What is wrong, as a sentence without a full stop.
        line: The line, counted from 1.
        column: The column, counted from 1 in code points.
        hint: What to do.
    """

    def __init__(self, code: str, message: str, line: int, column: int, hint: str) -> None:
        super().__init__(code, message, line, column, hint)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.message} ({self.code})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, YamlError) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)


def refusal(syntax: str, line: int, column: int) -> YamlError:
    """Return the error for syntax that is not allowed in front matter.

    Example:
        >>> str(refusal("alias", 1, 4))
        '1:4: Aliases are not allowed in front matter (yaml_alias)'
    """
    code, message, hint = _REFUSALS[syntax]
    return YamlError(code, message, line, column, hint)


def in_plain_words(problem: str) -> _Message:
    """Translate a message of PyYAML.

    Returns:
        What is wrong, and what to do about it.

    Example:
        >>> in_plain_words("while scanning a quoted scalar found unexpected end of stream")
        ('The quotation mark is not closed', 'close it')
    """
    return next((message for part, message in _PROBLEMS if part in problem), _NOT_YAML)
