"""The drawing of the model: which facts there are, and which of them each may name.

Drawn from the classes themselves, as SVG in the colours of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, get_args

from diplobrief import model
from diplobrief.model.places import reference_rule
from diplobrief.model.references import ACTOR_KINDS, FACT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH: Final = 204
_GAP: Final = 36
_LINE: Final = 20
_TOP: Final = 128
_ACTORS: Final = tuple(get_args(get_args(model.Actor)[0]))


@dataclass(frozen=True, slots=True)
class _Box:
    """A sort of fact: its classes (its own, and those that stand within it), and its column."""

    name: str
    kinds: frozenset[str]
    classes: tuple[type, ...]
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


def drawing() -> Iterator[str]:
    """Yield the drawing, on one line, so that Markdown takes it for one block of HTML."""
    missing = FACT_KINDS - frozenset().union(*(box.kinds for box in _BOXES))
    if missing:
        raise LookupError(f"scripts/model_drawing.py has no box for {', '.join(sorted(missing))}")
    places = _places()
    height = max(y + _height(box) for box, (_, y) in places.items()) + 10
    width = 3 * _WIDTH + 2 * _GAP + 4
    parts = [*_narrative(width), *_arrows(places)]
    for box, (x, y) in places.items():
        parts += _drawn(box, x, y)
    said = "The model: a narrative above, the facts below, and which facts each may name."
    yield (
        f'<div class="drawing" tabindex="0" role="group" aria-label="Drawing of the model">'
        f'<svg viewBox="-2 0 {width} {height}" role="img" aria-label="{said}">'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        f"{''.join(parts)}</svg></div>"
    )
    yield ""


def references(box: _Box) -> list[tuple[str, frozenset[str]]]:
    """Return the members by which a fact names others, each with the kinds that it may name."""
    found: dict[str, frozenset[str]] = {}
    for owner in box.classes:
        for member in owner.model_fields:  # type: ignore[attr-defined]
            rule = reference_rule(owner, member)
            # Every fact may cite sources: said once, at the source.
            if rule is not None and member != "cites":
                within = box.classes is not _ACTORS and owner is not box.classes[0]
                name = f"{owner.__name__.lower()}.{member}" if within else member
                found[name] = found.get(name, frozenset()) | rule.kinds
    return list(found.items())


def _lines(box: _Box) -> list[str]:
    lines = [f"{member} → {_in_words(kinds)}" for member, kinds in references(box)]
    if box.name == "Treaty":
        lines.append("milestones: its acts, below")
    if box.name == "Source":
        lines.append("cited by every fact")
    return lines


def _in_words(kinds: frozenset[str]) -> str:
    if kinds == FACT_KINDS:
        return "any fact"
    named = [box.name.lower() for box in _BOXES if box.kinds & kinds]
    return ", ".join(named)


def _height(box: _Box) -> int:
    return 38 + _LINE * len(_lines(box))


def _places() -> dict[_Box, tuple[int, int]]:
    places: dict[_Box, tuple[int, int]] = {}
    bottoms = [_TOP] * 3
    for box in _BOXES:
        places[box] = (box.column * (_WIDTH + _GAP), bottoms[box.column])
        bottoms[box.column] += _height(box) + 24
    return places


def _drawn(box: _Box, x: int, y: int) -> Iterator[str]:
    yield f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_height(box)}" rx="6"/>'
    yield _text(x + 12, y + 24, box.name, "name")
    for number, line in enumerate(_lines(box), 1):
        yield _text(x + 12, y + 26 + _LINE * number, line)


def _narrative(width: int) -> Iterator[str]:
    blocks = " · ".join(block.__name__.lower() for block in get_args(get_args(model.Block)[0]))
    yield f'<rect class="words" x="0" y="2" width="{width - 4}" height="62" rx="6"/>'
    yield _text(12, 26, "Narrative: title and sections", "name")
    yield _text(12, 48, f"content → {blocks}")
    middle = (width - 4) // 2
    yield f'<path class="evidence" d="M{middle} {_TOP - 22}V66"/>'
    yield _text(middle + 10, 92, "evidence: the passage that a fact rests on")
    yield f'<path class="brace" d="M0 {_TOP - 12}v-10h{width - 4}v10"/>'


def _arrows(places: dict[_Box, tuple[int, int]]) -> Iterator[str]:
    """Yield an arrow between neighbours of which one may name the other, most of all actors."""
    for box, (x, y) in places.items():
        named = frozenset().union(*(kinds for _, kinds in references(box)))
        for other, (other_x, other_y) in places.items():
            if abs(box.column - other.column) != 1 or not other.kinds & named:
                continue
            right = other_x > x
            start = x + _WIDTH if right else x
            end = other_x if right else other_x + _WIDTH
            half = (start + end) // 2
            from_y, to_y = y + 17, other_y + 17
            curve = f"M{start} {from_y}C{half} {from_y} {half} {to_y} {end} {to_y}"
            yield f'<path class="names" d="{curve}"/>'


def _text(x: int, y: int, words: str, style: str = "") -> str:
    named = f' class="{style}"' if style else ""
    return f'<text x="{x}" y="{y}"{named}>{escape(words)}</text>'
