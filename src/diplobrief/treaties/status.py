"""How far a treaty has come on a day: the stage of the treaty and of each party, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.frozen import FrozenMapping
from diplobrief.treaties.plain_data import in_words, milestones_as_data, text_of
from diplobrief.treaties.stages import PARTY_STAGES, TREATY_STAGES, PartyStage, TreatyStage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.readings import Reading
    from diplobrief.treaties.remaining import Remaining
    from diplobrief.treaties.timelines import Order

_SHOWN: Final = 8
"""How many parties a representation shows."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What was done and what is to come, each with its place in time."""

    done: tuple[tuple[Order, Milestone], ...] = ()
    next: tuple[tuple[Order, Milestone], ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class PairStatus:
    """The stage of a party towards one other, if an act had effect between the two only.

    Args:
        stage: The stage; `None` if several are possible.
        possible: The possible stages, lowest first.
        because: The milestones on which it rests.
    """

    stage: PartyStage | None
    possible: tuple[PartyStage, ...]
    because: tuple[Milestone, ...]

    def __str__(self) -> str:
        return in_words(self.stage, self.possible)

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyStatus.as_data`."""
        return _stage_as_data(self)

    def __repr__(self) -> str:
        return f"PairStatus({_shown(self.stage, self.possible)})"


@dataclass(frozen=True, slots=True, repr=False)
class PartyStatus:
    """How far a party has come.

    Args:
        stage: The stage; `None` if several are possible.
        possible: The possible stages, lowest first.
        because: The milestones on which it rests.
        since: The days on which the stage may have begun; `None` if that is not known.
        readings: The readings on which it rests.
        first_bound: The days on which the treaty may first have bound the party, also if
            they are later than the day of the status.
        notice: Its notice of withdrawal that has not taken effect. A suspended party may have one,
            too.
        towards: Its stage towards those with whom it is different, by their id.
        own: Its own acts.
        common: The acts that name no party.
    """

    stage: PartyStage | None
    possible: tuple[PartyStage, ...]
    because: tuple[Milestone, ...]
    since: Days | None = None
    readings: tuple[Reading, ...] = ()
    first_bound: Days | None = None
    notice: Milestone | None = None
    towards: Mapping[str, PairStatus] = FrozenMapping()
    own: Agenda = Agenda()
    common: Agenda = Agenda()

    @property
    def done(self) -> tuple[Milestone, ...]:
        """What was certainly done by then, by the party or for all, in the order of time."""
        return _in_order(self.own.done, self.common.done)

    @property
    def next(self) -> tuple[Milestone, ...]:
        """What comes next, as far as the brief shows: open steps, and what was done later."""
        return _in_order(self.own.next, self.common.next)

    @property
    def awaits(self) -> tuple[str, ...]:
        """The kinds of act that the law of treaties provides for next; empty if it is unknown."""
        return () if self.stage is None else PARTY_STAGES[self.stage].awaits

    def __str__(self) -> str:
        return in_words(self.stage, self.possible)

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyStatus.as_data`."""
        notice = self.notice
        return {
            **_stage_as_data(self),
            "since": text_of(self.since),
            "first_bound": text_of(self.first_bound),
            "readings": [reading.id for reading in self.readings],
            "notice": None if notice is None else milestones_as_data([notice])[0],
            "done": milestones_as_data(milestone for _, milestone in self.own.done),
            "next": milestones_as_data(milestone for _, milestone in self.own.next),
            "awaits": list(self.awaits),
            "towards": {other: pair.as_data() for other, pair in self.towards.items()},
        }

    def __repr__(self) -> str:
        return f"PartyStatus({_shown(self.stage, self.possible)})"


@dataclass(frozen=True, slots=True, repr=False)
class TreatyStatus:
    """How far a treaty has come on a day.

    Args:
        treaty: The id of the treaty.
        on: The day, or the days, of the question.
        stage: The stage; `None` if several are possible.
        possible: The possible stages, lowest first.
        because: The milestones on which it rests.
        since: The days on which the stage may have begun; `None` if that is not known.
        readings: The readings on which it rests.
        parties: How far each party has come, by id.
        remaining: What entry into force still needs, for each rule that is an alternative; empty
            if the treaty is in force or has ended.
        enters: The days of entry into force that the treaty's own rules imply; `None` without a
            rule, or if none is met.
        reported_entry: The entry into force of the whole that the brief reports as completed.
        undecided: Completed milestones whose dates leave open whether they count already.
        overdue: Milestones that were scheduled or expected for a day that has passed, and of
            which nothing is reported since. They change no stage.
        common: The acts that name no party.
    """

    treaty: str
    on: Days
    stage: TreatyStage | None
    possible: tuple[TreatyStage, ...]
    because: tuple[Milestone, ...]
    since: Days | None
    readings: tuple[Reading, ...]
    parties: Mapping[str, PartyStatus]
    remaining: tuple[Remaining, ...]
    enters: Days | None
    reported_entry: Milestone | None
    undecided: tuple[Milestone, ...]
    overdue: tuple[Milestone, ...]
    common: Agenda = Agenda()

    @property
    def done(self) -> tuple[Milestone, ...]:
        """What was certainly done by then for the treaty as a whole, in the order of time."""
        return _in_order(self.common.done)

    @property
    def next(self) -> tuple[Milestone, ...]:
        """What comes next for the treaty as a whole; see `PartyStatus.next`."""
        return _in_order(self.common.next)

    @property
    def awaits(self) -> tuple[str, ...]:
        """The kinds of act that the law of treaties provides for next; empty if it is unknown."""
        return () if self.stage is None else TREATY_STAGES[self.stage].awaits

    def as_data(self) -> dict[str, object]:
        """Return the status as plain data, ready for JSON; what is not known is null.

        Days are written as in a brief. `done` and `next` of a party are its own acts; the acts that
        name no party are listed once, in those of the treaty.
        """
        entry = self.reported_entry
        return {
            "treaty": self.treaty,
            "on": str(self.on),
            **_stage_as_data(self),
            "since": text_of(self.since),
            "readings": [reading.id for reading in self.readings],
            "done": milestones_as_data(self.done),
            "next": milestones_as_data(self.next),
            "awaits": list(self.awaits),
            "parties": {party: one.as_data() for party, one in self.parties.items()},
            "remaining": [one.as_data() for one in self.remaining],
            "enters": text_of(self.enters),
            "reported_entry": None if entry is None else milestones_as_data([entry])[0],
            "undecided": milestones_as_data(self.undecided),
            "overdue": milestones_as_data(self.overdue),
        }

    def __str__(self) -> str:
        return in_words(self.stage, self.possible)

    def __repr__(self) -> str:
        parties = {party: str(self.parties[party]) for party in [*self.parties][:_SHOWN]}
        more = f", and {len(self.parties) - _SHOWN} more" if len(self.parties) > _SHOWN else ""
        return (
            f"TreatyStatus({self.treaty!r}, on={str(self.on)!r}, "
            f"{_shown(self.stage, self.possible)}, parties={parties!r}{more})"
        )


def _stage_as_data(status: TreatyStatus | PartyStatus | PairStatus) -> dict[str, object]:
    return {
        "stage": status.stage,
        "possible": list(status.possible),
        "because": milestones_as_data(status.because),
    }


def _shown(stage: str | None, possible: tuple[str, ...]) -> str:
    return f"stage={stage!r}" if stage is not None else f"possible={possible!r}"


def _in_order(*parts: tuple[tuple[Order, Milestone], ...]) -> tuple[Milestone, ...]:
    placed = sorted((item for part in parts for item in part), key=lambda item: item[0])
    return tuple(milestone for _, milestone in placed)
