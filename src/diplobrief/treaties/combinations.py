"""Ways in which open choices may be combined: each with each, or those of one kind together."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.choices import UNORDERED, Choice, Key
from diplobrief.treaties.effects import CONSENT, Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NUMBERS: Final = frozenset({"count", "share"})
"""Choices of the day on which a number was reached."""
_DATES: Final = NUMBERS | {"day", "given"}
"""Choices of a day; the others are a yes or no."""

Option = dict[Key, int]
"""What is chosen, of one choice or of several that are made together."""


def each(choice: Choice) -> list[Option]:
    """Return the options of a choice that is made on its own."""
    return [{choice.key: day} for day in choice.days]


def number_of_combinations(options: Iterable[Sequence[Option]]) -> int:
    """Return in how many ways options can be combined."""
    return prod(map(len, options))


def combinations(options: Iterable[Sequence[Option]]) -> Iterator[Option]:
    """Yield all combinations of options, each as one option."""
    for chosen in product(*options):
        yield {key: day for option in chosen for key, day in option.items()}


def neighbours_in(options: Sequence[Sequence[Option]]) -> Iterator[tuple[int, int]]:
    """Yield the combinations of which one date differs, with days in between."""
    total = number_of_combinations(options)
    stride = total
    for own in options:
        stride //= len(own)
        for at in range(total):
            position = at // stride % len(own)
            if position + 1 < len(own) and _has_days_between(own[position], own[position + 1]):
                yield at, at + stride


def _has_days_between(one: Option, other: Option) -> bool:
    return any(key[0] in _DATES and other[key] - day > 1 for key, day in one.items())


def together(choices: Sequence[Choice], most: int, *, apart: bool = False) -> list[list[Option]]:
    """Return options in which choices of one kind by several parties are made together.

    Args:
        choices: The choices.
        most: How many options a group may have at most.
        apart: Whether the consents of single parties do not matter.
    """
    options: list[list[Option]] = []
    groups: dict[Effect, list[Choice]] = {}
    for one in choices:
        kind = _kind(one)
        if kind is None:
            options.append(each(one))
        else:
            groups.setdefault(kind, []).append(one)
    for group in groups.values():
        days = sorted({day for one in group for day in (one.apart if apart else one.days)})
        every = -(-len(days) // (most - 1))
        thinned = days if len(days) <= most else [*days[:-1:every], days[-1]]
        moments = [
            {one.key: min(max(day, one.days[0]), one.days[-1]) for one in group} for day in thinned
        ]
        options.append([one for at, one in enumerate(moments) if not at or one != moments[at - 1]])
    return options


def _kind(choice: Choice) -> Effect | None:
    """Return the kind of choice by which it is grouped; `None` if it is made on its own.

    When a number is reached depends on the latest of several consents, and never falls back if one
    of them comes earlier. So of many consents it is enough to try all early, all late, and all at
    each day in between.
    """
    step = choice.step
    if step is None:
        return Effect.CONSENTS if choice.key[0] in {"count", "share"} else None
    if not step.parties or step.reversals or step.milestone.reverses:
        return None
    if step.effect in CONSENT:
        return Effect.CONSENTS
    return step.effect if step.effect in UNORDERED | {Effect.APPLIES} else None
