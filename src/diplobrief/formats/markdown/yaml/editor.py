"""Changes YAML text in place: only what differs is written again; comments stay where they are.

Members and items in block style are added, replaced and removed one by one. A collection on one
line, in brackets, is written again as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final

from diplobrief.formats.edits import Edit, NotInPlaceError, align, apply_edits, is_list, is_object
from diplobrief.formats.markdown.yaml.nodes import Entry, Mapping, Node, Sequence
from diplobrief.formats.markdown.yaml.writer import write_item, write_member
from diplobrief.text.characters import LINE_END

if TYPE_CHECKING:
    from collections.abc import Callable

    from diplobrief.formats.markdown.yaml.nodes import Comment

Path = tuple[str | int, ...]

_DASH: Final = re.compile(r"-[ \t]*")
_NOTHING: Final = re.compile("")


def edited(
    tree: Mapping,
    comments: tuple[Comment, ...],
    old: dict[str, Any],
    new: dict[str, Any],
    shorten: Callable[[Path, Any], Any],
    write_all: Callable[[dict[str, Any]], str],
) -> str:
    r"""Return YAML text with other data.

    Args:
        tree: The tree of the text.
        comments: Its comments.
        old: The data that it has.
        new: The data that it is to have.
        shorten: Returns a value in the form in which the text has it at a path.
        write_all: Writes the whole text, if its parts cannot be changed and it has no comments.

    Raises:
        NotInPlaceError: The change cannot be made in place without losing a comment.

    Example:
        >>> from diplobrief.formats.markdown.yaml import compose
        >>> from diplobrief.formats.markdown.yaml.writer import write
        >>> tree = compose("a: 1\n# mine\nb: [x]\n")
        >>> old, new = {"a": 1, "b": ["x"]}, {"a": 2, "b": ["x", "z"], "c": {"d": 3}}
        >>> print(edited(tree, (), old, new, lambda path, value: value, write), end="")
        a: 2
        # mine
        b: [x, z]
        c: {d: 3}
    """
    editor = _Editor(tree, comments, shorten)
    if not editor.change(tree, (), old, new):
        if comments:
            raise NotInPlaceError
        return write_all(new)
    return apply_edits(tree.document, editor.edits)


class _Editor:
    """Collects the edits of a text."""

    def __init__(
        self,
        tree: Mapping,
        comments: tuple[Comment, ...],
        shorten: Callable[[Path, Any], Any],
    ) -> None:
        self.edits: list[Edit] = []
        self._text = tree.document
        self._shorten = shorten
        self._lines = [0, *(match.end() for match in LINE_END.finditer(self._text))]
        self._separator = match[0] if (match := LINE_END.search(self._text)) else "\n"
        self._comments = [
            self._lines[comment.line - 1] + comment.column - 1 for comment in comments
        ]

    def change(self, node: Node, path: Path, old: Any, new: Any) -> bool:
        """Change the parts of a collection; return whether that is possible."""
        number = len(self.edits)
        try:
            if isinstance(node, Mapping) and is_object(old) and is_object(new):
                self._change_members(node, path, old, new)
                return True
            if isinstance(node, Sequence) and is_list(old) and is_list(new):
                self._change_items(node, path, old, new)
                return True
        except NotInPlaceError:
            del self.edits[number:]
        return False

    def _change_members(
        self, node: Mapping, path: Path, old: dict[str, Any], new: dict[str, Any]
    ) -> None:
        if node.flow or not node.entries:
            raise NotInPlaceError
        indent = " " * (node.entries[0].key.start.column - 1)
        entries = {entry.key.value: entry for entry in node.entries}
        for at, (name, entry) in enumerate(entries.items()):
            if name in old and name not in new:
                self._remove_member(entry, node.entries[at + 1 :])
        last: Entry | None = None
        for name, value in new.items():
            known = entries.get(name)
            if name in old:
                if value != old[name]:
                    self._change_member(known, (*path, name), old[name], value, indent)
                last = known or last
                continue
            written = write_member(name, self._shorten((*path, name), value), indent)
            if last is None:
                before = node.entries[0].key.start.offset
                self._edit(before, before, f"{written.removeprefix(indent)}\n{indent}")
            else:
                self._insert_lines(last.value, written, indent)

    def _change_member(
        self, entry: Entry | None, path: Path, old: Any, new: Any, indent: str
    ) -> None:
        if entry is None:
            raise NotInPlaceError
        if not self.change(entry.value, path, old, new):
            written = write_member(entry.key.value, self._shorten(path, new), indent)
            self._replace(entry.key.start.offset, entry.value, written.removeprefix(indent))

    def _change_items(self, node: Sequence, path: Path, old: list[Any], new: list[Any]) -> None:
        if node.flow or len(node.items) != len(old) or not new:
            raise NotInPlaceError
        indent = " " * (node.start.column - 1)
        kept, removed, added = align(old, new)
        for at in removed:
            self._remove_lines(node.items[at], _DASH)
        for at, now_at in kept:
            item, value = node.items[at], new[now_at]
            if old[at] != value and not self.change(item, (*path, at), old[at], value):
                written = write_item(self._shorten((*path, at), value), indent)
                self._replace(item.start.offset, item, written.removeprefix(f"{indent}- "))
        for at in added:
            written = write_item(self._shorten((*path, at), new[at]), indent)
            self._insert_lines(node.items[-1], written, indent)

    def _remove_member(self, entry: Entry, following: tuple[Entry, ...]) -> None:
        start = entry.key.start.offset
        if not self._text[self._line_start(start) : start].strip():
            self._remove_lines(entry.value, _NOTHING, start)
        elif following:
            # The first member of an item is on the line of its dash.
            self._replace_range(start, following[0].key.start.offset, "")
        else:
            raise NotInPlaceError

    def _remove_lines(self, node: Node, prefix: re.Pattern[str], start: int | None = None) -> None:
        """Remove the lines of a value, if only a certain prefix is before it."""
        start = node.start.offset if start is None else start
        first = self._line_start(start)
        if not prefix.fullmatch(self._text[first:start].lstrip(" ")):
            raise NotInPlaceError
        end = self._line_end(_end(node))
        if first == 0:
            self._edit(0, min(self._following_line(end), len(self._text)), "")
            return
        # From the end of the line before, so that lines can still be inserted after it.
        before = first - (2 if self._text[first - 2 : first] == "\r\n" else 1)
        self._edit(before, end, "")

    def _insert_lines(self, after: Node, written: str, indent: str) -> None:
        """Insert lines after a value and after the comments that belong to it."""
        at = self._line_end(_end(after))
        while at < len(self._text):
            start = self._following_line(at)
            line = self._text[start : self._line_end(start)]
            if not line.lstrip(" ").startswith("#") or not line.startswith(f"{indent} "):
                break
            at = self._line_end(start)
        self._edit(at, at, f"\n{written}")

    def _replace(self, start: int, node: Node, written: str) -> None:
        self._replace_range(start, _end(node), written)

    def _replace_range(self, start: int, end: int, written: str) -> None:
        if any(start <= comment < end for comment in self._comments):
            raise NotInPlaceError
        self._edit(start, end, written)

    def _edit(self, start: int, end: int, written: str) -> None:
        self.edits.append(Edit(start, end, written.replace("\n", self._separator)))

    def _line_start(self, offset: int) -> int:
        return self._lines[bisect_right(self._lines, offset) - 1]

    def _line_end(self, offset: int) -> int:
        match = LINE_END.search(self._text, offset)
        return len(self._text) if match is None else match.start()

    def _following_line(self, line_end: int) -> int:
        match = LINE_END.match(self._text, line_end)
        return line_end if match is None else match.end()


def _end(node: Node) -> int:
    """Return the offset after the last character of a value that is not white space."""
    return node.start.offset + len(node.source.rstrip())
