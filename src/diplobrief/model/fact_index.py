"""The facts of a brief by their ids, and of which kind each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from diplobrief.model.facts import Fact

_Brief = Any
"""A brief; its class stands above this room."""

LISTS_OF_FACTS: Final = ("actors", "quotes", "events", "treaties", "acts", "sources")
"""The lists of facts of a brief."""

_KIND_IN_LIST: Final = (
    ("quotes", "quote"),
    ("events", "event"),
    ("treaties", "treaty"),
    ("acts", "act"),
    ("sources", "source"),
)
"""The kind of fact in each list; an actor's is its own `kind`."""


def index_facts(brief: _Brief) -> dict[str, Fact]:
    """Return the facts that have an id by their id; milestones as `treaty#milestone`."""
    index: dict[str, Fact] = {}
    for name in LISTS_OF_FACTS:
        for fact in getattr(brief, name):
            if fact.id is not None:
                index[fact.id] = fact
    for treaty in brief.treaties:
        for milestone in treaty.milestones:
            if milestone.id is not None:
                index[f"{treaty.id}#{milestone.id}"] = milestone
    return index


def kinds_of_facts(brief: _Brief) -> tuple[dict[str, str], int]:
    """Return the kind of every fact that has an id, by its id, and how many facts have one.

    Milestones stand there as `treaty#milestone`.
    """
    members = brief.__dict__
    kinds = {actor.id: actor.kind for actor in members["actors"]}
    named = len(members["actors"])
    for name, kind in _KIND_IN_LIST:
        for fact in members[name]:
            if fact.id is not None:
                kinds[fact.id] = kind
                named += 1
    for treaty in members["treaties"]:
        for milestone in treaty.milestones:
            if milestone.id is not None:
                kinds[f"{treaty.id}#{milestone.id}"] = "milestone"
                named += 1
    return kinds, named


def kind_of(
    reference: str, kinds: dict[str, str], own_treaty: str | None, fitting: frozenset[str]
) -> str | None:
    """Return the kind of fact that a reference names; a treaty's own milestones come first.

    Args:
        reference: The reference.
        kinds: The kinds of facts by their ids.
        own_treaty: The id of the treaty in which the reference stands.
        fitting: The kinds of fact that it may name.
    """
    if own_treaty is not None and "milestone" in fitting:
        own = kinds.get(f"{own_treaty}#{reference}")
        if own is not None:
            return own
    return kinds.get(reference)
