"""Writes briefs as JSON."""

from __future__ import annotations

from typing import Final

from diplobrief.model import SCHEMA_ID, Brief

_OPENING: Final = f'{{\n  "$schema": "{SCHEMA_ID}",'


def write(brief: Brief) -> str:
    """Return a brief as JSON, with an indentation of two spaces and a final line end.

    Args:
        brief: The brief.
    """
    return f"{_OPENING}{brief.model_dump_json(indent=2)[1:]}\n"
