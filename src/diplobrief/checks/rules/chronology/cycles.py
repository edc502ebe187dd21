"""Facts that refer to each other in a cycle: each before, within or because of the next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.chronology.requirements import milestone_id
from diplobrief.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path

_Edges = dict[str, list[tuple[str, "Path"]]]
"""From a fact to the facts that it refers to, each with the path of the reference."""

_MOST_RELATED: Final = 8
_HINT: Final = "remove one of these references"


@rule("CHR008", "cycle-of-requirements", Severity.ERROR)
def cycle_of_requirements(context: CheckContext) -> Iterator[Problem]:
    """Milestones require each other in a cycle.

    What it does:
        It follows `requires` from milestone to milestone, across treaties too.

    Why it matters:
        Each would have to come before itself, so none could ever be done.

    Example:
        The `deposit` requires the `promulgation`, and the `promulgation` the `deposit`.

    Use instead:
        `requires` on the later of the two only.
    """
    edges: _Edges = {}
    for treaty in context.treaties:
        for index, milestone in enumerate(treaty.treaty.milestones):
            if milestone.requires and milestone.id is not None:
                path = ("treaties", treaty.at, "milestones", index, "requires")
                edges[f"{treaty.treaty.id}#{milestone.id}"] = [
                    (milestone_id(reference, treaty), (*path, at))
                    for at, reference in enumerate(milestone.requires)
                ]
    yield from _problems(edges, "requires")


@rule("CHR009", "cycle-of-facts", Severity.ERROR)
def cycle_of_facts(context: CheckContext) -> Iterator[Problem]:
    """Facts contain, answer, reverse or derive from each other in a cycle.

    What it does:
        It follows `of`, `represents` and `members` of actors, `part_of` of events,
        `in_response_to` of acts, `derived_from` of sources, `reverses` and `toward` of milestones.

    Why it matters:
        An event cannot be a part of itself, and a source cannot be derived from itself. A program
        that follows the references never ends.

    Example:
        An organ `a` `of: b`, and an organ `b` `of: a`.

    Use instead:
        The intended reference, such as the state that both belong to.
    """
    yield from _problems(_of_actors(context), "belongs to")
    yield from _problems(_of_events(context), "is part of")
    yield from _problems(_of_acts(context), "answers")
    yield from _problems(_of_sources(context), "is derived from")
    yield from _problems(_of_milestones(context), "reverses or serves")


def _of_actors(context: CheckContext) -> _Edges:
    edges: _Edges = {}
    for at, actor in enumerate(context.brief.actors):
        for member in ("of", "represents"):
            above = actor.__dict__.get(member)
            if above is not None:
                edges.setdefault(actor.id, []).append((above, ("actors", at, member)))
        if actor.kind == "group":
            for index, one in enumerate(actor.members):
                edges.setdefault(one, []).append((actor.id, ("actors", at, "members", index)))
    return edges


def _of_events(context: CheckContext) -> _Edges:
    return {
        event.id: [(event.part_of, ("events", at, "part_of"))]
        for at, event in enumerate(context.brief.events)
        if event.id is not None and event.part_of is not None
    }


def _of_acts(context: CheckContext) -> _Edges:
    return {
        act.id: _listed(act.in_response_to, ("acts", at, "in_response_to"))
        for at, act in enumerate(context.brief.acts)
        if act.id is not None and act.in_response_to
    }


def _of_sources(context: CheckContext) -> _Edges:
    return {
        source.id: _listed(source.derived_from, ("sources", at, "derived_from"))
        for at, source in enumerate(context.brief.sources)
        if source.derived_from
    }


def _of_milestones(context: CheckContext) -> _Edges:
    edges: _Edges = {}
    for treaty in context.treaties:
        for index, milestone in enumerate(treaty.treaty.milestones):
            if milestone.id is None or not (milestone.reverses or milestone.toward):
                continue
            path = ("treaties", treaty.at, "milestones", index)
            named: list[tuple[str, Path]] = [
                (milestone_id(reference, treaty), (*path, "reverses", at))
                for at, reference in enumerate(milestone.reverses)
            ]
            if milestone.toward is not None:
                named.append((milestone_id(milestone.toward, treaty), (*path, "toward")))
            edges[f"{treaty.treaty.id}#{milestone.id}"] = named
    return edges


def _listed(references: Sequence[str], path: Path) -> list[tuple[str, Path]]:
    return [(reference, (*path, index)) for index, reference in enumerate(references)]


def _problems(edges: _Edges, verb: str) -> Iterator[Problem]:
    if edges:
        for cycle, path in _cycles(edges):
            related = [
                Related(other, f"{name} {verb} {target}")
                for name, target in pairwise(cycle)
                for reference, other in edges[name]
                if reference == target and other != path
            ]
            yield Problem(
                path,
                f"circular reference: {f' {verb} '.join(cycle)}",
                _HINT,
                related=tuple(related[:_MOST_RELATED]),
            )


def _cycles(edges: Mapping[str, Sequence[tuple[str, Path]]]) -> Iterator[tuple[list[str], Path]]:
    """Yield a cycle for each reference that closes one, found in one walk over all facts."""
    finished: set[str] = set()
    for start in edges:
        if start in finished:
            continue
        on_the_way: dict[str, None] = {start: None}
        waiting = [iter(edges[start])]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                finished.add(on_the_way.popitem()[0])
                continue
            name, path = following
            if name in on_the_way:
                way = [*on_the_way]
                yield [*way[way.index(name) :], name], path
            elif name not in finished and name in edges:
                on_the_way[name] = None
                waiting.append(iter(edges[name]))
