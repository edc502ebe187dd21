"""How treaties proceed: what each act does, and how far a treaty has come on a day.

- `treaty_status` gives the stage of a treaty and of each party, why, and what is missing.
- `timeline` gives the steps in the order of time.
- `ACTS`, `EFFECTS`, `TREATY_STAGES` and `PARTY_STAGES` are the tables that it rests on.
- `PRECEDENCE` says which act of a party comes before which.
"""

from __future__ import annotations

from diplobrief.treaties.acts import ACTS, ActRule
from diplobrief.treaties.days import Days
from diplobrief.treaties.effects import EFFECTS, Effect, EffectRule
from diplobrief.treaties.precedence import PRECEDENCE, Precedence
from diplobrief.treaties.reasoning import treaty_status
from diplobrief.treaties.rules import Remaining
from diplobrief.treaties.stages import (
    PARTY_STAGES,
    TREATY_STAGES,
    PartyStage,
    Stage,
    TreatyStage,
)
from diplobrief.treaties.status import PairStatus, PartyStatus, TreatyStatus
from diplobrief.treaties.timelines import TimelineStep, timeline

__all__ = [
    "ACTS",
    "EFFECTS",
    "PARTY_STAGES",
    "PRECEDENCE",
    "TREATY_STAGES",
    "ActRule",
    "Days",
    "Effect",
    "EffectRule",
    "PairStatus",
    "PartyStage",
    "PartyStatus",
    "Precedence",
    "Remaining",
    "Stage",
    "TimelineStep",
    "TreatyStage",
    "TreatyStatus",
    "timeline",
    "treaty_status",
]
