"""Acts with legal or political effect that are no treaties."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

ACT_KINDS: Final = Vocabulary(
    "ActKind",
    "what was done",
    (
        Term("resolution", "A resolution of a body."),
        Term("decision", "A decision of a body or an authority."),
        Term("law", "A law."),
        Term("decree", "A decree or executive order."),
        Term("sanctions", "Sanctions were imposed, or such measures."),
        Term("lifting_of_sanctions", "Sanctions were lifted."),
        Term(
            "expulsion",
            "Members of a mission were expelled.",
            "Vienna Convention on Diplomatic Relations, article 9",
        ),
        Term("recall", "An ambassador was called back."),
        Term("appointment", "Somebody was appointed, or credentials were presented."),
        Term("communique", "A communiqué."),
        Term("joint_statement", "A statement of several issuers."),
        Term("statement", "A statement of one issuer, as a document."),
        Term("declaration", "A political declaration."),
        Term("note_verbale", "A note verbale or another diplomatic note."),
        Term("letter", "A letter."),
        Term("protest", "A formal protest."),
        Term("recognition", "A state or government was recognized."),
        Term(
            "severance_of_relations",
            "Diplomatic relations were broken off.",
            "Vienna Convention on Diplomatic Relations, article 45",
        ),
        Term(
            "establishment_of_relations",
            "Diplomatic relations were established or restored.",
            "Vienna Convention on Diplomatic Relations, article 2",
        ),
        Term("ruling", "A judgment, order or advisory opinion of a court."),
        Term("indictment", "A charge or an arrest warrant."),
        Term(
            "veto",
            "A decision was stopped by a veto.",
            "Charter of the United Nations, article 27(3)",
        ),
        Term("motion", "A motion in a parliament."),
        Term("mandate", "A mandate was given or renewed."),
        Term("aid_package", "Aid was granted."),
        Term("contract", "A contract, such as on arms or energy."),
        Term("visa_measure", "Visas were restricted or freed."),
        Term("tariff", "A duty was laid or lifted."),
        Term("declaration_of_war", "War was declared."),
        Term("ultimatum", "A demand with a term and a threat."),
    ),
)
