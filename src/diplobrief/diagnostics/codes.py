"""The table of codes: what each says, and what to do. The rules of `check` explain themselves.

A code is stable across versions. One that the library gives and this table lacks is a mistake,
which a test finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from diplobrief.diagnostics.findings import Severity
from diplobrief.model.integrity import INTEGRITY_CODES


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says.

    Args:
        name: The code.
        meaning: What was found, or for one of integrity the rule that is broken.
        remedy: What to do.
        severity: How much it weighs.

    Example:
        >>> CODES["yaml_comment"].severity
        <Severity.WARNING: 'warning'>
    """

    name: str
    meaning: str
    remedy: str
    severity: Severity = Severity.ERROR


_INTEGRITY: Final = {
    "id_duplicate": "give one of the two another id",
    "reference_unknown": "correct the id, or add the fact",
    "reference_kind": "name a fact of the kind that belongs here",
    "range_order": "write the earlier date first",
    "block_invalid": "split it into its blocks, use a paragraph or list, or close what is open",
    "member_renamed": "use ignore: [CHR001]",
    "kind_missing": "add the kind that the heading says",
}

GROUPS: Final[dict[str, tuple[Code, ...]]] = {
    "Shape": (
        Code(
            "member_missing",
            "A member that is required is not there.",
            "add it, or one of those that are named",
        ),
        Code(
            "member_unknown",
            "There is no member of this name here.",
            "correct the name; a member of your own begins with x-",
        ),
        Code(
            "value_wrong",
            "The value is refused, and the message says why.",
            "write a value as the model describes it",
        ),
        Code(
            "type_wrong", "The value is of another type.", "write a value of the type that is named"
        ),
        Code("null", "null is never a value.", "leave an absent member out"),
        Code(
            "term_unknown",
            "The word is no term of the vocabulary.",
            "use a known term, or one that begins with x- where that is allowed",
        ),
        Code(
            "form_wrong",
            "The text has not the form that the member wants.",
            "write it in the form that is named",
        ),
        Code("number_range", "The number is out of bounds.", "write a number within them"),
        Code("text_length", "The text is too long.", "shorten it"),
        Code("list_empty", "A list that is given has no item.", "add one, or leave the list out"),
        Code(
            "version_unsupported",
            "The brief says a version of the format that is not known here.",
            "install a newer diplobrief",
        ),
    ),
    "Extension members": (
        Code("extension_name", "The name of a member is too long.", "shorten it"),
        Code(
            "extension_number",
            "JSON cannot say this number exactly.",
            "write a smaller or finite number, or text",
        ),
        Code("extension_text", "A text has half a surrogate pair.", "remove it"),
        Code("extension_depth", "The value is nested too deep.", "flatten it"),
        Code("extension_type", "The value is none of JSON.", "make it of JSON values"),
    ),
    "Integrity": tuple(
        Code(name, meaning, _INTEGRITY[name]) for name, meaning in INTEGRITY_CODES.items()
    ),
    "JSON": (
        Code("json_syntax", "The text is no JSON (RFC 8259).", "write what is expected there"),
        Code(
            "json_trailing",
            "The text goes on behind the end of the document.",
            "remove the rest; a file holds one brief",
        ),
        Code("json_duplicate", "A member stands twice in an object.", "remove one of the two"),
        Code(
            "json_number", "The number is too long, or none of JSON.", "shorten it, or leave it out"
        ),
        Code("json_surrogate", "Half a surrogate pair is no character.", "remove it"),
        Code("json_depth", "Lists and objects are nested too deep.", "flatten them"),
    ),
    "Front matter": (
        Code(
            "front_matter_open",
            "The front matter has no end.",
            "close it with a line of three hyphens",
        ),
        Code("yaml_syntax", "The front matter is no YAML.", "write what is expected there"),
        Code(
            "yaml_document",
            "Front matter is one document, of names and values.",
            "write lines of the form `name: value`",
        ),
        Code("yaml_key", "A name is no plain text.", "write `name: value`, the name as text"),
        Code("yaml_duplicate_key", "A name stands twice.", "keep one of the two"),
        Code(
            "yaml_alias",
            "Aliases and anchors are not used.",
            "write the value out; text that begins with & or * takes quotation marks",
        ),
        Code(
            "yaml_tag",
            "Tags are not used.",
            "remove it; text that begins with ! takes quotation marks",
        ),
        Code("yaml_directive", "Directives are not used.", "remove the line"),
        Code(
            "yaml_number",
            "The number is infinite, undefined or too large.",
            "write a finite number, or put text in quotation marks",
        ),
        Code(
            "yaml_character",
            "The character is not allowed, or none.",
            "remove it, or write it as an escape in double quotes",
        ),
        Code("yaml_depth", "Lists and objects are nested too deep.", "flatten them"),
        Code(
            "yaml_comment",
            "A comment stands right behind plain text, and may be meant as text.",
            "quote the text, or put the comment on a line of its own",
            Severity.WARNING,
        ),
    ),
    "Body": (
        Code(
            "control_character",
            "The character is not allowed in a brief.",
            "remove it, or put a space in its place",
        ),
        Code(
            "title_differs",
            "The front matter and the body give two different titles.",
            "take the title out of the front matter",
        ),
    ),
    "Files and settings": (
        Code("file_unreadable", "The file cannot be read.", "look at its name and its rights"),
        Code("file_unwritable", "The file cannot be written.", "look at its name and its rights"),
        Code("encoding", "The file is not UTF-8.", "save it as UTF-8"),
        Code("too_large", "The document is larger than what is read.", "split it"),
        Code(
            "format_read_only",
            "Plain text is only read, and cannot be rewritten.",
            "use `diplobrief import`",
        ),
        Code(
            "fmt_comments",
            "Rewriting would drop a comment in the front matter.",
            "move what it says into a note, or remove it",
        ),
        Code("configuration", "The settings have no meaning.", "correct them"),
        Code(
            "plugin",
            "The rules of another package cannot be used.",
            "update or uninstall the package, or turn off its rules with `ignore`",
        ),
        Code(
            "ignore_unused",
            "A code is ignored, but was not found there, or is unknown.",
            "remove it, or correct the code",
            Severity.WARNING,
        ),
        Code("internal", "The library failed.", "report it with the file: the mistake is ours"),
    ),
}
"""The codes, as the manual groups them."""

CODES: Final = {code.name: code for codes in GROUPS.values() for code in codes}
"""The codes by name."""
