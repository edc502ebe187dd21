"""Front matter as a tree with positions, fast where that is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.formats.markdown.yaml.composer import compose_compiled, compose_exactly
from diplobrief.formats.markdown.yaml.fast_path import looks_ordinary
from diplobrief.formats.markdown.yaml.reader import read
from diplobrief.formats.markdown.yaml.resolver import resolve

if TYPE_CHECKING:
    from diplobrief.formats.markdown.yaml.nodes import Mapping

_LINE_ENDS_OF_1_1: Final = ("\x85", "\u2028", "\u2029", "\ufeff")
"""Characters of a text that the compiled parser takes for line ends, or for nothing."""


def compose(text: str) -> Mapping:
    """Read YAML front matter into a tree with positions.

    Args:
        text: The front matter, without the lines that fence it.

    Returns:
        The mapping at the top; without entries where the text has only comments.

    Raises:
        YamlError: The text is not YAML, or not such YAML as front matter may hold.
    """
    tree = _compose_fast(text)
    return compose_exactly(text) if tree is None else tree


def _compose_fast(text: str) -> Mapping | None:
    """Return the tree that the compiled parser gives, or None where that cannot be relied on."""
    if any(character in text for character in _LINE_ENDS_OF_1_1) or not looks_ordinary(text):
        return None
    tree = compose_compiled(text)
    # What it says has to be what the reader says: then only the places rest on this parser.
    return tree if tree is not None and resolve(tree) == read(text) else None
