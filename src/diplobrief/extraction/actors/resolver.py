"""To which actor a mention refers, sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.bodies import BodyResolver
from diplobrief.extraction.actors.memory import Memory
from diplobrief.extraction.actors.people import PeopleResolver
from diplobrief.extraction.actors.registry import Registry, folded
from diplobrief.extraction.actors.topics import Topics
from diplobrief.extraction.mentions import MASKS, Mention
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from diplobrief.extraction.actors.entity import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_SHORTEST_SURNAME: Final = 3
_LONGEST_PARTICLE: Final = 8
_FEWEST_SPACES: Final = 2
_LONGEST_CHAIN: Final = 4
"""How far a person may be from the state that it belongs to: spokesperson, ministry, state."""

_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")


class _Wording:
    """Patterns for what is around mentions, in a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        particles = alternatives(
            word.capitalize() for word in lexicon.data["people"]["name_particles"]
        )
        self.particle: re.Pattern[str] = re.compile(rf"(?<!\w){particles}\s\Z")
        self.and_: re.Pattern[str] = re.compile(rf"\s{lexicon.before('and')}")
        self.of: re.Pattern[str] = re.compile(rf"\s{lexicon.before('of')}$")
        article = leading([*lexicon.words("articles"), ""])
        before_no_subject = lexicon.before("before_no_subject")
        self.preposition: re.Pattern[str] = re.compile(
            rf"(?<!\w){before_no_subject}{article}(?:\w+\s+)?$", re.IGNORECASE
        )
        # "The text was ready, he told reporters": the speaker comes after the statement.
        adverb = rf"\w+{alternatives(lexicon.words('adverb_endings'))}"
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
    """

    def __init__(self, sentences: Sequence[ReadSentence], lexicon: Lexicon) -> None:
        self._memory = Memory(lexicon)
        self.registry: Registry = self._memory.registry
        self._forms_of = lexicon.inflection.person
        self._wording = _wording_of(lexicon)
        self._full_names: dict[str, str] = {}
        self._no_names = lexicon.all_verbs | frozenset(lexicon.words("before_a_verb"))
        self._bodies = BodyResolver(lexicon, self._memory)
        self._people = PeopleResolver(lexicon, self._memory, self._bodies, self._full_names)
        self._by_kind: dict[str, Callable[[Mention], list[Entity]]] = {
            "state": self._bodies.state,
            "adjective": self._bodies.state,
            "organization": self._bodies.organization,
            "organ": self._bodies.organ,
            "person": self._people.person,
            "office": self._people.office,
            "unnamed": self._people.unnamed,
            "pronoun": self._people.pronoun,
            "both": self._people.both,
            "document": self._bodies.of_document,
        }
        self._learn(sentences)
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
        """Return the speaker of a transcript that a label stands for."""
        return self._people.labelled(label)

    def _learn(self, sentences: Sequence[ReadSentence]) -> None:
        """Collect full names, so that a surname alone is recognized on the whole page."""
        surnames: set[str] = set()
        alone: set[str] = set()
        for sentence in sentences:
            for mention in sentence.mentions:
                self._memory.count(mention)
                if mention.kind == "person":
                    surname = mention.name.split()[-1]
                    if " " in mention.name:
                        self._full_names.setdefault(folded(surname), mention.name)
                    else:
                        alone.add(folded(surname))
                    if len(surname) >= _SHORTEST_SURNAME:
                        surnames.add(surname)
        self._learn_first_names(alone)
        surnames |= self._names_before_given_names(surnames)
        forms = {form: surname for surname in surnames for form in self._forms_of(surname)}
        if forms:
            for sentence in sentences:
                sentence.add_mentions(
                    [
                        Mention(
                            "person",
                            self._start_of_surname(sentence.masked, word.start()),
                            word.start() + len(form),
                            forms[form],
                        )
                        for word in _WORD.finditer(sentence.masked)
                        for form in {word[0], _POSSESSIVE.sub("", word[0])} & forms.keys()
                    ]
                )

    def _start_of_surname(self, masked: str, start: int) -> int:
        """Return where a surname starts, with a particle in capitals: "De Zela dijo"."""
        particle = self._wording.particle.search(masked, max(0, start - _LONGEST_PARTICLE), start)
        return particle.start() if particle else start

    def _names_before_given_names(self, surnames: Collection[str]) -> set[str]:
        """Return surnames that may be before a given name: "Wang Yi arrived. Wang met Lee."."""
        firsts = Counter(name.split()[0] for name in set(self._full_names.values()))
        names = {
            first
            for first, number in firsts.items()
            if number == 1 and first.isalpha() and first not in surnames
            if len(first) >= _SHORTEST_SURNAME and first.lower() not in self._no_names
        }
        for full_name in [*self._full_names.values()]:
            if full_name.split()[0] in names:
                self._full_names.setdefault(folded(full_name.split()[0]), full_name)
        return names

    def _learn_first_names(self, alone: Collection[str]) -> None:
        """Let names that are used alone stand for full names that begin with them: "Xi said".

        Args:
            alone: The names that are used alone.
        """
        for full_name in [*self._full_names.values()]:
            first = folded(full_name.split()[0])
            if first in alone:
                self._full_names.setdefault(first, full_name)

    def _resolve(self, sentence: ReadSentence) -> None:
        first_person: Entity | None = None
        previous: Mention | None = None
        before = self._memory.last_person
        has_topic = False
        for mention in sentence.mentions:
            if mention.kind == "treaty":
                for owner in (mention.owner or "").split():
                    self._note(sentence, mention, self.party(owner))
                continue
            is_quoted = sentence.masked[mention.start] == MASKS["quotation"]
            speaks_at_end = self._speaks_at_end(sentence, mention)
            if speaks_at_end and before is not None:
                # "Norway's president signed it, he added": the one who spoke before.
                self._memory.last_person = before
            actors = self._actors(sentence, mention, previous, is_quoted=is_quoted)
            previous = mention
            sentence.actors[mention.start] = actors
            has_topic = has_topic or self._begins_topic(sentence, mention, actors)
            for entity in actors:
                self._note(sentence, mention, entity)
                if mention.kind not in {"pronoun", "both"} and not is_quoted:
                    self.registry.mentioned(entity)
            is_one_person = len(actors) == 1 and actors[0].is_individual and not is_quoted
            if is_one_person and (first_person is None or speaks_at_end):
                first_person = actors[0]
            if first_person is not None:
                # Within a sentence and after it, "he" is rather its first person than its last.
                self._memory.last_person = first_person
        if sentence.sentence.block.is_heading:
            # "the envoy" is who the text calls so, and not who a headline does.
            self._memory.unnamed.clear()
        self._remember_several(sentence)

    def _begins_topic(
        self, sentence: ReadSentence, mention: Mention, actors: Sequence[Entity]
    ) -> bool:
        """Whether a body is what a sentence is about; it is remembered, for "it"."""
        if mention.kind not in {"state", "organization", "organ"} or not actors:
            return False
        is_quoted = sentence.masked[mention.start] == MASKS["quotation"]
        if is_quoted or self._wording.preposition.search(sentence.masked, 0, mention.start):
            return False
        self._memory.topic = actors[0]
        return True

    def _speaks_at_end(self, sentence: ReadSentence, mention: Mention) -> bool:
        """Whether a mention is of somebody who speaks, after the statement."""
        if mention.kind not in {"pronoun", "office", "person", "unnamed"}:
            return False
        left = sentence.masked[: mention.start].rpartition(": ")
        if left[0] or not left[2].rstrip().endswith(",") or left[2].count(" ") < _FEWEST_SPACES:
            return False
        return self._wording.says_at_end.match(sentence.masked, mention.end) is not None

    def _actors(
        self, sentence: ReadSentence, mention: Mention, previous: Mention | None, *, is_quoted: bool
    ) -> list[Entity]:
        """Return the actors of a mention. Those in a quotation do not change who "he" is."""
        memory = self._memory
        if is_quoted and mention.kind == "pronoun":
            return []
        last_person, they = memory.last_person, memory.they
        actors = self._by_kind[mention.kind](mention)
        if previous is not None and mention.kind == previous.kind == "organ":
            actors = self._bodies.in_apposition(sentence, previous, mention, actors)
        if mention.kind == "both" and self._wording.of.search(sentence.masked, 0, mention.start):
            # "the leaders of the two states": "they" are the leaders.
            memory.they = they
        if is_quoted:
            memory.last_person = last_person
        return actors

    @staticmethod
    def _note(sentence: ReadSentence, mention: Mention, entity: Entity) -> None:
        """Keep the place of the first mention of an actor, and of what it belongs to."""
        base = sentence.sentence.start
        place = (sentence.sentence.block, base + mention.start, base + mention.end)
        above: Entity | None = entity
        for _ in range(_LONGEST_CHAIN):
            if above is None:
                return
            above.first = above.first or place
            above = above.of or above.represents

    def _remember_several(self, sentence: ReadSentence) -> None:
        """Remember to whom "they" and "both" refer after a sentence."""
        people = [
            *dict.fromkeys(
                entity
                for mention in sentence.mentions
                if mention.kind == "person"
                for entity in sentence.actors.get(mention.start, [])
            )
        ]
        states = self._joined_states(sentence)
        crowds = [
            entity
            for mention in sentence.mentions
            if mention.kind == "unnamed" and sentence.masked[mention.start] == MASKS["unnamed"]
            for entity in sentence.actors.get(mention.start, [])
            if entity.name.endswith("s")
        ]
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
                return [*sentence.actors.get(one.start, []), *sentence.actors.get(two.start, [])]
        return []
