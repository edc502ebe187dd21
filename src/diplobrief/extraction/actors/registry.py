"""The actors of a page by their names."""

from __future__ import annotations

import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors.entity import Entity
from diplobrief.extraction.inflection import lemma
from diplobrief.text.normalization import normalized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention

_CHAMBERS: Final = frozenset({"lower_house", "upper_house"})
_REMEMBERED: Final = 200
"""How many of the latest actors an expression such as "the committee" may refer to."""


class Registry:
    """The actors of a page.

    Args:
        lexicon: The lexicon of its language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._bodies = lexicon.data["bodies"]["organizations"]
        self._generic = frozenset(lexicon.data["bodies"]["references"]["generic"])
        self._chambers = {
            lemma(name): number
            for number, entry in enumerate(lexicon.data["bodies"]["organ"])
            for name in entry["names"]
            if entry["type"] in _CHAMBERS
        }
        self._insignificant = frozenset(
            lexicon.data["bodies"]["references"].get("insignificant", ())
        )
        self._by_key: dict[str, Entity] = {}
        self._all: dict[Entity, list[str]] = {}
        self._joined: dict[Entity, Entity] = {}
        self._recent: dict[Entity, None] = {}

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._all)

    def latest(self, *kinds: str) -> Iterator[Entity]:
        """Yield the actors of some kinds, the latest first."""
        latest = islice(reversed(self._all), _REMEMBERED)
        return (entity for entity in latest if entity.kind in kinds)

    def recent(self, *kinds: str) -> Iterator[Entity]:
        """Yield the actors of some kinds, the one that was mentioned last first."""
        latest = islice(reversed(self._recent), _REMEMBERED)
        return (entity for entity in latest if entity.kind in kinds)

    def mentioned(self, entity: Entity) -> None:
        """Remember an actor as the one that was mentioned last."""
        self._recent.pop(entity, None)
        self._recent[entity] = None

    def current(self, entity: Entity) -> Entity:
        """Return the actor that an actor was joined with, or the actor itself."""
        while entity in self._joined:
            entity = self._joined[entity]
        return entity

    def state(self, code: str) -> Entity:
        """Return the state with a code."""
        return self._get(f"state:{code}") or self._add(
            f"state:{code}", Entity(code, "state", self._lexicon.state_titles[code], code=code)
        )

    def organization(self, name: str, key: str | None, kind: str | None) -> Entity:
        """Return an organization or a group by its name or its usual short form."""
        known = self._get(f"organization:{key or name}")
        if known is not None:
            known.also_called(name)
            return known
        is_group = kind == "group"
        return self._add(
            f"organization:{key or name}",
            Entity(
                name,
                "group" if is_group else "organization",
                name,
                type=None if is_group else kind,
            ),
        )

    def body(self, key: str) -> Entity:
        """Return the organization with a short form in the lexicon, or with that name."""
        entry = self._bodies.get(key)
        known = self._get(f"organization:{key}")
        if known is not None:
            return known
        if entry is None:
            return self.organization(key, key, None)
        body = self.organization(entry["names"][0], key, entry["type"])
        body.usual_names = entry["names"]
        return body

    def organ(self, mention: Mention, owner: Entity | None) -> Entity:
        """Return an organ, which an earlier mention may have given another name."""
        for known in self.latest("organ"):
            is_of_other = owner and known.of and known.of is not owner
            if not is_of_other and self._is_same_organ(known, mention):
                known.of = known.of or owner
                if known.name[:1].islower() and mention.name[:1].isupper():
                    known.name = mention.name
                elif known.name.lower() in mention.name.lower() or self._are_one_chamber(
                    known.name, mention.name
                ):
                    known.also_called(mention.name)
                return known
        is_noun = mention.name[:1].islower()
        words = f"{owner.words}-{mention.name}" if owner and is_noun else mention.name
        key = f"organ:{words}:{mention.code}"
        return self._add(
            key,
            Entity(words, "organ", mention.name, code=mention.code, type=mention.type, of=owner),
        )

    def join(self, name: Entity, noun: Entity) -> None:
        """Join two organs that are one: "the lower house, the State Duma"."""
        name, noun = self.current(name), self.current(noun)
        if name is noun:
            return
        noun.name = name.name if name.name[:1].isupper() else noun.name
        noun.of = noun.of or (name.of if name.of is not noun else None)
        keys = self._all.pop(name, [])
        self._by_key.update(dict.fromkeys(keys, noun))
        self._all.setdefault(noun, []).extend(keys)
        self._joined[name] = noun

    def forget(self, entity: Entity) -> None:
        """Remove an actor that is part of another's name: "the lower house of parliament"."""
        for key in self._all.pop(entity, []):
            del self._by_key[key]

    def person(self, mention: Mention, full_name: str, represents: Entity | None) -> Entity:
        """Return a person by the last word of the name."""
        is_guess = represents is not None and not (mention.code or mention.owner)
        key = f"person:{folded(full_name.rsplit(maxsplit=1)[-1])}"
        known = self._get(key)
        if known is not None and _are_others(known.name, full_name):
            key = f"person:{folded(full_name)}"
            known = self._get(key)
        if known is None:
            return self._add(
                key,
                Entity(
                    full_name.rsplit(maxsplit=1)[-1],
                    "person",
                    full_name,
                    code=mention.code,
                    office=mention.office,
                    represents=represents,
                    is_guess=is_guess,
                    honorific=mention.honorific,
                ),
            )
        known.name = max(known.name, mention.name, key=len)
        known.office = max(known.office or "", mention.office or "", key=len) or None
        if known.represents is None or (known.is_guess and represents and not is_guess):
            known.represents, known.is_guess = represents, is_guess
        return known

    def unnamed(
        self,
        description: str,
        of: Entity | None = None,
        kind: str | None = None,
        office: str | None = None,
        noun: str | None = None,
        *,
        is_one: bool = False,
    ) -> Entity:
        """Return somebody without a name by the words of the page, or by an office.

        Args:
            description: The words of the page.
            of: The state or body that they belong to.
            kind: The type of that body.
            office: The office.
            noun: The noun for them, in lower case.
            is_one: Whether it is one person.
        """
        state = of.state if of else None
        key = f"unnamed:{(office or description).lower()}:{of.words if of else None}"
        return self._get(key) or self._add(
            key,
            Entity(
                description,
                "unnamed",
                description,
                code=state.code if state else None,
                type=kind,
                of=of,
                noun=noun,
                is_one=is_one,
            ),
        )

    def _is_same_organ(self, entity: Entity, mention: Mention) -> bool:
        one, two = entity.name.lower(), mention.name.lower()
        if one == two or one.endswith(f" {two}") or two.endswith(f" {one}"):
            return True
        if self._are_one_chamber(entity.name, mention.name):
            return True
        is_of_type = mention.type is not None and entity.type == mention.type
        if not is_of_type:
            return False
        return bool({one, two} & self._generic) or self._significant(one) == self._significant(two)

    def _are_one_chamber(self, one: str, two: str) -> bool:
        """Whether the lexicon lists two names as those of one chamber: "State Duma", "Duma"."""
        return one in self._chambers and self._chambers[one] == self._chambers.get(two)

    def _significant(self, name: str) -> set[str]:
        """Return the words that distinguish an organ from others: "Ministry of Foreign Affairs"."""
        words = {*name.split()} - self._insignificant
        return {word for word in words if word.capitalize() not in self._lexicon.states}

    def _get(self, key: str) -> Entity | None:
        return self._by_key.get(key)

    def _add(self, key: str, entity: Entity) -> Entity:
        self._by_key[key] = entity
        self._all[entity] = [key]
        return entity


def _are_others(one: str, two: str) -> bool:
    """Whether two full names with the same last word are of two people.

    Example:
        >>> _are_others("Kari Berg", "Ann Berg"), _are_others("K. Berg", "Kari Berg")
        (True, False)
    """
    is_full = " " in one and " " in two
    if folded(one).endswith(folded(two)) or folded(two).endswith(folded(one)):
        return False
    return is_full and folded(one)[0] != folded(two)[0]


def folded(word: str) -> str:
    """Return a word in small letters without accents, and with straight apostrophes.

    Example:
        >>> folded("Rinkēvičs")
        'rinkevics'
    """
    if word.isascii():
        return word.lower()
    letters = normalized(word.lower().replace("’", "'"), "NFKD")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
