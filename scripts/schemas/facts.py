"""The profile `facts`: what a language model answers when it reads the facts out of a text.

It is small on purpose, so that it is within the limits of all large providers of structured output:
it has no references, patterns and bounds, and its only unions are those with null. The members are
those of the model, except `of` of an actor and `votes`; `diplobrief.schema.answers` reads both.
Absent lists are empty, and other absent members are null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from diplobrief.model import Act, Event, Milestone, Quote, Treaty
from diplobrief.model.fields import Terms, fields_of
from diplobrief.model.vocabulary.actors import ORGAN_TYPES, ORGANIZATION_TYPES
from scripts.schemas.docstrings import describe_members

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.json_schema import JsonSchemaValue

    from diplobrief.model.base import Value
    from diplobrief.model.fields import Field

_TITLE: Final = "Facts of a text"
_DESCRIPTION: Final = (
    "The facts that a text states about diplomacy: actors, statements, events, treaties and other "
    "acts. Write null, or an empty list, for what the text does not say. Do not invent anything. "
    "Each actor, event, treaty and act has an id of your choice in lower-case letters, digits and "
    "hyphens, which no other of them has; other facts name it by this id. Dates are YYYY, YYYY-MM "
    "or YYYY-MM-DD."
)
_EVIDENCE: Final = (
    "Passages of the text that say it, copied character for character, each from one paragraph."
)
_ACTOR_KINDS: Final = ("person", "state", "organ", "organization", "group", "unnamed")
_CHOICES: Final = ("in_favour", "against", "abstained", "absent", "total", "required")
_ALWAYS_GIVEN: Final = frozenset({"id", "stance", "status"})
"""Members that the model may omit, and that the answer has in each fact."""

_MEMBERS: Final[dict[type[Value], tuple[str, ...]]] = {
    Quote: (
        "mode",
        "evidence",
        "speakers",
        "verb",
        "stance",
        "text",
        "continued",
        "addressees",
        "about",
        "said_on",
    ),
    Event: (
        "kind",
        "evidence",
        "id",
        "title",
        "status",
        "start",
        "start_as_written",
        "place",
        "participants",
        "about",
        "according_to",
    ),
    Treaty: ("kind", "id", "title", "parties", "milestones"),
    Milestone: (
        "kind",
        "evidence",
        "status",
        "date",
        "date_as_written",
        "parties",
        "by",
        "to",
        "votes",
        "refused_by",
        "according_to",
    ),
    Act: (
        "kind",
        "evidence",
        "id",
        "title",
        "status",
        "date",
        "date_as_written",
        "issued_by",
        "targets",
        "refused_by",
        "according_to",
    ),
}
"""The members of each kind of fact, in the order in which a language model writes them.

The discriminator comes first, and the passage before what is read out of it.
"""


def facts_form() -> JsonSchemaValue:
    """Return the profile for the facts of a text.

    Example:
        >>> list(facts_form()["properties"])
        ['actors', 'quotes', 'events', 'treaties', 'acts']
    """
    return _object(
        _TITLE,
        _DESCRIPTION,
        {
            "actors": _list("The actors that other facts name.", _actor()),
            "quotes": _list("The statements.", _fact(Quote)),
            "events": _list("The events.", _fact(Event)),
            "treaties": _list("The treaties, with their milestones.", _fact(Treaty)),
            "acts": _list("The acts that are not milestones of a treaty.", _fact(Act)),
        },
    )


def _fact(model: type[Value]) -> JsonSchemaValue:
    described, fields = describe_members(model), fields_of(model)
    members: dict[str, JsonSchemaValue] = {}
    for name in _MEMBERS[model]:
        match name:
            case "evidence":
                members[name] = _list(_EVIDENCE, {"type": "string"})
            case "milestones":
                members[name] = _list(described[name], _fact(Milestone))
            case "votes":
                members[name] = _list("The result of the vote by which it was decided.", _votes())
            case _:
                members[name] = _member(model, described[name], fields[name])
    return _object(model.__name__, None, members)


def _member(model: type[Value], description: str, field: Field) -> JsonSchemaValue:
    form: JsonSchemaValue = {"type": "string"}
    if isinstance(field.content, Terms):
        vocabulary = field.content.vocabulary
        title = vocabulary.name
        if field.name == "status":  # several facts have one; a type's name must be its own
            title = f"{model.__name__}{title}"
        form = {"title": title, **form, "enum": [term.value for term in vocabulary]}
    if field.is_list:
        return _list(description, form)
    if field.is_required or field.name in _ALWAYS_GIVEN:
        return {"description": description, **form}
    return _or_null(description, form)


def _actor() -> JsonSchemaValue:
    return _object(
        "Actor",
        None,
        {
            "kind": {
                "title": "ActorKind",
                "description": "The kind of actor. A group has a name or a number; somebody whom "
                "the text does not name is unnamed.",
                "type": "string",
                "enum": [*_ACTOR_KINDS],
            },
            "id": {"description": "The id that other facts use for it.", "type": "string"},
            "name": {
                "description": "The name, or the description of an unnamed actor, as it is in the "
                "text.",
                "type": "string",
            },
            "office": _or_null("The office that a person holds.", {"type": "string"}),
            "country": _or_null(
                "The code of a state in ISO 3166-1, two capital letters.", {"type": "string"}
            ),
            "type": _or_null(
                "The type of an organ or organization.",
                {
                    "title": "ActorType",
                    "type": "string",
                    "enum": [term.value for term in (*ORGAN_TYPES, *ORGANIZATION_TYPES)],
                },
            ),
            "of": _list(
                "The ids of those that it belongs to: whom a person represents, of whom an organ "
                "is a part (one id each), who the members of a group are. Empty for a state or an "
                "organization.",
                {"type": "string"},
            ),
        },
    )


def _votes() -> JsonSchemaValue:
    return _object(
        "VoteCount",
        None,
        {
            "choice": {
                "title": "VoteChoice",
                "description": "What is counted: how many voted so, how many could vote (total), "
                "or how many votes in favour were needed (required).",
                "type": "string",
                "enum": [*_CHOICES],
            },
            "number": {"description": "The number.", "type": "integer"},
        },
    )


def _list(description: str, item: JsonSchemaValue) -> JsonSchemaValue:
    return {"description": description, "type": "array", "items": item}


def _or_null(description: str, form: JsonSchemaValue) -> JsonSchemaValue:
    return {"description": description, "anyOf": [form, {"type": "null"}]}


def _object(
    title: str, description: str | None, members: Mapping[str, JsonSchemaValue]
) -> JsonSchemaValue:
    """Return the schema of an object. Generators of code name its type after the title."""
    described: dict[str, Any] = {} if description is None else {"description": description}
    return {
        "title": title,
        **described,
        "type": "object",
        "properties": {**members},
        "required": [*members],
        "additionalProperties": False,
    }
