"""The codes of integrity, and the rules for single values: sections and blocks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, LiteralString, TypeAlias

from pydantic_core import InitErrorDetails, PydanticCustomError

from diplobrief.model.base import Value
from diplobrief.model.fields import Path
from diplobrief.model.narrative import Markdown, Section
from diplobrief.model.vocabulary.sections import kind_of_heading
from diplobrief.text.merge_conflicts import has_conflict
from diplobrief.text.remembering import remembered_if_short

INTEGRITY_CODES: Final = {
    "id_duplicate": "Every id is unique.",
    "reference_unknown": "Every reference names a fact in the brief.",
    "reference_kind": "A reference names a fact of a kind that is allowed there.",
    "range_order": "A range of dates does not end before it begins.",
    "block_invalid": "A markdown block is exactly one CommonMark block.",
    "member_renamed": "The member x-waive is now called ignore.",
    "kind_missing": "A section whose heading is an English label has a kind.",
}
"""The codes of integrity violations, and the rule that each breaks."""

# A quotation in which each line begins with a letter: no line in it opens a block of its own.
_QUOTED_WORDS: Final = re.compile(r"(?:> [A-Za-z][^\n\r]*\n)*> [A-Za-z][^\n\r]*")

OwnRule: TypeAlias = Callable[[Any, Path], InitErrorDetails | None]
"""Returns the violation of a value at a path, or `None`."""


def violation(
    code: LiteralString, message: Any, path: Path, value: str | None, **context: str
) -> InitErrorDetails:
    """Return a violation as pydantic reports it.

    Args:
        code: A code of `INTEGRITY_CODES`.
        message: The message, with names in braces for the values that follow.
        path: The path of the value.
        value: The value.
        **context: Further values for the message.
    """
    error = PydanticCustomError(code, message, {"value": value, **context})
    return InitErrorDetails(type=error, loc=path, input=value)


def _missing_kind(section: Section, path: Path) -> InitErrorDetails | None:
    kind = None if section.kind else kind_of_heading(section.heading or "")
    if kind is None:
        return None
    message = "The heading {value} is the label of a kind; give the kind {kind}, or another"
    return violation("kind_missing", message, path, section.heading, kind=kind)


def _invalid_block(block: Markdown, path: Path) -> InitErrorDetails | None:
    message = "The text is not exactly one CommonMark block that needs to be kept verbatim"
    if has_conflict(block.text):
        # In a Markdown file, this block could not be told from a merge conflict.
        message = "The text has a line that is the marker of a merge conflict"
    elif is_whole_block(block.text):
        return None
    return violation("block_invalid", message, (*path, "text"), block.text)


OWN_RULES: Final[dict[type[Value], OwnRule]] = {
    Section: _missing_kind,
    Markdown: _invalid_block,
}
"""The rules for values of single classes."""


@remembered_if_short
def is_whole_block(text: str) -> bool:
    """Return whether a text is exactly one CommonMark block that has to be kept verbatim."""
    if _QUOTED_WORDS.fullmatch(text):
        return True
    # The parser is imported only for briefs that have such a block.
    from diplobrief.commonmark import NestingError, is_single_block

    try:
        return is_single_block(text)
    except NestingError:
        return False
