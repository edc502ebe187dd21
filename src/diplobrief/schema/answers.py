"""From the answer of a language model in the profile `facts` to a brief."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

from diplobrief.schema.nulls import drop_nulls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.diagnostics import BriefError
    from diplobrief.model import Brief

_FACTS: Final = ("actors", "quotes", "events", "treaties", "acts")
_PARTS: Final = {"evidence": "exact", "participants": "actor"}
"""Lists of objects that an answer has as lists of texts, and the members that these texts are."""

_ONE_OWNER: Final = {"person": "represents", "organ": "of"}


def read_answer(
    answer: str | Mapping[str, object], brief: Brief | None = None, *, agent: str | None = None
) -> Brief:
    """Return a brief with the facts that a language model answered in the profile `facts`.

    Null, empty texts and empty lists in the answer are members that the brief omits. Each fact is
    marked as suggested by a model. Whether its passages are in the narrative, `check` says.

    Args:
        answer: The answer, as JSON or as plain data.
        brief: The brief that the model read. Its own facts stay as they are, and the facts of the
            answer follow them.
        agent: The name of the model, for the provenance of the facts.

    Raises:
        BriefError: The answer is not valid JSON, or the facts do not make a valid brief. The
            findings can be the next message to the model.

    Example:
        >>> answer = {
        ...     "actors": [{"kind": "unnamed", "id": "aide", "name": "an aide", "of": []}],
        ...     "quotes": [{"mode": "direct", "speakers": ["aide"], "text": "Soon.", "verb": None}],
        ... }
        >>> brief = read_answer(answer, agent="model-1")
        >>> brief.actor("aide").description, brief.quotes[0].provenance.method
        ('an aide', 'model')
    """
    # `json_schema` reads a file and must not wait for the model to be imported.
    from pydantic import ValidationError

    from diplobrief.diagnostics import BriefError, Finding
    from diplobrief.diagnostics.validation import findings_of
    from diplobrief.model import Brief

    facts = _members(drop_nulls(_plain(answer)))
    provenance = {"status": "suggested", "method": "model", **({"agent": agent} if agent else {})}
    data: dict[str, Any] = {"sections": []} if brief is None else brief.model_dump(mode="json")
    if unknown := facts.keys() - set(_FACTS):
        raise BriefError(
            [
                Finding("member_unknown", f"Unknown member {name}", path=(name,), hint="remove it")
                for name in sorted(unknown)
            ]
        )
    for name in _FACTS:
        read = [_fact(name, fact, provenance) for fact in _items(facts.get(name, []))]
        if read:
            data[name] = [*data.get(name, []), *read]
    try:
        return Brief.model_validate({"schema_version": "1.0", **data})
    except ValidationError as error:
        raise BriefError(findings_of(error)) from None


def _plain(answer: str | Mapping[str, object]) -> object:
    if not isinstance(answer, str):
        return dict(answer)
    try:
        return json.loads(answer)
    except (ValueError, RecursionError):
        raise _refused("The answer is not valid JSON", "answer with one JSON object") from None


def _members(answer: object) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise _refused("The answer is not a JSON object", "answer with one JSON object")
    return dict(cast("dict[str, Any]", answer))


def _refused(message: str, hint: str) -> BriefError:
    from diplobrief.diagnostics import BriefError, Finding

    return BriefError([Finding("json_syntax", message, hint=hint)])


def _fact(name: str, fact: object, provenance: object) -> object:
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
        members["milestones"] = [_fact("milestones", step, provenance) for step in milestones]
    return {**members, "provenance": provenance}


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
