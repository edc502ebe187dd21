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


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    entry = _entry(node, step)
    return entry.value if entry else None


def _entry(node: Node, step: str | int) -> Entry | None:
    if isinstance(node, Mapping):
        return next((entry for entry in node.entries if entry.key.value == step), None)
    return None
