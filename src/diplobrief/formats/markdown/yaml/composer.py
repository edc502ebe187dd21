"""From text to a tree with positions: the exact way, used where speed does not matter.

PyYAML's pure Python scanner and parser do the work; they read YAML 1.1. The subclass below makes
them read 1.2 where the two differ, and refuses what front matter has no use for as soon as it is
met, so that an alias bomb is over at its first alias.
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
"""Levels of nesting: 64 for an extension value, and the way down to it."""

_STYLES: dict[str | None, ScalarStyle] = {
    None: "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


def compose_exactly(text: str) -> tuple[Mapping, tuple[Comment, ...]]:
    """Return the tree and the comments: slow, and the reference for the fast ways."""
    # The library is imported here: most files never need it.
    from diplobrief.formats.markdown.yaml.scanner import open_parser

    with open_parser(text) as parser:
        root = _Composer(text, parser, parser.restore).compose()
        comments = tuple(
            Comment(line, column, kind, text[start:end])
            for line, column, kind, start, end in parser.comments
        )
    return root, comments


def compose_compiled(text: str) -> Mapping | None:
    """Return the tree by way of the compiled parser, which reads YAML 1.1 and knows no refusals.

    Returns:
        The tree; None where the text is refused or has an absent value, or where there is no
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
    """Refuse an absent value: the parsers put it into different places."""
    if not value:
        raise ValueError
    return value


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    start: Mark
    flow: bool
    items: list[Node] = field(default_factory=list[Node])
    names: dict[str, Scalar] | None = None
    key: Scalar | None = None
    entries: list[Entry] = field(default_factory=list[Entry])


class _Composer:
    """Builds the tree from the parser's events with a stack of its own, not by recursion."""

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
                self._open(event, names={})
            elif isinstance(event, events.SequenceStartEvent):
                self._open(event, names=None)
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
                "front matter consists of names and values",
                root.start.line,
                root.start.column,
                "write lines of the form `name: value`",
            )
        return root

    def _open(self, event: CollectionStartEvent, names: dict[str, Scalar] | None) -> None:
        start = _mark(event.start_mark)
        if len(self._stack) >= MAX_DEPTH:
            raise YamlError(
                "yaml_depth",
                f"nested deeper than {MAX_DEPTH} levels",
                start.line,
                start.column,
                "flatten the value",
            )
        if self._stack and self._stack[-1].names is not None and self._stack[-1].key is None:
            raise _refused_key(start, "a name is text, not a list or an object")
        self._stack.append(_Open(start, bool(event.flow_style), names=names))

    def _close(self, event: Event) -> Node:
        done = self._stack.pop()
        content = done.items or [entry.value for entry in done.entries[-1:]]
        end = _mark(event.end_mark)
        if content and self._text[end.offset - 1 : end.offset] not in ("]", "}"):
            # A block ends for the parser where the next token begins.
            end = content[-1].end
        if done.names is None:
            return Sequence(done.start, end, self._text, tuple(done.items), done.flow)
        return Mapping(done.start, end, self._text, tuple(done.entries), done.flow)

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if top.names is None:
            top.items.append(node)
        elif top.key is None:
            top.key = _checked_key(node, top.names)
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
    """Say where a place lies, seen from a later one: what counts the lines is not known here."""
    lines = second.line - first.line
    return {0: "on this line", 1: "on the line above"}.get(lines, f"{lines} lines above")


def _checked_key(node: Node, names: dict[str, Scalar]) -> Scalar:
    if not isinstance(node, Scalar):  # pragma: no cover - refused when it was opened
        raise TypeError
    name = node.value
    if node.style == "plain" and name == "<<":
        raise _refused_key(node.start, "merge keys are not used in front matter")
    if name in names:
        raise YamlError(
            "yaml_duplicate_key",
            f"the name {name!r} stands twice; first {_above(names[name].start, node.start)}",
            node.start.line,
            node.start.column,
            "keep one of the two",
        )
    names[name] = node
    return node


def _refused_key(mark: Mark, message: str) -> YamlError:
    return YamlError(
        "yaml_key", message, mark.line, mark.column, "write `name: value`, the name as text"
    )


def _joined_surrogates(value: str, start: Mark) -> str:
    # YAML 1.2 takes over JSON's escapes, where two surrogates are one character.
    try:
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise YamlError(
            "yaml_character",
            "half of a surrogate pair is no character",
            start.line,
            start.column,
            "write both halves, or the character itself",
        ) from None
