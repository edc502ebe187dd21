"""The table of acts: what each kind of milestone does to a treaty.

A lawyer should be able to read and correct it. One row is one kind of milestone. Rows are in the
order of the law of treaties; if two acts take effect on the same day, the later row comes later.
The article on which a row rests is that of the vocabulary, `diplobrief.model.vocabulary.treaties`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from diplobrief.model.vocabulary.treaties import MILESTONE_KINDS
from diplobrief.treaties.effects import Effect


@dataclass(frozen=True, slots=True)
class ActRule:
    """What one kind of milestone does.

    Args:
        kind: The kind of milestone.
        effect: What it does.
        basis: The article or practice on which it rests.
        in_part: Whether it has its effect even if it is limited to some articles or territories;
            otherwise such an act changes no stage.
        by_some: What it does as the act of some parties only, if that is different.
        ends_as: The stage in which the treaty ends by it.
        refuses: Whether the treaty is rejected if this act of the treaty as a whole is rejected.
        without_signature: Whether it is the consent of a party that has not signed.
        is_instrument: Whether it establishes consent by itself, without a deposit or an exchange.
        binds_at_once: Whether the time for later parties does not run after it.
        rank: The order among acts of one day.
    """

    kind: str
    effect: Effect
    basis: str = ""
    in_part: bool = False
    by_some: Effect | None = None
    ends_as: str = ""
    refuses: bool = False
    without_signature: bool = False
    is_instrument: bool = False
    binds_at_once: bool = False
    rank: int = 0


def _consent(
    kind: str,
    *,
    without_signature: bool = False,
    is_instrument: bool = False,
    binds_at_once: bool = False,
) -> ActRule:
    return ActRule(
        kind,
        Effect.CONSENTS,
        in_part=True,
        refuses=True,
        without_signature=without_signature,
        is_instrument=is_instrument,
        binds_at_once=binds_at_once,
    )


_ROWS: Final = (
    ActRule("negotiation", Effect.NEGOTIATES, in_part=True),
    ActRule("initialling", Effect.SETTLES),
    ActRule("adoption", Effect.SETTLES, refuses=True),
    ActRule("authentication", Effect.SETTLES),
    ActRule("opening_for_signature", Effect.SETTLES),
    ActRule("signature", Effect.SIGNS, in_part=True, refuses=True),
    ActRule("government_approval", Effect.PROCEEDS, in_part=True),
    ActRule("transmittal", Effect.PROCEEDS, in_part=True),
    ActRule("submission", Effect.PROCEEDS, in_part=True),
    ActRule("committee_recommendation", Effect.PROCEEDS, in_part=True),
    # The press often calls this vote "ratification"; it is not yet consent to be bound.
    ActRule("parliamentary_approval", Effect.PROCEEDS, in_part=True),
    ActRule("referendum", Effect.PROCEEDS, in_part=True),
    ActRule("referral_to_court", Effect.PROCEEDS, in_part=True),
    ActRule("constitutional_review", Effect.PROCEEDS, in_part=True),
    # A law "on ratification" authorizes the ratification; the instrument is an act of its own.
    ActRule("promulgation", Effect.PROCEEDS, in_part=True),
    ActRule("publication", Effect.PROCEEDS, in_part=True),
    # Consent to be bound by a part of a treaty is consent (article 17), and so is consent for
    # some territories (article 29).
    _consent("definitive_signature", without_signature=True, is_instrument=True),
    _consent("ratification"),
    _consent("acceptance"),
    _consent("approval"),
    _consent("accession", without_signature=True),
    _consent("succession", without_signature=True, is_instrument=True, binds_at_once=True),
    ActRule("exchange_of_instruments", Effect.ESTABLISHES, in_part=True),
    ActRule("deposit", Effect.ESTABLISHES, in_part=True),
    # A notification of completed internal procedures. One that serves another act has `toward`.
    ActRule("notification", Effect.ESTABLISHES),
    ActRule("tally", Effect.COUNTS),
    # Article 25 speaks of "a treaty or a part of a treaty".
    ActRule("provisional_application", Effect.APPLIES, in_part=True),
    # An entry into force of some articles does not change the stage of the treaty.
    ActRule("entry_into_force", Effect.ENTERS, refuses=True),
    ActRule("registration", Effect.NONE),
    ActRule("reservation", Effect.NONE),
    ActRule("declaration", Effect.NONE),
    # An objection alone does not keep a treaty out of force between the two.
    ActRule("objection", Effect.NONE),
    ActRule("objection_precluding_entry", Effect.PRECLUDES),
    ActRule("amendment", Effect.NONE),
    # Only a treaty in force has a term that can be extended.
    ActRule("extension", Effect.CONTINUES),
    ActRule("suspension", Effect.SUSPENDS),
    ActRule("resumption", Effect.RESUMES),
    # A notice can only be revoked before it takes effect (article 68).
    ActRule("withdrawal", Effect.LEAVES),
    ActRule("revocation", Effect.UNDOES, in_part=True),
    # If one of several parties terminates, it leaves; the treaty goes on without it (article 55).
    ActRule("termination", Effect.ENDS, by_some=Effect.LEAVES, ends_as="terminated"),
    # A term ends for all; an expiry for some parties does not change the stage of the treaty.
    ActRule("expiry", Effect.ENDS, by_some=Effect.NONE, ends_as="expired"),
)

_OTHER: Final = ActRule("x-", Effect.NONE, "An extension term, whose meaning is not known")


ACTS: Final[dict[str, ActRule]] = {
    row.kind: replace(row, basis=MILESTONE_KINDS[row.kind].source, rank=rank)
    for rank, row in enumerate(_ROWS, start=1)
}
"""The rules of acts by kind of milestone, in the order of the law of treaties."""


def act_rule(kind: str) -> ActRule:
    """Return what a kind of milestone does. An extension term changes no stage.

    Example:
        >>> act_rule("deposit").basis
        'Vienna Convention on the Law of Treaties, article 16(b)'
        >>> act_rule("x-toast").effect.name
        'NONE'
    """
    return ACTS.get(kind, _OTHER)
