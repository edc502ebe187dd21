"""Who did what: the steps of a treaty, entered into the ledgers of the parties and of the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.acts import Effect
from diplobrief.treaties.reached import Cause, Ledger, Reached, cause_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.model.treaties import Treaty
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.steps import Step

_OF_THE_WHOLE: Final = {
    Effect.NEGOTIATES: Effect.NEGOTIATES,
    Effect.SETTLES: Effect.SETTLES,
    Effect.CONSENTS: Effect.CONSENTS,
    Effect.ESTABLISHES: Effect.ESTABLISHES,
    Effect.COUNTS: Effect.COUNTS,
    Effect.APPLIES: Effect.APPLIES,
    Effect.ENTERS: Effect.ENTERS,
}
"""What an act of one party does for the treaty as a whole."""

_HOLDS_FOR_EACH: Final = (Effect.SUSPENDS, Effect.RESUMES)
_HOLDS_FOR_LISTED: Final = (Effect.CONSENTS, Effect.ESTABLISHES, Effect.APPLIES)


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
        elif step.effect in _OF_THE_WHOLE and step.stands_maybe:
            books.treaty.put(_OF_THE_WHOLE[step.effect], cause_of(step))
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
    if len(treaty.parties) != 2:  # a bilateral treaty
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
    holds = [*_HOLDS_FOR_EACH]
    if listed:
        holds += _HOLDS_FOR_LISTED
        if not own.signs_for_itself:
            holds.append(Effect.SIGNS)
    shared = Ledger(
        {effect: common.by_effect[effect] for effect in holds if effect in common.by_effect}
    )
    if listed:
        if not own.signs_for_itself:
            shared.unsigned = common.unsigned
        shared.taken_back = common.taken_back
    return own.ledger.merged(shared)
