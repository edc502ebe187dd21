"""The lines of a pasted text: what stands on them, how far in, and after how much space."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["INVISIBLE", "SOFT_HYPHEN", "SPACE", "Line", "split_lines"]

SPACE: Final = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
"""White space that is layout at the ends of a line. U+0085 and U+2028 are the author's."""

INVISIBLE: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Joiners and marks of direction, which no reader sees: a line of them alone is blank."""

SOFT_HYPHEN: Final = "\u00ad"
"""Where a word may be divided; seen only there."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
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

    Line ends are `\n`, `\r\n` and `\r`. A form feed and other control characters are no words
    and count as a space. Where nearly every line is quoted, as in a mail that was answered or
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
    for number, raw in enumerate(_CONTROL.sub(" ", plain).split("\n"), 1):
        said = raw.strip(SPACE)
        if not said or (said[0] in INVISIBLE and not said.strip(_BLANK)):
            after_gap = True
            continue
        before = raw[: len(raw) - len(raw.lstrip(SPACE))]
        indent = len(before.expandtabs(_TAB_WIDTH)) if before else 0
        lines.append(Line(number, len(before) + 1, indent, said, after_gap))
        after_gap = False
    return lines


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
