"""Show the section `Example:` of docstrings as code in the Python reference.

This is an extension of griffe, which reads docstrings for mkdocstrings and only knows `Examples:`.
"""

from __future__ import annotations

import re

import griffe

_EXAMPLE = re.compile(r"^Example:$", re.MULTILINE)


class DocstringExamples(griffe.Extension):
    """Reads `Example:` as `Examples:`."""

    def on_instance(self, *, obj: griffe.Object, **_context: object) -> None:
        """Change the docstring of an object before griffe parses it."""
        if obj.docstring is not None:
            obj.docstring.value = _EXAMPLE.sub("Examples:", obj.docstring.value)
