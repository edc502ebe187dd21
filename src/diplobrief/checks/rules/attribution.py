"""ATT: who said it, in which office, and for whom."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path
    from diplobrief.model import Person, Quote

# A form of "be" and a participle, or an adverb that names nobody.
_PASSIVE: Final = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?"
    r"(?:\w+ed|said|told|heard|known|thought|understood|quoted|shown|given|made|put|meant)\b"
    r"|\b(?:reportedly|allegedly|supposedly|purportedly)\b",
    re.IGNORECASE,
)


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


@rule("ATT002", "quote-without-occasion", Severity.INFO)
def quote_without_occasion(context: CheckContext) -> Iterator[Problem]:
    """A direct quote says neither where it was taken from nor on which occasion it was said.

    What it does:
        It finds quotes in direct speech without any of `event`, `venue`, `said_on` (or
        `said_on_as_written`), `cites`, and evidence that names a `source`.

    Why it matters:
        Words in quotation marks are the ones that are quoted on. Whoever does wants to look them
        up.

    Example:
        `{speakers: [varga], mode: direct, text: We shall wait.}`

    Use instead:
        The same with `said_on: 2026-03-03` and `venue: state television`, or with `cites`.
    """
    for at, quote in enumerate(context.brief.quotes):
        if quote.mode == "direct" and not _has_occasion(quote):
            yield Problem(
                ("quotes", at),
                "nobody can tell where or when these words were said",
                "give the event, venue or day, or cite the source",
            )


def _has_occasion(quote: Quote) -> bool:
    said = quote.event or quote.venue or quote.said_on or quote.said_on_as_written
    return bool(said or quote.cites) or any(one.source is not None for one in quote.evidence)


@rule("ATT003", "speaker-without-office", Severity.INFO)
def speaker_without_office(context: CheckContext) -> Iterator[Problem]:
    """A person speaks, and nothing says in which office.

    What it does:
        It finds persons who speak in a quote, have no `office`, and are given no `capacity` in
        any of their quotes.

    Why it matters:
        What a name alone says is a private opinion. Readers weigh words by the office.

    Example:
        `{id: varga, kind: person, name: Ilona Varga}`, who speaks in a quote.

    Use instead:
        The same with `office: Foreign Minister`, or `capacity` in the quote.
    """
    with_capacity = {
        speaker
        for quote in context.brief.quotes
        if quote.capacity is not None
        for speaker in quote.speakers
    }
    for path, person in _speaking_persons(context):
        if person.office is None and person.id not in with_capacity:
            yield Problem(
                path,
                f"{person.name} speaks, but has neither office nor capacity",
                "give the office of the person, or the capacity in the quote",
            )


@rule("ATT004", "speaker-for-nobody", Severity.INFO)
def speaker_for_nobody(context: CheckContext) -> Iterator[Problem]:
    """A person speaks, and nothing says for whom.

    What it does:
        It finds persons who speak in a quote, have no `represents`, and speak `on_behalf_of`
        nobody.

    Why it matters:
        In diplomacy a person speaks for a state or a body; programs that ask for the position of
        a state miss what this person said.

    Example:
        `{id: varga, kind: person, name: Ilona Varga, office: Foreign Minister}`, who speaks.

    Use instead:
        The same with `represents: south`.
    """
    on_behalf = {
        speaker
        for quote in context.brief.quotes
        if quote.on_behalf_of is not None
        for speaker in quote.speakers
    }
    for path, person in _speaking_persons(context):
        if person.represents is None and person.id not in on_behalf:
            yield Problem(
                path,
                f"{person.name} speaks, but represents nobody",
                "say with `represents` for which state, organ, organization or group",
            )


def _speaking_persons(context: CheckContext) -> Iterator[tuple[Path, Person]]:
    speaking = {speaker for quote in context.brief.quotes for speaker in quote.speakers}
    for at, actor in enumerate(context.brief.actors):
        if actor.kind == "person" and actor.id in speaking:
            yield ("actors", at), actor


@rule("ATT005", "passive-attribution", Severity.INFO)
def passive_attribution(context: CheckContext) -> Iterator[Problem]:
    """The verb of a quote hides who speaks.

    What it does:
        It finds the passive (“was told”, “is said to”) and words such as “reportedly” in the
        `verb` of a quote, where the brief is in English or says no language.

    Why it matters:
        The passive lets the speaker disappear, although the quote names one.

    Example:
        `verb: was reported to favour`

    Use instead:
        `verb: favoured`, as the speaker did it.
    """
    language = context.brief.language or "en"
    if language.partition("-")[0].casefold() != "en":
        return
    for at, quote in enumerate(context.brief.quotes):
        if quote.verb is not None and _PASSIVE.search(quote.verb):
            yield Problem(
                ("quotes", at, "verb"),
                f"“{quote.verb}” hides who speaks",
                "use the verb that the speaker is the subject of",
            )


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
