"""Parses front matter: once for its data, and at most once more for places and comments.

`yaml-rs` parses the text if a look at it (see `fast_path`) tells that the result can be relied on.
Any other text, and every text that `yaml-rs` refuses, is parsed by the composer, which is slower
and decides. Both checks err on the safe side. Without a wheel of `yaml-rs`, the composer parses
every text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from diplobrief.formats.markdown.yaml.composer import MAX_DEPTH, compose_compiled, compose_exactly
from diplobrief.formats.markdown.yaml.fast_path import looks_ordinary
from diplobrief.formats.markdown.yaml.resolver import PlainData, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from diplobrief.formats.markdown.yaml.nodes import Comment, Mapping

_LINE_ENDS_OF_1_1: Final = ("\x85", "\u2028", "\u2029", "\ufeff")
"""Characters that the compiled parser of PyYAML takes for line ends, or drops."""


class YamlText:
    """Front matter that was parsed, and is parsed again only for places or comments.

    Args:
        text: The front matter, without the lines that fence it.

    Attributes:
        text: The same.
        data: The plain data, by the core rules of YAML 1.2. The caller may change them.

    Raises:
        YamlError: The text is not YAML, or uses parts of YAML that front matter may not use.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._tree: Mapping | None = None
        self._comments: tuple[Comment, ...] | None = None
        data = _read_fast(text)
        self.data: dict[str, PlainData] = (
            cast("dict[str, PlainData]", resolve(self._exact_tree())) if data is None else data
        )

    def tree(self, agrees: Callable[[Mapping], bool]) -> Mapping:
        """Return the tree with positions.

        The compiled parser of PyYAML is fast, but it reads YAML 1.1. Its tree is used if it says
        the same as the data; then only the places rest on it.

        Args:
            agrees: Whether a tree says the same as the data, as the caller has them by now.
        """
        if self._tree is None:
            tree = None if _has_line_ends_of_1_1(self.text) else compose_compiled(self.text)
            self._tree = tree if tree is not None and agrees(tree) else self._exact_tree()
        return self._tree

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments in the order of the file."""
        if self._comments is None:
            self._exact_tree()
        return self._comments or ()

    def _exact_tree(self) -> Mapping:
        self._tree, self._comments = compose_exactly(self.text)
        return self._tree


def read(text: str) -> dict[str, PlainData]:
    r"""Read YAML front matter into plain data by the core rules of YAML 1.2.

    `NO`, `2025-01`, `2025-04-18` and `12:30:00` are text; there are no dates. A key is text
    whatever it looks like.

    Args:
        text: The front matter, without the lines that fence it.

    Returns:
        The data, members in the order of the file.

    Raises:
        YamlError: The text is not YAML, or uses parts of YAML that front matter may not use.

    Example:
        >>> read("country: NO\nvotes: 51\n")
        {'country': 'NO', 'votes': 51}
    """
    return YamlText(text).data


def read_exactly(text: str) -> dict[str, PlainData]:
    """Read like `read`, by way of the composer: slow, and the reference for the fast way."""
    tree, _ = compose_exactly(text)
    return cast("dict[str, PlainData]", resolve(tree))


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


def _read_fast(text: str) -> dict[str, PlainData] | None:
    """Return what the compiled parser reads, or `None` if it cannot be relied on."""
    if not looks_ordinary(text):
        return None
    try:
        import yaml_rs

        data = yaml_rs.loads(text, parse_datetime=False)
    except (ImportError, ValueError, TypeError):
        return None
    return data if isinstance(data, dict) and _is_plain(data) else None


def _is_plain(data: dict[str, PlainData]) -> bool:
    """Return whether all keys are text and nothing is nested too deeply, level by level."""
    names: set[object] = set()
    level: list[dict[str, PlainData] | list[PlainData]] = [data]
    for _ in range(MAX_DEPTH):
        below: list[dict[str, PlainData] | list[PlainData]] = []
        for collection in level:
            members: Iterable[PlainData] = collection
            if type(collection) is dict:
                names.update(collection)
                members = collection.values()
            for member in members:
                # Nearly all are text: that is tested first.
                if type(member) is not str and (type(member) is dict or type(member) is list):
                    below.append(member)  # noqa: PERF401 - as fast, and simpler
        if not below:
            return all(type(name) is str for name in names)
        level = below
    return False
