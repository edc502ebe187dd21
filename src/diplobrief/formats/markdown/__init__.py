"""Markdown: YAML front matter with metadata and facts, and a body with the narrative."""

from diplobrief.formats.markdown.document import MarkdownDocument
from diplobrief.formats.markdown.writer import write

__all__ = ["MarkdownDocument", "write"]
