"""What is wrong with front matter, and what to do about it, in words for people."""

from __future__ import annotations

from typing import Final

REFUSALS: Final = {
    "alias": ("yaml_alias", "aliases are not used in front matter", "write the value out"),
    "anchor": (
        "yaml_alias",
        "anchors are not used in front matter",
        "put text that begins with & in quotation marks",
    ),
    "tag": (
        "yaml_tag",
        "tags are not used in front matter",
        "put text that begins with ! in quotation marks",
    ),
    "directive": ("yaml_directive", "directives are not used in front matter", "remove the line"),
    "document": ("yaml_document", "front matter is a single document", "remove the line"),
    "key": (
        "yaml_key",
        "a name is written without a question mark",
        "write `name: value`, or put text that begins with ? in quotation marks",
    ),
    "name": ("yaml_syntax", "a name without a colon", "write `name: value`"),
    "hash": (
        "yaml_syntax",
        "a comment needs a space before it",
        "put a space before the #, or the text in quotation marks",
    ),
}
"""What front matter does without: the code, what is wrong, and what to do."""

# A sign in the words of PyYAML, what is wrong, what to do.
_PROBLEMS: Final = (
    (
        "character '\\t'",
        "a tab stands where only spaces may",
        "indent with spaces, and write a tab inside text as \\t in double quotes",
    ),
    (
        "cannot start any token",
        "text cannot begin with this character",
        "put the text in quotation marks",
    ),
    (
        "mapping values",
        "a colon that cannot stand here",
        "put text that holds a colon and a space in quotation marks; begin names in one column",
    ),
    ("expected ':'", "a name without a colon", "write `name: value`"),
    (
        "sequence entries",
        "a list cannot begin here",
        "begin the list on a line of its own, or put the text in quotation marks",
    ),
    (
        "expected ',' or",
        "a comma or the closing bracket is missing",
        "close what was opened, and put text that holds , [ ] { } in quotation marks",
    ),
    (
        "<block end>",
        "this does not belong to what stands before it",
        "begin members of one object in one column; put text with special characters in quotes",
    ),
    (
        "node content",
        "a value is missing here",
        "write a value, or put text with special characters in quotation marks",
    ),
    ("block scalar", "| and > end their line", "begin the text on the next line, indented"),
    (
        "escape",
        "an escape that YAML does not know",
        "write \\\\ for a backslash, or put the text in single quotes",
    ),
    ("quoted scalar", "a quotation mark is not closed", "close it"),
)
_NOT_YAML: Final = ("not YAML", "write lines of the form `name: value`")


def in_plain_words(problem: str) -> tuple[str, str]:
    """Return what a message of PyYAML means, and what to do.

    Example:
        >>> in_plain_words("while scanning a quoted scalar found unexpected end of stream")
        ('a quotation mark is not closed', 'close it')
    """
    return next(
        ((message, hint) for sign, message, hint in _PROBLEMS if sign in problem), _NOT_YAML
    )
