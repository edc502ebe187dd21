"""What has to hold within a brief as a whole, and no JSON Schema can say.

Ids are unique, references resolve to a fact of the right kind, a range of dates does not end
before it begins, a `markdown` block is one whole block, and a section whose heading is one of
the English labels has a kind. All violations are reported at once, each with its own path.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import ValidationError

from diplobrief.model.fact_index import kinds_of_facts
from diplobrief.model.violations import is_whole_block, violations_of
from diplobrief.model.visits import VISIT, UnsoundError
from diplobrief.model.vocabulary.sections import kind_of_heading

_Brief = Any
"""A brief; its class stands above this room, and asks it whether it holds."""

INTEGRITY_CODES: Final = {
    "id_duplicate": "Every id is unique.",
    "reference_unknown": "Every reference names a fact in the brief.",
    "reference_kind": "A reference names a fact of a kind that is allowed there.",
    "range_order": "A range of dates does not end before it begins.",
    "block_invalid": "A markdown block is exactly one CommonMark block.",
    "member_renamed": "There is no member x-waive; its name is now ignore.",
    "kind_missing": "A section whose heading is an English label has a kind.",
}
"""The codes of integrity violations, and the rule that each breaks."""


@dataclass(slots=True)
class MemberCount:
    """How many members a brief has, all in all: a context of validation that is told so.

    A reader compares it with its document, where a member that is given twice was counted twice.
    """

    members: int = 0


def require_integrity(brief: _Brief) -> int:
    """Raise one error that holds every violation.

    Returns:
        How many members the brief and all values within it have.

    Raises:
        pydantic.ValidationError: Something does not hold.
    """
    members = _members_if_sound(brief)
    if members is None:
        raise ValidationError.from_exception_data("Brief", [*violations_of(brief)])
    return members


def _members_if_sound(brief: _Brief) -> int | None:
    """Count the members of a brief, or return `None` where something does not hold.

    This is the answer for nearly every brief, and builds no path; `violations_of` finds the places.
    """
    if type(brief.__pydantic_extra__.get("$schema", "")) is not str:
        return None
    kinds, named = kinds_of_facts(brief)
    of_narrative = _count_if_told(brief)
    if len(kinds) < named or of_narrative is None:
        return None
    try:
        return of_narrative + VISIT[type(brief)](brief, kinds, None)
    except UnsoundError:
        return None


def _count_if_told(brief: _Brief) -> int | None:
    """Count the members of a narrative that holds, or return `None`."""
    count = 0
    for section in brief.sections:
        if section.kind is None and kind_of_heading(section.heading or "") is not None:
            return None
        count += len(section.__pydantic_fields_set__)
        for block in section.content:
            count += len(block.__dict__)  # no member of a block is optional
            if block.type == "markdown" and not is_whole_block(block.text):
                return None
    return count
