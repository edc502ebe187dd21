"""Runs the rules over a brief, and locates their findings in the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diplobrief.checks.catalogue import (
    NOTICES,
    selected_rules,
)
from diplobrief.checks.context import CheckContext
from diplobrief.checks.ignores import without_ignored
from diplobrief.checks.settings import DEFAULT, INTERNAL, Settings
from diplobrief.checks.suggested import asserted_part, with_note
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.bounds import bounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    return bounded(all_findings(brief, settings, document))


def all_findings(
    brief: Brief,
    settings: Settings,
    document: Document | None = None,
    *,
    only_fixes: bool = False,
) -> list[Finding]:
    """Return the findings of `check_brief`, however many there are.

    Args:
        brief: The brief.
        settings: Which rules to run, and how.
        document: The document that the brief was read from, if any.
        only_fixes: Whether to run only the rules whose problems may have fixes.
    """
    part = asserted_part(brief) if settings.confirmed_only else None
    context = CheckContext(part.brief if part else brief, document.text if document else None)
    rules = [rule for rule in selected_rules(settings) if rule.fixes or not only_fixes]
    findings: list[Finding] = []
    for rule in rules:
        try:
            findings += rule.findings(context)
        except Exception as error:  # noqa: BLE001 - the other rules run all the same
            findings.append(_failure(rule, error))
    checked = [rule.code for rule in rules]
    if document is not None:
        findings += document.notices()
        checked += filter(settings.selects, NOTICES)
    findings = with_note(context, without_ignored(context, findings, checked))
    return settings.applied(map(part.in_whole, findings) if part else findings)


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
