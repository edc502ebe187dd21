"""The segmenter: one question, two engines that answer alike."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.model.commonmark.segment import MAXIMUM_DEPTH, NestingError, Segment

__all__ = [
    "MAXIMUM_DEPTH",
    "NestingError",
    "Segment",
    "closing_line",
    "is_single_block",
    "lines_of",
    "segments",
]


def lines_of(text: str) -> list[str]:
    r"""Split a text at its line ends, which are LF, CR LF and CR and no others.

    Example:
        >>> lines_of("a\r\nb\u2028c")
        ['a', 'b\u2028c']
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def segments(text: str, lines: list[str] | None = None) -> list[Segment]:
    r"""Return the top-level blocks of a CommonMark text, in order.

    Every line that is not blank belongs to exactly one of them.

    Args:
        text: The text, of any length, without controls other than tab and line ends.
        lines: The same as `lines_of` splits it, where the caller has that already.

    Returns:
        The blocks, with the numbers of their lines.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.

    Example:
        >>> [(s.kind, s.first, s.last) for s in segments("# Title\n\nA line\nand more")]
        [('heading', 0, 0), ('paragraph', 2, 3)]
    """
    from diplobrief.model.commonmark.fast import is_trusted, segments_by_pyromark
    from diplobrief.model.commonmark.reference import segments_by_reference

    lines = lines_of(text) if lines is None else lines
    if "\r" in text:
        text = "\n".join(lines)
    if is_trusted(text):
        try:
            return segments_by_pyromark(text, lines)
        except ImportError:
            pass
    return segments_by_reference(lines)


_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_VERBATIM: Final = re.compile(r"<(script|pre|textarea|style)(?![^\s>])", re.IGNORECASE)
_CLOSERS: Final = (
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![CDATA[", "]]>"),
    ("<!", ">"),
)
_VERBATIM_END: Final = re.compile("</(?:script|pre|textarea|style)>", re.IGNORECASE)


def closing_line(segment: Segment, lines: list[str]) -> str | None:
    r"""Return the line that ends a block which would swallow all that follows, or `None`.

    Args:
        segment: The last block of a text.
        lines: The lines of that text.

    Example:
        >>> lines = ["~~~", "code"]
        >>> closing_line(Segment("code", 0, 1), lines)
        '~~~'
    """
    first, last = lines[segment.first], lines[segment.last]
    if segment.kind == "code":
        fence = _FENCE.match(first)
        if fence is None:
            return None
        end = last.strip(" \t")
        closed = segment.last > segment.first and (
            len(end) >= len(fence[1])
            and not end.strip(fence[1][0])
            and len(last.expandtabs(4)) - len(last.expandtabs(4).lstrip(" ")) < 4
        )
        return None if closed else fence[1]
    if segment.kind != "html":
        return None
    start = first.lstrip(" ")
    verbatim = _VERBATIM.match(start)
    if verbatim is not None:
        return None if _VERBATIM_END.search(last) else f"</{verbatim[1]}>"
    for opener, closer in _CLOSERS:
        if start.startswith(opener):
            return None if closer in last else closer
    return None


_PLAIN_START: Final = re.compile(r"[^\x00-\x20\x7f#>+\-*_=`~0-9\[<|:]")


def is_single_block(text: str) -> bool:
    r"""Whether a text, read alone, is exactly one `markdown` block and swallows nothing after it.

    It must be one top-level block, from its first line to its last, neither a heading that opens
    a section nor the comment that separates blocks, and none that runs on to the end of any text.

    Args:
        text: The text of a `markdown` block.

    Returns:
        Whether it is valid.

    Raises:
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.

    Example:
        >>> is_single_block("| a |\n|---|"), is_single_block("a\n\nb"), is_single_block("```")
        (True, False, False)
    """
