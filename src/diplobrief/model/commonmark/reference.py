"""The pure Python engine: the block structure as the reference implementation finds it.

It follows commonmark.js 0.31.2 step by step, without its inline half. Blocks that are open form
a stack, so that depth costs no recursion.
"""

from __future__ import annotations

import re
from typing import Final

from diplobrief.model.commonmark.definitions import count_definition_lines
from diplobrief.model.commonmark.segment import (
    MAXIMUM_DEPTH,
    NestingError,
    Segment,
    SegmentKind,
)
from diplobrief.model.text import opens_block

# What the reference's own regular expressions take for a space.
_S: Final = "[ \\t\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
_ATTRIBUTE: Final = (
    rf"{_S}+[a-zA-Z_:][a-zA-Z0-9:._-]*"
    rf"(?:{_S}*={_S}*(?:[^\"'=<>`\x00-\x20]+|'[^']*'|\"[^\"]*\"))?"
)
_HTML_STARTS: Final = (
    re.compile(rf"<(?:script|pre|textarea|style)(?:{_S}|>|\Z)", re.IGNORECASE),
    re.compile(r"<!--"),
    re.compile(r"<\?"),
    re.compile(r"<![A-Za-z]"),
    re.compile(r"<!\[CDATA\["),
    re.compile(
        r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd"
        r"|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset"
        r"|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol"
        r"|optgroup|option|p|param|section|search|summary|table|tbody|td|tfoot|th|thead|title|tr"
        rf"|track|ul)(?:{_S}|/?>|\Z)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*{_S}*/?>|</[A-Za-z][A-Za-z0-9-]*{_S}*>)"
        rf"{_S}*\Z"
    ),
)
_HTML_ENDS: Final = (
    re.compile(r"</(?:script|pre|textarea|style)>", re.IGNORECASE),
    re.compile("-->"),
    re.compile(r"\?>"),
    re.compile(">"),
    re.compile("]]>"),
)
_ENDED_BY_BLANK: Final = 5
_THEMATIC_BREAK: Final = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})\Z")
_ATX: Final = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_FENCE: Final = re.compile(r"(`{3,})(?!.*`)|(~{3,})")
_CLOSING_FENCE: Final = re.compile(r"(`{3,}|~{3,})(?=[ \t]*\Z)")
_SETEXT: Final = re.compile(r"(?:=+|-+)[ \t]*\Z")
_MARKER: Final = re.compile(r"[*+-]|([0-9]{1,9})([.)])")
_SPECIAL: Final = frozenset("#`~*+_=<>0123456789-")
_SEGMENT_KINDS: Final[dict[str, SegmentKind]] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "code": "code",
    "fenced": "code",
    "html": "html",
    "quote": "quote",
    "thematic_break": "thematic_break",
}


class _Block:
    """A block that is open, with what its continuation and its kind depend on."""

    __slots__ = ("children", "first", "indent", "kind", "level", "lines", "marker")

    def __init__(self, kind: str, first: int) -> None:
        self.kind = kind
        self.first = first
        self.level = 0
        self.marker = ""
        self.indent = 0
        self.lines: list[str] | None = None
        self.children: list[_Block] = []


class _Parser:
    """Reads line by line; `stack` holds the open blocks, from the document to the innermost."""

    __slots__ = (
        "all_closed",
        "blank",
        "column",
        "depth",
        "document",
        "indent",
        "line",
        "matched",
        "next",
        "next_column",
        "number",
        "offset",
        "stack",
    )

    def __init__(self) -> None:
        self.document = _Block("document", 0)
        self.stack = [self.document]
        self.number = -1
        self.depth = 0
        self.line = ""
        self.offset = self.column = self.next = self.next_column = self.indent = 0
        self.matched = 1
        self.blank = False
        self.all_closed = True

    def read(self, line: str) -> None:
        """Take in one line, without its line end."""
        self.number += 1
        self.line = line
        self.offset = self.column = 0
        if not self._continue_open_blocks():
            return
        container = self.stack[self.matched - 1]
        self.all_closed = self.matched == len(self.stack)
        if container.kind not in {"code", "fenced", "html"}:
            container = self._start_blocks(container)
        self._take_text(container)

    def _look_ahead(self) -> None:
        line, at, column = self.line, self.offset, self.column
        while (char := line[at : at + 1]) == " " or char == "\t":
            column += 1 if char == " " else 4 - column % 4
            at += 1
        self.next = at
        self.next_column = column
        self.indent = column - self.column
        self.blank = not char

    def _advance(self, count: int) -> None:
        """Go on by so many columns, perhaps into a tab."""
        line = self.line
        while count > 0 and self.offset < len(line):
            if line[self.offset] != "\t":
                self.offset += 1
                self.column += 1
                count -= 1
                continue
            to_tab = 4 - self.column % 4
            self.column += min(to_tab, count)
            self.offset += to_tab <= count
            count -= to_tab

    def _advance_to_text(self) -> None:
        self.offset = self.next
        self.column = self.next_column

    def _take_quote_marker(self) -> None:
        self._advance_to_text()
        self.offset += 1
        self.column += 1
        if self.line[self.offset : self.offset + 1] in {" ", "\t"}:
            self._advance(1)

    def _continue_open_blocks(self) -> bool:
        """Count the open blocks that this line continues; false where it ends a fence."""
        stack = self.stack
        self.matched = 1
        for block in stack[1:]:
            kind = block.kind
            if kind == "list":
                self.matched += 1
                continue
            self._look_ahead()
            if kind == "item":
                if self.blank:
                    if not block.children:
                        break
                    self._advance_to_text()
                elif self.indent >= block.indent:
                    self._advance(block.indent)
                else:
                    break
            elif kind == "quote":
                if self.indent > 3 or self.line[self.next : self.next + 1] != ">":
                    break
                self._take_quote_marker()
            elif kind in {"heading", "thematic_break"}:
                break
            elif kind == "fenced":
                closing = self.indent <= 3 and _CLOSING_FENCE.match(self.line[self.next :])
                if closing and closing[1].startswith(block.marker):
                    del stack[self.matched :]
                    return False
            elif kind == "code":
                if self.indent >= 4:
                    self._advance(4)
                elif self.blank:
                    self._advance_to_text()
                else:
                    break
            elif self.blank and (kind == "paragraph" or block.level >= _ENDED_BY_BLANK):
                break
            self.matched += 1
        return True

    def _close_unmatched(self) -> None:
        if not self.all_closed:
            self._pop_to(self.matched)
            self.all_closed = True

    def _pop_to(self, length: int) -> None:
        for block in self.stack[length:]:
            self.depth -= block.kind in {"quote", "item"}
        del self.stack[length:]

    def _add(self, kind: str) -> _Block:
        self._close_unmatched()
        stack = self.stack
        while not (
            stack[-1].kind == "list"
            if kind == "item"
            else stack[-1].kind in {"document", "quote", "item"}
        ):
            stack.pop()
        block = _Block(kind, self.number)
        stack[-1].children.append(block)
        stack.append(block)
        if kind in {"quote", "item"}:
            self.depth += 1
            if self.depth > MAXIMUM_DEPTH:
                raise NestingError(self.number)
        return block

    def _start_blocks(self, container: _Block) -> _Block:
        """Open the blocks that begin on this line, and return the innermost."""
        while True:
            self._look_ahead()
            char = self.line[self.next : self.next + 1]
            if self.indent > 3:
                if self.stack[-1].kind != "paragraph" and not self.blank:
                    self._advance(4)
                    return self._add("code")
                self._advance_to_text()
                return container
            if char not in _SPECIAL:
                self._advance_to_text()
                return container
            if char == ">":
                self._take_quote_marker()
                container = self._add("quote")
                continue
            leaf = self._start_leaf(container, self.line[self.next :])
            if leaf is not None:
                return leaf
            if not self._start_item(container):
                self._advance_to_text()
                return container
            container = self.stack[-1]

    def _start_leaf(self, container: _Block, rest: str) -> _Block | None:
        if rest[0] == "#" and (atx := _ATX.match(rest)):
            heading = self._add("heading")
            heading.level = len(atx[1])
        elif (rest[0] in "`~") and (fence := _FENCE.match(rest)):
            heading = self._add("fenced")
            heading.marker = fence[0]
            return heading
        elif rest[0] == "<":
            return self._start_html(container, rest)
        elif container.kind == "paragraph" and _SETEXT.match(rest) and self._underline(rest):
            heading = container
        elif _THEMATIC_BREAK.match(rest):
            heading = self._add("thematic_break")
        else:
            return None
        self.offset = len(self.line)
        return heading

    def _start_html(self, container: _Block, rest: str) -> _Block | None:
        maybe_lazy = container.kind == "paragraph" or (
            not self.all_closed and self.stack[-1].kind == "paragraph"
        )
        for number, start in enumerate(_HTML_STARTS):
            if (number < 6 or not maybe_lazy) and start.match(rest):
                html = self._add("html")
                html.level = number
                return html
        return None

    def _underline(self, rest: str) -> bool:
        """Make the paragraph a heading, unless all of it is definitions."""
        self._close_unmatched()
        paragraph = self.stack[-1]
        if paragraph.lines is not None:
            taken = count_definition_lines("\n".join(paragraph.lines))
            del paragraph.lines[:taken]
            paragraph.indent += taken
            if not paragraph.lines:
                return False
        paragraph.kind = "heading"
        paragraph.level = 1 if rest[0] == "=" else 2
        return True

    def _start_item(self, container: _Block) -> bool:
        found = _MARKER.match(self.line, self.next)
        if found is None:
            return False
        interrupts = container.kind == "paragraph"
        if interrupts and found[1] is not None and int(found[1]) != 1:
            return False
        behind = self.line[found.end() :]
        if behind[:1] not in {"", " ", "\t"} or (interrupts and not behind.strip(" \t")):
            return False
        indent = self.indent + self._take_marker(len(found[0]))
        self._close_unmatched()
        kind = found[2] or found[0]
        if self.stack[-1].kind != "list" or self.stack[-1].marker != kind:
            self._add("list").marker = kind
        self._add("item").indent = indent
        return True

    def _take_marker(self, width: int) -> int:
        """Pass a list marker and the space behind it; return the columns they take."""
        self._advance_to_text()
        self.offset += width
        self.column += width
        offset, column = self.offset, self.column
        self._look_ahead()
        if not self.blank and 1 <= self.indent <= 4:
            spaces = self.indent
            self._advance(spaces)
            return width + spaces
        self.offset, self.column = offset, column
        self._advance(1)
        return width + 1

    def _take_text(self, container: _Block) -> None:
        tip = self.stack[-1]
        if not self.all_closed and not self.blank and tip.kind == "paragraph":
            self._append_to_paragraph(tip)
            return
        self._close_unmatched()
        if container.kind == "paragraph":
            self._append_to_paragraph(container)
        elif container.kind == "html":
            if container.level < _ENDED_BY_BLANK and _HTML_ENDS[container.level].search(
                self.line, self.offset
            ):
                self.stack.pop()
        elif container.kind not in {"code", "fenced", "heading", "thematic_break"} and (
            not self.blank and self.offset < len(self.line)
        ):
            paragraph = self._add("paragraph")
            if self.line[self.next] == "[":
                paragraph.lines = [self.line[self.next :]]

    def _append_to_paragraph(self, paragraph: _Block) -> None:
        text = self.line[self.offset :]
        if paragraph.lines is not None:
            paragraph.lines.append(text)


def _last_line(lines: list[str], after: int) -> int:
    while after and not lines[after - 1].strip(" \t"):
        after -= 1
    return after - 1


def _is_flat(block: _Block, lines: list[str], last: int) -> bool:
    for item in block.children:
        if len(item.children) != 1 or item.children[0].kind != "paragraph":
            return False
        paragraph = item.children[0]
        if paragraph.indent or (
            paragraph.lines and count_definition_lines("\n".join(paragraph.lines))
        ):
            return False
    return all(line.strip(" \t") for line in lines[block.first : last + 1])


def _describe(block: _Block, lines: list[str], last: int) -> list[Segment]:
    first = block.first
    if block.kind == "list":
        kind: SegmentKind = "bullet_list" if block.marker in "*+-" else "ordered_list"
        flat = _is_flat(block, lines, last)
        items = tuple(item.first for item in block.children) if flat else ()
        return [Segment(kind, first, last, 0, items)]
    if block.lines is None:
        return [Segment(_SEGMENT_KINDS[block.kind], first, last, _level(block))]
    taken = block.indent
    if block.kind == "paragraph":
        taken += count_definition_lines("\n".join(block.lines))
    split = first + taken
    if split > last:
        return [Segment("definitions", first, last)]
    # What follows definitions without an empty line may need them to be what it is.
    if taken and block.level != 2 and opens_block(lines[split].strip(" \t")):
        return [Segment("definitions", first, last)]
    rest = Segment(_SEGMENT_KINDS[block.kind], split, last, _level(block))
    return [Segment("definitions", first, split - 1), rest] if taken else [rest]


def _level(block: _Block) -> int:
    return block.level if block.kind == "heading" else 0


def segments_by_reference(lines: list[str]) -> list[Segment]:
    """Return the top-level blocks of a text, given as lines without line ends.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.
    """
    parser = _Parser()
    for line in lines:
        parser.read(line)
    blocks = parser.document.children
    found: list[Segment] = []
    for number, block in enumerate(blocks):
        after = blocks[number + 1].first if number + 1 < len(blocks) else len(lines)
        found += _describe(block, lines, _last_line(lines, after))
    return found
