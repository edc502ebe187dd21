"""Finds the facts that a brief already has, which are not suggested again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.treaties import significant_words
from diplobrief.model import Organ, PartialDate, Person, State, Unnamed
from diplobrief.text.search import SearchableText, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.treaties import FoundTreaty
    from diplobrief.model import Act, Actor, Brief, Event, Milestone, Treaty, When

_FEWEST_WORDS: Final = 3
"""A statement of fewer words is known only if all its words are the same."""


class ExistingFacts:
    """Matches what the rules find with the facts of a brief.

    Args:
        brief: The brief.
    """

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._by_code: dict[str, str] = {}
        self._by_name: defaultdict[str, list[Actor]] = defaultdict(list)
        for actor in brief.actors:
            for name in _names(actor):
                self._by_name[_key(name)].append(actor)
            if isinstance(actor, State) and actor.country:
                self._by_code.setdefault(actor.country, actor.id)
            if actor.kind == "person":
                self._by_name[_surname_key(actor.name)].append(actor)

    def actor(self, entity: Entity, of: str | None) -> str | None:
        """Return the id of the actor of the brief that an entity is, or `None` if it has none.

        Args:
            entity: The entity.
            of: The id of the actor that it belongs to.
        """
        if entity.kind == "state" and entity.code in self._by_code:
            return self._by_code[entity.code]
        names = [entity.name, *entity.other_names]
        keys = [_key(name) for name in names]
        if entity.kind == "person":
            keys.append(_surname_key(entity.name))
        candidates = [
            actor
            for key in dict.fromkeys(keys)
            for actor in self._by_name.get(key, ())
            if _may_be(actor, entity, of)
        ]
        closest = max(
            candidates,
            key=lambda actor: (actor.kind == entity.kind, of in _owners(actor)),
            default=None,
        )
        return closest.id if closest else None

    def known_quotes(self, texts: Sequence[str]) -> set[int]:
        """Return the indices of the texts that a quote of the brief already contains.

        Args:
            texts: The texts of statements.
        """
        found = SearchableText([fold(text) for text in texts])
        existing = SearchableText([fold(quote.text) for quote in self._brief.quotes])
        same = set(existing.blocks)
        known = {
            index
            for index, text in enumerate(found.blocks)
            if text in same or (_is_long(text) and existing.find(text, limit=1))
        }
        for text in same:
            if _is_long(text):
                known |= {found.block_at(offset) for offset in found.find(text)}
        return known

    def treaty(self, found: FoundTreaty) -> Treaty | None:
        """Return the treaty of the brief that is the same as one of the page, if any."""
        treaties = self._brief.treaties
        keys = {_key(name) for name in (found.title, *found.names)}
        for treaty in treaties:
            if keys & {_key(treaty.title), _key(treaty.short_title or treaty.title)}:
                return treaty
        words = [significant_words(name) for name in found.names]
        for treaty in treaties:
            known = significant_words(treaty.title)
            if any(each <= known or known <= each for each in words):
                return treaty
        is_named = any(name[:1].isupper() for name in found.names)
        return treaties[0] if len(treaties) == 1 and not is_named else None


def is_same_step(one: Milestone, two: Milestone) -> bool:
    """Whether two milestones of a treaty may be one: of a kind, on a day, by the same actors.

    Example:
        >>> from diplobrief.model import Milestone
        >>> ratified = Milestone(kind="ratification", status="completed", date="2026-03")
        >>> is_same_step(ratified, ratified.replace(date=None))
        True
        >>> is_same_step(ratified, ratified.replace(date=PartialDate("2026-05-04")))
        False
    """
    return (
        one.kind == two.kind
        and _may_be_one_day(one.date, two.date)
        and _overlap(one.parties, two.parties)
        and _overlap(one.by, two.by)
    )


def is_same_event(one: Event, two: Event) -> bool:
    """Whether two events may be one: of a kind, on a day, with the same participants."""
    return (
        one.kind == two.kind
        and _may_be_one_day(one.start, two.start)
        and _overlap(*([each.actor for each in event.participants] for event in (one, two)))
    )


def is_same_act(one: Act, two: Act) -> bool:
    """Whether two acts may be one: of a kind, on a day, by the same actors, at the same target."""
    return (
        one.kind == two.kind
        and _may_be_one_day(one.date, two.date)
        and _overlap(one.issued_by, two.issued_by)
        and _overlap(one.targets, two.targets)
    )


def _may_be_one_day(one: PartialDate | When | None, two: PartialDate | When | None) -> bool:
    if one is None or two is None:
        return True
    bounds = (one.latest, two.earliest), (two.latest, one.earliest)
    return all(last is None or first is None or first <= last for last, first in bounds)


def _overlap(one: Sequence[str], two: Sequence[str]) -> bool:
    return not one or not two or not set(one).isdisjoint(two)


def _may_be(actor: Actor, entity: Entity, of: str | None) -> bool:
    if actor.kind != entity.kind and {actor.kind, entity.kind} & {"person", "unnamed"}:
        return False
    if isinstance(actor, Person) and entity.kind == "person":
        one, two = actor.name.split(), entity.name.split()
        is_short = len(one) < 2 or len(two) < 2
        return is_short or _key(one[0]) == _key(two[0])
    owners = _owners(actor)
    return not owners or of is None or of in owners


def _owners(actor: Actor) -> tuple[str, ...]:
    match actor:
        case Organ(of=str(owner)):
            return (owner,)
        case Unnamed():
            return actor.of
        case _:
            return ()


def _names(actor: Actor) -> list[str]:
    name = actor.description if isinstance(actor, Unnamed) else actor.name
    return [name, *(other.text for other in actor.other_names)]


def _key(name: str) -> str:
    return fold(name).strip().casefold().removeprefix("the ")


def _surname_key(name: str) -> str:
    return f"surname:{''.join(_key(name).rsplit(maxsplit=1)[-1:])}"


def _is_long(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS
