"""ATT: who said it, in which office, and for whom."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.model import Act, Event, Milestone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path
    from diplobrief.model import Person, Quote

# A form of "be" with a participle, or an adverb that hides the speaker.
_PASSIVE: Final = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?"
    r"(?:\w+ed|said|told|heard|known|thought|understood|quoted|shown|given|made|put|meant)\b"
    r"|\b(?:reportedly|allegedly|supposedly|purportedly)\b",
    re.IGNORECASE,
)

_HEARSAY: Final = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|rumou?red|according to)\b"
    r"|\b(?:is|are|was|were) (?:said|reported|believed|understood) to\b",
    re.IGNORECASE,
)


@rule("ATT001", "saying-without-quote", Severity.INFO)
def saying_without_quote(context: CheckContext) -> Iterator[Problem]:
    """A section of statements has no quote among the facts.

    What it does:
        For each section of kind `saying`, it looks for a quote whose text or evidence is in that
        section.

    Why it matters:
        The section reports who said what, but programs cannot query it.

    Example:
        A section “What they're saying” in a brief without `quotes`.

    Use instead:
        A quote for each statement of the section.
    """
    sections = context.brief.sections
    sayings = [index for index, section in enumerate(sections) if section.kind == "saying"]
    if not sayings:
        return
    quoted = _sections_with_quotes(context)
    for index in sayings:
        if sections[index].content and index not in quoted:
            yield Problem(
                ("sections", index),
                "this section of statements has no quote among the facts",
                "add a quote for each statement",
            )


def _sections_with_quotes(context: CheckContext) -> set[str | int]:
    evidence = (passage.offsets for passage in context.passages if passage.path[0] == "quotes")
    quoted = (passage.offsets for passages in context.quoted for passage in passages)
    offsets = chain.from_iterable([*quoted, *evidence])
    paths = map(context.narrative.path_at, offsets)
    return {path[1] for path in paths if path[0] == "sections"}


@rule("ATT002", "quote-without-occasion", Severity.INFO)
def quote_without_occasion(context: CheckContext) -> Iterator[Problem]:
    """A direct quote has neither a source nor an occasion on which it was said.

    What it does:
        It finds quotes in direct speech without an `event`, `venue`, `said_on` (or
        `said_on_as_written`), `cites`, or evidence with a `source`.

    Why it matters:
        Others will quote these words again, and will want to verify them.

    Example:
        `{speakers: [varga], mode: direct, text: We shall wait.}`

    Use instead:
        The same quote with `said_on: 2026-03-03` and `venue: state television`, or with `cites`.
    """
    for index, quote in enumerate(context.brief.quotes):
        if quote.mode == "direct" and not _has_occasion(quote):
            yield Problem(
                ("quotes", index),
                "the quote has no source, and does not say where or when it was said",
                "add the event, venue or day, or cite the source",
            )


def _has_occasion(quote: Quote) -> bool:
    occasion = quote.event or quote.venue or quote.said_on or quote.said_on_as_written
    return bool(occasion or quote.cites) or any(
        evidence.source is not None for evidence in quote.evidence
    )


@rule("ATT003", "speaker-without-office", Severity.INFO)
def speaker_without_office(context: CheckContext) -> Iterator[Problem]:
    """A person who speaks has no office.

    What it does:
        It finds persons who speak in a quote, have no `office`, and have no `capacity` in any of
        their quotes.

    Why it matters:
        Without an office, a statement is a private opinion. Readers judge statements by the office.

    Example:
        `{id: varga, kind: person, name: Ilona Varga}`, who speaks in a quote.

    Use instead:
        The same person with `office: Foreign Minister`, or a `capacity` in the quote.
    """
    quotes = context.brief.quotes
    with_capacity = _speakers(quote for quote in quotes if quote.capacity is not None)
    for path, person in _speaking_persons(context):
        if person.office is None and person.id not in with_capacity:
            yield Problem(
                path,
                f"{person.name} speaks, but has neither an office nor a capacity",
                "add the person's office, or the capacity in the quote",
            )


@rule("ATT004", "speaker-for-nobody", Severity.INFO)
def speaker_for_nobody(context: CheckContext) -> Iterator[Problem]:
    """A person who speaks represents nobody.

    What it does:
        It finds persons who speak in a quote, have no `represents`, and have no `on_behalf_of` in
        any of their quotes.

    Why it matters:
        In diplomacy a person speaks for a state or a body. Programs that look for the position of
        a state miss what this person said.

    Example:
        `{id: varga, kind: person, name: Ilona Varga, office: Foreign Minister}`, who speaks.

    Use instead:
        The same person with `represents: south`.
    """
    quotes = context.brief.quotes
    on_behalf = _speakers(quote for quote in quotes if quote.on_behalf_of is not None)
    for path, person in _speaking_persons(context):
        if person.represents is None and person.id not in on_behalf:
            yield Problem(
                path,
                f"{person.name} speaks, but represents nobody",
                "add `represents` with a state, organ, organization or group",
            )


def _speakers(quotes: Iterable[Quote]) -> set[str]:
    return {speaker for quote in quotes for speaker in quote.speakers}


def _speaking_persons(context: CheckContext) -> Iterator[tuple[Path, Person]]:
    speakers = _speakers(context.brief.quotes)
    for index, actor in enumerate(context.brief.actors):
        if actor.kind == "person" and actor.id in speakers:
            yield ("actors", index), actor


@rule("ATT005", "passive-attribution", Severity.INFO)
def passive_attribution(context: CheckContext) -> Iterator[Problem]:
    """The verb of a quote hides who speaks.

    What it does:
        It finds passive forms (“was told”, “is said to”) and words such as “reportedly” in the
        `verb` of a quote, if the brief is in English or has no language.

    Why it matters:
        The passive hides the speaker, although the quote names one.

    Example:
        `verb: was reported to favour`

    Use instead:
        `verb: favoured`
    """
    if not _is_in_english(context):
        return
    for index, quote in enumerate(context.brief.quotes):
        if quote.verb is not None and _PASSIVE.search(quote.verb):
            yield Problem(
                ("quotes", index, "verb"),
                f"“{quote.verb}” hides who speaks",
                "use an active verb whose subject is the speaker",
            )


@rule("ATT006", "unused-actor", Severity.INFO)
def unused_actor(context: CheckContext) -> Iterator[Problem]:
    """An actor is listed, but never mentioned.

    What it does:
        It finds actors that no fact refers to and that the narrative does not name.

    Why it matters:
        The actor is left over, or a fact about it is missing.

    Example:
        `actors: [{id: east, kind: state, name: Eastland}]`, in a brief that never mentions
        Eastland.

    Use instead:
        A fact in which the actor takes part, or no such actor.
    """
    for index, actor in enumerate(context.brief.actors):
        if actor.id in context.unmentioned_actors and actor.id not in context.referred_to:
            yield Problem(
                ("actors", index),
                f"{context.names[actor.id]} is listed as an actor but never mentioned",
                "add a fact in which it takes part, or remove the actor",
            )


@rule("ATT007", "reported-by-nobody", Severity.INFO)
def reported_by_nobody(context: CheckContext) -> Iterator[Problem]:
    """A fact is a report or is denied, and the brief does not say on whose word it rests.

    What it does:
        It finds milestones, events and acts that are `denied`, or whose evidence says in English
        that they are only reported (“reportedly”, “allegedly”, “according to”), and that have
        neither `according_to` nor `cites` nor evidence with a `source`.

    Why it matters:
        Such a fact is only as good as its source. Readers cannot judge it if they do not know who
        says so, and a program cannot tell it from an established fact.

    Example:
        `{kind: attack, status: denied}`

    Use instead:
        The same event with `according_to: [ministry]`, or with `cites`.
    """
    for path, fact in context.facts:
        if isinstance(fact, Milestone | Event | Act) and _is_report(context, fact):
            sourced = any(evidence.source is not None for evidence in fact.evidence)
            if not (fact.according_to or fact.cites or sourced):
                yield Problem(
                    path,
                    "this is a report, and the brief does not say on whose word it rests",
                    "add the actors as `according_to`, or cite the source",
                )


def _is_report(context: CheckContext, fact: Milestone | Event | Act) -> bool:
    return fact.status == "denied" or (
        _is_in_english(context)
        and any(_HEARSAY.search(evidence.exact) for evidence in fact.evidence)
    )


def _is_in_english(context: CheckContext) -> bool:
    language = context.brief.language or "en"
    return language.partition("-")[0].casefold() == "en"
