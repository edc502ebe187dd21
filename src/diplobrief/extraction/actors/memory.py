"""What a page has mentioned so far: the actors that words such as "he" and "both" refer to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.entity import LEGISLATURES
from diplobrief.extraction.actors.registry import Registry

if TYPE_CHECKING:
    from diplobrief.extraction.actors.entity import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention

_FEW_STATES: Final = 4


class Memory:
    """The actors of a page, and which of them were mentioned last and most.

    Args:
        lexicon: The lexicon of the language of the page.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.registry: Registry = Registry(lexicon)
        self._of_several = frozenset(lexicon.data["bodies"].get("of_several", ()))
        self.salience: Counter[str] = Counter()
        """How often the page mentions each state, by its code."""
        self.named_states: set[str] = set()
        """The codes of the states that the page names, and not only their organs."""
        self.with_parliament: set[str] = set()
        """The codes of the states whose parliaments the page names."""
        self.issuer: Entity | None = None
        """The state or organization whose organ issued the page."""
        self.home: Entity | None = None
        """The state in whose capital the page was written, by its dateline."""
        self.is_at_home: bool = True
        """Whether a body may be of that state: not "the government of the island"."""
        self.last_person: Entity | None = None
        """The person who was mentioned last, perhaps without a name: "he"."""
        self.last_body: Entity | None = None
        self.last_state: Entity | None = None
        self.topic: Entity | None = None
        """The body that the last sentence with one was about: "it"."""
        self.place: Entity | None = None
        """The state in which the sentence says that something happens: "In Oslo, the cabinet"."""
        self.first_person: Entity | None = None
        """The first person in the sentence."""
        self.unnamed: dict[str, Entity] = {}
        """Those who have no name, the last one for each noun: "the diplomat"."""
        self.they: list[Entity] = []
        """To whom "they" and "both" refer."""

    def count(self, mention: Mention) -> None:
        """Count the state that a mention names, or to which the organ that it names belongs."""
        if mention.code is None or mention.kind not in {"state", "adjective", "organ"}:
            return
        if mention.name in self._of_several and mention.end - mention.start <= len(mention.name):
            return  # "Congress" alone does not mean the page is on the United States.
        self.salience[mention.code] += 1
        if mention.kind != "organ":
            self.named_states.add(mention.code)
        elif mention.type in LEGISLATURES:
            self.with_parliament.add(mention.code)

    def state(self, code: str) -> Entity:
        """Return the state with a code."""
        return self.registry.state(code)

    def called(self, noun: str, of: Entity | None) -> Entity | None:
        """Return somebody unnamed for whom the page has used a noun before.

        Args:
            noun: The noun.
            of: The actor that they belong to, if the page repeats it.
        """
        known = self.unnamed.get(noun)
        return known if known is None or of is None or known.state is of.state else None

    def state_of_page(self) -> Entity | None:
        """Return the issuer of the page, its home, or the only state that it is about."""
        if self.issuer is not None and self.issuer.kind == "state":
            return self.issuer
        if self.home is not None:
            return self.home
        first, second = [*self.salience.most_common(2), ("", 0), ("", 0)][:2]
        return self.state(first[0]) if first[1] and first[1] >= 2 * second[1] else None

    def two_states_of_page(self) -> list[Entity]:
        """Return the two states that the page is about, if it is about no other."""
        if len(self.salience) > _FEW_STATES:
            return []  # On a page about many states, a treaty may be of more than two.
        counts = [*self.salience.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
        (first, _), (second, number), (_, third) = counts
        return [self.state(first), self.state(second)] if number >= max(2, 2 * third) else []

    def main_state(self, other: Entity) -> Entity | None:
        """Return the state that the page is most about, other than a given one."""
        codes = (code for code, _ in self.salience.most_common(2) if code != other.code)
        code = next(codes, None)
        return None if code is None else self.state(code)

    def both_states(self) -> list[Entity]:
        """Return the two states that "both" refers to, and remember them."""
        codes = [code for code, _ in self.salience.most_common(2)]
        if len(codes) > 1:
            self.they = [self.state(code) for code in codes]
            return self.they
        return []
