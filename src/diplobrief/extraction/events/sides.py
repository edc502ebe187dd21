"""Finds the state that people represent at an event: Norway for "officials from Norway"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity

_DELEGATION: Final = "delegation"


def is_crowd(actor: Entity) -> bool:
    """Whether an actor is several people without names: "the ministers of the lake states"."""
    return actor.kind == "unnamed" and not actor.is_one


def represents_state(actor: Entity) -> bool:
    """Whether somebody takes part for a state: a delegation, or officials, but not students."""
    return actor.type == _DELEGATION or (is_crowd(actor) and not actor.is_private)


def side_of(actor: Entity) -> Entity:
    """Return the state for which a delegation or several people take part, else the actor."""
    return (actor.state if represents_state(actor) else None) or actor


def persons_of(
    participants: dict[Entity, str | None], known: Sequence[Entity]
) -> dict[Entity, str | None]:
    """Return the ministers who met in place of their states, which "they" was resolved to."""
    states = {actor.state for actor in known if actor.kind == "person"}
    is_same = bool(states) and states == {*participants} and len(known) == len(states)
    return dict.fromkeys(known) if is_same else participants


def sides_of(
    participants: dict[Entity, str | None], known: Sequence[Entity]
) -> dict[Entity, str | None]:
    """Return the known participants in place of "the delegations" if these have no owner."""
    actors = [*participants]
    is_open = len(actors) == 1 and is_crowd(actors[0]) and actors[0].represents is None
    return dict.fromkeys(known) if is_open else participants
