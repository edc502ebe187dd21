"""The body of a brief in Markdown: its title and sections, as plain data.

The data have the members of the model's JSON, in the model's order. Nothing here knows the model
itself: the reader's result goes through its validation, and the writer takes what it dumps.
"""

from diplobrief.formats.markdown.body.errors import BodyError
from diplobrief.formats.markdown.body.places import Place, locate_body
from diplobrief.formats.markdown.body.reader import Body, read_body
from diplobrief.formats.markdown.body.writer import write_body

__all__ = ["Body", "BodyError", "Place", "locate_body", "read_body", "write_body"]
