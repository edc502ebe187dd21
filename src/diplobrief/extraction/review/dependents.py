"""Removes facts from a brief, and the references to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding
from diplobrief.model.base import Value
from diplobrief.model.fact_index import (
    facts_with_paths,
    kind_of_fact,
    paths_of_facts,
    with_facts,
)
from diplobrief.model.facts import Fact, is_suggested
from diplobrief.model.fields import Values, fields_of
from diplobrief.model.references import RefersTo
from diplobrief.model.statements import Quote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from diplobrief.diagnostics import Path
    from diplobrief.model import Brief

_V = TypeVar("_V", bound=Value)


def without_facts(brief: Brief, paths: Iterable[Path]) -> tuple[Brief, list[Path]]:
    """Return a brief without some suggested facts, and the paths of all facts that were removed.

    Suggested facts that refer to them lose the reference. If they require it, as a quote requires
    a speaker, they are removed too.

    Args:
        brief: The brief.
        paths: The paths of the facts. The milestones of a treaty are removed with it.

    Raises:
        BriefError: A milestone of such a treaty, or a fact that refers to one of these facts, is
            not suggested.
    """
    facts = dict(facts_with_paths(brief))
    ids = {path: id for id, path in paths_of_facts(brief).items()}
    chosen, known = {*paths}, {*ids.values()}
    while True:
        removed = dict.fromkeys(path for path in facts if path in chosen or path[:-2] in chosen)
        gone = {ids[path] for path in removed if path in ids}
        reduced = {
            path: _Removal(gone, known, ids.get(path[:-2])).applied_to(fact)
            for path, fact in facts.items()
            if path not in removed
        }
        dependent = [path for path, fact in reduced.items() if fact is None]
        if not dependent:
            break
        chosen.update(dependent)
    changes: dict[Path, Fact | None] = {**removed}
    changes |= {path: fact for path, fact in reduced.items() if fact is not facts[path]}
    asserted = [path for path in changes if not is_suggested(facts[path])]
    if asserted:
        raise BriefError([_needed(facts[path], ids.get(path), path) for path in asserted])
    return with_facts(brief, changes), [*removed]


@dataclass(frozen=True, slots=True)
class _Removal:
    """Removes the references to some facts from a value.

    Args:
        gone: The ids of these facts.
        known: The ids of all facts of the brief.
        treaty: The id of the treaty that contains the value; its own milestones come first.
    """

    gone: Collection[str]
    known: Collection[str]
    treaty: str | None

    def applied_to(self, value: _V) -> _V | None:
        """Return the value without these references, or `None` if it requires one of them."""
        changes: dict[str, object] = {}
        for name, field in fields_of(type(value)).items():
            member: Any = value.__dict__[name]
            content = field.content
            if not member or isinstance(member, int):  # a number of voters
                continue
            items: tuple[Any, ...] = member if field.is_list else (member,)
            if isinstance(content, RefersTo):
                kept = [item for item in items if not self._is_gone(item, content)]
            elif isinstance(content, Values) and not issubclass(content.models[0], Fact):
                kept = [part for item in items if (part := self.applied_to(item)) is not None]
            else:
                continue
            if len(kept) < len(items) or any(
                one is not two for one, two in zip(kept, items, strict=True)
            ):
                changes[name] = tuple(kept) if field.is_list else next(iter(kept), None)
        if isinstance(value, Quote) and changes.get("speakers") == ():
            return None  # It is about what somebody said.
        try:
            return value.replace(**changes) if changes else value
        except ValidationError:
            return None

    def _is_gone(self, reference: str, rule: RefersTo) -> bool:
        own = f"{self.treaty}#{reference}"
        if "milestone" in rule.kinds and own in self.known:
            return own in self.gone
        return reference in self.gone


def _needed(fact: Fact, id: str | None, path: Path) -> Finding:
    name = f"{kind_of_fact(type(fact))} {id}" if id else f"a {kind_of_fact(type(fact))}"
    return Finding(
        "fact_needed",
        f"The fact cannot be rejected, because {name}, which is not suggested, depends on it",
        path=path,
        hint="remove the reference first, or correct the fact instead",
    )
