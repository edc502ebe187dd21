"""Returns blocks as inline text on one line, if they can be written in this form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.text.inline import begins_as_block, unescape_block_start

if TYPE_CHECKING:
    from diplobrief.commonmark.blocks import Segment

_HARD_BREAK: Final = re.compile(r"(?:  |\\)\Z")
_TABLE_DELIMITERS: Final = re.compile(
    r"[ \t]*+(?=[-:|])\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?\Z"
)
_BROKEN_DESTINATION: Final = re.compile(r"(\]\([ \t\n]*)<(?=(?:[^<>\n\\]|\\.)*\\?\n)")
_ITEM_MARKER: Final = re.compile(r"[ \t]*(?:[-+*]|([0-9]{1,9})[.)])(?:[ \t]+|\Z)")
_LEADING_ZERO: Final = re.compile(r"[ \t]*0[0-9]")
_ATX_OPENING: Final = re.compile(r" {0,3}#{1,6}(?:[ \t]+|\Z)")


def one_line(lines: list[str]) -> str | None:
    r"""Return the lines of a paragraph as one line of inline CommonMark with the same meaning.

    Args:
        lines: The lines of the paragraph, without line ends.

    Returns:
        The line, or `None` if the line ends have a meaning, or if the line would begin as another
        block.

    Example:
        >>> one_line(["a long", "  winter"]), one_line(["a hard  ", "break"])
        ('a long winter', None)
    """
    if len(lines) == 1:
        text = lines[0].strip(" \t")
    else:
        if any(_HARD_BREAK.search(line) for line in lines[:-1]) or any(
            _TABLE_DELIMITERS.match(line) for line in lines[1:]
        ):
            return None
        whole = "\n".join(lines)
        if "](" in whole and _BROKEN_DESTINATION.search(whole) is not None:
            return None
        text = _joined(lines, whole)
    if text[0] in "<[" and begins_as_block(text):
        return None
    return unescape_block_start(text)


def _joined(lines: list[str], whole: str) -> str:
    if "`" in whole:
        # In code, spaces at the end of a line are displayed.
        return " ".join([line.lstrip(" \t") for line in lines]).rstrip(" \t")
    return " ".join([line.strip(" \t") for line in lines])


def item_lines(segment: Segment, lines: list[str]) -> list[list[str]]:
    """Return the lines of each item of a flat list, without its marker."""
    ends = (*segment.items[1:], segment.last + 1)
    items: list[list[str]] = []
    for first, end in zip(segment.items, ends, strict=True):
        marker = _ITEM_MARKER.match(lines[first])
        text = lines[first][marker.end() if marker else 0 :]
        items.append([text, *lines[first + 1 : end]] if text else lines[first + 1 : end])
    return items


def item_texts(segment: Segment, lines: list[str]) -> list[str] | None:
    """Return the items of a flat list as inline text, or `None` if this is not possible for all.

    The zero of a number such as `007.` is text that a list of items would lose.
    """
    if not segment.items or any(_LEADING_ZERO.match(lines[first]) for first in segment.items):
        return None
    texts: list[str] = []
    for item in item_lines(segment, lines):
        text = one_line(item)
        if text is None:
            return None
        texts.append(text)
    return texts


def list_start(segment: Segment, lines: list[str]) -> int:
    """Return the number of the first item of an ordered list."""
    marker = _ITEM_MARKER.match(lines[segment.first])
    return int(marker[1]) if marker and marker[1] else 1


def heading_text(segment: Segment, lines: list[str]) -> str:
    r"""Return the content of a heading on one line. Hard breaks become `<br>`.

    Example:
        >>> from diplobrief.commonmark.blocks import Segment
        >>> heading_text(Segment("heading", 0, 0, 2), ["## C # ##"])
        'C #'
    """
    first = lines[segment.first]
    if segment.first == segment.last:
        opening = _ATX_OPENING.match(first)
        content = first[opening.end() if opening else 0 :].strip(" \t")
        bare = content.rstrip("#")
        return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else content
    content_lines = lines[segment.first : segment.last]
    if len(content_lines) == 1:
        return first.strip(" \t")
    whole = "\n".join(content_lines)
    if "](" in whole:
        content_lines = _BROKEN_DESTINATION.sub(r"\1\\<", whole).split("\n")
    return _joined([*map(_with_break_tag, content_lines[:-1]), content_lines[-1]], whole)


def _with_break_tag(line: str) -> str:
    bare = line.rstrip("\\")
    if (len(line) - len(bare)) % 2:
        return f"{line[:-1]}<br>"
    if not line.endswith("  "):
        return line
    bare = line.rstrip(" ")
    return f"{bare} <br>" if bare.endswith("\\") else f"{bare}<br>"


def verbatim(segment: Segment, lines: list[str]) -> str:
    """Return the source of a block, as the text of a `markdown` block."""
    text = "\n".join(lines[segment.first : segment.last + 1])
    if segment.kind in {"paragraph", "heading", "definitions"}:
        # After definitions, a paragraph may have any indentation.
        return text.lstrip(" \t")
    return text
