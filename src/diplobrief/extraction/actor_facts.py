"""Turns actors into facts of the model, with the ids that other facts use for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from diplobrief.extraction.inflection import lemma
from diplobrief.extraction.members import given, on_one_line, suggested_by
from diplobrief.extraction.page import evidence_for
from diplobrief.model import Actor
from diplobrief.text.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.existing import (
        ExistingFacts,
    )
    from diplobrief.extraction.free_ids import FreeIds
    from diplobrief.extraction.reading import Reading

_ACTOR: Final[TypeAdapter[Actor]] = TypeAdapter(Actor)
_OF_BODIES: Final = frozenset({"organ", "unnamed"})
_WITHOUT_OTHER_NAMES: Final = frozenset({"person", "unnamed"})


class ActorFacts:
    """Builds the actors that the brief lacks. Those that it has are referred to by their ids.

    Args:
        reading: The page.
        existing: The facts that the brief has.
        ids: Gives ids to actors that the brief lacks.
    """

    def __init__(self, reading: Reading, existing: ExistingFacts, ids: FreeIds) -> None:
        self._reading = reading
        self._existing = existing
        self._ids = ids
        self._id_of: dict[Entity, str] = {}
        self._new: dict[Entity, str] = {}

    def ids_of(self, entities: Iterable[Entity]) -> list[str]:
        """Return the ids of actors. The brief gets those that it lacks."""
        return [*dict.fromkeys(self._id(entity) for entity in entities)]

    def lacking(self) -> list[Actor]:
        """Return the actors that facts refer to and the brief lacks, in the order of the page."""
        in_order = [entity for entity in self._reading.entities.registry if entity in self._new]
        return [self._actor(entity) for entity in dict.fromkeys([*in_order, *self._new])]

    def _id(self, entity: Entity) -> str:
        entity = self._reading.entities.registry.current(entity)
        if entity not in self._id_of:
            above = [self._id(body) for body in (entity.of, entity.represents) if body]
            existing = self._existing.actor(entity, above[0] if entity.of else None)
            self._id_of[entity] = existing or self._ids.for_words(entity.words, "actor")
            if existing is None:
                self._new[entity] = self._id_of[entity]
        return self._id_of[entity]

    def _actor(self, entity: Entity) -> Actor:
        names = [*dict.fromkeys(filter(None, map(on_one_line, entity.other_names)))]
        name = on_one_line(entity.name) or ""
        if entity.kind == "state":
            names = names or self._names_of_state(entity)
            name = max(names, key=len, default=name)
        elif entity.kind == "organization" and not self._is_on_page(name):
            on_page = [*filter(self._is_on_page, entity.usual_names)]
            name = max(on_page, key=len, default=name)
        others = [other for other in names if other != name]
        is_unnamed = entity.kind == "unnamed"
        language = self._reading.lexicon.language
        return _ACTOR.validate_python(
            given(
                id=self._new[entity],
                kind=entity.kind,
                name=None if is_unnamed else name,
                description=name if is_unnamed else None,
                country=entity.code if entity.kind == "state" else None,
                of=self._owner(entity),
                type=entity.type if entity.kind in {"organ", "organization"} else None,
                honorific=on_one_line(entity.honorific),
                office=on_one_line(entity.office),
                represents=self._id(entity.represents) if entity.represents else None,
                other_names=[{"language": language, "text": other} for other in others]
                if entity.kind not in _WITHOUT_OTHER_NAMES
                else None,
                evidence=self._evidence(entity, [name, *others]),
                provenance=suggested_by(f"actor.{entity.kind}"),
            )
        )

    def _owner(self, entity: Entity) -> str | list[str] | None:
        if entity.of is None or entity.kind not in _OF_BODIES:
            return None
        owner = self._id(entity.of)
        return [owner] if entity.kind == "unnamed" else owner

    def _is_on_page(self, name: str) -> bool:
        return self._reading.page.narrative.mentions(fold(name))

    def _names_of_state(self, entity: Entity) -> list[str]:
        """Return the names of a state that occur in the narrative, perhaps within another name."""
        names = map(lemma, self._reading.lexicon.names_of_states[entity.code or ""])
        narrative = self._reading.page.narrative
        return [name for name in names if narrative.mentions(fold(name))][:1]

    def _evidence(self, entity: Entity, names: Sequence[str]) -> list[Any] | None:
        """Return a mention of an actor as evidence, if none of its names is on the page.

        The first one that is unique is used: a block may be twice on a page.
        """
        page = self._reading.page
        if any(page.narrative.mentions(fold(name)) for name in names):
            return None
        found = (evidence_for(page, *place) for place in entity.places)
        evidence = next(filter(None, found), None)
        return [evidence] if evidence else None
