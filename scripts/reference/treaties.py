"""The tables of the treaty engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from diplobrief.treaties import (
    ACTS,
    EFFECTS,
    PARTY_STAGES,
    PRECEDENCE,
    READINGS,
    TREATY_STAGES,
    Effect,
)
from diplobrief.treaties.reading_examples import EXAMPLES
from scripts.reference.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.model import Milestone
    from diplobrief.treaties.precedence import Precedence
    from diplobrief.treaties.reading_examples import ReadingExample

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


def readings() -> Iterator[str]:
    """Yield a table of the readings, each with its basis and an example."""
    examples = {example.reading: example for example in EXAMPLES}
    yield from table(
        ["Id", "Reading", "Basis", "Example"],
        (
            [
                f'<span id="{reading.id.lower()}">{reading.id}</span>',
                reading.sentence,
                reading.basis,
                _example(examples[reading.id]),
            ]
            for reading in READINGS.values()
        ),
    )


def _example(example: ReadingExample) -> str:
    """Return an example in words: what was done, and the stage on the day that it decides."""
    treaty = example.treaty
    parties = f"Parties {', '.join(treaty.parties)}. " if treaty.parties else ""
    acts = "; ".join(map(_act, treaty.milestones))
    members = "; ".join(f"{name}: {_written(value)}" for name, value in example.members.items())
    about = "the treaty" if example.party is None else example.party
    if example.toward is not None:
        about += f" towards {example.toward}"
    rules = f" ({members})" if members else ""
    return f"{parties}{acts}{rules}. On {example.on}, {about} is `{example.stage}`."


def _act(milestone: Milestone) -> str:
    by = f" of {', '.join(milestone.parties)}" if milestone.parties else ""
    towards = f" towards {', '.join(milestone.counterparties)}" if milestone.counterparties else ""
    status = "" if milestone.status == "completed" else f" ({milestone.status})"
    effective = f", effective {milestone.effective}" if milestone.effective else ""
    return f"{milestone.kind}{by}{towards} {milestone.date}{effective}{status}"


def _written(value: object) -> str:
    """Return a value of a brief as YAML on one line."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return "{" + ", ".join(f"{name}: {_written(part)}" for name, part in members.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, cast("list[object]", value))) + "]"
    return str(value)


def precedence() -> Iterator[str]:
    """Yield a table of the acts that come before others."""
    yield from table(["First", "Then", "Basis"], map(_row, PRECEDENCE))


def _row(order: Precedence) -> list[str]:
    later = ", ".join(f"`{kind}`" for kind in ACTS if kind in order.later)
    exceptions = (f"not in {state}: {law}" for state, law in order.otherwise.items())
    return [f"`{order.first}`", later, "; ".join([order.basis, *exceptions])]
