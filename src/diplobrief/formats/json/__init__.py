"""JSON: the model, absent members left out, in the order of the model, UTF-8.

`$schema` names the format of the file and is not part of the brief: the writer always writes it,
and the reader accepts any text there and drops it.
"""

from diplobrief.formats.json.reader import locate, read
from diplobrief.formats.json.writer import write

__all__ = ["locate", "read", "write"]
