"""Finds the people that a description refers to: "a senior diplomat", "lawmakers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.actors.entity import LEGISLATURES, Entity
from diplobrief.extraction.mentions import Mention

if TYPE_CHECKING:
    from diplobrief.extraction.actors.bodies import BodyResolver
    from diplobrief.extraction.actors.memory import Memory
    from diplobrief.extraction.lexicon import Lexicon


class UnnamedResolver:
    """Resolves mentions of people without a name.

    Args:
        lexicon: The lexicon of the language of the page.
        memory: What the page has mentioned so far.
        bodies: Resolves the bodies that people belong to.
    """

    def __init__(self, lexicon: Lexicon, memory: Memory, bodies: BodyResolver) -> None:
        people = lexicon.data["people"]
        self._memory = memory
        self._registry = memory.registry
        self._bodies = bodies
        self._definite = frozenset(lexicon.words("articles")) - frozenset(
            lexicon.words("indefinite")
        )
        self._legislators = re.compile("|".join(people["legislators"]), re.IGNORECASE)
        self._is_head_first = lexicon.is_head_first
        self._envoys_of_sides = frozenset(people.get("envoys_of_sides", ()))
        self._before_sides = (*lexicon.words("two"), *self._definite)
        self._single = frozenset(people.get("unnamed_one", ()))
        self._private = frozenset(people.get("unnamed_private", ()))

    def described(self, mention: Mention) -> list[Entity]:
        """Return the people that words describe, or the parliament of which they are members."""
        words = " ".join(mention.name.split())
        are_legislators = self.are_legislators(words)
        is_definite = words.split()[0].lower() in self._definite
        if are_legislators and is_definite and not mention.owner:
            chambers = (e for e in self._registry.latest("organ") if e.type in LEGISLATURES)
            chamber = next(chambers, None)
            if chamber is not None:
                self._memory.they = [chamber]
                return [chamber]
        if are_legislators and mention.owner and self._is_head_first:
            # "the deputies of the Senate approved it": the Senate did.
            chamber_name = mention.owner.removeprefix("organ:")
            return self._bodies.organ(
                Mention("organ", 0, 0, chamber_name, mention.code, type="legislature")
            )
        if sides := self.sides(mention):
            return sides
        kind = "lower_house" if are_legislators else None
        noun = (mention.office or words.split()[-1]).lower()
        of = self._bodies.represented_by(mention) if mention.code or mention.owner else None
        known = self._memory.called(noun, of) if is_definite else None
        return [known or self.somebody(words, of, noun, kind=kind, is_one=noun in self._single)]

    def sides(self, mention: Mention) -> list[Entity]:
        """Return the two states whose envoys are mentioned: "the delegations met again"."""
        if mention.code or mention.owner:
            return []
        name = " ".join(mention.name.lower().split())
        before = (words for words in self._before_sides if name.startswith(f"{words} "))
        noun = name.removeprefix(next(before, "")).strip()
        return self._memory.two_states_of_page() if noun in self._envoys_of_sides else []

    def somebody(
        self,
        description: str,
        of: Entity | None,
        noun: str,
        *,
        is_one: bool = True,
        kind: str | None = None,
        office: str | None = None,
    ) -> Entity:
        """Return somebody without a name, and remember the noun for them."""
        somebody = self._registry.unnamed(description, of, kind, office, noun, is_one=is_one)
        somebody.is_private = noun in self._private
        self._memory.unnamed[noun] = somebody
        return somebody

    def crowd(self, mention: Mention) -> Entity:
        """Return people who are called by an office in the plural."""
        of = self._bodies.represented_by(mention) if mention.code or mention.owner else None
        return self.somebody(mention.name, of, mention.name.split()[-1].lower(), is_one=False)

    def are_legislators(self, words: str) -> bool:
        """Whether words refer to members of a parliament."""
        return self._legislators.search(words) is not None
