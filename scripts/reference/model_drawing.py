"""The drawing of the model: which facts there are, and which facts each of them may name.

It is an SVG file made from the classes, because code hosts show no SVG inside a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from diplobrief import model
from diplobrief.model.fields import Values, fields_of
from diplobrief.model.references import FACT_KINDS, RefersTo
from scripts.schemas.unions import tag_of, union_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model.base import Value
    from diplobrief.model.fields import Field

_WIDTH: Final = 204
_GAP: Final = 36
_LINE: Final = 20
_MARGIN: Final = 12
_TOP: Final = 128
_TOTAL_WIDTH: Final = 3 * _WIDTH + 2 * _GAP

_STYLE: Final = """
  svg {
    --paper: #fff; --box: #f8f9fb; --line: #b6bcc9;
    --ink: #1d2330; --arrow: #4c5467; --narrative: #1f4fa3;
  }
  @media (prefers-color-scheme: dark) {
    svg {
      --paper: #131824; --box: #191f2d; --line: #5b6579;
      --ink: #dde2ed; --arrow: #a9b2c5; --narrative: #9dbdff;
    }
  }
  .paper { fill: var(--paper); }
  text { font: 13.5px sans-serif; fill: var(--ink); }
  .name { font-size: 16px; font-weight: 700; }
  .fact { fill: var(--box); stroke: var(--line); }
  .narrative { fill: none; stroke: var(--narrative); stroke-width: 1.5; }
  path { fill: none; stroke: var(--arrow); stroke-width: 1.3; }
  .names, .evidence { marker-end: url(#tip); }
  .evidence { stroke: var(--narrative); stroke-dasharray: 5 3; }
  marker path { fill: var(--arrow); stroke: none; }
"""

_ARROW_TIP: Final = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
    'markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>'
)

_COLUMNS: Final = (("Quote", "Event", "Act"), ("Actor", "Source"), ("Treaty", "Milestone"))
"""The kinds of fact in each column."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A kind of fact.

    Args:
        name: Its name.
        kinds: The kind, or the kinds of actor, as reference rules name them.
        classes: Its class, or its classes.
        column: The column in the drawing.
    """

    name: str
    kinds: frozenset[str]
    classes: tuple[type[Value], ...]
    column: int


def _boxes() -> list[_Box]:
    facts = [fields_of(model.Treaty)["milestones"].content]
    facts += [field.content for field in fields_of(model.Brief).values()]
    boxes: list[_Box] = []
    for content in facts:
        if not isinstance(content, Values) or not issubclass(content.models[0], model.Fact):
            continue
        if content.tag is None:
            (fact,) = content.models
            name, kinds = fact.__name__, frozenset({fact.__name__.lower()})
        else:
            kinds = frozenset(tag_of(fact, content.tag) for fact in content.models)
            name = union_name(kinds)
        (column,) = (number for number, names in enumerate(_COLUMNS) if name in names)
        boxes.append(_Box(name, kinds, content.models, column))
    return sorted(boxes, key=lambda box: (box.column, _COLUMNS[box.column].index(box.name)))


_BOXES: Final = _boxes()


def drawing() -> str:
    """Return the drawing as the text of an SVG file."""
    positions = _positions()
    height = max(y + _height(box) for box, (_, y) in positions.items()) + 2 * _MARGIN
    width = _TOTAL_WIDTH + 2 * _MARGIN
    size = f'width="{width}" height="{height}"'
    corner = f"-{_MARGIN} -{_MARGIN}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{corner} {width} {height}">',
        f"<style>{_STYLE}</style>",
        _ARROW_TIP,
        f'<rect class="paper" x="-{_MARGIN}" y="-{_MARGIN}" {size}/>',
        *_narrative(),
        *_arrows(positions),
    ]
    for box, (x, y) in positions.items():
        lines += _box(box, x, y)
    return "\n".join([*lines, "</svg>", ""])


def references(box: _Box) -> dict[str, frozenset[str]]:
    """Return the members by which a fact names others, each with the kinds that it may name.

    Members that every fact has are left out.
    """
    named: dict[str, frozenset[str]] = {}
    for owner in box.classes:
        for member, field in fields_of(owner).items():
            if member not in fields_of(model.Fact) and (kinds := _kinds(field)):
                named[member] = named.get(member, frozenset()) | kinds
    return named


def _kinds(field: Field) -> frozenset[str]:
    """Return the kinds that a field may name, itself or in the objects that it contains."""
    if isinstance(field.content, RefersTo):
        return field.content.kinds
    objects = (inner for inner in field.models if not issubclass(inner, model.Fact))
    kinds = (_kinds(inner) for owner in objects for inner in fields_of(owner).values())
    return frozenset(kind for part in kinds for kind in part)


def _lines(box: _Box) -> list[str]:
    lines = [f"{member} → {_in_words(kinds)}" for member, kinds in references(box).items()]
    if box.name == "Treaty":
        lines.append("milestones: its acts, below")
    if box.name == "Source":
        lines.append("cited by every fact")
    return lines


def _in_words(kinds: frozenset[str]) -> str:
    if kinds == FACT_KINDS:
        return "any fact"
    return ", ".join(box.name.lower() for box in _BOXES if box.kinds & kinds)


def _height(box: _Box) -> int:
    return 38 + _LINE * len(_lines(box))


def _positions() -> dict[_Box, tuple[int, int]]:
    positions: dict[_Box, tuple[int, int]] = {}
    bottoms = [_TOP] * 3
    for box in _BOXES:
        positions[box] = (box.column * (_WIDTH + _GAP), bottoms[box.column])
        bottoms[box.column] += _height(box) + 24
    return positions


def _box(box: _Box, x: int, y: int) -> Iterator[str]:
    yield f'<rect class="fact" x="{x}" y="{y}" width="{_WIDTH}" height="{_height(box)}" rx="6"/>'
    yield _text(x + 12, y + 24, box.name, "name")
    for number, line in enumerate(_lines(box), 1):
        yield _text(x + 12, y + 26 + _LINE * number, line)


def _narrative() -> Iterator[str]:
    blocks = " · ".join(
        block.__name__.lower() for block in fields_of(model.Section)["content"].models
    )
    yield f'<rect class="narrative" x="0" y="2" width="{_TOTAL_WIDTH}" height="62" rx="6"/>'
    yield _text(12, 26, "Narrative: title and sections", "name")
    yield _text(12, 48, f"content → {blocks}")
    middle = _TOTAL_WIDTH // 2
    yield f'<path class="evidence" d="M{middle} {_TOP - 22}V66"/>'
    yield _text(middle + 10, 92, "evidence: the passage that a fact rests on")
    yield f'<path d="M0 {_TOP - 12}v-10h{_TOTAL_WIDTH}v10"/>'


def _arrows(positions: dict[_Box, tuple[int, int]]) -> Iterator[str]:
    """Yield an arrow from each fact to those in the next column that it may name."""
    for box, (x, y) in positions.items():
        named = {kind for kinds in references(box).values() for kind in kinds}
        for other, (other_x, other_y) in positions.items():
            if abs(box.column - other.column) != 1 or not other.kinds & named:
                continue
            start, end = (x + _WIDTH, other_x) if other_x > x else (x, other_x + _WIDTH)
            half = (start + end) // 2
            from_y, to_y = y + 17, other_y + 17
            curve = f"M{start} {from_y}C{half} {from_y} {half} {to_y} {end} {to_y}"
            yield f'<path class="names" d="{curve}"/>'


def _text(x: int, y: int, words: str, style: str = "") -> str:
    named = f' class="{style}"' if style else ""
    return f'<text x="{x}" y="{y}"{named}>{escape(words)}</text>'
