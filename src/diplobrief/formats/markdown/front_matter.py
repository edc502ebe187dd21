"""Splits a Markdown file into its front matter and its body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from diplobrief.diagnostics import BriefError, Finding, Span
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
    """

    text: str
    front_matter: str | None
    body_at: int

    @property
    def body(self) -> str:
        """The text after the front matter; without front matter, the whole file."""
        return self.text[self.body_at :]

    @property
    def lines_before_front_matter(self) -> int:
        """The number of lines before the front matter: its opening fence."""
        return 1

    @property
    def lines_before_body(self) -> int:
        """The number of lines before the body."""
        return sum(1 for _ in LINE_END.finditer(self.text, 0, self.body_at))


def split(text: str) -> Parts:
    r"""Split a file at the fences of its front matter.

    Front matter begins with `---` on the first line, and ends with a line `---` or `...`.

    Raises:
        BriefError: The front matter is not closed.

    Example:
        >>> split("---\nid: lake\n---\n# Talks").front_matter
        'id: lake\n'
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Parts(text, None, 0)
    start = opening.end()
    # The search begins at the line end of the opening fence, in case the front matter is empty.
    pattern = _CLOSING_WITH_RETURNS if "\r" in text else _CLOSING
    closing = pattern.search(text, start - 1)
    if closing is None:
        raise BriefError(
            [
                Finding(
                    "front_matter_open",
                    "The front matter is not closed",
                    hint="add a line of three hyphens at its end; for a thematic break at the "
                    "start of a file, write ***",
                    span=Span(1, 1, 1, 4),
                )
            ]
        )
    return Parts(text, text[start : closing.start() + 1], closing.end())
