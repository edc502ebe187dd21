"""The table of acts: what each kind of milestone does to a treaty, and on which law that rests.

It is meant to be read and corrected by a lawyer. One row is one kind of milestone. Rows stand in
the order of the law of treaties; where two acts of one day compete, the later row is the later act.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from diplobrief.treaties.effects import DOMESTIC, VCLT, Effect


@dataclass(frozen=True, slots=True)
class ActRule:
    """What one kind of milestone does.

    Args:
        kind: The kind of milestone.
        effect: What it does.
        basis: The article or practice that says so.
        in_part: Whether it still has its effect where it is limited to some articles or
            territories; otherwise such an act changes no stage.
        by_some: What it does as the act of some parties only, where that is something else.
        ends_as: The stage in which the treaty ends by it.
        refuses: Whether the treaty is rejected where this act of the treaty as a whole is.
        without_signature: Whether it is the consent of a party that has not signed.
        rank: The order among acts of one day.
    """

    kind: str
    effect: Effect
    basis: str
    in_part: bool = False
    by_some: Effect | None = None
    ends_as: str = ""
    refuses: bool = False
    without_signature: bool = False
    rank: int = 0


def _consent(kind: str, basis: str, *, without_signature: bool = False) -> ActRule:
    return ActRule(
        kind,
        Effect.CONSENTS,
        basis,
        in_part=True,
        refuses=True,
        without_signature=without_signature,
    )


_ROWS: Final = (
    ActRule("negotiation", Effect.NEGOTIATES, VCLT + "article 2(1)(e)", in_part=True),
    ActRule("initialling", Effect.SETTLES, VCLT + "article 10(b)"),
    ActRule("adoption", Effect.SETTLES, VCLT + "article 9", refuses=True),
    ActRule("authentication", Effect.SETTLES, VCLT + "article 10"),
    ActRule("opening_for_signature", Effect.SETTLES, "United Nations Treaty Handbook, glossary"),
    # A signature that binds by itself (article 12) is followed by an entry into force, which
    # the brief reports; the act alone does not show it.
    ActRule(
        "signature", Effect.SIGNS, VCLT + "articles 11, 12 and 18(a)", in_part=True, refuses=True
    ),
    ActRule("submission", Effect.PROCEEDS, DOMESTIC, in_part=True),
    ActRule("committee_recommendation", Effect.PROCEEDS, DOMESTIC, in_part=True),
    # What the press calls "ratified" is often this vote; it is no consent to be bound.
    ActRule("parliamentary_approval", Effect.PROCEEDS, DOMESTIC, in_part=True),
    ActRule("referendum", Effect.PROCEEDS, DOMESTIC, in_part=True),
    ActRule("referral_to_court", Effect.PROCEEDS, DOMESTIC, in_part=True),
    ActRule("constitutional_review", Effect.PROCEEDS, DOMESTIC, in_part=True),
    # A law "on ratification" authorizes the ratification, which is the instrument.
    ActRule("promulgation", Effect.PROCEEDS, DOMESTIC, in_part=True),
    ActRule("publication", Effect.PROCEEDS, DOMESTIC, in_part=True),
    # Consent to be bound by a part of a treaty is consent (article 17), and one for some
    # territories too (article 29).
    _consent("ratification", VCLT + "articles 2(1)(b), 14(1)"),
    _consent("acceptance", VCLT + "articles 2(1)(b), 14(2)"),
    _consent("approval", VCLT + "articles 2(1)(b), 14(2)"),
    _consent("accession", VCLT + "articles 2(1)(b) and 15", without_signature=True),
    _consent(
        "succession",
        "Vienna Convention on Succession of States in respect of Treaties, articles 17, 22 and 34",
        without_signature=True,
    ),
    ActRule(
        "exchange_of_instruments", Effect.ESTABLISHES, VCLT + "articles 13 and 16(a)", in_part=True
    ),
    ActRule("deposit", Effect.ESTABLISHES, VCLT + "article 16(b)", in_part=True),
    # Of completed internal procedures; one that serves another act says so with `toward`.
    ActRule("notification", Effect.ESTABLISHES, VCLT + "articles 16(c) and 78"),
    ActRule("tally", Effect.COUNTS, "Practice of depositaries; " + VCLT + "article 77(1)(f)"),
    # Applied in part is applied: article 25 speaks of "a treaty or a part of a treaty".
    ActRule("provisional_application", Effect.APPLIES, VCLT + "article 25(1)", in_part=True),
    # For some articles or territories only, it leaves the stage of the whole as it is.
    ActRule("entry_into_force", Effect.ENTERS, VCLT + "article 24", refuses=True),
    ActRule(
        "registration",
        Effect.NONE,
        "Charter of the United Nations, article 102; " + VCLT + "article 80",
    ),
    ActRule("reservation", Effect.NONE, VCLT + "articles 2(1)(d) and 19 to 23"),
    ActRule("declaration", Effect.NONE, "United Nations Treaty Handbook, glossary"),
    # An objection keeps a treaty out of force between two states only (article 20(4)(b)).
    ActRule("objection", Effect.NONE, VCLT + "articles 20(4)(b), 20(5) and 21(3)"),
    ActRule("amendment", Effect.NONE, VCLT + "articles 39 to 41"),
    # Only what is in force has a term that can be prolonged.
    ActRule("extension", Effect.CONTINUES, "The treaty's provisions; " + VCLT + "article 39"),
    ActRule("suspension", Effect.SUSPENDS, VCLT + "articles 57, 58, 60 and 72"),
    ActRule("resumption", Effect.RESUMES, VCLT + "article 72(2)"),
    # A notice can be revoked until it takes effect (article 68), and not later.
    ActRule("withdrawal", Effect.LEAVES, VCLT + "articles 54, 56, 65 to 68"),
    ActRule("revocation", Effect.UNDOES, VCLT + "articles 18(a), 22 and 68", in_part=True),
    # One party of several that terminates leaves; the treaty goes on without it (article 55).
    ActRule(
        "termination",
        Effect.ENDS,
        VCLT + "articles 54, 55, 59 to 62 and 70",
        by_some=Effect.LEAVES,
        ends_as="terminated",
    ),
    # A term runs out for all; for some parties only it says nothing of the treaty.
    ActRule(
        "expiry",
        Effect.ENDS,
        "The treaty's provisions; " + VCLT + "article 54(a)",
        by_some=Effect.NONE,
        ends_as="expired",
    ),
)

_OTHER: Final = ActRule("x-", Effect.NONE, "An extension term: its meaning is not known here")


ACTS: Final[dict[str, ActRule]] = {
    row.kind: replace(row, rank=rank) for rank, row in enumerate(_ROWS, start=1)
}
"""The rules of acts by kind of milestone, in the order of the law of treaties."""


def act_rule(kind: str) -> ActRule:
    """Return what a kind of milestone does; an extension term changes no stage.

    Example:
        >>> act_rule("deposit").basis
        'Vienna Convention on the Law of Treaties, article 16(b)'
        >>> act_rule("x-toast").effect.name
        'NONE'
    """
    return ACTS.get(kind, _OTHER)
