"""Members of suggested facts: on one line, with their provenance, and none without a value."""

from __future__ import annotations

from typing import Any

from diplobrief._version import __version__
from diplobrief.model import Provenance


def suggested_by(rule: str) -> Provenance:
    """Return the provenance of a fact that a rule suggests."""
    return Provenance(
        status="suggested", method="rules", agent=f"diplobrief {__version__}", rule=rule
    )


def on_one_line(text: str | None) -> str | None:
    """Return a text without line ends, or `None` if there is none."""
    return " ".join(text.split()) if text else None


def given(**members: object) -> dict[str, Any]:
    """Return the members that have a value."""
    return {name: value for name, value in members.items() if value not in (None, [], {}, (), "")}
