"""From the answer of a language model in the profile `facts` to the members of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.schema.nulls import drop_nulls

if TYPE_CHECKING:
    from collections.abc import Mapping

_LISTS: Final = ("actors", "quotes", "events", "treaties", "acts")
_PARTS: Final = {"evidence": "exact", "participants": "actor"}
"""Lists of objects that an answer has as lists of texts, and the members that these texts are."""

_ONE_OWNER: Final = {"person": "represents", "organ": "of"}


def facts_of_answer(answer: Mapping[str, object]) -> dict[str, list[Any]]:
    """Return the facts of an answer in the profile `facts` as plain data of the model.

    Nulls, empty texts and empty lists are omitted. Other members than those of the profile are
    dropped, and what is not of the form of the profile is left to validation.

    Args:
        answer: The answer. It is not changed.

    Returns:
        The lists of facts, by the members of a brief.

    Example:
        >>> facts_of_answer(
        ...     {"actors": [{"kind": "unnamed", "id": "aide", "name": "an aide", "of": []}]}
        ... )["actors"]
        [{'kind': 'unnamed', 'id': 'aide', 'description': 'an aide'}]
    """
    members = cast("dict[str, Any]", drop_nulls(dict(answer)))
    return {name: [_fact(name, fact) for fact in _items(members.get(name, []))] for name in _LISTS}


def _fact(name: str, fact: object) -> object:
    """Return a fact as the model has it; what is not an object is left to validation."""
    if not isinstance(fact, dict):
        return fact
    members = {
        name: value for name, value in cast("dict[str, Any]", fact).items() if value not in ("", [])
    }
    for member, part in _PARTS.items():
        if member in members:
            members[member] = [
                {part: item} if isinstance(item, str) else item for item in _items(members[member])
            ]
    if name == "actors":
        members = _actor(members)
    if "votes" in members:
        members["vote"] = _vote(members.pop("votes"))
    if "milestones" in members:
        milestones = _items(members["milestones"])
        members["milestones"] = [_fact("milestones", step) for step in milestones]
    return members


def _actor(actor: dict[str, Any]) -> dict[str, Any]:
    """Return an actor with the members that its kind has for a name and for its owners."""
    kind, owners = str(actor.get("kind")), actor.pop("of", [])
    if kind == "unnamed" and "name" in actor:
        actor["description"] = actor.pop("name")
    if not owners:
        return actor
    if kind in _ONE_OWNER and isinstance(owners, list) and len(cast("list[Any]", owners)) == 1:
        return {**actor, _ONE_OWNER[kind]: owners[0]}
    return {**actor, ("members" if kind == "group" else _ONE_OWNER.get(kind, "of")): owners}


def _vote(counts: object) -> object:
    """Return a vote as one object; a list of other things is left to validation."""
    items = _items(counts)
    if not all(isinstance(item, dict) and item.keys() == {"choice", "number"} for item in items):
        return counts
    vote = {str(item["choice"]): item["number"] for item in items}
    return vote if len(vote) == len(items) else counts


def _items(value: object) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else [value]
