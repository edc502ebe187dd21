"""Who consents to be bound, and from when to when: the steps of a treaty as changes of consent."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from heapq import heappop, heappush
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.days import FUTURE, PAST, Days
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.revivals import spells_of_consent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from diplobrief.model.treaties import Milestone, Treaty
    from diplobrief.treaties.steps import Step

_NEVER: Final = PAST - 1


@dataclass(frozen=True, slots=True)
class Change:
    """A party has consented to be bound, or does so no more.

    Args:
        party: The party.
        days: The days on which that may have been.
        consents: Whether it consents from then on.
        milestone: The milestone that says so.
        sure: Whether it surely took place.
    """

    party: str
    days: Days
    consents: bool
    milestone: Milestone
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of consents that is reported."""

    count: int
    days: Days
    milestone: Milestone


def changes_of(
    steps: Sequence[Step], treaty: Treaty, on: Days
) -> tuple[dict[str, list[Change]], list[Tally]]:
    """Return the consents of each party and their ends, in order of effect, and the tallies.

    Where a deposit, exchange or notification is given for a party, its day counts and not that
    of the ratification before it: only then is consent established (article 16).
    """
    waits = _waiting_for_instrument(steps, treaty)
    by_party: dict[str, list[Step]] = {}
    tallies: list[Tally] = []
    for step in sorted(steps, key=_in_order):
        if step.milestone.counterparties:
            continue
        if step.effect is Effect.COUNTS and step.milestone.count is not None:
            # A later count can tell that the number needed was reached before that day.
            tallies.append(Tally(step.milestone.count, step.takes_effect, step.milestone))
        if step.takes_effect.first > on.last:
            continue
        if step.effect not in CONSENT and step.effect is not Effect.LEAVES:
            continue
        spells = [step] if step.effect is Effect.LEAVES else spells_of_consent(step, on)
        for party in step.parties or ("",):
            if step.effect is not Effect.CONSENTS or party not in waits:
                by_party.setdefault(party, []).extend(spells)
    of_whole = sorted(by_party.pop("", []), key=_in_order)
    any_of_whole = _Common(of_whole)
    instruments = _Common([step for step in of_whole if step.effect is Effect.ESTABLISHES])
    for party in treaty.parties:
        own = by_party.get(party, [])
        common = (instruments if party in waits else any_of_whole).decisive(own)
        if common:
            by_party[party] = sorted([*own, *common], key=_in_order)
    return {party: [*_changes(party, of)] for party, of in by_party.items()}, tallies


class _Common:
    """The consents of all parties at once, in order of effect.

    Of those that follow each other only the first counts, and the first that was not undone: all
    of them for each party would multiply.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._order = [_in_order(step) for step in steps]
        self._standing = [len(steps)] * (len(steps) + 1)
        for index in reversed(range(len(steps))):
            undone = steps[index].undone_surely
            self._standing[index] = self._standing[index + 1] if undone else index

    def decisive(self, own: Iterable[Step]) -> list[Step]:
        """Return those that decide for a party, at first and each time after it has left."""
        leaves = [_in_order(step) for step in own if step.effect is Effect.LEAVES]
        starts = [0, *(bisect(self._order, leave) for leave in leaves)]
        found = {at for start in starts for at in (start, self._standing[start])}
        return [self._steps[at] for at in sorted(found) if at < len(self._steps)]


def _in_order(step: Step) -> tuple[int, int, int, int]:
    return step.takes_effect.first, step.takes_effect.last, step.act.rank, step.index


def _waiting_for_instrument(steps: Sequence[Step], treaty: Treaty) -> frozenset[str]:
    return frozenset(
        party
        for step in steps
        if step.act.effect is Effect.ESTABLISHES
        and step.serves_consent
        and not step.milestone.counterparties
        and (step.effect is Effect.ESTABLISHES or step.milestone.status != "completed")
        for party in step.parties or treaty.parties
    )


def _changes(party: str, steps: Sequence[Step]) -> Iterator[Change]:
    """Yield when a party consents and when it does so no more; any of its consents is enough."""
    standing = _Standing()
    left: Step | None = None
    for _, step, by in sorted(_givings_and_endings(steps), key=itemgetter(0)):
        ending = step if step.effect is Effect.LEAVES else by
        if (
            step.origin is not None
            and left is not None
            and _in_order(left) > _in_order(step.origin)
        ):
            continue  # who has left since consents by a new act only
        if ending is None:
            standing.add(step)
            yield Change(party, step.takes_effect, consents=True, milestone=step.milestone)
            continue
        leaves = ending is step
        left = step if leaves else left
        standing.end(ending, None if leaves else step)
        days = ending.takes_effect if leaves else ending.takes_effect.not_before(step.takes_effect)
        other = None if leaves else standing.first
        if other is not None and other.takes_effect.last <= days.first:
            continue
        yield Change(
            party,
            days,
            consents=False,
            milestone=ending.milestone,
            sure=ending.stands_surely and (leaves or standing.is_empty),
        )
        if other is not None:
            yield Change(party, other.takes_effect, consents=True, milestone=other.milestone)


class _Standing:
    """The consents of a party that stand, the one that is certain first at hand."""

    def __init__(self) -> None:
        self._by_last: list[tuple[int, int, Step]] = []
        self._ended: set[int] = set()
        self._doubtful = False

    def add(self, step: Step) -> None:
        """Take a consent."""
        heappush(self._by_last, (step.takes_effect.last, step.index, step))

    def end(self, ending: Step, step: Step | None) -> None:
        """Take the end of one consent, or of all; one of which that is not sure is in doubt."""
        if step is not None:
            self._ended.add(id(step))
            self._doubtful = self._doubtful or not ending.stands_surely
        elif ending.stands_surely:
            self._by_last.clear()
            self._doubtful = False

    @property
    def first(self) -> Step | None:
        """The consent that stands surely at first."""
        while self._by_last and id(self._by_last[0][2]) in self._ended:
            heappop(self._by_last)
        return self._by_last[0][2] if self._by_last else None

    @property
    def is_empty(self) -> bool:
        """Whether none stands, not even in doubt."""
        return self.first is None and not self._doubtful


def _givings_and_endings(
    steps: Sequence[Step],
) -> Iterator[tuple[tuple[int, int, int, int], Step, Step | None]]:
    for step in steps:
        if step.effect is not Effect.LEAVES:
            yield _in_order(step), step, None
            for by in step.undone_by:
                if by.stands_maybe:
                    yield max(_in_order(step), _in_order(by)), step, by
        elif step.stands_maybe:
            yield _in_order(step), step, None


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which a party consents.

    Args:
        consent: Its beginning.
        end: Its end.
        sure: Whether it surely began, after all that had ended before.
    """

    consent: Change
    end: Change | None
    sure: bool

    def is_surely_over(self, day: int) -> bool:
        """Say whether it surely had ended by a day."""
        end = self.end
        if end is None or not end.sure or end.days.last > day:
            return False
        return self.consent.days.last <= end.days.first

    def may_be_over(self, day: int) -> bool:
        """Say whether it may have ended by a day."""
        return self.end is not None and self.end.days.first <= day


def spells_of(changes: Sequence[Change]) -> Iterator[Spell]:
    """Yield the times in which a party consents."""
    begun: tuple[Change, bool] | None = None
    for change, follows in _in_certain_order(changes):
        if change.consents:
            begun = begun or (change, follows)
        elif begun is not None:
            yield Spell(begun[0], change, begun[1])
            begun = None
    if begun is not None:
        yield Spell(begun[0], None, begun[1])


def in_time(
    changes: Mapping[str, Sequence[Change]], *, early: bool
) -> Iterable[tuple[int, Change]]:
    """Yield changes with the day that lets the treaty enter into force early, or late.

    Early, what may not end a consent does not; late, what may have been ended is no consent.
    """
    for of_party in changes.values():
        yield from _early(of_party) if early else _late(of_party)


def _early(changes: Sequence[Change]) -> Iterator[tuple[int, Change]]:
    found: list[tuple[int, Change]] = []
    next_consent = FUTURE + 1
    for change, follows in reversed([*_in_certain_order(changes)]):
        if change.consents:
            next_consent = change.days.first
            found.append((change.days.first, change))
        elif follows and change.sure and change.days.last < next_consent:
            found.append((change.days.last, change))
    yield from reversed(found)


def _late(changes: Sequence[Change]) -> Iterator[tuple[int, Change]]:
    day = PAST
    for change, follows in _in_certain_order(changes):
        if follows or not change.consents:
            day = max(day, change.days.last if change.consents else change.days.first)
            yield day, change


def may_consent(changes: Sequence[Change]) -> bool:
    """Say whether a party may still consent after all changes that have taken effect."""
    consents = False
    for change, follows in _in_certain_order(changes):
        if change.consents or (change.sure and follows):
            consents = change.consents
    return consents


def surely_consents(changes: Sequence[Change], on: Days) -> bool:
    """Say whether a party consents on a day, whenever its consent was given and ended."""
    consents = False
    for change, follows in _in_certain_order(changes):
        if not change.consents:
            consents = False
        elif follows and change.days.last <= on.first:
            consents = True
    return consents


def _in_certain_order(changes: Sequence[Change]) -> Iterator[tuple[Change, bool]]:
    """Yield changes, and whether each surely follows all before it that say the opposite.

    On one day a consent comes before its end; otherwise the order of the list is that of two
    exact days only.
    """
    ranges = {True: _NEVER, False: _NEVER}
    exact = {True: _NEVER, False: _NEVER}
    for change in changes:
        days, opposite = change.days, not change.consents
        is_exact = days.first == days.last
        after_ranges = ranges[opposite] < days.first + opposite
        yield change, after_ranges and exact[opposite] < days.first + (opposite or is_exact)
        latest = exact if is_exact else ranges
        latest[change.consents] = max(latest[change.consents], days.last)
