"""The last step of every reader: one validation, and places only if something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.model import Brief

Locate = Callable[[Iterable[Path]], Mapping[Path, Span]]
"""Returns the places of members in the text that was read."""


def validate(data: object, locate: Locate) -> Brief:
    """Return the brief that plain data describe.

    Args:
        data: The plain data of one document.
        locate: Returns places; called only if something is wrong.

    Raises:
        BriefError: The data are not a valid brief. The error has all findings, in the order of
            the file.
    """
    try:
        return Brief.model_validate(data)
    except ValidationError as error:
        raise placed(error, locate) from None


def placed(error: ValidationError, locate: Locate) -> BriefError:
    """Convert the error of a validation to findings with places, in the order of the file."""
    from diplobrief.diagnostics.validation import findings_of

    findings = findings_of(error)
    spans = locate([finding.path for finding in findings])
    located = [finding.located(spans.get(finding.path)) for finding in findings]
    return BriefError(sorted(located, key=_position))


def _position(finding: Finding) -> tuple[int, int]:
    return (finding.line or 0, finding.column or 0)
