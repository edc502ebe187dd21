"""How far a treaty has come on a day: the stage of the whole and of each party, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.days import FUTURE, Days
from diplobrief.treaties.stages import PARTY_STAGES, TREATY_STAGES, PartyStage, TreatyStage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from diplobrief.model.brief import Brief
    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.rules import Remaining
    from diplobrief.treaties.timelines import Order


@dataclass(frozen=True, slots=True)
class Agenda:
    """What was done and what is to come, each with its place in time."""

    done: tuple[tuple[Order, Milestone], ...] = ()
    next: tuple[tuple[Order, Milestone], ...] = ()


@dataclass(frozen=True, slots=True)
class PairStatus:
    """How a party stands towards one other, where an act had effect between them only.

    Args:
        stage: The stage; `None` where partial dates leave it open.
        possible: The stages that are possible, lowest first: one where it is known.
        because: The milestones that it rests on.
    """

    stage: PartyStage | None
    possible: tuple[PartyStage, ...]
    because: tuple[Milestone, ...]

    def __str__(self) -> str:
        return in_words(self.stage, self.possible)


@dataclass(frozen=True, slots=True)
class PartyStatus:
    """How far a party has come.

    Args:
        stage: The stage; `None` where partial dates leave it open.
        possible: The stages that are possible, lowest first: one where it is known.
        because: The milestones that it rests on.
        towards: How it stands towards those with whom it is different, by their id.
        own: Its own acts.
        common: The acts of the treaty as a whole.
    """

    stage: PartyStage | None
    possible: tuple[PartyStage, ...]
    because: tuple[Milestone, ...]
    towards: Mapping[str, PairStatus] = field(default_factory=lambda: MappingProxyType({}))
    own: Agenda = field(default=Agenda(), repr=False)
    common: Agenda = field(default=Agenda(), repr=False)

    @property
    def done(self) -> tuple[Milestone, ...]:
        """What was surely done by then, by the party or for all, in the order of time."""
        return _in_order(self.own.done, self.common.done)

    @property
    def next(self) -> tuple[Milestone, ...]:
        """What comes next, as far as the brief knows: open steps, and what was done later."""
        return _in_order(self.own.next, self.common.next)

    @property
    def awaits(self) -> tuple[str, ...]:
        """The kinds of act that the law of treaties foresees next; none where it is unknown."""
        return () if self.stage is None else PARTY_STAGES[self.stage].awaits

    def __str__(self) -> str:
        return in_words(self.stage, self.possible)


@dataclass(frozen=True, slots=True)
class TreatyStatus:
    """How far a treaty has come on a day.

    Args:
        treaty: The id of the treaty.
        on: The day, or the days, that were asked for.
        stage: The stage; `None` where partial dates leave it open.
        possible: The stages that are possible, lowest first: one where it is known.
        because: The milestones that it rests on.
        parties: How far each party has come, by id.
        remaining: What entry into force still needs, for each rule that is an alternative; none
            where the treaty is in force or has ended.
        enters: The days of entry into force that the treaty's own rules give; `None` without a
            rule, or where it is not met.
        reported_entry: The entry into force of the whole that the brief reports as completed.
        undecided: Completed milestones whose dates leave open whether they count already.
        overdue: Milestones that were scheduled or expected for a day that has passed, and of
            which nothing is reported since. They change no stage.
    """

    treaty: str
    on: Days
    stage: TreatyStage | None
    possible: tuple[TreatyStage, ...]
    because: tuple[Milestone, ...]
    parties: Mapping[str, PartyStatus]
    remaining: tuple[Remaining, ...]
    enters: Days | None
    reported_entry: Milestone | None
    undecided: tuple[Milestone, ...]
    overdue: tuple[Milestone, ...]

    @property
    def awaits(self) -> tuple[str, ...]:
        """The kinds of act that the law of treaties foresees next; none where it is unknown."""
        return () if self.stage is None else TREATY_STAGES[self.stage].awaits

    def __str__(self) -> str:
        return in_words(self.stage, self.possible)


NOWHERE: Final[Mapping[str, PairStatus]] = MappingProxyType({})
"""No party towards which a party stands otherwise."""


def in_words(stage: str | None, possible: Iterable[str]) -> str:
    """Return a stage, or between which it is unknown.

    Example:
        >>> in_words(None, ("signed", "being_ratified"))
        'unknown between signed and being_ratified'
    """
    return stage if stage is not None else f"unknown between {' and '.join(possible)}"


def day_asked_for(brief: Brief, on: date | str | None) -> Days:
    """Return the days that are asked for: by default the brief's own day.

    Where the brief has none, all that it reports as completed counts.
    """
    if on is not None:
        return Days.of(on)
    return Days(FUTURE, FUTURE) if brief.day is None else Days.within(brief.day)


def _in_order(*parts: tuple[tuple[Order, Milestone], ...]) -> tuple[Milestone, ...]:
    found = sorted((item for part in parts for item in part), key=lambda item: item[0])
    return tuple(milestone for _, milestone in found)
