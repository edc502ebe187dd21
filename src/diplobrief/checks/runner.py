"""Runs the rules over a brief, and finds the places of what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules import RULES
from diplobrief.checks.subject import Subject
from diplobrief.diagnostics import BriefError, Finding, Severity

if TYPE_CHECKING:
    from diplobrief.formats import Format
    from diplobrief.model import Brief


def check(brief: Brief) -> list[Finding]:
    """Report what in a brief contradicts itself.

    Args:
        brief: The brief; that it is one says already that its shape and integrity are right.

    Returns:
        The findings of all rules, by path; without places in a file.

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
    """
    subject = Subject(brief)
    return [finding for code in RULES for finding in _findings_of(code, subject)]


def check_text(text: str, format: Format) -> list[Finding]:
    """Report everything that is wrong with a document, with its places, in their order.

    Args:
        text: The document.
        format: Its format.

    Returns:
        What keeps it from being a brief; or, where it is one, what the rules find and what the
        format has to say.
    """
    try:
        brief = format.read(text)
    except BriefError as error:
        return list(error.findings)
    findings = check(brief)
    if findings:
        spans = format.locate(text, [finding.path for finding in findings])
        findings = [finding.at(spans.get(finding.path)) for finding in findings]
    return sorted(
        [*findings, *format.notices(text)],
        key=lambda finding: (finding.line or 0, finding.column or 0, finding.code),
    )


def _findings_of(code: str, subject: Subject) -> list[Finding]:
    """Run one rule; one that fails is reported, and the others go on."""
    try:
        return list(RULES[code].findings(subject))
    except Exception as error:  # noqa: BLE001
        return [
            Finding(
                "internal",
                f"The rule {code} failed: {type(error).__name__}: {error}",
                Severity.ERROR,
                hint="report this with the brief",
            )
        ]
