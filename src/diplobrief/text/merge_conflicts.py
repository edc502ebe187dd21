"""Finds the markers that git leaves in a file if a merge needs a decision by hand."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.text.characters import LINE_END

_OURS: Final = "<<<<<<<"
_OPENING: Final = re.compile(r"<<<<<<<(?: .*)?")
_MIDDLE: Final = "======="
_THEIRS: Final = ">>>>>>>"
_CLOSING: Final = re.compile(r">>>>>>>(?: .*)?")
_ITEM: Final = r" {0,3}(?:[-*+>|]|[0-9]{1,9}[.)] ).*"
_END_OF_SENTENCE: Final = r""".*[.!?:;,…。،؛؟]["”»’)]?"""
_NOT_A_HEADING: Final = re.compile(f"{_ITEM}|{_END_OF_SENTENCE}")
"""A line that nobody underlines: an item, a quotation, a row, the end of a sentence."""


def is_marker(line: str) -> bool:
    """Return whether a line is one of the markers.

    Example:
        >>> is_marker("======="), is_marker(">>>>>>> desk"), is_marker("========")
        (True, True, False)
    """
    return line == _MIDDLE or bool(_OPENING.fullmatch(line) or _CLOSING.fullmatch(line))


def has_conflict(text: str) -> bool:
    r"""Return whether a part of a text would be taken for a conflict, or for what is left of one.

    Example:
        >>> has_conflict("~~~\n<<<<<<< HEAD\n~~~"), has_conflict("a <<<<<<< b")
        (True, False)
    """
    if _OURS in text and any(map(_OPENING.fullmatch, LINE_END.split(text))):
        return True
    return _line_of_remains(text) is not None


def conflict_line(text: str) -> int | None:
    r"""Return the number of the line where the first conflict begins, counted from 1, or `None`.

    A paragraph of one line that looks like the opening marker is not a conflict: an empty line
    follows it. After an empty line, the other two markers have to follow as well. If somebody
    removed the opening marker only, the first of the other two counts; what Markdown reads as a
    heading or as a quotation does not.

    Example:
        >>> conflict_line("Talks\n<<<<<<< HEAD\non March 20\n=======\n>>>>>>> desk\n")
        2
        >>> conflict_line("Talks\n\n<<<<<<< HEAD\n\nMore")
    """
    if _OURS not in text:
        return _line_of_remains(text)
    lines = [*LINE_END.split(text), ""]
    openings = [number for number, line in enumerate(lines) if _OPENING.fullmatch(line)]
    direct = (number for number in openings if lines[number + 1].strip())
    with_gap = (number for number in openings[:1] if _has_other_markers(lines, number))
    first = min([*direct, *with_gap], default=None)
    return _line_of_remains(text) if first is None else first + 1


def _line_of_remains(text: str) -> int | None:
    """Return the number of the first line with one of the other markers, or `None`."""
    if _MIDDLE not in text and _THEIRS not in text:
        return None
    lines = ["", *LINE_END.split(text), ""]
    return next(
        (
            number
            for number in range(1, len(lines) - 1)
            if _is_left(lines[number], lines[number - 1], lines[number + 1])
        ),
        None,
    )


def _is_left(line: str, before: str, after: str) -> bool:
    """Return whether a line is a marker, and not part of a heading or of a quotation."""
    if line == _MIDDLE:
        return bool(after.strip() and _NOT_A_HEADING.fullmatch(before.rstrip()))
    if line.startswith(_THEIRS) and _CLOSING.fullmatch(line):
        return bool(before.strip()) and not before.lstrip().startswith(">")
    return False


def _has_other_markers(lines: list[str], opening: int) -> bool:
    """Return whether both follow: a middle marker after an empty line, and a closing marker."""
    middle = next(
        (
            number
            for number in range(opening + 1, len(lines))
            if lines[number] == _MIDDLE and not lines[number - 1].strip()
        ),
        len(lines),
    )
    return any(map(_CLOSING.fullmatch, lines[middle:]))
