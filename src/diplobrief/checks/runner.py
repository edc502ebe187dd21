"""Runs the rules over a brief, and locates their findings in the document."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from diplobrief.checks.catalogue import (
    NOTICES,
    selected_rules,
)
from diplobrief.checks.context import CheckContext
from diplobrief.checks.ignores import has_ignores, without_ignored
from diplobrief.checks.settings import DEFAULT, INTERNAL, Settings
from diplobrief.checks.suggested import asserted_part, with_note
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.bounds import MOST_OF_A_CODE, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.checks.rules.base import Rule
    from diplobrief.diagnostics import Path, Span
    from diplobrief.formats.document import Document
    from diplobrief.model import Brief


def check_document(document: Document, settings: Settings = DEFAULT) -> list[Finding]:
    """Check a document; see `check_text`."""
    try:
        brief = document.brief
    except BriefError as error:
        return list(error.findings)
    return located(check_brief(brief, settings, document), document)


def located(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """Return findings with their positions in a document, in its order."""
    if not findings:
        return []
    listed = [finding for finding in findings if finding.count == 1]
    spans = document.locate(
        path
        for finding in listed
        for path in (finding.path, *(related.path for related in finding.related))
    )
    in_order = sorted(
        (_located(finding, spans) for finding in listed),
        key=lambda finding: (finding.line or 0, finding.column or 0, finding.code),
    )
    return in_order + [finding for finding in findings if finding.count > 1]


def check_brief(
    brief: Brief, settings: Settings, document: Document | None = None
) -> list[Finding]:
    """Check the consistency of a brief.

    Args:
        brief: The brief.
        settings: Which rules to run, and how.
        document: The document that the brief was read from, if any. It adds the warnings of its
            format, and spares rules about characters the serialization of the brief.

    Returns:
        The findings; of each code the first ones, and how many more there are.
    """
    return bounded(_each_finding(brief, settings, document, most=MOST_OF_A_CODE))


def all_findings(
    brief: Brief,
    settings: Settings,
    document: Document | None = None,
    *,
    most_fixes: int | None = None,
) -> list[Finding]:
    """Return the findings of `check_brief`, however many there are.

    Args:
        brief: The brief.
        settings: Which rules to run, and how.
        document: The document that the brief was read from, if any.
        most_fixes: If given, only rules whose problems may have fixes run, and of each code so many
            findings are returned.
    """
    only_fixes = most_fixes is not None
    return [*_each_finding(brief, settings, document, only_fixes=only_fixes, most=most_fixes)]


def _each_finding(
    brief: Brief,
    settings: Settings,
    document: Document | None = None,
    *,
    only_fixes: bool = False,
    most: int | None = None,
) -> Iterator[Finding]:
    """Yield the findings of one rule after the other; of each code at least `most` (default: all).

    Then not all of them are in memory.
    """
    part = asserted_part(brief) if settings.confirmed_only else None
    context = CheckContext(part.brief if part else brief, document.text if document else None)
    rules = [rule for rule in selected_rules(settings) if rule.fixes or not only_fixes]
    checked = [rule.code for rule in rules]
    if has_ignores(context):
        most = None  # those that are ignored may be the first ones
    found = chain.from_iterable(
        _findings_of(rule, context, most, counts_rest=not only_fixes) for rule in rules
    )
    if document is not None:
        found = chain(found, document.notices())
        checked += filter(settings.selects, NOTICES)
    findings = with_note(context, without_ignored(context, found, checked))
    yield from settings.applied(map(part.in_whole, findings) if part else findings)


def _findings_of(
    rule: Rule, context: CheckContext, most: int | None, *, counts_rest: bool
) -> list[Finding]:
    try:
        return rule.findings(context, most, counts_rest=counts_rest)
    except Exception as error:  # noqa: BLE001 - the other rules run all the same
        return [_failure(rule, error)]


def _failure(rule: Rule, error: Exception) -> Finding:
    return Finding(
        INTERNAL,
        f"The rule {rule.code} of {rule.origin} failed: {type(error).__name__}: {error}",
        Severity.ERROR,
        hint="report this to its authors, and attach the brief",
    )


def _located(finding: Finding, spans: Mapping[Path, Span]) -> Finding:
    """Return a finding with its positions in the file. A warning of a format already has one."""
    return replace(
        finding,
        span=finding.span or spans.get(finding.path),
        related=tuple(
            replace(related, span=spans.get(related.path)) for related in finding.related
        ),
    )
