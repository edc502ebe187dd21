r"""YAML for front matter: read by the rules of YAML 1.2, written so that 1.1 readers agree.

This room knows nothing of briefs: plain data in, plain data out. The good case is [read][];
whoever needs positions, comments or the file's own characters takes [compose][]. To write is the
module `writer`, which is imported by itself, so that reading does not wait for its patterns.

Example:
    >>> read("country: NO\nsince: 2025-01")
    {'country': 'NO', 'since': '2025-01'}
"""

from __future__ import annotations

from diplobrief.formats.markdown.yaml.composer import comments
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
    extent,
    find,
    text_at,
)
from diplobrief.formats.markdown.yaml.positions import compose
from diplobrief.formats.markdown.yaml.reader import read
from diplobrief.formats.markdown.yaml.resolver import PlainData, resolve

__all__ = [
    "Comment",
    "CommentKind",
    "Entry",
    "Mapping",
    "Mark",
    "Node",
    "PlainData",
    "Scalar",
    "Sequence",
    "YamlError",
    "comments",
    "compose",
    "extent",
    "find",
    "read",
    "resolve",
    "text_at",
]
