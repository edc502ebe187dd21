"""Who speaks, in which office, for whom, and whether anybody knows where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules import Problem, rule
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
