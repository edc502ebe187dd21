"""The stages of a treaty and of a party, lowest first, each with its meaning and basis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

TreatyStage = Literal[
    "none",
    "negotiating",
    "adopted",
    "signed",
    "being_ratified",
    "ratified",
    "provisionally_applied",
    "in_force",
    "suspended",
    "terminated",
    "expired",
    "rejected",
]
"""How far a treaty has come."""

PartyStage = Literal[
    "none",
    "signed",
    "unsigned",
    "being_ratified",
    "ratified",
    "provisionally_applied",
    "in_force",
    "suspended",
    "withdrawing",
    "withdrawn",
    "terminated",
    "expired",
]
"""How far a party has come with a treaty."""

_CONSENT: Final = ("ratification", "acceptance", "approval")


S = TypeVar("S", bound=str)


@dataclass(frozen=True, slots=True)
class Stage(Generic[S]):
    """What a stage means.

    Args:
        name: The stage.
        meaning: Its meaning, in one sentence.
        basis: The article or practice on which it rests.
        awaits: The kinds of act that the law of treaties provides for next.
    """

    name: S
    meaning: str
    basis: str
    awaits: tuple[str, ...] = ()


_VCLT: Final = "Vienna Convention on the Law of Treaties, "

_OF_TREATY: Final[tuple[Stage[TreatyStage], ...]] = (
    Stage("none", "No act is reported by that day.", "", ("negotiation",)),
    Stage(
        "negotiating",
        "The text is being negotiated.",
        _VCLT + "article 2(1)(e)",
        ("adoption", "signature"),
    ),
    Stage("adopted", "The text is settled.", _VCLT + "articles 9 and 10", ("signature",)),
    Stage(
        "signed",
        "It was signed, by both of two parties or by the first of several.",
        _VCLT + "articles 11 and 12",
        _CONSENT,
    ),
    Stage(
        "being_ratified",
        "A party has begun its procedure or has consented; the conditions are not all met.",
        _VCLT + "articles 14 to 16",
        _CONSENT,
    ),
    Stage(
        "ratified",
        "All conditions of entry into force are met, but its day has not come.",
        _VCLT + "article 24",
        ("entry_into_force",),
    ),
    Stage(
        "provisionally_applied",
        "It is applied before it is in force.",
        _VCLT + "article 25",
        ("entry_into_force",),
    ),
    Stage("in_force", "It binds its parties.", _VCLT + "articles 24 and 26"),
    Stage(
        "suspended",
        "It is in force, but its operation is suspended for all parties.",
        _VCLT + "articles 57, 58 and 72",
        ("resumption",),
    ),
    Stage("terminated", "It has ended by agreement or by law.", _VCLT + "articles 54 to 64"),
    Stage("expired", "It has ended with its term.", _VCLT + "article 54(a)"),
    Stage("rejected", "It was refused as a whole.", "Treaty practice"),
)

TREATY_STAGES: Final[dict[TreatyStage, Stage[TreatyStage]]] = {
    stage.name: stage for stage in _OF_TREATY
}
"""The stages of a treaty by name."""

_OF_PARTY: Final[tuple[Stage[PartyStage], ...]] = (
    Stage("none", "No act of it is reported yet.", "", ("signature", "accession")),
    Stage("signed", "It has signed.", _VCLT + "articles 12 and 18(a)", _CONSENT),
    Stage(
        "unsigned",
        "It has made clear that it will not become a party.",
        _VCLT + "article 18(a)",
        ("accession",),
    ),
    Stage(
        "being_ratified",
        "Its own procedure has begun; it has not yet consented towards the others.",
        "Constitutional law of the party",
        _CONSENT,
    ),
    Stage(
        "ratified",
        "It has consented to be bound, but the treaty does not bind it yet.",
        _VCLT + "articles 11 to 16 and 18(b)",
        ("entry_into_force",),
    ),
    Stage(
        "provisionally_applied",
        "It applies the treaty before the treaty binds it.",
        _VCLT + "article 25",
        ("entry_into_force",),
    ),
    Stage("in_force", "The treaty binds it.", _VCLT + "articles 2(1)(g) and 26"),
    Stage(
        "suspended",
        "It is a party; the operation of the treaty is suspended for it.",
        _VCLT + "article 72",
        ("resumption",),
    ),
    Stage(
        "withdrawing",
        "It has given notice, and is bound until the notice takes effect.",
        _VCLT + "articles 56, 67 and 68",
        ("revocation",),
    ),
    Stage("withdrawn", "It has left.", _VCLT + "articles 54, 56 and 70", ("accession",)),
    Stage("terminated", "It was bound until the treaty was terminated.", _VCLT + "article 70"),
    Stage("expired", "It was bound until the treaty expired.", _VCLT + "article 70"),
)

IN_OPERATION: Final[frozenset[PartyStage]] = frozenset(
    {"provisionally_applied", "in_force", "suspended", "withdrawing"}
)
"""The stages in which the treaty binds a party, or the party applies it."""

PARTY_STAGES: Final[dict[PartyStage, Stage[PartyStage]]] = {
    stage.name: stage for stage in _OF_PARTY
}
"""The stages of a party by name."""
