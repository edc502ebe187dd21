"""Mail quotations: lines that start with `>`, written as a CommonMark block quote."""

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
    """Return quoted lines as one block quote that contains nested quotations."""
    paragraphs: list[tuple[int, list[Line]]] = []
    unquoted = _unquoted(lines)
    width = wrap_width([line for _, line in unquoted if line.text])
    for depth, line in unquoted:
        if not line.text:
            paragraphs.append((depth, []))
            continue
        last_depth, last = paragraphs[-1] if paragraphs else (0, [])
        if last and last_depth == depth and runs_on(last[-1], line, width):
            last.append(line)
        else:
            paragraphs.append((depth, [line]))
    written: list[str] = []
    for depth, paragraph in paragraphs:
        if not paragraph:
            continue
        if written:
            written.append(">")
        text = to_inline(join_lines(line.text for line in paragraph))
        written.append("> " * depth + escape_block_start(text))
    return "\n".join(written)


def _unquoted(lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """Return each line without its `>` marks, after the number of marks."""
    unquoted: list[tuple[int, Line]] = []
    after_gap = True
    for line in lines:
        depth, text = 0, line.text
        while text.startswith(">") and depth < _MAX_DEPTH:
            depth, text = depth + 1, text[1:].lstrip(SPACE)
        unquoted.append((depth, line._replace(text=text, indent=0, after_gap=after_gap)))
        after_gap = not text
    return unquoted
