"""The events of a page, from verbs and nouns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.events.attendance import attendance_of
from diplobrief.extraction.events.leaders import leaders_of
from diplobrief.extraction.events.nouns import EventNouns
from diplobrief.extraction.events.verbs import EventVerbs
from diplobrief.extraction.merging import without_repetitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.events.found import FoundEvent
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence


_IN_ROUNDS: Final = frozenset(
    {"meeting", "negotiation_round", "consultations", "session", "summit"}
)
"""Kinds of events that a page may count: "A third, in May, was put off"."""

_PEOPLE: Final = frozenset({"person", "unnamed"})
_OF_SEVERAL: Final = frozenset({"meeting", "negotiation_round", "consultations", "call", "summit"})


class EventFinder:
    """Finds events using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._leaders = leaders_of(lexicon)
        self._attendance = attendance_of(lexicon)
        self._verbs = EventVerbs(lexicon)
        self._nouns = EventNouns(lexicon)

    def find(self, reading: Reading, news: DaysOfNews) -> list[FoundEvent]:
        """Return the events of a page, in its order."""
        events = without_repetitions(self._reports(reading, news))
        for event in events:
            event.participants = _without_states_of_people(event.participants)
        return events

    def _reports(self, reading: Reading, news: DaysOfNews) -> Iterator[FoundEvent]:
        earlier: ReadSentence | None = None
        block, known = 0, list["Entity"]()
        last: FoundEvent | None = None
        shared: FoundEvent | None = None
        for sentence in reading.sentences:
            if sentence.sentence.block.is_heading or sentence.is_question:
                continue
            if sentence.sentence.block.index > block + 1:
                known, last, shared = [], None, None
            found = [
                *self._verbs.find(reading, news, sentence, known),
                *self._nouns.find(reading, news, sentence, earlier, known, last),
            ]
            if shared is not None and not found:
                self._add_others(shared, sentence)
            for event in found:
                self._complete(event, sentence)
                if event.kind in _OF_SEVERAL:
                    shared = event
                if event.kind in _OF_SEVERAL and len(event.participants) > 1:
                    block, known = sentence.sentence.block.index, [*event.participants]
                if event.kind in _IN_ROUNDS:
                    block, last = sentence.sentence.block.index, event
            yield from found
            earlier = sentence

    def _complete(self, event: FoundEvent, sentence: ReadSentence) -> None:
        """Add the leader of a delegation, and others present, from the sentence of an event."""
        event.participants = self._leaders.with_leaders(sentence, event.participants)
        if event.kind in _OF_SEVERAL:
            for actor in self._attendance.beside(sentence):
                event.participants.setdefault(actor, None)

    def _add_others(self, event: FoundEvent, sentence: ReadSentence) -> None:
        """Add participants of an event from the sentence after it: "Lee was also present"."""
        if event.status == "completed":
            for actor in self._attendance.others(sentence):
                event.participants.setdefault(actor, None)


def _without_states_of_people(participants: dict[Entity, str | None]) -> dict[Entity, str | None]:
    """Return the participants without states that other participants represent."""
    known = (actor for actor in participants if actor.kind in _PEOPLE and not actor.is_guess)
    represented = {actor.state for actor in known}
    return {actor: role for actor, role in participants.items() if actor not in represented}


@cache
def event_finder_of(lexicon: Lexicon) -> EventFinder:
    """Return the finder of events for a lexicon."""
    return EventFinder(lexicon)
