"""Writes briefs as Markdown: front matter in the order of the model, then the narrative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diplobrief.formats.markdown.body import write_body
from diplobrief.formats.markdown.short_forms import shorten

if TYPE_CHECKING:
    from diplobrief.model import Brief

__all__ = ["as_yaml", "front_matter_of", "write", "write_front_matter"]


def write(brief: Brief) -> str:
    """Return a brief as Markdown.

    Args:
        brief: The brief.
    """
    sections = brief.model_dump(mode="json", include={"sections"})["sections"]
    body = write_body(brief.title, sections)
    front_matter = write_front_matter(brief)
    return f"{front_matter}\n{body}" if body else front_matter


def write_front_matter(brief: Brief) -> str:
    """Return the metadata and facts of a brief as front matter, with its fences."""
    return f"---\n{as_yaml(front_matter_of(brief))}---\n"


def front_matter_of(brief: Brief) -> dict[str, Any]:
    """Return the members of a brief that are in the front matter, as plain data."""
    return brief.model_dump(mode="json", exclude={"title", "sections"})


def as_yaml(members: dict[str, Any], indent: str = "") -> str:
    """Return members in their short forms as YAML."""
    # Imported here, so that reading does not wait for its patterns to be compiled.
    from diplobrief.formats.markdown.yaml.writer import write as write_yaml

    return write_yaml(shorten(members), indent)
