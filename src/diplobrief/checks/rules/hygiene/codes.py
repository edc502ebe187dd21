"""Codes of countries and languages that no registry knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.hygiene.registries import is_country, unknown_subtag
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path


@rule("HYG008", "unknown-country", Severity.WARNING)
def unknown_country(context: CheckContext) -> Iterator[Problem]:
    """A country code is none that ISO 3166 knows.

    What it does:
        It looks up the `country` of each state in ISO 3166-1 (two letters) and ISO 3166-3 (four
        letters, for states that have ended). The user-assigned codes `AA`, `QM` to `QZ`, `XA` to
        `XZ` (`XK` among them) and `ZZ` are allowed.

    Why it matters:
        Programs join briefs by these codes. `UK` finds nothing, and `IR` for Iraq finds Iran.

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
                f"ISO 3166 knows no country {actor.country}",
                "look the code up; four letters name a state that has ended",
            )


@rule("HYG009", "unknown-language", Severity.WARNING)
def unknown_language(context: CheckContext) -> Iterator[Problem]:
    """A part of a language tag is not in the registry of IANA.

    What it does:
        It looks up each part of a language tag (language, script, region, variant) in the IANA
        Language Subtag Registry. Parts for private use, and what extensions say, are left alone.

    Why it matters:
        A tag that nobody knows keeps a page from being shaped, read aloud and found.

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
                    f"the registry of language tags knows no {kind} {subtag}",
                    "look the tag up in the IANA Language Subtag Registry",
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
