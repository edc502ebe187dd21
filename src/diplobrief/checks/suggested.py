"""Suggested facts in a check: findings that rest on them say so, and they can be left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from diplobrief.model.fact_index import (
    fact_lists,
    facts_with_paths,
    paths_of_facts,
    with_facts,
)
from diplobrief.model.facts import is_suggested
from diplobrief.model.fields import references_within

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Finding, Path
    from diplobrief.model import Brief, Fact

_NOTE: Final = " (rests on suggested facts)"
_FAMILY: Final = "PRV"


def with_note(context: CheckContext, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; those about a suggested fact say that they rest on suggested facts."""
    suggested = {path for path, _ in context.suggested_facts}
    for finding in findings:
        if suggested and not finding.code.startswith(_FAMILY) and _rests_on(finding, suggested):
            yield replace(finding, message=f"{finding.message}{_NOTE}")
        else:
            yield finding


def _rests_on(finding: Finding, facts: Collection[Path]) -> bool:
    paths = (finding.path, *(related.path for related in finding.related))
    return any(path[:length] in facts for path in paths for length in (2, 4))


@dataclass(frozen=True, slots=True)
class AssertedBrief:
    """A brief without the suggested facts that no other fact needs.

    Args:
        brief: The brief.
        paths: The paths of the facts in the whole brief, by their paths in this one.
    """

    brief: Brief
    paths: Mapping[Path, Path]

    def in_whole(self, finding: Finding) -> Finding:
        """Return a finding with the paths that its places have in the whole brief."""
        fix = finding.fix
        return replace(
            finding,
            path=self._path(finding.path),
            fix=fix and replace(fix, path=self._path(fix.path)),
            related=tuple(
                replace(related, path=self._path(related.path)) for related in finding.related
            ),
        )

    def _path(self, path: Path) -> Path:
        for length in (4, 2):
            if path[:length] in self.paths:
                return (*self.paths[path[:length]], *path[length:])
        return path


def asserted_part(brief: Brief) -> AssertedBrief:
    """Return a brief without the suggested facts that no other fact needs.

    A suggested fact stays if one that is not suggested refers to it, such as the speaker of a
    confirmed quote, and then counts as asserted.

    Example:
        >>> from diplobrief.model import Brief, State
        >>> suggested = State(id="no", name="Norway", provenance={"status": "suggested"})
        >>> asserted = State(id="se", name="Sweden")
        >>> part = asserted_part(Brief(actors=[suggested, asserted], sections=[]))
        >>> part.brief.actors[0].id, part.paths
        ('se', {('actors', 0): ('actors', 1)})
    """
    facts = dict(facts_with_paths(brief))
    suggested = {path for path, fact in facts.items() if is_suggested(fact)}
    needed = _needed(brief, facts, suggested)
    changes: dict[Path, Fact | None] = dict.fromkeys(suggested - needed)
    changes |= {path: facts[path].replace(provenance=None) for path in suggested & needed}
    paths: dict[Path, Path] = {}
    positions: defaultdict[Path, Iterator[int]] = defaultdict(count)
    new_of: dict[Path, Path] = {(): ()}
    for path in facts:
        if changes.get(path, path) is not None and path[:-2] in new_of:
            list_at = (*new_of[path[:-2]], path[-2])
            new_of[path] = (*list_at, next(positions[list_at]))
            paths[new_of[path]] = path
    return AssertedBrief(with_facts(brief, changes), paths)


def _needed(brief: Brief, facts: Mapping[Path, Fact], suggested: set[Path]) -> set[Path]:
    """Return the suggested facts that asserted facts refer to, directly or through others."""
    paths = paths_of_facts(brief)
    ids = {path: id for id, path in paths.items()}
    needed: set[Path] = set()
    waiting = [path for path in facts if path not in suggested]
    while waiting:
        path = waiting.pop()
        references = [*references_within(_without_inner_facts(facts[path]))]
        treaty = ids.get(path[:-2])
        names = [*references, *(f"{treaty}#{reference}" for reference in references)]
        around = path[:-2] if len(path) > 2 else path
        for other in (around, *(paths[name] for name in names if name in paths)):
            if other in suggested and other not in needed:
                needed.add(other)
                waiting.append(other)
    return needed


def _without_inner_facts(fact: Fact) -> Fact:
    inner: dict[str, object] = {facts.name: () for facts in fact_lists(type(fact))}
    return fact.replace(**inner) if inner else fact
