"""Finds the state, organ or organization that a mention refers to, or that people belong to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.entity import LEGISLATURES, Entity
from diplobrief.extraction.actors.registry import folded
from diplobrief.extraction.mentions import Mention
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.extraction.actors.memory import Memory
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_POSTED: Final = frozenset({"embassy", "consulate", "permanent_mission"})
"""Types of organ that are in another state than their own."""
_OF_A_STATE: Final = LEGISLATURES | {"government", "court", "ministry"}


@cache
def _holders_of(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return the states of people who are known for an office, by their names and surnames."""
    holders: dict[str, frozenset[str]] = {}
    for code, names in lexicon.data.get("holders", {}).get("names", {}).items():
        for name in names:
            for key in {folded(name), folded(name).rpartition(" ")[2]}:
                holders[key] = holders.get(key, frozenset()) | {code}
    return holders


@cache
def _between_bodies(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for "of the" between two bodies, and for an apposition: ", the"."""
    article = lexicon.optional("articles")
    of_parliament = alternatives(lexicon.words("of_parliament"))
    return (
        re.compile(rf"\s+{lexicon.before('of')}{article}"),
        re.compile(rf"(?:\s*\(|,?\s+{of_parliament})?,?\s*{article}"),
    )


class BodyResolver:
    """Resolves mentions of states, organs and organizations.

    Args:
        lexicon: The lexicon of the language of the page.
        memory: What the page has mentioned so far.
    """

    def __init__(self, lexicon: Lexicon, memory: Memory) -> None:
        self._memory = memory
        self._registry = memory.registry
        self._types_of_nouns = {
            noun: kind
            for kind, nouns in lexicon.data["bodies"].get("nouns_before_names", {}).items()
            for noun in nouns
        }
        self._national_offices = frozenset(lexicon.data["people"]["national_offices"])
        self._holders = _holders_of(lexicon)
        self._of_several = frozenset(lexicon.data["bodies"].get("of_several", ()))
        self._kinds_of_bodies: dict[str, str] = lexicon.data["bodies"]["reference_types"]
        references = lexicon.data["bodies"]["references"]
        self._any_body = frozenset(references.get("any_body", ()))
        self._mentioned_last = frozenset(references.get("mentioned_before", ()))
        self._of, self._apposition = _between_bodies(lexicon)

    def state(self, mention: Mention) -> list[Entity]:
        """Return the state that a name or an adjective refers to."""
        state = self._memory.state(mention.code or "")
        if mention.kind == "state":
            self._memory.last_body = self._memory.last_state = state
            if not mention.is_capital:
                state.other_names.append(mention.name)
        return [state]

    def organization(self, mention: Mention) -> list[Entity]:
        """Return an organization or a group by its name."""
        entity = self._registry.organization(mention.name, mention.owner, mention.type)
        if not mention.is_plural:
            self._memory.last_body = entity
        return [entity]

    def organ(self, mention: Mention) -> list[Entity]:
        """Return the organ that a mention names or refers back to."""
        if mention.type == "reference":
            return self._called(mention.name)
        memory = self._memory
        entity = self._mentioned_before(mention)
        entity = entity or self._registry.organ(mention, self.owner(mention))
        memory.last_body = entity
        memory.last_state = entity.state or memory.last_state
        if entity.type in LEGISLATURES:
            memory.they = [entity]
        return [entity]

    def _mentioned_before(self, mention: Mention) -> Entity | None:
        """Return the Swedish foreign ministry for "the ministry", if it was mentioned last."""
        is_owned = mention.code or mention.owner or mention.is_possessed
        if is_owned or mention.name not in self._mentioned_last:
            return None
        organs = self._registry.recent("organ")
        return next((organ for organ in organs if organ.type == mention.type), None)

    def owner(self, mention: Mention) -> Entity | None:
        """Return the state or body that an organ belongs to."""
        memory = self._memory
        if mention.owner:
            return self._registry.body(mention.owner)
        if mention.code and not self._is_of_another(mention):
            return memory.state(mention.code)
        is_common = mention.name[:1].islower()
        if not (mention.is_possessed or is_common or mention.type in _OF_A_STATE):
            return None
        if not is_common:
            named = (e for e in self._registry.latest("organ") if e.name == mention.name and e.of)
            known = next(named, None)
            if known is not None and known.of is not None:
                return known.of
        nearest = self._nearest(mention)
        for body in (memory.topic, memory.last_body):
            nearest = nearest or (body.state if body else None)
        if nearest is None and mention.type in _OF_A_STATE:
            with_others = memory.with_parliament if mention.type in LEGISLATURES else ()
            codes = [code for code, _ in memory.salience.most_common(4) if code not in with_others]
            nearest = memory.state(codes[0]) if codes else None
        if nearest is None and mention.code:
            return memory.state(mention.code)
        return nearest

    def _nearest(self, mention: Mention) -> Entity | None:
        """Return the state in which an organ without an owner acts, if the page shows it."""
        memory = self._memory
        if mention.type in _POSTED:
            return memory.issuer
        nearest = memory.place or memory.issuer
        is_at_home = mention.type in _OF_A_STATE and not mention.is_possessed
        if nearest is None and is_at_home and memory.is_at_home:
            nearest = memory.home
        if nearest is None and mention.type in LEGISLATURES:
            nearest = memory.first_person.state if memory.first_person else None
            nearest = nearest or memory.state_of_page()
        return nearest

    def represented_by(self, mention: Mention) -> Entity | None:
        """Return the state or body that a person or an office belongs to."""
        memory = self._memory
        if mention.owner and mention.owner.startswith("organ:"):
            name = mention.owner.removeprefix("organ:")
            organ = Mention("organ", 0, 0, name, mention.code, type=mention.type)
            return self._registry.organ(organ, self.owner(organ))
        if mention.owner:
            return self._registry.body(mention.owner)
        if mention.code:
            return memory.state(mention.code)
        words = set((mention.office or "").lower().split())
        is_national = bool(words & self._national_offices) and "general" not in words
        if mention.is_plural or not words:
            return None
        known = self._state_of_holder(mention.name, is_national=is_national)
        if known is None and is_national:
            return memory.state_of_page()  # The state named last is right only half of the time.
        return known

    def _state_of_holder(self, name: str, *, is_national: bool) -> Entity | None:
        """Return the state on the page in which a person is known to have held an office."""
        if " " not in name and not is_national:
            return None
        codes = self._holders.get(folded(name), frozenset()) & self._memory.salience.keys()
        return self._memory.state(next(iter(codes))) if len(codes) == 1 else None

    def _is_of_another(self, mention: Mention) -> bool:
        """Whether a name that several states use here belongs to a less usual one: "Congress".

        The page does not name the state that usually has it, nor an owner: with an owner, the
        mention is longer than the name ("the U.S. Congress").
        """
        is_alone = mention.end - mention.start <= len(mention.name)
        is_named = mention.code in self._memory.named_states
        return is_alone and mention.name in self._of_several and not is_named

    def in_apposition(
        self, sentence: ReadSentence, first: Mention, second: Mention, actors: list[Entity]
    ) -> list[Entity]:
        """Join two organs next to each other: "the lower house, the State Duma,".

        Args:
            sentence: The sentence.
            first: The mention of an organ.
            second: The mention of an organ after it.
            actors: The actors of the second mention.
        """
        before = sentence.actors_of(first)
        if not before or not actors or before[0] is actors[0]:
            return actors
        one, two = before[0], actors[0]
        between = sentence.masked[first.end : second.start]
        if self._of.fullmatch(between) and two.type == "legislature":
            is_said = second.code is not None and first.code is None
            one.of = two.of if is_said and two.of else one.of or two.of
            self._registry.forget(two)
            return before
        are_alike = one.type == two.type or {one.type, two.type} <= LEGISLATURES
        are_apart = one.of is not None and two.of is not None and one.of is not two.of
        if not are_alike or are_apart or not self._apposition.fullmatch(between):
            return actors
        self._registry.join(two, one)
        return before

    def of_document(self, mention: Mention) -> list[Entity]:
        """Return who issued a document that is quoted: "the ministry's statement said"."""
        memory = self._memory
        if mention.owner and mention.type == "organization":
            return [self._registry.body(mention.owner)]
        if mention.owner:
            return self.organ(Mention("organ", 0, 0, mention.owner, mention.code))
        if mention.code:
            return [memory.state(mention.code)]
        if mention.is_plural:
            return memory.they or memory.both_states()
        return [memory.last_body] if memory.last_body is not None else []

    def _called(self, noun: str) -> list[Entity]:
        """Return the latest body that a noun may refer to: "the committee"."""
        word = noun.lower()
        if word in self._any_body:
            last = next(self._registry.recent("organ", "organization"), None)
            return [last] if last is not None else []
        for entity in self._registry.latest("organ", "organization", "group"):
            is_chamber = word == "chamber" and entity.type in {"lower_house", "upper_house"}
            is_of_type = entity.type in {word, self._types_of_nouns.get(word, word)}
            if word in entity.name.lower().split() or is_of_type or is_chamber:
                return [entity]
        if noun[:1].isupper() and word in self._kinds_of_bodies:
            kind = self._kinds_of_bodies[word]
            return self.organ(Mention("organ", 0, 0, noun, type=kind))
        return []
