"""From a noun that reports an event to the event: its day, its place, its participants."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.events.found import FoundEvent
from diplobrief.extraction.events.sides import side_of
from diplobrief.extraction.events.topics import title_of, topic_finder_of
from diplobrief.extraction.mentions import mention_finder_of
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.circumstances import Circumstances
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.events.phrases import NounPhrase
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_AHEAD: Final = frozenset({"scheduled", "expected", "postponed", "cancelled"})
_CHANGED: Final = frozenset({"postponed", "cancelled"})
_OF_TWO: Final = frozenset({"negotiation_round"})
"""Kinds of events that are of the two states that the page is about, if it names no others."""

_OF_SEVERAL: Final = frozenset({"meeting", "negotiation_round", "consultations", "call", "summit"})
"""Kinds of events of several that are often told without them: "The next meeting is in May"."""

_PLANNED: Final = frozenset(
    {"summit", "conference", "meeting", "session", "election", "referendum"}
)
"""Kinds of events that are named before they take place."""

_FULL: Final = len("2024-05-03")
_SOON: Final = dt.timedelta(days=92)
_LONG_AGO: Final = dt.timedelta(days=270)
_NEAR: Final = 40
_SIDES: Final = frozenset({"state", "organization", "group"})
_SITTING: Final = frozenset({"council", "assembly"})
_SEVERAL: Final = frozenset({"organ", "organization", "group", "unnamed"})


@dataclass
class EventReport:
    """The noun of an event in its sentence.

    Args:
        sentence: The sentence.
        row: What the lexicon says of the noun.
        kind: The kind of event.
        phrase: The words before the noun.
        end: The offset after the noun.
        around: What follows it: with whom, where and when.
        status: How far the event has come.
        rule: What reports the event: `noun` for the noun alone, `subject` for a verb of which it is
            the subject, `object` for one of which it is the object.
        subjects: Who takes part as the subject of the sentence, each with the role.
        is_attended: Whether the subject does something at the event: "said during a meeting".
        is_present: Whether the verb is in the present: "Norway holds an election on 3 June".
        is_talks: Whether the noun means negotiations if only states take part: "talks".
        noun: Where the noun itself is.
        is_one: Whether the noun has an indefinite article, or none.
    """

    sentence: ReadSentence
    row: Mapping[str, Any]
    kind: str
    phrase: NounPhrase
    end: int
    around: Circumstances
    status: str = "completed"
    rule: str = "noun"
    subjects: dict[Entity, str | None] = field(default_factory=dict["Entity", "str | None"])
    is_attended: bool = False
    is_present: bool = False
    is_talks: bool = False
    noun: tuple[int, int] = (0, 0)
    is_one: bool = False

    @property
    def day(self) -> Day | None:
        """The day of the event."""
        return self.around.day or self.phrase.day

    @property
    def is_vague(self) -> bool:
        """Whether the page only names the event, without a day: "Berg's visit to Oslo"."""
        return self.rule == "noun" and self.day is None and not self.is_attended

    @property
    def participants(self) -> dict[Entity, str | None]:
        """Who takes part, each with the role."""
        role = next(iter(self.row.get("roles", ())), None)
        if self.kind == "visit":
            partners = [] if self.around.has_others else self.around.partners
            guests = self.phrase.owners or self.around.agents or partners or [*self.subjects]
            return dict.fromkeys(guests, role)
        if self.row.get("of_subject"):
            if self.rule == "object" and self.around.agents:
                # "The Council heard a briefing by the envoy"
                return dict.fromkeys(self.around.agents, role) | dict.fromkeys(self.subjects)
            return dict.fromkeys(self.subjects, role)
        if self.rule == "noun" and self.around.partners and not self.around.has_others:
            self.subjects = {}
        partners = [*self.around.partners, *self.around.companions]
        others = [*self.phrase.owners, *self.phrase.states, *partners]
        if self.row.get("alone") and others and self.rule == "noun":
            return dict.fromkeys(map(side_of, others), role)
        return dict.fromkeys(map(side_of, others), role) | {
            side_of(actor): each for actor, each in self.subjects.items()
        }

    def is_complete(self) -> bool:
        """Whether what is known of the event is enough to call it a fact."""
        row, participants = self.row, self.participants
        if self.kind == "visit":
            is_reported = self.rule != "noun" and self.day is not None
            return bool(participants) and (bool(self.around.place) or is_reported)
        if row.get("of_subject"):
            return bool(participants) and self._is_one_of_subject()
        if row.get("only_told") and self.rule == "noun" and not self.around.partners:
            return False
        if row.get("alone"):
            return self._is_complete_alone()
        if "object" in row:
            return self.day is not None and bool(participants)
        if row.get("owned"):
            has_owner = self.rule == "object" or (self.rule == "subject" and self.phrase.owners)
            return self.day is not None and bool(has_owner)
        if self.kind == "session" and self.is_attended and self._is_of_legislature():
            return False  # A law was adopted "at a sitting": that is what the page reports.
        return self._has_participants()

    def _is_of_legislature(self) -> bool:
        return bool(self.subjects) and all(each.category == "legislature" for each in self.subjects)

    def _is_one_of_subject(self) -> bool:
        is_one = self.rule != "noun" or self.is_one
        return is_one and (self.day is not None or not self.row.get("day"))

    def _is_complete_alone(self) -> bool:
        if self.rule == "object" and self.participants:
            return True
        is_enough = self.rule != "noun" or bool(self.row.get("vague"))
        return self.day is not None and (is_enough or self.day.is_definite)

    def _has_participants(self) -> bool:
        participants = self.participants
        if self.rule == "noun" and self.day is None:
            if self.kind in _OF_TWO and not self.around.place:
                return False  # "There are negotiations with Norway": nobody says when or where.
            people = [actor for actor in self.around.partners if actor.kind == "person"]
            is_certain = bool(self.around.place) or len(people) > 1
            is_certain = is_certain or (self.is_attended and self.around.has_others)
            return len(participants) > 1 and is_certain
        if len(participants) > 1:
            return True
        is_reported = self.rule != "noun" or bool(
            self.phrase.owners or self.around.partners or self.is_attended
        )
        return is_reported and any(
            actor.kind in _SEVERAL or role == "chair" for actor, role in participants.items()
        )


def _kind_of(report: EventReport, participants: Iterable[Entity]) -> str:
    """Return the kind of an event: a council has sessions, and states have rounds of talks."""
    actors = [*participants]
    is_sitting = len(actors) == 1 and actors[0].state is None and actors[0].type in _SITTING
    if report.kind == "meeting" and is_sitting:
        return "session"
    is_of_states = len(actors) > 1 and all(actor.kind in _SIDES for actor in actors)
    return "negotiation_round" if report.is_talks and is_of_states else report.kind


def event_of(
    report: EventReport, reading: Reading, news: DaysOfNews, known: Iterable[Entity] = ()
) -> FoundEvent | None:
    """Return the event that a noun reports, if there is any.

    Args:
        report: The noun.
        reading: The page.
        news: The days of the page that are news.
        known: Who took part in the event that the page reported before.

    Returns:
        The event, or `None` if the page says too little, or if no passage shows where it is.
    """
    if not report.participants:
        report.subjects = dict.fromkeys(_supposed(report, reading, known))
    if not report.participants and report.row.get("alone"):
        report.subjects = dict.fromkeys(report.phrase.hosts, "host")
    if not report.is_complete():
        return None
    sentence, around = report.sentence, report.around
    participants = report.participants
    status, start, written = _time_of(report, reading, news)
    last, _ = reading.date_of(around.last, sentence, ahead=status in _AHEAD)
    evidence = reading.evidence(sentence, report.phrase.start, max(around.end, report.end))
    if evidence is None:
        return None
    rule = f"noun.{report.rule}" if report.rule != "noun" else "noun"
    return FoundEvent(
        _kind_of(report, participants),
        rule,
        [evidence],
        status,
        start,
        written,
        last,
        around.place or report.phrase.place,
        participants,
        state=around.state,
        is_vague=report.is_vague,
        title=title_of(sentence, *report.noun),
        subject=topic_finder_of(reading.lexicon).topic(sentence, report.noun[1], report.end),
    )


def _supposed(report: EventReport, reading: Reading, known: Iterable[Entity]) -> list[Entity]:
    """Return who takes part in talks that name nobody: "The next round is in June"."""
    is_reported = report.rule == "subject" or report.status in _CHANGED
    is_told = report.day is not None or report.around.place or report.status in _CHANGED
    if report.kind in _OF_TWO and is_told:
        parties = _parties_of_treaty(report, reading)
        if parties:
            return parties
    if report.kind in _OF_SEVERAL and is_reported and is_told and known:
        return [*known]
    return reading.entities.two_states() if report.kind in _OF_TWO and report.day else []


def _parties_of_treaty(report: EventReport, reading: Reading) -> list[Entity]:
    """Return Norway and Sweden from "negotiations on the treaty between Norway and Sweden"."""
    treaties = (
        mention
        for mention in report.sentence.mentions
        if mention.kind == "treaty" and 0 <= mention.start - report.end < _NEAR
    )
    treaty = next(treaties, None)
    if treaty is None:
        return []
    between = re.search(rf"\b{alternatives(reading.lexicon.words('between'))}\s", treaty.name)
    names = (
        mention_finder_of(reading.lexicon).find(treaty.name[between.end() :]) if between else None
    )
    codes = [each.code for each in names.mentions if each.kind == "state"] if names else []
    return [reading.entities.state(code) for code in codes if code]


def _time_of(
    report: EventReport, reading: Reading, news: DaysOfNews
) -> tuple[str | None, str | None, str | None]:
    """Return the status of an event, its day, and its day as the page says it."""
    sentence, status, row = report.sentence, report.status, report.row
    is_present = report.is_present and sentence.entry_day is None
    lies_ahead = row.get("lies_ahead") or (is_present and report.day is not None)
    if lies_ahead and status == "completed":
        status = "scheduled"
    start, written = reading.date_of(report.day, sentence, ahead=status in _AHEAD)
    next_time = _next_time(report, reading, start) if status == "completed" else None
    if next_time is not None:
        status, start = "scheduled", next_time
    elif status == "completed" and reading.is_ahead(start):
        status = "scheduled"
    elif lies_ahead and start and reading.is_past(start):
        status = "completed"
    if status == "completed" and report.day is None and not report.is_vague:
        start = news.day_for(sentence, report.phrase.start, report.participants)
    if status == "scheduled" and start is None:
        status = "expected"
    if status == "under way":
        return None, start if report.day else None, written
    return status, start, written


def _next_time(report: EventReport, reading: Reading, start: str | None) -> str | None:
    """Return the day of an event that is only named: "the summit of 3 May" lies in the future.

    Without a year, that is so if the day was long ago, and comes again soon.
    """
    is_named = report.rule == "noun" and not report.is_attended and report.kind in _PLANNED
    anchor = reading.anchor
    if not is_named or anchor is None or start is None or len(start) < _FULL:
        return None
    following, _ = reading.date_of(report.day, report.sentence, ahead=True)
    if following is None or len(following) < _FULL:
        return None
    past, ahead = map(dt.date.fromisoformat, (start[:_FULL], following[:_FULL]))
    is_near = dt.timedelta(0) < ahead - anchor <= _SOON
    return following if is_near and anchor - past >= _LONG_AGO else None
