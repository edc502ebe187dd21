"""Examples in the schema. Members and unions take theirs from the models and scalars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

MEMBER_EXAMPLES: Final[dict[str, Any]] = {
    "Act.id": "expulsion",
    "Act.title": "Resolution on the Lake",
    "Event.id": "lake-call",
    "Event.title": "Lake Summit",
    "Milestone.id": "signed",
    "Quote.id": "winter",
    "about": ["lake"],
    "addressees": ["south"],
    "affiliation": "Lake Institute",
    "archived_url": "https://archive.example.org/communique",
    "by": ["senate"],
    "capacity": "Chair of the Council",
    "cites": ["gazette"],
    "condition": "if the Senate approves",
    "date_as_written": "23 September",
    "derived_from": ["agency"],
    "effective_as_written": "ninety days later",
    "end": "2026-03-04",
    "end_as_written": "the next morning",
    "event": "lake-call",
    "honorific": "Dr",
    "in_response_to": ["expulsion"],
    "issued_by": ["council"],
    "marking": "For official use only",
    "members": ["north", "south"],
    "note": "The two reports differ on the day.",
    "other_names": [{"language": "fr", "text": "Ligue du lac"}],
    "outcome": "The parties agreed to meet again.",
    "parties": ["north", "south"],
    "part_of": "lake-summit",
    "place": "Geneva",
    "prefix": "until the treaty, ",
    "published_as_written": "mid-April",
    "publisher": "Lake Review",
    "renewal": "P5Y",
    "requires": ["signed"],
    "reverses": ["signed"],
    "said_on_as_written": "on Tuesday",
    "short_title": "Lake Treaty",
    "source": "gazette",
    "start_as_written": "late on Tuesday",
    "subject": "the level of the water",
    "subtitle": "Northland has signed; Southland hesitates",
    "suffix": ", binds both",
    "territories": ["the northern shore"],
    "title": "The lake treaty waits for the Senate",
    "topics": ["water", "treaties"],
    "toward": "signed",
    "until": "2026-12-31",
    "until_as_written": "the end of the year",
    "updated_as_written": "early May",
    "venue": "state television",
    "verb": "emphasized",
}
"""Examples of members for which neither the example of their model nor their type has a good one.

A key with a type, such as `Act.id`, applies to that type only.
"""


def add_examples(schema: JsonSchemaValue) -> None:
    """Add an example to every union and every member.

    Args:
        schema: A complete schema with its `$defs`. It is changed in place.
    """
    definitions: dict[str, JsonSchemaValue] = schema["$defs"]
    for definition in definitions.values():
        if "examples" not in definition:
            branches = definition.get("oneOf") or definition["anyOf"]
            definition["examples"] = [_example(branch, definitions) for branch in branches]
    for definition in (schema, *definitions.values()):
        example: JsonSchemaValue = definition.get("examples", [{}])[0]
        for name, member in definition.get("properties", {}).items():
            if "const" not in member:
                candidates = (
                    example.get(name),
                    MEMBER_EXAMPLES.get(f"{definition['title']}.{name}"),
                    MEMBER_EXAMPLES.get(name),
                    _example(member, definitions),
                )
                member["examples"] = [next(value for value in candidates if value is not None)]


def _example(schema: JsonSchemaValue, definitions: dict[str, JsonSchemaValue]) -> Any:
    match schema:
        case {"examples": [first, *_]}:
            return first
        case {"$ref": str(reference)} | {"allOf": [{"$ref": str(reference)}]}:
            return _example(definitions[reference.rpartition("/")[2]], definitions)
        case {"const": value}:
            return value
        case {"type": "array", "items": items}:
            return [_example(items, definitions)]
        case _:
            return max(1, schema.get("minimum", 1))
