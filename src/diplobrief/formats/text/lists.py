"""Lists: which lines are items, and which items form one list."""

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

__all__ = ["Item", "ItemList", "Marker", "are_items", "as_markdown", "item_lists", "marker_of"]

_WORD_PROCESSOR: Final = "\uf0a7\uf0b7\uf0d8"
"""Bullets of the fonts Symbol and Wingdings, which copied text still contains."""
_PICTOGRAPH: Final = "[»\u25b6\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
_MARKER: Final = re.compile(
    rf"(?P<invisible>[{INVISIBLE}]*)"
    rf"(?:(?P<bullet>[-*–—·+](?=[{SPACE}])|[•●▪◦‣■□○◆►▸➢➤∙⁃・{_WORD_PROCESSOR}]"
    rf"|[o§](?=\t|[{SPACE}]{{2}})|{_PICTOGRAPH}(?=\ufe0f?[{SPACE}]))"
    rf"|(?P<number>\(?\d{{1,3}}(?:[°º]?\)|[.\-–°º](?=[{SPACE}])))"
    rf")\ufe0f?[{SPACE}]*(?P<text>.*)"
)
_CERTAIN_BULLETS: Final = frozenset("-*•\uf0a7\uf0b7\uf0d8")
_HYPHEN: Final = "-"
_LONG_DASH: Final = "—"
_DIALOGUE: Final = re.compile(r"[.,!?…\w] [-–—] \w")
"""Words after a speech in a dialogue whose lines start with a hyphen: "- When? - he asked."."""
_LETTER: Final = "o"
_DEEPER: Final = 2
_DEPTHS: Final = {"o": 1, "◦": 1, "○": 1, "▪": 2, "§": 2, "\uf0a7": 2}
"""The level at which word processors and browsers use a bullet; copied text is not indented."""
_MAX_DEPTH: Final = 8


class Marker(NamedTuple):
    """The bullet or number of an item."""

    style: str
    """The bullet, or the form of the number: `(0)`, `0)`, `0.`, `0-`."""
    number: int | None
    text: str
    """The first line of the item without the marker."""
    digits: str = ""
    """The number as it is written, if it starts with a zero."""

    @property
    def is_certain(self) -> bool:
        """Whether it marks an item even without a second item next to it."""
        return self.style in _CERTAIN_BULLETS

    @property
    def is_pictograph(self) -> bool:
        """Whether it is a symbol that may also come before a heading."""
        return re.fullmatch(_PICTOGRAPH, self.style) is not None


@dataclass(slots=True)
class Item:
    """An item with the lists nested in it."""

    marker: Marker
    lines: list[Line]
    nested: list[ItemList] = field(default_factory=list["ItemList"])

    @property
    def text(self) -> str:
        """The text of the item on one line."""
        return join_lines((self.marker.text, *(line.text for line in self.lines[1:])))

    @property
    def all_lines(self) -> list[Line]:
        """The lines of the item and of the lists nested in it."""
        return [*self.lines, *(line for inner in self.nested for line in inner.lines)]


@dataclass(slots=True)
class ItemList:
    """Items with the same style of marker, whose numbers, if any, are consecutive."""

    items: list[Item]

    @property
    def start(self) -> int | None:
        """The first number, or `None` for bullets."""
        return self.items[0].marker.number

    @property
    def lines(self) -> list[Line]:
        """The lines of all items and of the lists nested in them."""
        return [line for item in self.items for line in item.all_lines]

    @property
    def has_padded_numbers(self) -> bool:
        """Whether a number starts with a zero, which only Markdown can say: `007.`."""
        return any(item.marker.digits for item in self.items)

    @property
    def is_nested(self) -> bool:
        """Whether an item contains a list."""
        return any(item.nested for item in self.items)

    def admits(self, marker: Marker) -> bool:
        """Whether the next item of the page belongs to this list, by its marker."""
        last = self.items[-1].marker
        if last.number is None or marker.number is None:
            return last.style == marker.style
        return last.style == marker.style and marker.number == last.number + 1


def marker_of(text: str) -> Marker | None:
    """Return the marker of a line that may be an item of a list.

    Example:
        >>> marker_of("• Talks go on.")
        Marker(style='•', number=None, text='Talks go on.', digits='')
        >>> marker_of("(۲) متن").number
        2
        >>> marker_of("9341**4353")
    """
    marked = _MARKER.match(text)
    if marked is None or not marked["text"]:
        return None
    rest = marked["invisible"] + marked["text"]
    if marked["bullet"]:
        return Marker(marked["bullet"], None, rest)
    digits = marked["number"].strip("().-–°º")
    style = marked["number"].replace(digits, "0")
    is_padded = int(digits[0]) == 0 and digits.isascii()
    return Marker(style, int(digits), rest, digits if is_padded else "")


def are_items(markers: Sequence[Marker], *, introduced: bool) -> list[bool]:
    """Return which of several possible items in a row are certainly items.

    The bullets `- * •` mark items, except a single hyphen before a line of dialogue. A number
    marks one if the next or previous number is there, and any other bullet if there is another one
    like it; so a single `2025. …`, the dash of a dialogue and a `●` before a name stay text. The
    long dash, which also starts a line of dialogue and a signature, needs both a second one and an
    introduction. The letter `o`, a bullet of word processors, marks an item only below another
    bullet.

    Args:
        markers: The markers of consecutive paragraphs.
        introduced: Whether the line before them ends with a colon or is a label.
    """
    numbers = {(marker.style, marker.number) for marker in markers if marker.number is not None}
    bullets = Counter(marker.style for marker in markers)
    certain: list[bool] = []
    above: Marker | None = None
    for marker in markers:
        if marker.style == _HYPHEN and len(markers) == 1 and not introduced:
            certain.append(_DIALOGUE.search(marker.text) is None)
        elif marker.is_certain or (above is not None and _is_below(above, marker)):
            certain.append(True)
        elif marker.style == _LETTER:
            certain.append(above is not None and above.style == _LETTER)
        elif marker.style == _LONG_DASH:
            certain.append(introduced and bullets[_LONG_DASH] > 1)
        else:
            certain.append(
                (introduced and marker.number in {None, 1})
                or _has_neighbour(marker, numbers, bullets)
            )
        above = marker if certain[-1] else None
    return certain


def _is_below(above: Marker, marker: Marker) -> bool:
    """Whether a bullet follows one that word processors use one level higher."""
    return above.is_certain and _DEPTHS.get(above.style, 0) < _DEPTHS.get(marker.style, 0)


def _has_neighbour(
    marker: Marker, numbers: AbstractSet[tuple[str, int]], bullets: Mapping[str, int]
) -> bool:
    if marker.number is None:
        return bullets[marker.style] > 1
    neighbours = {(marker.style, marker.number - 1), (marker.style, marker.number + 1)}
    return not neighbours.isdisjoint(numbers)


def item_lists(items: Iterable[Item]) -> list[ItemList]:
    """Group items into lists by their markers, and nest lists by their indentation."""
    top: list[ItemList] = []
    open_levels: list[tuple[int, list[ItemList]]] = []
    for item in items:
        indent = item.lines[0].indent + _DEEPER * _DEPTHS.get(item.marker.style, 0)
        while len(open_levels) > 1 and indent < open_levels[-1][0]:
            open_levels.pop()
        if not open_levels:
            open_levels.append((indent, top))
        elif indent >= open_levels[-1][0] + _DEEPER and len(open_levels) < _MAX_DEPTH:
            open_levels.append((indent, open_levels[-1][1][-1].items[-1].nested))
        level = open_levels[-1][1]
        if level and level[-1].admits(item.marker):
            level[-1].items.append(item)
        else:
            level.append(ItemList([item]))
    return top


def as_markdown(items: ItemList, *, other_marker: bool = False) -> Iterator[str]:
    """Yield the lines of CommonMark for a list and the lists nested in it."""
    number = items.start
    for item in items.items:
        if number is None:
            marker = "* " if other_marker else "- "
        else:
            digits = item.marker.digits or number
            marker = f"{digits}) " if other_marker else f"{digits}. "
            number += 1
        yield marker + escape_block_start(to_inline(item.text))
        pad = " " * len(marker)
        other = False
        for index, inner in enumerate(item.nested):
            if index:
                other = not other
            if inner.start not in {None, 1}:
                yield ""  # a list that starts with another number needs a blank line before it
            for line in as_markdown(inner, other_marker=other):
                yield pad + line if line else line
