"""The tree of a YAML text, with the place and the characters of every node."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterable

_BELOW_HEADER: Final = re.compile(r"[|>][^\r\n]*\s+(?=\S)")

ScalarStyle = Literal["plain", "single", "double", "literal", "folded"]

CommentKind = Literal["own_line", "after_plain", "after_other"]


class Mark(NamedTuple):
    """A place in the text.

    Attributes:
        offset: Code points before it.
        line: Counted from 1.
        column: Counted from 1, in code points.
    """

    offset: int
    line: int
    column: int


@dataclass(slots=True, eq=False)
class Node:
    """What all nodes have: their place in the whole text.

    Attributes:
        start: Where the node begins; for an absent value, just behind the colon or dash.
        end: The place behind its last character.
        document: The whole text, shared by all nodes.
    """

    start: Mark
    end: Mark
    document: str

    @property
    def source(self) -> str:
        """The characters of the file from the start of the node to its end, unchanged."""
        return self.document[self.start.offset : self.end.offset]


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """Text, a number, a truth value or null: which, the resolver decides.

    Attributes:
        value: The characters after unquoting and line folding. Of a plain scalar on one line
            these are the characters of the file.
        style: How it is written.
    """

    kind: ClassVar[Literal["scalar"]] = "scalar"
    value: str
    style: ScalarStyle

    @property
    def raw(self) -> str | None:
        """The characters of a plain scalar as they stand in the file, else None."""
        return self.source if self.style == "plain" else None


@dataclass(slots=True, eq=False)
class Sequence(Node):
    """A list of nodes, in flow style (`[a, b]`) or in block style."""

    kind: ClassVar[Literal["sequence"]] = "sequence"
    items: tuple[Node, ...]
    flow: bool


@dataclass(slots=True, eq=False)
class Entry:
    """A member of a mapping; its name is `key.value`."""

    key: Scalar
    value: Node


@dataclass(slots=True, eq=False)
class Mapping(Node):
    """Members in the order of the file, in flow style (`{a: b}`) or in block style."""

    kind: ClassVar[Literal["mapping"]] = "mapping"
    entries: tuple[Entry, ...]
    flow: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the front matter.

    Attributes:
        line: Counted from 1.
        column: Of its `#`, counted from 1.
        kind: `own_line`; `after_plain`, where it cuts off plain text on its line
            (`note: meeting #3`); or `after_other`.
        text: From its `#` to the end of the line.
    """

    line: int
    column: int
    kind: CommentKind
    text: str


def find(root: Node, path: Iterable[str | int]) -> Node | None:
    """Return the node at a path of member names and list positions.

    Args:
        root: Where the path begins.
        path: The steps from there, as `("actors", 0, "id")`.

    Returns:
        The node, or None where the path leads nowhere.
    """
    node: Node | None = root
    for step in path:
        if node is None:
            return None
        node = _child(node, step)
    return node


def extent(root: Node, path: Iterable[str | int]) -> tuple[Mark, Mark]:
    """Return from where to where a reader is to look for what stands at a path.

    A value on one line is shown whole; a longer one by its name, or, as an item of a list, by the
    first line of its words. Where the path leads nowhere, its nearest parent that exists is shown.

    Args:
        root: Where the path begins.
        path: The steps from there.

    Returns:
        The place of the first character, and the place behind the last, on the same line.
    """
    node = root
    name: Scalar | None = None
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        entry = _entry(node, step)
        name = entry.key if entry else None
        node = child
    if name is not None and node.end.line != node.start.line:
        node = name
    start = _first_words(node)
    line = LINE_END.split(node.document[start.offset : node.end.offset], maxsplit=1)[0]
    width = len(line.rstrip())
    return start, Mark(start.offset + width, start.line, start.column + width)


def _first_words(node: Node) -> Mark:
    """Return where a node begins; a block scalar, below its `|` or `>`."""
    words = _BELOW_HEADER.match(node.source) if _is_block_scalar(node) else None
    if words is None:
        return node.start
    above = [*LINE_END.finditer(words[0])]
    column = words.end() - above[-1].end() + 1
    return Mark(node.start.offset + words.end(), node.start.line + len(above), column)


def _is_block_scalar(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style in {"literal", "folded"}


def text_at(root: Node, path: Iterable[str | int]) -> str | None:
    """Return the text that the author wrote at a path, whatever YAML takes it for.

    `1.10` and `2025-04-18` come back as these characters, and so does a flow collection on one
    line: `[2025-05-01..2025-05-10]` is a list to YAML and a date to its author.

    Args:
        root: Where the path begins.
        path: The steps from there.

    Returns:
        The text; None for an absent value, a block collection, a flow collection of several lines,
        or a path that leads nowhere.
    """
    node = find(root, path)
    if isinstance(node, Scalar):
        return node.value if node.value or node.style != "plain" else None
    if isinstance(node, Sequence | Mapping) and node.flow and node.start.line == node.end.line:
        return node.source
    return None


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    entry = _entry(node, step)
    return entry.value if entry else None


def _entry(node: Node, step: str | int) -> Entry | None:
    if isinstance(node, Mapping):
        return next((entry for entry in node.entries if entry.key.value == step), None)
    return None
