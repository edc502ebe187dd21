"""Findings as SARIF 2.1.0, the OASIS format of static analysis results."""

from __future__ import annotations

import json
import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from diplobrief._version import __version__
from diplobrief.diagnostics.findings import Finding, Severity, format_path
from diplobrief.diagnostics.reports import printable

if TYPE_CHECKING:
    from diplobrief.diagnostics.reports import Results

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(results: Results) -> str:
    """Return all findings as one run of a SARIF log."""
    findings = [finding for found in results.values() for finding in found]
    urls = {finding.code: finding.url for finding in findings}
    index = {code: number for number, code in enumerate(urls)}
    driver = {
        "name": "diplobrief",
        "semanticVersion": __version__,
        "rules": [{"id": code, "helpUri": url} for code, url in urls.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(name)}} for name in results],
        "results": [_result(finding, index[finding.code]) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _result(finding: Finding, index: int) -> dict[str, Any]:
    said = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": printable(said)},
    }
    location: dict[str, Any] = {}
    if finding.file is not None:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": _uri(finding.file)},
            # A viewer that shows a place needs one: the top of the file, where none is known.
            "region": _region(finding),
        }
    if finding.path:
        name = printable(format_path(finding.path))
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "member"}]
    if location:
        result["locations"] = [location]
    return result


def _region(finding: Finding) -> dict[str, int]:
    span = finding.span
    if span is None:
        return {"startLine": 1}
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(name: str) -> str:
    """Return a file's name as a URI reference, relative where the name is."""
    path = PurePath(name)
    written = path.as_posix()
    try:
        exact = os.fsencode(written)
    except UnicodeEncodeError:
        exact = printable(written).encode()
    if path.is_absolute():
        return f"file:///{quote(exact).lstrip('/')}"
    # It escapes colons too, of which the first would end a scheme.
    return quote(exact)
