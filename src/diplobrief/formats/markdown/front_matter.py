"""Splits a Markdown file into its front matter and its body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from diplobrief.diagnostics import BriefError, Finding, Span
from diplobrief.formats.markdown.misplaced import (
    misplaced_front_matter,
    near_miss_of_closing_line,
)
from diplobrief.text.characters import LINE_END

_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING: Final = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
# A pattern that begins with a set of characters is searched several times more slowly.
_CLOSING_WITH_RETURNS: Final = re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a file.

    Args:
        text: The whole file.
        front_matter: The front matter without its fences, or `None`.
        body_at: The offset of the body in the file.
        front_matter_at: The offset of the front matter in the file.
    """

    text: str
    front_matter: str | None
    body_at: int
    front_matter_at: int = 0

    @property
    def body(self) -> str:
        """The text after the front matter; without front matter, the whole file."""
        return self.text[self.body_at :]

    @property
    def lines_before_body(self) -> int:
        """The number of lines before the body."""
        return sum(1 for _ in LINE_END.finditer(self.text, 0, self.body_at))


def split(text: str) -> Parts:
    r"""Split a file at the fences of its front matter.

    Front matter begins with `---` on the first line, and ends with a line `---` or `...`.

    Raises:
        BriefError: The front matter is not closed, or does not begin on the first line.

    Example:
        >>> split("---\nid: lake\n---\n# Talks").front_matter
        'id: lake\n'
    """
    opening = _OPENING.match(text)
    if opening is None:
        finding = misplaced_front_matter(text)
        if finding is not None:
            raise BriefError([finding])
        return Parts(text, None, 0)
    start = opening.end()
    # The search begins at the line end of the opening fence, in case the front matter is empty.
    pattern = _CLOSING_WITH_RETURNS if "\r" in text else _CLOSING
    closing = pattern.search(text, start - 1)
    if closing is None:
        raise BriefError([_not_closed(text[start:])])
    return Parts(text, text[start : closing.start() + 1], closing.end(), start)


def _not_closed(front_matter: str) -> Finding:
    near_miss = near_miss_of_closing_line(front_matter)
    if near_miss is not None:
        number, line = near_miss
        return Finding(
            "front_matter_open",
            f'Front matter ends with a line "---", not "{line[:40]}"',
            hint="write three hyphens at the beginning of the line, and nothing else on it",
            span=Span(number + 1, 1, number + 1, 1 + len(line)),
        )
    return Finding(
        "front_matter_open",
        "The front matter is not closed",
        hint="add a line of three hyphens at its end; for a thematic break at the "
        "start of a file, write ***",
        span=Span(1, 1, 1, 4),
    )
