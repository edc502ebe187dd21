"""On which days an act counts: from its effect on, except while a reversal of it counts."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.effects import EFFECTS
from diplobrief.treaties.tracks import NEVER, without

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.treaties.steps import Step

Stretches = list[tuple[int, int]]
"""Days on which something applies, each from its first day to the day after its last."""

WHOLE: Final = ""
"""Stands for the treaty as a whole, beside the ids of parties."""


class Standing:
    """The days on which each step stands, for each party and for the treaty as a whole.

    Args:
        order: The steps, each after those that reverse it, and those in cycles.
        days: The day on which each step takes effect, by index.
        cycles_apply: Whether reversals that reverse each other in a cycle have effect. Which of
            them came last is not known, so both are possible.
    """

    __slots__ = ("_cycles_apply", "_days", "_in_cycles", "_known")

    def __init__(
        self,
        order: OrderOfReversals,
        days: Sequence[int],
        *,
        cycles_apply: bool = False,
    ) -> None:
        self._days = days
        self._cycles_apply = cycles_apply
        self._known: dict[tuple[int, str], Stretches] = {}
        ordered, self._in_cycles = order
        whose: dict[int, set[str]] = {}
        for step in ordered:
            concerned = set(step.parties) or {WHOLE}
            for reversal in step.reversals:
                concerned.update(whose.get(reversal.index) or reversal.parties or (WHOLE,))
            whose[step.index] = concerned
            for party in concerned:
                self._known[step.index, party] = self._stretches(step, party)

    def of(self, step: Step, party: str = WHOLE) -> Stretches:
        """Return when a step stands for a party, or for the treaty as a whole.

        R16: for the whole it stands as long as it stands for one of its parties.
        """
        if not step.reversals:
            return [(self._days[step.index], NEVER)]
        if party == WHOLE and step.parties:
            stretches = sorted(stretch for one in step.parties for stretch in self._for(step, one))
            return _joined(stretches)
        return self._for(step, party)

    def reversals_of(self, step: Step, party: str) -> Iterator[tuple[Step, int, int]]:
        """Yield each reversal of a step for a party, with the days on which it stands."""
        for reversal in step.reversals:
            if self._reverses(reversal, step, party):
                for first, end in self._effect_of(reversal, party):
                    yield reversal, first, end

    def _for(self, step: Step, party: str) -> Stretches:
        if not step.reversals:
            return [(self._days[step.index], NEVER)]
        known = self._known.get((step.index, party))
        if known is None:
            known = self._known.get((step.index, WHOLE))
        return self._stretches(step, party) if known is None else known

    def _stretches(self, step: Step, party: str) -> Stretches:
        gaps = [(first, end) for _, first, end in self.reversals_of(step, party)]
        # R17: between two of these stretches the step has no effect.
        return without((self._days[step.index], NEVER), gaps)

    def _effect_of(self, reversal: Step, party: str) -> Stretches:
        if reversal.index in self._in_cycles:
            return [(self._days[reversal.index], NEVER)] if self._cycles_apply else []
        return self.of(reversal, party)

    def _reverses(self, reversal: Step, step: Step, party: str) -> bool:
        """Return whether a step reverses another for a party, and in time (R16)."""
        concerned = not reversal.parties or reversal.of_whole or party in reversal.parties
        if not concerned:
            return False
        if EFFECTS[step.effect].until_effect:
            return self._days[reversal.index] < self._days[step.index]
        return True


OrderOfReversals = tuple[Sequence["Step"], frozenset[int]]
"""The reversed steps, each after those that reverse it; and those in cycles, by index."""


def order_of_reversals(steps: Sequence[Step]) -> OrderOfReversals:
    """Return the reversed steps, each after those that reverse it; and those in cycles."""
    waiting = {step.index: len(step.reversals) for step in steps}
    reverses: dict[int, list[Step]] = {}
    for step in steps:
        for reversal in step.reversals:
            reverses.setdefault(reversal.index, []).append(step)
    ready = deque(step for step in steps if not step.reversals)
    ordered: list[Step] = []
    while ready:
        step = ready.popleft()
        if step.reversals:
            ordered.append(step)
        for reversed_step in reverses.get(step.index, ()):
            waiting[reversed_step.index] -= 1
            if not waiting[reversed_step.index]:
                ready.append(reversed_step)
    left = [step for step in steps if waiting[step.index]]
    return [*ordered, *left], frozenset(step.index for step in left)


def _joined(stretches: Stretches) -> Stretches:
    joined: Stretches = []
    for first, end in stretches:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((first, end))
    return joined
