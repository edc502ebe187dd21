"""When the conditions of entry into force are met, with every day known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from diplobrief.treaties.conditions import Conditions, percent_of
from diplobrief.treaties.days import PAST, Days
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.steps import barrier
from diplobrief.treaties.tracks import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.model.treaties import Milestone, TreatyRule
    from diplobrief.treaties.consent import Spell
    from diplobrief.treaties.dated import DatedSteps


@dataclass(frozen=True, slots=True)
class Met:
    """The day on which the conditions of a rule were met.

    Args:
        rule: The rule; without one, all parties have consented.
        day: The day.
        enters: The day on which the treaty enters into force by it.
        because: The milestones on which it rests.
        end: The day from which the conditions are not met any more, if there is no rule.
    """

    rule: TreatyRule | None
    day: int
    enters: int
    because: tuple[Milestone, ...]
    end: int = NEVER


def met(
    rule: TreatyRule | None, dated: DatedSteps, spells: Mapping[str, Sequence[Spell]]
) -> list[Met]:
    """Return when the conditions of a rule were met.

    A rule that is met stays met (R06), so there is one day at most. Without a rule, all parties
    must still consent (R07), so there may be several.

    Args:
        rule: The rule.
        dated: The steps with their days.
        spells: When each party consents.
    """
    conditions = dated.case.conditions(rule)
    if conditions is None:
        return []
    required = _day_of_required(dated)
    if rule is None:
        return _while_all_consent(conditions, required, spells)
    day, because = _first_day(conditions, dated, spells, required)
    if day >= NEVER or (rule.met_by is not None and day > Days.within(rule.met_by).last):
        return []
    enters = Days(day, day).after(rule.after).not_before(barrier(rule)).first
    return [Met(rule, day, enters, because)]


def _day_of_required(dated: DatedSteps) -> int:
    """Return the day on which all that the entry into force requires had been done (R25)."""
    return max(
        (dated.given[step.index] if step.is_done else NEVER for step in dated.case.required),
        default=PAST,
    )


def _while_all_consent(
    conditions: Conditions, required: int, spells: Mapping[str, Sequence[Spell]]
) -> list[Met]:
    changes = _changes({party: spells.get(party, ()) for party in conditions.named})
    consenting: dict[str, Milestone] = {}
    stretches: list[Met] = []
    for day, changed in groupby(changes, key=itemgetter(0)):
        for _, party, spell in changed:
            if spell.counts_from == day:
                consenting[party] = spell.milestone
            else:
                consenting.pop(party)
        all_consent = len(consenting) == len(conditions.named)
        if stretches and stretches[-1].end == NEVER:
            if not all_consent:
                stretches.append(replace(stretches.pop(), end=day))
        elif all_consent:
            stretches.append(Met(None, max(day, required), NEVER, tuple(consenting.values())))
    return [one for one in stretches if one.day < min(one.end, NEVER)]


def _first_day(
    conditions: Conditions,
    dated: DatedSteps,
    spells: Mapping[str, Sequence[Spell]],
    required: int,
) -> tuple[int, tuple[Milestone, ...]]:
    """Return the first day at the end of which all conditions are met, and what is required."""
    state = _State(conditions, dated)
    changes = _changes(spells)
    at = 0
    for day in sorted({*(day for day, _, _ in changes), *state.tallied_on, required}):
        while at < len(changes) and changes[at][0] <= day:
            _, party, spell = changes[at]
            if spell.counts_from == day:
                state.begin(spell, party)
            else:
                state.end(party)
            at += 1
        if required <= day < NEVER and state.is_met_on(day):
            return day, state.milestones()
    return NEVER, ()


def _changes(spells: Mapping[str, Sequence[Spell]]) -> list[tuple[int, str, Spell]]:
    """Return the days on which parties begin or cease to count; of one day, first an end."""
    changes = [
        (day, party, spell)
        for party, own in spells.items()
        for spell in own
        if spell.counts_from < spell.end
        for day in (spell.counts_from, spell.end)
        if day < NEVER
    ]
    return sorted(changes, key=itemgetter(0))


class _State:
    """How far the conditions are met while time passes."""

    def __init__(self, conditions: Conditions, dated: DatedSteps) -> None:
        self._needs = conditions
        self._count_day = (
            dated.counts_reached.get(conditions.count, NEVER) if conditions.tallies_count else NEVER
        )
        self._share_day = dated.shares_reached.get(float(conditions.share), NEVER)
        self._tallies = dated.case.having(Effect.COUNTS)
        self._consenting: dict[str, Milestone] = {}
        self._count = 0
        self._share = Decimal(0)
        self._groups = [0] * len(conditions.groups)
        self._missing = set(conditions.named)

    @property
    def tallied_on(self) -> list[int]:
        return [day for day in (self._count_day, self._share_day) if day < NEVER]

    def begin(self, spell: Spell, party: str) -> None:
        self._consenting[party] = spell.milestone
        self._missing.discard(party)
        self._weigh(party, 1)

    def end(self, party: str) -> None:
        del self._consenting[party]
        if party in self._needs.named:
            self._missing.add(party)
        self._weigh(party, -1)

    def _weigh(self, party: str, sign: int) -> None:
        needs = self._needs
        self._count += sign * needs.counts(party)
        self._share += sign * needs.shares.get(party, Decimal(0))
        for at, (_, group) in enumerate(needs.groups):
            self._groups[at] += sign * (party in group)

    def is_met_on(self, day: int) -> bool:
        needs = self._needs
        return (
            (self._count >= needs.count or self._count_day <= day)
            and not self._missing
            and (self._share >= needs.share or self._share_day <= day)
            and all(
                number >= count
                for number, (count, _) in zip(self._groups, needs.groups, strict=True)
            )
        )

    def milestones(self) -> tuple[Milestone, ...]:
        needs = self._needs
        enough, large = self._count >= needs.count, self._share >= needs.share
        if enough and large:
            return tuple(self._consenting.values())
        tallies = [
            step.milestone
            for step in self._tallies
            if (enough or (step.milestone.count or 0) >= needs.count)
            and (large or percent_of(step.milestone) >= needs.share)
        ]
        named = [self._consenting[party] for party in needs.named]
        return (*sorted(tallies, key=_number_of)[:1], *named)


def _number_of(tally: Milestone) -> tuple[int, Decimal]:
    return tally.count or 0, percent_of(tally)
