"""What a rule of entry into force needs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from diplobrief.treaties.steps import is_conditional

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.model.treaties import Milestone, Treaty, TreatyRule
    from diplobrief.treaties.membership import Membership


@dataclass(frozen=True, slots=True)
class Conditions:
    """What one rule of entry into force needs.

    Args:
        count: How many parties must consent.
        among: The only parties that count; without it, all do.
        excluding: Parties that do not count.
        groups: How many of each group must consent.
        named: The parties that must consent.
        share: The share that they must have together.
        shares: The share of each party.
        tallies_count: Whether a reported number of parties counts.
    """

    count: int
    among: frozenset[str] | None
    excluding: frozenset[str]
    groups: tuple[tuple[int, frozenset[str]], ...]
    named: tuple[str, ...]
    share: Decimal
    shares: Mapping[str, Decimal]
    tallies_count: bool

    @classmethod
    def of(
        cls, rule: TreatyRule | None, treaty: Treaty, membership: Membership
    ) -> Conditions | None:
        """Return the conditions of a rule; without a rule, that all parties consent (R07).

        Returns:
            The conditions, or `None` if they depend on parties that the brief does not list.
        """
        if rule is None or not is_conditional(rule):
            if not (membership.listed and membership.is_complete):
                return None
            everybody = membership.listed
            return cls(0, None, frozenset(), (), everybody, Decimal(0), {}, tallies_count=False)
        count = rule.count or 0
        among = frozenset(rule.among) if rule.among else None
        if rule.fraction is not None:
            if rule.of is None:
                if not membership.listed or treaty.membership == "selected":
                    return None
                listed = frozenset(membership.listed)
                among = listed if among is None else among & listed
            count = max(count, _number(rule.fraction, rule.of or len(membership.listed)))
        return cls(
            count,
            among,
            frozenset(rule.excluding),
            tuple((group.count, frozenset(group.among)) for group in rule.groups),
            tuple(dict.fromkeys(rule.named)),
            _decimal(rule.share_percent or 0),
            {share.party: _decimal(share.percent) for share in rule.shares},
            tallies_count=not rule.among,
        )

    def counts(self, party: str) -> bool:
        """Return whether a party is one of those that are counted."""
        return party not in self.excluding and (self.among is None or party in self.among)

    def is_only(self, what: str, number: float) -> bool:
        """Return whether a number of any parties, or a share, is the only condition."""
        if self.named or self.groups or not self.tallies_count:
            return False
        only = (number, 0) if what == "count" else (0, number)
        return (float(self.count), float(self.share)) == only

    def share_of(self, parties: Iterable[str]) -> Decimal:
        """Return the share that some parties have together."""
        return sum((self.shares.get(party, Decimal(0)) for party in parties), Decimal(0))


def percent_of(tally: Milestone) -> Decimal:
    """Return the share that a tally reports, in percent."""
    return _decimal(tally.share_percent or 0)


def _number(fraction: str, of: int) -> int:
    """Return how many are a fraction of a number, or more than it.

    Example:
        >>> _number("2/3", 4), _number("1/2", 4), _number(">1/2", 4)
        (3, 2, 3)
    """
    numerator, _, denominator = fraction.removeprefix(">").partition("/")
    exact = Fraction(int(numerator), int(denominator)) * of
    return floor(exact) + 1 if fraction.startswith(">") else ceil(exact)


def _decimal(number: float) -> Decimal:
    return Decimal(repr(number))
