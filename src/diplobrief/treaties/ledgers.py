"""Who did what: the steps of a treaty, entered into the ledgers of the parties and of the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diplobrief.treaties.effects import EFFECTS, Effect
from diplobrief.treaties.reached import Cause, Ledger, Reached, cause_of
from diplobrief.treaties.steps import is_bilateral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.model.treaties import Treaty
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.steps import Step


@dataclass(slots=True)
class Own:
    """What one party did: its steps, its ledger, and what it did towards some parties only."""

    steps: list[Step] = field(default_factory=list["Step"])
    ledger: Ledger = field(default_factory=Ledger)
    towards: dict[str, Ledger] = field(default_factory=dict[str, Ledger])
    signs_for_itself: bool = False
    """Whether a signature of its own is reported, or a consent that needs none."""


@dataclass(slots=True)
class Ledgers:
    """The ledgers of a treaty on one day."""

    parties: dict[str, Own]
    unassigned: list[Step]
    """Steps without a party."""
    without_party: Ledger
    """What was done without naming a party: it holds for the parties, too."""
    treaty: Ledger
    """What moves the stage of the treaty."""


def open_ledgers(treaty: Treaty, steps: Sequence[Step], on: Days) -> Ledgers:
    """Enter all steps into the ledgers, for a day."""
    today = (on.first, on.last)
    listed = frozenset(treaty.parties)
    books = Ledgers({party: Own() for party in treaty.parties}, [], Ledger(), Ledger())
    for step in steps:
        _enter_for_parties(books, step, today)
        if step.milestone.counterparties or (step.effect is Effect.PROCEEDS and step.parties):
            continue
        if step.of_whole and step.effect is not Effect.LEAVES:
            books.treaty.enter(step, today)
        elif EFFECTS[step.effect].by_one and step.stands_maybe:
            books.treaty.put(step.effect, cause_of(step))
    procedures = [_procedure(books, party, listed) for party in books.parties]
    books.treaty.by_effect[Effect.PROCEEDS] = books.treaty.sum_of(Effect.PROCEEDS).with_(
        *procedures
    )
    _enter_signatures(books, treaty)
    return books


def _procedure(books: Ledgers, party: str, listed: frozenset[str]) -> Reached:
    own = books.parties[party]
    taken_back = own.ledger.taken_back
    if party in listed:
        taken_back = taken_back.with_(books.without_party.taken_back)
        if not own.signs_for_itself:
            taken_back = taken_back.with_(books.without_party.unsigned)
    return own.ledger.procedure_after(taken_back)


def _enter_for_parties(books: Ledgers, step: Step, today: tuple[int, int]) -> None:
    if not step.parties:
        books.unassigned.append(step)
        if not step.milestone.counterparties:
            books.without_party.enter(step, today)
        return
    for party in step.parties:
        own = books.parties.get(party)
        if own is None:
            if not _takes_part(step):
                continue
            own = books.parties.setdefault(party, Own())
        own.steps.append(step)
        if step.effect is Effect.SIGNS or step.act.without_signature:
            own.signs_for_itself = True
        if not step.milestone.counterparties:
            own.ledger.enter(step, today)
        for other in step.milestone.counterparties:
            own.towards.setdefault(other, Ledger()).enter(step, today)


def _takes_part(step: Step) -> bool:
    return step.serves_consent and step.act.effect not in {Effect.NONE, Effect.COUNTS}


def _enter_signatures(books: Ledgers, treaty: Treaty) -> None:
    """Let a treaty be signed by both of two parties, or by the first of several."""
    signed = {party: own.ledger.sum_of(Effect.SIGNS) for party, own in books.parties.items()}
    causes = [one.cause for one in signed.values() if one.cause is not None]
    if not is_bilateral(treaty):
        for cause in causes:
            books.treaty.put(Effect.SIGNS, cause)
        return
    for cause in causes:
        books.treaty.put(Effect.SETTLES, cause)
    listed = [signed[party].cause for party in treaty.parties]
    causes = [cause for cause in listed if cause is not None]
    if len(causes) == len(listed):
        both = Cause(
            max(cause.first for cause in causes),
            max(cause.last for cause in causes),
            all(cause.sure for cause in causes),
            tuple(milestone for cause in causes for milestone in cause.because),
        )
        books.treaty.put(Effect.SIGNS, both)


def ledger_of(books: Ledgers, party: str, *, listed: bool) -> Ledger:
    """Return what a party did, and what was done for all without naming a party."""
    own = books.parties[party]
    common = books.without_party
    shared = Ledger(
        {
            effect: reached
            for effect, reached in common.by_effect.items()
            if _holds(effect, own, listed=listed)
        }
    )
    if listed:
        if not own.signs_for_itself:
            shared.unsigned = common.unsigned
        shared.taken_back = common.taken_back
    return own.ledger.merged(shared)


def _holds(effect: Effect, own: Own, *, listed: bool) -> bool:
    """Say whether an act of the treaty as a whole that names no party is one of a party, too."""
    reaches = EFFECTS[effect].by_all
    if effect is Effect.SIGNS and own.signs_for_itself:
        return False
    return reaches == "each" or (reaches == "listed" and listed)
