"""The milestones of a treaty as steps: whose they are, when they count, and what undoes them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.acts import ActRule, act_rule
from diplobrief.treaties.days import FUTURE, PAST, Days
from diplobrief.treaties.effects import EFFECTS, Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.model.treaties import Milestone, Treaty, TreatyRule

OPEN_STATUSES: Final = frozenset({"scheduled", "expected", "postponed", "draft"})
"""Statuses of what may still come."""

_NEGATIVE: Final = frozenset({"rejected", "returned"})
"""Statuses of a step that was taken, and ended with a no."""

_TAKEN: Final = frozenset({"completed"}) | _NEGATIVE

Position = tuple[int, int, int]
"""A place in the order of effect: the day, the rank of the act, the place in the brief."""

BEFORE_ALL: Final[Position] = (PAST, 0, 0)


@dataclass(slots=True, eq=False)
class Step:
    """A milestone with all that deciding on a stage needs.

    Args:
        milestone: The milestone.
        index: Its place in the treaty.
        act: What its kind does.
        effect: What it does itself, its status, scope and aim considered.
        parties: Whose act it is.
        of_whole: Whether it is an act of the treaty as a whole.
        done: The days on which it may have been done.
        takes_effect: The days on which it may have taken effect.
        serves_consent: Whether it serves consent to be bound, and no other milestone.
        undone_by: The steps that reverse it.
        undone_surely: Whether it is undone on the day that is asked for.
        undone_maybe: Whether it may be.
        stands_surely: Whether it has its effect on that day.
        stands_maybe: Whether it may have.
        origin: The consent that it is a later spell of, where that was taken back and given anew.
    """

    milestone: Milestone
    index: int
    act: ActRule
    effect: Effect
    parties: tuple[str, ...]
    of_whole: bool
    done: Days
    takes_effect: Days
    serves_consent: bool = True
    undone_by: list[Step] = field(default_factory=list["Step"])
    undone_surely: bool = False
    undone_maybe: bool = False
    stands_surely: bool = False
    stands_maybe: bool = False
    origin: Step | None = None

    @property
    def earliest(self) -> Position:
        """The earliest place that it can have in the order of effect."""
        return (self.takes_effect.first, self.act.rank, self.index)

    @property
    def latest(self) -> Position:
        """The latest place that it can have in the order of effect."""
        return (self.takes_effect.last, self.act.rank, self.index)


def steps_of(
    treaty: Treaty, owners: Callable[[Milestone], tuple[str, ...]], last_known: Days
) -> list[Step]:
    """Return the steps of a treaty in the order of the brief.

    Args:
        treaty: The treaty.
        owners: Says whose act a milestone is.
        last_known: The brief's own day. What it reports as completed was done by then.
    """
    by_id = {step.id: step for step in treaty.milestones if step.id is not None}
    notice = [rule for rule in treaty.exit_rules if not is_conditional(rule)]
    all_parties = frozenset(treaty.parties)
    steps = [
        _step(milestone, index, owners(milestone), all_parties, last_known)
        for index, milestone in enumerate(treaty.milestones)
    ]
    for step in steps:
        step.serves_consent = _serves_consent(step.milestone, treaty.id, by_id)
        if not step.serves_consent:
            step.effect = Effect.NONE
        if step.effect is Effect.LEAVES and step.milestone.effective is None and notice:
            step.takes_effect = end_of_notice(step.done, notice)
    _link_reversals(steps, treaty.id)
    return steps


def is_bilateral(treaty: Treaty) -> bool:
    """Say whether a treaty is taken as one between two parties: where it lists two.

    Both must sign it, its entry into force binds both, and it ends with the first that leaves
    (articles 24, 54 and 60(1) speak of bilateral treaties, or of all parties).
    """
    return len(treaty.parties) == 2


def is_conditional(rule: TreatyRule) -> bool:
    """Say whether a rule depends on how many parties, or which, have acted."""
    return bool(rule.count or rule.fraction or rule.named or rule.share_percent)


def _step(
    milestone: Milestone,
    index: int,
    parties: tuple[str, ...],
    all_parties: frozenset[str],
    last_known: Days,
) -> Step:
    act = act_rule(milestone.kind)
    done = Days.within(milestone.date)
    if milestone.status in _TAKEN:
        done = done.until(last_known.last)
    whole = not milestone.counterparties and (
        not parties or (bool(all_parties) and all_parties.issubset(parties))
    )
    return Step(
        milestone=milestone,
        index=index,
        act=act,
        effect=_effect(milestone, act, parties, of_whole=whole),
        parties=parties,
        of_whole=whole,
        done=done,
        takes_effect=done if milestone.effective is None else Days.within(milestone.effective),
    )


def _effect(
    milestone: Milestone, act: ActRule, parties: tuple[str, ...], *, of_whole: bool
) -> Effect:
    if milestone.scope is not None and not act.in_part:
        return Effect.NONE
    if milestone.status == "completed":
        return _done_by(act, parties, of_whole=of_whole)
    if milestone.status not in _NEGATIVE:
        return Effect.NONE
    if milestone.status == "rejected" and act.refuses and not parties and not milestone.by:
        return Effect.ENDS
    return EFFECTS[act.effect].refused if parties else Effect.NONE


def _done_by(act: ActRule, parties: tuple[str, ...], *, of_whole: bool) -> Effect:
    if act.effect is Effect.LEAVES and not parties:
        return Effect.NONE
    return act.effect if of_whole or act.by_some is None else act.by_some


def _serves_consent(milestone: Milestone, treaty: str, by_id: dict[str, Milestone]) -> bool:
    if milestone.toward is None:
        return True
    target = by_id.get(local_id(milestone.toward, treaty))
    return target is not None and act_rule(target.kind).effect in {
        Effect.CONSENTS,
        Effect.ESTABLISHES,
        Effect.ENTERS,
    }


def local_id(reference: str, treaty: str) -> str:
    """Return the id of a milestone within its treaty; of another treaty, the reference."""
    owner, hash_sign, milestone = reference.partition("#")
    return milestone if hash_sign and owner == treaty else reference


def end_of_notice(given: Days, rules: Sequence[TreatyRule]) -> Days:
    """Return the day on which a notice of withdrawal takes effect by the first of some rules."""
    ends = [given.after(rule.after).not_before(barrier(rule)) for rule in rules]
    return Days(min(end.first for end in ends), min(end.last for end in ends))


def barrier(rule: TreatyRule) -> Days:
    """Return the day before which a rule has no effect; the beginning of time without one."""
    return Days(PAST, PAST) if rule.not_before is None else Days.within(rule.not_before)


def _link_reversals(steps: Sequence[Step], treaty: str) -> None:
    by_id = {step.milestone.id: step for step in steps if step.milestone.id is not None}
    for step in steps:
        if step.milestone.status != "completed":
            continue
        for reference in step.milestone.reverses:
            undone = by_id.get(local_id(reference, treaty))
            if undone is not None and undone is not step:
                undone.undone_by.append(step)


def decide_standing(steps: Sequence[Step], on: Days) -> None:
    """Decide for each step whether it has its effect on a day: surely, maybe, or not.

    A step that undoes another may itself be undone; a circle leaves its members open.
    """
    waiting = {id(step): len(step.undone_by) for step in steps}
    undoes: dict[int, list[Step]] = {}
    for step in steps:
        for by in step.undone_by:
            undoes.setdefault(id(by), []).append(step)
    ready = deque(step for step in steps if not step.undone_by)
    while ready:
        step = ready.popleft()
        _decide(step, on)
        for undone in undoes.get(id(step), ()):
            waiting[id(undone)] -= 1
            if waiting[id(undone)] == 0:
                ready.append(undone)
    for step in steps:
        if waiting[id(step)]:
            step.undone_maybe = True
            step.stands_surely = False
            step.stands_maybe = step.milestone.status == "completed"


def _decide(step: Step, on: Days) -> None:
    acting = [by for by in step.undone_by if by.stands_maybe]
    step.undone_maybe = any(_undoes_in_time(by, step, surely=False) for by in acting)
    step.undone_surely = any(
        by.stands_surely and _undoes_in_time(by, step, surely=True) for by in acting
    )
    step.stands_surely = step.takes_effect.last <= on.first and not step.undone_maybe
    step.stands_maybe = step.takes_effect.first <= on.last and not step.undone_surely


def _undoes_in_time(by: Step, step: Step, *, surely: bool) -> bool:
    if not EFFECTS[step.effect].until_effect:
        return True
    if surely:
        return by.takes_effect.last < step.takes_effect.first
    return by.takes_effect.first < step.takes_effect.last


def has_passed(step: Step, on: Days) -> bool:
    """Say whether a step was surely done by a day, whatever became of it since."""
    return step.milestone.status in _TAKEN and step.done.last <= on.first


def lies_ahead(step: Step, on: Days) -> bool:
    """Say whether a step is still to come: it is open, or was completed only later."""
    if step.milestone.status == "completed":
        return step.done.first > on.last
    return step.milestone.status in OPEN_STATUSES and not is_overdue(step, on)


def is_overdue(step: Step, on: Days) -> bool:
    """Say whether a step was announced for a day that has passed, and not reported since."""
    announced = step.milestone.status in {"scheduled", "expected"}
    return announced and step.done.last < on.first and step.done.last < FUTURE
