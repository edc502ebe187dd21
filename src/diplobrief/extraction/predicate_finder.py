"""Finds the verbs of a table of the lexicon, each with who performs it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clause_before import clause_before
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.mentions import ACTORS, MASKS
from diplobrief.extraction.performers import performer_finder_of
from diplobrief.extraction.predicate_agents import (
    agents_at,
    direct_objects,
    form_of,
    object_of,
    owners_of_agent,
    owners_of_object,
)
from diplobrief.extraction.predicate_aspects import PredicateAspects
from diplobrief.extraction.predicate_wording import predicate_wording_of
from diplobrief.extraction.predicates import Predicate, end_of
from diplobrief.extraction.verb_surroundings import VerbSurroundings
from diplobrief.extraction.verb_table import VerbTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_DAY: Final = MASKS["day"]
_AHEAD: Final = frozenset({"scheduled", "expected"})
_IN_NAME: Final = re.compile(r"[^\W_][’']?\s\Z|[\ue000-\ue00f]\s\Z")
_DECIDED: Final = Aspect("completed")
_PAST: Final = frozenset({"past", "participle"})


class PredicateFinder:
    """Finds the verbs of a table of the lexicon with their actors.

    Args:
        lexicon: The lexicon of the language.
        rows: The rows of the table.
        deciding: Words before an infinitive for something that was decided: "decided to".
    """

    def __init__(
        self,
        lexicon: Lexicon,
        rows: Sequence[Mapping[str, Any]],
        deciding: Sequence[str] = (),
    ) -> None:
        self._aspects = PredicateAspects(lexicon, deciding)
        self._grammar = grammar_of(lexicon)
        self._performers = performer_finder_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)
        self._wording = predicate_wording_of(lexicon)
        self._verbs = VerbTable(lexicon, rows)
        self._surroundings = VerbSurroundings(lexicon, self._verbs)

    def find(self, sentence: ReadSentence) -> Iterator[Predicate]:
        """Yield the verbs of a sentence that somebody performs."""
        for match in self._verbs.pattern.finditer(sentence.masked, sentence.words):
            verb = Verb(*match.span(), form_of(match[0]))
            is_noun = self._wording.after_preposition.search(sentence.masked, 0, verb.start)
            if is_noun and self._verbs.tenses(verb.form) == {"present"}:
                continue  # "after talks with"
            if not any(entry.may_be_in(sentence) for entry in self._verbs.entries(verb.form)):
                continue
            found = self._predicate(sentence, verb)
            if found is not None:
                yield found

    def _predicate(self, sentence: ReadSentence, verb: Verb) -> Predicate | None:
        tenses, entries = self._verbs.tenses(verb.form), self._verbs.entries(verb.form)
        if sentence.masked[verb.start].isupper():
            if "gerund" not in tenses:
                return self._opening(sentence, verb) if verb.start == 0 else None
            if _IN_NAME.search(sentence.masked, 0, verb.start):
                return None  # "the 3rd Lake Ministers Meeting"
        verb, aspect = self._aspects.of(sentence, verb, entries, tenses)
        if aspect.status is None or self._circumstances.is_open(sentence, verb.start):
            return None
        if aspect.is_passive and any(entry.row.get("with_be") for entry in entries):
            # "est arrivé": some verbs have their perfect with "be".
            aspect = replace(aspect, is_passive=False)
        if self._grammar.has_verb_last:
            return self._at_end(sentence, verb, aspect)
        if aspect.is_passive or self._is_reduced(sentence, verb, aspect):
            found = self._passive(sentence, verb, replace(aspect, is_passive=True))
            # "the envoy appointed by Norway": without a day, it is background.
            return found if aspect.is_passive or (found and found.circumstances.day) else None
        if any(entry.row.get("of_object") for entry in entries):
            return self._of_object(sentence, verb, aspect)
        is_noun = self._wording.before_noun.search(sentence.masked[: verb.start])
        depends = aspect.is_dependent or aspect.is_purpose
        if aspect.status == "completed" and is_noun and not depends:
            return None
        return self._active(sentence, verb, aspect) or self._attributive(sentence, verb, aspect)

    def _is_reduced(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> bool:
        """Whether a verb is in the passive and describes a person: "the envoy named by Norway"."""
        if aspect != Aspect("completed") or self._verbs.tenses(verb.form).isdisjoint(_PAST):
            return False
        is_of_person = any(entry.object is None for entry in self._verbs.entries(verb.form))
        return is_of_person and self._wording.by_body.match(sentence.masked, verb.end) is not None

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
        is_own = self._wording.own.match(sentence.text, verb.end) is not None
        ends = self._ends_before_object(sentence, verb)
        entries = [
            (entry, match.end() if match else verb.end)
            for entry in self._verbs.entries(verb.form)
            if entry.beside is None or entry.beside.search(sentence.text, verb.start)
            for match in [object_of(sentence, entry, ends)]
            if (match or entry.object is None) and not (is_own and entry.row.get("not_own"))
        ]
        if aspect.is_purpose and not aspect.is_dependent:
            entries = [each for each in entries if each[0].row.get("purpose")]
        # A row with an object comes before one with the verb alone: "suspended its aid".
        entries.sort(key=lambda each: each[0].object is None)
        if not entries:
            return None
        start, performers = self._performers.find(sentence, verb, is_purpose=aspect.is_purpose)
        if aspect.caused_from is not None:
            actor = sentence.mention_at(aspect.caused_from)
            start, performers = verb.start, performers_of(sentence, actor) if actor else []
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
        objects, object_end = direct_objects(
            sentence, self._wording.direct, end_of(sentence, verb, start)
        )
        entry, end = fitting
        is_present = self._verbs.tenses(verb.form) == {"present"}
        if entry.row.get("no_noun") and is_present and not objects:
            return None  # "new sanctions in May"
        end = max(end, object_end)
        around = self._surroundings.of(sentence, verb, end, is_ahead=aspect.status in _AHEAD)
        if aspect.is_purpose and (around.day is None or entry.row.get("day_of_object")):
            # "summoned the envoy on Monday to lodge a protest"
            days = [day for day in sentence.unquoted_days if start < day.start < verb.start]
            around.day = days[0] if len(days) == 1 else around.day
        first = min(start, verb.start)
        return Predicate(
            sentence, verb, entry, aspect, first, performers, objects, end, around, start
        )

    def _ends_before_object(self, sentence: ReadSentence, verb: Verb) -> Iterable[int]:
        """Return where a verb may end before its object: "signed on Sunday in Oslo a note"."""
        adverbial = self._wording.adverbial.match(sentence.masked, verb.end)
        end = adverbial.end() if adverbial else verb.end
        tally = self._wording.tally.match(sentence.masked, end)
        ends = [verb.end, end, *([tally.end()] if tally else [])]
        if self._grammar.follows_verb or self._grammar.begins_with_verb:
            ends += self._after_subject(sentence, verb)
        return dict.fromkeys(ends)

    def _after_subject(self, sentence: ReadSentence, verb: Verb) -> list[int]:
        """Return where the subject after a verb may end, without and with a place or time."""
        subject, _ = self._performers.find(sentence, verb)
        end = end_of(sentence, verb, subject)
        adverbial = self._wording.adverbial.match(sentence.masked, end)
        return [end, adverbial.end() if adverbial else end] if end > verb.end else []

    def _attributive(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Predicate | None:
        """Return a verb whose object is the noun before it: "a note sent by Norway"."""
        for entry in self._verbs.entries(verb.form):
            if entry.attributes is None:
                continue
            start = verb.start
            performers: list[Entity] = []
            if entry.attributes.is_relative(sentence, verb):
                start, performers = self._performers.find(sentence, verb)
            elif aspect.status == "completed" and entry.attributes.is_reduced(sentence, verb):
                performers = agents_at(
                    sentence, self._wording.by_directly.match(sentence.masked, verb.end)
                )
                performers = performers or entry.attributes.owners(sentence, verb)
                aspect = Aspect("completed", is_passive=True)
            if performers and entry.fits(performers):
                around = self._surroundings.of(sentence, verb, verb.end)
                if around.day is None and not (entry.row.get("vote") or entry.row.get("undated")):
                    continue  # Without a day it is background: "sanctions imposed by Norway".
                return Predicate(
                    sentence, verb, entry, aspect, start, performers, [], verb.end, around
                )
        return None

    def _passive(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Predicate | None:
        performers = agents_at(sentence, self._wording.by.match(sentence.masked, verb.end))
        before = [m for m in sentence.mentions if m.end <= verb.start and m.kind in ACTORS]
        subject = self._grammar.subject_of_act(sentence, verb, [])
        objects = sentence.actors_of(before[-1]) if before else []
        objects = performers_of(sentence, subject) if subject else objects
        for entry in sorted(self._verbs.entries(verb.form), key=lambda each: each.object is None):
            to = self._wording.to.match(sentence.masked, verb.end)
            if not performers and entry.row.get("agents") == "to":
                performers = agents_at(sentence, to)
                if to and performers and performers[0].kind == "state":
                    continue  # "The ambassador was summoned to Oslo": by his or her own state.
            if not performers and entry.row.get("agents") == "from":
                performers = agents_at(
                    sentence, self._wording.origin.match(sentence.masked, verb.end)
                )
            by_its_noun = owners_of_agent(sentence, verb, entry)
            performers = performers or by_its_noun
            is_object = (
                entry.object is None
                or bool(by_its_noun)
                or entry.object.search(sentence.text, sentence.words, 0, verb.start)
                or (
                    "object" in entry.row.get("target", ())
                    and entry.object.match(sentence.text, sentence.words, verb.end)
                )
            )
            if is_object and not performers and entry.row.get("owned"):
                performers = owners_of_object(sentence, verb, entry)
            if is_object and (not performers or entry.fits(performers)):
                around = self._surroundings.of(sentence, verb, verb.end)
                return Predicate(
                    sentence, verb, entry, aspect, 0, performers, objects, verb.end, around
                )
        return None

    def _of_object(self, sentence: ReadSentence, verb: Verb, aspect: Aspect) -> Predicate | None:
        """Return an active verb whose subject is its logical object: "the draft failed"."""
        subject = self._grammar.subject_of_act(sentence, verb, [])
        if subject and not self._grammar.preposition.search(sentence.masked, 0, subject.start):
            return None
        for entry in self._verbs.entries(verb.form):
            if entry.object is not None and entry.object.search(
                sentence.text, sentence.words, 0, verb.start
            ):
                around = self._surroundings.of(sentence, verb, verb.end)
                is_owned = entry.row.get("owned")
                owners = owners_of_object(sentence, verb, entry) if is_owned else []
                return Predicate(sentence, verb, entry, aspect, 0, owners, [], verb.end, around)
        return None

    def _opening(self, sentence: ReadSentence, verb: Verb) -> Predicate | None:
        """Return a participle before its subject: "Appointed by Norway in May, Berg said"."""
        performers = agents_at(sentence, self._wording.by_directly.match(sentence.masked, verb.end))
        subject = self._performers.after_opening(sentence)
        objects = performers_of(sentence, subject) if subject else []
        aspect = Aspect("completed", is_passive=True)
        for entry in self._verbs.entries(verb.form):
            if entry.object is None and performers and entry.fits(performers):
                around = self._surroundings.of(sentence, verb, verb.end)
                return Predicate(
                    sentence, verb, entry, aspect, 0, performers, objects, verb.end, around
                )
        return None
