"""Markdown: YAML front matter with metadata and facts, and a body with the narrative."""

from diplobrief.formats.markdown.reader import locate, notices, read
from diplobrief.formats.markdown.writer import write

__all__ = ["locate", "notices", "read", "write"]
