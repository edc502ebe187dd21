"""Decides which of the facts that were found a brief gets, and gives them ids."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.suggestions import passage_of, suggestion_id
from diplobrief.model import Milestone, Treaty
from diplobrief.model.fact_index import facts_with_paths
from diplobrief.model.fields import references_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplobrief.model import Brief, Fact

_LETTERS: Final = {"quotes": "q", "events": "e", "milestones": "m", "acts": "a"}
"""The first letter of an id for a fact without one, by the list that contains the fact."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A fact that was found.

    Args:
        member: The list that it belongs to.
        fact: The fact; a treaty without its milestones.
        treaty: The id of the treaty that it is a milestone of.
    """

    member: str
    fact: Fact
    treaty: str | None = None

    @property
    def id(self) -> str | None:
        """The id of the fact."""
        return getattr(self.fact, "id", None)


def with_additions(brief: Brief, found: Mapping[str, Sequence[Fact]]) -> Brief:
    """Return a brief with the facts that were found in its narrative.

    A suggestion that a person rejected or corrected is not made again, nor is a fact that refers
    to it. New facts without an id get a short one (`q1`, `m2`), so that people can name them.

    Args:
        brief: The brief.
        found: For each member of the brief, all its facts: first those that it has, then others.
            A treaty that the brief has may have more milestones at the end.
    """
    new = [*_new_facts(brief, found)]
    wanted = [*_without_rejected(brief, new)]
    if not wanted:
        return brief
    named = [*_with_ids(brief, wanted)]
    lists: dict[str, list[Fact]] = {name: [*getattr(brief, name)] for name in (*found, "treaties")}
    milestones: dict[str, list[Milestone]] = {}
    for each in named:
        if isinstance(each.fact, Milestone):
            milestones.setdefault(each.treaty or "", []).append(each.fact)
        else:
            lists[each.member].append(each.fact)
    lists["treaties"] = [
        treaty.replace(milestones=(*treaty.milestones, *milestones[treaty.id]))
        if isinstance(treaty, Treaty) and treaty.id in milestones
        else treaty
        for treaty in lists["treaties"]
    ]
    return brief.replace(**{name: tuple(facts) for name, facts in lists.items()})


def _new_facts(brief: Brief, found: Mapping[str, Sequence[Fact]]) -> Iterator[_Found]:
    """Yield the facts that the brief does not have."""
    known = {treaty.id: treaty for treaty in brief.treaties}
    for member, facts in found.items():
        number = len(getattr(brief, member))
        for at, fact in enumerate(facts):
            is_new = at >= number
            if isinstance(fact, Treaty):
                if is_new:
                    yield _Found(member, fact.replace(milestones=()))
                first = 0 if is_new else len(known[fact.id].milestones)
                for milestone in fact.milestones[first:]:
                    yield _Found("milestones", milestone, fact.id)
            elif is_new:
                yield _Found(member, fact)


def _without_rejected(brief: Brief, new: Sequence[_Found]) -> list[_Found]:
    """Return the new facts without those that were rejected, and what depends on these."""
    known = [fact for _, fact in facts_with_paths(brief) if fact.provenance]
    made = {*brief.rejected, *map(suggestion_id, known)}
    corrected = {
        (type(fact), passage_of(fact))
        for fact in known
        if fact.provenance and fact.provenance.status == "corrected"
    }
    wanted = [
        each
        for each in new
        if suggestion_id(each.fact) not in made
        and (type(each.fact), passage_of(each.fact)) not in corrected
    ]
    if len(wanted) == len(new):
        return wanted
    mentioned = _mentioned(new)
    is_complete = False
    while not is_complete:
        dropped = {each.id for each in new} - {each.id for each in wanted} - {None}
        kept = [each for each in wanted if dropped.isdisjoint(_references(each))]
        is_complete = len(kept) == len(wanted)
        wanted = kept
    # Actors that only dropped facts mention are not suggested.
    unused = mentioned - _mentioned(wanted)
    return [each for each in wanted if each.id is None or each.id not in unused]


def _references(found: _Found) -> Iterator[str]:
    yield from references_within(found.fact)
    if found.treaty:
        yield found.treaty


def _mentioned(found: Iterable[_Found]) -> set[str]:
    return {id for each in found for id in _references(each)}


def _with_ids(brief: Brief, new: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the facts, each with an id."""
    used = {id.rpartition("#")[2] for id in brief.facts()} | {each.id for each in new}
    numbers = {member: count(1) for member in _LETTERS}
    for each in new:
        letter = _LETTERS.get(each.member)
        if each.id is not None or letter is None:
            yield each
            continue
        ids = (f"{letter}{number}" for number in numbers[each.member])
        free = next(id for id in ids if id not in used)
        yield _Found(each.member, each.fact.replace(id=free), each.treaty)
