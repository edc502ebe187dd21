"""The rules that find acts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.acts.found import FoundAct, without_repetitions
from diplobrief.extraction.clauses import (
    Verb,
    agents_of,
    first_actor,
    grammar_of,
    is_earlier,
    performers_of,
    place_of,
    status_on,
)
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives
from diplobrief.extraction.predicates import Predicate, PredicateFinder
from diplobrief.extraction.votes import vote_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lead import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading, ReadSentence

_AHEAD: Final = frozenset({"scheduled", "expected"})
_STATEHOOD: Final = re.compile(
    rf"\s+(?:(?:the|a)\s+)?(?P<state>[{MASKS['adjective']}{MASKS['state']}])[^\s]*\s+"
    r"(?:state|statehood|independence|sovereignty|republic)\b"
)
_DONE: Final = frozenset({"completed", "rejected"})
_COUNCILS: Final = frozenset({"council", "assembly"})
_NEAR: Final = 60


class ActFinder:
    """Finds acts by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["acts"]
        self._grammar = grammar_of(lexicon)
        self._predicates = PredicateFinder(lexicon, data["act"], data["deciding"]["words"])
        self._kinds = {noun: kind for kind, nouns in data["documents"].items() for noun in nouns}
        spoken = alternatives(data["spoken"]["words"])
        determiners = alternatives(lexicon.grammar["circumstances"]["determiners"])
        self._document = re.compile(
            rf"\b[Ii]n\s+(?:{determiners})\s+(?:[a-z]+\s+)??(?P<noun>{alternatives(self._kinds)})(?![\w-])"
            rf"(?!\s+(?:{spoken}))"
        )
        self._saying = re.compile(rf"(?<![\w-])(?:{alternatives(lexicon.sayings)})(?![\w-])")

    def find(self, reading: Reading, news: DaysOfNews) -> list[FoundAct]:
        """Return the acts of a page, in its order."""
        return without_repetitions(self._tellings(reading, news))

    def _tellings(self, reading: Reading, news: DaysOfNews) -> Iterator[FoundAct]:
        for sentence in reading.sentences:
            if sentence.sentence.block.is_heading:
                continue
            for predicate in self._predicates.find(sentence):
                act = _act(reading, news, predicate)
                if act is not None:
                    yield act
            yield from self._documents(reading, news, sentence)

    def _documents(
        self, reading: Reading, news: DaysOfNews, sentence: ReadSentence
    ) -> Iterator[FoundAct]:
        """Yield the documents in which somebody says something: "said in a statement"."""
        for match in self._document.finditer(sentence.masked):
            issuers = self._issuers(sentence, *match.span())
            if not issuers:
                continue
            day = _day_near(sentence, *match.span())
            date, written = reading.date_of(day, sentence, ahead=False)
            if day is None:
                date = news.day_for(sentence, match.start(), issuers)
            evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
            if evidence is None:
                continue
            kind = self._kinds[" ".join(match["noun"].split())]
            yield FoundAct(kind, "document", [evidence], "completed", date, written, issuers)

    def _issuers(self, sentence: ReadSentence, start: int, end: int) -> list[Entity]:
        if start == 0:
            comma = sentence.masked.find(",", end, end + _NEAR)
            following = re.compile(rf"\s+(?:the\s+)?(?={ACTOR})").match(sentence.masked, comma + 1)
            mention = sentence.mention_at(following.end()) if comma >= 0 and following else None
            return agents_of(sentence, mention) if mention else []
        verbs = [*self._saying.finditer(sentence.masked, max(0, start - _NEAR), start)]
        if not verbs:
            return []
        verb = Verb(*verbs[-1].span(), verbs[-1][0])
        subject = self._grammar.subject(sentence, verb, []) or first_actor(sentence, verb.start)
        return performers_of(sentence, subject) if subject else []


def _day_near(sentence: ReadSentence, start: int, end: int) -> Day | None:
    after = (day for day in sentence.days if 0 <= day.start - end < 12)
    before = (day for day in sentence.days if 0 <= start - day.end < 8)
    return next(after, None) or next(before, None)


def _act(reading: Reading, news: DaysOfNews, predicate: Predicate) -> FoundAct | None:
    row, around, sentence = predicate.entry.row, predicate.circumstances, predicate.sentence
    performers, kind = predicate.performers, predicate.entry.kind
    vetoed_by: Sequence[Entity] = ()
    council = _council_of(reading) if row.get("vote") else None
    if kind == "veto" and council is not None:
        kind, performers, vetoed_by = "resolution", [council], performers
    elif not performers and council is not None:
        performers = [council]
    if not performers or (row.get("needs_day") and around.day is None):
        return None
    targets = _targets(predicate)
    if row.get("of_state") and not targets:
        targets = _state_of_people(predicate)
    if row.get("needs_target") and not targets:
        return None
    if row.get("of_state") and not any(actor.kind == "state" for actor in targets):
        return None
    left = sentence.masked[: predicate.verb.start]
    status = row.get("status") or status_on(predicate.aspect.status or "", around.day, left)
    if vetoed_by and status == "completed":
        status = "rejected"
    date, written = reading.date_of(around.day, sentence, ahead=status in _AHEAD)
    if around.day is None and status in _DONE and not is_earlier(left):
        date = news.day_for(sentence, predicate.verb.start, predicate.performers)
    evidence = reading.evidence(sentence, 0, len(sentence.text.rstrip(" .;")))
    if evidence is None:
        return None
    return FoundAct(
        kind,
        "passive" if predicate.aspect.is_passive else "verb",
        [evidence],
        status,
        date,
        written,
        performers,
        targets,
        vote_in(sentence.text) if row.get("vote") else None,
        vetoed_by,
        {place_of(sentence, predicate.verb.start)},
    )


def _council_of(reading: Reading) -> Entity | None:
    """Return the only council or assembly of the page."""
    organs = reading.entities.registry.latest("organ")
    councils = [organ for organ in organs if organ.type in _COUNCILS]
    return councils[0] if len(councils) == 1 else None


def _state_of_people(predicate: Predicate) -> list[Entity]:
    """Return the state that "a Palestinian state" or "Kosovo's independence" means."""
    match = _STATEHOOD.match(predicate.sentence.masked, predicate.verb.end)
    return predicate.sentence.actors_at(match.start("state")) if match else []


def _targets(predicate: Predicate) -> list[Entity]:
    """Return the actors at which an act is directed."""
    where = predicate.entry.row.get("target", ())
    if "object" in where and predicate.objects:
        return [actor for actor in predicate.objects if actor not in predicate.performers]
    prepositions = [word for word in where if word != "object"]
    if not prepositions:
        return []
    pattern = re.compile(
        rf"(?:\s+[^\s,;:.]+){{0,4}}?\s+(?:{alternatives(prepositions)})\s+"
        rf"(?:the\s+|its\s+)?(?:[a-z-]+\s+){{0,2}}?(?={ACTOR})"
    )
    match = pattern.match(predicate.sentence.masked, predicate.object_end)
    mention = predicate.sentence.mention_at(match.end()) if match else None
    if mention is None:
        return []
    return [*predicate.sentence.actors.get(mention.start, [])]


@cache
def act_finder_of(lexicon: Lexicon) -> ActFinder:
    """Return the finder of acts for a lexicon."""
    return ActFinder(lexicon)
