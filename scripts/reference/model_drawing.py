"""The drawing of the model: which facts there are, and which facts each of them may name.

It is an SVG file made from the classes, because code hosts show no SVG inside a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, get_args

from diplobrief import model
from diplobrief.model.fields import reference_rule
from diplobrief.model.references import ACTOR_KINDS, FACT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model.base import Value

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

_ACTORS: Final[tuple[type[Value], ...]] = tuple(get_args(get_args(model.Actor)[0]))
_BLOCKS: Final[tuple[type[Value], ...]] = tuple(get_args(get_args(model.Block)[0]))


@dataclass(frozen=True, slots=True)
class _Box:
    """A kind of fact.

    Args:
        name: Its name.
        kinds: The names of the kind in reference rules.
        classes: Its class, or its classes, and those of the objects inside it.
        column: The column in the drawing.
    """

    name: str
    kinds: frozenset[str]
    classes: tuple[type[Value], ...]
    column: int


_BOXES: Final = (
    _Box("Quote", frozenset({"quote"}), (model.Quote, model.Translation), 0),
    _Box("Event", frozenset({"event"}), (model.Event, model.Participant), 0),
    _Box("Act", frozenset({"act"}), (model.Act,), 0),
    _Box("Actor", ACTOR_KINDS, _ACTORS, 1),
    _Box("Source", frozenset({"source"}), (model.Source,), 1),
    _Box("Treaty", frozenset({"treaty"}), (model.Treaty, model.TreatyRule, model.Share), 2),
    _Box("Milestone", frozenset({"milestone"}), (model.Milestone, model.Vote), 2),
)


def drawing() -> str:
    """Return the drawing as the text of an SVG file.

    Raises:
        LookupError: A kind of fact has no box.
    """
    missing = FACT_KINDS - frozenset().union(*(box.kinds for box in _BOXES))
    if missing:
        raise LookupError(f"_BOXES lacks {', '.join(sorted(missing))}")
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
    """Return the members by which a fact names others, each with the kinds that it may name."""
    named: dict[str, frozenset[str]] = {}
    for owner in box.classes:
        for member in owner.model_fields:
            rule = reference_rule(owner, member)
            # Every fact may cite sources; the box of the source says so.
            if rule is not None and member != "cites":
                is_inner = box.classes is not _ACTORS and owner is not box.classes[0]
                name = f"{owner.__name__.lower()}.{member}" if is_inner else member
                named[name] = named.get(name, frozenset()) | rule.kinds
    return named


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
    blocks = " · ".join(block.__name__.lower() for block in _BLOCKS)
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
