"""The milestones of a treaty as steps: whose they are, what they do, and what reverses them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.acts import ActRule, act_rule
from diplobrief.treaties.days import FUTURE, PAST, Days
from diplobrief.treaties.effects import CONSENT, EFFECTS, Effect
from diplobrief.treaties.membership import Membership, membership_of
from diplobrief.treaties.owners import Owners

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.model.actors import Actor
    from diplobrief.model.treaties import Milestone, Treaty, TreatyRule

ANNOUNCED: Final = frozenset({"scheduled", "expected"})
"""Statuses of what is announced."""
OPEN: Final = ANNOUNCED | {"ongoing", "draft", "postponed"}
"""Statuses of what has not happened and still may."""
_ANSWERS: Final = CONSENT | {Effect.SIGNS, Effect.PROCEEDS}
_REFUSED: Final = frozenset({"rejected", "returned"})
_TAKEN: Final = _REFUSED | {"completed"}
"""Statuses of a step that was taken, whatever its outcome."""


@dataclass(slots=True, eq=False)
class Step:
    """A milestone with what the engine and the rules need to know about it.

    Args:
        milestone: The milestone.
        index: Its index in the treaty.
        act: What its kind does.
        effect: What it does itself, given its status, its scope and the step that it serves.
        parties: The parties that perform it; empty for the treaty as a whole.
        of_whole: Whether it is an act of the treaty as a whole.
        done: The days on which it may have been done.
        takes_effect: The days on which it may take effect.
        serves_consent: Whether it serves consent to be bound, and no other milestone.
        reversals: The completed steps that reverse it.
    """

    milestone: Milestone
    index: int
    act: ActRule
    effect: Effect
    parties: tuple[str, ...]
    of_whole: bool
    done: Days
    takes_effect: Days
    serves_consent: bool
    reversals: list[Step] = field(default_factory=list["Step"])

    @property
    def is_done(self) -> bool:
        """Whether it is reported as completed."""
        return self.milestone.status == "completed"

    @property
    def is_announced(self) -> bool:
        """Whether it is scheduled or expected."""
        return self.milestone.status in ANNOUNCED

    @property
    def is_open(self) -> bool:
        """Whether it has not happened and still may."""
        return self.milestone.status in OPEN

    @property
    def is_unlimited(self) -> bool:
        """Whether it is about the whole treaty and all parties, and serves no other step."""
        step = self.milestone
        return not (step.scope or step.counterparties or step.toward)

    @property
    def is_for_territories(self) -> bool:
        """Whether it is limited to some territories of a party."""
        scope = self.milestone.scope
        return scope is not None and bool(scope.territories) and not scope.articles

    @property
    def gives_consent(self) -> bool:
        """Whether an act of its kind expresses or establishes consent to be bound."""
        return self.act.effect in CONSENT

    @property
    def answers(self) -> bool:
        """Whether it shows if its parties want to be bound, or do not."""
        return (
            self.act.effect in _ANSWERS
            and self.serves_consent
            and self.milestone.status in _TAKEN
            and not self.milestone.counterparties
        )

    @property
    def is_refused(self) -> bool:
        """Whether it was rejected."""
        return self.milestone.status == "rejected"

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry into force for the whole treaty or for a territory (R19)."""
        return self.act.effect is Effect.ENTERS and (
            self.milestone.scope is None or self.is_for_territories
        )

    @property
    def leaves(self) -> bool:
        """Whether some parties, and not all together, leave by it."""
        leaving = Effect.LEAVES in {self.act.effect, self.act.by_some}
        return leaving and bool(self.parties) and not self.of_whole

    def comes_before(self, other: Step) -> bool:
        """Return whether it certainly comes on an earlier day than another step."""
        return self.done.last < other.done.first

    def was_taken_by(self, on: Days) -> bool:
        """Return whether it was certainly taken by a day, whatever its outcome."""
        return self.milestone.status in _TAKEN and self.done.last <= on.first

    def is_ahead_of(self, on: Days) -> bool:
        """Return whether it is still to come: open and not overdue, or taken only later."""
        if self.milestone.status in _TAKEN:
            return self.done.first > on.last
        return self.is_open and not self.is_overdue_on(on)

    def is_overdue_on(self, on: Days) -> bool:
        """Return whether it was announced for a day that has passed."""
        return self.is_announced and self.done.last < on.first and self.done.last < FUTURE


def steps_of(
    treaty: Treaty, actors: Mapping[str, Actor], known_until: Days
) -> tuple[list[Step], Membership]:
    """Return the steps of a treaty in the order of the brief, and its parties.

    Args:
        treaty: The treaty.
        actors: The actors of the brief, by id.
        known_until: The day of the brief. What it reports as done was done by then.
    """
    owners = Owners(actors, treaty)
    parties = [owners.of_milestone(milestone) for milestone in treaty.milestones]
    acting = [
        (act_rule(milestone.kind).effect, own)
        for milestone, own in zip(treaty.milestones, parties, strict=True)
        if milestone.status == "completed" and milestone.toward is None
    ]
    membership = membership_of(treaty, acting)
    by_id = {step.id: step for step in treaty.milestones if step.id is not None}
    steps: list[Step] = []
    for index, (milestone, own) in enumerate(zip(treaty.milestones, parties, strict=True)):
        act = act_rule(milestone.kind)
        whole = not milestone.counterparties and (not own or membership.are_all(own))
        serves = _serves_consent(milestone, treaty.id, by_id)
        has_effect = serves or act.effect is Effect.PRECLUDES  # it may be toward a reservation
        effect = _effect(milestone, act, own, of_whole=whole) if has_effect else Effect.NONE
        done = Days.within(milestone.date)
        if milestone.status in _TAKEN:
            done = done.until(known_until.last)
        takes_effect = done if milestone.effective is None else Days.within(milestone.effective)
        if effect is Effect.LEAVES and milestone.effective is None:
            takes_effect = end_of_notice(done, treaty)
        steps.append(Step(milestone, index, act, effect, own, whole, done, takes_effect, serves))
    _link_reversals(steps, treaty.id)
    return steps, membership


def is_conditional(rule: TreatyRule) -> bool:
    """Return whether a rule depends on how many parties, or which, have acted."""
    return bool(rule.count or rule.fraction or rule.named or rule.share_percent or rule.groups)


def is_for_later_parties_only(rule: TreatyRule) -> bool:
    """Return whether a rule says nothing about the entry into force of the treaty itself."""
    return (
        rule.later_parties is not None
        and not is_conditional(rule)
        and rule.after is None
        and rule.not_before is None
        and rule.met_by is None
    )


def _effect(
    milestone: Milestone, act: ActRule, parties: tuple[str, ...], *, of_whole: bool
) -> Effect:
    scope = milestone.scope
    if scope is not None and not act.in_part:
        territories = bool(scope.territories) and not scope.articles
        # R19: a territory is a part of the party's own entry into force.
        if not (act.effect is Effect.ENTERS and territories and parties):
            return Effect.NONE
    if milestone.status == "completed":
        if act.effect is Effect.LEAVES and not parties:
            return Effect.NONE
        return act.effect if of_whole or act.by_some is None else act.by_some
    if milestone.status not in _REFUSED:
        return Effect.NONE
    if milestone.status == "rejected" and act.refuses and not parties and not milestone.by:
        return Effect.ENDS
    return EFFECTS[act.effect].refused if parties else Effect.NONE


def _serves_consent(milestone: Milestone, treaty: str, by_id: Mapping[str, Milestone]) -> bool:
    if milestone.toward is None:
        return True
    target = by_id.get(local_id(milestone.toward, treaty))
    return target is not None and act_rule(target.kind).effect in CONSENT | {Effect.ENTERS}


def local_id(reference: str, treaty: str) -> str:
    """Return the id of a milestone within its treaty; of another treaty, the reference."""
    owner, hash_sign, milestone = reference.partition("#")
    return milestone if hash_sign and owner == treaty else reference


def end_of_notice(given: Days, treaty: Treaty) -> Days:
    """Return the days on which a notice of withdrawal takes effect by the rules of a treaty.

    Of several rules, the first that lets it take effect decides; without one, it does at once.
    """
    rules = [rule for rule in treaty.exit_rules if not is_conditional(rule)]
    ends = [given.after(rule.after).not_before(barrier(rule)) for rule in rules] or [given]
    return Days(min(end.first for end in ends), min(end.last for end in ends))


def barrier(rule: TreatyRule) -> Days:
    """Return the earliest day on which a rule has effect; without one, the beginning of time.

    "Not before 2026" means not before its first day.
    """
    first = PAST if rule.not_before is None else Days.within(rule.not_before).first
    return Days(first, first)


def _link_reversals(steps: Sequence[Step], treaty: str) -> None:
    by_id = {step.milestone.id: step for step in steps if step.milestone.id is not None}
    for step in steps:
        if not step.is_done:
            continue
        for reference in step.milestone.reverses:
            reversed_step = by_id.get(local_id(reference, treaty))
            if reversed_step is not None and reversed_step is not step:
                reversed_step.reversals.append(step)
