"""From what is found on a page to facts of the model, in addition to those that the brief has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from diplobrief._version import __version__
from diplobrief.extraction.actors import folded
from diplobrief.extraction.existing import (
    ExistingFacts,
    is_same_act,
    is_same_event,
    is_same_step,
)
from diplobrief.extraction.inflection import lemma
from diplobrief.extraction.page import evidence_for
from diplobrief.model import Act, Actor, Event, Milestone, Provenance, Quote, Source, Treaty
from diplobrief.text.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.acts import FoundAct
    from diplobrief.extraction.events import FoundEvent
    from diplobrief.extraction.quotes import FoundQuote
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.treaties import FoundStep, FoundTreaty

_ACTOR: Final[TypeAdapter[Actor]] = TypeAdapter(Actor)
_LONGEST_ID: Final = 40
_WORDS_OF_TREATY_ID: Final = 3
_RELAY: Final = "source.relay"
_OF_BODIES: Final = frozenset({"organ", "unnamed"})
_WITHOUT_OTHER_NAMES: Final = frozenset({"person", "unnamed"})


class FactBuilder:
    """Builds the facts that the brief lacks. Actors that it has are referred to by their ids.

    Args:
        reading: The page.
        rules: The ids of the rules whose facts are suggested.
    """

    def __init__(self, reading: Reading, rules: frozenset[str]) -> None:
        self._reading = reading
        self._rules = rules
        self._existing = ExistingFacts(reading.brief)
        self._ids = set(reading.brief.facts())
        self._numbers: dict[str, int] = {}
        self._sources: dict[str, Source] = {}
        self._id_of: dict[Entity, str] = {}
        self._new: dict[Entity, str] = {}

    def quotes(self, found: Sequence[FoundQuote]) -> list[Quote]:
        """Return the statements that the brief lacks."""
        found = [quote for quote in found if f"quote.{quote.rule}" in self._rules]
        known = self._existing.known_quotes([quote.text for quote in found])
        return [self._quote(quote) for at, quote in enumerate(found) if at not in known]

    def treaties(self, found: Iterable[FoundTreaty]) -> list[Treaty]:
        """Return all treaties: those of the brief with the milestones that they lack, and others.

        Args:
            found: The treaties of the page.
        """
        treaties = {treaty.id: treaty for treaty in self._reading.brief.treaties}
        for each in found:
            existing = self._existing.treaty(each)
            milestones = [
                self._milestone(step) for step in each.steps if f"step.{step.rule}" in self._rules
            ]
            if existing is None:
                treaty = self._treaty(each, milestones)
                treaties[treaty.id] = treaty
                continue
            lacking = [
                milestone
                for milestone in milestones
                if not any(is_same_step(known, milestone) for known in existing.milestones)
            ]
            if lacking:
                treaty = treaties[existing.id]
                treaties[existing.id] = treaty.replace(milestones=(*treaty.milestones, *lacking))
        return [*treaties.values()]

    def events(self, found: Iterable[FoundEvent]) -> list[Event]:
        """Return the events that the brief lacks."""
        known = self._reading.brief.events
        events = [self._event(each) for each in found if f"event.{each.rule}" in self._rules]
        return [each for each in events if not any(is_same_event(one, each) for one in known)]

    def acts(self, found: Iterable[FoundAct]) -> list[Act]:
        """Return the acts that the brief lacks."""
        known = self._reading.brief.acts
        acts = [self._act(each) for each in found if f"act.{each.rule}" in self._rules]
        return [each for each in acts if not any(is_same_act(one, each) for one in known)]

    def actors(self) -> list[Actor]:
        """Return the actors that facts refer to and the brief lacks, in the order of the page."""
        in_order = [entity for entity in self._reading.entities.registry if entity in self._new]
        return [self._actor(entity) for entity in dict.fromkeys([*in_order, *self._new])]

    def ids_of(self, entities: Iterable[Entity]) -> list[str]:
        """Return the ids of actors. The brief gets those that it lacks."""
        return [*dict.fromkeys(self._id(entity) for entity in entities)]

    def _id(self, entity: Entity) -> str:
        entity = self._reading.entities.registry.current(entity)
        if entity not in self._id_of:
            above = [self._id(body) for body in (entity.of, entity.represents) if body]
            existing = self._existing.actor(entity, above[0] if entity.of else None)
            self._id_of[entity] = existing or self._free_id(entity.words, "actor")
            if existing is None:
                self._new[entity] = self._id_of[entity]
        return self._id_of[entity]

    def _free_id(self, words: str, otherwise: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", folded(self._reading.lexicon.in_latin(words))).strip("-")
        slug = slug[:_LONGEST_ID].strip("-") or otherwise
        free = slug
        while free in self._ids:
            self._numbers[slug] = self._numbers.get(slug, 1) + 1
            free = f"{slug}-{self._numbers[slug]}"
        self._ids.add(free)
        return free

    def _quote(self, quote: FoundQuote) -> Quote:
        return Quote.model_validate(
            _given(
                speakers=self.ids_of(quote.speakers),
                mode=quote.mode,
                text=quote.text,
                continued=quote.continued,
                cites=self._sources_of(quote),
                verb=_on_one_line(quote.verb),
                stance=quote.stance,
                addressees=self.ids_of(quote.addressees),
                evidence=[quote.evidence] if quote.evidence else None,
                provenance=_provenance(f"quote.{quote.rule}"),
            )
        )

    def _sources_of(self, quote: FoundQuote) -> list[str]:
        relays = quote.relays if _RELAY in self._rules else ()
        return [self._source(relay) for relay in relays]

    def _source(self, relay: Entity) -> str:
        """Return the id of a medium as a source. The brief gets it if it lacks it."""
        name = _on_one_line(relay.name) or ""
        known = next((each for each in self._reading.brief.sources if each.publisher == name), None)
        if known is not None:
            return known.id
        if name not in self._sources:
            self._sources[name] = Source(
                id=self._free_id(relay.words, "source"),
                publisher=name,
                provenance=_provenance(_RELAY),
            )
        return self._sources[name].id

    def sources(self) -> list[Source]:
        """Return the sources that statements cite and the brief lacks."""
        return [*self._sources.values()]

    def _event(self, event: FoundEvent) -> Event:
        participants = [
            _given(actor=identifier, role=role)
            for actor, role in event.participants.items()
            for identifier in self.ids_of([actor])
        ]
        return Event.model_validate(
            _given(
                kind=event.kind,
                title=_on_one_line(event.title),
                status=event.status,
                start=event.start,
                start_as_written=_on_one_line(event.start_as_written),
                end=event.end,
                place=_on_one_line(event.place),
                participants=participants,
                subject=_on_one_line(event.subject),
                evidence=event.evidence,
                provenance=_provenance(f"event.{event.rule}"),
            )
        )

    def _act(self, act: FoundAct) -> Act:
        return Act.model_validate(
            _given(
                kind=act.kind,
                title=_on_one_line(act.title),
                identifiers=[{"scheme": "un_symbol", "value": act.symbol}] if act.symbol else None,
                issued_by=self.ids_of(act.issued_by),
                targets=self.ids_of(act.targets),
                status=act.status,
                date=act.date,
                date_as_written=_on_one_line(act.date_as_written),
                until=act.until,
                vote=_given(**(act.vote or {}), vetoed_by=self.ids_of(act.vetoed_by)),
                evidence=act.evidence,
                provenance=_provenance(f"act.{act.rule}"),
            )
        )

    def _treaty(self, treaty: FoundTreaty, milestones: Sequence[Milestone]) -> Treaty:
        title = _on_one_line(treaty.title) or ""
        words = " ".join(re.findall(r"\w+", folded(title))[:_WORDS_OF_TREATY_ID])
        return Treaty.model_validate(
            _given(
                id=self._free_id(words, "treaty"),
                title=title,
                kind="agreement" if treaty.kind == "reference" else treaty.kind,
                parties=self.ids_of(treaty.parties),
                milestones=milestones,
                provenance=_provenance("treaty.name"),
            )
        )

    def _milestone(self, step: FoundStep) -> Milestone:
        return Milestone.model_validate(
            _given(
                kind=step.kind,
                status=step.status,
                date=step.date,
                date_as_written=_on_one_line(step.date_as_written),
                parties=self.ids_of(step.parties),
                by=self.ids_of(step.by),
                count=step.count,
                vote=step.vote,
                evidence=step.evidence,
                provenance=_provenance(f"step.{step.rule}"),
            )
        )

    def _actor(self, entity: Entity) -> Actor:
        names = [*dict.fromkeys(filter(None, map(_on_one_line, entity.other_names)))]
        name = _on_one_line(entity.name) or ""
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
            _given(
                id=self._new[entity],
                kind=entity.kind,
                name=None if is_unnamed else name,
                description=name if is_unnamed else None,
                country=entity.code if entity.kind == "state" else None,
                of=self._owner(entity),
                type=entity.type if entity.kind in {"organ", "organization"} else None,
                honorific=_on_one_line(entity.honorific),
                office=_on_one_line(entity.office),
                represents=self._id(entity.represents) if entity.represents else None,
                other_names=[{"language": language, "text": other} for other in others]
                if entity.kind not in _WITHOUT_OTHER_NAMES
                else None,
                evidence=self._evidence(entity, [name, *others]),
                provenance=_provenance(f"actor.{entity.kind}"),
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
        """Return the names of a state that the narrative has, such as within that of an organ."""
        names = map(lemma, self._reading.lexicon.names_of_states[entity.code or ""])
        narrative = self._reading.page.narrative
        return [name for name in names if narrative.mentions(fold(name))][:1]

    def _evidence(self, entity: Entity, names: Sequence[str]) -> list[Any] | None:
        """Return the first mention of an actor, if the narrative has none of its names."""
        page = self._reading.page
        if entity.first is None or any(page.narrative.mentions(fold(name)) for name in names):
            return None
        evidence = evidence_for(page, *entity.first)
        return [evidence] if evidence else None


def _provenance(rule: str) -> Provenance:
    return Provenance(
        status="suggested", method="rules", agent=f"diplobrief {__version__}", rule=rule
    )


def _on_one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _given(**members: object) -> dict[str, Any]:
    """Return the members that have a value."""
    return {name: value for name, value in members.items() if value not in (None, [], {}, (), "")}
