"""A treaty as the engine looks at it: its steps, sorted by whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from diplobrief.treaties.conditions import Conditions
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.standing import WHOLE, OrderOfReversals, order_of_reversals
from diplobrief.treaties.steps import is_for_later_parties_only, local_id, steps_of
from diplobrief.treaties.timelines import Order, order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.model.actors import Actor
    from diplobrief.model.treaties import Treaty, TreatyRule
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.membership import Membership
    from diplobrief.treaties.steps import Step


@dataclass(frozen=True)
class Case:
    """A treaty, its parties and its steps, apart from the days on which they were done.

    Args:
        treaty: The treaty.
        steps: Its steps, in the order of the brief.
        membership: Its parties.
    """

    treaty: Treaty
    steps: Sequence[Step]
    membership: Membership

    @classmethod
    def of(cls, treaty: Treaty, actors: Mapping[str, Actor], known_until: Days) -> Case:
        """Return the case of a treaty.

        Args:
            treaty: The treaty.
            actors: The actors of the brief, by id.
            known_until: The day of the brief. What it reports as done was done by then.
        """
        steps, membership = steps_of(treaty, actors, known_until)
        return cls(treaty, steps, membership)

    @cached_property
    def listed(self) -> frozenset[str]:
        """The listed parties."""
        return frozenset(self.membership.listed)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The listed parties, then those that act as parties."""
        acting = (
            party
            for step in self.steps
            if step.serves_consent and step.act.effect not in {Effect.NONE, Effect.COUNTS}
            for party in step.parties
        )
        return tuple(dict.fromkeys([*self.membership.listed, *acting]))

    def having(self, *effects: Effect) -> list[Step]:
        """Return the steps that have one of some effects, in the order of the brief."""
        if len(effects) == 1:
            return self._by_effect.get(effects[0], [])
        found = [step for effect in effects for step in self._by_effect.get(effect, ())]
        return sorted(found, key=lambda step: step.index)

    @cached_property
    def _by_effect(self) -> Mapping[Effect, list[Step]]:
        by_effect: dict[Effect, list[Step]] = {}
        for step in self.steps:
            by_effect.setdefault(step.effect, []).append(step)
        return by_effect

    def conditions(self, rule: TreatyRule | None) -> Conditions | None:
        """Return the conditions of a rule; `None` if they depend on parties not listed."""
        known = self._conditions
        if id(rule) not in known:
            known[id(rule)] = Conditions.of(rule, self.treaty, self.membership)
        return known[id(rule)]

    @cached_property
    def _conditions(self) -> dict[int, Conditions | None]:
        return {}

    @cached_property
    def reported_entries(self) -> tuple[Sequence[Step], Sequence[Step]]:
        """The entries into force that are reported: of the treaty, and of some parties."""
        entries = [step for step in self.having(Effect.ENTERS) if not step.is_for_territories]
        return (
            [step for step in entries if step.of_whole],
            [step for step in entries if step.parties and not step.milestone.counterparties],
        )

    @cached_property
    def steps_by_party(self) -> Mapping[str, list[Step]]:
        """The steps of each party."""
        return _by_party(self.steps)

    @cached_property
    def common_in_order(self) -> Sequence[tuple[Order, Step]]:
        """The steps that name no party, in the order of time."""
        return _in_order(self.common)

    @cached_property
    def in_order_by_party(self) -> Mapping[str, Sequence[tuple[Order, Step]]]:
        """The steps of each party, in the order of time."""
        return {party: _in_order(steps) for party, steps in self.steps_by_party.items()}

    @cached_property
    def leaving(self) -> frozenset[str]:
        """The parties that have given notice of withdrawal."""
        return frozenset(
            party for step in self.steps if step.effect is Effect.LEAVES for party in step.parties
        )

    @cached_property
    def reversals(self) -> OrderOfReversals:
        """The steps that are reversed, in the order in which that can be decided."""
        return order_of_reversals(self.steps)

    @cached_property
    def reversed_milestones(self) -> frozenset[int]:
        """The identities of the milestones that are reversed."""
        return frozenset(id(step.milestone) for step in self.steps if step.reversals)

    @cached_property
    def common(self) -> Sequence[Step]:
        """The steps that name no party."""
        return [step for step in self.steps if not step.parties]

    @cached_property
    def instruments(self) -> Sequence[Step]:
        """The deposits, exchanges and notifications that are reported, refused or announced."""
        return [
            step
            for step in self.steps
            if step.act.effect is Effect.ESTABLISHES
            and step.serves_consent
            and not step.milestone.counterparties
            and not step.is_for_territories
            and (step.effect is Effect.ESTABLISHES or not step.is_done)
        ]

    @cached_property
    def instruments_by_party(self) -> Mapping[str, list[Step]]:
        """The instruments of each party."""
        return _by_party(self.instruments)

    @cached_property
    def common_instruments(self) -> Sequence[Step]:
        """The instruments that name no party."""
        return [step for step in self.instruments if not step.parties]

    @cached_property
    def sign_for_themselves(self) -> frozenset[str]:
        """The parties whose own signature is reported, or a consent that needs none (R27)."""
        return frozenset(
            party
            for step in self.steps
            if step.effect is Effect.SIGNS or step.act.without_signature
            for party in step.parties
        )

    @cached_property
    def bound_without_consent(self) -> frozenset[str]:
        """The parties that the entry into force of the treaty binds in any case (R01, R05, R29)."""
        if self.membership.is_bilateral:
            return self.listed
        consents = [step for step in self.steps if step.effect in CONSENT]
        if self.membership.has_two_sides:
            return self.listed.difference(*(step.parties for step in consents))
        # What a party consents to that had refused says nothing about the others.
        if any(not self.answers.keys() >= {*(step.parties or [WHOLE])} for step in consents) or any(
            step.effect is Effect.COUNTS for step in self.steps
        ):
            return frozenset()
        if self.membership.is_complete:
            return self.listed
        return self.listed.difference(
            *(step.parties for step in self.steps if step.effect in {Effect.SIGNS, Effect.PROCEEDS})
        )

    @cached_property
    def answers(self) -> Mapping[str, Sequence[Step]]:
        """The steps of each party that has refused something, up to its consent (R05)."""
        answers = {
            party: [step for step in steps if step.answers]
            for party, steps in self.steps_by_party.items()
        }
        return {
            party: steps
            for party, steps in answers.items()
            if any(step.is_refused for step in steps)
        }

    @cached_property
    def precluding(self) -> Mapping[str, Mapping[str, list[tuple[Step, str]]]]:
        """The objections that keep the treaty out of force between two parties (R30).

        By both of the parties; each objection with the one that makes it.
        """
        found: dict[str, dict[str, list[tuple[Step, str]]]] = {}
        for step in self.steps:
            if step.effect is not Effect.PRECLUDES:
                continue
            target = self._by_id.get(local_id(step.milestone.toward or "", self.treaty.id))
            others = step.milestone.counterparties or (target.parties if target else ())
            for party, other in product(step.parties, others):
                if party != other:
                    for one, toward in ((party, other), (other, party)):
                        found.setdefault(one, {}).setdefault(toward, []).append((step, party))
        return found

    @cached_property
    def rules(self) -> Sequence[TreatyRule]:
        """The rules of entry into force of the treaty itself."""
        return [rule for rule in self.treaty.entry_rules if not is_for_later_parties_only(rule)]

    @cached_property
    def required(self) -> Sequence[Step]:
        """The steps that the entry into force of the treaty requires (R25)."""
        references = dict.fromkeys(
            local_id(reference, self.treaty.id)
            for step in self.steps
            if step.act.effect is Effect.ENTERS
            and step.of_whole
            and step.milestone.scope is None
            and (step.is_done or step.is_open)
            for reference in step.milestone.requires
        )
        return [self._by_id[reference] for reference in references if reference in self._by_id]

    @cached_property
    def _by_id(self) -> Mapping[str, Step]:
        return {step.milestone.id: step for step in self.steps if step.milestone.id is not None}


def _by_party(steps: Sequence[Step]) -> dict[str, list[Step]]:
    by_party: dict[str, list[Step]] = {}
    for step in steps:
        for party in step.parties:
            by_party.setdefault(party, []).append(step)
    return by_party


def _in_order(steps: Sequence[Step]) -> list[tuple[Order, Step]]:
    return sorted(
        ((order(step.milestone, step.index), step) for step in steps), key=lambda placed: placed[0]
    )
