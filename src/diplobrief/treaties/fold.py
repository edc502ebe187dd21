"""From acts in order of effect to a stage, or to the stages between which it is unknown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from diplobrief.treaties.effects import CONSENT, Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diplobrief.treaties.reached import Cause, Ledger, Reached
    from diplobrief.treaties.stages import PartyStage, TreatyStage

S = TypeVar("S", bound=str)
S_co = TypeVar("S_co", bound=str, covariant=True)
_OfForce = Literal["suspended", "in_force", "provisionally_applied"]


@dataclass(slots=True)
class Verdict(Generic[S]):
    """The stages that are possible, each with the causes that it rests on."""

    causes: dict[S, tuple[Cause, ...]] = field(default_factory=dict["S", "tuple[Cause, ...]"])

    def add(self, stage: S, *causes: Cause | None) -> None:
        """Say that a stage is possible, and why."""
        known = self.causes.get(stage, ())
        self.causes[stage] = (*known, *(one for one in causes if one is not None))

    def stages(self, order: Iterable[S]) -> tuple[S, ...]:
        """Return the possible stages in their order."""
        if len(self.causes) == 1:
            return tuple(self.causes)
        return tuple(stage for stage in order if stage in self.causes)

    @property
    def only(self) -> S | None:
        """The stage, where there is one only."""
        return next(iter(self.causes)) if len(self.causes) == 1 else None

    def all_causes(self) -> Iterator[Cause]:
        """Yield the causes of all stages that are possible."""
        for causes in self.causes.values():
            yield from causes


@dataclass(frozen=True, slots=True)
class _Rung(Generic[S_co]):
    """A stage that was reached, or may have been, since the last end."""

    stage: S_co
    maybe: bool
    sure: bool
    cause: Cause | None


_ENDS: Final[dict[str, TreatyStage]] = {
    "terminated": "terminated",
    "expired": "expired",
    "rejected": "rejected",
}


def fold_party(ledger: Ledger) -> Verdict[PartyStage]:
    """Return the stage of a party; what it has left begins anew with the next act."""
    verdict: Verdict[PartyStage] = Verdict()
    for left in ledger.sum_of(Effect.LEAVES).last_ones():
        for rung in _party_rungs(ledger, left):
            if rung.maybe:
                verdict.add(rung.stage, rung.cause)
            if rung.sure:
                break
        else:
            _add_ground(verdict, ledger, left)
    return verdict


def _party_rungs(ledger: Ledger, left: Cause | None) -> Iterator[_Rung[PartyStage]]:
    yield _withdrawal(ledger, left)
    yield from _rungs_of_force(ledger, left)
    yield _rung("ratified", ledger.sum_of(*CONSENT), left)
    yield _rung("being_ratified", ledger.procedure, left)


def _withdrawal(ledger: Ledger, left: Cause | None) -> _Rung[PartyStage]:
    """Return the stage of a notice that waits; who has left can give one only as a party anew."""
    pending = ledger.notices.with_(ledger.notices_maybe)
    if left is None:
        return _rung("withdrawing", pending, None)
    bound = ledger.sum_of(*CONSENT, Effect.ENTERS, Effect.APPLIES)
    return _Rung(
        "withdrawing",
        pending.may_follow(left) and bound.may_follow(left),
        pending.follows(left) and bound.follows(left),
        pending.cause,
    )


def _add_ground(verdict: Verdict[PartyStage], ledger: Ledger, left: Cause | None) -> None:
    signed = ledger.sum_of(Effect.SIGNS)
    if signed.may_follow(left):
        verdict.add("signed", signed.cause)
    if signed.follows(left):
        return
    if left is not None:
        verdict.add("withdrawn", left)
        return
    if ledger.unsigned.maybe is not None:
        verdict.add("unsigned", ledger.unsigned.cause)
    if ledger.unsigned.sure is None:
        verdict.add("none")


def fold_treaty(ledger: Ledger, met: Reached) -> Verdict[TreatyStage]:
    """Return the stage of a treaty.

    Args:
        ledger: The acts of the whole, and of parties as far as they move the whole.
        met: That all conditions of entry into force are met.
    """
    verdict: Verdict[TreatyStage] = Verdict()
    for end in ledger.sum_of(Effect.ENDS).last_ones():
        for rung in _treaty_rungs(ledger, met, end):
            if rung.maybe:
                verdict.add(rung.stage, rung.cause)
            if rung.sure:
                break
        else:
            verdict.add(_name_of_end(end), end)
    return verdict


def _treaty_rungs(ledger: Ledger, met: Reached, end: Cause | None) -> Iterator[_Rung[TreatyStage]]:
    yield from _rungs_of_force(ledger, end)
    if end is not None and end.ends_as != "rejected":
        return  # a late signature does not bring an ended treaty back
    yield _rung("ratified", met, end)
    yield _rung("being_ratified", ledger.sum_of(Effect.PROCEEDS, *CONSENT, Effect.COUNTS), end)
    yield _rung("signed", ledger.sum_of(Effect.SIGNS), end)
    yield _rung("adopted", ledger.sum_of(Effect.SETTLES), end)
    yield _rung("negotiating", ledger.sum_of(Effect.NEGOTIATES), end)


def _rungs_of_force(ledger: Ledger, end: Cause | None) -> Iterator[_Rung[_OfForce]]:
    applied = ledger.sum_of(Effect.APPLIES)
    force = ledger.sum_of(Effect.ENTERS)
    if applied.sure is None:
        # What was applied provisionally may be suspended and resumed as well.
        implied = ledger.implied if applied.maybe is None else ledger.implied.unsure()
        force = force.with_(implied)
    yield _suspension(ledger, end, force.with_(applied))
    yield _rung("in_force", force, end)
    yield _rung("provisionally_applied", applied, end)


def _suspension(ledger: Ledger, end: Cause | None, base: Reached) -> _Rung[_OfForce]:
    suspended = ledger.sum_of(Effect.SUSPENDS)
    resumed = ledger.sum_of(Effect.RESUMES)
    maybe = (
        suspended.may_follow(end)
        and base.may_follow(end)
        and (resumed.sure is None or suspended.may_follow(resumed.sure))
    )
    sure = (
        suspended.follows(end)
        and base.follows(end)
        and (resumed.maybe is None or suspended.follows(resumed.maybe))
    )
    return _Rung("suspended", maybe, sure, suspended.cause)


def _rung(stage: S, reached: Reached, end: Cause | None) -> _Rung[S]:
    return _Rung(stage, reached.may_follow(end), reached.follows(end), reached.cause)


def _name_of_end(end: Cause | None) -> TreatyStage:
    if end is None:
        return "none"
    return _ENDS[end.ends_as]
