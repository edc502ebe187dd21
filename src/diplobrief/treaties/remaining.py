"""What the entry into force of a treaty still needs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from diplobrief.treaties.conditions import percent_of
from diplobrief.treaties.effects import Effect

if TYPE_CHECKING:
    from diplobrief.model.treaties import Milestone, TreatyRule
    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.days import Days


@dataclass(frozen=True, slots=True)
class Remaining:
    """What one rule of entry into force still needs; of several rules, any one is enough.

    Only what is certain is counted, so the need is never understated.

    Args:
        rule: The rule; without one, all parties must consent (article 24(2)).
        consents: How many more parties must consent.
        named: Which parties must consent.
        share_percent: How much more of the share is needed.
        groups: How many more members of each group must consent.
        required: The milestones that must come first.
        days: The days on which it enters into force, if only the day is still to come.
    """

    rule: TreatyRule | None
    consents: int = 0
    named: tuple[str, ...] = ()
    share_percent: Decimal = Decimal(0)
    groups: tuple[int, ...] = ()
    required: tuple[Milestone, ...] = ()
    days: Days | None = None

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyStatus.as_data`."""
        return {
            "consents": self.consents,
            "named": list(self.named),
            "share_percent": float(self.share_percent),
            "groups": list(self.groups),
            "required": [milestone.id for milestone in self.required],
            "days": None if self.days is None else str(self.days),
        }


def remaining(
    rule: TreatyRule | None, dated: DatedSteps, consenting: frozenset[str], on: Days
) -> Remaining | None:
    """Return what a rule still needs on a day, given who certainly consents.

    Returns:
        What is missing; `None` if it depends on parties that the brief does not list.
    """
    required = tuple(
        step.milestone
        for step in dated.case.required
        if not (step.is_done and step.was_taken_by(on))
    )
    needs = dated.case.conditions(rule)
    if needs is None:
        return None
    tallies = [
        step.milestone
        for step in dated.case.having(Effect.COUNTS)
        if step.takes_effect.last <= on.first
    ]
    counted = [tally.count or 0 for tally in tallies] if needs.tallies_count else []
    shares = [percent_of(tally) for tally in tallies]
    return Remaining(
        rule,
        max(needs.count - max(sum(map(needs.counts, consenting)), *counted, 0), 0),
        tuple(party for party in needs.named if party not in consenting),
        max(needs.share - max(needs.share_of(consenting), *shares, Decimal(0)), Decimal(0)),
        tuple(max(count - len(group & consenting), 0) for count, group in needs.groups),
        required,
    )
