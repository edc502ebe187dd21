"""When a party consents to be bound, and when it leaves, with every day known."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import readings
from diplobrief.treaties.days import FUTURE, PAST
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.tracks import (
    LAST_OF_DAY,
    NEVER,
    Ground,
    Place,
    Stretch,
    Track,
    follows,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.steps import Step


@dataclass(frozen=True, slots=True, order=True)
class Exit:
    """A withdrawal that took effect: the day of the notice, and the day of its effect."""

    notice: int
    effect: int


@dataclass(frozen=True, slots=True)
class Spell:
    """Days on which a party consents to be bound.

    Args:
        first: The first day.
        end: The day after the last.
        consent: The act by which it consents.
        given: The day of that act, from which the time for later parties runs. It lies before
            `first` if the party consents anew while its withdrawal is pending.
        counts_from: The day from which it counts towards the number that a rule needs. That of a
            succession is the day of its notification (R10).
    """

    first: int
    end: int
    consent: Ground
    given: int
    counts_from: int

    @property
    def milestone(self) -> Milestone:
        """The milestone by which the party consents."""
        return self.consent.because[0]


class PartyConsent:
    """The consents and the withdrawals of one party.

    Args:
        dated: The steps of the treaty, with their days.
        party: The party.
        toward: The party towards which its acts are meant; by default all.
    """

    __slots__ = (
        "_consents_from",
        "_effects",
        "_latest_effects",
        "_notices",
        "_with_instrument",
        "consents",
        "dated",
        "exits",
        "leaves",
        "notices",
        "party",
        "spells",
        "steps",
        "toward",
    )

    def __init__(self, dated: DatedSteps, party: str, toward: str | None = None) -> None:
        self.dated: DatedSteps = dated
        self.party: str = party
        self.toward: str | None = toward
        self.steps: list[Step] = [
            step
            for step in dated.case.steps_by_party.get(party, ())
            if not step.milestone.counterparties or toward in step.milestone.counterparties
        ]
        leaving = [step for step in self.steps if step.effect is Effect.LEAVES]
        self.leaves: Track = Track(dated.stretches(leaving, party))
        self.notices: Track = Track(self._pending(leaving))
        self.exits: list[Exit] = sorted(
            Exit(dated.given[step.index], dated.days[step.index])
            for step in leaving
            if dated.standing.of(step, party)
        )
        self._notices = [leave.notice for leave in self.exits]
        self._effects = sorted(leave.effect for leave in self.exits)
        self._latest_effects = [*accumulate((leave.effect for leave in self.exits), max)]
        self._with_instrument = self._cycles_with_instrument()
        consents = [*self._consents()]
        self.consents: Track = Track(consents)
        self._consents_from: dict[int, list[Ground]] = {}
        for stretch in consents:
            self._consents_from.setdefault(stretch.first, []).append(stretch.ground)
        self.spells: list[Spell] = self._spells()

    def cycle(self, day: int) -> int:
        """Return how often the party had left by a day; on the day of the exit, it had."""
        return bisect_right(self._effects, day)

    def new_cycle(self, day: int) -> int | None:
        """Return when an act of a day counts if it follows a notice of withdrawal (R15)."""
        at = bisect_right(self._notices, day)
        latest = self._latest_effects[at - 1] if at else PAST
        return latest if at and latest >= day else None

    def place(self, step: Step, *, of_consent: bool = True) -> Place:
        """Return the place of a consent or an entry, after the withdrawal that it follows."""
        place = self.dated.place(step)
        effect = self.new_cycle(place[0])
        if effect is None or not (of_consent or effect == place[0]):
            return place
        return (effect, LAST_OF_DAY, step.index)

    def is_domestic(self, step: Step) -> bool:
        """Return whether a consent only counts from the instrument that establishes it (R11)."""
        if step.effect is not Effect.CONSENTS or step.act.is_instrument:
            return False
        return self._cycle_of(step) in self._with_instrument

    def _pending(self, leaving: Sequence[Step]) -> Iterator[Stretch]:
        for step in leaving:
            given, effect = self.dated.given[step.index], self.dated.days[step.index]
            gaps = [
                (first, end) for _, first, end in self.dated.standing.reversals_of(step, self.party)
            ]
            ground = Ground((given, step.act.rank, step.index), (step.milestone,), _NOTICE)
            for first, end in without((given, effect), gaps):
                yield Stretch(first, ground, end)

    def _consents(self) -> Iterator[Stretch]:
        for step in self._all_consents():
            if self.is_domestic(step):
                continue
            place = self.place(step)
            known = readings.NEW_CYCLE if place[1] == LAST_OF_DAY else None
            for first, end in self.dated.standing.of(step, self.party):
                applied = [*([known] if known else [])]
                if step.effect is Effect.ESTABLISHES:
                    applied.append(readings.INSTRUMENT_COUNTS)
                if first > self.dated.days[step.index]:
                    applied.append(readings.CONSENT_ANEW)
                counts = max(first, place[0])
                if counts < end:  # It is not undone while the notice runs.
                    ground = Ground(place, (step.milestone,), tuple(applied))
                    yield Stretch(counts, ground, end)

    def _all_consents(self) -> Iterator[Step]:
        for step in self.steps:
            if step.effect in CONSENT:
                yield step
        if self.party in self.dated.case.listed:
            # The record may say, wrongly, that an exit took effect before its notice.
            ended = [leave.effect + 1 for leave in self.exits if leave.effect < leave.notice]
            starts = [PAST, *self._notices, *ended]
            yield from self.dated.common_consents.decisive(starts)

    def _cycle_of(self, step: Step) -> int:
        """Return the cycle of an act; after a notice, it is one of the time after the exit."""
        if step.is_done:
            day = self.dated.days[step.index]
        else:
            day = self.dated.given[step.index] if step.done.last < FUTURE else FUTURE
        return bisect_right(self._notices, day)

    def _cycles_with_instrument(self) -> frozenset[int]:
        case = self.dated.case
        steps = case.instruments_by_party.get(self.party, [])
        if self.party in case.listed and case.common_instruments:
            steps = [*steps, *case.common_instruments]
        if not self.exits:
            return frozenset([0]) if steps else frozenset()
        return frozenset(self._cycle_of(step) for step in steps)

    def _spells(self) -> list[Spell]:
        if not self.exits:
            return [self._spell(first, end) for first, end in self.consents.stretches]
        spells: list[Spell] = []
        first: int | None = None
        for day in sorted({*self.consents.days, *self.leaves.days, NEVER}):
            left = self.leaves.last(day)
            consents = day < NEVER and follows(self.consents.last(day), left)
            if first is not None and not (consents and self._is_same_cycle(first, left)):
                spells.append(self._spell(first, day))
                first = None
            if consents and first is None:
                first = day
        return spells

    def _is_same_cycle(self, first: int, left: Ground | None) -> bool:
        return follows(self.consents.last(first), left)

    def _spell(self, first: int, end: int) -> Spell:
        consent = self.consents.last(first)
        assert consent is not None  # noqa: S101 - it is the beginning of a stretch
        left = self.leaves.last(first)
        # Of several consents that count from one day, the one given first decides.
        same_day = [one for one in self._consents_from.get(first, ()) if follows(one, left)]
        given = min((self._given(one, first) for one in same_day), default=first)
        counted = (max(first, self._notified(one.place[2])) for one in same_day)
        return Spell(first, end, consent, given, min(counted, default=first))

    def _given(self, consent: Ground, first: int) -> int:
        """Return the day of a consent that counts from a day, maybe from the end of a notice."""
        waited = consent.place[:2] == (first, LAST_OF_DAY)
        return self.dated.days[consent.place[2]] if waited else first

    def _notified(self, index: int) -> int:
        """Return the day from which a consent counts for a number, at the earliest (R10)."""
        step = self.dated.case.steps[index]
        return self.dated.given[index] if step.act.binds_at_once else PAST


_NOTICE: Final = (readings.NOTICE_PENDING,)
