"""Finds the verbs of a table of the lexicon, each with who performs it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clause_before import clause_before
from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.coordination import agents_of, joined_after, performers_of
from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS
from diplobrief.extraction.outlook import Aspect
from diplobrief.extraction.participles import dependent_aspects_of
from diplobrief.extraction.patterns import alternatives, as_listed, leading
from diplobrief.extraction.performers import is_plural_present, performer_finder_of
from diplobrief.extraction.predicate_wording import predicate_wording_of
from diplobrief.extraction.predicates import Predicate, end_of
from diplobrief.extraction.verb_surroundings import VerbSurroundings
from diplobrief.extraction.verb_table import VerbTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.verb_table import Entry

_DAY: Final = MASKS["day"]
_AHEAD: Final = frozenset({"scheduled", "expected"})
_POSSESSIVE: Final = re.compile(r"['’]s?\s")
_DECIDED: Final = Aspect("completed")
_OWNER: Final = re.compile(
    rf"(?<!{ACTOR})(?P<actor>{ACTOR}++)(?:['’]s?)?\s+(?:[\w-]+\s+){{0,4}}[\w-]+\Z"
)


class PredicateFinder:
    """Finds the verbs of a table of the lexicon with their actors.

    Args:
        lexicon: The lexicon of the language.
        rows: The rows of the table.
        deciding: Words before the infinitive of what was decided on, and so is an act.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        rows: Sequence[Mapping[str, Any]],
        deciding: Sequence[str] = (),
    ) -> None:
        self._deciding = re.compile(
            rf"\b(?:{alternatives(deciding)})(?:\s+(?:on\s+)?{_DAY}+)?\s+to\s+\Z"
        )
        self._aspects = dependent_aspects_of(lexicon)
        self._status = clause_status_of(lexicon)
        purpose = alternatives(lexicon.words("purposes"))
        self._purpose = re.compile(rf"{ACTOR}[^.;:]{{0,80}}?\s(?:{purpose})\s+\Z")
        on = lexicon.optional("before_a_day")
        at = leading(lexicon.words("at_a_place"))
        self._adverbial = re.compile(
            rf"(?:\s+{on}{_DAY}+)?(?:\s+{at}(?:[A-Z]\w+|{MASKS['state']}+)(?:\s+[A-Z]\w+)?)?"
            r"(?:,\s[^,;:.]{1,80},)?"
        )
        preposition = alternatives(lexicon.words("prepositions"))
        self._after_preposition = re.compile(rf"(?<!\w){preposition}\s+\Z")
        own = alternatives(lexicon.words("possessives"))
        self._own = re.compile(rf"\s+(?:{own})\b")
        self._grammar = grammar_of(lexicon)
        self._performers = performer_finder_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)
        self._wording = predicate_wording_of(lexicon)
        self._verbs = VerbTable(lexicon, rows)
        self._surroundings = VerbSurroundings(lexicon, self._verbs)

    def find(self, sentence: ReadSentence) -> Iterator[Predicate]:
        """Yield the verbs of a sentence that somebody performs."""
        for match in self._verbs.pattern.finditer(sentence.masked, sentence.words):
            verb = Verb(*match.span(), _form(match[0]))
            is_noun = self._after_preposition.search(sentence.masked, 0, verb.start)
            if is_noun and self._verbs.tenses(verb.form) == {"present"}:
                continue  # "after talks with"
            found = self._predicate(sentence, verb)
            if found is not None:
                yield found

    def _predicate(self, sentence: ReadSentence, verb: Verb) -> Predicate | None:
        tenses = self._verbs.tenses(verb.form)
        aspect = self._aspects.of(sentence, verb, tenses)
        is_singular = aspect.status == "completed" and tenses == {"present"}
        if is_singular or is_plural_present(sentence, verb, tenses):
            aspect = Aspect("completed", is_present=True)
        decision = self._deciding.search(sentence.masked, 0, verb.start)
        if decision:
            verb, aspect = Verb(decision.start(), verb.end, verb.form), _DECIDED
        if aspect.status is None and self._is_purpose(sentence, verb):
            aspect = Aspect("completed", is_purpose=True)
        if aspect.status is None and "base" in tenses and self._performers.guests(sentence, verb):
            aspect = Aspect("expected", is_invitation=True)
        if aspect.status is None or self._circumstances.is_open(sentence, verb.start):
            return None
        if aspect.is_passive and any(e.row.get("with_be") for e in self._verbs.entries(verb.form)):
            # "est arrivé": some verbs have their perfect with "be".
            aspect = replace(aspect, is_passive=False)
        if self._grammar.has_verb_last:
            return self._at_end(sentence, verb, aspect)
        if aspect.is_passive:
            return self._passive(sentence, verb, aspect)
        is_noun = self._wording.before_noun.search(sentence.masked[: verb.start])
        is_base = tenses == {"base"}  # "became the first state to recognise it"
        if decision is None and aspect.status == "completed" and is_noun and not is_base:
            return None
        return self._active(sentence, verb, aspect) or self._attributive(sentence, verb, aspect)

    def _at_end(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Predicate | None:
        """Return a verb at the end of its clause, with the words of its clause before it."""
        start, performers = self._performers.find(sentence, verb)
        if self._grammar.condition.search(sentence.masked[:start]):
            return None
        clause = clause_before(sentence, verb, start, performers)
        if aspect.is_passive:
            clause = replace(clause, start=0, performers=[])
        for entry in self._verbs.entries(verb.form):
            if not clause.has_object_of(entry) or not entry.fits(clause.performers):
                continue
            objects = performers if aspect.is_passive else clause.objects()
            around, end = clause.circumstances(), clause.start
            who = around.agents if aspect.is_passive else clause.performers
            if who or objects:
                return Predicate(
                    sentence,
                    verb,
                    entry,
                    aspect,
                    start,
                    who,
                    objects,
                    end,
                    around,
                    start,
                    clause.start,
                )
        return None

    def _active(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Predicate | None:
        is_own = self._own.match(sentence.text, verb.end) is not None
        entries = [
            (entry, match.end() if match else verb.end)
            for entry in self._verbs.entries(verb.form)
            for match in [self._object_of(sentence, verb, entry)]
            if (match or entry.object is None) and not (is_own and entry.row.get("not_own"))
        ]
        # What the object says comes before what only the verb says: "suspended its aid".
        entries.sort(key=lambda each: each[0].object is None)
        if not entries:
            return None
        start, performers = self._performers.find(sentence, verb, is_purpose=aspect.is_purpose)
        if aspect.is_invitation:
            start, performers = verb.start, self._performers.guests(sentence, verb)
            entries = [each for each in entries if each[0].row.get("invited")]
        before = sentence.masked[start : verb.start]
        if self._verbs.tenses(verb.form) == {"present"} and not all(
            map(self._wording.is_of_subject, before.split())
        ):
            return None  # A plural: "lifted sanctions".
        fitting = next((each for each in entries if each[0].fits(performers)), None)
        if (
            fitting is None
            and "gerund" in self._verbs.tenses(verb.form)
            and entries[0][0].row.get("vote")
        ):
            # "Adopting resolution 1, members decided": the page says elsewhere of which council.
            fitting, performers = entries[0], []
        is_vote = fitting is not None and "gerund" in self._verbs.tenses(verb.form)
        if fitting is None or not (performers or (is_vote and fitting[0].row.get("vote"))):
            return None
        objects, object_end = self._direct_objects(sentence, end_of(sentence, verb, start))
        entry, end = fitting
        is_present = self._verbs.tenses(verb.form) == {"present"}
        if entry.row.get("no_noun") and is_present and not objects:
            return None  # "new sanctions in May"
        end = max(end, object_end)
        around = self._surroundings.of(sentence, verb, end, is_ahead=aspect.status in _AHEAD)
        first = min(start, verb.start)
        return Predicate(
            sentence, verb, entry, aspect, first, performers, objects, end, around, start
        )

    def _is_purpose(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a verb reports why something else was done: "summoned him to lodge a protest"."""
        if not any(entry.row.get("purpose") for entry in self._verbs.entries(verb.form)):
            return False
        left = sentence.masked[: verb.start]
        return self._purpose.search(left) is not None and self._status.of(left) is None

    def _object_of(self, sentence: ReadSentence, verb: Verb, entry: Entry) -> re.Match[str] | None:
        """Return the words of a verb and its object, also in "signed on Sunday in Oslo a note"."""
        if entry.object is None:
            return None
        adverbial = self._adverbial.match(sentence.masked, verb.end)
        end = adverbial.end() if adverbial else verb.end
        tally = self._wording.tally.match(sentence.masked, end)
        ends = [verb.end, end, *([tally.end()] if tally else [])]
        if self._grammar.follows_verb or self._grammar.begins_with_verb:
            ends += self._after_subject(sentence, verb)
        matches = (entry.object.match(sentence.text, each) for each in ends)
        return next((match for match in matches if match), None)

    def _after_subject(self, sentence: ReadSentence, verb: Verb) -> list[int]:
        """Return where the subject after a verb ends, and what says when and where after it."""
        subject, _ = self._performers.find(sentence, verb)
        end = end_of(sentence, verb, subject)
        adverbial = self._adverbial.match(sentence.masked, end)
        return [end, adverbial.end() if adverbial else end] if end > verb.end else []

    def _attributive(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Predicate | None:
        """Return a verb of which the noun before it is the object: "a note sent by Norway"."""
        for entry in self._verbs.entries(verb.form):
            if entry.attributes is None:
                continue
            start = verb.start
            performers: list[Entity] = []
            if entry.attributes.is_relative(sentence, verb):
                start, performers = self._performers.find(sentence, verb)
            elif aspect.status == "completed" and entry.attributes.is_reduced(sentence, verb):
                performers = _agents(
                    sentence, self._wording.by_directly.match(sentence.masked, verb.end)
                )
                performers = performers or entry.attributes.owners(sentence, verb)
                aspect = Aspect("completed", is_passive=True)
            if performers and entry.fits(performers):
                around = self._surroundings.of(sentence, verb, verb.end)
                if around.day is None and not entry.row.get("vote"):
                    continue  # Without a day it is background: "sanctions imposed by Norway".
                return Predicate(
                    sentence, verb, entry, aspect, start, performers, [], verb.end, around
                )
        return None

    def _passive(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Predicate | None:
        performers = _agents(sentence, self._wording.by.match(sentence.masked, verb.end))
        before = [m for m in sentence.mentions if m.end <= verb.start and m.kind in ACTORS]
        subject = self._grammar.subject_of_act(sentence, verb, [])
        objects = sentence.actors_of(before[-1]) if before else []
        objects = performers_of(sentence, subject) if subject else objects
        for entry in sorted(self._verbs.entries(verb.form), key=lambda each: each.object is None):
            to = self._wording.to.match(sentence.masked, verb.end)
            if not performers and entry.row.get("agents") == "to":
                performers = _agents(sentence, to)
                if to and performers and performers[0].kind == "state":
                    continue  # "The ambassador was summoned to Oslo": by his or her own state.
            if not performers and entry.row.get("agents") == "from":
                performers = _agents(
                    sentence, self._wording.origin.match(sentence.masked, verb.end)
                )
            is_object = (
                entry.object is None
                or entry.object.search(sentence.text, 0, verb.start)
                or (
                    "object" in entry.row.get("target", ())
                    and entry.object.match(sentence.text, verb.end)
                )
            )
            if is_object and not performers and entry.row.get("owned"):
                performers = _owners(sentence, verb, entry)
            if is_object and (not performers or entry.fits(performers)):
                around = self._surroundings.of(sentence, verb, verb.end)
                return Predicate(
                    sentence, verb, entry, aspect, 0, performers, objects, verb.end, around
                )
        return None

    def _direct_objects(self, sentence: ReadSentence, start: int) -> tuple[list[Entity], int]:
        """Return the actors that directly follow a verb, and where they end."""
        match = self._wording.direct.match(sentence.masked, start)
        mention = sentence.mention_at(match.end()) if match else None
        if mention is None or mention.kind == "adjective":
            return [], start
        joined = joined_after(sentence, mention)
        if joined[-1].kind == "person" and _POSSESSIVE.match(sentence.masked, joined[-1].end):
            return [], start  # "received Ann Lee's letter"
        return sentence.actors_of(*joined), joined[-1].end


def _form(words: str) -> str:
    """Return a verb as it is in the lexicon, without a day within it."""
    return as_listed(" ".join(word for word in words.split() if word[0] != _DAY))


def _owners(sentence: ReadSentence, verb: Verb, entry: Entry) -> list[Entity]:
    """Return the EU from "The EU's package of sanctions was adopted"."""
    noun = entry.object.search(sentence.text, 0, verb.start) if entry.object else None
    owner = _OWNER.search(sentence.masked, 0, noun.end()) if noun else None
    mention = sentence.mention_at(owner.start("actor")) if owner else None
    return performers_of(sentence, mention) if mention else []


def _agents(sentence: ReadSentence, match: re.Match[str] | None) -> list[Entity]:
    mention = sentence.mention_at(match.end()) if match else None
    return agents_of(sentence, mention) if mention else []
