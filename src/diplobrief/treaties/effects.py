"""The table of effects: whom the effect of an act reaches.

A lawyer should be able to read and correct it, like the table of acts. One row is one effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

VCLT: Final = "Vienna Convention on the Law of Treaties, "


class Effect(Enum):
    """What an act does to the stage of a party or of the treaty."""

    NONE = "It changes no stage."
    NEGOTIATES = "The text is being made."
    SETTLES = "The text is settled."
    SIGNS = "A party signs, or all do."
    PROCEEDS = "A party takes a step towards consent, whatever its outcome."
    CONSENTS = "A party expresses its consent to be bound."
    ESTABLISHES = "Consent is established towards the other parties, from this day on."
    APPLIES = "The treaty is applied before it is in force."
    ENTERS = "The treaty becomes binding."
    CONTINUES = "A treaty in force stays in force."
    SUSPENDS = "The operation of the treaty is suspended."
    RESUMES = "The operation of the treaty is resumed."
    LEAVES = "A party leaves when the notice takes effect."
    PRECLUDES = "The treaty is not in force between two parties."
    ENDS = "The treaty ends."
    UNDOES = "The milestones that it names in `reverses` lose their effect."
    COUNTS = "A number of parties is reported."


@dataclass(frozen=True, slots=True)
class EffectRule:
    """Whom an effect reaches.

    Args:
        effect: The effect.
        basis: The article or practice on which it rests.
        by_one: Whether the act of one party also has it for the treaty as a whole.
        by_all: For which parties an act that names no party has it: for the listed parties, for
            each party, or for none.
        shows_force: Whether such an act is only possible if the treaty is in force or applied.
        refused: What it is within a party if the act is refused or returned.
        until_effect: Whether the act can only be reversed before it takes effect.
    """

    effect: Effect
    basis: str
    by_one: bool = False
    by_all: Literal["none", "listed", "each"] = "none"
    shows_force: bool = False
    refused: Effect = Effect.NONE
    until_effect: bool = False


_ROWS: Final = (
    EffectRule(Effect.NONE, "By definition"),
    EffectRule(Effect.NEGOTIATES, VCLT + "article 2(1)(e)", by_one=True),
    EffectRule(Effect.SETTLES, VCLT + "articles 9 and 10", by_one=True),
    # The signature of one party settles the text; a bilateral treaty is signed by both.
    EffectRule(Effect.SIGNS, VCLT + "articles 11 and 18(a)", by_all="listed"),
    # A rejection by one chamber, or a law that is sent back, does not end the procedure.
    EffectRule(
        Effect.PROCEEDS,
        "Constitutional law of the party; compare " + VCLT + "article 46",
        by_one=True,
        refused=Effect.PROCEEDS,
    ),
    EffectRule(
        Effect.CONSENTS,
        VCLT + "articles 11, 14, 15 and 18",
        by_one=True,
        by_all="listed",
        refused=Effect.PROCEEDS,
    ),
    EffectRule(Effect.ESTABLISHES, VCLT + "article 16", by_one=True, by_all="listed"),
    EffectRule(Effect.APPLIES, VCLT + "article 25(1)", by_one=True, by_all="listed"),
    # Which parties the entry into force of the treaty binds depends on who has consented.
    EffectRule(Effect.ENTERS, VCLT + "article 24", by_one=True),
    EffectRule(Effect.CONTINUES, VCLT + "articles 39 and 54", shows_force=True),
    # If one of several parties suspends, the treaty operates between the others (article 58).
    EffectRule(
        Effect.SUSPENDS, VCLT + "articles 57, 58, 60 and 72", by_all="each", shows_force=True
    ),
    EffectRule(Effect.RESUMES, VCLT + "article 72(2)", by_all="each", shows_force=True),
    EffectRule(Effect.LEAVES, VCLT + "articles 54 to 56 and 65 to 68", until_effect=True),
    EffectRule(Effect.PRECLUDES, VCLT + "articles 20(4)(b) and 21(3)"),
    # For the parties it follows from the stage of the treaty.
    EffectRule(Effect.ENDS, VCLT + "articles 54 and 70"),
    EffectRule(Effect.UNDOES, VCLT + "articles 18(a), 22 and 68"),
    EffectRule(Effect.COUNTS, VCLT + "article 77(1)(f)", by_one=True),
)

EFFECTS: Final[dict[Effect, EffectRule]] = {row.effect: row for row in _ROWS}
"""The rules of effects."""

CONSENT: Final = frozenset({Effect.CONSENTS, Effect.ESTABLISHES})
"""The effects of acts that express or establish consent to be bound."""

SHOWS_FORCE: Final = frozenset(row.effect for row in _ROWS if row.shows_force)
"""The effects of acts that are only possible if the treaty is in force or applied (R13)."""

TOWARDS_SOME: Final = frozenset({Effect.ENTERS, Effect.APPLIES})
"""The effects that an act towards some parties only also has for the party itself (R19)."""

NEEDS_A_TREATY: Final = frozenset(
    {
        Effect.SIGNS,
        Effect.CONSENTS,
        Effect.ESTABLISHES,
        Effect.APPLIES,
        Effect.ENTERS,
        Effect.CONTINUES,
        Effect.SUSPENDS,
        Effect.RESUMES,
        Effect.LEAVES,
    }
)
"""The effects of acts that are only possible while there is a treaty (article 70)."""
