"""Validates the plain data of a document, and places what is wrong in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, cast

from pydantic import ValidationError

from diplobrief.diagnostics import BriefError, Finding, Path, Span
from diplobrief.model import Brief
from diplobrief.model.integrity_rules import INTEGRITY_CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Locate: TypeAlias = "Callable[[Iterable[Path]], Mapping[Path, Span]]"
"""Returns the places of members in the text that was read."""

MANY_VALUES: Final = 100_000
"""From this number of values, the lists of a document are first validated in part.

A value can have several errors. A million of them would need 500 MB in pydantic alone.
"""

_PARTS: Final = (1_000, 10_000, 100_000)
"""How many items of each list are validated in the first step, the second, and so on."""

_DEPTH_OF_MODEL: Final = 12
_ABOUT_NAMES: Final = frozenset({"member_unknown", "member_renamed", "extension_name"})
"""The codes of findings that mark the name of a member, not its value."""


class InvalidBriefError(BriefError):
    """A document is not a valid brief.

    Args:
        findings: The findings that are listed.
        violations: All violations, as pydantic reports them.
    """

    def __init__(self, findings: Sequence[Finding], violations: ValidationError) -> None:
        super().__init__(findings)
        self.violations = violations


def validate(
    data: object, locate: Locate, locate_names: Locate | None = None, *, has_many: bool = False
) -> Brief:
    """Return the brief that plain data describe.

    Args:
        data: The plain data of one document.
        locate: Returns places; called only if something is wrong.
        locate_names: Returns the places of names (default: as `locate`).
        has_many: Whether the data may have more than `MANY_VALUES` values.

    Raises:
        BriefError: The data are not a valid brief. The error has findings in the order of the
            file.
    """
    locate_names = locate_names or locate
    if has_many:
        require_valid_parts(data, locate, locate_names)
    try:
        return Brief.model_validate(data)
    except ValidationError as error:
        raise placed(error, locate, locate_names) from None


def require_valid_parts(data: object, locate: Locate, locate_names: Locate) -> None:
    """Refuse data with many values if the first items of its lists are not valid.

    Raises:
        BriefError: An item is not valid. The items after it were not validated.
    """
    for most in _PARTS:
        try:
            Brief.model_validate(_first_items(data, most))
        except ValidationError as error:
            if _is_about_integrity(error):  # what the cut items refer to may be missing
                continue
            listed = placed(error, locate, locate_names)
            rest = Finding(
                "checked_in_part",
                f"Only the first {most:,} items of each list were validated",
                hint="correct these errors, and check again",
            )
            raise InvalidBriefError([*listed.findings, rest], error) from None


def _first_items(value: object, most: int, depth: int = 0) -> object:
    """Return plain data with at most so many items in each list."""
    if depth > _DEPTH_OF_MODEL:
        return value
    if isinstance(value, list):
        items = cast("list[object]", value)[:most]
        return [_first_items(item, most, depth + 1) for item in items]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {name: _first_items(member, most, depth + 1) for name, member in members.items()}
    return value


def _is_about_integrity(error: ValidationError) -> bool:
    # Integrity is checked only if everything else is valid.
    return error.errors(include_url=False)[0]["type"] in INTEGRITY_CODES


def placed(error: ValidationError, locate: Locate, locate_names: Locate) -> InvalidBriefError:
    """Convert the error of a validation to findings with places, in the order of the file."""
    from diplobrief.diagnostics.validation import findings_of

    findings = findings_of(error)
    listed = [finding for finding in findings if finding.count == 1]
    names = [finding.path for finding in listed if finding.code in _ABOUT_NAMES]
    values = [finding.path for finding in listed if finding.code not in _ABOUT_NAMES]
    of_names, of_values = locate_names(names), locate(values)
    located = [
        finding.located((of_names if finding.code in _ABOUT_NAMES else of_values).get(finding.path))
        for finding in listed
    ]
    counts = findings[len(listed) :]
    return InvalidBriefError([*sorted(located, key=_position), *counts], error)


def _position(finding: Finding) -> tuple[int, int]:
    return (finding.line or 0, finding.column or 0)
