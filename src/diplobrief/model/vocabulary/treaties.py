"""The terms for treaties and for the acts of which their history consists.

The source of a milestone kind says where the act is defined. The article on which its effect rests
is in `diplobrief.treaties.ACTS`, and cites the definition as well.
"""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

TREATY_KINDS: Final = Vocabulary(
    "TreatyKind",
    "the type of instrument, as titled",
    (
        Term(
            "treaty",
            "A treaty so named.",
            "Vienna Convention on the Law of Treaties, article 2(1)(a)",
        ),
        Term("convention", "A convention.", "United Nations Treaty Handbook, glossary"),
        Term("agreement", "An agreement.", "United Nations Treaty Handbook, glossary"),
        Term("protocol", "A protocol.", "United Nations Treaty Handbook, glossary"),
        Term(
            "memorandum",
            "A memorandum of understanding.",
            "United Nations Treaty Handbook, glossary",
        ),
        Term("charter", "A charter.", "United Nations Treaty Handbook, glossary"),
        Term("covenant", "A covenant.", "United Nations Treaty Handbook, glossary"),
        Term("statute", "The statute of an organization or a court."),
        Term(
            "constitution",
            "The constitution of an organization.",
            "Vienna Convention on the Law of Treaties, article 5",
        ),
        Term("pact", "A pact."),
        Term("accord", "An accord."),
        Term(
            "declaration",
            "A declaration that is meant to bind.",
            "United Nations Treaty Handbook, glossary",
        ),
        Term(
            "exchange_of_notes",
            "An agreement by exchange of notes or letters.",
            "Vienna Convention on the Law of Treaties, article 13",
        ),
        Term(
            "modus_vivendi",
            "A provisional arrangement.",
            "United Nations Treaty Handbook, glossary",
        ),
        Term("concordat", "A treaty with the Holy See."),
        Term("armistice", "An armistice."),
        Term("ceasefire", "A ceasefire agreement."),
        Term("arrangement", "An arrangement."),
        Term(
            "final_act",
            "The final act of a conference.",
            "United Nations Treaty Handbook, glossary",
        ),
    ),
)


TREATY_RELATIONS: Final = Vocabulary(
    "TreatyRelation",
    "the relation of a treaty to another",
    (
        Term(
            "amends",
            "Changes provisions of it.",
            "Vienna Convention on the Law of Treaties, articles 39 to 41",
        ),
        Term(
            "supersedes",
            "Replaces it.",
            "Vienna Convention on the Law of Treaties, articles 30 and 59",
        ),
        Term("implements", "Carries it out in detail."),
        Term("protocol_to", "Is a protocol to it.", "United Nations Treaty Handbook, glossary"),
    ),
    open=False,
)


MEMBERSHIPS: Final = Vocabulary(
    "Membership",
    "whether the listed parties are all parties",
    (
        Term("all", "All parties are listed."),
        Term("selected", "Some of the parties are listed; there are more."),
    ),
    open=False,
)


RENEWALS: Final = Vocabulary(
    "RenewedBy",
    "how a treaty is renewed at the end of its term",
    (
        Term("automatic", "It is renewed unless a party objects or leaves."),
        Term("consent", "It expires unless the parties agree to renew it."),
    ),
    open=False,
)


LATE_AFTER: Final = Vocabulary(
    "LateAfter",
    "what makes the consent of a party late",
    (
        Term("conditions", "It comes after the conditions of entry into force were met."),
        Term(
            "entry_into_force",
            "It comes after the entry into force of the treaty.",
            "Chemical Weapons Convention, article XXI(2)",
        ),
    ),
    open=False,
)


MILESTONE_KINDS: Final = Vocabulary(
    "MilestoneKind",
    "the kind of act in the history of a treaty",
    (
        Term(
            "negotiation",
            "The text is being negotiated, or a round of negotiations has ended.",
            "Vienna Convention on the Law of Treaties, article 2(1)(e)",
        ),
        Term(
            "adoption",
            "The form and content of the text are settled.",
            "Vienna Convention on the Law of Treaties, article 9",
        ),
        Term(
            "authentication",
            "The text is established as authentic and definitive.",
            "Vienna Convention on the Law of Treaties, article 10",
        ),
        Term(
            "initialling",
            "The negotiators put their initials to the text.",
            "Vienna Convention on the Law of Treaties, article 10(b)",
        ),
        Term(
            "opening_for_signature",
            "From this day the treaty can be signed.",
            "United Nations Treaty Handbook, glossary",
        ),
        Term(
            "signature",
            "A representative signs, subject to ratification; see `definitive_signature`.",
            "Vienna Convention on the Law of Treaties, articles 11, 14(1) and 18(a)",
        ),
        Term(
            "definitive_signature",
            "A signature that binds by itself, without ratification.",
            "Vienna Convention on the Law of Treaties, articles 11 and 12",
        ),
        Term(
            "government_approval",
            "The government of a party approves the treaty, or its signature.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "transmittal",
            "The treaty is sent from one organ of a party to another.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "submission",
            "The treaty is submitted to a parliament or another organ for approval.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "committee_recommendation",
            "A committee advises the chamber.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "parliamentary_approval",
            "A chamber or parliament approves the treaty; this is not a ratification.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "referendum",
            "The people vote on the treaty.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "constitutional_review",
            "A court or council examines the treaty against the constitution.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "referral_to_court",
            "The treaty or its law is referred to a court.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "promulgation",
            "The head of state signs the law of approval.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "publication",
            "The treaty or its law appears in the official gazette.",
            "Constitutional law of the party; compare Vienna Convention on the Law of "
            "Treaties, article 46",
        ),
        Term(
            "ratification",
            "The international act by which a party consents to be bound.",
            "Vienna Convention on the Law of Treaties, articles 2(1)(b) and 14(1)",
        ),
        Term(
            "acceptance",
            "Consent to be bound, by acceptance.",
            "Vienna Convention on the Law of Treaties, articles 2(1)(b) and 14(2)",
        ),
        Term(
            "approval",
            "Consent to be bound, by approval.",
            "Vienna Convention on the Law of Treaties, articles 2(1)(b) and 14(2)",
        ),
        Term(
            "accession",
            "Consent to be bound by a treaty that was not signed.",
            "Vienna Convention on the Law of Treaties, articles 2(1)(b) and 15",
        ),
        Term(
            "succession",
            "A successor state takes the place of its predecessor.",
            "Vienna Convention on Succession of States in respect of Treaties, articles "
            "2(1)(g), 17, 22, 23 and 34",
        ),
        Term(
            "exchange_of_instruments",
            "The parties exchange their instruments of ratification.",
            "Vienna Convention on the Law of Treaties, articles 13 and 16(a)",
        ),
        Term(
            "deposit",
            "A party deposits its instrument with the depositary.",
            "Vienna Convention on the Law of Treaties, article 16(b)",
        ),
        Term(
            "notification",
            "A party notifies the others or the depositary.",
            "Vienna Convention on the Law of Treaties, articles 16(c) and 78",
        ),
        Term(
            "provisional_application",
            "The treaty is applied before it is in force.",
            "Vienna Convention on the Law of Treaties, article 25",
        ),
        Term(
            "entry_into_force",
            "The treaty becomes binding.",
            "Vienna Convention on the Law of Treaties, article 24",
        ),
        Term(
            "registration",
            "The treaty is registered with the United Nations.",
            "Charter of the United Nations, article 102; Vienna Convention on the Law of "
            "Treaties, article 80",
        ),
        Term(
            "reservation",
            "A party excludes or modifies the effect of provisions for itself.",
            "Vienna Convention on the Law of Treaties, articles 2(1)(d) and 19 to 23",
        ),
        Term(
            "declaration",
            "A party states how it understands the treaty, or makes an optional declaration.",
            "United Nations Treaty Handbook, glossary",
        ),
        Term(
            "objection",
            "A party objects to a reservation of another.",
            "Vienna Convention on the Law of Treaties, articles 20 and 21",
        ),
        Term(
            "objection_precluding_entry",
            "A party objects to a reservation of another, or to its accession, and the treaty does "
            "not enter into force between the two.",
            "Vienna Convention on the Law of Treaties, articles 20(4)(b) and 21(3)",
        ),
        Term(
            "amendment",
            "The treaty is changed.",
            "Vienna Convention on the Law of Treaties, articles 39 to 41",
        ),
        Term(
            "extension",
            "The term of the treaty is extended.",
            "The treaty's own provisions; Vienna Convention on the Law of Treaties, articles "
            "39 and 54",
        ),
        Term(
            "suspension",
            "The operation of the treaty is suspended.",
            "Vienna Convention on the Law of Treaties, articles 57, 58, 60 and 72",
        ),
        Term(
            "resumption",
            "The operation of the treaty is resumed.",
            "Vienna Convention on the Law of Treaties, article 72(2)",
        ),
        Term(
            "withdrawal",
            "A party withdraws or denounces.",
            "Vienna Convention on the Law of Treaties, articles 54, 56 and 65 to 68",
        ),
        Term(
            "revocation",
            "A notice, a signature or an instrument is withdrawn.",
            "Vienna Convention on the Law of Treaties, articles 18(a), 22 and 68",
        ),
        Term(
            "termination",
            "The treaty ends by agreement or by law.",
            "Vienna Convention on the Law of Treaties, articles 54, 55, 59 to 62 and 70",
        ),
        Term(
            "expiry",
            "The treaty ends with the end of its term.",
            "The treaty's own provisions; Vienna Convention on the Law of Treaties, article 54(a)",
        ),
        Term(
            "tally",
            "A number of parties, or their share, is reported, such as the 32nd ratification.",
            "Practice of depositaries; Vienna Convention on the Law of Treaties, article 77(1)(f)",
        ),
    ),
)
