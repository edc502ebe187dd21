"""Findings as a JSON array."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from diplobrief.diagnostics.findings import Finding, Path, Span, format_path
from diplobrief.diagnostics.reports import printable

if TYPE_CHECKING:
    from diplobrief.diagnostics.reports import Results


def report(results: Results) -> str:
    """Return all findings as a JSON array."""
    return json.dumps(
        [as_data(finding) for findings in results.values() for finding in findings], indent=2
    )


def as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data; unknown values are null."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": printable(finding.message),
        **_path(finding.path),
        "hint": printable(finding.hint) or None,
        "url": finding.url or None,
        # Not made printable: a program must be able to open the file by this name.
        "file": finding.file,
        **_position(finding.span),
        "fix": finding.fix.title if finding.fix else None,
        "related": [
            {
                "message": printable(related.message),
                **_path(related.path),
                **_position(related.span),
            }
            for related in finding.related
        ],
    }


def _path(path: Path) -> dict[str, Any]:
    return {
        "path": [printable(step) if isinstance(step, str) else step for step in path],
        "path_text": printable(format_path(path)),
    }


def _position(span: Span | None) -> dict[str, int | None]:
    return {
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
    }
