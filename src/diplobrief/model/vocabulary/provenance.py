"""Who or what asserts a fact, and whether a person has confirmed it."""

from typing import Final

from diplobrief.model.vocabulary.terms import Term, Vocabulary

PROVENANCE_STATUSES: Final = Vocabulary(
    "ProvenanceStatus",
    "whether a person has confirmed a fact",
    (
        Term("suggested", "Found by a program, and not yet confirmed by a person."),
        Term("confirmed", "Suggested by a program, and confirmed by a person."),
        Term("corrected", "Suggested by a program, and corrected by a person."),
    ),
    open=False,
)


PROVENANCE_METHODS: Final = Vocabulary(
    "ProvenanceMethod",
    "how a fact was found",
    (
        Term("rules", "By the rules of a program."),
        Term("model", "By a language model."),
        Term("person", "By a person."),
    ),
    open=False,
)
