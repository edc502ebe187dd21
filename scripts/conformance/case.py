"""A case of the suite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """A value, whether its type accepts it, and what it shows."""

    description: str
    data: Any
    valid: bool


def right(description: str, data: Any) -> Case:
    """Return a case that is valid."""
    return Case(description, data, valid=True)


def wrong(description: str, data: Any) -> Case:
    """Return a case that is invalid."""
    return Case(description, data, valid=False)
