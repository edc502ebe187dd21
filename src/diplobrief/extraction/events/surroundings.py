"""Reads the clause around the noun of an event: who takes part, when, whether it lies ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.clauses import Verb, first_actor, grammar_of
from diplobrief.extraction.coordination import agents_of, performers_of
from diplobrief.extraction.events.sides import is_crowd
from diplobrief.extraction.mentions import ACTOR, ACTORS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_NEAR: Final = 24
_FAR: Final = 70
_AT_START: Final = 16
_BODIES: Final = frozenset({"state", "organ", "organization", "group"})
_PEOPLE: Final = frozenset({"person", "unnamed"})


@dataclass
class Surroundings:
    """What the clause around a noun says.

    Args:
        is_talk: Whether the event is only talked about: "proposed a meeting".
        is_occasion: Whether something else took place at the event: "on the sidelines of a summit".
        is_predicate: Whether the noun only describes the subject: "it was the first meeting".
        is_attended: Whether the subject of the clause takes part: "said at a meeting".
        is_present: Whether the verb of the clause is in the present: "speaks at a summit".
        is_there: Whether it takes place while the subject does something: "spoke at the summit".
        is_said: Whether somebody says something in the clause: "said in an attack".
        addressees: The person whom the subject addresses: "assured Lee of her support in a call".
        status: The status, if the clause gives one.
        subjects: The subject of the clause.
        day: The day of the clause.
    """

    is_talk: bool = False
    is_occasion: bool = False
    is_predicate: bool = False
    is_attended: bool = False
    is_present: bool = False
    is_there: bool = False
    is_said: bool = False
    addressees: list[Entity] = field(default_factory=list["Entity"])
    status: str | None = None
    subjects: list[Entity] = field(default_factory=list["Entity"])
    day: Day | None = None


class SurroundingsFinder:
    """Reads the clause around the noun of an event.

    Args:
        lexicon: The lexicon of the language.
        words: The words of the lexicon for what is before a noun.
    """

    def __init__(self, lexicon: Lexicon, words: Mapping[str, Any]) -> None:
        self._grammar = grammar_of(lexicon)
        article = lexicon.optional("articles")
        self._next_actor = re.compile(rf"[^,;:.]{{0,120}},\s+{article}(?={ACTOR})")
        self._status = clause_status_of(lexicon)

        def before(words: Sequence[str]) -> re.Pattern[str]:
            return re.compile(rf"{lexicon.start}{leading(words)}\Z", re.IGNORECASE)

        self._wishing, self._occasion = before(words["wishing"]), before(words["occasions"])
        self._before, self._under_way = before(words["before"]), before(words["under_way"])
        self._preparing = before(words.get("preparing", ()))
        self._there = before(words.get("there", ()))
        self._taking_part = before(words["taking_part"])
        self._of_visits = before(words.get("of_visits", ()))
        self._copula = before(lexicon.words("passive"))
        self._same_day = before(words["same_day"])
        self._before_addressee = re.compile(
            rf"\s+{alternatives(lexicon.sayings)}\s+{article}(?={ACTOR})"
        )
        self._saying = re.compile(rf"(?<![\w-])(?:{alternatives(lexicon.sayings)})(?![\w-])")
        taking_part = alternatives(words["taking_part"])
        self._inserted = re.compile(rf"{ACTOR},\s+{taking_part}\s+\Z")
        self._to = re.compile(rf"\s+{leading(lexicon.words('to'))}")
        verbs = (verb for row in lexicon.data["events"]["event"] for verb in row.get("verbs", ()))
        present = (
            form
            for verb in verbs
            for form, tense in lexicon.forms(verb).items()
            if tense == "present" and " " not in form
        )
        self._present = re.compile(
            rf"{ACTOR}\s+(?:{adverb_of(lexicon)}\s+)?{alternatives(present)}{AFTER}[^.;:]{{0,60}}\Z"
        )
        past = rf"[a-z]+{alternatives(lexicon.words('past_endings'))}"
        addressed = f"(?:{past}|{alternatives(lexicon.irregular_pasts)})"
        self._addressed = re.compile(
            rf"{ACTOR}\s+(?:{adverb_of(lexicon)}\s+)?{addressed}\s+{article}(?P<whom>{ACTOR})++"
            rf"[^;:.]*\Z"
            if lexicon.words("past_endings")
            else "(?!)"
        )
        sending = (
            form
            for verb in lexicon.data["events"].get("sending", ())
            for form in lexicon.forms(verb)
        )
        self._sent = re.compile(
            rf"(?<!\w){alternatives(sending)}\s+{article}(?P<who>{ACTOR})++"
            rf"(?:,[^,;:.]{{1,80}},)?\s+{leading(words.get('of_visits', ()))}\Z"
        )
        self._own: Mapping[str, Sequence[str]] = words["own"]

    def around(self, sentence: ReadSentence, start: int, end: int) -> Surroundings:
        """Return what the clause around a noun says.

        Args:
            sentence: The sentence.
            start: Where the words of the noun start.
            end: The offset after what follows it.
        """
        near = sentence.masked[max(0, start - _NEAR) : start]
        found = Surroundings(is_talk=self._wishing.search(near) is not None)
        found.is_occasion = self._occasion.search(near) is not None
        if self._under_way.search(near):
            found.status = "under way"
        elif self._before.search(near) or self._preparing.search(near):
            found.status = "scheduled"
        found.is_predicate = self._copula.search(near) is not None
        is_attended = self._taking_part.search(near) and not self._preparing.search(near)
        if is_attended:
            self._add_subjects(found, sentence, start, end)
        return found

    def _add_subjects(
        self, found: Surroundings, sentence: ReadSentence, start: int, end: int
    ) -> None:
        """Add what a clause says of an event at which its subject does something."""
        near = sentence.masked[max(0, start - _NEAR) : start]
        found.is_attended, found.is_there = True, self._there.search(near) is not None
        found.is_present = self._present.search(sentence.masked, 0, start) is not None
        said = self._said(sentence, start)
        if said is None or self._to.match(sentence.masked, said.end):
            found.status = found.status or self._status.of(sentence.masked[:start])
        sent = self._sent.search(sentence.masked, 0, start)
        guest = sentence.mention_at(sent.start("who")) if sent else None
        if guest is not None:
            found.subjects = agents_of(sentence, guest)  # "sent Berg on a visit"
        else:
            found.subjects = self._subjects(sentence, start, end, said)
        found.is_said, found.addressees = said is not None, self._addressees(sentence, start)
        if self._same_day.search(near):
            since = said.start if said else 0
            days = [day for day in sentence.unquoted_days if day.start < start]
            after_verb = [day for day in days if day.start >= since]
            opening = [day for day in days if day.start < _AT_START]
            found.day = next(iter([*reversed(after_verb), *opening]), None)

    def is_only_topic(self, sentence: ReadSentence, start: int) -> bool:
        """Whether a noun, unless it is a visit, is only a topic: "briefed her on the talks"."""
        near = sentence.masked[max(0, start - _NEAR) : start]
        return self._of_visits.search(near) is not None

    def status(self, sentence: ReadSentence, start: int) -> str | None:
        """Return the status that the clause before an offset gives, if the event lies ahead."""
        return self._status.of(sentence.masked[:start])

    def _said(self, sentence: ReadSentence, start: int) -> Verb | None:
        """Return the verb of saying before a noun: "said at a meeting"."""
        sayings = [*self._saying.finditer(sentence.masked, max(0, start - _FAR), start)]
        return Verb(*sayings[-1].span(), sayings[-1][0]) if sayings else None

    def _addressees(self, sentence: ReadSentence, start: int) -> list[Entity]:
        """Return Lee from "Berg assured Lee of her support in a call"."""
        match = self._addressed.search(sentence.masked, 0, start)
        mention = sentence.mention_at(match.start("whom")) if match else None
        actors = agents_of(sentence, mention) if mention else []
        return [actor for actor in actors if actor.kind in _PEOPLE]

    def _subjects(
        self, sentence: ReadSentence, start: int, end: int, said: Verb | None
    ) -> list[Entity]:
        """Return the actors who said something at the event, or the first actor of the sentence."""
        inserted = self._inserted.search(sentence.masked, 0, start)
        if inserted is not None:
            # "Berg, in a speech on Monday, said"
            mention = sentence.mention_at(inserted.start())
            return performers_of(sentence, mention) if mention else []
        subject = self._grammar.subject(sentence, said, []) if said else None
        subject = subject or self._grammar.acting_before(sentence, start)
        subject = subject or first_actor(sentence, start)
        if subject is None:
            following = self._next_actor.match(sentence.masked, end)
            subject = sentence.mention_at(following.end()) if following else None
            if subject is None:
                return []
            # "In a call on Monday, Berg told Lee": both take part.
            match = self._before_addressee.match(sentence.masked, subject.end)
            addressee = sentence.mention_at(match.end()) if match else None
            addressees = sentence.actors_of(addressee) if addressee else []
            people = [each for each in addressees if each.kind == "person"]
            return [*agents_of(sentence, subject), *people]
        return performers_of(sentence, subject)

    def owners(
        self, sentence: ReadSentence, start: int, word: str | None, earlier: ReadSentence | None
    ) -> list[Entity]:
        """Return the owners that a possessive before the noun refers to: "their meeting".

        Args:
            sentence: The sentence.
            start: Where the words of the noun start.
            word: The word that begins them, in small letters.
            earlier: The sentence before.
        """
        if word in self._own["whose"]:
            return _last(sentence, start)
        places = [(sentence, start), *([(earlier, len(earlier.masked))] if earlier else [])]
        for each, stop in places:
            if word in self._own["several"]:
                found = _several(each, stop)
            elif word in self._own["person"]:
                found = _first(each, stop, _PEOPLE)
            elif word in self._own["body"]:
                found = self._body(each, stop)
            else:
                return []
            if found:
                return found
        return []

    def _body(self, sentence: ReadSentence, stop: int) -> list[Entity]:
        """Return the last body before an offset that is not in a phrase, else the first one."""
        for mention in reversed(_mentions(sentence, stop)):
            actors = sentence.actors_of(mention)
            is_body = len(actors) == 1 and actors[0].kind in _BODIES
            if is_body and not self._grammar.preposition.search(sentence.masked[: mention.start]):
                return actors
        return _first(sentence, stop, _BODIES)


def _mentions(sentence: ReadSentence, stop: int) -> list[Mention]:
    return [each for each in sentence.mentions if each.end <= stop and each.kind in ACTORS]


def _last(sentence: ReadSentence, stop: int) -> list[Entity]:
    mentions = _mentions(sentence, stop)
    return sentence.actors_of(mentions[-1]) if mentions else []


def _first(sentence: ReadSentence, stop: int, kinds: frozenset[str]) -> list[Entity]:
    for mention in _mentions(sentence, stop):
        actors = sentence.actors_of(mention)
        if len(actors) == 1 and actors[0].kind in kinds:
            return actors
    return []


def _several(sentence: ReadSentence, stop: int) -> list[Entity]:
    """Return the subject of a sentence if it is several actors, else its first two people."""
    subject = first_actor(sentence, stop)
    performers = agents_of(sentence, subject) if subject else []
    if len(performers) > 1 or any(map(is_crowd, performers)):
        return performers
    actors = sentence.actors_of(*_mentions(sentence, stop))
    crowds = [actor for actor in actors[-1:] if is_crowd(actor)]
    if crowds:
        return crowds  # "decided by foreign ministers at their meeting"
    people = dict.fromkeys(actor for actor in actors if actor.kind == "person")
    return [*people][:2] if len(people) > 1 else []
