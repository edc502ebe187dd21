"""Finds the places of title, sections, blocks and list items in a body."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from diplobrief.commonmark import lines_of
from diplobrief.formats.markdown.body.reader import NO_BLOCK, BlockNumber, BodyReader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.diagnostics import Path


class Place(NamedTuple):
    """A range of text. Lines and columns count from 1; the end is after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def locate_body(text: str, paths: Iterable[Path] | None = None) -> dict[Path, Place]:
    """Return the places of parts of the data that `read_body` returns.

    Args:
        text: The body.
        paths: The paths of the parts; the parts around them are located, too (default: all parts).

    Returns:
        The place of each part by its path: title, sections, headings, blocks and list items.

    Raises:
        BodyError: The body cannot be read.

    Example:
        >>> locate_body("# Title")[("title",)]
        Place(line=1, column=3, end_line=1, end_column=8)
    """
    lines = lines_of(text)
    paths = None if paths is None else {*paths}
    wanted = None if paths is None else _with_parts_around(paths)
    last_block = None if paths is None else max(map(_last_block, paths), default=NO_BLOCK)
    reader = BodyReader(text, lines, track=True, wanted=wanted, last_block=last_block)
    reader.read()
    read = reader.places
    del reader, paths, wanted  # of very many blocks, they need much memory
    places: dict[Path, Place] = {}
    while read:
        path, (first, column, last) = read.popitem()
        start = _indentation(lines[first], column) + 1
        places[path] = Place(first + 1, start, last + 1, _end(lines[last]))
    return places


def _with_parts_around(paths: Iterable[Path]) -> set[Path]:
    """Return some paths and those of the parts around them."""
    found: set[Path] = set()
    for path in paths:
        around = path
        while around not in found:
            found.add(around)
            around = around[:-1]
    return found


def _last_block(path: Path) -> BlockNumber:
    """Return the last block that has to be read to find the place of a part."""
    match path:
        case ("sections", int(section), "content", int(block), *_):
            return section, block
        case ("sections", int(section), "heading" | "kind" | "language"):
            return section, -1
        case ("sections", int(section), *_):
            return section, math.inf
        case _:
            return NO_BLOCK


def _indentation(line: str, at: int) -> int:
    while line[at : at + 1] in {" ", "\t"}:
        at += 1
    return at


def _end(line: str) -> int:
    return len(line.rstrip(" \t")) + 1
