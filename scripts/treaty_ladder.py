"""Draw the stages of a treaty as a ladder, from the tables of the code."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from diplobrief.treaties import ACTS, TREATY_STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP, _HEIGHT, _WIDTH, _TEXT = 56, 34, 220, 250
_ENDS = {act.ends_as for act in ACTS.values()} | {"rejected"}


def ladder() -> Iterator[str]:
    """Yield an inline SVG; its colours are those of the text around it."""
    stages = [stage for stage in TREATY_STAGES.values() if stage.name not in _ENDS]
    ends = [stage for stage in TREATY_STAGES.values() if stage.name in _ENDS]
    height = _STEP * (len(stages) + len(ends)) + 30
    yield (
        f'<svg viewBox="0 0 720 {height}" role="img" aria-label="The stages of a treaty, lowest '
        'first, each with the acts that lead on" fill="none" stroke="currentColor" '
        'font-size="15" style="max-width: 720px">'
    )
    for row, stage in enumerate(stages):
        yield from _box(stage.name, row * _STEP + 1)
        if row:
            yield f'<path d="M110 {row * _STEP + 1 - (_STEP - _HEIGHT)}v{_STEP - _HEIGHT}"/>'
        awaited = ", ".join(stage.awaits)
        yield from _said(f"next: {awaited}" if awaited else "", row * _STEP + 1)
    below = len(stages) * _STEP + 24
    yield f'<path d="M0 {below - 16}h720" stroke-dasharray="4 4"/>'
    for row, stage in enumerate(ends):
        kinds = [act.kind for act in ACTS.values() if act.ends_as == stage.name] or [
            f"{act.kind} refused" for act in ACTS.values() if act.refuses
        ]
        yield from _box(stage.name, below + row * _STEP)
        yield from _said(
            f"by: {', '.join(kinds[:3])}{' …' * (len(kinds) > 3)}", below + row * _STEP
        )
    yield "</svg>\n"


def _box(name: str, top: int) -> Iterator[str]:
    yield f'<rect x="1" y="{top}" width="{_WIDTH - 2}" height="{_HEIGHT}" rx="6"/>'
    yield from _said(name.replace("_", " "), top, 14)


def _said(text: str, top: int, left: int = _TEXT) -> Iterator[str]:
    if text:
        yield (
            f'<text x="{left}" y="{top + 22}" fill="currentColor" stroke="none">'
            f"{escape(text.replace('_', ' '))}</text>"
        )
