"""The readings: each decision of the engine that the tables do not carry, with its basis.

A reading is meant to be checked, and disagreed with, by a lawyer. The engine names the reading at
every branch that applies it, and each span of a history lists the readings on which it rests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from diplobrief.treaties.effects import VCLT


@dataclass(frozen=True, slots=True)
class Reading:
    """A decision on how the law of treaties applies to what a brief reports.

    Args:
        id: Its id, such as `R07`.
        sentence: What it says.
        basis: The article, practice or case on which it rests.
        since: The version of the format since which it applies.

    Example:
        >>> READINGS["R08"].basis
        'Vienna Convention on the Law of Treaties, article 24(3)'
    """

    id: str
    sentence: str
    basis: str
    since: str = "1.0"


SUCCESSION: Final = "Vienna Convention on Succession of States in respect of Treaties, "

TWO_PARTIES: Final = Reading(
    "R01",
    "A treaty whose complete list of parties has two entries is bilateral: it is signed once "
    "both have signed, its entry into force binds both, and it ends when one of them leaves.",
    VCLT + "articles 24(2), 54 and 60(1)",
)
MORE_PARTIES: Final = Reading(
    "R02",
    "If the list of parties is a selection, or the brief shows that there are or can be more "
    "parties than it lists, nothing follows from what all listed parties do: the treaty is not "
    "bilateral, and it does not end or lapse because of the listed parties alone.",
    VCLT + "article 55",
)
OWN_ENTRY_FIRST: Final = Reading(
    "R03",
    "A report about the entry into force for a party prevails over the rule for later parties, "
    "and that rule over the inference from the entry into force of the treaty. If the entry into "
    "force for a party is announced for a later day, the inference waits until that day.",
    VCLT + "article 24(1) and (3)",
)
ENTRY_BINDS: Final = Reading(
    "R04",
    "The entry into force of the treaty binds each party that has consented by then.",
    VCLT + "article 24(2)",
)
ENTRY_BINDS_LISTED: Final = Reading(
    "R05",
    "If the brief reports nobody's consent, the entry into force of the treaty binds all listed "
    "parties. It does not bind a party whose last reported act is a refusal. If the list is a "
    "selection, it does not bind a party of which only a signature or a step within the party is "
    "reported. If a refusal of a party is reported too, its consent says nothing about the other "
    "parties.",
    VCLT + "articles 2(1)(g), 18(a), 24 and 40(4); a brief need not list every instrument",
)
RULE_ONCE_MET: Final = Reading(
    "R06",
    "The day of entry into force follows from the treaty's own rule. A rule that has been met "
    "stays met; of several rules, the one that takes effect first decides.",
    VCLT + "article 24(1)",
)
ALL_CONSENT: Final = Reading(
    "R07",
    "Without a rule, the conditions are met while all parties consent. The day of entry into "
    "force does not follow from this.",
    VCLT + "article 24(2)",
)
LATE_AT_ONCE: Final = Reading(
    "R08",
    "A party that consents after the entry into force is bound at once, unless the treaty's "
    "rule for later parties or a report about that party says otherwise.",
    VCLT + "article 24(3)",
)
LATE_BY_RULE: Final = Reading(
    "R09",
    "A party that consents late is bound when the waiting period for later parties has passed, "
    "and not before the treaty is in force. A consent given on the day of entry into force is "
    "late, unless the conditions were met by it.",
    VCLT + "article 24(3); practice (Chemical Weapons Convention, Cuba 1997)",
)
SUCCESSION_AT_ONCE: Final = Reading(
    "R10",
    "A successor state is bound from the effective day of its succession, without the waiting "
    "period for later parties. It counts towards the number needed from the day of its "
    "notification.",
    SUCCESSION + "articles 18, 22, 23(1) and 34",
)
INSTRUMENT_COUNTS: Final = Reading(
    "R11",
    "If a deposit, exchange or notification of a party is reported or announced, its consent "
    "counts from that act. A ratification without it is a step within the party.",
    VCLT + "article 16",
)
NOTICE_PENDING: Final = Reading(
    "R12",
    "A party that has given notice is bound until the notice takes effect.",
    VCLT + "articles 56(2), 67 and 68",
)
SHOWS_FORCE: Final = Reading(
    "R13",
    "An extension, a suspension or a resumption shows that the treaty was in force for those "
    "concerned. This stays true if the act is reversed.",
    VCLT + "articles 54, 57 and 72",
)
NOTICE_SHOWS_MEMBER: Final = Reading(
    "R14",
    "A notice of withdrawal shows that the party was bound when it gave notice, or until its "
    "withdrawal if that took effect earlier. This stays true if the notice is revoked.",
    VCLT + "articles 54, 56 and 68; CJEU, C-621/18 Wightman",
)
NEW_CYCLE: Final = Reading(
    "R15",
    "A party that has left is bound again only by a new act. A consent given on or after the "
    "day of the notice counts for the time after the withdrawal, and so does an entry into "
    "force on the day of the withdrawal.",
    VCLT + "articles 15 and 70; practice (Trinidad and Tobago 1998, Guyana 1999)",
)
UNDONE_FOR_OWN: Final = Reading(
    "R16",
    "A reversal has effect for the parties that make it. A notice of withdrawal can only be "
    "revoked before it takes effect.",
    VCLT + "article 68",
)
CONSENT_ANEW: Final = Reading(
    "R17",
    "If the revocation of an act is itself revoked, the act counts again from that day, and not "
    "for the time in between.",
    VCLT + "articles 16, 24 and 28",
)
UNSIGNED: Final = Reading(
    "R18",
    "A signature or consent that is taken back ends the procedure that led to it. A party that "
    "has taken back its only signature has made clear that it does not intend to become a party.",
    VCLT + "article 18(a)",
)
TOWARDS_SOME: Final = Reading(
    "R19",
    "An entry into force or provisional application towards some parties, or for some "
    "territories, counts as one of the party itself. A suspension or withdrawal towards some "
    "parties does not.",
    VCLT + "articles 2(1)(g), 25, 29 and 72",
)
LEFT_BY_ALL: Final = Reading(
    "R20",
    "A treaty ends when one of two parties, or the last of several, has left.",
    VCLT + "articles 54 and 55",
)
SUSPENDED_BETWEEN_ALL: Final = Reading(
    "R21",
    "A treaty is suspended when it is suspended for all its parties, and a bilateral treaty "
    "when one of them has suspended it.",
    VCLT + "articles 57, 58 and 72(1)",
)
END_FOR_ALL: Final = Reading(
    "R22",
    "The end of a treaty ends it for every party that had consented or was bound, and no "
    "suspension outlasts it.",
    VCLT + "article 70",
)
TERM_ENDS: Final = Reading(
    "R23",
    "A treaty with a duration expires when that time has passed, unless it is renewed "
    "automatically, or the brief reports or announces its end, its renewal or its extension. If "
    "it is open whether it was renewed, both are possible.",
    VCLT + "article 54(a)",
)
TALLY_REACHED: Final = Reading(
    "R24",
    "A tally of exactly the number needed gives the day on which it was reached. A higher tally "
    "only shows that it was reached by then, after the last lower tally, and not so early that "
    "the treaty would have entered into force before the day that is reported. Of several "
    "tallies of one day, the highest applies.",
    "Practice of depositaries; " + VCLT + "article 77(1)(f)",
)
REQUIRED_FIRST: Final = Reading(
    "R25",
    "A milestone that the entry into force names in `requires` is one of its conditions.",
    VCLT + "article 24(1)",
)
REFUSED_LIVES_ON: Final = Reading(
    "R26",
    "After a text was refused as a whole, its history continues with the next act. A treaty that "
    "has ended continues only with a new entry into force.",
    "Treaty practice; " + VCLT + "article 70",
)
SIGNS_FOR_ITSELF: Final = Reading(
    "R27",
    "An act that names no party is one of all listed parties; a signature is not attributed to "
    "a party whose own signature, or consent without signature, is reported.",
    VCLT + "articles 11 and 12",
)

COUNTED_BACK: Final = Reading(
    "R28",
    "If the consents and tallies in the brief do not explain a reported entry into force, the "
    "day on which the conditions were met is counted back from it by the treaty's own rule; if "
    "the brief has only a rule for later parties, by their waiting period, which usually is the "
    "same.",
    VCLT + "article 24(1) and (3); a brief need not list every instrument",
)

TWO_SIDES: Final = Reading(
    "R29",
    "A treaty between two sides is signed once a party of each side has signed. It ends when all "
    "parties of one side have left, and is suspended when all of one side have suspended it. Its "
    "entry into force binds each listed party whose own consent is not reported.",
    "Practice of mixed agreements (CETA, article 1.1); " + VCLT + "articles 24(2), 54 and 60(1)",
)
NOT_BETWEEN: Final = Reading(
    "R30",
    "An objection that precludes the entry into force keeps the treaty out of force between the "
    "two parties as long as it stands: each of them is `ratified` towards the other. Towards all "
    "others it changes nothing.",
    VCLT + "articles 20(4)(b), 21(3) and 22(2)",
)

READINGS: Final[dict[str, Reading]] = {
    reading.id: reading for reading in list(globals().values()) if isinstance(reading, Reading)
}
"""The readings by id."""
