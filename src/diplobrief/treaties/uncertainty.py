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

from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.choices import UNORDERED, Choice, Key, choices_of
from diplobrief.treaties.dated import DatedSteps
from diplobrief.treaties.days import FUTURE, Days
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.replay import Replay
from diplobrief.treaties.steps import end_of_notice, is_conditional
from diplobrief.treaties.tallies import reached_by_tallies
from diplobrief.treaties.tracks import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplobrief.treaties.case import Case

_MOST_REPLAYS: Final = 256
_MOST_WORK: Final = 8_000
"""Replays times steps."""
_FEWEST: Final = 16
_MOST_OF_PARTY: Final = 512
"""Replays in which only the acts of one party differ are cheap."""
_DATES: Final = frozenset({"day", "given", "count", "share"})
"""Choices of a day; the others are a yes or no."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways in which things may have been.

    Args:
        replays: A replay for each.
        neighbours: Replays, by index, between which a date may have been any day.
    """

    replays: Sequence[Replay]
    neighbours: Sequence[tuple[int, int]] = ()


Option = dict[Key, int]
"""What is chosen, of one choice or of several that are made together."""


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
            return self._ways([_each(one) for one in self.choices])
        options = _together(self.choices, self._most)
        return self._ways(options) if prod(map(len, options)) <= self._most else None

    def of_party(self, party: str) -> Ways | None:
        """Return the ways in which things may have been for a party; `None` if too many.

        If there are many choices, those of others are made together, and what follows from them
        for the entry into force is combined with each choice of the party's own.
        """
        own = self._own_choices.get(party, [])
        shared = self._shared_together
        if self._are_few:
            shared = [_each(one) for one in self._shared_choices]
            own = [one for one in own if not one.concerns_all]
        if shared is None:
            return None
        options = [*shared, *(_each(one) for one in own)]
        if prod(map(len, options)) > _MOST_OF_PARTY:
            return None
        replays: list[Replay] = []
        for combination in product(*shared):
            replay = self._replay(_joined(combination))
            for chosen in product(*(_each(one) for one in own)):
                made = _joined((*combination, *chosen))
                replays.append(self._varied(replay, made) if chosen else replay)
        return Ways(replays, tuple(_neighbours(options)))

    @property
    def _most(self) -> int:
        work = _MOST_WORK // (len(self.case.steps) + 1)
        return max(_FEWEST, min(_MOST_REPLAYS, work))

    @cached_property
    def _are_few(self) -> bool:
        return prod(len(one.days) for one in self.choices) <= self._most

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

    @cached_property
    def _shared_together(self) -> list[list[Option]] | None:
        # If the entry into force is reported, only this matters of others to a party: whether the
        # conditions were met before its own consent.
        options = _together(self._shared_choices, 2 if self._entry_is_certain else self._most)
        return options if prod(map(len, options)) <= self._most else None

    @property
    def _entry_is_certain(self) -> bool:
        """Whether the entry into force of the treaty is reported with its day."""
        reported = [
            step for step in self.case.steps if step.effect is Effect.ENTERS and step.of_whole
        ]
        return len(reported) == 1 and (
            reported[0].takes_effect.day is not None and not reported[0].reversals
        )

    def _ways(self, options: Sequence[Sequence[Option]]) -> Ways:
        replays = [self._replay(_joined(combination)) for combination in product(*options)]
        return Ways(replays, tuple(_neighbours(options)))

    def _replay(self, chosen: Option) -> Replay:
        made = {one.key: one.days[0] for one in self.choices} | chosen
        key = frozenset(made.items())
        known = self._replays.get(key)
        if known is None:
            known = self._replays[key] = Replay(_dated(self.case, made))
        return known

    def _varied(self, replay: Replay, chosen: Option) -> Replay:
        """Return a replay in which only the acts of one party are of other days."""
        made = {one.key: one.days[0] for one in self.choices} | chosen
        return Replay(_dated(self.case, made), replay)


def _each(choice: Choice) -> list[Option]:
    return [{choice.key: day} for day in choice.days]


def _joined(options: Iterable[Option]) -> Option:
    return {key: day for option in options for key, day in option.items()}


def _neighbours(options: Sequence[Sequence[Option]]) -> Iterator[tuple[int, int]]:
    """Yield the combinations of which one date differs, with days in between."""
    total = prod(map(len, options))
    stride = total
    for own in options:
        stride //= len(own)
        for at in range(total):
            position = at // stride % len(own)
            if position + 1 < len(own) and _has_days_between(own[position], own[position + 1]):
                yield at, at + stride


def _has_days_between(one: Option, other: Option) -> bool:
    return any(key[0] in _DATES and other[key] - day > 1 for key, day in one.items())


def _together(choices: Sequence[Choice], most: int) -> list[list[Option]]:
    """Return options in which choices of one kind by several parties are made together.

    Args:
        choices: The choices.
        most: How many options a group may have at most.
    """
    options: list[list[Option]] = []
    groups: dict[Effect, list[Choice]] = {}
    for one in choices:
        kind = _kind(one)
        if kind is None:
            options.append(_each(one))
        else:
            groups.setdefault(kind, []).append(one)
    for group in groups.values():
        days = sorted({day for one in group for day in one.days})
        thinned = days if len(days) <= most else [*days[:: -(-len(days) // most)], days[-1]]
        moments = [
            {one.key: min(max(day, one.days[0]), one.days[-1]) for one in group}
            for day in (thinned if most > 2 else [days[0], days[-1]])
        ]
        options.append([one for at, one in enumerate(moments) if not at or one != moments[at - 1]])
    return options


def _kind(choice: Choice) -> Effect | None:
    """Return the kind of choice by which it is grouped; `None` if it is made on its own.

    When a number is reached depends on the latest of several consents, and never falls back if one
    of them comes earlier. So of many consents it is enough to try all early, all late, and all at
    each day in between.
    """
    step = choice.step
    if step is None:
        return Effect.CONSENTS if choice.key[0] in {"count", "share"} else None
    if not step.parties or step.reversals or step.milestone.reverses:
        return None
    if step.effect in CONSENT:
        return Effect.CONSENTS
    return step.effect if step.effect in UNORDERED else None


def _dated(case: Case, chosen: Mapping[Key, int]) -> DatedSteps:
    given: list[int] = []
    days: list[int] = []
    notice = [rule for rule in case.treaty.exit_rules if not is_conditional(rule)]
    for step in case.steps:
        done = chosen.get(("given", step.index), step.done.first)
        day = chosen.get(("day", step.index), step.takes_effect.first)
        if step.is_open and step.done.last >= FUTURE and step.milestone.effective is None:
            done = day = NEVER
        elif step.milestone.effective is None:
            if step.effect is Effect.LEAVES and notice:
                day = end_of_notice(Days(done, done), notice).first
            elif step.effect is Effect.LEAVES:
                day = done
            else:
                done = day
        given.append(done)
        days.append(day)
    return DatedSteps(
        case,
        given,
        days,
        dict(_reached(case, chosen, days, "count")),
        dict(_reached(case, chosen, days, "share")),
        goes_on=bool(chosen.get(("goes on", None))),
        cycles_apply=bool(chosen.get(("cycles", None))),
    )


def _reached(
    case: Case, chosen: Mapping[Key, int], days: Sequence[int], what: str
) -> Iterator[tuple[float, int]]:
    """Yield each number that a rule needs, and the day on which tallies report it reached."""
    for number, reached in reached_by_tallies(case, what).items():
        if isinstance(reached, Days):
            yield number, chosen.get((what, number), reached.first)
        else:
            yield number, days[reached.index]
