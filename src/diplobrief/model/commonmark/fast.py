"""The fast engine: block structure from `pyromark`, where it agrees with the reference."""

from __future__ import annotations

import re
from typing import Final

from diplobrief.model.commonmark.segment import (
    MAXIMUM_DEPTH,
    NestingError,
    Segment,
    SegmentKind,
)

# Where the two differ: definitions, blocks that may be closed by another tag than their own,
# quote markers that are indented too far, and tags before a space that is not ASCII.
_DEFINITION: Final = re.compile(r"^[ \t>*+\-0-9.)]*\[", re.MULTILINE)
_VERBATIM_TAG: Final = re.compile(r"<(?:script|pre|textarea|style)", re.IGNORECASE)
_INDENTED_QUOTE: Final = re.compile(r"^[ \t>*+\-0-9.)]*(?:\t| {4})[ \t]*>", re.MULTILINE)
_WIDE_SPACE: Final = re.compile("[\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")

_LEAVES: Final[dict[str, SegmentKind]] = {"Paragraph": "paragraph", "HtmlBlock": "html"}
_BLOCKS: Final = frozenset({"Paragraph", "Heading", "BlockQuote", "CodeBlock", "HtmlBlock", "List"})


def is_trusted(text: str) -> bool:
    """Whether `pyromark` finds the same blocks in this text as the reference implementation."""
    if "]:" in text and _DEFINITION.search(text) is not None:
        return False
    if "<" in text and (_VERBATIM_TAG.search(text) or _WIDE_SPACE.search(text)):
        return False
    return ">" not in text or _INDENTED_QUOTE.search(text) is None


class _Found:
    """A top-level block as its events come."""

    __slots__ = ("first", "items", "kind", "level")

    def __init__(self, kind: SegmentKind, first: int, level: int = 0) -> None:
        self.kind = kind
        self.first = first
        self.level = level
        self.items: list[int] | None = None


def _found(tag: object, first: int) -> _Found:
    if isinstance(tag, str):
        return _Found(_LEAVES[tag], first)
    if isinstance(tag, dict):
        if "List" in tag:
            block = _Found("bullet_list" if tag["List"] is None else "ordered_list", first)
            block.items = []
            return block
        if "Heading" in tag:
            return _Found("heading", first, int(tag["Heading"]["level"][1]))
        if "BlockQuote" in tag:
            return _Found("quote", first)
    return _Found("code", first)


def _blocks(text: str) -> list[_Found]:
    from pyromark import events_with_range

    data = text if text.isascii() else text.encode()
    newline = "\n" if isinstance(data, str) else b"\n"
    found: list[_Found] = []
    depth = containers = line = seen = item_at = 0
    block: _Found | None = None
    for number, (event, span) in enumerate(events_with_range(text)):
        if isinstance(event, str):
            if event == "Rule":
                if not depth:
                    line += data.count(newline, seen, span["start"])  # type: ignore[arg-type]
                    seen = span["start"]
                    found.append(_Found("thematic_break", line))
                elif depth == 2 and block is not None:
                    block.items = None
        elif "Start" in event:
            tag = event["Start"]
            name = tag if isinstance(tag, str) else next(iter(tag))
            if not depth:
                line += data.count(newline, seen, span["start"])  # type: ignore[arg-type]
                seen = span["start"]
                block = _found(tag, line)
                found.append(block)
            elif depth == 1 and name == "Item" and block is not None and block.items is not None:
                line += data.count(newline, seen, span["start"])  # type: ignore[arg-type]
                seen = span["start"]
                block.items.append(line)
                item_at = number
            elif depth == 2 and name in _BLOCKS and block is not None:
                block.items = None
            if name in {"Item", "BlockQuote"}:
                containers += 1
                if containers > MAXIMUM_DEPTH:
                    raise NestingError(line + data.count(newline, seen, span["start"]))  # type: ignore[arg-type]
            depth += 1
        elif "End" in event:
            tag = event["End"]
            depth -= 1
            if tag == "Item":
                containers -= 1
                if depth == 1 and number == item_at + 1 and block is not None:
                    block.items = None
            elif isinstance(tag, dict) and "BlockQuote" in tag:
                containers -= 1
    return found


def segments_by_pyromark(text: str, lines: list[str]) -> list[Segment]:
    """Return the top-level blocks of a text whose line ends are all LF.

    Raises:
        ImportError: There is no `pyromark` on this platform.
        NestingError: Quotes and lists are nested deeper than `MAXIMUM_DEPTH`.
    """
    found = _blocks(text)
    segments: list[Segment] = []
    for number, block in enumerate(found):
        last = (found[number + 1].first if number + 1 < len(found) else len(lines)) - 1
        while last > block.first and not lines[last].strip(" \t"):
            last -= 1
        items = block.items or ()
        if items and not all(line.strip(" \t") for line in lines[block.first : last + 1]):
            items = ()
        segments.append(Segment(block.kind, block.first, last, block.level, tuple(items)))
    return segments
