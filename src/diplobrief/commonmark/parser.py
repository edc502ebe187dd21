"""Parses the block structure of CommonMark.

The parser takes the same steps as commonmark.js 0.31.2, the reference implementation, without its
parser of inlines. They differ only where JavaScript treats more characters as white space than the
specification does. Open blocks are kept on a stack, so that deep nesting needs no recursion.
"""

from __future__ import annotations

import re
from typing import Final

from diplobrief.commonmark.blocks import MAXIMUM_DEPTH, Block, NestingError
from diplobrief.commonmark.cursor import Cursor
from diplobrief.commonmark.definitions import count_definition_lines
from diplobrief.commonmark.html import ENDED_BY_BLANK, HTML_ENDS, HTML_STARTS

_THEMATIC_BREAK: Final = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})\Z")
_ATX: Final = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_FENCE: Final = re.compile(r"(`{3,})(?!.*`)|(~{3,})")
_CLOSING_FENCE: Final = re.compile(r"(`{3,}|~{3,})(?=[ \t]*\Z)")
_SETEXT: Final = re.compile(r"(?:=+|-+)[ \t]*\Z")
_MARKER: Final = re.compile(r"[*+-]|([0-9]{1,9})([.)])")
_SPECIAL: Final = frozenset("#`~*+_=<>0123456789-")
_MARKUP: Final = _SPECIAL | frozenset(" \t[")
_ONE_BLOCK: Final = frozenset({"paragraph", "heading", "thematic_break"})


class Parser(Cursor):
    """Reads line by line; `stack` contains the open blocks, from the document to the innermost."""

    __slots__ = (
        "after_blank",
        "all_closed",
        "depth",
        "document",
        "matched",
        "number",
        "stack",
    )

    def __init__(self) -> None:
        super().__init__()
        self.document: Block = Block("document", 0)
        self.stack: list[Block] = [self.document]
        self.number: int = -1
        self.depth: int = 0
        self.matched: int = 1
        self.after_blank: bool = False
        self.all_closed: bool = True

    def read(self, line: str) -> None:
        """Read one line, without its line end."""
        self.number += 1
        if self._read_plain(line):
            return
        self.line = line
        self.offset = self.column = 0
        if not self._continue_open_blocks():
            return
        container = self.stack[self.matched - 1]
        self.all_closed = self.matched == len(self.stack)
        if container.kind not in {"code", "fenced", "html"}:
            container = self._start_blocks(container)
        self._take_text(container)

    def skip_paragraph(self, lines: list[str]) -> bool:
        """Read two lines if they are a paragraph of one line and an empty line, without a block.

        Most paragraphs are like this, and a block for each would take most of the time.
        """
        if len(self.stack) > 1 or not lines[0] or lines[0][0] in _MARKUP or any(lines[1:]):
            return False
        self.number += 2
        self.after_blank = True
        return True

    def _read_plain(self, line: str) -> bool:
        """Read the most common kinds of lines, for which containers need not be tested."""
        tip = self.stack[-1]
        if not line:
            was_blank, self.after_blank = self.after_blank, True
            if len(self.stack) > 2:
                # A second empty line changes nothing, however deep the lists are nested.
                return was_blank
            if tip.kind in _ONE_BLOCK:
                self.stack.pop()
                return True
            return len(self.stack) == 1
        self.after_blank = False
        if line[0] in _MARKUP:
            return line[1:2] == " " and line[0] in "-*+" and self._read_plain_item(line)
        if tip.kind == "paragraph":
            # Text at the margin continues a paragraph, however deep it is nested.
            if tip.lines is not None:
                tip.lines.append(line)
        elif len(self.stack) == 1:
            self._open("paragraph")
        elif len(self.stack) == 2 and tip.kind in _ONE_BLOCK:
            self.stack.pop()
            self._open("paragraph")
        else:
            return False
        return True

    def _read_plain_item(self, line: str) -> bool:
        """Read an item of a top-level list that begins with a word."""
        stack = self.stack
        if line[2:3] in _MARKUP or len(line) == 2:
            return False
        if len(stack) > 1 and stack[1].kind == "list":
            del stack[(2 if stack[1].marker == line[0] else 1) :]
        elif len(stack) == 2 and stack[1].kind in _ONE_BLOCK:
            stack.pop()
        elif len(stack) > 1:
            return False
        if len(stack) == 1:
            self._open("list").marker = line[0]
        self._open("item").indent = 2
        self._open("paragraph")
        self.depth = 1
        return True

    def _open(self, kind: str) -> Block:
        block = Block(kind, self.number)
        self.stack[-1].children.append(block)
        self.stack.append(block)
        return block

    def _continue_open_blocks(self) -> bool:
        """Count the open blocks that the line continues; return `False` if it closes a fence."""
        self.matched = 1
        for block in self.stack[1:]:
            if block.kind != "list":
                self.look_ahead()
                if block.kind == "fenced" and self._closes_fence(block):
                    del self.stack[self.matched :]
                    return False
                if not self._continues(block):
                    break
            self.matched += 1
        return True

    def _closes_fence(self, block: Block) -> bool:
        closing = self.indent <= 3 and _CLOSING_FENCE.match(self.line[self.next :])
        return isinstance(closing, re.Match) and closing[1].startswith(block.marker)

    def _continues(self, block: Block) -> bool:
        kind = block.kind
        if kind == "item":
            return self._continues_item(block)
        if kind == "quote":
            if self.indent > 3 or self.line[self.next : self.next + 1] != ">":
                return False
            self.take_quote_marker()
            return True
        if kind == "code":
            return self._continues_code()
        if kind == "paragraph":
            return not self.blank
        if kind == "html":
            return not self.blank or block.level < ENDED_BY_BLANK
        return kind == "fenced"

    def _continues_item(self, item: Block) -> bool:
        if self.blank:
            self.advance_to_text()
            return bool(item.children)
        if self.indent >= item.indent:
            self.advance(item.indent)
            return True
        return False

    def _continues_code(self) -> bool:
        if self.indent >= 4:
            self.advance(4)
            return True
        self.advance_to_text()
        return self.blank

    def _close_unmatched(self) -> None:
        if not self.all_closed:
            self._pop_to(self.matched)
            self.all_closed = True

    def _pop_to(self, length: int) -> None:
        for block in self.stack[length:]:
            self.depth -= block.kind in {"quote", "item"}
        del self.stack[length:]

    def _add(self, kind: str) -> Block:
        self._close_unmatched()
        stack = self.stack
        while not (
            stack[-1].kind == "list"
            if kind == "item"
            else stack[-1].kind in {"document", "quote", "item"}
        ):
            stack.pop()
        block = self._open(kind)
        if kind in {"quote", "item"}:
            self.depth += 1
            if self.depth > MAXIMUM_DEPTH:
                raise NestingError(self.number)
        return block

    def _start_blocks(self, container: Block) -> Block:
        """Open the blocks that begin on the line, and return the innermost one."""
        while True:
            self.look_ahead()
            char = self.line[self.next : self.next + 1]
            if self.indent > 3:
                if self.stack[-1].kind != "paragraph" and not self.blank:
                    self.advance(4)
                    return self._add("code")
                self.advance_to_text()
                return container
            if char not in _SPECIAL:
                self.advance_to_text()
                return container
            if char == ">":
                self.take_quote_marker()
                container = self._add("quote")
                continue
            leaf = self._start_leaf(container, self.line[self.next :])
            if leaf is not None:
                return leaf
            if not self._start_item(container):
                self.advance_to_text()
                return container
            container = self.stack[-1]

    def _start_leaf(self, container: Block, rest: str) -> Block | None:
        if rest[0] == "#" and (atx := _ATX.match(rest)):
            heading = self._add("heading")
            heading.level = len(atx[1])
        elif (rest[0] in "`~") and (fence := _FENCE.match(rest)):
            code = self._add("fenced")
            code.marker = fence[0]
            return code
        elif rest[0] == "<":
            return self._start_html(container, rest)
        elif container.kind == "paragraph" and _SETEXT.match(rest) and self._underline(rest):
            heading = container
        elif _THEMATIC_BREAK.match(rest):
            heading = self._add("thematic_break")
        else:
            return None
        self.advance_to_end()
        return heading

    def _start_html(self, container: Block, rest: str) -> Block | None:
        maybe_lazy = container.kind == "paragraph" or (
            not self.all_closed and self.stack[-1].kind == "paragraph"
        )
        for number, start in enumerate(HTML_STARTS):
            if (number < 6 or not maybe_lazy) and start.match(rest):
                html = self._add("html")
                html.level = number
                return html
        return None

    def _underline(self, rest: str) -> bool:
        """Turn the paragraph into a heading, unless it consists of link definitions only."""
        self._close_unmatched()
        paragraph = self.stack[-1]
        if paragraph.lines is not None:
            definition_lines = count_definition_lines("\n".join(paragraph.lines))
            del paragraph.lines[:definition_lines]
            paragraph.indent += definition_lines
            if not paragraph.lines:
                return False
        paragraph.kind = "heading"
        paragraph.level = 1 if rest[0] == "=" else 2
        return True

    def _start_item(self, container: Block) -> bool:
        marker = _MARKER.match(self.line, self.next)
        if marker is None:
            return False
        interrupts = container.kind == "paragraph"
        if interrupts and marker[1] is not None and int(marker[1]) != 1:
            return False
        rest = self.line[marker.end() :]
        if rest[:1] not in {"", " ", "\t"} or (interrupts and not rest.strip(" \t")):
            return False
        indent = self.indent + self.take_marker(len(marker[0]))
        self._close_unmatched()
        kind = marker[2] or marker[0]
        if self.stack[-1].kind != "list" or self.stack[-1].marker != kind:
            self._add("list").marker = kind
        self._add("item").indent = indent
        return True

    def _take_text(self, container: Block) -> None:
        tip = self.stack[-1]
        if not self.all_closed and not self.blank and tip.kind == "paragraph":
            self._append_to_paragraph(tip)
            return
        self._close_unmatched()
        if container.kind == "paragraph":
            self._append_to_paragraph(container)
        elif container.kind == "html":
            if container.level < ENDED_BY_BLANK and HTML_ENDS[container.level].search(
                self.line, self.offset
            ):
                self.stack.pop()
        elif container.kind not in {"code", "fenced", "heading", "thematic_break"} and (
            not self.blank and self.offset < len(self.line)
        ):
            paragraph = self._add("paragraph")
            if self.line[self.next] == "[":
                paragraph.lines = [self.line[self.next :]]

    def _append_to_paragraph(self, paragraph: Block) -> None:
        text = self.line[self.offset :]
        if paragraph.lines is not None:
            paragraph.lines.append(text)
