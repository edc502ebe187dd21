"""A block while it is read."""

from __future__ import annotations


class Block:
    """A block that is open, with what its continuation and its kind depend on."""

    __slots__ = ("children", "first", "indent", "kind", "level", "lines", "marker")

    def __init__(self, kind: str, first: int) -> None:
        self.kind: str = kind
        self.first: int = first
        self.level: int = 0
        self.marker: str = ""
        self.indent: int = 0
        self.lines: list[str] | None = None
        self.children: list[Block] = []
