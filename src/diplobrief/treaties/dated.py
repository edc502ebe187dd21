"""The steps of a treaty with one day for each: what is exact, or one way in which it may be."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.treaties import readings
from diplobrief.treaties.effects import CONSENT, SHOWS_FORCE, Effect
from diplobrief.treaties.standing import WHOLE, Standing
from diplobrief.treaties.tracks import Ground, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplobrief.treaties.case import Case
    from diplobrief.treaties.readings import Reading
    from diplobrief.treaties.steps import Step
    from diplobrief.treaties.tracks import Place


@dataclass(frozen=True)
class DatedSteps:
    """The steps of a treaty with their days, and what else may be open in a brief.

    Args:
        case: The treaty.
        given: The day on which each step was done, by index.
        days: The day on which each step takes effect, by index.
        counts_reached: The day on which a number of parties was reached, for those that tallies
            report.
        shares_reached: The same for a share in percent.
        goes_on: Whether the treaty goes on after its term.
        cycles_apply: Whether reversals that reverse each other have effect.
    """

    case: Case
    given: Sequence[int]
    days: Sequence[int]
    counts_reached: Mapping[float, int] = field(default_factory=dict[float, int])
    shares_reached: Mapping[float, int] = field(default_factory=dict[float, int])
    goes_on: bool = False
    cycles_apply: bool = False

    @cached_property
    def standing(self) -> Standing:
        """The days on which each step stands."""
        return Standing(self.case.reversals, self.days, cycles_apply=self.cycles_apply)

    @cached_property
    def common_consents(self) -> CommonConsents:
        """The consents that name no party."""
        return CommonConsents(
            [
                step
                for step in self.case.common
                if step.effect in CONSENT and not step.milestone.counterparties
            ],
            self.given,
            self.days,
        )

    def place(self, step: Step) -> Place:
        """Return the place of a step in the order of effect."""
        return (self.days[step.index], step.act.rank, step.index)

    def stretches(
        self, steps: Iterable[Step], party: str = WHOLE, *applied: Reading
    ) -> Iterator[Stretch]:
        """Yield the days on which some steps stand for a party, or for the treaty as a whole."""
        for step in steps:
            ground = Ground(self.place(step), (step.milestone,), applied)
            for first, end in self.standing.of(step, party):
                yield Stretch(first, ground, end)

    def showing(self, steps: Iterable[Step]) -> Iterator[Stretch]:
        """Yield acts that only a treaty in force can see; they show that for good (R13)."""
        for step in steps:
            if step.effect in SHOWS_FORCE:
                ground = Ground(self.place(step), (step.milestone,), (readings.SHOWS_FORCE,))
                yield Stretch(self.days[step.index], ground)


class CommonConsents:
    """Consents of all listed parties at once, of which only some decide anything for a party."""

    def __init__(self, steps: Iterable[Step], given: Sequence[int], days: Sequence[int]) -> None:
        self._reversed: list[Step] = []
        self._plain: dict[tuple[Effect, bool], list[tuple[int, int, int, Step]]] = {}
        self._last_of_day: dict[tuple[Effect, bool, int], Step] = {}
        for step in steps:
            if step.reversals:
                self._reversed.append(step)
            else:
                day = days[step.index]
                own = self._plain.setdefault((step.effect, step.act.is_instrument), [])
                own.append((day, given[step.index], step.index, step))
                same_day = (step.effect, step.act.is_instrument, day)
                last = self._last_of_day.setdefault(same_day, step)
                self._last_of_day[same_day] = max(
                    last, step, key=lambda one: (one.act.rank, one.index)
                )
        for own in self._plain.values():
            own.sort()

    def decisive(self, starts: Iterable[int]) -> Iterator[Step]:
        """Yield the first from each of some days on, the last of its day, and the reversed ones.

        What follows an act of the same day may be the last of that day only.
        """
        chosen: dict[int, Step] = {}
        for (effect, is_instrument), own in self._plain.items():
            for start in starts:
                at = bisect_left(own, (start, -1))
                if at < len(own):
                    first = own[at][3]
                    last = self._last_of_day[effect, is_instrument, own[at][0]]
                    chosen[first.index] = first
                    chosen[last.index] = last
        yield from chosen.values()
        yield from self._reversed
