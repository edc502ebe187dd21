"""The tree of a YAML text: each node has its position and its characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEADER: Final = re.compile(r"[|>][^\r\n]*+[\r\n]\s*+(?=\S)")

ScalarStyle = Literal["plain", "single", "double", "literal", "folded"]

CommentKind = Literal["own_line", "after_plain", "after_other"]


class Mark(NamedTuple):
    """A position in the text.

    Attributes:
        offset: The number of code points before it.
        line: The line, counted from 1.
        column: The column, counted from 1 in code points.
    """

    offset: int
    line: int
    column: int


@dataclass(slots=True, eq=False)
class Node:
    """A node of the tree.

    Attributes:
        start: The position of its first character; for an empty value, after the colon or dash.
        end: The position after its last character.
        document: The whole text, shared by all nodes.
    """

    start: Mark
    end: Mark
    document: str

    @property
    def source(self) -> str:
        """The characters from its start to its end."""
        return self.document[self.start.offset : self.end.offset]


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """Text, a number, a truth value or null; the resolver decides which.

    Attributes:
        value: The characters after unquoting and line folding. For a plain scalar on one line,
            they are the same as the source.
        style: The style in which it is written.
    """

    value: str
    style: ScalarStyle


@dataclass(slots=True, eq=False)
class Sequence(Node):
    """A list of nodes, in flow style (`[a, b]`) or in block style."""

    items: tuple[Node, ...]
    flow: bool


@dataclass(slots=True, eq=False)
class Entry:
    """A member of a mapping."""

    key: Scalar
    value: Node


@dataclass(slots=True, eq=False)
class Mapping(Node):
    """Keys and values in the order of the file, in flow style (`{a: b}`) or in block style."""

    entries: tuple[Entry, ...]
    flow: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the front matter.

    Attributes:
        line: The line, counted from 1.
        column: The column of its `#`, counted from 1.
        kind: `own_line`; `after_plain` if it follows plain text, which may be meant to continue
            (`note: meeting #3`); or `after_other`.
        text: The characters from its `#` to the end of the line.
    """

    line: int
    column: int
    kind: CommentKind
    text: str


def entry_at(root: Node, path: tuple[str | int, ...]) -> Entry | None:
    """Return the member of an object at a path, or `None` if there is no such member."""
    node: Node | None = root
    for step in path[:-1]:
        node = None if node is None else _child(node, step)
    return _entry(node, path[-1]) if node is not None and path else None


def inner_scalars(root: Node) -> Iterator[Scalar]:
    """Yield all values that are not lists or objects, in the order of the file."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            waiting += reversed(node.items)
        elif isinstance(node, Mapping):
            waiting += (entry.value for entry in reversed(node.entries))


def extent(root: Node, path: Iterable[str | int]) -> tuple[Mark, Mark]:
    """Return the range of characters that shows the node at a path, on one line.

    A value on one line is shown completely. A longer value is shown by its key, or, if it is an
    item of a list, by its first line. If there is no such node, its nearest parent is shown.

    Args:
        root: The node at which the path begins.
        path: The keys and list positions from there, such as `("actors", 0, "id")`.

    Returns:
        The position of the first character, and the position after the last one.
    """
    node = root
    key: Scalar | None = None
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        entry = _entry(node, step)
        key = entry.key if entry else None
        node = child
    if key is not None and node.end.line != node.start.line:
        node = key
    start = _start_of_text(node)
    line = LINE_END.split(node.document[start.offset : node.end.offset], maxsplit=1)[0]
    width = len(line.rstrip())
    return start, Mark(start.offset + width, start.line, start.column + width)


def _start_of_text(node: Node) -> Mark:
    """Return the start of a node, or of a block scalar's text after its `|` or `>`."""
    header = _HEADER.match(node.source) if _is_block_scalar(node) else None
    if header is None:
        return node.start
    line_ends = [*LINE_END.finditer(header[0])]
    column = header.end() - line_ends[-1].end() + 1
    return Mark(node.start.offset + header.end(), node.start.line + len(line_ends), column)


def _is_block_scalar(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style in {"literal", "folded"}


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    entry = _entry(node, step)
    return entry.value if entry else None


def _entry(node: Node, step: str | int) -> Entry | None:
    if isinstance(node, Mapping):
        return next((entry for entry in node.entries if entry.key.value == step), None)
    return None
