"""Markdown: YAML front matter with metadata and facts, and a body with the narrative."""

from diplobrief.formats.markdown.document import MarkdownDocument, write

__all__ = ["MarkdownDocument", "write"]
