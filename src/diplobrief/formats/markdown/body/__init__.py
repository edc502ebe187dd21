"""The body of a brief in Markdown: title and sections, as plain data.

The data have the same members as the JSON of the model, in the same order. This package does not
know the model: the caller validates what is read, and passes plain data to the writer.
"""

from diplobrief.formats.markdown.body.places import Place, locate_body
from diplobrief.formats.markdown.body.reader import Body, BodyError, read_body
from diplobrief.formats.markdown.body.writer import write_body

__all__ = ["Body", "BodyError", "Place", "locate_body", "read_body", "write_body"]
