"""Quotations of mails: lines behind `>`, as a CommonMark block quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.formats.text.line_wrapping import join_lines, runs_on, wrap_width
from diplobrief.text.characters import SPACE
from diplobrief.text.inline import escape_block_start
from diplobrief.text.plain import to_inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.formats.text.lines import Line

__all__ = ["quotation"]

_MAX_DEPTH: Final = 8


def quotation(lines: Sequence[Line]) -> str:
    """Return quoted lines as one block quote, with quotations in it one level deeper."""
    paragraphs: list[tuple[int, list[Line]]] = []
    levels = _unquoted(lines)
    said = [line for _, line in levels if line.text]
    width = wrap_width(said)
    for depth, line in levels:
        if not line.text:
            paragraphs.append((depth, []))
            continue
        last_depth, last = paragraphs[-1] if paragraphs else (0, [])
        if last and last_depth == depth and runs_on(last[-1], line, width):
            last.append(line)
        else:
            paragraphs.append((depth, [line]))
    written: list[str] = []
    for depth, parts in paragraphs:
        if not parts:
            continue
        if written:
            written.append(">")
        text = to_inline(join_lines(part.text for part in parts))
        written.append("> " * depth + escape_block_start(text))
    return "\n".join(written)


def _unquoted(lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """Return each line without its marks, and how many they were."""
    levels: list[tuple[int, Line]] = []
    after_gap = True
    for line in lines:
        depth, text = 0, line.text
        while text.startswith(">") and depth < _MAX_DEPTH:
            depth, text = depth + 1, text[1:].lstrip(SPACE)
        levels.append((depth, line._replace(text=text, indent=0, after_gap=after_gap)))
        after_gap = not text
    return levels
