"""How the stages of the parties and that of the treaty bear on each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from diplobrief.treaties.fold import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.treaties.reached import Cause
    from diplobrief.treaties.stages import PartyStage, TreatyStage

ENDED: Final = frozenset({"terminated", "expired", "rejected"})
"""The stages of a treaty that has ended."""

_BOUND: Final[frozenset[PartyStage]] = frozenset(
    {"ratified", "provisionally_applied", "in_force", "suspended", "withdrawing"}
)
_ENDS: Final[tuple[Literal["terminated", "expired"], ...]] = ("terminated", "expired")


def where_all(
    verdict: Verdict[TreatyStage],
    parties: Sequence[Verdict[PartyStage]],
    stage: PartyStage,
    whole: TreatyStage,
    enough: int,
) -> Verdict[TreatyStage]:
    """Let the whole have a stage where enough parties surely, or possibly, have one."""
    causes = [one.causes[stage] for one in parties if stage in one.causes]
    if len(causes) < enough or ENDED.issuperset(verdict.causes):
        return verdict
    surely = sum(one.only == stage for one in parties) >= enough
    result: Verdict[TreatyStage] = Verdict()
    for known, its_causes in verdict.causes.items():
        if known in ENDED or not surely:
            result.add(known, *its_causes)
    result.add(whole, *(cause for found in causes for cause in found))
    return result


def unless_left(expiry: Cause, parties: Sequence[Verdict[PartyStage]], enough: int) -> Cause | None:
    """Return the end of a term, where not so many have left before that the treaty was over."""
    left = [one.causes["withdrawn"] for one in parties if "withdrawn" in one.causes]
    firsts = sorted(min(cause.first for cause in causes) for causes in left)
    lasts = sorted(
        max(cause.last for cause in one.causes["withdrawn"])
        for one in parties
        if one.only == "withdrawn"
    )
    if len(lasts) >= enough and lasts[enough - 1] < expiry.first:
        return None
    if len(firsts) >= enough and firsts[enough - 1] < expiry.last:
        return replace(expiry, sure=False)
    return expiry


def with_end(verdict: Verdict[PartyStage], treaty: Verdict[TreatyStage]) -> Verdict[PartyStage]:
    """Let the end of a treaty end what it was for a party that it bound or was to bind."""
    ends: list[Literal["terminated", "expired"]] = [one for one in _ENDS if one in treaty.causes]
    if not ends or not _BOUND.intersection(verdict.causes):
        return verdict
    result: Verdict[PartyStage] = Verdict()
    for stage, causes in verdict.causes.items():
        if stage not in _BOUND or len(ends) < len(treaty.causes):
            result.add(stage, *causes)
    for end in ends:
        result.add(end, *treaty.causes[end])
    return result
