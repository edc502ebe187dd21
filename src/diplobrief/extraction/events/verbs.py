"""Events that a verb reports: "Kari Berg met Ann Lee in Geneva on Monday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.events.completeness import is_complete
from diplobrief.extraction.events.found import FoundEvent
from diplobrief.extraction.events.meetings import kinds_of_meetings_of
from diplobrief.extraction.events.occasions import occasions_of
from diplobrief.extraction.events.separate import separate_events_of
from diplobrief.extraction.events.sides import is_crowd, persons_of, side_of, sides_of
from diplobrief.extraction.events.topics import topic_finder_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.mentions.words import name_of_place
from diplobrief.extraction.patterns import alternatives, leading
from diplobrief.extraction.predicate_finder import PredicateFinder
from diplobrief.extraction.verb_days import is_earlier, is_perfect_now, status_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_STATE: Final = MASKS["state"]
_DISCUSSING: Final = frozenset({"meeting", "call", "negotiation_round", "consultations"})
_BRIEFED: Final = frozenset({"organ", "organization", "group"})
_POSTS: Final = frozenset({"embassy", "consulate", "permanent_mission"})
_THEY: Final = frozenset({"pronoun", "both"})


class EventVerbs:
    """Finds events by the verbs of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["events"]
        self._predicates = PredicateFinder(lexicon, data["event"])
        self._kinds = kinds_of_meetings_of(lexicon)
        self._occasions = occasions_of(lexicon)
        self._separate = separate_events_of(lexicon)
        auxiliary = alternatives(lexicon.words("before_a_verb"))
        begins = (
            rf"(?:\A|[,;]\s+|(?<!\w){alternatives([*lexicon.words('that'), *lexicon.sayings])}\s+)"
        )
        self._of_treaty = re.compile(
            rf"{begins}(?i:{lexicon.optional('articles')}){MASKS['treaty']}++\s+(?:{auxiliary}\s+){{1,3}}\Z"
        )
        words = lexicon.grammar["circumstances"]
        article = lexicon.optional("articles")
        adverbs = alternatives(words["before_a_destination"])
        to = leading(words["destinations"])
        within = lexicon.optional("parts_of_a_place")
        word = name_of_place(lexicon)
        name = rf"(?P<place>(?:{_STATE}+|{word})(?:\s+{word}){{0,3}})(?![\w’'{_STATE}-])"
        at = leading(map(str.capitalize, words["places"]))
        self._opening = re.compile(rf"{at}{article}{within}{name},?\s")
        self._destination = re.compile(rf"\s+{article}{within}{name}")
        self._destination_after = re.compile(
            rf"(?:\s+(?:{adverbs}|{MASKS['day']}+))*\s+{to}{article}{within}{name}"
        )

    def find(
        self,
        reading: Reading,
        news: DaysOfNews,
        sentence: ReadSentence,
        known: Sequence[Entity] = (),
    ) -> Iterator[FoundEvent]:
        """Yield the events that the verbs of a sentence report.

        Args:
            reading: The page.
            news: The days of the page that are news.
            sentence: The sentence.
            known: Who took part in the event that the page reported before.
        """
        for predicate in self._predicates.find(sentence):
            if self._of_treaty.search(predicate.left):
                continue  # "said that the treaty would open a corridor"
            event = self._event(reading, news, predicate)
            if event is None or event.status == "rejected":
                continue  # "declined to meet Lee"
            subject = sentence.mention_at(predicate.start)
            if predicate.entry.kind == "meeting":
                event.kind = self._kinds.of(predicate, subject)
                occasion = self._occasions.kind(sentence, predicate.circumstances.end)
                if occasion == "":
                    continue
                event.kind = occasion or event.kind
            if subject is not None and subject.kind in _THEY:
                event.participants = persons_of(event.participants, known)
            elif event.kind == "negotiation_round" and known:
                event.participants = sides_of(event.participants, known)
            span = predicate.verb.start, predicate.circumstances.end
            subjects = _participants(predicate, [])
            yield from self._separate.of(event, sentence, span, subjects)

    def _event(self, reading: Reading, news: DaysOfNews, predicate: Predicate) -> FoundEvent | None:
        row, around = predicate.entry.row, predicate.circumstances
        sentence, place, state = predicate.sentence, around.place, around.state
        others = _others(predicate)
        end = around.end
        opening = self._opening.match(sentence.masked) if place is None else None
        if opening is not None and opening.end() <= predicate.start:
            # "In Oslo, Berg met Lee"
            place = sentence.text[opening.start("place") : opening.end("place")]
        if "place" in row:
            match = self._destination_of(predicate)
            if match is None:
                return None
            place, end = (
                sentence.text[match.start("place") : match.end("place")],
                max(end, match.end()),
            )
            where = sentence.mention_at(match.start("place"))
            state = where.code if where else None
        participants = _participants(predicate, others)
        if predicate.aspect.is_passive and not participants and predicate.entry.object is not None:
            # "Norway's airspace was closed": by the state that it belongs to.
            owners = [actor if actor.type in _POSTS else actor.state for actor in predicate.objects]
            participants = dict.fromkeys(owner for owner in owners if owner is not None)
        if "place" in row:
            participants |= dict.fromkeys(
                around.companions, next(iter(participants.values()), None)
            )
        if not is_complete(predicate, participants, place):
            return None
        event = _found_event(reading, news, predicate, participants, place, end)
        if event is not None:
            event.state = state
            event.kind = row.get("at_a_place", event.kind) if place else event.kind
            if event.kind in _DISCUSSING:
                topics = topic_finder_of(sentence.lexicon)
                event.subject = topics.topic(sentence, None, predicate.verb.end)
        return event

    def _destination_of(self, predicate: Predicate) -> re.Match[str] | None:
        """Return the match of the place that somebody visits, or to which somebody is sent."""
        if predicate.entry.row["place"] == "object":
            return predicate.found(self._destination, predicate.after_subject)
        if predicate.entry.object is None:
            return predicate.found(self._destination_after, predicate.after_subject)
        after = predicate.object_end
        # "sent envoys to Oslo": the place may look like a part of their office.
        return predicate.found(self._destination_after, after) or self._destination_after.search(
            predicate.sentence.text, predicate.verb.end, after
        )


def _others(predicate: Predicate) -> list[Entity]:
    """Return the participants besides the subject of a verb."""
    row = predicate.entry.row
    if row.get("elected"):
        return [each for each in predicate.objects if each.kind == "person"]
    if row["kind"] == "briefing":
        return [each for each in predicate.objects if each.kind in _BRIEFED]
    if row.get("also_object"):
        return [*predicate.objects]
    if not row.get("with"):
        return []
    is_passive = predicate.aspect.is_passive or row.get("direct")
    return [*predicate.objects, *([] if is_passive else predicate.circumstances.partners)]


def _participants(predicate: Predicate, others: Sequence[Entity]) -> dict[Entity, str | None]:
    roles = [*predicate.entry.row.get("roles", ()), None, None]
    participants: dict[Entity, str | None] = {}
    for actors, role in ((predicate.performers, roles[0]), (others, roles[1])):
        for actor in actors:
            if predicate.entry.row.get("of_state") and is_crowd(actor):
                actor = actor.state or actor  # noqa: PLW2901 - "Norwegians voted"
            is_visitor = predicate.entry.kind == "visit" and not is_crowd(actor)
            participants.setdefault(actor if is_visitor else side_of(actor), role)
    return participants


def _found_event(
    reading: Reading,
    news: DaysOfNews,
    predicate: Predicate,
    participants: dict[Entity, str | None],
    place: str | None,
    end: int,
) -> FoundEvent | None:
    sentence, around = predicate.sentence, predicate.circumstances
    around.day = around.day or reading.introducing_day(sentence, predicate.verb.start)
    left = sentence.masked[: predicate.verb.start]
    is_entry = sentence.entry_day is not None
    is_present = predicate.aspect.is_present and not is_entry
    if is_present and around.day is None and not sentence.is_headline:
        return None
    status: str | None = predicate.entry.row.get("status") or status_on(
        predicate.aspect.status or "", around.day, left, sentence.lexicon
    )
    if is_present and around.day is not None:
        status = "scheduled"
    is_ahead = status in {"scheduled", "expected"}
    start, written = reading.date_of_event(around.day, sentence, ahead=is_ahead)
    if around.day is None and status == "completed" and is_perfect_now(left, sentence.lexicon):
        start = news.day_of_lead(sentence)
    elif around.day is None and status == "completed" and not is_earlier(left, sentence.lexicon):
        start = news.day_for(sentence, predicate.verb.start, predicate.performers)
    last, _ = reading.date_of(around.last, sentence, ahead=is_ahead)
    if status == "completed" and reading.is_ahead(start):
        status = "scheduled"
    elif is_present and start and reading.is_past(start):
        status = "completed"
    elif predicate.aspect.is_under_way:
        status = None
    first = min(predicate.start, around.day.start) if around.day else predicate.start
    evidence = reading.evidence(sentence, first, max(end, around.day.end if around.day else 0))
    if evidence is None:
        return None
    return FoundEvent(
        predicate.entry.kind,
        "verb",
        [evidence],
        status,
        start,
        written,
        last,
        place,
        participants,
        predicate.what,
        is_inferred=around.day is None and start is not None,
    )
