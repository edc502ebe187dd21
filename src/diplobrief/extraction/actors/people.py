"""Finds the person that a name, the label of a transcript or a pronoun refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.extraction.actors.registry import folded
from diplobrief.extraction.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.extraction.actors.bodies import BodyResolver
    from diplobrief.extraction.actors.entity import Entity
    from diplobrief.extraction.actors.memory import Memory
    from diplobrief.extraction.lexicon import Lexicon


class PeopleResolver:
    """Resolves mentions of people by name and by pronouns.

    Args:
        lexicon: The lexicon of the language of the page.
        memory: What the page has mentioned so far.
        bodies: Resolves the bodies that people belong to.
        full_names: The full names of the page by their last words.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        memory: Memory,
        bodies: BodyResolver,
        full_names: Mapping[str, str],
    ) -> None:
        people = lexicon.data["people"]
        self._memory = memory
        self._registry = memory.registry
        self._bodies = bodies
        self._full_names = full_names
        self._is_head_first = lexicon.is_head_first
        self._own_states = frozenset(people.get("own_states", ()))
        self._plural_pronouns = frozenset(people["plural_pronouns"])
        self._thing_pronouns = frozenset(people["thing_pronouns"])
        self._pronouns: Mapping[str, str] = people.get("genders", {})
        self._words_of_offices = frozenset(
            word for head in people["office_heads"] for word in head.split()
        )

    def person(self, mention: Mention) -> list[Entity]:
        """Return a person by name."""
        full_name = mention.name
        if " " not in full_name:
            full_name = self._full_names.get(folded(full_name), full_name)
        last = self._memory.last_person
        person = self._registry.person(mention, full_name, self._bodies.represented_by(mention))
        if last is not None and last.is_guess and _is_counterpart(mention, last):
            # "Prime Minister Berg and her Swedish counterpart": Berg is not of Sweden.
            last.represents = self._memory.main_state(last.represents or last)
        words = f"{mention.honorific or ''} {mention.office or ''}".lower().split()
        gender = next((self._pronouns[word] for word in words if word in self._pronouns), None)
        person.gender = person.gender or gender
        self._memory.last_person = person
        return [person]

    def labelled(self, label: str) -> Entity:
        """Return the speaker of a transcript by a label: "KARI BERG", "SPOKESPERSON"."""
        words = label.split()
        is_office = words[-1].lower() in self._words_of_offices
        known = self._full_names.get(folded(words[-1]))
        if known is None and (is_office or len(words) == 1):
            return self._registry.unnamed(label)
        return self.person(Mention("person", 0, 0, label))[0]

    def pronoun(self, mention: Mention) -> list[Entity]:
        """Return the actor that a pronoun refers to."""
        memory = self._memory
        if mention.name in self._plural_pronouns:
            return memory.they
        if mention.name in self._own_states:
            last = memory.last_person
            return [last.state] if last is not None and last.state is not None else []
        last = self._of_gender(self._pronouns.get(mention.name))
        if mention.name in self._thing_pronouns:
            # In some languages, "il" may be a person or a thing.
            body = memory.topic or memory.last_body
            last = (last or memory.last_body) if self._is_head_first else body
        return [last] if last is not None else []

    def _of_gender(self, gender: str | None) -> Entity | None:
        """Return the person who was mentioned last and may be a man, or a woman."""
        last = self._memory.last_person
        if gender is None or last is None:
            return last
        if last.gender not in {None, gender}:
            people = self._registry.recent("person")
            last = next((each for each in people if each.gender == gender), None) or next(
                (each for each in self._registry.recent("person") if each.gender is None), None
            )
        if last is not None:
            last.gender = gender
        return last


def _is_counterpart(mention: Mention, other: Entity) -> bool:
    """Whether a mention is of the counterpart of somebody: "Berg and her counterpart"."""
    is_of_state = other.represents is not None and other.represents.code == mention.code
    return is_of_state and mention.type == "counterpart"
