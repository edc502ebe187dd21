"""Finds the actors that the mentions of a page refer to, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.bodies import BodyResolver
from diplobrief.extraction.actors.letterhead import home_of, issuer_of
from diplobrief.extraction.actors.memory import Memory
from diplobrief.extraction.actors.offices import OfficeResolver
from diplobrief.extraction.actors.pairs import PairResolver
from diplobrief.extraction.actors.people import PeopleResolver
from diplobrief.extraction.actors.places import Places
from diplobrief.extraction.actors.surnames import Surnames
from diplobrief.extraction.actors.topics import Topics
from diplobrief.extraction.actors.unnamed import UnnamedResolver
from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions import MASKS, Mention
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.extraction.actors.entity import Entity
    from diplobrief.extraction.actors.registry import Registry
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_FEWEST_SPACES: Final = 2
_MOST_PLACES: Final = 8
_LONGEST_CHAIN: Final = 4
"""The most links from a person to the person's state: spokesperson, ministry, state."""


class _Wording:
    """Patterns for the words around mentions, in a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.and_: re.Pattern[str] = re.compile(rf"\s{lexicon.before('and')}")
        self.of: re.Pattern[str] = re.compile(rf"\s{lexicon.before('of')}$")
        article = lexicon.optional("articles")
        before_no_subject = lexicon.before("before_no_subject")
        self.preposition: re.Pattern[str] = re.compile(
            rf"(?<!\w){before_no_subject}{article}(?:\w+\s+)?$", re.IGNORECASE
        )
        self.personal: re.Pattern[str] = re.compile(
            lexicon.before("possessives_of_people"), re.IGNORECASE
        )
        # "The text was ready, he told reporters": the speaker comes after the statement.
        adverb = word_like_adverb(lexicon)
        auxiliary = alternatives([*lexicon.words("before_a_verb"), *lexicon.grammar["adverbs"]])
        people = f"[{MASKS['unnamed']}{MASKS['person']}{MASKS['office']}]"
        circumstance = lexicon.before("before_circumstances")
        self.says_at_end: re.Pattern[str] = re.compile(
            rf"\s+(?:(?:{auxiliary}|{adverb})\s+){{0,2}}{alternatives(lexicon.sayings)}{AFTER}"
            rf"(?:\s*[.,;:]|\s*$|\s+(?:{people}|{MASKS['day']}|{circumstance}))"
        )


@cache
def _wording_of(lexicon: Lexicon) -> _Wording:
    return _Wording(lexicon)


class Resolver:
    """Resolves the mentions of a page to its actors.

    Args:
        sentences: The sentences of the page; the actors of their mentions are added to them.
        lexicon: The lexicon of its language.
        place: The place in its dateline, if it has one.
    """

    def __init__(
        self, sentences: Sequence[ReadSentence], lexicon: Lexicon, place: str | None = None
    ) -> None:
        self._memory = Memory(lexicon)
        self.registry: Registry = self._memory.registry
        self._wording = _wording_of(lexicon)
        for sentence in sentences:
            for mention in sentence.mentions:
                self._memory.count(mention)
        if (issuer := issuer_of(sentences, lexicon)) is not None:
            self._memory.issuer = self.party(issuer)
        elif place and (home := home_of(place, lexicon)) is not None:
            self._memory.home = self.state(home)
        surnames = Surnames(sentences, lexicon)
        for sentence in sentences:
            sentence.add_mentions([*surnames.mentions(sentence)])
        self._places = Places(lexicon)
        self._bodies = BodyResolver(lexicon, self._memory)
        self._people = PeopleResolver(lexicon, self._memory, self._bodies, surnames.full_names)
        unnamed = UnnamedResolver(lexicon, self._memory, self._bodies)
        pairs = PairResolver(lexicon, self._memory, unnamed)
        offices = OfficeResolver(lexicon, self._memory, self._bodies, unnamed, pairs)
        self._by_kind: dict[str, Callable[[Mention], list[Entity]]] = {
            "state": self._bodies.state,
            "adjective": self._bodies.state,
            "organization": self._bodies.organization,
            "organ": self._bodies.organ,
            "person": self._people.person,
            "office": offices.office,
            "unnamed": unnamed.described,
            "pronoun": self._people.pronoun,
            "both": pairs.both,
            "document": self._bodies.of_document,
        }
        topics = Topics(lexicon)
        for sentence in sentences:
            topics.start(sentence)
            self._resolve(sentence)
            topics.end(sentence)

    def state(self, code: str) -> Entity:
        """Return the state with a code."""
        return self.registry.state(code)

    def party(self, owner: str) -> Entity:
        """Return the state or the organization that the name of a treaty contains."""
        kind, _, key = owner.rpartition(":")
        return self.registry.body(key) if kind else self.state(owner)

    def two_states(self) -> list[Entity]:
        """Return the two states that the page is about, if it is about no other."""
        return self._memory.two_states_of_page()

    def home_of_parliament(self) -> Entity | None:
        """Return the state of the only parliament of the page, or else that the page is about."""
        codes = self._memory.with_parliament
        return self.state(next(iter(codes))) if len(codes) == 1 else self._memory.state_of_page()

    def main_state(self, other: Entity) -> Entity | None:
        """Return the state that the page is most about, other than a given one."""
        return self._memory.main_state(other)

    def speaker(self, label: str) -> Entity:
        """Return the speaker of a transcript that a label names."""
        return self._people.labelled(label)

    def _resolve(self, sentence: ReadSentence) -> None:
        memory = self._memory
        previous: Mention | None = None
        before = memory.last_person
        has_topic = False
        memory.first_person = memory.place = None
        for number, mention in enumerate(sentence.mentions):
            memory.place = self._place(sentence, number)
            memory.is_at_home = not self._places.is_of_something(sentence, mention)
            if mention.kind == "treaty":
                for owner in (mention.owner or "").split():
                    self._add_place(sentence, mention, self.party(owner))
                continue
            is_quoted = sentence.masked[mention.start] == MASKS["quotation"]
            speaks_at_end = self._speaks_at_end(sentence, mention)
            if speaks_at_end and before is not None:
                # "Norway's president signed it, he added": the one who spoke before.
                self._memory.last_person = before
            actors = self._actors(sentence, mention, previous, is_quoted=is_quoted)
            sentence.actors[mention.start] = actors
            self._remember_pair(sentence, previous, mention)
            previous = mention
            has_topic = has_topic or self._begins_topic(sentence, mention, actors)
            for entity in actors:
                self._add_place(sentence, mention, entity)
                if mention.kind not in {"pronoun", "both"} and not is_quoted:
                    self.registry.mentioned(entity)
            is_one_person = len(actors) == 1 and actors[0].is_individual and not is_quoted
            if is_one_person and (memory.first_person is None or speaks_at_end):
                memory.first_person = actors[0]
            if memory.first_person is not None:
                # Within a sentence and after it, "he" is usually its first person.
                memory.last_person = memory.first_person
        if sentence.sentence.block.is_heading:
            # "the envoy" is the one whom the text calls so, and not the one in a headline.
            self._memory.unnamed.clear()
        self._remember_several(sentence)

    def _place(self, sentence: ReadSentence, number: int) -> Entity | None:
        """Return the state in which the sentence says that a body acts: "In Oslo, the cabinet"."""
        code = self._places.code_around(sentence, number)
        if code is not None:
            return self.state(code)
        is_apart = self._places.are_apart(sentence, sentence.mentions[number])
        return None if is_apart else self._memory.place

    def _remember_pair(self, sentence: ReadSentence, one: Mention | None, two: Mention) -> None:
        """Remember two actors for "they": "Berg and Lee will discuss it when they meet"."""
        kinds = {one.kind, two.kind} if one is not None else set[str]()
        is_subject = one is sentence.mentions[0] and kinds <= {"state", "organization"}
        if one is None or not (kinds == {"person"} or is_subject):
            return
        is_quoted = sentence.masked[two.start] == MASKS["quotation"]
        if not is_quoted and self._wording.and_.fullmatch(sentence.masked, one.end, two.start):
            self._memory.they = sentence.actors_of(one, two)

    def _begins_topic(
        self, sentence: ReadSentence, mention: Mention, actors: Sequence[Entity]
    ) -> bool:
        """Whether a sentence is about a body. If so, the body is remembered, for "it"."""
        is_body = mention.kind in {"state", "organization", "organ"} and not mention.is_plural
        if not (is_body and actors):
            return False
        is_quoted = sentence.masked[mention.start] == MASKS["quotation"]
        if is_quoted or self._wording.preposition.search(sentence.masked, 0, mention.start):
            return False
        self._memory.topic = actors[0]
        return True

    def _speaks_at_end(self, sentence: ReadSentence, mention: Mention) -> bool:
        """Whether a mention is of a speaker who is named after the statement."""
        if mention.kind not in {"pronoun", "office", "person", "unnamed"}:
            return False
        left = sentence.masked[: mention.start].rpartition(": ")
        if left[0] or not left[2].rstrip().endswith(",") or left[2].count(" ") < _FEWEST_SPACES:
            return False
        return self._wording.says_at_end.match(sentence.masked, mention.end) is not None

    def _actors(
        self, sentence: ReadSentence, mention: Mention, previous: Mention | None, *, is_quoted: bool
    ) -> list[Entity]:
        """Return the actors of a mention. Those in a quotation do not change who "he" refers to."""
        memory = self._memory
        if is_quoted and mention.kind == "pronoun":
            return []
        last_person, they = memory.last_person, memory.they
        if self._wording.personal.match(sentence.text, mention.start):
            mention = self._of_last_person(mention)
        actors = self._by_kind[mention.kind](mention)
        if previous is not None and mention.kind == previous.kind == "organ":
            actors = self._bodies.in_apposition(sentence, previous, mention, actors)
        if mention.kind == "both" and self._wording.of.search(sentence.masked, 0, mention.start):
            # "the leaders of the two states": "they" are the leaders.
            memory.they = they
        if is_quoted:
            memory.last_person = last_person
        return actors

    def _of_last_person(self, mention: Mention) -> Mention:
        """Return an office with the state of the person before it: "her foreign minister"."""
        last = self._memory.last_person
        is_free = mention.kind == "person" and mention.office and not mention.owner
        if not is_free or mention.code or last is None or last.state is None:
            return mention
        return replace(mention, code=last.state.code)

    @staticmethod
    def _add_place(sentence: ReadSentence, mention: Mention, entity: Entity) -> None:
        """Keep the places of the first mentions of an actor, and of what it belongs to."""
        base = sentence.sentence.start
        place = (sentence.sentence.block, base + mention.start, base + mention.end)
        above: Entity | None = entity
        for _ in range(_LONGEST_CHAIN):
            if above is None:
                return
            if len(above.places) < _MOST_PLACES:
                above.places.append(place)
            above = above.of or above.represents

    def _remember_several(self, sentence: ReadSentence) -> None:
        """Remember to whom "they" and "both" refer after a sentence."""
        persons = (mention for mention in sentence.mentions if mention.kind == "person")
        people = [*dict.fromkeys(sentence.actors_of(*persons))]
        states = self._joined_states(sentence)
        unnamed = (
            mention
            for mention in sentence.mentions
            if mention.kind == "unnamed" and sentence.masked[mention.start] == MASKS["unnamed"]
        )
        crowds = [each for each in sentence.actors_of(*unnamed) if each.name.endswith("s")]
        if len(people) > 1:
            self._memory.they = people[:2]
        elif crowds:
            self._memory.they = crowds[:1]
        elif states:
            self._memory.they = states

    def _joined_states(self, sentence: ReadSentence) -> list[Entity]:
        """Return the states that a sentence names together: "Norway and Sweden"."""
        states = [mention for mention in sentence.mentions if mention.kind == "state"]
        for one, two in pairwise(states):
            is_first = one is sentence.mentions[0]
            if is_first and self._wording.and_.fullmatch(sentence.masked, one.end, two.start):
                return sentence.actors_of(one, two)
        return []
