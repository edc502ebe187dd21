"""What may have happened last: causes of a stage, and their sums.

An act with a partial date may stand at several places in the order of effect. A `Reached` keeps
of all acts of one sort only what decides: which may be last, and which surely is in effect. So
a sum can be merged with another in constant time, and a treaty is folded in linear time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diplobrief.treaties.effects import EFFECTS, Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model.treaties import Milestone
    from diplobrief.treaties.steps import Position, Step


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that has brought about a stage, or may have.

    Args:
        first: The earliest place that it can have in the order of effect.
        last: The latest place.
        sure: Whether it surely has its effect.
        because: The milestones that it rests on.
        ends_as: For the end of a treaty, the stage in which it ends.
    """

    first: Position
    last: Position
    sure: bool
    because: tuple[Milestone, ...]
    ends_as: str = ""


@dataclass(slots=True)
class Reached:
    """The sum of all causes of one sort."""

    maybe: Cause | None = None
    """The cause whose latest place is the latest of all."""
    sure: Cause | None = None
    """The sure cause whose earliest place is the latest of all."""
    sure_until: Position | None = None
    """The latest place of any sure cause."""
    open: dict[str, Cause] = field(default_factory=dict[str, "Cause"])
    """The causes that are not sure, as one for each way in which a treaty ends."""

    def add(self, cause: Cause) -> None:
        """Take a cause into the sum."""
        if self.maybe is None or cause.last > self.maybe.last:
            self.maybe = cause
        if cause.sure:
            if self.sure is None or cause.first > self.sure.first:
                self.sure = cause
            if self.sure_until is None or cause.last > self.sure_until:
                self.sure_until = cause.last
        if not cause.sure or cause.ends_as:
            # Of two ends that are sure, either may have been the last: neither is, for sure.
            self._add_open(cause)

    def _add_open(self, cause: Cause) -> None:
        known = self.open.get(cause.ends_as, cause)
        later = max(known, cause, key=lambda one: one.last)
        first = min(known.first, cause.first)
        self.open[cause.ends_as] = replace(later, first=first, sure=False)

    def with_(self, *others: Reached) -> Reached:
        """Return the sum of this and others."""
        total = Reached(self.maybe, self.sure, self.sure_until, {**self.open})
        for other in others:
            for cause in (other.maybe, other.sure, *other.open.values()):
                if cause is not None:
                    total.add(cause)
            if other.sure_until is not None:
                total.sure_until = max(total.sure_until or other.sure_until, other.sure_until)
        return total

    def unsure(self) -> Reached:
        """Return this sum as one of which nothing is sure."""
        doubtful = Reached()
        for cause in (self.maybe, self.sure, *self.open.values()):
            if cause is not None:
                doubtful.add(replace(cause, sure=False))
        return doubtful

    def may_follow(self, limit: Cause | None) -> bool:
        """Say whether something of this sort may have come after another cause."""
        return self.maybe is not None and (limit is None or self.maybe.last > limit.first)

    def follows(self, limit: Cause | None) -> bool:
        """Say whether something of this sort surely came after another cause."""
        return self.sure is not None and (limit is None or self.sure.first > limit.last)

    @property
    def cause(self) -> Cause | None:
        """The cause to name: the sure one where there is one."""
        return self.sure or self.maybe

    def last_ones(self) -> Iterator[Cause | None]:
        """Yield what may have been the last of this sort; `None` where there may be none."""
        if self.sure is None:
            yield None
        else:
            last = self.sure_until or self.sure.last
            yield replace(self.sure, last=last)
        for cause in self.open.values():
            if self.sure is None or (cause.last > self.sure.first and not self._tells_of(cause)):
                yield cause

    def _tells_of(self, cause: Cause) -> bool:
        """Say whether the sure causes end in the same way, and no earlier."""
        return (
            self.sure is not None
            and self.sure_until is not None
            and bool(cause.ends_as)
            and cause.ends_as == self.sure.ends_as
            and cause.last <= self.sure_until
        )


def cause_of(step: Step) -> Cause:
    """Return a step as a cause of what it does on the day that its standing was decided for."""
    ends_as = "rejected" if step.milestone.status == "rejected" else step.act.ends_as
    return Cause(step.earliest, step.latest, step.stands_surely, (step.milestone,), ends_as)


@dataclass(slots=True)
class Ledger:
    """What was done by one party, by the treaty as a whole, or towards one counterparty."""

    by_effect: dict[Effect, Reached] = field(default_factory=dict[Effect, Reached])
    notices: Reached = field(default_factory=Reached)
    """Notices of withdrawal that surely have not taken effect."""
    notices_maybe: Reached = field(default_factory=Reached)
    """Notices of withdrawal that may not have taken effect."""
    unsigned: Reached = field(default_factory=Reached)
    """Signatures taken back."""
    taken_back: Reached = field(default_factory=Reached)
    """Acts by which a consent to be bound was taken back."""
    implied: Reached = field(default_factory=Reached)
    """Acts that show that the treaty is in force."""

    def sum_of(self, *effects: Effect) -> Reached:
        """Return the sum of all acts with one of these effects."""
        found = [self.by_effect[effect] for effect in effects if effect in self.by_effect]
        if len(found) == 1:
            return found[0]
        return found[0].with_(*found[1:]) if found else Reached()

    @property
    def procedure(self) -> Reached:
        """The steps towards consent, without those of a consent that was taken back."""
        return self.procedure_after(self.taken_back)

    def procedure_after(self, taken_back: Reached) -> Reached:
        """The steps towards consent, without those before a signature or consent taken back."""
        steps = self.sum_of(Effect.PROCEEDS)
        undone = taken_back.with_(self.unsigned)
        if undone.maybe is None:
            return steps
        under_way = Reached()
        if steps.sure is not None and steps.follows(undone.maybe):
            under_way.add(steps.sure)
        if steps.maybe is not None and steps.may_follow(undone.sure):
            under_way.add(replace(steps.maybe, sure=False))
        return under_way

    def put(self, effect: Effect, cause: Cause) -> None:
        """Enter a cause under an effect."""
        self.by_effect.setdefault(effect, Reached()).add(cause)

    def enter(self, step: Step, today: tuple[int, int]) -> None:
        """Enter a step; `today` is the first and the last day that is asked for."""
        if EFFECTS[step.effect].ends_procedure and step.takes_effect.first <= today[1]:
            for by in step.undone_by:
                if by.stands_maybe:
                    self._enter_taking_back(step, by, today)
        if step.effect is Effect.LEAVES:
            self._enter_notice(step, today)
        if step.stands_maybe:
            self.put(step.effect, cause_of(step))
            if EFFECTS[step.effect].shows_force:
                self.implied.add(cause_of(step))

    def _enter_taking_back(self, step: Step, by: Step, today: tuple[int, int]) -> None:
        taken_back = Cause(
            max(step.earliest, by.earliest),
            max(step.latest, by.latest),
            by.stands_surely and step.takes_effect.last <= today[0],
            (by.milestone,),
        )
        (self.unsigned if step.effect is Effect.SIGNS else self.taken_back).add(taken_back)

    def _enter_notice(self, step: Step, today: tuple[int, int]) -> None:
        first, last = today
        over = step.takes_effect.last <= first
        if step.undone_surely or over or step.done.first > last:
            return
        rank, index = step.act.rank, step.index
        notice = Cause(
            (step.done.first, rank, index),
            (step.done.last, rank, index),
            step.done.last <= first and not step.undone_maybe,
            (step.milestone,),
        )
        pending = step.takes_effect.first > last
        (self.notices if pending else self.notices_maybe).add(notice)

    def merged(self, other: Ledger) -> Ledger:
        """Return what both say together."""
        total = Ledger(
            {effect: reached.with_() for effect, reached in self.by_effect.items()},
            self.notices.with_(other.notices),
            self.notices_maybe.with_(other.notices_maybe),
            self.unsigned.with_(other.unsigned),
            self.taken_back.with_(other.taken_back),
            self.implied.with_(other.implied),
        )
        for effect, reached in other.by_effect.items():
            total.by_effect[effect] = total.by_effect.get(effect, Reached()).with_(reached)
        return total
