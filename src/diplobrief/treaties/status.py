"""How far a treaty has come on a day: the stage of the whole and of each party, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.days import FUTURE, Days
from diplobrief.treaties.frozen import FrozenMapping
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


@dataclass(frozen=True, slots=True, repr=False)
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

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyStatus.as_data`."""
        return _stage_as_data(self)

    def __repr__(self) -> str:
        return f"PairStatus({_shown(self.stage, self.possible)})"


@dataclass(frozen=True, slots=True, repr=False)
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
    towards: Mapping[str, PairStatus] = FrozenMapping()
    own: Agenda = Agenda()
    common: Agenda = Agenda()

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

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyStatus.as_data`."""
        return {
            **_stage_as_data(self),
            "done": _as_data(milestone for _, milestone in self.own.done),
            "next": _as_data(milestone for _, milestone in self.own.next),
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
        common: The acts of the treaty as a whole.
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
    common: Agenda = Agenda()

    @property
    def done(self) -> tuple[Milestone, ...]:
        """What the treaty as a whole had surely done by then, in the order of time."""
        return _in_order(self.common.done)

    @property
    def next(self) -> tuple[Milestone, ...]:
        """What comes next for the treaty as a whole; see `PartyStatus.next`."""
        return _in_order(self.common.next)

    @property
    def awaits(self) -> tuple[str, ...]:
        """The kinds of act that the law of treaties foresees next; none where it is unknown."""
        return () if self.stage is None else TREATY_STAGES[self.stage].awaits

    def as_data(self) -> dict[str, object]:
        """Return the status as plain data, ready for JSON; what is not known is null.

        Days are written as in a brief, and milestones as what tells them apart. `done` and `next`
        of a party are its own acts; those of the treaty as a whole hold for all and stand there.
        """
        entry = self.reported_entry
        return {
            "treaty": self.treaty,
            "on": str(self.on),
            **_stage_as_data(self),
            "done": _as_data(self.done),
            "next": _as_data(self.next),
            "awaits": list(self.awaits),
            "parties": {party: one.as_data() for party, one in self.parties.items()},
            "remaining": [one.as_data() for one in self.remaining],
            "enters": _text(self.enters),
            "reported_entry": None if entry is None else _as_data([entry])[0],
            "undecided": _as_data(self.undecided),
            "overdue": _as_data(self.overdue),
        }

    def __str__(self) -> str:
        return in_words(self.stage, self.possible)

    def __repr__(self) -> str:
        parties = {party: str(one) for party, one in [*self.parties.items()][:_SHOWN]}
        more = f", and {len(self.parties) - _SHOWN} more" if len(self.parties) > _SHOWN else ""
        return (
            f"TreatyStatus({self.treaty!r}, on={str(self.on)!r}, "
            f"{_shown(self.stage, self.possible)}, parties={parties!r}{more})"
        )


_SHOWN: Final = 8
"""So many parties are shown in a representation."""


def _stage_as_data(status: TreatyStatus | PartyStatus | PairStatus) -> dict[str, object]:
    return {
        "stage": status.stage,
        "possible": list(status.possible),
        "because": _as_data(status.because),
    }


def _as_data(milestones: Iterable[Milestone]) -> list[dict[str, object]]:
    return [
        {
            "id": milestone.id,
            "kind": milestone.kind,
            "status": milestone.status,
            "date": _text(milestone.date),
            "effective": _text(milestone.effective),
            "parties": list(milestone.parties),
        }
        for milestone in milestones
    ]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _shown(stage: str | None, possible: tuple[str, ...]) -> str:
    return f"stage={stage!r}" if stage is not None else f"possible={possible!r}"


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
