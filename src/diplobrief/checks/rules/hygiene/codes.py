"""Codes that no registry knows, and markings that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.hygiene.registries import is_country, unknown_subtag
from diplobrief.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path


@rule("HYG008", "unknown-country", Severity.WARNING)
def unknown_country(context: CheckContext) -> Iterator[Problem]:
    """A country code is not in ISO 3166.

    What it does:
        It looks up the `country` of each state in ISO 3166-1 (two letters) and ISO 3166-3 (four
        letters, for states that have ended). The user-assigned codes `AA`, `QM` to `QZ`, `XA` to
        `XZ` (`XK` among them) and `ZZ` are allowed.

    Why it matters:
        Programs join data by these codes. `UK` matches nothing, and `IR` for Iraq matches Iran.

    Example:
        `country: UK`

    Use instead:
        `country: GB`

    References:
        ISO 3166-1:2020, clause 8; ISO 3166-3:2020.
    """
    for at, actor in enumerate(context.brief.actors):
        if actor.kind == "state" and actor.country is not None and not is_country(actor.country):
            yield Problem(
                ("actors", at, "country"),
                f"{actor.country} is not a country code of ISO 3166",
                "write GB for the United Kingdom"
                if actor.country == "UK"
                else "look up the code; states that have ended have four letters",
            )


@rule("HYG009", "unknown-language", Severity.WARNING)
def unknown_language(context: CheckContext) -> Iterator[Problem]:
    """A part of a language tag is not in the IANA registry.

    What it does:
        It looks up each part of a language tag (language, script, region, variant) in the IANA
        Language Subtag Registry. Parts for private use and extensions are not checked.

    Why it matters:
        Browsers, screen readers and search engines cannot use a tag that they do not know.

    Example:
        `language: en-UK`

    Use instead:
        `language: en-GB`

    References:
        RFC 5646, sections 2.2 and 3.1; IANA Language Subtag Registry.
    """
    for path, tag in _language_tags(context):
        if tag is not None:
            unknown = unknown_subtag(tag)
            if unknown is not None:
                kind, subtag = unknown
                yield Problem(
                    path,
                    f"the {kind} {subtag} is not in the registry of language tags",
                    "look up the tag in the IANA Language Subtag Registry",
                )


def _language_tags(context: CheckContext) -> Iterator[tuple[Path, str | None]]:
    brief = context.brief
    yield ("language",), brief.language
    for at, section in enumerate(brief.sections):
        yield ("sections", at, "language"), section.language
    for at, source in enumerate(brief.sources):
        yield ("sources", at, "language"), source.language
    for at, actor in enumerate(brief.actors):
        for index, other in enumerate(actor.other_names):
            yield ("actors", at, "other_names", index, "language"), other.language
    for at, quote in enumerate(brief.quotes):
        if quote.original is not None:
            yield ("quotes", at, "original", "language"), quote.original.language
    for at, treaty in enumerate(brief.treaties):
        for index, tag in enumerate(treaty.authentic_languages):
            yield ("treaties", at, "authentic_languages", index), tag


@rule("HYG010", "clear-under-embargo", Severity.WARNING)
def clear_under_embargo(context: CheckContext) -> Iterator[Problem]:
    """A brief under embargo is marked for unlimited disclosure.

    What it does:
        It finds the marking `TLP:CLEAR` together with an `embargo_until` that has not certainly
        passed on the brief's own day.

    Why it matters:
        The marking lets everybody share the brief at once; the embargo forbids it. Readers who see
        only the marking break the embargo.

    Example:
        `handling: {tlp: TLP:CLEAR, embargo_until: 2026-03-05T12:00:00Z}` in a brief dated
        `2026-03-04`.

    Use instead:
        `TLP:GREEN` or a stricter marking until the embargo ends, and `TLP:CLEAR` after that.

    References:
        FIRST, Traffic Light Protocol 2.0, section 2.
    """
    handling = context.brief.handling
    if handling is None or handling.tlp != "TLP:CLEAR" or handling.embargo_until is None:
        return
    day = context.brief.day
    if day is None or day.before(handling.embargo_until):
        yield Problem(
            ("handling", "tlp"),
            "TLP:CLEAR allows unlimited sharing, but there is an embargo until "
            f"{handling.embargo_until}",
            "use a stricter marking until the embargo ends, or remove the embargo",
            related=(Related(("handling", "embargo_until"), "the end of the embargo"),),
        )
