"""What has to hold within a brief as a whole, and no JSON Schema can say.

Ids are unique, references resolve to a fact of the right kind, a range of dates does not end
before it begins, a `markdown` block is one whole block, and a section whose heading is one of
the English labels has a kind. All violations are reported at once, each with its own path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, cast

from pydantic_core import ValidationError

from diplobrief.model.kinds import kind_of, kinds_of_facts
from diplobrief.model.places import DATE, NESTED, PLACES
from diplobrief.model.violations import is_whole_block, violations_of
from diplobrief.model.vocabulary.sections import kind_of_heading

_Brief = Any
"""A brief; its class stands above this room, and asks it whether it holds."""

INTEGRITY_CODES: Final = {
    "id_duplicate": "Every id is given once.",
    "reference_unknown": "Every reference names a fact of the brief.",
    "reference_kind": "A reference names a fact of a kind that fits its place.",
    "range_order": "A range of dates does not end before it begins.",
    "block_invalid": "A markdown block is one whole CommonMark block.",
    "kind_missing": "A section whose heading is one of the English labels has a kind.",
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

    This is the answer for nearly every brief: it looks only at members that are given, and builds
    no path; `violations_of` finds the places.
    """
    kinds, named = kinds_of_facts(brief)
    of_narrative = _count_if_told(brief)
    if len(kinds) < named or of_narrative is None:
        return None
    of_facts = _count_if_sound((brief,), kinds, own_treaty=None)
    return None if of_facts is None else of_facts + of_narrative


def _count_if_sound(  # noqa: C901, PLR0912 - one pass, at speed
    values: Iterable[Any], kinds: dict[str, str], own_treaty: str | None
) -> int | None:
    """Count the members of values whose references and dates all hold, or return `None`."""
    count = 0
    waiting = [*values]
    for value in waiting:
        given = value.__pydantic_fields_set__
        count += len(given)
        places = PLACES[type(value)]
        if not places:  # nor extension members: every fact has places
            continue
        if value.__pydantic_extra__:
            # Their own names are among those given; left are the names within their values.
            count += sum(map(_members_within, value.__pydantic_extra__.values()))
        members = value.__dict__
        for name in given:
            place = places.get(name)
            if place is None:
                continue
            member = members[name]
            if place is NESTED:
                if type(member) is not tuple:
                    waiting.append(member)
                elif name != "milestones":
                    waiting += cast("tuple[Any, ...]", member)
                else:
                    milestones = cast("tuple[Any, ...]", member)
                    within = _count_if_sound(milestones, kinds, value.id)
                    if within is None:
                        return None
                    count += within
            elif place is DATE:
                if member[0] == "[" and not member.is_ordered:
                    return None
            elif type(member) is not int:  # a number of voters names nobody
                for reference in (member,) if type(member) is str else member:
                    if (
                        kinds.get(reference) not in place.kinds
                        and kind_of(reference, kinds, own_treaty, place) not in place.kinds
                    ):
                        return None
    return count


def _members_within(value: object) -> int:
    """Count the members of the objects in an extension value."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return len(members) + sum(map(_members_within, members.values()))
    if isinstance(value, tuple):
        return sum(map(_members_within, cast("tuple[object, ...]", value)))
    return 0


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
