"""Runs the rules over a brief, and finds the places of what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.configuration import is_code
from diplobrief.checks.context import CheckContext
from diplobrief.checks.ignores import without_waived
from diplobrief.checks.rules import RULES
from diplobrief.checks.settings import ALL, DEFAULT, INTERNAL, Settings
from diplobrief.diagnostics import BriefError, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.formats import Format
    from diplobrief.formats.document import Document
    from diplobrief.model import Brief


def check(
    brief: Brief, *, select: Sequence[str] = (ALL,), ignore: Sequence[str] = ()
) -> list[Finding]:
    """Report what in a brief contradicts itself.

    Args:
        brief: The brief; that it is one says already that its shape and integrity are right.
        select: The codes of the rules that are asked, whole or by how they begin; absent: all.
        ignore: The codes that are not reported. The longer name decides, of equal ones this.

    Returns:
        The findings of the rules, rule by rule, without those that the brief waives; without
        places in a file.

    Raises:
        ValueError: No code is or begins with one of the names.

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
    for name in (*select, *ignore):
        if not is_code(name):
            raise ValueError(f"no code is or begins with {name!r}")
    return check_with(brief, Settings(tuple(select), tuple(ignore)))


def check_with(brief: Brief, settings: Settings, *, document: str | None = None) -> list[Finding]:
    """Report what in a brief contradicts itself, as the settings ask for it.

    Args:
        brief: The brief.
        settings: What is looked for.
        document: The text that the brief was read from; where it is known, rules about
            characters need not write the brief to see them all.
    """
    context = CheckContext(brief, document)
    found: list[Finding] = []
    selected = [code for code in RULES if settings.selects(code)]
    for code in selected:
        try:
            found += RULES[code].findings(context)
        except Exception as error:  # noqa: BLE001 - the other rules go on
            found.append(_failure(code, error))
    return settings.applied(without_waived(context, found, selected))


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


def _failure(code: str, error: Exception) -> Finding:
    return Finding(
        INTERNAL,
        f"The rule {code} failed: {type(error).__name__}: {error}",
        Severity.ERROR,
        hint="report this with the brief",
    )
