"""Parses front matter: once for its data, and at most once more for places or comments.

Ordinary text is parsed by `yaml-rs` (see `fast_path`). All other text, and all text that `yaml-rs`
refuses, is parsed by the composer, which is slow and exact. So is every text on platforms without a
wheel of `yaml-rs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from diplobrief.formats.markdown.yaml.composer import compose_compiled, compose_exactly
from diplobrief.formats.markdown.yaml.fast_path import read_fast
from diplobrief.formats.markdown.yaml.resolver import ANYTHING, Expected, PlainData, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplobrief.formats.markdown.yaml.nodes import Comment, Mapping

_LINE_ENDS_OF_1_1: Final = ("\x85", "\u2028", "\u2029", "\ufeff")
"""Characters that the compiled parser of PyYAML treats as line ends, or drops."""


class YamlText:
    """Front matter, parsed for its data; it is parsed again only for places or comments.

    Args:
        text: The front matter, without the lines that fence it.
        expected: The types that the caller expects of the members.

    Attributes:
        data: The plain data, by the core rules of YAML 1.2, except where text is expected. The
            caller may change them.

    Raises:
        YamlError: The text is not YAML, or uses parts of YAML that front matter may not use.
    """

    def __init__(self, text: str, expected: Expected = ANYTHING) -> None:
        self._text = text
        self._tree: Mapping | None = None
        self._comments: tuple[Comment, ...] | None = None
        data = read_fast(text, expected)
        self.data: dict[str, PlainData] = (
            cast("dict[str, PlainData]", resolve(self._exact_tree(), expected))
            if data is None
            else data
        )

    def tree(self, agrees: Callable[[Mapping], bool]) -> Mapping:
        """Return the tree with positions.

        The compiled parser of PyYAML is fast, but it reads YAML 1.1. Its tree is used only for the
        positions, and only if it has the same content as the data.

        Args:
            agrees: Returns whether a tree has the same content as the data, which the caller may
                have changed.
        """
        if self._tree is None:
            tree = None if _has_line_ends_of_1_1(self._text) else compose_compiled(self._text)
            self._tree = tree if tree is not None and agrees(tree) else self._exact_tree()
        return self._tree

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments in the order of the file."""
        if self._comments is None:
            self._exact_tree()
        return self._comments or ()

    def _exact_tree(self) -> Mapping:
        self._tree, self._comments = compose_exactly(self._text)
        return self._tree


def read(text: str, expected: Expected = ANYTHING) -> dict[str, PlainData]:
    r"""Read YAML front matter into plain data by the core rules of YAML 1.2.

    `NO`, `2025-01`, `2025-04-18` and `12:30:00` are text; there are no dates. A key is text
    even if it looks like a number.

    Args:
        text: The front matter, without the lines that fence it.
        expected: The types that the caller expects of the members.

    Returns:
        The data, members in the order of the file.

    Raises:
        YamlError: The text is not YAML, or uses parts of YAML that front matter may not use.

    Example:
        >>> read("country: NO\nvotes: 51\n")
        {'country': 'NO', 'votes': 51}
    """
    return YamlText(text, expected).data


def read_exactly(text: str, expected: Expected = ANYTHING) -> dict[str, PlainData]:
    """Read like `read`, but always with the composer: slow, and the reference for the fast way."""
    tree, _ = compose_exactly(text)
    return _resolved(tree, expected)


def compose(text: str) -> Mapping:
    """Read YAML front matter into a tree with positions.

    Args:
        text: The front matter, without the lines that fence it.

    Returns:
        The mapping at the top; without entries if the text has only comments.

    Raises:
        YamlError: As for `read`.
    """
    front_matter = YamlText(text)
    return front_matter.tree(lambda tree: resolve(tree) == front_matter.data)


def _has_line_ends_of_1_1(text: str) -> bool:
    return any(character in text for character in _LINE_ENDS_OF_1_1)


def _resolved(tree: Mapping, expected: Expected) -> dict[str, PlainData]:
    return cast("dict[str, PlainData]", resolve(tree, expected))
