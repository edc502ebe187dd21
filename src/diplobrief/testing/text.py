"""Strategies for difficult CommonMark: inline text, blocks and whole bodies."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

from diplobrief.commonmark import (
    closing_line,
    is_single_block,
    lines_of,
    segments,
    verbatim,
)
from diplobrief.text.inline import INLINE_FORBIDDEN_PATTERN, INLINE_PATTERN

_INLINE: Final = re.compile(INLINE_PATTERN)
_FORBIDDEN: Final = re.compile(INLINE_FORBIDDEN_PATTERN)
_BODY_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

INLINE_FRAGMENTS: Final = (
    *("a", "word", "the Duma voted", "2025.", "1)", "3.", "007.", "1234567890.", "é", "نص", "日"),
    *("#", "##", "#######", "-", "--", "---", "- ", "+", "*", "**", "***", "_", "__", "=", "==="),
    *(">", "`", "``", "```", "~~~", "|", "|-|", ":", "::", ".", ")", "(", "[", "]", "[a]", "[a]:"),
    *("](b)", "](<", "![", "<", "<b>", "</b>", "<div", "<!--", "-->", "<?", "<a b='", "/>"),
    *("<https://e.org>", "<a@e.org>", "&", "&amp;", "&#32;", "{", "}", "{.lede}", "{lang=fr}"),
    *("{.x-y lang=pt-BR}", "{a}", "\\", "\\\\", "\\#", "\\-", "\\*", "\\{", "\\[", " ", "  ", "\t"),
    *("\u00a0", "\u0085", "\u2028", "\u2066", "\u0301", "\ufeff", "“", "’", "Why it matters", "!"),
)
"""Pieces of inline text; most of them have a meaning in some context."""

BLOCK_FRAGMENTS: Final = (
    *("\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "    ", "   ", "  ", "  \n", "\\\n", "\t"),
    *("# ", "## ", "### ", "##", "\n## Why it matters:\n", "\n## h {.saying}\n", "\n===\n"),
    *("\n---\n", "\n- ", "\n* ", "\n+ ", "\n1. ", "\n2) ", "\n\n- ", "\n\n1. ", "- - ", "> "),
    *("\n> ", "\n```\n", "\n~~~\n", "\n    code\n", "\n\n    code\n", "<!-- -->", "\n<!-- -->\n"),
    *("<!-- ", "<script>", "</script>", "<pre>", "</pre>", "<style", "</style>", "<textarea>"),
    *("?>", "<!X", "<![CDATA[", "]]>", "</div>", "<hr/>", "[a]: /u", "\n[b]: <c>", " 'title'", "'"),
    *("\n[a]:\n", "| a |\n|---|\n", "\n***\n", "_ _ _", "\n# t\n", "# C #"),
)
"""Pieces that begin, end, or interrupt blocks."""

_WELL_FORMED_BLOCKS: Final = (
    "> a quote\n> of two lines",
    "> a\nlazy",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--|--",
    "```python\n## no heading\n\n---\n```",
    "~~~~\n~~~\n~~~~",
    "    indented\n\n    code",
    "- a\n  - b\n\n  c",
    "1. a\n\n2. b",
    "- a\n- # b",
    "### Sub-heading",
    "# Another title",
    "Another title\n=============",
    "***",
    "<div>\n<p>HTML</p>\n</div>",
    "<!-- a comment\n\nof two paragraphs -->",
    "<b>bold</b> at the start",
    "a hard  \nbreak",
    "another\\\nbreak",
    "[a]: https://e.org 'A title'\n[b]: <c>",
    "##",
    "[a`]: b` c d",
)


def _as_inline(text: str) -> str:
    line = _FORBIDDEN.sub("", text).strip(" \t")
    return line if _INLINE.fullmatch(line) else f"x{line}"


def _texts(fragments: tuple[str, ...], *, most: int) -> st.SearchStrategy[str]:
    piece = st.one_of(
        st.sampled_from(fragments),
        st.sampled_from(fragments),
        st.sampled_from(fragments),
        st.characters(exclude_categories=["Cs"]),
    )
    return st.lists(piece, max_size=most).map("".join)


def inline_text() -> st.SearchStrategy[str]:
    """Generate texts of paragraphs and list items that `INLINE_PATTERN` accepts."""
    return _texts(INLINE_FRAGMENTS, most=10).map(_as_inline)


def bodies() -> st.SearchStrategy[str]:
    """Generate bodies of Markdown files, valid or not, without control characters."""
    return _texts((*INLINE_FRAGMENTS, *BLOCK_FRAGMENTS), most=25).map(
        lambda text: _BODY_CONTROL.sub("", text)
    )


def _closed_blocks(body: str) -> list[str]:
    lines = lines_of(body)
    blocks: list[str] = []
    for segment in segments(body, lines):
        end = closing_line(segment, lines)
        text = verbatim(segment, lines)
        blocks.append(text if end is None else f"{text}\n{end}")
    return [block for block in blocks if is_single_block(block)]


def markdown_blocks() -> st.SearchStrategy[str]:
    """Generate texts of `markdown` blocks, which no other type of block can express."""
    well_formed = st.sampled_from(_WELL_FORMED_BLOCKS)
    hostile = bodies().map(_closed_blocks)
    return st.one_of(
        well_formed,
        hostile.flatmap(lambda blocks: st.sampled_from(blocks) if blocks else well_formed),
    )
