"""The plain text of a whole CommonMark block, such as a quotation or a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.text.inline import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG: Final = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_LEAVES: Final = frozenset({"Paragraph", "Item", "CodeBlock", "Heading"})


def block_to_plain(block: str, definitions: str = "") -> str:
    r"""Return the text that a reader of a block sees, its parts one to a line.

    Args:
        block: A CommonMark block.
        definitions: Link reference definitions that references in the block may name.

    Example:
        >>> block_to_plain("> So *it*\n> was said.\n>\n> - twice")
        'So it was said.\ntwice\n'
    """
    try:
        return "".join(_shown_by_pyromark(f"{block}\n\n{definitions}"))
    except ImportError:
        return "".join(_shown_by_markdown_it(block, definitions))


def _shown_by_pyromark(source: str) -> Iterator[str]:
    from pyromark import events

    for event in events(source):
        if isinstance(event, str):
            yield "\n" if event == "Rule" else " "
            continue
        for kind, value in event.items():
            if kind in {"Text", "Code"}:
                yield str(value)
            elif kind == "Html":
                yield _TAG.sub(" ", str(value))
            elif kind == "End" and isinstance(value, str) and value in _LEAVES:
                yield "\n"


def _shown_by_markdown_it(block: str, definitions: str) -> Iterator[str]:
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark").parse(block):
        if token.type == "inline":
            lines = (line.strip() for line in token.content.split("\n"))
            yield to_plain(" ".join(lines), definitions) + "\n"
        elif token.type in {"fence", "code_block"}:
            yield token.content + "\n"
        elif token.type == "html_block":
            yield _TAG.sub(" ", token.content)
