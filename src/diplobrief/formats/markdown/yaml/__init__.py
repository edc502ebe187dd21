r"""YAML for front matter: read by the rules of YAML 1.2, written so that YAML 1.1 readers agree.

This package does not know the model: it converts between text and plain data. `read` returns the
data; `YamlText` also has positions and comments. The module `writer` is imported separately, so
that reading does not wait for its patterns to be compiled.

Example:
    >>> read("country: NO\nsince: 2025-01")
    {'country': 'NO', 'since': '2025-01'}
"""

from __future__ import annotations

from diplobrief.formats.markdown.yaml.errors import YamlError
from diplobrief.formats.markdown.yaml.nodes import (
    Comment,
    CommentKind,
    Entry,
    Mapping,
    Mark,
    Node,
    Scalar,
    Sequence,
    entry_at,
    extent,
    inner_scalars,
)
from diplobrief.formats.markdown.yaml.reader import YamlText, compose, read
from diplobrief.formats.markdown.yaml.resolver import (
    Expected,
    PlainData,
    resolve,
    respelled_numbers,
)

__all__ = [
    "Comment",
    "CommentKind",
    "Entry",
    "Expected",
    "Mapping",
    "Mark",
    "Node",
    "PlainData",
    "Scalar",
    "Sequence",
    "YamlError",
    "YamlText",
    "compose",
    "entry_at",
    "extent",
    "inner_scalars",
    "read",
    "resolve",
    "respelled_numbers",
]
