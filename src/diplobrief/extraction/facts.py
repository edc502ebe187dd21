"""Turns what is found on a page into facts of the model that the brief lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actor_facts import ActorFacts
from diplobrief.extraction.existing import (
    ExistingFacts,
    is_same_act,
    is_same_event,
    is_same_step,
)
from diplobrief.extraction.free_ids import FreeIds
from diplobrief.extraction.members import given, on_one_line, suggested_by
from diplobrief.model import Act, Event, Milestone, Quote, Source, Treaty

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.acts import FoundAct
    from diplobrief.extraction.events import FoundEvent
    from diplobrief.extraction.quotes import FoundQuote
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.treaties import FoundStep, FoundTreaty

_WORDS_OF_TREATY_ID: Final = 3
_RELAY: Final = "source.relay"


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
        self._ids = FreeIds(reading.brief, reading.lexicon)
        self.actors: ActorFacts = ActorFacts(reading, self._existing, self._ids)
        self._sources: dict[str, Source] = {}

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

    def _quote(self, quote: FoundQuote) -> Quote:
        return Quote.model_validate(
            given(
                speakers=self.actors.ids_of(quote.speakers),
                mode=quote.mode,
                text=quote.text,
                continued=quote.continued,
                cites=self._sources_of(quote),
                verb=on_one_line(quote.verb),
                stance=quote.stance,
                addressees=self.actors.ids_of(
                    each for each in quote.addressees if each.type != "media"
                ),
                evidence=[quote.evidence] if quote.evidence else None,
                provenance=suggested_by(f"quote.{quote.rule}"),
            )
        )

    def _sources_of(self, quote: FoundQuote) -> list[str]:
        relays = quote.relays if _RELAY in self._rules else ()
        return [self._source(relay) for relay in relays]

    def _source(self, relay: Entity) -> str:
        """Return the id of a medium as a source, which is added if the brief lacks it."""
        name = on_one_line(relay.name) or ""
        known = next((each for each in self._reading.brief.sources if each.publisher == name), None)
        if known is not None:
            return known.id
        if name not in self._sources:
            self._sources[name] = Source(
                id=self._ids.for_words(relay.words, "source"),
                publisher=name,
                provenance=suggested_by(_RELAY),
            )
        return self._sources[name].id

    def sources(self) -> list[Source]:
        """Return the sources that statements cite and the brief lacks."""
        return [*self._sources.values()]

    def _event(self, event: FoundEvent) -> Event:
        participants = [
            given(actor=identifier, role=role)
            for actor, role in event.participants.items()
            for identifier in self.actors.ids_of([actor])
        ]
        return Event.model_validate(
            given(
                kind=event.kind,
                title=on_one_line(event.title),
                status=event.status,
                start=event.start,
                start_as_written=on_one_line(event.start_as_written),
                end=event.end,
                place=on_one_line(event.place),
                participants=participants,
                subject=on_one_line(event.subject),
                evidence=event.evidence,
                provenance=suggested_by(f"event.{event.rule}"),
            )
        )

    def _act(self, act: FoundAct) -> Act:
        return Act.model_validate(
            given(
                kind=act.kind,
                title=on_one_line(act.title),
                identifiers=[{"scheme": "un_symbol", "value": act.symbol}] if act.symbol else None,
                issued_by=self.actors.ids_of(act.issued_by),
                targets=self.actors.ids_of(act.targets),
                status=act.status,
                date=act.date,
                date_as_written=on_one_line(act.date_as_written),
                until=act.until,
                vote=given(**(act.vote or {}), vetoed_by=self.actors.ids_of(act.vetoed_by)),
                evidence=act.evidence,
                provenance=suggested_by(f"act.{act.rule}"),
            )
        )

    def _treaty(self, treaty: FoundTreaty, milestones: Sequence[Milestone]) -> Treaty:
        title = on_one_line(treaty.title) or ""
        return Treaty.model_validate(
            given(
                id=self._ids.for_title(title, _WORDS_OF_TREATY_ID, "treaty"),
                title=title,
                kind="agreement" if treaty.kind == "reference" else treaty.kind,
                parties=self.actors.ids_of(treaty.parties),
                milestones=milestones,
                provenance=suggested_by("treaty.name"),
            )
        )

    def _milestone(self, step: FoundStep) -> Milestone:
        return Milestone.model_validate(
            given(
                kind=step.kind,
                status=step.status,
                date=step.date,
                date_as_written=on_one_line(step.date_as_written),
                parties=self.actors.ids_of(step.parties),
                by=self.actors.ids_of(step.by),
                count=step.count,
                vote=step.vote,
                evidence=step.evidence,
                provenance=suggested_by(f"step.{step.rule}"),
            )
        )
