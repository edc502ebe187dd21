"""The segmenter: which top-level blocks a text has, and whether it is just one."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.commonmark.describe import describe, last_line
from diplobrief.commonmark.inline import heading_text, item_texts, one_line, verbatim
from diplobrief.commonmark.parser import Parser
from diplobrief.commonmark.segment import MAXIMUM_DEPTH, NestingError, Segment

__all__ = [
    "MAXIMUM_DEPTH",
    "SECTION_LEVEL",
    "SEPARATOR",
    "NestingError",
    "Segment",
    "closing_line",
    "is_separator",
    "is_single_block",
    "lines_of",
    "segments",
]


def lines_of(text: str) -> list[str]:
    r"""Split a text at its line ends, which are LF, CR LF and CR and no others.

    Example:
        >>> lines_of("a\r\nb\u2028c")
        ['a', 'b\u2028c']
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def segments(text: str, lines: list[str] | None = None) -> list[Segment]:
    r"""Return the top-level blocks of a CommonMark text, in order.

    Every line that is not blank belongs to exactly one of them.

    Args:
        text: The text, of any length, without controls other than tab and line ends.
        lines: The same as `lines_of` splits it, where the caller has that already.

    Returns:
        The blocks, with the numbers of their lines.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.

    Example:
        >>> [(s.kind, s.first, s.last) for s in segments("# Title\n\nA line\nand more")]
        [('heading', 0, 0), ('paragraph', 2, 3)]
    """
    parser = Parser()
    lines = lines_of(text) if lines is None else lines
    for line in lines:
        parser.read(line)
    blocks = parser.document.children
    found: list[Segment] = []
    for number, block in enumerate(blocks):
        after = blocks[number + 1].first if number + 1 < len(blocks) else len(lines)
        found += describe(block, lines, last_line(lines, after))
    return found


_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_CLOSING_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*\Z")
_VERBATIM: Final = re.compile(r"<(script|pre|textarea|style)(?![^\s>])", re.IGNORECASE)
_CLOSERS: Final = (
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![CDATA[", "]]>"),
    ("<!", ">"),
)
_VERBATIM_END: Final = re.compile("</(?:script|pre|textarea|style)>", re.IGNORECASE)


def closing_line(segment: Segment, lines: list[str]) -> str | None:
    r"""Return the line that ends a block which would swallow what is written after it, or `None`.

    Args:
        segment: A block of a text.
        lines: The lines of that text.

    Example:
        >>> lines = ["~~~", "code"]
        >>> closing_line(Segment("code", 0, 1), lines)
        '~~~'
    """
    if segment.kind == "code":
        return _closing_fence(lines[segment.first], lines[segment.last], segment)
    if segment.kind == "html":
        return _closing_markup(lines[segment.first].lstrip(" "), lines[segment.last])
    if segment.kind in {"bullet_list", "ordered_list"} and not segment.items:
        own = lines[segment.first : segment.last + 1]
        if any("```" in line or "~~~" in line for line in own):
            return _closing_line_in_list(own)
    return None


def _closing_fence(first: str, last: str, segment: Segment) -> str | None:
    fence = _FENCE.match(first)
    if fence is None:
        return None
    closing = _CLOSING_FENCE.match(last) if segment.last > segment.first else None
    return None if closing and closing[1].startswith(fence[1]) else fence[1]


def _closing_markup(first: str, last: str) -> str | None:
    verbatim_tag = _VERBATIM.match(first)
    if verbatim_tag is not None:
        return None if _VERBATIM_END.search(last) else f"</{verbatim_tag[1]}>"
    for opener, closer in _CLOSERS:
        if first.startswith(opener):
            return None if closer in last else closer
    return None


def _closing_line_in_list(lines: list[str]) -> str | None:
    """End a fence left open in the last item; in a quote, an empty line does so."""
    parser = Parser()
    for line in lines:
        parser.read(line)
    containers, tip = parser.stack[1:-1], parser.stack[-1]
    if tip.kind != "fenced" or any(block.kind == "quote" for block in containers):
        return None
    return " " * sum(block.indent for block in containers) + tip.marker


def is_single_block(text: str) -> bool:
    r"""Whether a text, read alone, is exactly one `markdown` block and swallows nothing after it.

    It must be one top-level block, from its first line to its last, neither a heading that opens
    a section nor the comment that separates blocks, and none that runs on to the end of any text.

    Args:
        text: The text of a `markdown` block.

    Returns:
        Whether it is valid.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.

    Example:
        >>> is_single_block("| a |\n|---|"), is_single_block("a\n\nb"), is_single_block("```")
        (True, False, False)
    """
    if not text or "\r" in text:
        return False
    lines = text.split("\n")
    found = segments(text, lines)
    if len(found) != 1 or found[0].last != len(lines) - 1 or verbatim(found[0], lines) != text:
        return False
    block = found[0]
    if block.kind == "paragraph":
        return one_line(lines) is None
    if block.kind in {"bullet_list", "ordered_list"}:
        return item_texts(block, lines) is None and closing_line(block, lines) is None
    if block.kind == "heading":
        return block.level != SECTION_LEVEL or not heading_text(block, lines)
    return not is_separator(block, lines) and closing_line(block, lines) is None


SECTION_LEVEL: Final = 2
"""The level of the headings that open a section."""

SEPARATOR: Final = "<!-- -->"
"""The comment that keeps two blocks apart where an empty line does not."""


def is_separator(segment: Segment, lines: list[str]) -> bool:
    """Whether a block is only the comment that keeps its neighbours apart."""
    return (
        segment.kind == "html"
        and segment.first == segment.last
        and lines[segment.first].strip(" \t") == SEPARATOR
    )
