"""How treaties proceed: what each act does, and how far a treaty has come on a day.

- `treaty_history` returns the stages of a treaty and of each party, with their days and reasons.
- `treaty_status` looks up a day in it, and adds what is missing and what comes next.
- `timeline` returns the steps in the order of time.
- `ACTS`, `EFFECTS`, `TREATY_STAGES` and `PARTY_STAGES` are the tables on which it rests, and
  `READINGS` are the decisions that the tables do not carry.
- `PRECEDENCE` says which act of a party comes before which.
"""

from __future__ import annotations

from diplobrief.treaties.acts import ACTS, ActRule
from diplobrief.treaties.asking import treaty_status
from diplobrief.treaties.days import Days
from diplobrief.treaties.effects import EFFECTS, Effect, EffectRule
from diplobrief.treaties.history import PartyHistory, TreatyHistory, treaty_history
from diplobrief.treaties.precedence import PRECEDENCE, Precedence
from diplobrief.treaties.readings import READINGS, Reading
from diplobrief.treaties.remaining import Remaining
from diplobrief.treaties.spans import StageSpan
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
    "READINGS",
    "TREATY_STAGES",
    "ActRule",
    "Days",
    "Effect",
    "EffectRule",
    "PairStatus",
    "PartyHistory",
    "PartyStage",
    "PartyStatus",
    "Precedence",
    "Reading",
    "Remaining",
    "Stage",
    "StageSpan",
    "TimelineStep",
    "TreatyHistory",
    "TreatyStage",
    "TreatyStatus",
    "timeline",
    "treaty_history",
    "treaty_status",
]
