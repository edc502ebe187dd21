"""The tables of the treaty engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.treaties import ACTS, EFFECTS, PARTY_STAGES, PRECEDENCE, TREATY_STAGES, Effect
from scripts.reference.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.treaties.precedence import Precedence

_REACH: Final = {"none": "", "listed": "listed parties", "each": "each party"}


def acts() -> Iterator[str]:
    """Yield a table of the kinds of act and their effects."""
    yield from table(
        ["Act", "What it does", "Basis"],
        ([f"`{act.kind}`", act.effect.value, act.basis] for act in ACTS.values()),
    )


def effects() -> Iterator[str]:
    """Yield a table of the effects and whom they reach."""
    yield from table(
        ["Effect", "By one party, for the treaty", "By all parties, for", "Basis"],
        (
            [row.effect.value, "yes" if row.by_one else "", _REACH[row.by_all], row.basis]
            for row in EFFECTS.values()
            if row.effect is not Effect.NONE
        ),
    )


def stages() -> Iterator[str]:
    """Yield a table of the stages of a treaty, and one of the stages of a party."""
    for title, known in (("treaty", TREATY_STAGES), ("party", PARTY_STAGES)):
        yield from table(
            [f"Stage of a {title}", "Meaning", "Basis"],
            ([f"`{stage.name}`", stage.meaning, stage.basis] for stage in known.values()),
        )


def precedence() -> Iterator[str]:
    """Yield a table of the acts that come before others."""
    yield from table(["First", "Then", "Basis"], map(_row, PRECEDENCE))


def _row(order: Precedence) -> list[str]:
    later = ", ".join(f"`{kind}`" for kind in ACTS if kind in order.later)
    exceptions = (f"not in {state}: {law}" for state, law in order.otherwise.items())
    return [f"`{order.first}`", later, "; ".join([order.basis, *exceptions])]
