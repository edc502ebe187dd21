"""Where the front matter of a Markdown file ends and its body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from diplobrief.diagnostics import BriefError, Finding, Span
from diplobrief.text.characters import LINE_END

_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING: Final = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
# A pattern that begins with a class is searched several times slower than one with a character.
_CLOSING_WITH_RETURNS: Final = re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a file, and where the body begins in it."""

    text: str
    front_matter: str | None
    body_at: int

    @property
    def body(self) -> str:
        """What follows the front matter; without front matter, the whole file."""
        return self.text[self.body_at :]

    @property
    def lines_before_front_matter(self) -> int:
        """How many lines stand before the front matter: its opening fence."""
        return 1

    @property
    def lines_before_body(self) -> int:
        """How many lines stand before the body."""
        return sum(1 for _ in LINE_END.finditer(self.text, 0, self.body_at))


def split(text: str) -> Parts:
    r"""Split a file at the fences of its front matter.

    Front matter begins with a line `---` at the very start, and ends with `---` or `...`.

    Raises:
        BriefError: The front matter has no end.

    Example:
        >>> split("---\nid: lake\n---\n# Talks").front_matter
        'id: lake\n'
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Parts(text, None, 0)
    start = opening.end()
    # The line end of the opening fence is that before the first line of the front matter.
    pattern = _CLOSING_WITH_RETURNS if "\r" in text else _CLOSING
    closing = pattern.search(text, start - 1)
    if closing is None:
        raise BriefError(
            [
                Finding(
                    "front_matter_open",
                    "The front matter has no end",
                    hint="close it with a line of three hyphens; a thematic break at the start "
                    "of a file is written ***",
                    span=Span(1, 1, 1, 4),
                )
            ]
        )
    return Parts(text, text[start : closing.start() + 1], closing.end())
