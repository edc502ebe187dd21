"""Which act of one sort came last, day by day."""

from __future__ import annotations

from bisect import bisect_right
from heapq import heappop, heappush
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from diplobrief.treaties.days import FUTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.readings import Reading

Place = tuple[int, int, int]
"""A place in the order of effect: the day, the rank of the act, its index in the brief."""

NEVER: Final = FUTURE + 1
"""The end of what does not end."""
LAST_OF_DAY: Final = 1_000
"""The rank of what comes after all acts of its day."""


class Ground(NamedTuple):
    """What a stage rests on: an act in effect, or what follows from several.

    Args:
        place: Its place in the order of effect.
        because: The milestones on which it rests.
        readings: The readings on which it rests.
        ends_as: The stage in which a treaty ends by it.
    """

    place: Place
    because: tuple[Milestone, ...] = ()
    readings: tuple[Reading, ...] = ()
    ends_as: str = ""


class Stretch(NamedTuple):
    """A ground and the days on which it applies: from the first to the day before `end`."""

    first: int
    ground: Ground
    end: int = NEVER


class Track:
    """The stretches of one sort, ready to be asked which of them is the last on a day.

    Args:
        stretches: The stretches, in any order.
    """

    __slots__ = ("_days", "_last")

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        self._days: list[int] = []
        self._last: list[Ground | None] = []
        ordered = [one for one in stretches if one.first < one.end]
        if not ordered:
            return
        if len(ordered) > 1:
            ordered.sort(key=itemgetter(0))
        if all(one.end >= NEVER for one in ordered):
            self._without_ends(ordered)
        else:
            self._with_ends(ordered)

    def _without_ends(self, ordered: Sequence[Stretch]) -> None:
        last: Ground | None = None
        for one in ordered:
            if last is None or one.ground.place > last.place:
                last = one.ground
                self._change(one.first, last)

    def _with_ends(self, ordered: Sequence[Stretch]) -> None:
        days = sorted({one.first for one in ordered} | {one.end for one in ordered})
        waiting = iter(ordered)
        following = next(waiting, None)
        heap: list[tuple[tuple[int, int, int], int, Stretch]] = []
        for day in days:
            while following is not None and following.first <= day:
                place = following.ground.place
                heappush(heap, ((-place[0], -place[1], -place[2]), id(following), following))
                following = next(waiting, None)
            while heap and heap[0][2].end <= day:
                heappop(heap)
            self._change(day, heap[0][2].ground if heap else None)

    def _change(self, day: int, ground: Ground | None) -> None:
        if self._days and self._days[-1] == day:
            self._last[-1] = ground
        elif ground is not (self._last[-1] if self._last else None):
            self._days.append(day)
            self._last.append(ground)

    @property
    def days(self) -> Sequence[int]:
        """The days on which the last one changes."""
        return self._days

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """The days on which there is any, each as first day and end."""
        found: list[tuple[int, int]] = []
        for day, ground in zip(self._days, self._last, strict=True):
            if ground is None:
                found[-1] = (found[-1][0], day)
            elif not found or found[-1][1] < NEVER:
                found.append((day, NEVER))
        return found

    def last(self, day: int) -> Ground | None:
        """Return the last one that applies on a day."""
        if not self._days:
            return None
        at = bisect_right(self._days, day)
        return self._last[at - 1] if at else None


def later(one: Ground | None, other: Ground | None) -> Ground | None:
    """Return the one that comes last in the order of effect."""
    if one is None or (other is not None and other.place > one.place):
        return other
    return one


def last_of(tracks: Iterable[Track], day: int) -> Ground | None:
    """Return the one of several tracks that comes last on a day."""
    last: Ground | None = None
    for track in tracks:
        last = later(last, track.last(day))
    return last


def follows(ground: Ground | None, limit: Ground | None) -> bool:
    """Return whether a ground exists and comes after another, if there is one."""
    return ground is not None and (limit is None or ground.place > limit.place)


def between(days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that begin on some days, in order, each up to the next one."""
    for at, day in enumerate(days):
        yield day, days[at + 1] if at + 1 < len(days) else NEVER


def without(stretch: tuple[int, int], gaps: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what remains of a stretch of days without others, all as first day and end.

    Example:
        >>> without((1, 9), [(2, 4), (3, 5), (8, 20)])
        [(1, 2), (5, 8)]
    """
    first, end = stretch
    remaining: list[tuple[int, int]] = []
    for gap_first, gap_end in sorted(gaps):
        if gap_first >= end:
            break
        if gap_first > first:
            remaining.append((first, gap_first))
        first = max(first, gap_end)
    if first < end:
        remaining.append((first, end))
    return remaining
