"""Turns a noun that reports an event into the event, with its day, place and participants."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.events.durations import durations_of
from diplobrief.extraction.events.found import FoundEvent
from diplobrief.extraction.events.meetings import kinds_of_meetings_of
from diplobrief.extraction.events.sides import is_crowd
from diplobrief.extraction.events.topics import title_of, topic_finder_of
from diplobrief.extraction.mentions import mention_finder_of
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.events.report import EventReport
    from diplobrief.extraction.reading import Reading

_AHEAD: Final = frozenset({"scheduled", "expected", "postponed", "cancelled"})
_CHANGED: Final = frozenset({"postponed", "cancelled"})
_OF_TWO: Final = frozenset({"negotiation_round"})
"""Kinds of events that the two states of the page have if no others are named."""

_OF_SIDES: Final = frozenset({"negotiation_round", "consultations"})
_OF_SEVERAL: Final = frozenset({"meeting", "negotiation_round", "consultations", "call", "summit"})
"""Kinds of events that often appear without participants: "The next meeting is in May"."""

_PLANNED: Final = frozenset(
    {"summit", "conference", "meeting", "session", "election", "referendum"}
)
"""Kinds of events that are named before they take place."""

_FULL: Final = len("2024-05-03")
_SOON: Final = dt.timedelta(days=92)
_LONG_AGO: Final = dt.timedelta(days=270)
_NEAR: Final = 40
_SIDES: Final = frozenset({"state", "organization", "group"})
_GOVERNMENTS: Final = frozenset({"government", "delegation"})
_SITTING: Final = frozenset({"council", "assembly"})
_BY_BODY: Final = frozenset({"meeting", "session"})
_BODIES: Final = frozenset({"organ", "organization", "group"})
_SEVERAL: Final = _BODIES | {"unnamed"}


def _kind_of(report: EventReport, participants: Iterable[Entity]) -> str:
    """Return the kind of an event: a council has sessions, and states have rounds of talks."""
    actors = [*participants]
    is_sitting = len(actors) == 1 and actors[0].state is None and actors[0].type in _SITTING
    if report.kind in _BY_BODY:
        body = kinds_of_meetings_of(report.sentence.lexicon).of_body(actors)
        if body is not None:
            return body
    if report.kind == "meeting" and not report.is_talks:
        words = report.sentence.text[report.phrase.start : report.noun[0]]
        kind = kinds_of_meetings_of(report.sentence.lexicon).of_phrase(words)
        if kind is not None:
            return kind
    if report.kind == "meeting" and is_sitting:
        return "session"
    if report.kind == "call" and len(actors) == 1 and actors[0].kind in _BODIES:
        return "meeting"  # "yesterday's video conference of the Contact Group"
    sides = [actor for actor in actors if actor.kind in _SIDES or actor.type in _GOVERNMENTS]
    is_of_states = len(actors) > 1 and len(sides) == len(actors)
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
        report.subjects = dict.fromkeys(_likely_participants(report, reading, known))
    if not report.participants and report.row.get("alone"):
        report.subjects = dict.fromkeys(report.phrase.hosts, "host")
    _add_main_state(report, reading)
    if not report.is_complete():
        return None
    sentence, around = report.sentence, report.around
    participants = report.participants
    if report.kind == "ceremony":
        # "a commemoration of the victims"
        participants = {a: role for a, role in participants.items() if not a.is_private}
    if report.kind == "summit":
        participants = {_body_of(actor): role for actor, role in participants.items()}
    status, start, written = _time_of(report, reading, news)
    last, _ = reading.date_of(around.last, sentence, ahead=status in _AHEAD)
    if report.is_over and last is None:
        words = sentence.text[report.phrase.start : report.noun[1]]
        first = durations_of(sentence.lexicon).first_day(start, words)
        start, last = (first, start) if first or report.kind == "visit" else (start, None)
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
        is_inferred=report.day is None and start is not None,
        title=title_of(sentence, *report.noun),
        subject=topic_finder_of(reading.lexicon).topic(sentence, report.noun[1], report.end),
    )


def _body_of(actor: Entity) -> Entity:
    """Return the organization whose leaders have a summit, as in "NATO leaders", or the actor."""
    body = actor.represents if is_crowd(actor) else None
    return body if body is not None and body.kind == "organization" else actor


def _add_main_state(report: EventReport, reading: Reading) -> None:
    """Add the state that the page is about to "talks with France", if nobody else takes part."""
    others = [*report.participants]
    is_of_two = report.kind in _OF_TWO or (report.is_talks and report.day is not None)
    is_open = is_of_two and report.around.has_others and report.rule == "subject"
    if is_open and len(others) == 1 and others[0].kind == "state":
        main = reading.entities.main_state(others[0])
        report.subjects = {} if main is None else {main: None}


def _likely_participants(
    report: EventReport, reading: Reading, known: Iterable[Entity]
) -> list[Entity]:
    """Return the likely participants if none is named: "The next round is in June"."""
    is_reported = report.rule == "subject" or report.status in _CHANGED
    has_details = report.day is not None or report.around.place or report.status in _CHANGED
    if report.kind in _OF_TWO and has_details:
        parties = _parties_of_treaty(report, reading)
        if parties:
            return parties
    if report.kind in _OF_SEVERAL and (is_reported or report.count) and has_details and known:
        # "The next round is in June": of the states, and perhaps of other ministers.
        are_sides = report.kind in _OF_SIDES or report.is_round
        return [*dict.fromkeys((each.state or each) if are_sides else each for each in known)]
    is_of_two = report.kind in _OF_TWO or (report.is_talks and report.rule == "subject")
    return reading.entities.two_states() if is_of_two and report.day else []


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
    start, written = reading.date_of_event(report.day, sentence, ahead=status in _AHEAD)
    if report.is_changed and start and reading.is_ahead(start):
        # "which was to open on 8 October, was put off": the day may have passed.
        past, _ = reading.date_of(report.day, sentence, ahead=False)
        start = _nearest(reading.anchor, start, past)
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


def _nearest(anchor: dt.date | None, ahead: str, past: str | None) -> str:
    """Return the one of two days that is nearer to the page's own."""
    if anchor is None or past is None or min(len(ahead), len(past)) < _FULL:
        return ahead
    days = [ahead, past]
    return min(days, key=lambda day: abs(dt.date.fromisoformat(day[:_FULL]) - anchor))


def _next_time(report: EventReport, reading: Reading, start: str | None) -> str | None:
    """Return the future day of an event that is only named: "the summit of 3 May".

    Without a year, it is in the future if it was long ago this year, and comes again soon.
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
