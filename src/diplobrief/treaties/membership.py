"""The parties of a treaty: who is listed, and whether these are all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.effects import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.model.treaties import Treaty

_ACTS_OF_PARTIES: Final = frozenset(
    {Effect.CONSENTS, Effect.ESTABLISHES, Effect.ENTERS, Effect.LEAVES}
)


@dataclass(frozen=True)
class Membership:
    """The parties of a treaty, as far as the brief lists them.

    Args:
        listed: The listed parties.
        is_complete: Whether these are all parties.
        one_side: Those that together are one of two sides.
    """

    listed: tuple[str, ...]
    is_complete: bool
    one_side: frozenset[str] = frozenset()

    @property
    def is_bilateral(self) -> bool:
        """Whether the treaty has two parties (R01)."""
        return self.is_complete and len(self.listed) == 2

    @cached_property
    def sides(self) -> tuple[frozenset[str], ...]:
        """The sides of the treaty: two, or one of several parties; none if not all are listed.

        What a whole side does to a treaty is done to the treaty (R01, R20, R21, R29).
        """
        if not self.is_complete or len(self.listed) < 2:
            return ()  # R02
        if self.is_bilateral:
            return tuple(frozenset([party]) for party in self.listed)
        listed = frozenset(self.listed)
        sides = (listed & self.one_side, listed - self.one_side)
        return sides if all(sides) else (listed,)

    @property
    def has_two_sides(self) -> bool:
        """Whether the treaty is between two parties, or two groups of them (R01, R29)."""
        return len(self.sides) == 2

    def are_all(self, parties: Iterable[str]) -> bool:
        """Whether an act of these parties is one of the treaty as a whole."""
        return self.is_complete and bool(self.listed) and set(self.listed).issubset(parties)


def membership_of(treaty: Treaty, acting: Iterable[tuple[Effect, tuple[str, ...]]]) -> Membership:
    """Return the membership of a treaty; without a statement, it follows from the brief (R02).

    Args:
        treaty: The treaty.
        acting: The effect of each act of its parties, and the parties that perform it.
    """
    listed = tuple(dict.fromkeys(treaty.parties))
    if treaty.membership is not None or treaty.one_side:
        is_complete = treaty.membership != "selected"
        return Membership(listed, is_complete, frozenset(treaty.one_side))
    known = frozenset(listed)
    more = (
        len(known) == 1  # a treaty has at least two parties
        or _highest_number(treaty) > len(known)
        or any(rule.later_parties for rule in treaty.entry_rules)
        or any(
            effect in _ACTS_OF_PARTIES and not known.issuperset(parties)
            for effect, parties in acting
        )
        or any(
            step.kind == "accession" and step.status == "completed" and step.toward is None
            for step in treaty.milestones
        )
    )
    return Membership(listed, not more)


def _highest_number(treaty: Treaty) -> int:
    numbers = [milestone.count or 0 for milestone in treaty.milestones]
    for rule in (*treaty.entry_rules, *treaty.exit_rules):
        numbers += [rule.count or 0, rule.of or 0, len(rule.shares)]
    return max(numbers, default=0)
