"""Spans of days in which a stage does not change."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from diplobrief.treaties.days import FUTURE, PAST, Days
from diplobrief.treaties.plain_data import in_words, milestones_as_data, text_of
from diplobrief.treaties.tracks import NEVER, between

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.readings import Reading
    from diplobrief.treaties.tracks import Ground

S = TypeVar("S", bound=str)
_Stretch = tuple[int, int, S, "Ground | None"]
"""Days on which a replay has one stage: from the first to the day before the end, and why."""


@dataclass(frozen=True, slots=True)
class StageSpan(Generic[S]):
    """Days on which a stage does not change.

    Args:
        days: The days, from the first to the last.
        stage: The stage; `None` if several are possible.
        possible: The stages that are possible, lowest first.
        because: The milestones on which it rests.
        readings: The readings on which it rests.
    """

    days: Days
    stage: S | None
    possible: tuple[S, ...]
    because: tuple[Milestone, ...]
    readings: tuple[Reading, ...]

    def __str__(self) -> str:
        return f"{self.days}: {in_words(self.stage, self.possible)}"

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyHistory.as_data`."""
        return {
            "first": text_of(self.days.earliest),
            "last": text_of(self.days.latest),
            "stage": self.stage,
            "possible": list(self.possible),
            "because": milestones_as_data(self.because),
            "readings": [reading.id for reading in self.readings],
        }


class Course(Generic[S]):
    """The spans of one history, in the order of time, ready for look-ups.

    Args:
        spans: The spans. The first begins before all days, the last ends after all days, and
            there is no gap.
    """

    __slots__ = ("_firsts", "order", "spans")

    def __init__(self, spans: Sequence[StageSpan[S]], order: Iterable[S]) -> None:
        self.spans: tuple[StageSpan[S], ...] = tuple(spans)
        self._firsts = [span.days.first for span in spans]
        self.order: tuple[S, ...] = tuple(order)

    def on(self, days: Days) -> StageSpan[S]:
        """Return the span of a day; for several days, one span with all that is possible."""
        first, last = self.places(days)
        if first == last:
            return self.spans[first]
        several = self.spans[first : last + 1]
        possible = {stage for span in several for stage in span.possible}
        ordered = tuple(stage for stage in self.order if stage in possible)
        return StageSpan(
            days,
            ordered[0] if len(ordered) == 1 else None,
            ordered,
            _each_once([span.because for span in several]),
            _each_once([span.readings for span in several]),
        )

    def places(self, days: Days) -> tuple[int, int]:
        """Return the indices of the spans of the first and the last of some days."""
        first = self._at(days.first)
        return first, first if days.first == days.last else self._at(days.last)

    def since(self, days: Days) -> Days | None:
        """Return since when the stage of a day has applied without a break.

        Returns:
            The days on which it may have begun; `None` if it is unknown, or has no beginning.
        """
        at, last = self.places(days)
        stage = self.spans[at].stage
        if stage is None or any(span.stage != stage for span in self.spans[at : last + 1]):
            return None
        while at and self.spans[at - 1].possible == (stage,):
            at -= 1
        latest = self._firsts[at]
        while at and stage in self.spans[at - 1].possible:
            at -= 1
        earliest = self._firsts[at]
        return None if earliest <= PAST and latest <= PAST else Days(earliest, latest)

    def _at(self, day: int) -> int:
        return bisect_right(self._firsts, day) - 1


class Segment(NamedTuple, Generic[S]):
    """Days on which one replay has one stage for one reason: from the first to the next segment."""

    first: int
    stage: S
    ground: Ground | None


def segments_of(
    days: Iterable[int], stage_on: Callable[[int], tuple[S, Ground | None]]
) -> list[Segment[S]]:
    """Return the segments of a replay.

    Args:
        days: The days on which the stage may change.
        stage_on: Returns the stage on a day, and why.
    """
    segments: list[Segment[S]] = []
    for day in sorted({PAST, *(day for day in days if PAST < day < NEVER)}):
        stage, ground = stage_on(day)
        last = segments[-1] if segments else None
        if last is None or last.stage != stage or last.ground is not ground:
            segments.append(Segment(day, stage, ground))
    return segments


def course_of(
    segments: Sequence[Sequence[Segment[S]]],
    neighbours: Iterable[tuple[int, int]],
    order: Iterable[S],
    reversed_ids: frozenset[int],
    in_passing: str | None = None,
) -> Course[S]:
    """Return what several replays of a treaty agree on, or leave open.

    Args:
        segments: The segments of each replay.
        neighbours: Replays, by index, between which a date may have been any day.
        order: All stages, lowest first.
        reversed_ids: The identities of milestones that are reversed.
        in_passing: A stage that is possible wherever a lower and a higher one are.
    """
    stages = tuple(order)
    spans: list[StageSpan[S]] = []
    for day, end, active in _alternatives(segments, neighbours):
        present = {stage for _, _, stage, _ in active}
        if in_passing is not None and len(present) > 1:
            ranks = sorted(map(stages.index, present))
            present.update(one for one in stages[ranks[0] : ranks[-1]] if one == in_passing)
        possible = tuple(present) if len(present) == 1 else tuple(s for s in stages if s in present)
        _add(spans, Days(day, min(end - 1, FUTURE)), active, possible, reversed_ids)
    return Course(spans, stages)


def _alternatives(
    segments: Sequence[Sequence[Segment[S]]], neighbours: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, Sequence[_Stretch[S]]]]:
    """Yield the days on which the same is possible, each with all that is."""
    if len(segments) == 1:
        for only in _with_ends(segments[0]):
            yield only[0], only[1], [only]
        return
    stretches = [one for of_replay in segments for one in _with_ends(of_replay)]
    for first, second in neighbours:
        stretches += _between(segments[first], segments[second])
    stretches.sort(key=itemgetter(0))
    marks = sorted({day for first, end, _, _ in stretches for day in (first, end) if day < NEVER})
    active: list[_Stretch[S]] = []
    at = 0
    for day, end in between(marks):
        active = [one for one in active if one[1] > day]
        while at < len(stretches) and stretches[at][0] <= day:
            active.append(stretches[at])
            at += 1
        yield day, end, active


def _add(
    spans: list[StageSpan[S]],
    days: Days,
    active: Sequence[_Stretch[S]],
    possible: tuple[S, ...],
    reversed_ids: frozenset[int],
) -> None:
    last = spans[-1] if spans else None
    if last is not None and _continues(last, possible, reversed_ids):
        spans[-1] = replace(last, days=Days(last.days.first, days.last))
        return
    grounds = [
        ground
        for one in possible
        for _, _, stage, ground in active
        if stage == one and ground is not None
    ]
    spans.append(
        StageSpan(
            days,
            possible[0] if len(possible) == 1 else None,
            possible,
            _each_once([ground.because for ground in grounds]),
            _each_once([ground.readings for ground in grounds]),
        )
    )


def _between(first: Sequence[Segment[S]], second: Sequence[Segment[S]]) -> Iterator[_Stretch[S]]:
    """Yield where each stage may be if a date lies between those of two replays.

    While a date moves from one to the other, the same stages follow each other on later days.
    """
    one, other = [*_with_ends(_by_stage(first))], [*_with_ends(_by_stage(second))]
    if [stage for _, _, stage, _ in one] == [stage for _, _, stage, _ in other]:
        for (start, end, stage, ground), (other_start, other_end, *_) in zip(
            one, other, strict=True
        ):
            yield min(start, other_start), max(end, other_end), stage, ground
        return
    # The stages do not correspond, so each may be wherever it is in either of them, or between.
    ends: dict[S, tuple[int, int, Ground | None]] = {}
    for start, end, stage, ground in (*one, *other):
        known = ends.get(stage, (start, end, ground))
        ends[stage] = (min(known[0], start), max(known[1], end), known[2])
    for stage, (start, end, ground) in ends.items():
        yield start, end, stage, ground


def _with_ends(segments: Sequence[Segment[S]]) -> Iterator[_Stretch[S]]:
    days = between([one.first for one in segments])
    for one, (first, end) in zip(segments, days, strict=True):
        yield first, end, one.stage, one.ground


def _by_stage(segments: Sequence[Segment[S]]) -> list[Segment[S]]:
    return [one for at, one in enumerate(segments) if not at or segments[at - 1].stage != one.stage]


def unknown_from(course: Course[S], day: int) -> Course[S]:
    """Return a history of which nothing is certain from a day on."""
    kept = [span for span in course.spans if span.days.last < day]
    first = kept[-1].days.last + 1 if kept else PAST
    unknown = StageSpan(Days(first, FUTURE), None, course.order, (), ())
    return Course([*kept, unknown], course.order)


def _continues(span: StageSpan[S], possible: tuple[S, ...], reversed_ids: frozenset[int]) -> bool:
    """Return whether a span goes on: the stage is the same, and what it rests on still stands."""
    return span.possible == possible and not any(id(one) in reversed_ids for one in span.because)


T = TypeVar("T")


def _each_once(parts: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    if len(parts) == 1 and len(parts[0]) < 2:
        return parts[0]
    return tuple({id(value): value for part in parts for value in part}.values())
