"""Findings as workflow commands of GitHub Actions, which shows them next to changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics.findings import Finding, Severity
from diplobrief.diagnostics.reports import printable
from diplobrief.diagnostics.terminal_text import visible
from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.diagnostics.reports import Results

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA: Final = {"%": "%25", "\n": "%0A"}
_IN_PROPERTY: Final = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def report(results: Results) -> str:
    """Return one command for each finding, each on its own line."""
    return "\n".join(_command(finding) for findings in results.values() for finding in findings)


def _command(finding: Finding) -> str:
    properties: dict[str, object] = {"title": finding.code}
    if finding.file is not None:
        properties["file"] = finding.file
    span = finding.span
    if span is not None:
        properties |= {"line": span.line, "endLine": span.end_line, "col": span.column}
        # GitHub expects the last column, and only if the annotation is on one line.
        if span.line == span.end_line:
            properties["endColumn"] = max(span.column, span.end_column - 1)
    written = ",".join(
        f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items()
    )
    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.severity]} {written}::{_escaped(message, _IN_DATA)}"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    # People read the log of a run in a terminal or a browser, which controls could change.
    shown = "\n".join(map(visible, LINE_END.split(printable(text))))
    return "".join(escapes.get(character, character) for character in shown)
