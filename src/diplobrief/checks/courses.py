"""The course of a treaty: its milestones as steps with the days that fit them."""

from __future__ import annotations

from dataclasses import dataclass
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
    """

    milestone: Milestone
    index: int
    act: ActRule
    days: Days
    parties: tuple[str, ...]
    undone: bool

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
        """Whether it stands for itself: for the whole treaty and towards all, and not undone."""
        step = self.milestone
        return not (self.undone or step.scope or step.counterparties or step.toward)

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
    def of(cls, actors: Mapping[str, Actor], treaty: Treaty, at: int) -> Course:
        """Return the course of a treaty.

        Args:
            actors: The actors of the brief, by id.
            treaty: The treaty.
            at: Its place in the brief.
        """
        owners = Owners(actors, treaty)
        undone = {
            reference.rpartition("#")[2]
            for milestone in treaty.milestones
            if milestone.status == "completed"
            for reference in milestone.reverses
        }
        return cls(
            treaty,
            at,
            tuple(
                Step(
                    milestone,
                    index,
                    act_rule(milestone.kind),
                    Days.within(milestone.date),
                    owners.of_milestone(milestone),
                    milestone.id in undone,
                )
                for index, milestone in enumerate(treaty.milestones)
            ),
        )

    def path(self, step: Step, *members: str | int) -> Path:
        """Return the path of a step's date, its status where it has none, or of a member."""
        milestone = step.milestone
        inner = members or ("date" if milestone.date is not None else "status",)
        return ("treaties", self.at, "milestones", step.index, *inner)

    def plain(self, *statuses: str) -> Iterator[Step]:
        """Yield the steps that stand for themselves and have one of these statuses."""
        for step in self.steps:
            if step.milestone.status in statuses and step.is_plain:
                yield step


def when(step: Milestone) -> str:
    """Return the date of a milestone, or its status, for a message."""
    return str(step.date) if step.date is not None else step.status
