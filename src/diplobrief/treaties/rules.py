"""The arithmetic of entry into force: when consents were enough, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from math import ceil
from operator import itemgetter
from typing import TYPE_CHECKING

from diplobrief.treaties.consents import Change, Tally, in_time, may_consent, surely_consents
from diplobrief.treaties.days import FUTURE, PAST, Days
from diplobrief.treaties.steps import barrier, is_conditional

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diplobrief.model.treaties import Milestone, Treaty, TreatyRule


@dataclass(frozen=True, slots=True)
class Met:
    """The day on which the conditions of a rule were met.

    Args:
        rule: The rule.
        on: The days on which that may have been.
        enters: The days on which the treaty enters into force by it.
        because: The milestones that it rests on.
        needs: The parties without whom it is not met, so that they are never late.
    """

    rule: TreatyRule | None
    on: Days
    enters: Days
    because: tuple[Milestone, ...]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Remaining:
    """What one rule of entry into force still needs; of several rules, any one is enough.

    Only what is certain is counted, so the need is never understated.

    Args:
        rule: The rule; without one, the default is meant that all parties consent (article 24(2)).
        consents: How many more parties must consent.
        named: Which parties must.
        share_percent: How much more of the share is needed.
        days: The days on which it enters into force, where only the day is still to come.
    """

    rule: TreatyRule | None
    consents: int = 0
    named: tuple[str, ...] = ()
    share_percent: Decimal = Decimal(0)
    days: Days | None = None

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyStatus.as_data`."""
        return {
            "consents": self.consents,
            "named": list(self.named),
            "share_percent": float(self.share_percent),
            "days": None if self.days is None else str(self.days),
        }


class Consents:
    """What is known of consents to be bound, ready to be set against rules.

    Args:
        treaty: The treaty.
        changes: The changes of each party, in order of effect.
        tallies: The reported counts.
        settled: The first day on which the text may have been settled: nobody consents before.
    """

    __slots__ = ("_changes", "_early", "_late", "_parties", "_settled", "_tallies", "_treaty")

    def __init__(
        self,
        treaty: Treaty,
        changes: Mapping[str, Sequence[Change]],
        tallies: Iterable[Tally],
        settled: int = PAST,
    ) -> None:
        self._settled = settled
        self._treaty = treaty
        self._changes = changes
        self._parties = frozenset(changes)
        self._tallies = tuple(tallies)
        self._early = sorted(in_time(changes, early=True), key=itemgetter(0))
        self._late = sorted(in_time(changes, early=False), key=itemgetter(0))

    def consenting(self, on: Days) -> frozenset[str]:
        """Return the parties that surely consent on a day."""
        return frozenset(
            party for party, changes in self._changes.items() if surely_consents(changes, on)
        )

    def met(self, rule: TreatyRule | None, on: Days) -> Met | None:
        """Return when the conditions of a rule were met; `None` where they are not.

        A rule that is met stays so, as a treaty counts from "the date of deposit of the sixtieth
        instrument". Without a rule, all parties must consent, and still do (article 24(2)).
        """
        needs = _Needs.of(rule, self._treaty)
        if needs is None:
            return None
        early = self._first_day(needs, self._early)
        if early is None:
            return None
        late = self._first_day(needs, self._late) or (FUTURE, early[1])
        if rule is None:
            if not all(may_consent(self._changes.get(one, ())) for one in needs.named):
                return None
            if not self.consenting(on).issuperset(needs.named):
                late = FUTURE, late[1]
        days = Days(early[0], max(early[0], late[0]))
        enters = days if rule is None else days.after(rule.after).not_before(barrier(rule))
        return Met(rule, days, enters, late[1], self._needed_by(needs))

    def remaining(self, rule: TreatyRule | None, on: Days) -> Remaining:
        """Return what a rule still needs on a day."""
        needs = _Needs.of(rule, self._treaty)
        if needs is None:
            return Remaining(rule)
        have = self.consenting(on)
        reported = (tally.count for tally in self._tallies if tally.days.last <= on.first)
        share = sum((needs.shares.get(party, Decimal(0)) for party in have), Decimal(0))
        return Remaining(
            rule,
            max(needs.count - max(sum(map(needs.counts, have)), *reported, 0), 0),
            tuple(party for party in needs.named if party not in have),
            max(needs.share - share, Decimal(0)),
        )

    def _needed_by(self, needs: _Needs) -> frozenset[str]:
        reported = any(tally.count >= needs.count for tally in self._tallies)
        counted = frozenset(party for party in self._parties if needs.counts(party))
        everybody = needs.count >= len(counted) and not reported
        return counted.union(needs.named) if everybody else frozenset(needs.named)

    def _first_day(
        self, needs: _Needs, timeline: Sequence[tuple[int, Change]]
    ) -> tuple[int, tuple[Milestone, ...]] | None:
        early = timeline is self._early
        counted = self._tally_for(needs.count, early=early)
        if not needs.can_be_met_by(self._parties, by_tally=counted is not None):
            return None
        count_from = counted[0] if counted else FUTURE
        state = _State(needs)
        if state.meets(counted=needs.count == 0):
            return PAST, ()
        for day, changes in groupby(timeline, key=itemgetter(0)):
            if counted is not None and day > count_from and state.meets(counted=True):
                break
            for _, change in changes:
                state.change(change)
            if day < FUTURE and state.meets(counted=day >= count_from):
                return day, state.milestones(None if counted is None else counted[1])
        if counted is None or count_from >= FUTURE or not state.meets(counted=True):
            return None
        return count_from, state.milestones(counted[1])

    def _tally_for(self, count: int, *, early: bool) -> tuple[int, Milestone] | None:
        """Return from when a count is reported to have been reached.

        A report of exactly that count says its day ("the 60th ratification"); a higher one
        says only that it was reached by then, at some time after the last lower report.
        """
        enough = [tally for tally in self._tallies if tally.count >= count > 0]
        if not enough:
            return None
        first = min(enough, key=lambda tally: (tally.days.last, tally.days.first))
        if not early:
            return first.days.last, first.milestone
        if first.count == count:
            return first.days.first, first.milestone
        lower = [tally.days.first for tally in self._tallies if tally.count < count]
        before = [day + 1 for day in lower if day < first.days.first]
        return min(max([self._settled, *before]), first.days.first), first.milestone


@dataclass(frozen=True, slots=True)
class _Needs:
    """The conditions of a rule, all of which must be met."""

    count: int
    named: tuple[str, ...]
    share: Decimal
    shares: Mapping[str, Decimal]
    among: frozenset[str] | None = None
    """The parties that are counted: for a fraction, those of which it is one."""

    @classmethod
    def of(cls, rule: TreatyRule | None, treaty: Treaty) -> _Needs | None:
        """Return the conditions; `None` where they need parties that the brief does not list."""
        if rule is None or not is_conditional(rule):
            everybody = tuple(dict.fromkeys(treaty.parties))
            return cls(0, everybody, Decimal(0), {}) if everybody else None
        count, among = rule.count or 0, None
        if rule.fraction is not None:
            if not treaty.parties:
                return None
            among = frozenset(treaty.parties)
            count = max(count, ceil(Fraction(*_two(rule.fraction)) * len(treaty.parties)))
        shares = {share.party: _decimal(share.percent) for share in rule.shares}
        return cls(
            count,
            tuple(dict.fromkeys(rule.named)),
            _decimal(rule.share_percent or 0),
            shares,
            among,
        )

    def counts(self, party: str) -> bool:
        return self.among is None or party in self.among

    def can_be_met_by(self, parties: frozenset[str], *, by_tally: bool) -> bool:
        enough = by_tally or self.count <= len(parties)
        return enough and len(self.named) <= len(parties) and parties.issuperset(self.named)


class _State:
    """How far the conditions of a rule are met while consents are gone through in time."""

    __slots__ = ("_count", "_missing", "_named", "_needs", "_share", "because")

    def __init__(self, needs: _Needs) -> None:
        self._needs = needs
        self._named = frozenset(needs.named)
        self._missing = set(needs.named)
        self._share = Decimal(0)
        self._count = 0
        self.because: dict[str, Milestone] = {}

    def change(self, change: Change) -> None:
        party = change.party
        if change.consents == (party in self.because):
            return
        weight = self._needs.shares.get(party, Decimal(0))
        if change.consents:
            self.because[party] = change.milestone
            self._missing.discard(party)
            self._share += weight
            self._count += self._needs.counts(party)
            return
        del self.because[party]
        self._share -= weight
        self._count -= self._needs.counts(party)
        if party in self._named:
            self._missing.add(party)

    def milestones(self, tally: Milestone | None) -> tuple[Milestone, ...]:
        if tally is None or self._count >= self._needs.count:
            return tuple(self.because.values())
        named = (self.because[party] for party in self._needs.named)
        return (tally, *named)

    def meets(self, *, counted: bool) -> bool:
        enough = counted or self._count >= self._needs.count
        return enough and not self._missing and self._share >= self._needs.share


def earliest(found: Sequence[Met]) -> Met | None:
    """Return the rule that is met first, with the days that all of them leave open."""
    if not found:
        return None
    first = min(found, key=lambda met: (met.enters.last, met.enters.first))
    enters = Days(min(met.enters.first for met in found), first.enters.last)
    return Met(first.rule, first.on, enters, first.because, first.needs)


def _two(fraction: str) -> tuple[int, int]:
    numerator, _, denominator = fraction.partition("/")
    return int(numerator), int(denominator)


def _decimal(number: float) -> Decimal:
    return Decimal(repr(number))
