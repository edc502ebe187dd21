"""The table of effects: whom what an act does reaches, and on which law that rests.

It is meant to be read and corrected by a lawyer, as the table of acts is. One row is one effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

VCLT: Final = "Vienna Convention on the Law of Treaties, "
DOMESTIC: Final = "Constitutional law of the party; compare " + VCLT + "article 46"


class Effect(Enum):
    """What an act does to the stage of a party or of the treaty."""

    NONE = "It changes no stage."
    NEGOTIATES = "The text is being made."
    SETTLES = "The text is settled."
    SIGNS = "A party signs, or all do."
    PROCEEDS = "A step towards consent within a party; its outcome does not matter for the stage."
    CONSENTS = "A party expresses its consent to be bound."
    ESTABLISHES = "Consent is established towards the others; where given, its day counts."
    APPLIES = "The treaty is applied before it is in force."
    ENTERS = "The treaty binds."
    CONTINUES = "It says that the treaty binds, and goes on to."
    SUSPENDS = "The operation of the treaty is suspended."
    RESUMES = "The operation of the treaty is resumed, so that it binds."
    LEAVES = "A party leaves, once the notice takes effect."
    ENDS = "The treaty ends."
    UNDOES = "The milestones that it reverses are undone."
    COUNTS = "A number of parties is reported."


@dataclass(frozen=True, slots=True)
class EffectRule:
    """Whom an effect reaches.

    Args:
        effect: The effect.
        basis: The article or practice that says so.
        by_one: Whether the act of one party has it for the treaty as a whole, too.
        by_all: Which parties an act of the treaty as a whole has it for: those that the treaty
            lists, each of which the brief speaks, or none.
        shows_force: Whether only a treaty in force, or applied, can see such an act.
        refused: What it is within a party where the act is refused or returned.
        ends_procedure: Whether the procedure towards consent is over where the act is undone.
        until_effect: Whether the act can be undone only before it takes effect.
    """

    effect: Effect
    basis: str
    by_one: bool = False
    by_all: Literal["none", "listed", "each"] = "none"
    shows_force: bool = False
    refused: Effect = Effect.NONE
    ends_procedure: bool = False
    until_effect: bool = False


_ROWS: Final = (
    EffectRule(Effect.NONE, "By definition"),
    EffectRule(Effect.NEGOTIATES, VCLT + "article 2(1)(e)", by_one=True),
    EffectRule(Effect.SETTLES, VCLT + "articles 9 and 10", by_one=True),
    # That one party signs does not show that the treaty is signed: of two, both must.
    EffectRule(Effect.SIGNS, VCLT + "articles 12 and 18(a)", by_all="listed", ends_procedure=True),
    # A chamber's no, and a law that is sent back, are steps of a procedure that goes on.
    EffectRule(Effect.PROCEEDS, DOMESTIC, refused=Effect.PROCEEDS),
    EffectRule(
        Effect.CONSENTS,
        VCLT + "articles 11, 14, 15 and 18",
        by_one=True,
        by_all="listed",
        refused=Effect.PROCEEDS,
        ends_procedure=True,
    ),
    EffectRule(
        Effect.ESTABLISHES,
        VCLT + "article 16",
        by_one=True,
        by_all="listed",
        ends_procedure=True,
    ),
    EffectRule(Effect.APPLIES, VCLT + "article 25(1)", by_one=True, by_all="listed"),
    # Whom the entry into force of the whole binds follows from who has consented.
    EffectRule(Effect.ENTERS, VCLT + "article 24", by_one=True),
    EffectRule(Effect.CONTINUES, VCLT + "articles 39 and 54", shows_force=True),
    # One party that suspends leaves the treaty in operation between the others (article 58).
    EffectRule(Effect.SUSPENDS, VCLT + "articles 57, 58 and 72", by_all="each", shows_force=True),
    EffectRule(Effect.RESUMES, VCLT + "article 72(2)", by_all="each", shows_force=True),
    EffectRule(Effect.LEAVES, VCLT + "articles 54, 55 and 68", until_effect=True),
    # For the parties it follows from the stage of the treaty.
    EffectRule(Effect.ENDS, VCLT + "articles 54 and 70"),
    EffectRule(Effect.UNDOES, VCLT + "articles 18(a), 22 and 68"),
    EffectRule(Effect.COUNTS, VCLT + "article 77(1)(f)", by_one=True),
)

EFFECTS: Final[dict[Effect, EffectRule]] = {row.effect: row for row in _ROWS}
"""The rules of effects."""

CONSENT: Final = frozenset({Effect.CONSENTS, Effect.ESTABLISHES})
"""What acts do by which a party expresses or establishes its consent to be bound."""
