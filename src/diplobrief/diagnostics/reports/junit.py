"""Findings as JUnit XML, which most CI servers show as tests."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics.findings import Finding, Severity, format_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.diagnostics.reports import Results

_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow (section 2.2)."""


def report(results: Results) -> str:
    """Return one suite for each file and one case for each finding; a clean file has one case.

    The case of a clean file passes; so does the case of a finding of severity info, with the
    finding as its output.
    """
    total = sum(max(1, len(findings)) for findings in results.values())
    failures = sum(map(_failures, results.values()))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<testsuites name="diplobrief" tests="{total}" failures="{failures}" errors="0">',
        *(line for name, findings in results.items() for line in _suite(name, findings)),
        "</testsuites>",
    ]
    return "\n".join(lines)


def _failures(findings: Sequence[Finding]) -> int:
    return sum(finding.severity is not Severity.INFO for finding in findings)


def _suite(name: str, findings: Sequence[Finding]) -> Iterator[str]:
    shown = _text(name)
    yield (
        f'  <testsuite name="{shown}" tests="{max(1, len(findings))}"'
        f' failures="{_failures(findings)}" errors="0">'
    )
    if not findings:
        yield f'    <testcase name="check" classname="{shown}"/>'
    for finding in findings:
        title = f"{finding.code} {format_path(finding.path)}".strip()
        yield f'    <testcase name="{_text(title)}" classname="{shown}">'
        yield f"      {_outcome(finding)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _outcome(finding: Finding) -> str:
    whole = _text(str(finding))
    if finding.severity is Severity.INFO:
        return f"<system-out>{whole}</system-out>"
    message = _text(finding.message)
    return f'<failure message="{message}" type="{finding.severity}">{whole}</failure>'


def _text(text: str) -> str:
    """Escape a text for an attribute or element; other than ASCII becomes a reference."""
    escaped = escape(_NO_XML.sub("\ufffd", text))
    kept = escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")
    return kept.encode("ascii", "xmlcharrefreplace").decode()
