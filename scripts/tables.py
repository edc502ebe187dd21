"""Tables in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table of entries, which on a phone stand one below the other."""
    yield '<div class="entries" markdown>\n'
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield "\n</div>\n"


def _cell(text: str) -> str:
    """Escape what would end the cell; in code it would not."""
    return re.sub(r"(`[^`]*`)|\|", lambda found: found[1] or r"\|", text)
