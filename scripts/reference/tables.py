"""Tables in Markdown that code hosts and the site render alike."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table. On a phone the site shows the cells of a row as a list.

    Example:
        >>> for line in table(["Term", "Meaning"], [["`a|b`", "one | two"]]):
        ...     print(line)
        <div class="entries" markdown>
        <BLANKLINE>
        | Term | Meaning |
        | --- | --- |
        | <code>a&#124;<wbr>b</code> | one &#124; two |
        <BLANKLINE>
        </div>
        <BLANKLINE>
    """
    yield '<div class="entries" markdown>\n'
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield "\n</div>\n"


def anchor(name: str) -> str:
    """Return a target for links to a place that is not a heading."""
    return f'<a id="{name}"></a>'


def _cell(text: str) -> str:
    """Replace the pipes, which would end the cell.

    Renderers differ in how a code span in a table escapes a pipe, so such code becomes HTML, in
    which a browser may break the line after each pipe.
    """
    return re.sub(r"`[^`|]*`|`([^`]*)`|\|", _without_pipe, text)


def _without_pipe(match: re.Match[str]) -> str:
    if match[1] is not None:
        return f"<code>{escape(match[1], quote=False).replace('|', '&#124;<wbr>')}</code>"
    return match[0].replace("|", "&#124;")
