"""A treaty under check: its steps as the treaty engine sees them, with their paths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.treaties.case import Case
from diplobrief.treaties.days import Days
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.history import TreatyHistory
from diplobrief.treaties.standing import WHOLE
from diplobrief.treaties.tracks import NEVER
from diplobrief.treaties.uncertainty import Uncertainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.diagnostics import Path
    from diplobrief.model import Actor, Milestone, Treaty
    from diplobrief.treaties.steps import Step


@dataclass(frozen=True, eq=False)
class CheckedTreaty:
    """A treaty of a brief, and its steps.

    Args:
        treaty: The treaty.
        at: Its index in the brief.
        actors: The actors of the brief, by id.
        own_days: The days that may be the brief's own.
    """

    treaty: Treaty
    at: int
    actors: Mapping[str, Actor]
    own_days: Days

    @cached_property
    def case(self) -> Case:
        """The treaty as the engine sees it, with the days as they are reported."""
        return Case.of(self.treaty, self.actors, Days())

    @property
    def steps(self) -> Sequence[Step]:
        """Its steps, in the order of the brief."""
        return self.case.steps

    @cached_property
    def history(self) -> TreatyHistory:
        """Its history as of the day of the brief."""
        case = Case.of(self.treaty, self.actors, self.own_days)
        return TreatyHistory(self.treaty, self.own_days, Uncertainty(case))

    @cached_property
    def misdated(self) -> frozenset[int]:
        """The steps, by index, whose day or status CHR001, CHR002 or CHR003 reports as wrong.

        No other rule may rely on them.
        """
        today = self.own_days
        done = [
            step.done.first for step in self.steps if step.is_done and step.done.first <= today.last
        ]
        past = max([today.first, *done])
        return frozenset(
            step.index
            for step in self.steps
            if (step.is_done and step.done.first > today.last)
            or (step.is_announced and step.done.last < past)
        )

    @property
    def latest(self) -> Step | None:
        """The completed step with the latest day; on an earlier day nothing is still to come."""
        done = [step for step in self.steps if step.is_done and step.index not in self.misdated]
        return max(done, key=lambda step: step.done.first, default=None)

    def is_reversed(self, step: Step) -> bool:
        """Return whether a step is reversed for all whom it concerns, and stays so."""
        if not step.reversals:
            return False
        standing = self.history.uncertainty.base.dated.standing.of(step, WHOLE)
        return not standing or standing[-1][1] < NEVER

    def usable(
        self, *, announced: bool = True, still_open: bool = False, reversed_: bool = False
    ) -> Iterator[Step]:
        """Yield the steps that are about the whole treaty and that rules may rely on.

        Args:
            announced: Whether to include scheduled and expected steps besides completed ones.
            still_open: Whether to include everything that may still happen.
            reversed_: Whether to include steps that were reversed.
        """
        for step in self.steps:
            included = (
                step.is_done or (announced and step.is_announced) or (still_open and step.is_open)
            )
            usable = included and step.is_unlimited and step.index not in self.misdated
            if usable and (reversed_ or not self.is_reversed(step)):
                yield step

    def left_between(self, party: str, earlier: Step, later: Step) -> bool:
        """Return whether a party may have left between two acts, so that each has its own cycle.

        Args:
            party: The party.
            earlier: The act that may come first.
            later: The act that may come after it.
        """
        return any(
            step.effect is Effect.LEAVES
            and step not in (earlier, later)
            and step.done.first <= later.done.last
            and step.takes_effect.last >= min(earlier.done.first, earlier.takes_effect.first)
            for step in self.case.steps_by_party.get(party, ())
        )

    def path(self, step: Step, *members: str | int) -> Path:
        """Return the path of a member of a step: by default its date, or its status without one."""
        inner = members or ("date" if step.milestone.date is not None else "status",)
        return ("treaties", self.at, "milestones", step.index, *inner)


def when(milestone: Milestone) -> str:
    """Return the date of a milestone, or its status, for a message."""
    return str(milestone.date) if milestone.date is not None else milestone.status
