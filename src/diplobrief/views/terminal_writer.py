"""Wrapped, indented and styled lines for a terminal."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from diplobrief.diagnostics.terminal_text import visible, width

if TYPE_CHECKING:
    from collections.abc import Callable

_STYLES: Final[dict[str, Callable[[str], str]]] = {
    "title": partial(click.style, bold=True),
    "heading": partial(click.style, fg="cyan", bold=True),
    "name": partial(click.style, bold=True),
    "aside": partial(click.style, dim=True),
    "warning": partial(click.style, fg="yellow", bold=True),
    "completed": partial(click.style, fg="green"),
    "rejected": partial(click.style, fg="red"),
    "cancelled": partial(click.style, fg="red"),
    "denied": partial(click.style, fg="red"),
}
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_MIN_COLUMNS: Final = 20

_OPENING, _CLOSING = "\x0e", "\x0f"
"""Where a marked passage begins and ends; visible text has no such characters."""

_IN_COLOR: Final = ("\x1b[1m\x1b[33m", "\x1b[0m")
_IN_BRACKETS: Final = ("[[", "]]")


class TerminalWriter:
    """Lays out paragraphs and lists as lines.

    Text is made safe for a terminal; what a brief says cannot move the cursor or change colours.

    Args:
        columns: The maximum width of a line.
        color: Whether to use colours.

    Example:
        >>> writer = TerminalWriter(20)
        >>> writer.write("Northland and Southland share the lake.", mark="* ")
        >>> print(writer.text)
        * Northland and
          Southland share
          the lake.
    """

    def __init__(self, columns: int, *, color: bool = False) -> None:
        self._columns = max(columns, _MIN_COLUMNS)
        self._color = color
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines)

    def space(self) -> None:
        """Add an empty line, unless the last line is empty."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, text: str) -> None:
        """Write a heading, after an empty line."""
        self.space()
        self.write(text, style="heading")

    def write(self, text: str, *, mark: str = "", indent: int = 0, style: str = "") -> None:
        """Write a paragraph.

        Args:
            text: The text; each of its lines starts a new line.
            mark: Text before the first line; the other lines are indented by its width.
            indent: Columns before everything.
            style: The name of a style; an unknown name means plain text.
        """
        mark = visible(mark)
        margin = " " * (indent + width(mark))
        start = " " * indent + self._styled(mark, style)
        for line in _LINE_END.split(text):
            for piece in _wrap(visible(line), self._columns - len(margin)):
                self._lines.append(f"{start}{self._styled(piece, style)}".rstrip())
                start = margin

    def marked(self, before: str, passage: str, after: str, *, indent: int = 0) -> None:
        """Write a paragraph in which a passage is marked: by colour, or else by brackets.

        Example:
            >>> writer = TerminalWriter(30)
            >>> writer.marked("They said ", "the lake was clean", ".")
            >>> print(writer.text)
            They said [[the lake was
            clean]].
        """
        text = f"{visible(before)}{_OPENING}{visible(passage)}{_CLOSING}{visible(after)}"
        opening, closing = _IN_COLOR if self._color else _IN_BRACKETS
        is_open = False
        for line in _LINE_END.split(text):
            for piece in _wrap(line, self._columns - indent - len(_IN_BRACKETS[0])):
                start = opening if is_open and self._color else ""
                is_open = _CLOSING not in piece and (is_open or _OPENING in piece)
                end = closing if is_open and self._color else ""
                shown = piece.replace(_OPENING, opening).replace(_CLOSING, closing)
                self._lines.append(f"{' ' * indent}{start}{shown}{end}".rstrip())

    def verbatim(self, text: str, *, indent: int = 0) -> None:
        """Write lines without wrapping them."""
        for line in _LINE_END.split(text):
            self._lines.append(f"{' ' * indent}{visible(line)}".rstrip())

    def _styled(self, text: str, style: str) -> str:
        if self._color and style in _STYLES and text.strip():
            return _STYLES[style](text)
        return text


def _wrap(text: str, columns: int) -> list[str]:
    """Break a line at its spaces; a word that is too long is not broken."""
    lines: list[list[str]] = [[]]
    left = columns
    for word in text.split(" "):
        needed = width(word)
        if lines[-1] and needed > left:
            lines.append([])
            left = columns
        lines[-1].append(word)
        left -= needed + 1
    return [" ".join(words) for words in lines]
