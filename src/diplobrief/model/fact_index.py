"""The facts of a brief: where they are, of which kind, and under which ids.

Which lists contain facts follows from the fields of `Brief`, and of the facts themselves: the
milestones of a treaty are facts within a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, TypeVar

from diplobrief.model.base import shown
from diplobrief.model.facts import Fact
from diplobrief.model.fields import Constant, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diplobrief.model.base import Value
    from diplobrief.model.fields import Path


_F = TypeVar("_F", bound=Fact)
_V = TypeVar("_V", bound="Value")

_MOST_IDS: Final = 10
"""How many ids an error message lists."""


@dataclass(frozen=True, slots=True)
class FactList:
    """A list of facts.

    Args:
        name: The field that contains it.
        kinds: The classes of its facts, and their kinds.
        inner: The lists of facts within its facts.
    """

    name: str
    kinds: dict[type[Value], str]
    inner: tuple[FactList, ...]


@cache
def fact_lists(model: type[Value]) -> tuple[FactList, ...]:
    """Return the lists of facts in a class, in the order of the files.

    Example:
        >>> from diplobrief.model import Brief
        >>> [facts.name for facts in fact_lists(Brief)]
        ['actors', 'quotes', 'events', 'treaties', 'acts', 'sources']
        >>> [facts.name for facts in fact_lists(Brief)[3].inner]
        ['milestones']
    """
    return tuple(
        FactList(
            name,
            {fact: kind_of_fact(fact) for fact in field.models},
            tuple(inner for fact in field.models for inner in fact_lists(fact)),
        )
        for name, field in fields_of(model).items()
        if any(issubclass(fact, Fact) for fact in field.models)
    )


def kind_of_fact(model: type[Value]) -> str:
    """Return the kind of the facts of a class, as the rules for references name it.

    Example:
        >>> from diplobrief.model import Milestone, State
        >>> kind_of_fact(State), kind_of_fact(Milestone)
        ('state', 'milestone')
    """
    kind = fields_of(model).get("kind")
    if kind is not None and isinstance(kind.content, Constant):
        return str(kind.content.value)
    return model.__name__.lower()


def facts_with_paths(brief: Value) -> Iterator[tuple[Path, Fact]]:
    """Yield every fact of a brief with its path, the milestones after their treaty.

    Example:
        >>> import diplobrief
        >>> brief = diplobrief.loads(
        ...     '{"schema_version": "1.0", "sections": [], '
        ...     '"actors": [{"kind": "state", "id": "north", "name": "Northland"}]}',
        ...     "json",
        ... )
        >>> [path for path, _ in facts_with_paths(brief)]
        [('actors', 0)]
    """
    return _facts_within(brief, (), fact_lists(type(brief)))


def _facts_within(
    value: Value, path: Path, lists: tuple[FactList, ...]
) -> Iterator[tuple[Path, Fact]]:
    for facts in lists:
        for index, fact in enumerate(getattr(value, facts.name)):
            at = (*path, facts.name, index)
            yield at, fact
            if facts.inner:
                yield from _facts_within(fact, at, facts.inner)


class FactNotFoundError(KeyError):
    """No fact has an id that was looked up; the message lists the ids that exist."""

    def __str__(self) -> str:
        return str(self.args[0])


def fact_with_id(facts: tuple[_F, ...], id: str, kind: str, where: str) -> _F:
    """Return the fact with an id.

    Args:
        facts: The facts to look in.
        id: The id.
        kind: The kind of the facts, for the message.
        where: What contains the facts, for the message.

    Raises:
        FactNotFoundError: None of the facts has this id.
    """
    for fact in facts:
        if fact.__dict__["id"] == id:
            return fact
    ids = [fact.__dict__["id"] for fact in facts if fact.__dict__["id"] is not None]
    more = f" and {len(ids) - _MOST_IDS} more" if len(ids) > _MOST_IDS else ""
    existing = f"has: {', '.join(ids[:_MOST_IDS])}{more}" if ids else "has none with an id"
    raise FactNotFoundError(f"no {kind} {shown(id)}; {where} {existing}")


def index_facts(brief: Value) -> dict[str, Fact]:
    """Return the facts that have an id by their id; milestones as `treaty#milestone`."""
    return {id: fact for id, _, fact in _facts_with_ids(brief)}


def paths_of_facts(brief: Value) -> dict[str, Path]:
    """Return the paths of the facts that have an id by their id, as `index_facts` does."""
    return {id: path for id, path, _ in _facts_with_ids(brief)}


def _facts_with_ids(brief: Value) -> Iterator[tuple[str, Path, Fact]]:
    prefixes: dict[Path, str] = {(): ""}
    for path, fact in facts_with_paths(brief):
        id = fact.__dict__["id"]
        if id is not None:
            yield prefixes[path[:-2]] + id, path, fact
            prefixes[path] = f"{id}#"


def fact_at(brief: Value, path: Path) -> Fact:
    """Return the fact at a path."""
    value: Any = brief
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    assert isinstance(value, Fact)  # noqa: S101 - the path is that of a fact
    return value


def with_facts(brief: _V, changes: Mapping[Path, Fact | None]) -> _V:
    """Return a brief in which some facts are changed or removed.

    Args:
        brief: The brief.
        changes: The new facts by path; `None` removes the fact.

    Raises:
        pydantic.ValidationError: The brief would not be valid, because another fact refers to one
            that is removed.

    Example:
        >>> from diplobrief.model import Brief, State
        >>> brief = Brief(actors=[State(id="no", name="Norway")], sections=[])
        >>> with_facts(brief, {("actors", 0): None}).actors
        ()
    """
    return _with_facts_within(brief, (), fact_lists(type(brief)), changes)


def _with_facts_within(
    value: _V, path: Path, lists: tuple[FactList, ...], changes: Mapping[Path, Fact | None]
) -> _V:
    changed: dict[str, tuple[Fact, ...]] = {}
    for facts in lists:
        before: tuple[Fact, ...] = getattr(value, facts.name)
        after: list[Fact] = []
        for index, fact in enumerate(before):
            at = (*path, facts.name, index)
            new = changes.get(at, fact)
            if new is not None:
                after.append(_with_facts_within(new, at, facts.inner, changes))
        if any(one is not other for one, other in zip_longest(before, after)):
            changed[facts.name] = tuple(after)
    return value.replace(**changed) if changed else value


def kinds_of_facts(brief: Value) -> tuple[dict[str, str], bool]:
    """Return the kind of each fact that has an id, by its id, and whether all ids are unique.

    A milestone has the id `treaty#milestone`.
    """
    kinds: dict[str, str] = {}
    named = _add_kinds(brief, "", fact_lists(type(brief)), kinds)
    return kinds, len(kinds) == named


def _add_kinds(
    value: Value, prefix: str, lists: tuple[FactList, ...], kinds: dict[str, str]
) -> int:
    """Add the kinds of the facts that have an id, and return how many facts these are."""
    named = 0
    members = value.__dict__
    for facts in lists:
        for fact in members[facts.name]:
            if fact.id is not None:
                kinds[prefix + fact.id] = facts.kinds[type(fact)]
                named += 1
            if facts.inner:
                named += _add_kinds(fact, f"{fact.id}#", facts.inner, kinds)
    return named


def kind_of_reference(
    reference: str, kinds: dict[str, str], treaty: str | None, allowed: frozenset[str]
) -> str | None:
    """Return the kind of fact that a reference names, or `None` if there is no such fact.

    Args:
        reference: The reference.
        kinds: The kinds of facts by their ids.
        treaty: The id of the treaty that contains the reference; its own milestones come first.
        allowed: The kinds of fact that the reference may name.
    """
    if treaty is not None and "milestone" in allowed:
        own = kinds.get(f"{treaty}#{reference}")
        if own is not None:
            return own
    return kinds.get(reference)
