"""Findings as SARIF 2.1.0, the OASIS format of static analysis results."""

from __future__ import annotations

import json
import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from diplobrief._version import __version__
from diplobrief.diagnostics.findings import Finding, Path, Severity, Span, format_path
from diplobrief.diagnostics.reports import printable

if TYPE_CHECKING:
    from diplobrief.diagnostics.reports import Results

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(results: Results) -> str:
    """Return all findings as one run of a SARIF log."""
    findings = [finding for entries in results.values() for finding in entries]
    urls = {finding.code: finding.url for finding in findings}
    index = {code: number for number, code in enumerate(urls)}
    driver = {
        "name": "diplobrief",
        "semanticVersion": __version__,
        "rules": [
            {"id": code, "helpUri": url} if url else {"id": code} for code, url in urls.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(name)}} for name in results],
        "results": [_result(finding, index[finding.code]) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _result(finding: Finding, index: int) -> dict[str, Any]:
    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": printable(message)},
    }
    location = _location(finding.file, finding.path, finding.span)
    if location:
        result["locations"] = [location]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": printable(related.message)},
                **_location(finding.file, related.path, related.span),
            }
            for number, related in enumerate(finding.related)
        ]
    return result


def _location(file: str | None, path: Path, span: Span | None) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if file is not None:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": _uri(file)},
            "region": _region(span),
        }
    if path:
        name = printable(format_path(path))
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "member"}]
    return location


def _region(span: Span | None) -> dict[str, int]:
    if span is None:
        # Viewers need a region: use the top of the file if the position is unknown.
        return {"startLine": 1}
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(name: str) -> str:
    """Return a file name as a URI reference, which is relative if the name is."""
    path = PurePath(name)
    written = path.as_posix()
    try:
        exact = os.fsencode(written)
    except UnicodeEncodeError:
        exact = printable(written).encode()
    if path.is_absolute():
        return f"file:///{quote(exact).lstrip('/')}"
    # `quote` also escapes colons: the first one would end a scheme.
    return quote(exact)
