"""Let the Python reference show `Example:` in docstrings as code.

An extension of griffe, which reads docstrings for mkdocstrings and knows `Examples:` only.
"""

from __future__ import annotations

import re

import griffe

_EXAMPLE = re.compile(r"^Example:$", re.MULTILINE)


class DocstringExamples(griffe.Extension):
    """Reads `Example:` as `Examples:`."""

    def on_instance(self, *, obj: griffe.Object, **_context: object) -> None:
        """Change the docstring of an object before it is parsed."""
        if obj.docstring is not None:
            obj.docstring.value = _EXAMPLE.sub("Examples:", obj.docstring.value)
