"""The comments of a file's front matter, which rewriting the file would drop."""

from __future__ import annotations

from diplobrief.diagnostics import Span
from diplobrief.formats.markdown import yaml
from diplobrief.formats.markdown.front_matter import split


def comments_in(text: str) -> list[Span]:
    r"""Return where the YAML comments of a Markdown file stand, in their order.

    Args:
        text: A file that can be read.

    Example:
        >>> comments_in("---\n# by hand\nschema_version: '1.0'\n---\n")
        [Span(line=2, column=1, end_line=2, end_column=10)]
    """
    parts = split(text)
    if parts.front_matter is None or "#" not in parts.front_matter:
        return []
    return [
        Span(line, comment.column, line, comment.column + len(comment.text))
        for comment in yaml.comments(parts.front_matter)
        if (line := comment.line + parts.lines_before_front_matter)
    ]
