"""The lines of a pasted text: what stands on them, how far in, and after how much space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.text.characters import INVISIBLE, SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Line", "split_lines"]

_SOFT_BREAK: Final = "\x0b"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0c\x0e-\x1f\x7f]")
_BLANK: Final = SPACE + INVISIBLE
_TAB_WIDTH: Final = 4
_MAX_QUOTE_DEPTH: Final = 8
_QUOTED_SHARE: Final = 0.8


class Line(NamedTuple):
    """One line that is not blank."""

    number: int
    """Where it stands in the text, from 1."""
    column: int
    """Where its first character stands, from 1."""
    indent: int
    """The white space before it, a tab counted as four."""
    text: str
    """What it says, without white space at the ends."""
    after_gap: bool
    """Whether a blank line, or nothing, stands before it."""


def split_lines(text: str) -> list[Line]:
    r"""Return the lines of a text that say something.

    Line ends are `\n`, `\r\n` and `\r`, and the vertical tab with which word processors copy a
    line break in a paragraph. A form feed and other control characters are no words and count as
    a space. Where nearly every line is quoted, as in a mail that was answered or
    forwarded, the quotation marks of the mail are taken away.

    Args:
        text: The text as it was pasted, with or without a byte order mark.

    Example:
        >>> [(line.number, line.text) for line in split_lines("A title\r\n\r\n  Text.")]
        [(1, 'A title'), (3, 'Text.')]
    """
    lines = _visible_lines(text)
    for _ in range(_MAX_QUOTE_DEPTH):
        quoted = sum(line.text.startswith(">") for line in lines)
        if quoted < 2 or quoted < _QUOTED_SHARE * len(lines):
            break
        lines = _unquote(lines)
    return lines


def _visible_lines(text: str) -> list[Line]:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines: list[Line] = []
    after_gap = True
    for number, column, raw in _numbered(_CONTROL.sub(" ", plain)):
        said = raw.strip(SPACE)
        if not said or (said[0] in INVISIBLE and not said.strip(_BLANK)):
            after_gap = True
            continue
        before = raw[: len(raw) - len(raw.lstrip(SPACE))]
        indent = len(before.expandtabs(_TAB_WIDTH)) if before else 0
        lines.append(Line(number, column + len(before), indent, said, after_gap))
        after_gap = False
    return lines


def _numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each line with its number, and the column at which it begins."""
    for number, line in enumerate(text.split("\n"), 1):
        column = 1
        for part in line.split(_SOFT_BREAK):
            yield number, column, part
            column += len(part) + 1


def _unquote(lines: list[Line]) -> list[Line]:
    kept: list[Line] = []
    after_gap = True
    for line in lines:
        after_gap = after_gap or line.after_gap
        if not line.text.startswith(">"):
            kept.append(line._replace(after_gap=after_gap))
            after_gap = False
            continue
        behind = line.text[1:]
        said = behind.lstrip(SPACE)
        if said:
            inner = len(behind) - len(said)
            indent = max(0, inner - 1)
            kept.append(Line(line.number, line.column + 1 + inner, indent, said, after_gap))
        after_gap = not said
    return kept
