"""The reasoning itself: from a brief, a treaty and a day to the status of that treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.treaties.computed import first_entry
from diplobrief.treaties.consents import changes_of
from diplobrief.treaties.days import Days
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.entry import (
    bound_by,
    cause_on,
    entry_for_all,
    entry_of,
    seen_by,
    settled_from,
)
from diplobrief.treaties.fold import Verdict, fold_party, fold_treaty
from diplobrief.treaties.frozen import FrozenMapping
from diplobrief.treaties.ledgers import Ledgers, ledger_of, open_ledgers
from diplobrief.treaties.mutual import ENDED, unless_left, where_all, with_end
from diplobrief.treaties.owners import Owners, actors_of
from diplobrief.treaties.reached import Cause, Ledger, Reached
from diplobrief.treaties.rules import Consents, Remaining
from diplobrief.treaties.stages import PARTY_STAGES, TREATY_STAGES, PartyStage, TreatyStage
from diplobrief.treaties.status import (
    Agenda,
    PairStatus,
    PartyStatus,
    TreatyStatus,
    day_asked_for,
)
from diplobrief.treaties.steps import (
    Step,
    decide_standing,
    has_passed,
    is_bilateral,
    is_overdue,
    lies_ahead,
    steps_of,
)
from diplobrief.treaties.term import end_of_term
from diplobrief.treaties.timelines import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from diplobrief.model.brief import Brief
    from diplobrief.model.treaties import Milestone, Treaty

_PAST_ENTRY: Final = ENDED | {"in_force", "suspended"}


def treaty_status(brief: Brief, treaty_id: str, on: date | str | None = None) -> TreatyStatus:
    """Return how far a treaty has come on a day, as a whole and for each party.

    Only what the brief reports as completed counts, from the day on which it takes effect; what
    the treaty's own rules give is computed. A milestone without a date was done on some day up to
    the brief's own; a qualified date says no more than that. Where this leaves several stages
    open, `stage` is `None` and `possible` names them. Never is one guessed.

    Args:
        brief: The brief.
        treaty_id: The id of the treaty.
        on: The day: a date, a `PartialDate` or its string. By default the brief's own day;
            where that has none, all that is reported as completed counts.

    Raises:
        KeyError: The brief has no such treaty.
        ValueError: `on` is a string and no date.

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
        >>> status
        TreatyStatus('lake', on='2026-04-01', stage='being_ratified',
            parties={'north': 'ratified', 'south': 'signed'})
        >>> status.as_data()["parties"]["south"]["awaits"]
        ['ratification', 'acceptance', 'approval']
    """
    treaty = brief.treaty(treaty_id)
    days = day_asked_for(brief, on)
    owners = Owners(actors_of(brief), treaty)
    steps = steps_of(treaty, owners.of_milestone, Days.within(brief.day))
    decide_standing(steps, days)
    return _Reasoning(treaty, steps, days).status()


class _Reasoning:
    """One treaty on one day."""

    def __init__(self, treaty: Treaty, steps: Sequence[Step], on: Days) -> None:
        self.treaty = treaty
        self.steps = steps
        self.on = on
        self.listed = frozenset(treaty.parties)
        self.books: Ledgers = open_ledgers(treaty, steps, on)
        self.changes, tallies = changes_of(steps, treaty, on)
        self.consents = Consents(treaty, self.changes, tallies, settled_from(steps))
        self.entry, self.met = entry_of(steps, treaty, self.consents, on)
        self.expiry = end_of_term(treaty, steps, self.entry, on)
        self.binds_all = entry_for_all(treaty, steps)
        self.reported = any(
            step.effect is Effect.ENTERS and step.of_whole and not step.undone_surely
            for step in steps
        )

    def status(self) -> TreatyStatus:
        """Put the answer together."""
        ledgers = {party: self._ledger(party) for party in self.books.parties}
        verdicts = {party: fold_party(ledger) for party, ledger in ledgers.items()}
        verdict = self._of_treaty(verdicts)
        common = _agenda(self.books.unassigned, self.on)
        possible = verdict.stages(TREATY_STAGES)
        parties = (
            (party, self._of_party(party, ledgers[party], verdicts[party], verdict, common))
            for party in ledgers
        )
        return TreatyStatus(
            treaty=self.treaty.id,
            on=self.on,
            stage=verdict.only,
            possible=possible,
            because=self._milestones(verdict.all_causes()),
            parties=FrozenMapping(parties),
            remaining=self._remaining(possible),
            enters=first_entry(self.met, self.on),
            reported_entry=self._reported_entry(),
            undecided=tuple(
                step.milestone
                for step in self.steps
                if step.effect is not Effect.NONE and step.stands_maybe and not step.stands_surely
            ),
            overdue=tuple(step.milestone for step in self.steps if is_overdue(step, self.on)),
            common=common,
        )

    def _ledger(self, party: str) -> Ledger:
        listed = party in self.listed
        ledger = ledger_of(self.books, party, listed=listed)
        changes = self.changes.get(party, [])
        implied = self.books.without_party.implied
        if not (listed and self.binds_all):
            implied = seen_by(implied, changes)
        ledger.implied = ledger.implied.with_(implied)
        if self.entry is None:
            return ledger
        if listed and self.binds_all:
            days = self.entry.days
            cause = cause_on(days, self.on, self.entry.because, stands=self.entry.stands)
            if cause.first[0] <= self.on.last:
                ledger.put(Effect.ENTERS, cause)
        for cause in bound_by(self.entry, changes, self.on):
            if cause.first[0] <= self.on.last:
                ledger.put(Effect.ENTERS, cause)
        return ledger

    def _of_treaty(self, parties: Mapping[str, Verdict[PartyStage]]) -> Verdict[TreatyStage]:
        ledger = self.books.treaty
        met = Reached()
        for found in self.met:
            at_once = found.rule is not None and found.enters == found.on and not self.reported
            if found.on.first <= self.on.last and not at_once:
                met.add(cause_on(found.on, self.on, found.because))
        entry = self.entry
        if entry is not None and not self.reported and entry.days.first <= self.on.last:
            computed = cause_on(entry.days, self.on, entry.because, stands=entry.stands)
            ledger.put(Effect.ENTERS, computed)
        listed = [parties[party] for party in dict.fromkeys(self.treaty.parties)]
        # A treaty cannot bind one party alone; several may leave until nobody is left.
        leave = 1 if is_bilateral(self.treaty) else max(len(listed), 2)
        expiry = self.expiry and unless_left(self.expiry, listed, leave)
        if expiry is not None:
            ledger.put(Effect.ENDS, expiry)
        verdict = fold_treaty(ledger, met)
        if len(listed) < 2:  # nothing follows for a treaty of unlisted parties
            return verdict
        verdict = where_all(verdict, listed, "withdrawn", "terminated", leave)
        return where_all(verdict, listed, "suspended", "suspended", len(listed))

    def _of_party(
        self,
        party: str,
        ledger: Ledger,
        verdict: Verdict[PartyStage],
        treaty: Verdict[TreatyStage],
        common: Agenda,
    ) -> PartyStatus:
        ended = with_end(verdict, treaty)
        own = self.books.parties[party]
        towards = (
            (other, self._of_pair(with_end(fold_party(ledger.merged(acts)), treaty)))
            for other, acts in own.towards.items()
        )
        return PartyStatus(
            stage=ended.only,
            possible=ended.stages(PARTY_STAGES),
            because=self._milestones(ended.all_causes()),
            towards=FrozenMapping(towards),
            own=_agenda(own.steps, self.on),
            common=common if party in self.listed else Agenda(),
        )

    def _of_pair(self, verdict: Verdict[PartyStage]) -> PairStatus:
        return PairStatus(
            verdict.only,
            verdict.stages(PARTY_STAGES),
            self._milestones(verdict.all_causes()),
        )

    def _remaining(self, possible: Iterable[TreatyStage]) -> tuple[Remaining, ...]:
        if _PAST_ENTRY.issuperset(possible):
            return ()
        surely = [met for met in self.met if met.on.last <= self.on.first]
        if surely:
            return tuple(
                Remaining(met.rule, days=met.enters if met.rule is not None else None)
                for met in surely
            )
        rules = self.treaty.entry_rules or ((None,) if self.treaty.parties else ())
        return tuple(self.consents.remaining(rule, self.on) for rule in rules)

    def _reported_entry(self) -> Milestone | None:
        if not self.reported or self.entry is None:
            return None
        return self.entry.because[0]

    def _milestones(self, causes: Iterable[Cause]) -> tuple[Milestone, ...]:
        return tuple({id(one): one for cause in causes for one in cause.because}.values())


def _agenda(steps: Sequence[Step], on: Days) -> Agenda:
    placed = sorted(
        ((order(step.milestone, step.index), step) for step in steps), key=lambda item: item[0]
    )
    return Agenda(
        tuple((at, step.milestone) for at, step in placed if has_passed(step, on)),
        tuple((at, step.milestone) for at, step in placed if lies_ahead(step, on)),
    )
