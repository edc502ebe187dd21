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

from diplobrief.treaties.conditions import Conditions
from diplobrief.treaties.dated import DatedSteps
from diplobrief.treaties.days import FUTURE, PAST, Days, days_before
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.replay import Replay, period_of
from diplobrief.treaties.steps import end_of_notice, is_conditional
from diplobrief.treaties.tracks import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplobrief.model.treaties import Period
    from diplobrief.treaties.case import Case
    from diplobrief.treaties.steps import Step

_MOST_REPLAYS: Final = 256
_MOST_WORK: Final = 8_000
"""Replays times steps."""
_FEWEST: Final = 16
_MOST_OF_PARTY: Final = 512
"""Replays in which only the acts of one party differ are cheap."""
_MOST_COMPARED: Final = 200_000
"""Open steps times steps. If there are more, only first and last days are tried."""

_UNORDERED: Final = frozenset(
    {Effect.SIGNS, Effect.PROCEEDS, Effect.SETTLES, Effect.NEGOTIATES, Effect.APPLIES}
)
"""Effects that do not depend on which act came first, except for an end and a reversal."""
_ORDERING: Final = frozenset({Effect.LEAVES, Effect.ENDS, Effect.UNDOES})

_DATES: Final = frozenset({"day", "given", "count", "share"})
"""Choices of a day; the others are a yes or no."""

Key = tuple[str, object]
"""What is chosen: the day of a step, of a notice, of a number reached, or a yes or no."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a brief leaves open.

    Args:
        key: What it is.
        step: The step that it is about, if there is one.
        days: The days that are open; representative ones, in order.
        concerns_all: Whether the stages of all parties may depend on it.
    """

    key: Key
    step: Step | None
    days: tuple[int, ...]
    concerns_all: bool


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
        return [*_Open(self.case).choices()]

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
    return step.effect if step.effect in _UNORDERED else None


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


def reached_by_tallies(case: Case, what: str) -> dict[float, Days | Step]:
    """Return when the numbers that the rules need were reached, as tallies report it (R24).

    Args:
        case: The treaty.
        what: `count` for numbers of parties, `share` for shares in percent.

    Returns:
        For each number the tally that dates it exactly, or the days on which it may have been.
    """
    needs = [needs for rule in case.rules if (needs := Conditions.of(rule, case)) is not None]
    if what == "count":
        numbers = {float(one.count) for one in needs if one.tallies_count and one.count}
    else:
        numbers = {float(one.share) for one in needs if one.share}
    tallies: list[tuple[float, Step]] = []
    for step in case.steps:
        known = step.milestone.count if what == "count" else step.milestone.share_percent
        if step.effect is Effect.COUNTS and known is not None:
            tallies.append((float(known), step))
    settled = [step.done.first for step in case.steps if step.effect is Effect.SETTLES]
    reached: dict[float, Days | Step] = {}
    for number in numbers:
        enough = [step for known, step in tallies if known >= number]
        if not enough:
            continue
        first = min(enough, key=lambda step: (step.takes_effect.last, step.takes_effect.first))
        day = first.takes_effect
        same_day = [known for known, step in tallies if step.takes_effect == day]
        if number in same_day or (day.day is not None and min(same_day) < number):
            reached[number] = first
            continue
        lower = [step.takes_effect.first + 1 for known, step in tallies if known < number]
        since = max([min(settled, default=PAST), *(one for one in lower if one <= day.first)])
        reached[number] = Days(min(since, day.first), day.last)
    return reached


class _Open:
    """Finds what a brief leaves open, and the days that represent all others."""

    def __init__(self, case: Case) -> None:
        self._case = case
        treaty = case.treaty
        self._is_shared = bool(case.rules) and bool(treaty.entry_rules)
        leaving = {party for step in case.steps if step.leaves for party in step.parties}
        self._may_end = case.membership.is_bilateral or leaving.issuperset(case.listed)
        periods: list[Period | None] = []
        marks: list[int] = []
        for rule in treaty.entry_rules:
            periods += [rule.after, rule.later_parties]
            for day in (rule.not_before, rule.met_by):
                known = Days.within(day)
                marks += [known.first, known.last + 1]
        periods += [rule.after for rule in treaty.exit_rules]
        if treaty.duration is not None:
            periods.append(period_of(treaty.duration))
        self._periods = [period for period in periods if period is not None]
        self._marks = marks
        self._required = {step.index for step in case.required}
        self._in_order = [step for step in case.steps if self._is_active(step)]
        still_open = sum(step.takes_effect.day is None for step in self._in_order)
        self._compares = still_open * len(self._in_order) <= _MOST_COMPARED

    def choices(self) -> Iterator[Choice]:
        """Yield what is open."""
        for step in self._in_order:
            if step.effect is Effect.LEAVES and step.done.first < step.done.last:
                yield self._choice("given", step, step.done)
            days = step.takes_effect
            follows_notice = step.effect is Effect.LEAVES and step.milestone.effective is None
            if days.first < days.last and not follows_notice:
                yield self._choice("day", step, days)
        for what in ("count", "share"):
            for number, reached in reached_by_tallies(self._case, what).items():
                if isinstance(reached, Days) and reached.first < reached.last:
                    representative = self._representative(None, reached)
                    yield Choice((what, number), None, representative, concerns_all=True)
        if self._may_go_on():
            yield Choice(("goes on", None), None, (0, 1), concerns_all=True)
        if self._case.reversals[1]:
            yield Choice(("cycles", None), None, (0, 1), concerns_all=True)

    def _choice(self, what: str, step: Step, days: Days) -> Choice:
        shared = self._concerns_all(step)
        return Choice((what, step.index), step, self._representative(step, days), shared)

    def _is_active(self, step: Step) -> bool:
        if step.is_open:
            announced_entry = step.is_entry and step.is_announced
            return announced_entry and (
                step.done.last < FUTURE or step.milestone.effective is not None
            )
        reverses = step.is_done and bool(step.milestone.reverses)
        changes = step.effect is not Effect.NONE and step.effect is not Effect.UNDOES
        return changes or reverses or step.index in self._required

    def _concerns_all(self, step: Step) -> bool:
        if not step.parties or step.effect in {Effect.ENTERS, Effect.ENDS, Effect.COUNTS}:
            return True
        if step.index in self._required:
            return True
        consents = step.effect in CONSENT or step.effect in _ORDERING
        if self._case.membership.is_bilateral:
            return consents or step.effect is Effect.SUSPENDS
        return consents and (self._is_shared or (step.effect is Effect.LEAVES and self._may_end))

    def _may_go_on(self) -> bool:
        treaty = self._case.treaty
        if treaty.duration is None or treaty.renewed_by == "automatic":
            return False
        extended = any(step.effect is Effect.CONTINUES for step in self._case.steps)
        if treaty.renewed_by == "consent":
            return extended and treaty.renewal is None
        return extended or treaty.renewal is not None

    def _representative(self, step: Step | None, days: Days) -> tuple[int, ...]:
        """Return the days that represent all days of a range.

        These are the first and the last, and the days around each on which something happens that
        the order depends on; and the same for days from which a period ends there.
        """
        chosen = {days.first, days.last}
        if not self._compares:
            return tuple(sorted(chosen))
        marks: set[int] = set()
        for other in self._in_order:
            if other is not step and _depends_on_order(step, other):
                known = [other.takes_effect]
                if other.effect is Effect.LEAVES:
                    known.append(other.done)
                marks.update(day for one in known for day in (one.first, one.last))
        if step is None or step.effect not in _UNORDERED:
            marks.update(self._marks)
            marks.update(days_before(mark, period) for mark in [*marks] for period in self._periods)
        # A day after each mark is enough, unless a period that runs from it makes a difference.
        around = (-1, 0, 1) if self._periods else (0, 1)
        chosen.update(
            mark + by for mark in marks for by in around if days.first < mark + by < days.last
        )
        return tuple(sorted(chosen))


def _depends_on_order(step: Step | None, other: Step) -> bool:
    """Return whether a stage may depend on which of two steps came first."""
    if step is None:
        return other.effect not in _UNORDERED
    apart = bool(step.parties and other.parties) and not set(step.parties) & set(other.parties)
    if any(one.effect in _ORDERING or one.milestone.reverses for one in (step, other)):
        return not apart or not (step.effect in _UNORDERED or other.effect in _UNORDERED)
    return step.effect not in _UNORDERED and other.effect not in _UNORDERED
