"""What was found and where: findings, the error that carries them, and how they are printed."""

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
