"""Finds the markers that git leaves in a file if a merge needs a decision by hand."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.text.characters import LINE_END

_OURS: Final = "<<<<<<<"
_OPENING: Final = re.compile(r"<<<<<<<(?: .*)?")
_MIDDLE: Final = "======="
_CLOSING: Final = re.compile(r">>>>>>>(?: .*)?")


def has_opening_marker(text: str) -> bool:
    r"""Return whether a line begins as the first line of a conflict.

    Example:
        >>> has_opening_marker("~~~\n<<<<<<< HEAD\n~~~"), has_opening_marker("a <<<<<<< b")
        (True, False)
    """
    return _OURS in text and any(map(_OPENING.fullmatch, LINE_END.split(text)))


def conflict_line(text: str) -> int | None:
    r"""Return the number of the line where the first conflict begins, counted from 1, or `None`.

    A paragraph of one line that looks like the opening marker is not a conflict: an empty line
    follows it. After an empty line, the other two markers have to follow as well.

    Example:
        >>> conflict_line("Talks\n<<<<<<< HEAD\non March 20\n=======\n>>>>>>> desk\n")
        2
        >>> conflict_line("Talks\n\n<<<<<<< HEAD\n\nMore")
    """
    if _OURS not in text:
        return None
    lines = [*LINE_END.split(text), ""]
    openings = [number for number, line in enumerate(lines) if _OPENING.fullmatch(line)]
    direct = (number for number in openings if lines[number + 1].strip())
    with_gap = (number for number in openings[:1] if _has_other_markers(lines, number))
    first = min([*direct, *with_gap], default=None)
    return None if first is None else first + 1


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
