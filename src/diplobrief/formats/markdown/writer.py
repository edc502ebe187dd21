"""Writes briefs as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diplobrief.formats.markdown.body import write_body
from diplobrief.formats.markdown.short_forms import shorten

if TYPE_CHECKING:
    from diplobrief.model import Brief


def write(brief: Brief) -> str:
    """Return a brief as Markdown: the front matter in the order of the model, then the narrative.

    Args:
        brief: The brief.
    """
    # Imported here, so that reading does not wait for its patterns to be compiled.
    from diplobrief.formats.markdown.yaml.writer import write as write_yaml

    data: dict[str, Any] = brief.model_dump(mode="json")
    title = data.pop("title", None)
    body = write_body(title, data.pop("sections"))
    front_matter = f"---\n{write_yaml(shorten(data))}---\n"
    return f"{front_matter}\n{body}" if body else front_matter
