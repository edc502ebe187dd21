"""Whether those who are in the facts are in the text, and the other way round."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext


@rule("ATT001", "saying-without-quote", Severity.INFO)
def saying_without_quote(context: CheckContext) -> Iterator[Problem]:
    """A section of statements has no quote among the facts.

    What it does:
        For each section of the kind `saying` it looks for a quote whose words, or whose
        evidence, stand in that section.

    Why it matters:
        The section says who said something, and nobody can query it.

    Example:
        A section “What she's saying”, in a brief without `quotes`.

    Use instead:
        A quote for each statement of the section.
    """
    sayings = [at for at, one in enumerate(context.brief.sections) if one.kind == "saying"]
    if not sayings:
        return
    quoted = _sections_with_quotes(context)
    for at in sayings:
        if context.brief.sections[at].content and at not in quoted:
            yield Problem(
                ("sections", at),
                "the section says who said something, but no quote rests on it",
                "add a quote for each of its statements",
            )


def _sections_with_quotes(context: CheckContext) -> set[str | int]:
    own = (passage.places for passage in context.passages if passage.path[0] == "quotes")
    places = chain.from_iterable([*context.places_of_quotes, *own])
    blocks = map(context.narrative.path_at, places)
    return {path[1] for path in blocks if path[0] == "sections"}


@rule("ATT006", "actor-without-part", Severity.INFO)
def actor_without_part(context: CheckContext) -> Iterator[Problem]:
    """An actor is listed, and neither a fact nor the narrative refers to it.

    What it does:
        It finds actors whose id stands in no reference of any fact, and whom the narrative does
        not name.

    Why it matters:
        An actor without a part is a leftover, or the fact in which it acts is missing.

    Example:
        `actors: [{id: east, kind: state, name: Eastland}]`, with no other fact that names `east`.

    Use instead:
        The fact in which it acts; or leave the actor out.
    """
    for at, actor in enumerate(context.brief.actors):
        if actor.id in context.unnamed and actor.id not in context.referred_to:
            yield Problem(
                ("actors", at),
                f"neither a fact nor the narrative refers to {context.names[actor.id]}",
                "add the fact in which it acts, or leave it out",
            )
