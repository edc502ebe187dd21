"""Events that a noun tells: "a meeting with Ann Lee in Geneva on Monday"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.circumstances import Circumstances, circumstance_finder_of
from diplobrief.extraction.clauses import (
    Aspect,
    Verb,
    first_actor,
    grammar_of,
    performers_of,
    status_on,
)
from diplobrief.extraction.events.found import FoundEvent
from diplobrief.extraction.events.phrases import NounPhrase, phrase_before
from diplobrief.extraction.lexicon import Lexicon, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.reading import Reading, ReadSentence

_AHEAD: Final = frozenset({"scheduled", "expected"})
_NEAR: Final = 120


@dataclass
class _Telling:
    """The noun of an event in its sentence."""

    sentence: ReadSentence
    row: Mapping[str, Any]
    kind: str
    phrase: NounPhrase
    end: int
    around: Circumstances
    status: str | None
    rule: str
    subjects: dict[Entity, str | None]

    @property
    def day(self) -> Day | None:
        return self.around.day or self.phrase.day


class EventNouns:
    """Finds events by the nouns of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["events"]
        self._grammar = grammar_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)
        self._rows = {noun: row for row in data["event"] for noun in row.get("nouns", ())}
        self._noun = re.compile(
            rf"(?<![\w-])(?:{alternatives(self._rows)})(?![\w-])", re.IGNORECASE
        )
        self._determiners = frozenset(lexicon.grammar["circumstances"]["determiners"])
        self._roles = {
            " ".join(verb.split()): None if role == "none" else role
            for role, verbs in data["subjects"].items()
            for verb in verbs
        }
        self._having = re.compile(rf"(?<![\w-])(?P<verb>{alternatives(self._roles)})\s+$")
        taking_part = data["taking_part"]["words"]
        self._taking_part = re.compile(rf"\b(?:{alternatives(taking_part)})\s+$")
        self._others = frozenset(
            word
            for phrase in (
                *self._roles,
                *taking_part,
                *lexicon.grammar["circumstances"]["new_clause"],
                "and",
                "or",
                "with",
                "to",
                "into",
                "under",
                "between",
                "said",
                "is",
                "was",
                "were",
                "are",
                "be",
                "has",
                "will",
            )
            for word in phrase.split()
        )
        tellings = data["tellings"]
        self._forms = {
            form: tense
            for verb in tellings["completed"]
            for form, tense in lexicon.forms(verb).items()
        }
        self._forms |= dict.fromkeys(
            (*tellings["participles"], *tellings["postponed"], *tellings["cancelled"]), "participle"
        )
        self._status = {
            word: status
            for status in ("scheduled", "postponed", "cancelled")
            for word in tellings[status]
        }
        self._telling = re.compile(
            rf"(?P<before>,?\s+(?:[a-z]+\s+){{0,5}}?)(?P<verb>{alternatives(self._forms)})(?![\w-])"
        )
        self._ahead = frozenset(data["ahead"]["words"])
        self._no_event = frozenset(data["no_event"]["before"])
        self._rounds = data["rounds"]

    def find(self, reading: Reading, sentence: ReadSentence) -> Iterator[FoundEvent]:
        """Yield the events that the nouns of a sentence tell."""
        for match in self._noun.finditer(sentence.masked):
            telling = self._told(sentence, *match.span())
            if telling is not None:
                event = _event(reading, telling)
                if event is not None:
                    yield event

    def _told(self, sentence: ReadSentence, start: int, end: int) -> _Telling | None:
        masked = sentence.masked
        row = self._rows[" ".join(masked[start:end].lower().split())]
        kind: str = row["kind"]
        rounds = re.search(r"\b(?:rounds?)\s+of\s+(?:[a-z-]+\s+){0,2}$", masked[:start])
        if rounds and kind in self._rounds["kinds"]:
            kind, start = self._rounds["kind"], rounds.start()
        phrase = phrase_before(sentence, start, self._determiners, self._others)
        if self._no_event & {*phrase.words[:1], phrase.determiner}:
            return None
        stop = self._stop(sentence, end)
        around = self._circumstances.after(sentence, end, stop)
        status: str | None = "scheduled" if self._ahead & {*phrase.words} else "completed"
        rule = "noun"
        telling = self._telling.match(masked, around.end)
        if telling:
            aspect = self._aspect(sentence, telling)
            if aspect.status is not None:
                rule, status = "subject", self._status.get(telling["verb"], aspect.status)
                more = self._circumstances.after(
                    sentence, telling.end(), self._stop(sentence, telling.end())
                )
                around = _joined(around, more)
            elif around.day is None:
                return None
        subjects: dict[Entity, str | None] = {}
        before = masked[: phrase.start]
        having = self._having.search(before[-_NEAR:])
        if having and rule == "noun":
            offset = len(before) - len(before[-_NEAR:])
            verb = Verb(offset + having.start("verb"), offset + having.end("verb"), having["verb"])
            found = self._subjects(sentence, verb)
            if found is not None:
                subjects, status = found
                rule = "object"
        elif rule == "noun" and self._taking_part.search(before[-20:]):
            subject = first_actor(sentence, phrase.start)
            if subject is not None:
                role = (row.get("roles") or [None])[0]
                subjects = dict.fromkeys(performers_of(sentence, subject), role)
        return _Telling(sentence, row, kind, phrase, end, around, status, rule, subjects)

    def _stop(self, sentence: ReadSentence, start: int) -> int:
        match = self._circumstances.new_clause.search(sentence.masked, start)
        return match.start() if match else len(sentence.masked)

    def _aspect(self, sentence: ReadSentence, telling: re.Match[str]) -> Aspect:
        form = " ".join(telling["verb"].split())
        verb = Verb(telling.start("verb"), telling.end(), form)
        return self._grammar.aspect(sentence, verb, {self._forms[form]})

    def _subjects(
        self, sentence: ReadSentence, verb: Verb
    ) -> tuple[dict[Entity, str | None], str | None] | None:
        """Return who has the event, with the role, and the status that the verb gives."""
        form = " ".join(verb.form.split())
        tense = (
            "base"
            if form
            in {
                "hold",
                "host",
                "have",
                "conduct",
                "attend",
                "open",
                "convene",
                "begin",
                "start",
                "resume",
                "launch",
                "conclude",
                "chair",
            }
            else "past"
        )
        aspect = self._grammar.aspect(sentence, verb, {tense})
        if aspect.status is None or aspect.is_passive:
            return None
        subject = self._grammar.subject_of_act(sentence, verb, [])
        if subject is None:
            return None
        role = self._roles[form]
        status = status_on(aspect.status, None, sentence.masked[: verb.start])
        return dict.fromkeys(performers_of(sentence, subject), role), status


def _joined(first: Circumstances, second: Circumstances) -> Circumstances:
    return Circumstances(
        second.end,
        [*dict.fromkeys([*first.partners, *second.partners])],
        [*first.agents, *second.agents],
        first.place or second.place,
        first.day or second.day,
        first.last or second.last,
    )


def _event(reading: Reading, telling: _Telling) -> FoundEvent | None:
    sentence, phrase, around = telling.sentence, telling.phrase, telling.around
    participants = _participants(telling)
    if not _is_complete(telling, participants):
        return None
    is_ahead = telling.status in _AHEAD
    start, written = reading.date_of(telling.day, sentence, ahead=is_ahead)
    last, _ = reading.date_of(around.last, sentence, ahead=is_ahead)
    status = telling.status
    if (
        start
        and reading.anchor is not None
        and status == "completed"
        and start > reading.anchor.isoformat()
    ):
        status = "scheduled"
    if status == "scheduled" and start is None:
        status = "expected"
    evidence = reading.evidence(sentence, phrase.start, max(around.end, telling.end))
    if evidence is None:
        return None
    return FoundEvent(
        telling.kind,
        f"noun.{telling.rule}",
        [evidence],
        status,
        start,
        written,
        last,
        around.place,
        participants,
    )


def _participants(telling: _Telling) -> dict[Entity, str | None]:
    phrase, around = telling.phrase, telling.around
    role = (telling.row.get("roles") or [None])[0]
    participants: dict[Entity, str | None] = {}
    if telling.row.get("of_subject"):
        return telling.subjects
    if telling.kind == "visit":
        for actor in phrase.owners or around.agents or telling.subjects:
            participants[actor] = "guest"
        return participants
    for actor in (*telling.subjects, *phrase.owners, *phrase.states, *around.partners):
        participants.setdefault(actor, telling.subjects.get(actor, role))
    return participants


def _is_complete(telling: _Telling, participants: dict[Entity, str | None]) -> bool:
    """Whether what is known of an event is enough to call it a fact."""
    row, around = telling.row, telling.around
    if telling.rule == "noun" and not row.get("of_subject") and telling.day is None:
        return False
    if row.get("alone"):
        return telling.day is not None
    if telling.kind == "visit":
        return bool(participants) and bool(around.place)
    if row.get("of_subject"):
        return bool(participants) and (telling.day is not None or bool(around.place))
    return len(participants) > 1 or (bool(participants) and telling.rule != "noun")
