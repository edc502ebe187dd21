"""Findings as a JSON array, with every part of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diplobrief.diagnostics.findings import Finding, format_path
from diplobrief.diagnostics.reports import printable

if TYPE_CHECKING:
    from diplobrief.diagnostics.reports import Results


def report(results: Results) -> str:
    """Return all findings as a JSON array."""
    return json.dumps(
        [as_data(finding) for found in results.values() for finding in found], indent=2
    )


def as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data; what is not known is null."""
    span = finding.span
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": printable(finding.message),
        "path": [printable(step) if isinstance(step, str) else step for step in finding.path],
        "path_text": printable(format_path(finding.path)),
        "hint": printable(finding.hint) or None,
        "url": finding.url,
        # As the system has it, lone surrogates included: a program can open the file by it.
        "file": finding.file,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "fix": finding.fix.title if finding.fix else None,
    }
