"""Spans of days in which a stage does not change."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from diplobrief.treaties.days import FUTURE, PAST, Days
from diplobrief.treaties.plain_data import in_words, milestones_as_data, text_of
from diplobrief.treaties.tracks import NEVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.readings import Reading
    from diplobrief.treaties.replay import Replay
    from diplobrief.treaties.tracks import Ground

S = TypeVar("S", bound=str)


@dataclass(frozen=True, slots=True)
class Span(Generic[S]):
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

    __slots__ = ("_firsts", "_order", "spans")

    def __init__(self, spans: Sequence[Span[S]], order: Iterable[S]) -> None:
        self.spans = tuple(spans)
        self._firsts = [span.days.first for span in spans]
        self._order = tuple(order)

    def on(self, days: Days) -> Span[S]:
        """Return the span of a day; for several days, one span with all that is possible."""
        first, last = self._at(days.first), self._at(days.last)
        if first == last:
            return self.spans[first]
        several = self.spans[first : last + 1]
        possible = {stage for span in several for stage in span.possible}
        ordered = tuple(stage for stage in self._order if stage in possible)
        return Span(
            days,
            ordered[0] if len(ordered) == 1 else None,
            ordered,
            _once(one for span in several for one in span.because),
            _once(one for span in several for one in span.readings),
        )

    def since(self, days: Days) -> Days | None:
        """Return since when the stage of a day has applied without a break.

        Returns:
            The days on which it may have begun; `None` if it is unknown, or has no beginning.
        """
        stage = self.on(days).stage
        at = self._at(days.first)
        if stage is None:
            return None
        while at and self.spans[at - 1].possible == (stage,):
            at -= 1
        last = self._firsts[at]
        while at and stage in self.spans[at - 1].possible:
            at -= 1
        first = self._firsts[at]
        return None if first <= PAST and last <= PAST else Days(first, last)

    def _at(self, day: int) -> int:
        return bisect_right(self._firsts, day) - 1


def course_of(
    replays: Sequence[Replay],
    days: Iterable[int],
    stage_on: Callable[[Replay, int], tuple[S, Ground | None]],
    order: Iterable[S],
    reversed_ids: frozenset[int],
) -> Course[S]:
    """Return the spans that several replays of a treaty agree on, or leave open.

    Args:
        replays: The ways in which things may have been.
        days: The days on which the stage may change.
        stage_on: Returns the stage in a replay on a day, and why.
        order: All stages, lowest first.
        reversed_ids: The identities of milestones that are reversed.
    """
    stages = tuple(order)
    spans: list[Span[S]] = []
    firsts = sorted({PAST, *(day for day in days if PAST < day < NEVER)})
    for first, end in zip(firsts, [*firsts[1:], NEVER], strict=True):
        grounds: dict[S, list[Ground]] = {}
        for replay in replays:
            stage, ground = stage_on(replay, first)
            known = grounds.setdefault(stage, [])
            if ground is not None:
                known.append(ground)
        possible = tuple(stage for stage in stages if stage in grounds)
        last = min(end - 1, FUTURE)
        if spans and _continues(spans[-1], possible, reversed_ids):
            spans[-1] = Span(
                Days(spans[-1].days.first, last),
                spans[-1].stage,
                possible,
                spans[-1].because,
                spans[-1].readings,
            )
            continue
        all_grounds = [ground for stage in possible for ground in grounds[stage]]
        spans.append(
            Span(
                Days(first, last),
                possible[0] if len(possible) == 1 else None,
                possible,
                _once(one for ground in all_grounds for one in ground.because),
                _once(one for ground in all_grounds for one in ground.readings),
            )
        )
    return Course(spans, stages)


def unknown_from(day: int, order: Iterable[S]) -> Span[S]:
    """Return the span of days on which too much is open to say anything."""
    stages = tuple(order)
    return Span(Days(day, FUTURE), None, stages, (), ())


def _continues(span: Span[S], possible: tuple[S, ...], reversed_ids: frozenset[int]) -> bool:
    """Return whether a span goes on: the stage is the same, and what it rests on still stands."""
    return span.possible == possible and not any(id(one) in reversed_ids for one in span.because)


T = TypeVar("T")


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple({id(value): value for value in values}.values())
