"""The status of a treaty on a day, as a look-up in its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.treaties.days import FUTURE, Days
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.frozen import FrozenMapping
from diplobrief.treaties.history import TreatyHistory, treaty_history
from diplobrief.treaties.party_statuses import Agendas, PartyStatuses
from diplobrief.treaties.remaining import Remaining, remaining
from diplobrief.treaties.status import PartyStatus, TreatyStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from diplobrief.model.brief import Brief
    from diplobrief.model.treaties import Milestone, TreatyRule
    from diplobrief.treaties.replay import Replay

_PAST_ENTRY: Final = frozenset({"in_force", "suspended", "terminated", "expired", "rejected"})
_REMEMBERED: Final = 4
_recent: list[tuple[Brief, Statuses]] = []


def treaty_status(brief: Brief, treaty_id: str, on: date | str | None = None) -> TreatyStatus:
    """Return how far a treaty has come on a day, as a whole and for each party.

    Only what the brief reports as completed counts, from the day on which it takes effect; what
    the treaty's own rules imply is computed. A milestone without a date was done on some day up to
    the brief's own; a qualified date says no more than that. If several stages are possible,
    `stage` is `None` and `possible` lists them; nothing is guessed.

    Args:
        brief: The brief.
        treaty_id: The id of the treaty.
        on: The day: a date, a `PartialDate` or its string. By default the brief's own day;
            if it has none, everything that is reported as completed counts.

    Returns:
        The status.

    Raises:
        KeyError: The brief does not have this treaty.
        ValueError: `on` is a string and not a date.

    Example:
        >>> from diplobrief.model import Brief
        >>> brief = Brief.model_validate(
        ...     {
        ...         "schema_version": "1.0",
        ...         "actors": [
        ...             {"id": "north", "kind": "state", "name": "Northland"},
        ...             {"id": "south", "kind": "state", "name": "Southland"},
        ...         ],
        ...         "treaties": [
        ...             {
        ...                 "id": "lake",
        ...                 "title": "Treaty on the Lake",
        ...                 "kind": "treaty",
        ...                 "parties": ["north", "south"],
        ...                 "entry_rules": [{"count": 2, "after": {"days": 30}}],
        ...                 "milestones": [
        ...                     {"kind": "signature", "status": "completed", "date": "2026-01-10"},
        ...                     {
        ...                         "kind": "ratification",
        ...                         "status": "completed",
        ...                         "date": "2026-03",
        ...                         "parties": ["north"],
        ...                     },
        ...                 ],
        ...             }
        ...         ],
        ...         "sections": [],
        ...     }
        ... )
        >>> treaty_status(brief, "lake", on="2026-02-01").stage
        'signed'
        >>> print(treaty_status(brief, "lake", on="2026-03-15"))
        unknown between signed and being_ratified
        >>> status = treaty_status(brief, "lake", on="2026-04-01")
        >>> status.stage, status.parties["north"].stage, status.parties["south"].stage
        ('being_ratified', 'ratified', 'signed')
        >>> status.remaining[0].consents
        1
        >>> print(status.since)
        [2026-03-01..2026-03-31]
        >>> status
        TreatyStatus('lake', on='2026-04-01', stage='being_ratified',
            parties={'north': 'ratified', 'south': 'signed'})
        >>> status.as_data()["parties"]["south"]["awaits"]
        ['ratification', 'acceptance', 'approval']
    """
    return _statuses_of(brief, treaty_id).on(day_asked_for(brief, on))


def day_asked_for(brief: Brief, on: date | str | None) -> Days:
    """Return the days of a question: by default the brief's own day.

    If the brief has none, everything that it reports as completed counts.
    """
    if on is not None:
        return Days.of(on)
    return Days(FUTURE, FUTURE) if brief.day is None else Days.within(brief.day)


def _statuses_of(brief: Brief, treaty_id: str) -> Statuses:
    """Return the statuses of a treaty; they are kept for the next days that are asked about."""
    for known, statuses in _recent:
        if known is brief and statuses.history.treaty.id == treaty_id:
            return statuses
    statuses = Statuses(treaty_history(brief, treaty_id))
    _recent[:] = [(brief, statuses), *_recent[: _REMEMBERED - 1]]
    return statuses


class Statuses:
    """The statuses of a treaty on any day.

    Args:
        history: The history of the treaty.
    """

    def __init__(self, history: TreatyHistory) -> None:
        self.history: TreatyHistory = history
        case = history.case
        self._common = Agendas(case.common_in_order)
        self._parties = {
            party: PartyStatuses(party_history) for party, party_history in history.parties.items()
        }
        self._announced = [
            step for step in case.steps if step.is_announced and step.done.last < FUTURE
        ]
        self._with_effect = [step for step in case.steps if step.effect is not Effect.NONE]
        self._of_open_day = [
            step for step in self._with_effect if step.takes_effect.first < step.takes_effect.last
        ]

    def on(self, on: Days) -> TreatyStatus:
        """Return the status on a day."""
        history = self.history
        span = history.course.on(on)
        common = self._common.on(on)
        is_past_entry = _PAST_ENTRY.issuperset(span.possible)
        steps = self._of_open_day if on.first == on.last else self._with_effect
        return TreatyStatus(
            treaty=history.treaty.id,
            on=on,
            stage=span.stage,
            possible=span.possible,
            because=span.because,
            since=history.course.since(on),
            readings=span.readings,
            parties=FrozenMapping[PartyStatus].made_by(
                self._parties, lambda party: self._parties[party].on(on, common)
            ),
            remaining=() if is_past_entry else _remaining(history, on),
            enters=history.entry_by_rules(on),
            reported_entry=_reported_entry(history, on),
            undecided=tuple(
                step.milestone
                for step in steps
                if step.takes_effect.first <= on.last and step.takes_effect.last > on.first
            ),
            overdue=tuple(step.milestone for step in self._announced if step.is_overdue_on(on)),
            common=common,
        )


def _remaining(history: TreatyHistory, on: Days) -> tuple[Remaining, ...]:
    rules: Sequence[TreatyRule | None] = history.case.rules or (
        (None,) if history.treaty.parties else ()
    )
    surely: list[Remaining] = []
    for rule in rules:
        enters = [_enters_by(replay, rule, on.first) for replay in history.replays]
        known = [day for day in enters if day is not None]
        if len(known) == len(enters):
            days = None if rule is None else Days(min(known), min(max(known), FUTURE))
            surely.append(Remaining(rule, days=days))
    if surely:
        return tuple(surely)
    consenting = frozenset[str].intersection(
        *(replay.consenting(on.first) for replay in history.replays)
    )
    dated = history.replays[0].dated
    needs = (remaining(rule, dated, consenting, on) for rule in rules)
    return tuple(one for one in needs if one is not None)


def _enters_by(replay: Replay, rule: TreatyRule | None, day: int) -> int | None:
    """Return when a rule that is met on a day lets the treaty enter into force."""
    for one in replay.entry.met:
        if one.rule is rule and one.day <= day < one.end:
            return one.enters
    return None


def _reported_entry(history: TreatyHistory, on: Days) -> Milestone | None:
    entry = history.replays[0].entry.on(min(on.first, FUTURE))
    if entry is None or not entry.is_reported or entry.is_of_some:
        return None
    return entry.because[0]
