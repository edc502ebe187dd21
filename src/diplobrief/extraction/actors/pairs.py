"""Finds the two actors that "both sides" and "the two ministers" refer to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from diplobrief.extraction.actors.entity import Entity
    from diplobrief.extraction.actors.memory import Memory
    from diplobrief.extraction.actors.unnamed import UnnamedResolver
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention

_TWO: Final = 2


class PairResolver:
    """Resolves mentions of two actors together.

    Args:
        lexicon: The lexicon of the language of the page.
        memory: What the page has mentioned so far.
        unnamed: Resolves people without a name.
    """

    def __init__(self, lexicon: Lexicon, memory: Memory, unnamed: UnnamedResolver) -> None:
        people = lexicon.data["people"]
        self._memory = memory
        self._registry = memory.registry
        self._unnamed = unnamed
        self._people_in_pairs = frozenset(
            word for noun in people["both_people"] for word in noun.split()
        )
        self._words_for_both = frozenset(
            words.split()[-1] for words in (*people["both"], *people.get("both_acting", ()))
        )
        self._offices_of_states = frozenset(people.get("offices_of_states", ()))
        self._any_people = frozenset(people.get("any_people", ()))
        self._holders: Mapping[str, Sequence[str]] = people.get("holders", {})
        self._articles = frozenset(lexicon.words("articles"))
        self._plural_pronouns = frozenset(people["plural_pronouns"])

    def both(self, mention: Mention) -> list[Entity]:
        """Return the two actors that "both sides" or "the two ministers" refers to."""
        memory = self._memory
        if mention.name in self._plural_pronouns:
            return memory.they
        noun = mention.name.split()[-1]
        crowd = memory.unnamed.get(noun)
        first, *others = mention.name.split()
        if crowd is not None and first in self._articles and others == [noun]:
            # "the leaders" after "the leaders of the Forum"
            return [crowd]
        if noun in self._people_in_pairs and not others and first not in self._words_for_both:
            # "Leaders will meet in May": not those two who were named before.
            return self._named(noun.removesuffix("s")) or [self._unnamed.crowd(mention)]
        holders = {
            word for each in self._holders.get(noun.removesuffix("s"), ()) for word in each.split()
        }
        if holders and not self._have_offices(holders):
            return [self._unnamed.crowd(mention)]  # "the leaders", and not two ambassadors
        if mention.office:
            return self._two_people(mention.office.lower())
        if noun in self._people_in_pairs:
            return self._two_people(noun.removesuffix("s"))
        if noun in self._words_for_both and len(memory.they) == _TWO:
            return memory.they
        is_alone = noun in self._words_for_both
        return memory.both_states() or (self._two_people("") if is_alone else [])

    def several(self, mention: Mention) -> list[Entity]:
        """Return the people that an office in the plural refers to: "the prime ministers"."""
        words = mention.name.split()
        office = words[-1].lower().removesuffix("s")
        if office not in self._offices_of_states or mention.name[:1].islower():
            return self._unnamed.sides(mention) or [self._unnamed.crowd(mention)]
        return self._two_people(office) or [self._unnamed.crowd(mention)]

    def _have_offices(self, words: Collection[str]) -> bool:
        """Whether these words may refer to two office holders: a president is a leader."""
        people = [*self._registry.recent("person")]
        holders = (
            each for each in people if not each.office or {*each.office.lower().split()} & {*words}
        )
        return len([*islice(holders, _TWO)]) == _TWO or not people

    def _named(self, office: str) -> list[Entity]:
        """Return the only two people of the page who have an office."""
        people = [*self._registry.latest("person")]
        holders = [each for each in people if office in (each.office or "").lower().split()]
        return holders if len(holders) == _TWO else []

    def _two_people(self, office: str) -> list[Entity]:
        """Return the two people named last, of two states and with an office if there are such."""
        people = [*self._registry.recent("person")]
        head = office.split()[-1:]
        exactly = [each for each in people if office in (each.office or "").lower()]
        of_office = [each for each in people if {*head} & {*(each.office or "").lower().split()}]
        others = people if {*head} <= self._any_people else [p for p in people if not p.office]
        rest = people if of_office or not people else []
        for candidates in (exactly, of_office, [*of_office, *others], [*of_office, *rest]):
            for one in candidates[:1]:
                for two in candidates[1:]:
                    if two is not one and (one.state is None or two.state is not one.state):
                        self._memory.they = [two, one]
                        return self._memory.they
        return self._memory.both_states()
