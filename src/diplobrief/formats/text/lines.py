"""The lines of a pasted text: their words, their indentation, and the blank lines between them."""

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
"""If at least this share of the lines is quoted, the whole page is."""


class Line(NamedTuple):
    """One line that is not blank."""

    number: int
    """The number of the line in the text, from 1."""
    column: int
    """The column of its first character, from 1."""
    indent: int
    """The width of the white space before it; a tab counts as four columns."""
    text: str
    """The line without white space at its ends."""
    after_gap: bool
    """Whether it follows a blank line or is the first line."""


def split_lines(text: str) -> list[Line]:
    r"""Return the lines of a text that are not blank.

    Lines end with `\n`, `\r\n`, `\r` or a vertical tab, which word processors copy for a line
    break within a paragraph. Form feeds and other control characters count as spaces. If nearly
    every line is quoted, as in a mail that was answered or forwarded, the quotation marks are
    removed.

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
        stripped = raw.strip(SPACE)
        if not stripped or (stripped[0] in INVISIBLE and not stripped.strip(_BLANK)):
            after_gap = True
            continue
        before = raw[: len(raw) - len(raw.lstrip(SPACE))]
        indent = len(before.expandtabs(_TAB_WIDTH)) if before else 0
        lines.append(Line(number, column + len(before), indent, stripped, after_gap))
        after_gap = False
    return lines


def _numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each line with its number and the column at which it starts."""
    for number, line in enumerate(text.split("\n"), 1):
        column = 1
        for part in line.split(_SOFT_BREAK):
            yield number, column, part
            column += len(part) + 1


def _unquote(lines: list[Line]) -> list[Line]:
    """Remove one level of quotation marks."""
    unquoted: list[Line] = []
    after_gap = True
    for line in lines:
        after_gap = after_gap or line.after_gap
        if not line.text.startswith(">"):
            unquoted.append(line._replace(after_gap=after_gap))
            after_gap = False
            continue
        rest = line.text[1:]
        text = rest.lstrip(SPACE)
        if text:
            space = len(rest) - len(text)
            indent = max(0, space - 1)  # one space belongs to the mark
            unquoted.append(Line(line.number, line.column + 1 + space, indent, text, after_gap))
        after_gap = not text
    return unquoted
