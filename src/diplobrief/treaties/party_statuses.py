"""The status of a party on a day, made once for all days on which it is the same."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.frozen import FrozenMapping
from diplobrief.treaties.status import Agenda, PairStatus, PartyStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.history import PartyHistory
    from diplobrief.treaties.steps import Step
    from diplobrief.treaties.timelines import Order

_NOTHING: Final = Agenda()
_NOBODY: Final[FrozenMapping[PairStatus]] = FrozenMapping()


class Agendas:
    """What was done and what is to come, which changes only on some days.

    Args:
        placed: The steps in the order of time.
    """

    def __init__(self, placed: Sequence[tuple[Order, Step]]) -> None:
        self._placed = [(step, (at, step.milestone)) for at, step in placed]
        days = {day for _, step in placed for day in (step.done.first, step.done.last)}
        self.changes: Sequence[int] = sorted(days | {day + 1 for day in days})
        self._known: dict[int, Agenda] = {}

    def on(self, on: Days) -> Agenda:
        """Return what was done by a day, and what is ahead of it."""
        at = bisect_right(self.changes, on.first)
        if at != bisect_right(self.changes, on.last):
            return self._made(on)
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._made(on)
        return known

    def _made(self, on: Days) -> Agenda:
        return Agenda(
            tuple(shown for step, shown in self._placed if step.was_taken_by(on)),
            tuple(shown for step, shown in self._placed if step.is_ahead_of(on)),
        )


class PartyStatuses:
    """The statuses of a party on any day.

    Args:
        history: The history of the party.
    """

    def __init__(self, history: PartyHistory) -> None:
        self._history = history
        self._case = history.uncertainty.case
        self._known: dict[int, PartyStatus] = {}

    def on(self, on: Days, common: Agenda) -> PartyStatus:
        """Return the status on a day, given what was done and is to come for all parties."""
        at = bisect_right(self._changes, on.first)
        if on.first != on.last and at != bisect_right(self._changes, on.last):
            return self._made(on, common)
        known = self._known.get(at)
        if known is None or (known.common is not common and self._is_listed):
            known = self._known[at] = self._made(on, common)
        return known

    @cached_property
    def _changes(self) -> Sequence[int]:
        """The days on which its stage, what it has done or what it has announced changes."""
        party, towards = self._history, self._history.towards.values()
        days = {span.days.first for one in (party, *towards) for span in one.spans}
        days.update(self._own.changes)
        if self._gives_notice:
            days.update(
                day for replay in party.replays for day in replay.party(party.party).notices.days
            )
        return sorted(days)

    @cached_property
    def _own(self) -> Agendas:
        return Agendas(self._case.in_order_by_party.get(self._history.party, ()))

    @cached_property
    def _is_listed(self) -> bool:
        return self._history.party in self._case.listed

    @cached_property
    def _gives_notice(self) -> bool:
        return self._history.party in self._case.leaving

    def _made(self, on: Days, common: Agenda) -> PartyStatus:
        party = self._history
        span = party.course.on(on)
        return PartyStatus(
            stage=span.stage,
            possible=span.possible,
            because=span.because,
            since=party.course.since(on),
            readings=span.readings,
            first_bound=party.first_bound,
            notice=_notice(party, on) if self._gives_notice else None,
            towards=FrozenMapping(
                (other, _of_pair(toward, on)) for other, toward in party.towards.items()
            )
            if party.towards
            else _NOBODY,
            own=self._own.on(on),
            common=common if self._is_listed else _NOTHING,
        )


def _of_pair(party: PartyHistory, on: Days) -> PairStatus:
    span = party.course.on(on)
    return PairStatus(span.stage, span.possible, span.because)


def _notice(party: PartyHistory, on: Days) -> Milestone | None:
    """Return the notice of withdrawal that certainly is pending."""
    pending = {
        None if ground is None else id(ground.because[0]): ground
        for replay in party.replays
        for day in (on.first, on.last)
        for ground in [replay.party(party.party).notices.last(day)]
    }
    (ground,) = pending.values() if len(pending) == 1 else (None,)
    return None if ground is None else ground.because[0]
