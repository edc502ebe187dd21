"""When a treaty enters into force, and when that binds a party, with every day known."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import readings
from diplobrief.treaties.acts import ACTS, act_rule
from diplobrief.treaties.days import PAST, Days, last_start
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.met import met
from diplobrief.treaties.standing import WHOLE
from diplobrief.treaties.tracks import LAST_OF_DAY, NEVER, Ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.model.treaties import LaterParties, Milestone, Period
    from diplobrief.treaties.consent import Spell
    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.met import Met
    from diplobrief.treaties.readings import Reading
    from diplobrief.treaties.steps import Step


_MOST_CHANGES: Final = 64
"""Further changes of a reported entry into force are not followed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry into force of a treaty.

    Args:
        day: Its day.
        met: The day on which its conditions were met; a consent after that is late.
        is_counted_back: Whether that day follows from the reported entry into force (R28).
        because: The milestones on which it rests.
        is_reported: Whether the brief reports it; otherwise it is computed.
        is_of_some: Whether it is only known from the entry into force for some parties.
        later_parties: The time that runs for a party that consents late.
    """

    day: int
    met: int
    is_counted_back: bool
    because: tuple[Milestone, ...]
    is_reported: bool
    is_of_some: bool
    later_parties: LaterParties | None

    @property
    def ground(self) -> Ground:
        """The ground that it is for the stage of the treaty."""
        applied = () if self.is_reported else (readings.RULE_ONCE_MET,)
        return Ground((self.day, ACTS["entry_into_force"].rank, -1), self.because, applied)


class EntryIntoForce:
    """The entry into force of a treaty, which may differ from time to time if it is reversed.

    Args:
        dated: The steps with their days.
        spells: When each party consents.
    """

    __slots__ = ("_dated", "_reported", "_reported_of_some", "computed", "entries", "met")

    def __init__(self, dated: DatedSteps, spells: Mapping[str, Sequence[Spell]]) -> None:
        self._dated = dated
        self.met: list[Met] = _met(dated, spells)
        by_rule = [one for one in self.met if one.rule is not None]
        self.computed: Met | None = min(by_rule, key=lambda one: one.enters, default=None)
        self._reported, self._reported_of_some = dated.case.reported_entries
        self.entries: list[tuple[int, int, Entry | None]] = [*self._over_time()]

    def on(self, day: int) -> Entry | None:
        """Return the entry into force as it appears on a day, before or after it."""
        for first, end, entry in self.entries:
            if first <= day < end:
                return entry
        return None

    def is_excluded_on(self, day: int) -> bool:
        """Return whether the treaty was certainly not in force on a day."""
        entry = self.on(day)
        if entry is not None:
            return entry.day > day
        return bool(self._dated.case.rules)

    def _over_time(self) -> Iterator[tuple[int, int, Entry | None]]:
        ends = self._dated.case.having(Effect.ENDS)
        concerned = [*self._reported, *self._reported_of_some, *ends]
        changes = {
            day
            for step in concerned
            if step.reversals
            for stretch in self._dated.standing.of(step, WHOLE)
            for day in stretch
            if PAST < day < NEVER
        }
        days = [PAST, *sorted(changes)[:_MOST_CHANGES], NEVER]
        for first, end in itertools.pairwise(days):
            yield first, end, self._entry(first, ends)

    def _stands(self, step: Step, day: int) -> bool:
        """Return whether a step is not reversed on a day; it may be of a later day."""
        stretches = self._dated.standing.of(step, WHOLE)
        own = self._dated.days[step.index]
        return any(first <= max(day, own) < end for first, end in stretches)

    def _entry(self, day: int, ends: Sequence[Step]) -> Entry | None:
        reported = self._first(self._reported, day)
        if reported is not None:
            return reported
        computed = self.computed
        if computed is not None and self._computed_applies(computed, day, ends):
            return Entry(
                computed.enters,
                computed.day,
                is_counted_back=False,
                because=computed.because,
                is_reported=False,
                is_of_some=False,
                later_parties=self._later_parties(),
            )
        return self._first(self._reported_of_some, day)

    def _first(self, candidates: Sequence[Step], day: int) -> Entry | None:
        """Return the earliest reported entry into force, as it appears on a day."""
        days = self._dated.days
        standing = [step for step in candidates if self._stands(step, day)]
        if not standing:
            return None
        first = min(standing, key=lambda step: (days[step.index], step.index))
        entered = days[first.index]
        computed = self.computed
        is_explained = computed is not None and computed.enters == entered
        return Entry(
            entered,
            computed.day if computed is not None and is_explained else self._counted_back(entered),
            is_counted_back=not is_explained,
            because=(first.milestone,),
            is_reported=True,
            is_of_some=candidates is self._reported_of_some,
            later_parties=self._later_parties(),
        )

    def _counted_back(self, entered: int) -> int:
        """Return the last day on which the conditions can have been met (R28)."""
        periods: list[Period | None] = [rule.after for rule in self._dated.case.rules]
        periods = periods or [self._later_parties()]
        return max(last_start(entered, period) for period in periods)

    def _computed_applies(self, computed: Met, day: int, ends: Sequence[Step]) -> bool:
        """Return whether a computed entry into force applies: not to a treaty that had ended."""
        return not any(
            self._dated.days[step.index] < computed.enters
            and step.is_done
            and self._stands(step, day)
            for step in ends
        )

    def _later_parties(self) -> LaterParties | None:
        computed = self.computed
        if computed is not None and computed.rule is not None and computed.rule.later_parties:
            return computed.rule.later_parties
        rules = self._dated.case.treaty.entry_rules
        return next((rule.later_parties for rule in rules if rule.later_parties), None)


def _met(dated: DatedSteps, spells: Mapping[str, Sequence[Spell]]) -> list[Met]:
    """Return when the conditions of each rule were met, as far as it applies.

    A rule with a deadline that was met in time decides over the rules listed after it.
    """
    found: list[Met] = []
    for rule in dated.case.rules or (None,):
        own = met(rule, dated, spells)
        found += own
        if own and rule is not None and rule.met_by is not None:
            break
    return found


def binds(entry: Entry, spell: Spell) -> Ground | None:
    """Return when and why the entry into force of a treaty binds a party that consents.

    A consent can be taken back until it binds, and not later (article 42(2)).

    Args:
        entry: The entry into force.
        spell: The days on which the party consents.
    """
    day, applied = _binding_day(entry, spell)
    if day is None or day >= spell.end:
        return None
    because = (*entry.because[:1], *spell.consent.because)
    rank = ACTS["entry_into_force"].rank
    if spell.consent.place[:2] == (day, LAST_OF_DAY):
        rank = LAST_OF_DAY  # it comes after the withdrawal that the consent follows
    return Ground((day, rank, -1), because, (*applied, *spell.consent.readings))


def _binding_day(entry: Entry, spell: Spell) -> tuple[int | None, tuple[Reading, ...]]:
    if entry.is_of_some and spell.first <= entry.day:
        return None, ()
    if act_rule(spell.milestone.kind).binds_at_once:
        return max(entry.day, spell.first), (readings.SUCCESSION_AT_ONCE,)
    later = entry.later_parties
    from_conditions = runs_from_conditions(later)
    counted = (readings.COUNTED_BACK,) if from_conditions and entry.is_counted_back else ()
    # A consent of the day on which the treaty enters into force comes after that.
    in_time = spell.first <= entry.met or (not from_conditions and spell.first < entry.day)
    if in_time:
        return entry.day, (readings.ENTRY_BINDS, *counted)
    if later is not None:
        passed = Days(spell.given, spell.given).after(later).first
        return max(entry.day, passed, spell.first), (readings.LATE_BY_RULE, *counted)
    return spell.first, (readings.LATE_AT_ONCE,)


def runs_from_conditions(later: LaterParties | None) -> bool:
    """Return whether a party is late if it consents after the conditions were met."""
    return later is not None and later.late_after != "entry_into_force"
