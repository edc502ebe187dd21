"""The table of codes: what each means, and what to do. The rules of `check` explain themselves.

A code is stable across versions. A test finds codes that the library uses and this table lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from diplobrief.diagnostics.findings import Severity
from diplobrief.model.integrity_rules import INTEGRITY_CODES


@dataclass(frozen=True, slots=True)
class Code:
    """A code and its meaning.

    Args:
        name: The code.
        meaning: What is wrong, or for a code of integrity the rule that is broken.
        remedy: What to do.
        severity: How serious it is.

    Example:
        >>> CODES["yaml_comment"].severity
        <Severity.WARNING: 'warning'>
    """

    name: str
    meaning: str
    remedy: str
    severity: Severity = Severity.ERROR


_INTEGRITY: Final = {
    "id_duplicate": "change one of the two ids",
    "reference_unknown": "correct the id, or add the fact",
    "reference_kind": "use the id of a fact of an allowed kind",
    "range_order": "write the earlier date first",
    "block_invalid": "split it into single blocks, use a paragraph or list, or close an open block",
    "member_renamed": "use ignore: [CHR001]",
    "kind_missing": "add the kind that matches the heading",
}

GROUPS: Final[dict[str, tuple[Code, ...]]] = {
    "Shape": (
        Code(
            "member_missing",
            "A required member is missing.",
            "add it, or one of the members in the message",
        ),
        Code(
            "member_unknown",
            "A member has a name that is not allowed here.",
            "correct the name; use a name that begins with x- for an extension",
        ),
        Code(
            "value_wrong",
            "The value is not valid, for the reason in the message.",
            "write a value that the model allows",
        ),
        Code(
            "type_wrong",
            "The value has the wrong type.",
            "write a value of the type in the message",
        ),
        Code("null", "null is not allowed as a value.", "omit the member"),
        Code(
            "term_unknown",
            "The term is not in the vocabulary.",
            "use a known term, or one that begins with x- if the vocabulary is open",
        ),
        Code(
            "form_wrong",
            "The text does not have the form that the member requires.",
            "write it in the form in the message",
        ),
        Code("number_range", "The number is out of range.", "write a number within the range"),
        Code("text_length", "The text is too long.", "shorten it"),
        Code("list_empty", "A list must not be empty.", "omit the member, or add an item"),
        Code(
            "version_unsupported",
            "This library does not read this version of the format.",
            "install a newer diplobrief",
        ),
    ),
    "Extension members": (
        Code("extension_name", "The name of an extension member is too long.", "shorten it"),
        Code(
            "extension_number",
            "JSON cannot represent this number exactly.",
            "write a smaller or finite number, or text",
        ),
        Code("extension_text", "The text has an unpaired surrogate.", "remove it"),
        Code("extension_depth", "The value is nested too deeply.", "reduce the nesting"),
        Code("extension_type", "The value is not a JSON value.", "use only JSON types"),
    ),
    "Integrity": tuple(
        Code(name, meaning, _INTEGRITY[name]) for name, meaning in INTEGRITY_CODES.items()
    ),
    "JSON": (
        Code("json_syntax", "The text is not valid JSON (RFC 8259).", "correct the syntax"),
        Code(
            "json_trailing",
            "There is text after the end of the document.",
            "remove it; a file contains one brief",
        ),
        Code("json_duplicate", "An object has a duplicate member.", "remove one of the two"),
        Code(
            "json_number",
            "The number is too long or not valid JSON.",
            "shorten it, or omit the member",
        ),
        Code("json_surrogate", "The text has an unpaired surrogate.", "remove it"),
        Code("json_depth", "Lists and objects are nested too deeply.", "reduce the nesting"),
    ),
    "Front matter": (
        Code(
            "front_matter_open",
            "The front matter is not closed.",
            "close it with a line of three hyphens",
        ),
        Code(
            "front_matter_start",
            "Front matter must begin with a line of three hyphens, the first line of the file.",
            "make the line `---` the first line, and remove whatever is above it",
        ),
        Code(
            "front_matter_language",
            "The file begins with TOML or JSON, but only YAML is read as front matter.",
            "write it as YAML, or save a JSON brief with the suffix .json",
        ),
        Code("yaml_syntax", "The front matter is not valid YAML.", "correct the syntax"),
        Code(
            "yaml_document",
            "Front matter must be one document of keys and values.",
            "write lines of the form `key: value`",
        ),
        Code("yaml_key", "A key must be text, not a list or an object.", "write `key: value`"),
        Code("yaml_duplicate_key", "The key is a duplicate.", "remove one of the two"),
        Code(
            "yaml_alias",
            "Aliases and anchors are not allowed.",
            "repeat the value; put text that begins with & or * in quotation marks",
        ),
        Code(
            "yaml_tag",
            "Tags are not allowed.",
            "remove it; put text that begins with ! in quotation marks",
        ),
        Code("yaml_directive", "Directives are not allowed.", "remove the line"),
        Code(
            "yaml_number",
            "The number is infinite, undefined or too large.",
            "write a finite number, or put text in quotation marks",
        ),
        Code(
            "yaml_character",
            "The character is not allowed, or the escape does not denote one.",
            "remove it, or write it as an escape in double quotes",
        ),
        Code("yaml_depth", "Lists and objects are nested too deeply.", "reduce the nesting"),
        Code(
            "yaml_comment",
            "A comment directly follows plain text, and may be meant as part of it.",
            "quote the text, or put the comment on a line of its own",
            Severity.WARNING,
        ),
        Code(
            "yaml_number_text",
            "A number in an extension member would lose characters, such as a leading zero.",
            "put it in quotation marks if it is text, or write the number without them",
            Severity.WARNING,
        ),
        Code(
            "yaml_quotes",
            "Curly quotes are part of the text in YAML; they do not quote it.",
            "replace them with straight quotes, or put straight quotes around them",
            Severity.WARNING,
        ),
    ),
    "Body": (
        Code(
            "control_character",
            "The character is not allowed in a brief.",
            "remove it, or replace it with a space",
        ),
        Code(
            "title_differs",
            "The titles in the front matter and in the body differ.",
            "remove the title from the front matter",
        ),
    ),
    "Decisions about suggested facts": (
        Code(
            "fact_unknown",
            "No fact has the id, or several milestones have it.",
            "correct the id; write treaty#milestone for a milestone",
        ),
        Code(
            "fact_not_suggested",
            "The fact is not suggested, so there is nothing to confirm or reject.",
            "edit the file to change the fact",
        ),
        Code(
            "fact_needed",
            "The fact cannot be rejected, because a fact that is not suggested refers to it.",
            "remove the reference first, or correct the fact instead",
        ),
    ),
    "Answers of language models": (
        Code(
            "model_answer",
            "The answer is not a JSON object, or is too large.",
            "ask for one JSON object that follows the schema",
        ),
        Code(
            "model_failed",
            "The language model did not answer.",
            "check the key, the network and the limits of the model",
        ),
        Code(
            "passage_not_found",
            "The passage that a fact rests on is not in the narrative, or is in it twice.",
            "copy a passage of one block that states the fact",
        ),
        Code(
            "value_not_stated",
            "The passages of a fact do not state this value.",
            "omit the value, or add the passage that states it",
        ),
    ),
    "Files and configuration": (
        Code("file_unreadable", "The file cannot be read.", "check its name and permissions"),
        Code("file_unwritable", "The file cannot be written.", "check its name and permissions"),
        Code(
            "language_unsupported",
            "The language of the narrative is not recognized; or, as a warning, only names can be "
            "read in it.",
            "add or correct `language`, or enter the facts by hand",
        ),
        Code("encoding", "The file is not UTF-8.", "save it as UTF-8"),
        Code(
            "merge_conflict",
            "The file has a merge conflict that is not resolved.",
            "choose one of the versions, and remove the markers of git",
        ),
        Code("too_large", "The document is too large.", "split it"),
        Code(
            "checked_in_part",
            "The document has so many values that only a part of each list was validated, "
            "because that part has errors.",
            "correct the errors that are listed, and check again",
        ),
        Code(
            "format_read_only",
            "Plain text can be read but not written.",
            "use `diplobrief import`",
        ),
        Code(
            "fmt_comments",
            "Formatting would remove a comment from the front matter.",
            "move its content into a note, or remove it",
        ),
        Code("configuration", "The configuration is not valid.", "correct the file"),
        Code(
            "plugin",
            "The rules of another package cannot be used.",
            "update or uninstall the package, or turn off its rules with `ignore`",
        ),
        Code(
            "ignore_unused",
            "An ignored code has no finding here, or is not a known code.",
            "remove it, or correct the code",
            Severity.WARNING,
        ),
        Code(
            "internal",
            "Internal error: this is a bug in diplobrief.",
            "report it and attach the file",
        ),
    ),
}
"""The codes, grouped as in the manual."""

CODES: Final = {code.name: code for codes in GROUPS.values() for code in codes}
"""The codes by name."""
