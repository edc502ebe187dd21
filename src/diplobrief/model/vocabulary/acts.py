"""Kinds of acts with legal or political effect, other than the steps of a treaty."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

ACT_KINDS: Final = Vocabulary(
    "ActKind",
    "what kind of act it is",
    (
        Term("resolution", "A resolution of a body."),
        Term("decision", "A decision of a body or an authority."),
        Term("law", "A law."),
        Term("decree", "A decree or executive order."),
        Term("sanctions", "Sanctions or similar measures are imposed."),
        Term("lifting_of_sanctions", "Sanctions are lifted."),
        Term(
            "expulsion",
            "Members of a diplomatic mission are expelled.",
            "Vienna Convention on Diplomatic Relations, article 9",
        ),
        Term("recall", "An ambassador is recalled."),
        Term("appointment", "Someone is appointed, or presents credentials."),
        Term("communique", "A communiqué."),
        Term("joint_statement", "A statement by several issuers."),
        Term("statement", "A statement by one issuer, as a document."),
        Term("declaration", "A political declaration."),
        Term("note_verbale", "A note verbale or another diplomatic note."),
        Term("letter", "A letter."),
        Term("notification", "A formal notice to a state or organization."),
        Term("invitation", "An invitation to a visit, to talks, or to join an organization."),
        Term("report", "A report that a body or an authority issues."),
        Term("protest", "A formal protest."),
        Term("alignment", "A state joins a decision or statement of an organization."),
        Term("recognition", "A state or government is recognized."),
        Term(
            "severance_of_relations",
            "Diplomatic relations are broken off.",
            "Vienna Convention on Diplomatic Relations, article 45",
        ),
        Term(
            "establishment_of_relations",
            "Diplomatic relations are established or restored.",
            "Vienna Convention on Diplomatic Relations, article 2",
        ),
        Term("ruling", "A judgment, order or advisory opinion of a court."),
        Term("indictment", "A charge or an arrest warrant."),
        Term(
            "veto",
            "A decision is blocked by a veto.",
            "Charter of the United Nations, article 27(3)",
        ),
        Term("motion", "A motion in a parliament."),
        Term("mandate", "A mandate is given or renewed."),
        Term("aid_package", "Aid is granted."),
        Term("contract", "A contract, for example on arms or energy."),
        Term("visa_measure", "Visa requirements are tightened or relaxed."),
        Term("tariff", "A customs duty is imposed or lifted."),
        Term("declaration_of_war", "War is declared."),
        Term("ultimatum", "A demand with a deadline and a threat."),
    ),
)
