"""The party that an organ or a person acts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.model.actors import Group, Organ, Person, Unnamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.model.actors import Actor
    from diplobrief.model.brief import Brief
    from diplobrief.model.treaties import Milestone, Treaty


def actors_of(brief: Brief) -> dict[str, Actor]:
    """Return the actors of a brief by id."""
    return {actor.id: actor for actor in brief.actors}


class Owners:
    """Finds the party of a treaty that an actor belongs to.

    Args:
        actors: The actors of the brief, by id.
        treaty: The treaty, which lists its parties.

    Example:
        >>> from diplobrief.model import Brief
        >>> brief = Brief.model_validate(
        ...     {
        ...         "schema_version": "1.0",
        ...         "actors": [
        ...             {"id": "north", "kind": "state", "name": "Northland"},
        ...             {"id": "senate", "kind": "organ", "name": "Senate", "of": "north"},
        ...         ],
        ...         "treaties": [{"id": "t", "title": "T", "kind": "treaty"}],
        ...         "sections": [],
        ...     }
        ... )
        >>> Owners(actors_of(brief), brief.treaty("t")).of("senate")
        'north'
    """

    __slots__ = ("_actors", "_known", "_parties")

    def __init__(self, actors: Mapping[str, Actor], treaty: Treaty) -> None:
        self._actors = actors
        self._parties = frozenset(treaty.parties)
        self._known: dict[str, str] = {}

    def of(self, actor: str) -> str:
        """Return the party that an actor belongs to; the actor itself if none is known."""
        chain: list[str] = []
        current = actor
        while current not in self._parties and current not in self._known:
            chain.append(current)
            self._known[current] = current  # ends a cycle
            above = _above(self._actors.get(current))
            if above is None:
                break
            current = above
        owner = self._known.get(current, current)
        self._known.update(dict.fromkeys(chain, owner))
        return owner

    def of_milestone(self, milestone: Milestone) -> tuple[str, ...]:
        """Return the parties that perform a milestone; none if it is one of the treaty as a whole.

        If the milestone names no party, the parties of its organs and persons count.
        """
        if milestone.parties:
            return self._each(milestone.parties)
        parties = self._each(milestone.by)
        return tuple(party for party in parties if self._can_be_party(party))

    def _each(self, actors: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.of(actor) for actor in actors))

    def _can_be_party(self, actor: str) -> bool:
        if actor in self._parties:
            return True
        return not self._parties and getattr(self._actors.get(actor), "kind", "") == "state"


def _above(actor: Actor | None) -> str | None:
    match actor:
        case Person():
            return actor.represents
        case Organ():
            return actor.of
        case Unnamed(of=(only,)) | Group(members=(only,)):
            return only
        case _:
            return None
