"""JSON: the members of the model in its order, without absent ones, in UTF-8.

`$schema` names the format of the file and is not part of the brief: the writer always writes it,
and readers accept any text there and drop it.
"""

from diplobrief.formats.json.document import JsonDocument, write

__all__ = ["JsonDocument", "write"]
