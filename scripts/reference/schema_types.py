"""The types of the JSON Schema, in the order in which the pages show them."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from scripts.schemas.profiles import full

if TYPE_CHECKING:
    from collections.abc import Callable

Form: TypeAlias = dict[str, Any]
"""A part of a JSON Schema."""

CHAPTERS: Final = {
    "The brief": (
        "Brief",
        "Author",
        "Dateline",
        "Handling",
        "RelatedBrief",
        "Identifier",
        "IgnoredCode",
    ),
    "The narrative": ("Section", "Paragraph", "Bullets", "Numbered", "Markdown"),
    "Actors": ("Person", "State", "Organ", "Organization", "Group", "Unnamed"),
    "Statements": ("Quote", "Translation"),
    "Events": ("Event", "Participant"),
    "Treaties": ("Treaty", "Milestone", "Vote", "Scope", "RelatedTreaty"),
    "Rules of entry and exit": ("TreatyRule", "Period", "LaterParties", "GroupCount", "Share"),
    "Acts": ("Act",),
    "Sources and evidence": ("Source", "Evidence", "Provenance"),
}
"""The objects, by the title of the chapter that shows them."""

OBJECTS: Final = frozenset(name for names in CHAPTERS.values() for name in names)

_GREATEST: Final = 2**53 - 1


@cache
def schema_types() -> dict[str, Form]:
    """Return every type of the schema by its name.

    Raises:
        LookupError: A type is an object and is in no chapter.
    """
    schema = full()
    types: dict[str, Form] = {"Brief": schema, **schema["$defs"]}
    missing = {name for name, form in types.items() if "properties" in form} - OBJECTS
    if missing:
        raise LookupError(f"CHAPTERS lacks {', '.join(sorted(missing))}")
    return types


def describe(form: Form, link: Callable[[str], str]) -> str:
    """Return the type of a member in a few words.

    Args:
        form: The schema of the member.
        link: Makes the link to a type with a name.

    Example:
        >>> describe({"type": "array", "items": {"$ref": "#/$defs/Line"}, "minItems": 1}, str)
        'list of Line, one or more'
        >>> describe({"type": "integer", "minimum": 1, "maximum": 9999}, str)
        'whole number, 1 to 9,999'
    """
    match form:
        case {"$ref": str(reference)} | {"allOf": [{"$ref": str(reference)}]}:
            return link(reference.rpartition("/")[2])
        case {"type": "array", "items": items}:
            return f"list of {describe(items, link)}{', one or more' if 'minItems' in form else ''}"
        case {"type": "integer" | "number" as kind, "minimum": least, "maximum": most}:
            words = "whole number" if kind == "integer" else "number"
            bounds = f"{least} or more" if most == _GREATEST else f"{least} to {most:,}"
            return f"{words}, {bounds}"
        case {"const": value}:
            return code(value)
        case {"type": "string"}:
            return "text"
        case _:
            raise LookupError(f"no words for {form}")


def code(value: object) -> str:
    """Return a JSON value as a code span."""
    return f"`{json.dumps(value, ensure_ascii=False)}`"
