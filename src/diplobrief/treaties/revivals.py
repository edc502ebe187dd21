"""Consents that were taken back, where that was taken back, too.

No article of the Vienna Convention says what becomes of them. The reading here: what is taken back
has no effect while it is, so that the consent counts anew from the day on which its revocation is
revoked, and not from its own first day on. Otherwise a treaty would enter into force in the past,
on a day on which the depositary did not count that party (articles 16, 24 and 28).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.days import FUTURE, Days
from diplobrief.treaties.effects import EFFECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.treaties.steps import Step

_FOREVER: Final = FUTURE + 1
_MOST: Final = 64
"""Of a consent that more steps undo, each other included, no spell is worked out."""

_Spells = list[tuple[int, int]]
"""Stretches of days in order, each from its first day to the day after its last."""


def spells_of_consent(step: Step, on: Days) -> list[Step]:
    """Return a consent as one step for each time in which it stood, each ended by one other.

    Where no reversal of it is itself reversed, it is returned as it is. Where a day is not known,
    what follows from it is left open: the consent may have ended, and may have come back.

    Args:
        step: The consent.
        on: The day that is asked for.
    """
    if not any(by.undone_by for by in step.undone_by):
        return [step]
    undoing = _all_that_undo(step)
    if undoing is None or not all(_is_exact(one) for one in (step, *undoing)):
        return _left_open(step)
    known: dict[int, _Spells] = {}
    return [
        replace(
            step,
            takes_effect=Days(first, first),
            origin=step,
            undone_by=[*_ending(step, end, on, known)],
            undone_surely=end <= on.first,
            undone_maybe=end <= on.last,
        )
        for first, end in _spells(step, known)
        if first <= on.last
    ]


def _all_that_undo(step: Step) -> list[Step] | None:
    """Return what undoes a step, and what undoes that; `None` for a circle, or too many."""
    found: list[Step] = []
    waiting = [(step, 0)]
    while waiting:
        one, depth = waiting.pop()
        for by in one.undone_by:
            found.append(by)
            if len(found) > _MOST or depth > _MOST:
                return None
            waiting.append((by, depth + 1))
    return found


def _is_exact(step: Step) -> bool:
    return step.takes_effect.first == step.takes_effect.last


def _spells(step: Step, known: dict[int, _Spells]) -> _Spells:
    """Return when a step of exact days has its effect."""
    if id(step) in known:
        return known[id(step)]
    day = step.takes_effect.first
    in_time = EFFECTS[step.effect].until_effect
    undone = sorted(
        spell
        for by in step.undone_by
        if not in_time or by.takes_effect.first < day
        for spell in _spells(by, known)
    )
    spells: _Spells = []
    for first, end in undone:
        if first > day:
            spells.append((day, first))
        day = max(day, end)
    if day < _FOREVER:
        spells.append((day, _FOREVER))
    known[id(step)] = spells
    return spells


def _ending(step: Step, end: int, on: Days, known: dict[int, _Spells]) -> Iterator[Step]:
    if end == _FOREVER:
        return
    ending = next(
        by for by in step.undone_by if any(first == end for first, _ in _spells(by, known))
    )
    yield replace(
        ending,
        takes_effect=Days(end, end),
        undone_by=[],
        stands_surely=end <= on.first,
        stands_maybe=end <= on.last,
    )


def _left_open(step: Step) -> list[Step]:
    """Return a consent that may have ended, and may have come back, at any time from then on."""
    first = max(step.takes_effect.first, min(by.takes_effect.first for by in step.undone_by))
    ending = replace(
        step.undone_by[0],
        takes_effect=Days(first, FUTURE - 1),  # so that it stands before what may follow it
        undone_by=[],
        stands_surely=False,
        stands_maybe=True,
    )
    open_ = replace(step, undone_surely=False, undone_maybe=True)
    return [
        replace(open_, undone_by=[ending]),
        replace(open_, undone_by=[], takes_effect=Days(first, FUTURE), origin=step),
    ]
