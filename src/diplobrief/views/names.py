"""How facts and terms are named to a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.model import Person, Unnamed
from diplobrief.views.parts import FactLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.model import Act, Actor, Brief, Event, Source


class FactNames:
    """The names of the facts of a brief, by their ids.

    Args:
        brief: The brief.
    """

    def __init__(self, brief: Brief) -> None:
        self._names = {id: name for id, name in _names(brief) if id is not None}

    def link(self, id: str) -> FactLink:
        """Return the name of a fact with its id; a fact without a name is called by its id."""
        return FactLink(id, self._names.get(id, id))

    def links(self, ids: Iterable[str]) -> tuple[FactLink, ...]:
        """Return the names of several facts."""
        return tuple(self.link(id) for id in ids)


def name_of_actor(actor: Actor) -> str:
    """Return the name of an actor."""
    if isinstance(actor, Unnamed):
        return actor.description
    if isinstance(actor, Person) and actor.honorific:
        return f"{actor.honorific} {actor.name}"
    return actor.name


def name_of_source(source: Source) -> str:
    """Return the title of a source, or what else it is known by."""
    authors = ", ".join(author.name for author in source.authors)
    return source.title or source.publisher or source.url or authors or source.id


def title_of(fact: Event | Act) -> str:
    """Return the title of an event or act, or its kind in words."""
    return fact.title or words(fact.kind)


def words(term: str) -> str:
    """Return a term of a vocabulary in words.

    Example:
        >>> words("parliamentary_approval"), words("x-water-ban")
        ('parliamentary approval', 'water ban')
    """
    return term.removeprefix("x-").replace("_", " ").replace("-", " ")


def _names(brief: Brief) -> Iterator[tuple[str | None, str]]:
    for actor in brief.actors:
        yield actor.id, name_of_actor(actor)
    for treaty in brief.treaties:
        name = treaty.short_title or treaty.title
        yield treaty.id, name
        for milestone in treaty.milestones:
            if milestone.id is not None:
                yield f"{treaty.id}#{milestone.id}", f"{words(milestone.kind)} of {name}"
    for source in brief.sources:
        yield source.id, name_of_source(source)
    for event in brief.events:
        yield event.id, title_of(event)
    for act in brief.acts:
        yield act.id, title_of(act)
