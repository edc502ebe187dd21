"""Findings, the error that carries them, and the reports that show them."""

from diplobrief.diagnostics.findings import (
    BriefError,
    Finding,
    Fix,
    Path,
    Related,
    Severity,
    Span,
    format_path,
)

__all__ = ["BriefError", "Finding", "Fix", "Path", "Related", "Severity", "Span", "format_path"]
