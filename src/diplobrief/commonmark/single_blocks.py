"""Tests whether a text is one complete block, and completes blocks that are not closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.commonmark.inline import heading_text, item_texts, one_line, verbatim
from diplobrief.commonmark.parser import Parser
from diplobrief.commonmark.segmenter import segments

if TYPE_CHECKING:
    from diplobrief.commonmark.blocks import Segment

SECTION_LEVEL: Final = 2
"""The level of the headings that open a section."""

SEPARATOR: Final = "<!-- -->"
"""The comment that separates two blocks if an empty line does not."""

_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_CLOSING_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*\Z")
_VERBATIM: Final = re.compile(r"<(script|pre|textarea|style)(?![^\s>])", re.IGNORECASE)
_VERBATIM_END: Final = re.compile("</(?:script|pre|textarea|style)>", re.IGNORECASE)
_CLOSERS: Final = (
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![CDATA[", "]]>"),
    ("<!", ">"),
)


def is_separator(segment: Segment, lines: list[str]) -> bool:
    """Return whether a block is only the comment that separates two others."""
    return (
        segment.kind == "html"
        and segment.first == segment.last
        and lines[segment.first].strip(" \t") == SEPARATOR
    )


def is_single_block(text: str) -> bool:
    r"""Return whether a text is exactly one `markdown` block that does not absorb what follows.

    It must be one top-level block, from its first line to its last. It must not be a paragraph or
    list that another type of block can express, a heading that opens a section, the comment that
    separates blocks, or a block that continues to the end of any text.

    Args:
        text: The text of a `markdown` block.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.

    Example:
        >>> is_single_block("| a |\n|---|"), is_single_block("a\n\nb"), is_single_block("```")
        (True, False, False)
    """
    if not text or "\r" in text:
        return False
    lines = text.split("\n")
    blocks = segments(text, lines)
    if len(blocks) != 1 or blocks[0].last != len(lines) - 1 or verbatim(blocks[0], lines) != text:
        return False
    block = blocks[0]
    if block.kind == "paragraph":
        return one_line(lines) is None
    if block.kind in {"bullet_list", "ordered_list"}:
        return item_texts(block, lines) is None and closing_line(block, lines) is None
    if block.kind == "heading":
        return block.level != SECTION_LEVEL or not heading_text(block, lines)
    return not is_separator(block, lines) and closing_line(block, lines) is None


def closing_line(segment: Segment, lines: list[str]) -> str | None:
    r"""Return the line that a block needs at its end so that it does not absorb what follows.

    Args:
        segment: A block of a text.
        lines: The lines of that text.

    Returns:
        The line, or `None` if the block ends by itself.

    Example:
        >>> from diplobrief.commonmark.blocks import Segment
        >>> closing_line(Segment("code", 0, 1), ["~~~", "code"])
        '~~~'
    """
    if segment.kind == "code":
        return _closing_fence(lines[segment.first], lines[segment.last], segment)
    if segment.kind == "html":
        return _closing_markup(lines[segment.first].lstrip(" "), lines[segment.last])
    if segment.kind in {"bullet_list", "ordered_list"} and not segment.items:
        own_lines = lines[segment.first : segment.last + 1]
        if any("```" in line or "~~~" in line for line in own_lines):
            return _closing_line_in_list(own_lines)
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
    """Return the line that closes an open fence in the last item.

    In a block quote no line is needed: an empty line ends the quote, and the fence with it.
    """
    parser = Parser()
    for line in lines:
        parser.read(line)
    containers, innermost = parser.stack[1:-1], parser.stack[-1]
    if innermost.kind != "fenced" or any(block.kind == "quote" for block in containers):
        return None
    return " " * sum(block.indent for block in containers) + innermost.marker
