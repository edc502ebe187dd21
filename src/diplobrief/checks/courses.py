"""The course of a treaty: its milestones as steps with the days that fit them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import ACTS, ActRule, Days, Effect
from diplobrief.treaties.acts import act_rule
from diplobrief.treaties.owners import Owners

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.diagnostics import Path
    from diplobrief.model import Actor, Milestone, Treaty

OPEN: Final = frozenset({"scheduled", "expected"})
"""Statuses of what is announced."""

NOT_DONE: Final = OPEN | {"draft", "postponed"}
"""Statuses of what has not come to pass, and still may."""

CONSENT: Final = frozenset({Effect.CONSENTS, Effect.ESTABLISHES})
"""What acts do by which a party expresses or establishes its consent to be bound."""

RANKS: Final = {kind: act.rank for kind, act in ACTS.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A milestone at its place in a treaty.

    Args:
        milestone: The milestone.
        index: Its place in the treaty.
        act: What its kind does.
        days: The days on which it may have been, or is to be, done.
        parties: Whose act it is; none where it is that of the treaty as a whole.
        undone: Whether a completed milestone reverses it.
        misdated: Whether CHR001, CHR002 or CHR003 find that its day, or its status, is wrong, so
            that no other rule may rest on it.
    """

    milestone: Milestone
    index: int
    act: ActRule
    days: Days
    parties: tuple[str, ...]
    undone: bool
    misdated: bool = False

    @property
    def takes_effect(self) -> Days:
        """The days on which it may take effect."""
        effective = self.milestone.effective
        return self.days if effective is None else Days.within(effective)

    @property
    def is_done(self) -> bool:
        """Whether it is reported as completed."""
        return self.milestone.status == "completed"

    @property
    def is_plain(self) -> bool:
        """Whether it stands for itself: for the whole treaty, and towards all."""
        step = self.milestone
        return not (step.scope or step.counterparties or step.toward)

    def comes_before(self, other: Step) -> bool:
        """Say whether it surely comes on an earlier day than another step."""
        return self.days.last < other.days.first


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A treaty of the brief, and its steps.

    Args:
        treaty: The treaty.
        at: Its place in the brief.
        steps: Its steps, in the order of the brief.
    """

    treaty: Treaty
    at: int
    steps: Sequence[Step]

    @classmethod
    def of(cls, actors: Mapping[str, Actor], treaty: Treaty, at: int, own_days: Days) -> Course:
        """Return the course of a treaty.

        Args:
            actors: The actors of the brief, by id.
            treaty: The treaty.
            at: Its place in the brief.
            own_days: The brief's own day.
        """
        owners = Owners(actors, treaty)
        undone = {
            reference.rpartition("#")[2]
            for milestone in treaty.milestones
            if milestone.status == "completed"
            for reference in milestone.reverses
        }
        steps = [
            Step(
                milestone,
                index,
                act_rule(milestone.kind),
                Days.within(milestone.date),
                owners.of_milestone(milestone),
                milestone.id in undone,
            )
            for index, milestone in enumerate(treaty.milestones)
        ]
        return cls(treaty, at, _with_those_misdated(steps, own_days))

    @property
    def overtaken_by(self) -> Step | None:
        """The completed step before which, by its day, nothing is still to come."""
        done = (step for step in self.steps if step.is_done and not step.misdated)
        return max(done, key=lambda step: step.days.first, default=None)

    def path(self, step: Step, *members: str | int) -> Path:
        """Return the path of a step's date, its status where it has none, or of a member."""
        milestone = step.milestone
        inner = members or ("date" if milestone.date is not None else "status",)
        return ("treaties", self.at, "milestones", step.index, *inner)

    def is_left_by(self, step: Step) -> bool:
        """Say whether a party, and not all together, leaves the treaty by a step."""
        leaves = Effect.LEAVES in {step.act.effect, step.act.by_some}
        of_all = len(self.treaty.parties) > 1 and set(self.treaty.parties).issubset(step.parties)
        return leaves and bool(step.parties) and not of_all

    def plain(self, *statuses: str, undone: bool = False) -> Iterator[Step]:
        """Yield the steps that stand for themselves and have one of these statuses.

        Args:
            statuses: The statuses.
            undone: Whether what was undone later is of interest, too.
        """
        for step in self.steps:
            known = step.milestone.status in statuses and not step.misdated
            if known and step.is_plain and (undone or not step.undone):
                yield step


def _with_those_misdated(steps: Sequence[Step], own_days: Days) -> tuple[Step, ...]:
    """Return the steps, those marked that are announced for a past day, or done on one to come."""
    done = [step.days.first for step in steps if step.is_done and step.days.first <= own_days.last]
    past = max([own_days.first, *done])
    return tuple(
        replace(step, misdated=True)
        if (step.is_done and step.days.first > own_days.last)
        or (step.milestone.status in OPEN and step.days.last < past)
        else step
        for step in steps
    )


def when(step: Milestone) -> str:
    """Return the date of a milestone, or its status, for a message."""
    return str(step.date) if step.date is not None else step.status
