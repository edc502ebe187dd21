"""Joins reports of one fact: in the headline, the lede and the body of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self

    from diplobrief.extraction.actors import Entity
    from diplobrief.model import Evidence

_MOST_PASSAGES: Final = 5
_REMEMBERED: Final = 100
"""How many of the latest facts a report may repeat."""

_AHEAD: Final = frozenset({"scheduled", "expected"})


class Reported(Protocol):
    """A fact that a page may report more than once."""

    def is_same(self, other: Self) -> bool:
        """Whether two reports are of one fact."""
        ...

    def merge(self, other: Self) -> None:
        """Take over what another report of this fact adds."""
        ...


_Fact = TypeVar("_Fact", bound=Reported)


def without_repetitions(reports: Iterable[_Fact]) -> list[_Fact]:
    """Return the facts, with all reports of one joined."""
    known: list[_Fact] = []
    for report in reports:
        same = next((each for each in known[-_REMEMBERED:] if each.is_same(report)), None)
        if same is None:
            known.append(report)
        else:
            same.merge(report)
    return known


def are_one_day(one: str | None, two: str | None) -> bool:
    """Whether two days may be the same: one is unknown, or less exact than the other.

    Example:
        >>> are_one_day("2024-05", "2024-05-03"), are_one_day("2024-05-02", "2024-05-03")
        (True, False)
    """
    return not one or not two or one.startswith(two) or two.startswith(one)


def are_one_time(
    statuses: tuple[str | None, str | None], days: tuple[str | None, str | None]
) -> bool:
    """Whether two reports may be of one time: a plan is not something that happened on a day.

    Args:
        statuses: The status of each report.
        days: The day of each report.
    """
    if set(statuses) == {"completed", "rejected"}:
        return False
    is_ahead = [status in _AHEAD for status in statuses]
    if is_ahead[0] != is_ahead[1] and bool(days[0]) != bool(days[1]):
        return False
    return are_one_day(*days)


def are_same_actors(one: Iterable[Entity], two: Iterable[Entity]) -> bool:
    """Whether two groups of actors may be the same: a person may represent a state."""
    left, right = [*one], [*two]
    if len(left) > len(right):
        left, right = right, left
    return all(any(_stands_for(a, b) for b in right) for a in left)


def joined_passages(one: Sequence[Evidence], two: Sequence[Evidence]) -> list[Evidence]:
    """Return the passages of two reports, without repetitions."""
    return [*one, *(passage for passage in two if passage not in one)][:_MOST_PASSAGES]


def _stands_for(one: Entity, two: Entity) -> bool:
    return one is two or one.state is two or two.state is one
