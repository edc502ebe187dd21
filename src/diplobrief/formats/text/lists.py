"""Lists: what marks an item, and which items make one list."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.formats.text.line_wrapping import join_lines
from diplobrief.text.characters import INVISIBLE, SPACE
from diplobrief.text.inline import escape_block_start
from diplobrief.text.plain import to_inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from diplobrief.formats.text.lines import Line

__all__ = ["Item", "ItemList", "Marker", "as_markdown", "item_lists", "marker_of", "sure_items"]

_WORD_PROCESSOR: Final = "\uf0a7\uf0b7\uf0d8"
"""Bullets of the fonts Symbol and Wingdings, which are left in what is copied."""
_MARKER: Final = re.compile(
    rf"(?P<unseen>[{INVISIBLE}]*)"
    rf"(?:(?P<bullet>[-*–—·+](?=[{SPACE}])|[•●▪◦‣■□○◆►▸➢➤∙⁃・{_WORD_PROCESSOR}]"
    rf"|[o§](?=\t|[{SPACE}]{{2}}))"
    rf"|(?P<number>\(?\d{{1,3}}(?:[°º]?\)|[.\-–°º](?=[{SPACE}])))"
    rf")\ufe0f?[{SPACE}]*(?P<said>.*)"
)
_SURE_BULLETS: Final = frozenset("-*•\uf0a7\uf0b7\uf0d8")
_LONG_DASH: Final = "—"
_LETTER: Final = "o"
_DEEPER: Final = 2
_DEPTHS: Final = {"o": 1, "◦": 1, "○": 1, "▪": 2, "§": 2, "\uf0a7": 2}
"""How far down word processors and browsers put a bullet; what is copied has no indentation."""
_MAX_DEPTH: Final = 8


class Marker(NamedTuple):
    """What stands before an item."""

    style: str
    """The bullet, or what stands around the number: `(0)`, `0)`, `0.`, `0-`."""
    number: int | None
    said: str
    """The item's first line without the marker."""

    @property
    def is_sure(self) -> bool:
        """Whether it marks an item even where no second one stands beside it."""
        return self.style in _SURE_BULLETS


@dataclass(slots=True)
class Item:
    """One item, with the lists below it."""

    marker: Marker
    lines: list[Line]
    below: list[ItemList] = field(default_factory=list["ItemList"])

    @property
    def text(self) -> str:
        """The item on one line."""
        return join_lines((self.marker.said, *(line.text for line in self.lines[1:])))

    @property
    def all_lines(self) -> list[Line]:
        """The lines of the item, and of the lists below it."""
        return [*self.lines, *(line for inner in self.below for line in inner.lines)]


@dataclass(slots=True)
class ItemList:
    """Items with one style of marker whose numbers, if any, follow each other."""

    items: list[Item]

    @property
    def start(self) -> int | None:
        """The first number, or `None` for bullets."""
        return self.items[0].marker.number

    @property
    def lines(self) -> list[Line]:
        """The lines of all items, and of the lists below them."""
        return [line for item in self.items for line in item.all_lines]

    @property
    def is_nested(self) -> bool:
        """Whether an item has a list of its own."""
        return any(item.below for item in self.items)

    def admits(self, marker: Marker) -> bool:
        """Whether the next item of the page belongs to this list."""
        last = self.items[-1].marker
        if last.number is None or marker.number is None:
            return last.style == marker.style
        return last.style == marker.style and marker.number == last.number + 1


def marker_of(text: str) -> Marker | None:
    """Return what marks a line as a possible item of a list.

    Example:
        >>> marker_of("• Talks go on.")
        Marker(style='•', number=None, said='Talks go on.')
        >>> marker_of("(۲) متن").number
        2
        >>> marker_of("9341**4353")
    """
    found = _MARKER.match(text)
    if found is None or not found["said"]:
        return None
    said = found["unseen"] + found["said"]
    if found["bullet"]:
        return Marker(found["bullet"], None, said)
    digits = found["number"].strip("().-–°º")
    return Marker(found["number"].replace(digits, "0"), int(digits), said)


def sure_items(markers: Sequence[Marker], *, introduced: bool) -> list[bool]:
    """Tell which of the possible items in a row are items beyond doubt.

    `- * •` always are. A number is one beside its neighbour, and any other bullet beside its
    like; so a lone `2025. …`, a dialogue's dash and a `●` before a name stay text. The long dash
    of a dialogue or of a signature is one only beside its like and where a list was announced,
    and the letter `o`, a word processor's bullet, only below another bullet.

    Args:
        markers: The markers of paragraphs that follow each other.
        introduced: Whether the line before them ends in a colon or is a label.
    """
    numbers = {(marker.style, marker.number) for marker in markers if marker.number is not None}
    bullets = Counter(marker.style for marker in markers)
    sure: list[bool] = []
    above: Marker | None = None
    for marker in markers:
        if marker.is_sure or (above is not None and _is_below(above, marker)):
            sure.append(True)
        elif marker.style == _LETTER:
            sure.append(above is not None and above.style == _LETTER)
        elif marker.style == _LONG_DASH:
            sure.append(introduced and bullets[_LONG_DASH] > 1)
        else:
            sure.append(
                (introduced and marker.number in {None, 1})
                or _has_company(marker, numbers, bullets)
            )
        above = marker if sure[-1] else None
    return sure


def _is_below(above: Marker, marker: Marker) -> bool:
    """Whether a bullet follows one that a word processor puts a level above it."""
    return above.is_sure and _DEPTHS.get(above.style, 0) < _DEPTHS.get(marker.style, 0)


def _has_company(
    marker: Marker, numbers: AbstractSet[tuple[str, int]], bullets: Mapping[str, int]
) -> bool:
    if marker.number is None:
        return bullets[marker.style] > 1
    neighbours = {(marker.style, marker.number - 1), (marker.style, marker.number + 1)}
    return not neighbours.isdisjoint(numbers)


def item_lists(items: Iterable[Item]) -> list[ItemList]:
    """Put items under each other by their indentation, and beside each other by their markers."""
    top: list[ItemList] = []
    open_levels: list[tuple[int, list[ItemList]]] = []
    for item in items:
        indent = item.lines[0].indent + _DEEPER * _DEPTHS.get(item.marker.style, 0)
        while len(open_levels) > 1 and indent < open_levels[-1][0]:
            open_levels.pop()
        if not open_levels:
            open_levels.append((indent, top))
        elif indent >= open_levels[-1][0] + _DEEPER and len(open_levels) < _MAX_DEPTH:
            open_levels.append((indent, open_levels[-1][1][-1].items[-1].below))
        level = open_levels[-1][1]
        if level and level[-1].admits(item.marker):
            level[-1].items.append(item)
        else:
            level.append(ItemList([item]))
    return top


def as_markdown(items: ItemList, *, other_marker: bool = False) -> Iterator[str]:
    """Write a list with the lists below its items as lines of CommonMark."""
    number = items.start
    for item in items.items:
        if number is None:
            marker = "* " if other_marker else "- "
        else:
            marker = f"{number}) " if other_marker else f"{number}. "
            number += 1
        yield marker + escape_block_start(to_inline(item.text))
        pad = " " * len(marker)
        other = False
        for index, inner in enumerate(item.below):
            if index:
                other = not other
            if inner.start not in {None, 1}:
                yield ""  # only a list from 1 on may follow a paragraph's line at once
            for line in as_markdown(inner, other_marker=other):
                yield pad + line if line else line
