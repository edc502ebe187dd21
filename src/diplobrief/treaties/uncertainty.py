"""What is open in a brief, and the ways in which it may have been.

A date may leave several days open, a tally does not say when a number was reached, and a treaty
that can be renewed may have gone on. Each of these is a *choice*. A treaty is replayed once for
each combination of choices, on representative days: between two days on which nothing else happens,
the same acts follow each other in the same order. So an answer is valid for every day that the
dates allow.

Choices of the same kind by many parties are made together, all early or all late and all ways in
between. If there are still too many combinations, nothing is guessed: every stage is possible.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.choices import Choice, Key, choices_of
from diplobrief.treaties.chosen_days import DaysOfSteps
from diplobrief.treaties.combinations import (
    NUMBERS,
    Option,
    combinations,
    each,
    neighbours_in,
    number_of_combinations,
    together,
)
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.entry import runs_from_conditions
from diplobrief.treaties.replay import ActsOfParties, Replay
from diplobrief.treaties.tracks import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.treaties.case import Case
    from diplobrief.treaties.steps import Step

_MOST_REPLAYS: Final = 256
_MOST_WORK: Final = 8_000
"""Replays times steps."""
_FEWEST: Final = 16
_MOST_OF_PARTY: Final = 512
"""Replays in which only the acts of one party differ are cheap."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways in which things may have been.

    Args:
        replays: A replay for each.
        neighbours: Replays, by index, between which a date may have been any day.
        are_joint: Whether the consents of several parties were always made together.
    """

    replays: Sequence[Replay]
    neighbours: Sequence[tuple[int, int]] = ()
    are_joint: bool = False


@dataclass(frozen=True, slots=True)
class _Shared:
    """The choices that concern all parties, in all their ways.

    Args:
        made: What is chosen in each.
        others: What is chosen in each, apart from consents and the numbers of them.
        ways: The replays.
    """

    made: Sequence[Option]
    others: Sequence[tuple[tuple[Key, int], ...]]
    ways: Ways


@dataclass
class Uncertainty:
    """The choices that a brief leaves open, and the replays of its treaty.

    Args:
        case: The treaty.
    """

    case: Case
    _replays: dict[frozenset[tuple[Key, int]], Replay] = field(
        default_factory=dict[frozenset[tuple[Key, int]], Replay]
    )

    @cached_property
    def choices(self) -> Sequence[Choice]:
        """What the brief leaves open."""
        return choices_of(self.case)

    @property
    def base(self) -> Replay:
        """The replay in which everything happens on its first day."""
        return self._replay({})

    @property
    def extremes(self) -> Ways:
        """The replays in which everything happens on its first, or on its last day."""
        return Ways([self.base, self._replay({one.key: one.days[-1] for one in self.choices})])

    @property
    def first_open_day(self) -> int:
        """The first day on which anything is open."""
        return min((one.days[0] for one in self.choices), default=NEVER)

    @cached_property
    def of_treaty(self) -> Ways | None:
        """The ways in which the treaty as a whole may have proceeded; `None` if too many."""
        if self._are_few:
            return self._ways([each(one) for one in self.choices])
        ways = self._ways(together(self.choices, self._most, apart=True))
        return None if ways is None else replace(ways, are_joint=True)

    def of_party(self, party: str) -> Ways | None:
        """Return the ways in which things may have been for a party; `None` if too many.

        If there are many choices, those of others are made together, and what follows from them
        for the entry into force is combined with each choice of the party's own.
        """
        if not self.choices:
            return self.of_treaty
        shared = self._shared
        if shared is None:
            return None
        own = self._own_choices.get(party, [])
        if self._are_few:
            own = [one for one in own if not one.concerns_all]
        outcomes = self._outcomes(party, own, shared)
        of_own = [_each_beside(one, outcomes.replays) for one in own]
        count = number_of_combinations(of_own)
        if len(outcomes.replays) * count > _MOST_OF_PARTY:
            return None
        varied = [*combinations(of_own)]
        replays = [
            self._varied(replay, chosen) if chosen else replay
            for replay in outcomes.replays
            for chosen in varied
        ]
        neighbours = [
            (count * one + at, count * other + at)
            for one, other in outcomes.neighbours
            for at in range(count)
        ]
        neighbours += [
            (count * at + one, count * at + other)
            for one, other in neighbours_in(of_own)
            for at in range(len(outcomes.replays))
        ]
        return Ways(replays, neighbours)

    def _outcomes(self, party: str, own: Sequence[Choice], shared: _Shared) -> Ways:
        """Return what the shared choices come to for a party.

        Of the consents of others only this matters to it: when the treaty entered into force, and
        whether its own consent was in time.

        Args:
            party: The party.
            own: Its choices that are made separately.
            shared: The choices that concern all parties.
        """
        days = [
            step.takes_effect
            for step in (*self.case.steps_by_party.get(party, ()), *self._turning)
            if step.gives_consent or step.milestone.reverses or step.effect is Effect.LEAVES
        ]
        separate = {one.key for one in own}
        concerning = [one.key for one in self._own_choices.get(party, ()) if one.concerns_all]
        numbers: dict[object, int] = {}
        number_of: list[int] = []
        replays: list[Replay] = []
        for made, others, replay in zip(
            shared.made, shared.others, shared.ways.replays, strict=True
        ):
            chosen = (
                *(made[key] for key in concerning if key not in separate),
                *(item for item in others if item[0] not in separate),
            )
            outcome = (replay.outcome(days), chosen)
            if outcome not in numbers:
                numbers[outcome] = len(replays)
                replays.append(replay)
            number_of.append(numbers[outcome])
        moves = {(number_of[one], number_of[other]) for one, other in shared.ways.neighbours}
        return Ways(replays, [(one, other) for one, other in moves if one != other])

    @cached_property
    def _shared(self) -> _Shared | None:
        """The choices that concern all parties, in all their ways; `None` if too many."""
        choices = self._shared_choices
        if self._are_few:
            options = [each(one) for one in choices]
        else:
            if not self._consents_matter:
                choices = [one for one in choices if not one.is_consent_of_some]
            options = together(choices, self._most)
        ways = self._ways(options)
        if ways is None:
            return None
        consents = {one.key for one in choices if one.is_consent_of_some}
        made = [*combinations(options)]
        others = [
            tuple(
                (key, day)
                for key, day in one.items()
                if key not in consents and key[0] not in NUMBERS
            )
            for one in made
        ]
        return _Shared(made, others, ways)

    @cached_property
    def _turning(self) -> Sequence[Step]:
        """The steps by which the acts of any party may begin or cease to count."""
        return [*self.case.common, *(step for step in self.case.steps if step.milestone.reverses)]

    @cached_property
    def _consents_matter(self) -> bool:
        """Whether the consent of one party may matter to others."""
        rules = self.case.treaty.entry_rules
        return (
            not self._entry_is_certain
            or bool(self.case.leaving)
            or any(runs_from_conditions(rule.later_parties) for rule in rules)
        )

    @property
    def _most(self) -> int:
        work = _MOST_WORK // (len(self.case.steps) + 1)
        return max(_FEWEST, min(_MOST_REPLAYS, work))

    @cached_property
    def _are_few(self) -> bool:
        return number_of_combinations([each(one) for one in self.choices]) <= self._most

    @cached_property
    def _shared_choices(self) -> list[Choice]:
        return [one for one in self.choices if one.concerns_all]

    @cached_property
    def _own_choices(self) -> dict[str, list[Choice]]:
        by_party: dict[str, list[Choice]] = {}
        for one in self.choices:
            for party in () if one.step is None else one.step.parties:
                by_party.setdefault(party, []).append(one)
        return by_party

    @property
    def _entry_is_certain(self) -> bool:
        """Whether the entry into force of the treaty is reported with its day."""
        reported = [step for step in self.case.having(Effect.ENTERS) if step.of_whole]
        return len(reported) == 1 and (
            reported[0].takes_effect.day is not None and not reported[0].reversals
        )

    def _ways(self, options: Sequence[Sequence[Option]]) -> Ways | None:
        if number_of_combinations(options) > self._most:
            return None
        replays = [self._replay(chosen) for chosen in combinations(options)]
        return Ways(replays, tuple(neighbours_in(options)))

    def _replay(self, chosen: Option) -> Replay:
        made = self._on_first_days | chosen
        key = frozenset(made.items())
        known = self._replays.get(key)
        if known is None:
            known = self._replays[key] = Replay(self._days.dated(made), self._acts)
        return known

    def _varied(self, replay: Replay, chosen: Option) -> Replay:
        """Return a replay in which only the acts of one party are of other days."""
        return Replay(self._days.dated(chosen, replay.dated), self._acts, replay)

    @cached_property
    def _acts(self) -> ActsOfParties:
        still_open = {one.step.index: one.step for one in self.choices if one.step is not None}
        return ActsOfParties(still_open.values())

    @cached_property
    def _days(self) -> DaysOfSteps:
        return DaysOfSteps(self.case)

    @cached_property
    def _on_first_days(self) -> Option:
        return {one.key: one.days[0] for one in self.choices}


def _each_beside(choice: Choice, replays: Sequence[Replay]) -> list[Option]:
    """Return a party's own choices, given the ways in which the treaty entered into force."""
    turns = {day for replay in replays for day in replay.turns}
    beside = {day + by for day in turns for by in (0, 1)}
    first, last = choice.days[0], choice.days[-1]
    days = sorted({*choice.apart, *(day for day in beside if first < day < last)})
    return [{choice.key: day} for day in days]
