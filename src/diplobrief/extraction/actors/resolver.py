"""To which actor a mention refers, sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.entity import LEGISLATURES, Entity
from diplobrief.extraction.actors.registry import Registry, folded
from diplobrief.extraction.mentions import MASKS, Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import ReadSentence

_OF_A_STATE: Final = LEGISLATURES | {"government", "court", "ministry"}
_APPOSITION: Final = re.compile(r"(?:\s*\(|,?\s+of\s+parliament)?,?\s*(?:the\s+)?")
_OF: Final = re.compile(r"\s+of\s+(?:the\s+)?")
_SHORTEST_SURNAME: Final = 3
_LONGEST_CHAIN: Final = 4
"""How far a person may be from the state that it belongs to: spokesperson, ministry, state."""

_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")


class Resolver:
    """Resolves the mentions of a page to its actors.

    Args:
        sentences: The sentences of the page; the actors of their mentions are added to them.
        lexicon: The lexicon of its language.
    """

    def __init__(self, sentences: Sequence[ReadSentence], lexicon: Lexicon) -> None:
        people = lexicon.data["people"]
        self.registry: Registry = Registry(lexicon)
        self._national_offices = frozenset(people["national_offices"])
        self._people_in_pairs = frozenset(
            word for noun in people["both_people"] for word in noun.split()
        )
        self._offices_of_states = frozenset(people.get("offices_of_states", ()))
        self._any_people = frozenset(people.get("any_people", ()))
        self._articles = frozenset(lexicon.words("articles"))
        self._legislators = re.compile("|".join(people["legislators"]), re.IGNORECASE)
        self._backward = frozenset(people["offices_that_refer_back"])
        self._kinds_of_bodies: dict[str, str] = lexicon.data["bodies"]["reference_types"]
        self._forms_of = lexicon.inflection.person
        self._is_head_first = lexicon.is_head_first
        self._plural_pronouns = frozenset(people["plural_pronouns"])
        self._thing_pronouns = frozenset(people["thing_pronouns"])
        self._possessives = frozenset(lexicon.words("possessives"))
        self._full_names: dict[str, str] = {}
        self._salience: Counter[str] = Counter()
        self._with_parliament: set[str] = set()
        self._last_person: Entity | None = None
        self._last_body: Entity | None = None
        self._last_state: Entity | None = None
        self._they: list[Entity] = []
        self._by_kind: dict[str, Callable[[Mention], list[Entity]]] = {
            "state": self._state,
            "adjective": self._state,
            "organization": self._organization,
            "organ": self._organ,
            "person": self._person,
            "office": self._office,
            "unnamed": self._unnamed,
            "pronoun": self._pronoun,
            "both": self._both,
            "document": self._document,
        }
        self._learn(sentences)
        for sentence in sentences:
            self._resolve(sentence)

    def state(self, code: str) -> Entity:
        """Return the state with a code."""
        return self.registry.state(code)

    def party(self, owner: str) -> Entity:
        """Return the state or the organization that the name of a treaty contains."""
        kind, _, key = owner.rpartition(":")
        return self.registry.body(key) if kind else self.state(owner)

    def two_states(self) -> list[Entity]:
        """Return the two states that the page is about, if it is about no other."""
        counts = [*self._salience.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
        (first, _), (second, number), (_, third) = counts
        return [self.state(first), self.state(second)] if number >= max(2, 2 * third) else []

    def main_state(self, other: Entity) -> Entity | None:
        """Return the state that the page is most about, other than a given one."""
        codes = (code for code, _ in self._salience.most_common(2) if code != other.code)
        code = next(codes, None)
        return None if code is None else self.state(code)

    def named(self, label: str) -> Entity:
        """Return the unnamed speaker of a transcript that a label stands for."""
        return self.registry.unnamed(label)

    def _learn(self, sentences: Sequence[ReadSentence]) -> None:
        """Collect full names, so that a surname alone is recognized on the whole page."""
        surnames: set[str] = set()
        for sentence in sentences:
            for mention in sentence.mentions:
                if mention.kind in {"state", "adjective", "organ"} and mention.code:
                    self._salience[mention.code] += 1
                if mention.kind == "organ" and mention.code and mention.type in LEGISLATURES:
                    self._with_parliament.add(mention.code)
                if mention.kind == "person":
                    surname = mention.name.split()[-1]
                    if " " in mention.name:
                        self._full_names.setdefault(folded(surname), mention.name)
                    if len(surname) >= _SHORTEST_SURNAME:
                        surnames.add(surname)
        forms = {form: surname for surname in surnames for form in self._forms_of(surname)}
        if forms:
            for sentence in sentences:
                sentence.add_mentions(
                    [
                        Mention("person", word.start(), word.start() + len(form), forms[form])
                        for word in _WORD.finditer(sentence.masked)
                        for form in {word[0], _POSSESSIVE.sub("", word[0])} & forms.keys()
                    ]
                )

    def _resolve(self, sentence: ReadSentence) -> None:
        first_person: Entity | None = None
        previous: Mention | None = None
        for mention in sentence.mentions:
            if mention.kind == "treaty":
                for owner in (mention.owner or "").split():
                    self._note(sentence, mention, self.party(owner))
                continue
            actors = self._by_kind[mention.kind](mention)
            if previous is not None and mention.kind == previous.kind == "organ":
                actors = self._in_apposition(sentence, previous, mention, actors)
            previous = mention
            sentence.actors[mention.start] = actors
            for entity in actors:
                self._note(sentence, mention, entity)
                self.registry.mentioned(entity)
            is_one_person = [entity.kind for entity in actors] == ["person"]
            first_person = first_person or (actors[0] if is_one_person else None)
            if first_person is not None:
                # Within a sentence and after it, "he" is rather its first person than its last.
                self._last_person = first_person
        self._remember_several(sentence)

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
        mentioned = {
            kind: [
                entity
                for mention in sentence.mentions
                if mention.kind == kind
                for entity in sentence.actors.get(mention.start, [])
            ]
            for kind in ("person", "unnamed")
        }
        people = [*dict.fromkeys(mentioned["person"])]
        states = _joined_states(sentence)
        crowds = [
            entity
            for mention in sentence.mentions
            if mention.kind == "unnamed" and sentence.masked[mention.start] == MASKS["unnamed"]
            for entity in sentence.actors.get(mention.start, [])
            if entity.name.endswith("s")
        ]
        if len(people) > 1:
            self._they = people[:2]
        elif crowds:
            self._they = crowds[:1]
        elif states:
            self._they = states

    def _state(self, mention: Mention) -> list[Entity]:
        state = self.state(mention.code or "")
        if mention.kind == "state":
            self._last_body = self._last_state = state
            if not mention.is_capital:
                state.other_names.append(mention.name)
        return [state]

    def _organization(self, mention: Mention) -> list[Entity]:
        entity = self.registry.organization(mention.name, mention.owner, mention.type)
        self._last_body = entity
        return [entity]

    def _organ(self, mention: Mention) -> list[Entity]:
        if mention.type == "reference":
            return self._body_called(mention.name)
        entity = self.registry.organ(mention, self._owner_of(mention))
        self._last_body = entity
        self._last_state = entity.state or self._last_state
        if entity.type in LEGISLATURES:
            self._they = [entity]
        return [entity]

    def _owner_of(self, mention: Mention) -> Entity | None:
        if mention.owner:
            return self.registry.body(mention.owner)
        if mention.code:
            return self.state(mention.code)
        is_common = mention.name[:1].islower()
        if not (mention.is_plural or is_common or mention.type in _OF_A_STATE):
            return None
        if not is_common:
            named = (e for e in self.registry.latest("organ") if e.name == mention.name and e.of)
            known = next(named, None)
            if known is not None and known.of is not None:
                return known.of
        nearest = self._last_body.state if self._last_body else None
        if nearest is None and mention.type in _OF_A_STATE:
            with_others = self._with_parliament if mention.type in LEGISLATURES else ()
            codes = [code for code, _ in self._salience.most_common(4) if code not in with_others]
            nearest = self.state(codes[0]) if codes else None
        return nearest

    def _in_apposition(
        self, sentence: ReadSentence, first: Mention, second: Mention, actors: list[Entity]
    ) -> list[Entity]:
        """Join two organs next to each other: "the lower house, the State Duma,"."""
        before = sentence.actors.get(first.start, [])
        if not before or not actors or before[0] is actors[0]:
            return actors
        one, two = before[0], actors[0]
        between = sentence.masked[first.end : second.start]
        if _OF.fullmatch(between) and two.type == "legislature":
            one.of = one.of or two.of
            self.registry.forget(two)
            return before
        are_alike = one.type == two.type or {one.type, two.type} <= LEGISLATURES
        are_apart = one.of is not None and two.of is not None and one.of is not two.of
        if not are_alike or are_apart or not _APPOSITION.fullmatch(between):
            return actors
        self.registry.join(two, one)
        return before

    def _body_called(self, noun: str) -> list[Entity]:
        """Return the latest body that a noun may refer to: "the committee"."""
        word = noun.lower()
        for entity in self.registry.latest("organ", "organization", "group"):
            is_chamber = word == "chamber" and entity.type in {"lower_house", "upper_house"}
            if word in entity.name.lower().split() or word == entity.type or is_chamber:
                return [entity]
        if noun[:1].isupper() and word in self._kinds_of_bodies:
            kind = self._kinds_of_bodies[word]
            return self._organ(Mention("organ", 0, 0, noun, type=kind))
        return []

    def _person(self, mention: Mention) -> list[Entity]:
        full_name = mention.name
        if " " not in full_name:
            full_name = self._full_names.get(folded(full_name), full_name)
        person = self.registry.person(mention, full_name, self._represented_by(mention))
        self._last_person = person
        return [person]

    def _represented_by(self, mention: Mention) -> Entity | None:
        if mention.owner and mention.owner.startswith("organ:"):
            name = mention.owner.removeprefix("organ:")
            organ = Mention("organ", 0, 0, name, mention.code)
            return self.registry.organ(organ, self._owner_of(organ))
        if mention.owner:
            return self.registry.body(mention.owner)
        if mention.code:
            return self.state(mention.code)
        words = set((mention.office or "").lower().split())
        is_national = words & self._national_offices and "general" not in words
        if is_national and not mention.is_plural:
            body = self._last_body
            return (body.state if body else None) or self._last_state or self._only_state()
        return None

    def _only_state(self) -> Entity | None:
        """Return the state that the page is about, if there is only one."""
        first, second = [*self._salience.most_common(2), ("", 0), ("", 0)][:2]
        return self.state(first[0]) if first[1] > 1 and first[1] >= 2 * second[1] else None

    def _office(self, mention: Mention) -> list[Entity]:
        office = mention.office or mention.name
        if mention.is_plural and (mention.is_capital or self._are_legislators(mention.name)):
            return self._unnamed(mention)
        if mention.is_plural:
            # "the foreign ministers of Armenia": the state, not a person.
            return [self.state(mention.code)] if mention.code else self._several(mention)
        is_anothers = mention.name.split()[0].lower() in self._possessives
        if mention.is_capital or (is_anothers and self._is_head_first):
            # "a senior diplomat" and "su portavoz" are nobody who was named before.
            return [self.registry.unnamed(mention.name, mention.code)]
        noun = office.lower().split()[0 if self._is_head_first else -1]
        holder = self._holder(noun, mention.code)
        if holder is not None:
            self._last_person = holder
            return [holder]
        person = self._last_person
        state = self.state(mention.code) if mention.code else None
        if state and person and not person.office and person.state in {None, state}:
            person.office, person.represents = office, state
            return [person]
        if person and state is None and noun in self._backward:
            return [person]
        if mention.code or mention.owner:
            # Several states have a representative: whose this one is belongs to the description.
            description = self._without_article(mention.name)
            return [self.registry.unnamed(description, mention.code, office=office)]
        state = self._represented_by(mention)
        return [self.registry.unnamed(office, state.code if state else None, office=office)]

    def _without_article(self, name: str) -> str:
        first, _, rest = " ".join(name.split()).partition(" ")
        return rest if rest and first.lower() in self._articles else f"{first} {rest}".strip()

    def _several(self, mention: Mention) -> list[Entity]:
        """Return the people that an office in the plural stands for: "the prime ministers"."""
        words = mention.name.split()
        office = words[-1].lower().removesuffix("s")
        if office not in self._offices_of_states or mention.name[:1].islower():
            return [self.registry.unnamed(mention.name, mention.code)]
        return self._two_people(office) or [self.registry.unnamed(mention.name, mention.code)]

    def _two_people(self, office: str | None) -> list[Entity]:
        """Return the two people named last, of two states and with an office if there are such."""
        people = [*self.registry.recent("person")]
        head = (office or "").split()[-1:]
        exactly = [each for each in people if office and office in (each.office or "").lower()]
        of_office = [each for each in people if {*head} & {*(each.office or "").lower().split()}]
        others = people if {*head} <= self._any_people else [p for p in people if not p.office]
        for candidates in (exactly, of_office, [*of_office, *others]):
            for one in candidates[:1]:
                for two in candidates[1:]:
                    if two is not one and (one.state is None or two.state is not one.state):
                        self._they = [two, one]
                        return self._they
        return self._two_states()

    def _two_states(self) -> list[Entity]:
        codes = [code for code, _ in self._salience.most_common(2)]
        if len(codes) > 1:
            self._they = [self.state(code) for code in codes]
            return self._they
        return []

    def _holder(self, office: str, code: str | None) -> Entity | None:
        """Return the person who is known to hold an office, the last one first."""
        holders = [
            entity
            for entity in self.registry.latest("person")
            if entity.office
            and office in entity.office.lower().split()
            and (code is None or (entity.state is not None and entity.state.code == code))
        ]
        if self._last_person in holders:
            return self._last_person
        return holders[0] if holders else None

    def _are_legislators(self, words: str) -> bool:
        return self._legislators.search(words) is not None

    def _unnamed(self, mention: Mention) -> list[Entity]:
        words = " ".join(mention.name.split())
        are_legislators = self._are_legislators(words)
        if are_legislators and words.lower().startswith("the "):
            chambers = (e for e in self.registry.latest("organ") if e.type in LEGISLATURES)
            chamber = next(chambers, None)
            if chamber is not None:
                self._they = [chamber]
                return [chamber]
        if are_legislators and mention.owner and self._is_head_first:
            # "the deputies of the Senate approved it": the Senate did.
            chamber_name = mention.owner.removeprefix("organ:")
            return self._organ(
                Mention("organ", 0, 0, chamber_name, mention.code, type="legislature")
            )
        kind = "lower_house" if are_legislators else None
        return [self.registry.unnamed(words, mention.code, kind)]

    def _pronoun(self, mention: Mention) -> list[Entity]:
        if mention.name in self._plural_pronouns:
            return self._they
        last = self._last_person
        if mention.name in self._thing_pronouns:
            # In some languages, "il" may be a person or a thing.
            last = (last or self._last_body) if self._is_head_first else self._last_body
        return [last] if last is not None else []

    def _both(self, mention: Mention) -> list[Entity]:
        if mention.name in self._plural_pronouns:
            return self._they
        noun = mention.name.split()[-1]
        if mention.office:
            return self._two_people(mention.office.lower())
        if noun in self._people_in_pairs:
            return self._two_people(noun.removesuffix("s"))
        if noun in {"both", "two"} and self._they:
            return self._they
        return self._two_states()

    def _document(self, mention: Mention) -> list[Entity]:
        """Return who issued a document that speaks: "the ministry's statement said"."""
        if mention.owner:
            return self._organ(Mention("organ", 0, 0, mention.owner, mention.code))
        if mention.code:
            return [self.state(mention.code)]
        if mention.is_plural:
            return self._they or self._two_states()
        return [self._last_body] if self._last_body is not None else []


def _joined_states(sentence: ReadSentence) -> list[Entity]:
    """Return the states that a sentence names together: "Norway and Sweden"."""
    states = [mention for mention in sentence.mentions if mention.kind == "state"]
    for one, two in pairwise(states):
        is_first = one is sentence.mentions[0]
        if is_first and sentence.masked[one.end : two.start] == " and ":
            return [*sentence.actors.get(one.start, []), *sentence.actors.get(two.start, [])]
    return []
