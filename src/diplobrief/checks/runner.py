"""Runs the rules over a brief, and locates their findings in the file."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from diplobrief.checks.catalogue import is_code, plugin_findings, selected_rules, unknown_code
from diplobrief.checks.context import CheckContext
from diplobrief.checks.ignores import without_ignored
from diplobrief.checks.settings import ALL, DEFAULT, INTERNAL, Settings
from diplobrief.diagnostics import BriefError, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks.rules.base import Rule
    from diplobrief.formats import Format
    from diplobrief.formats.document import Document
    from diplobrief.model import Brief


def check(
    brief: Brief, *, select: Sequence[str] = (ALL,), ignore: Sequence[str] = ()
) -> list[Finding]:
    """Check the consistency of a brief.

    Args:
        brief: The brief. Being a `Brief`, it already satisfies shape and integrity.
        select: The codes of the rules to run, whole (`CHR001`) or the start (`CHR`). Default: all.
        ignore: Codes not to report. The more specific code wins; on a tie, `ignore` wins.

    Returns:
        The findings, rule by rule, without those that the brief ignores, and without positions in
        a file.

    Raises:
        ValueError: A code is unknown.

    Example:
        >>> from diplobrief import Brief
        >>> step = {"kind": "parliamentary_approval", "parties": ["ru"]}
        >>> brief = Brief.model_validate(
        ...     {
        ...         "schema_version": "1.0",
        ...         "actors": [{"id": "ru", "kind": "state", "name": "Russia"}],
        ...         "treaties": [
        ...             {
        ...                 "id": "csp",
        ...                 "title": "Treaty",
        ...                 "kind": "treaty",
        ...                 "milestones": [
        ...                     {**step, "status": "completed", "date": "2025-04-18"},
        ...                     {**step, "status": "scheduled", "date": "2025-04-16"},
        ...                 ],
        ...             }
        ...         ],
        ...         "sections": [],
        ...     }
        ... )
        >>> [(finding.code, finding.path[-2:]) for finding in check(brief)]
        [('CHR001', (1, 'date'))]
        >>> check(brief, ignore=["CHR"])
        []
    """
    return check_with(brief, _settings(select, ignore))


def _settings(select: Sequence[str], ignore: Sequence[str]) -> Settings:
    for name in (*select, *ignore):
        if not is_code(name):
            raise ValueError(unknown_code(name))
    settings = Settings(tuple(select), tuple(ignore))
    for finding in plugin_findings(settings):
        warnings.warn(finding.message, RuntimeWarning, stacklevel=3)
    return settings


def check_with(brief: Brief, settings: Settings, *, document: str | None = None) -> list[Finding]:
    """Check the consistency of a brief.

    Args:
        brief: The brief.
        settings: Which rules to run, and how.
        document: The text that the brief was read from, if any. Rules about characters then need
            not serialize the brief.
    """
    context = CheckContext(brief, document)
    rules = selected_rules(settings)
    findings: list[Finding] = []
    for rule in rules:
        try:
            findings += rule.findings(context)
        except Exception as error:  # noqa: BLE001 - the other rules run all the same
            findings.append(_failure(rule, error))
    return settings.applied(without_ignored(context, findings, [rule.code for rule in rules]))


def check_text(text: str, format: Format, settings: Settings = DEFAULT) -> list[Finding]:
    """Report everything that is wrong with a text; see `check_document`."""
    return check_document(format.open(text), settings)


def check_document(document: Document, settings: Settings = DEFAULT) -> list[Finding]:
    """Report everything that is wrong with a document, with its places, in their order.

    Args:
        document: The document.
        settings: What is looked for.

    Returns:
        The errors if the document is not a valid brief; otherwise the findings of the rules and
        the format's warnings.
    """
    try:
        brief = document.brief
    except BriefError as error:
        return list(error.findings)
    findings = check_with(brief, settings, document=document.text)
    if findings:
        spans = document.locate([finding.path for finding in findings])
        findings = [finding.located(spans.get(finding.path)) for finding in findings]
    return sorted(
        [*findings, *settings.applied(document.notices())],
        key=lambda finding: (finding.line or 0, finding.column or 0, finding.code),
    )


def _failure(rule: Rule, error: Exception) -> Finding:
    return Finding(
        INTERNAL,
        f"The rule {rule.code} of {rule.origin} failed: {type(error).__name__}: {error}",
        Severity.ERROR,
        hint="report this to its authors, and attach the brief",
    )
