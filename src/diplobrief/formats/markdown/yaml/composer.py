"""Composes a tree with positions from the events of a parser of PyYAML.

With the parser in `scanner`, the tree is exact: it follows YAML 1.2, and syntax that front matter
may not use is refused where it appears, so that an alias bomb ends at its first alias.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from diplobrief.formats.markdown.yaml.errors import YamlError
from diplobrief.formats.markdown.yaml.nodes import (
    Comment,
    Entry,
    Mapping,
    Mark,
    Node,
    Scalar,
    ScalarStyle,
    Sequence,
)
from diplobrief.text.characters import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import CollectionStartEvent, Event, ScalarEvent


MAX_DEPTH = 72
"""The deepest nesting: 64 levels for an extension value, and the levels above it."""

_STYLES: dict[str | None, ScalarStyle] = {
    None: "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


def compose_exactly(text: str) -> tuple[Mapping, tuple[Comment, ...]]:
    """Return the tree and the comments: slow, and the reference for the fast ways of reading."""
    # Imported here, because most files are read without it.
    from diplobrief.formats.markdown.yaml.scanner import open_parser

    with open_parser(text) as parser:
        root = _Composer(text, parser, parser.restore).compose()
        comments = tuple(
            Comment(line, column, kind, text[start:end])
            for line, column, kind, start, end in parser.comments
        )
    return root, comments


def compose_compiled(text: str) -> Mapping | None:
    """Return the tree from PyYAML's compiled parser, which reads YAML 1.1 and refuses less.

    Returns:
        The tree, or `None` if the text is refused or has an empty value, or if there is no
        compiled parser.
    """
    from yaml import YAMLError

    from diplobrief.formats.markdown.yaml.scanner import with_line_end

    try:
        from yaml._yaml import CParser

        return _Composer(text, CParser(with_line_end(text)), _present).compose()
    except (ImportError, ValueError, YAMLError, YamlError):
        return None


class _Events(Protocol):
    """A parser of PyYAML, in Python or compiled."""

    def check_event(self) -> bool: ...
    def get_event(self) -> object: ...


def _present(value: str) -> str:
    """Refuse an empty value, because the parsers report different positions for it."""
    if not value:
        raise ValueError
    return value


@dataclass(slots=True)
class _Open:
    """A collection that is not closed yet."""

    start: Mark
    flow: bool
    items: list[Node] = field(default_factory=list[Node])
    keys: dict[str, Scalar] | None = None
    key: Scalar | None = None
    entries: list[Entry] = field(default_factory=list[Entry])


class _Composer:
    """Builds the tree from the events of a parser, with a stack instead of recursion."""

    def __init__(self, text: str, parser: _Events, restore: Callable[[str], str]) -> None:
        self._text = text
        self._parser = parser
        self._restore = restore
        self._stack: list[_Open] = []
        self._root: Node | None = None

    def compose(self) -> Mapping:
        from yaml import events

        while self._parser.check_event():
            event = self._parser.get_event()
            if isinstance(event, events.ScalarEvent):
                self._add(self._scalar(event))
            elif isinstance(event, events.MappingStartEvent):
                self._open(event, keys={})
            elif isinstance(event, events.SequenceStartEvent):
                self._open(event, keys=None)
            elif isinstance(event, events.CollectionEndEvent):
                self._add(self._close(event))
        return self._mapping()

    def _mapping(self) -> Mapping:
        root = self._root
        if root is None:
            return Mapping(Mark(0, 1, 1), Mark(0, 1, 1), self._text, (), flow=False)
        if not isinstance(root, Mapping):
            raise YamlError(
                "yaml_document",
                "Front matter must consist of keys and values",
                root.start.line,
                root.start.column,
                "write lines of the form `key: value`",
            )
        return root

    def _open(self, event: CollectionStartEvent, keys: dict[str, Scalar] | None) -> None:
        start = _mark(event.start_mark)
        if len(self._stack) >= MAX_DEPTH:
            raise YamlError(
                "yaml_depth",
                f"Nested deeper than {MAX_DEPTH} levels",
                start.line,
                start.column,
                "reduce the nesting",
            )
        if self._stack and self._stack[-1].keys is not None and self._stack[-1].key is None:
            raise _refused_key(start, "Expected text as a key, found a list or an object")
        self._stack.append(_Open(start, bool(event.flow_style), keys=keys))

    def _close(self, event: Event) -> Node:
        done = self._stack.pop()
        content = done.items or [entry.value for entry in done.entries[-1:]]
        end = _mark(event.end_mark)
        if content and self._text[end.offset - 1 : end.offset] not in ("]", "}"):
            # To the parser, a block ends only at the next token.
            end = content[-1].end
        if done.keys is None:
            return Sequence(done.start, end, self._text, tuple(done.items), done.flow)
        return Mapping(done.start, end, self._text, tuple(done.entries), done.flow)

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if top.keys is None:
            top.items.append(node)
        elif top.key is None:
            top.key = _checked_key(node, top.keys)
        else:
            top.entries.append(Entry(top.key, node))
            top.key = None

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        style = _STYLES[event.style or None]
        value = self._restore(event.value)
        if style == "double" and SURROGATE.search(value):
            value = _joined_surrogates(value, start)
        return Scalar(start, end, self._text, value, style)


class _Place(Protocol):
    """A mark of PyYAML."""

    index: int
    line: int
    column: int


def _mark(mark: _Place | None) -> Mark:
    if mark is None:  # pragma: no cover - only events made by hand have none
        return Mark(0, 1, 1)
    return Mark(mark.index, mark.line + 1, mark.column + 1)


def _above(first: Mark, second: Mark) -> str:
    """Describe a position relative to a later one, because line numbers of the file are unknown."""
    lines = second.line - first.line
    return {0: "on this line", 1: "on the line above"}.get(lines, f"{lines} lines above")


def _checked_key(node: Node, keys: dict[str, Scalar]) -> Scalar:
    if not isinstance(node, Scalar):  # pragma: no cover - refused when it was opened
        raise TypeError
    key = node.value
    if node.style == "plain" and key == "<<":
        raise _refused_key(node.start, "Merge keys are not allowed in front matter")
    if key in keys:
        raise YamlError(
            "yaml_duplicate_key",
            f"Duplicate key {key!r} (first used {_above(keys[key].start, node.start)})",
            node.start.line,
            node.start.column,
            "remove one of the two",
        )
    keys[key] = node
    return node


def _refused_key(mark: Mark, message: str) -> YamlError:
    return YamlError(
        "yaml_key", message, mark.line, mark.column, "write `key: value`, with text as key"
    )


def _joined_surrogates(value: str, start: Mark) -> str:
    # YAML 1.2 includes the escapes of JSON, where two surrogates denote one character.
    try:
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise YamlError(
            "yaml_character",
            "Unpaired surrogate",
            start.line,
            start.column,
            "write both surrogates, or the character itself",
        ) from None
