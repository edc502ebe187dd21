"""A mechanical repair: a text of a brief, and what it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplobrief.diagnostics.findings import Path


@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical repair: the text at a path becomes another.

    Args:
        title: What it does, as an order.
        path: The member that changes.
        value: What it becomes.

    Example:
        >>> Fix("compose the characters", ("title",), "Café").value
        'Café'
    """

    title: str
    path: Path
    value: str
