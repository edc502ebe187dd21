"""Milestones as plain data, as statuses and histories show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.model.treaties import Milestone


def milestones_as_data(milestones: Iterable[Milestone]) -> list[dict[str, object]]:
    """Return the distinguishing members of milestones as plain data, with null for absent ones."""
    return [
        {
            "id": milestone.id,
            "kind": milestone.kind,
            "status": milestone.status,
            "date": text_of(milestone.date),
            "effective": text_of(milestone.effective),
            "parties": list(milestone.parties),
        }
        for milestone in milestones
    ]


def text_of(value: object) -> str | None:
    """Return a value as text, and `None` as `None`."""
    return None if value is None else str(value)


def in_words(stage: str | None, possible: Iterable[str]) -> str:
    """Return a stage, or the stages between which it is unknown.

    Example:
        >>> in_words(None, ("signed", "being_ratified"))
        'unknown between signed and being_ratified'
    """
    return stage if stage is not None else f"unknown between {' and '.join(possible)}"
