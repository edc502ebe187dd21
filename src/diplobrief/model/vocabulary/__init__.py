"""The vocabularies, one module for each family; a new term is one line in one of them."""

from typing import Final

from diplobrief.model.vocabulary.actors import ORGAN_TYPES, ORGANIZATION_TYPES
from diplobrief.model.vocabulary.acts import ACT_KINDS
from diplobrief.model.vocabulary.briefs import (
    AUTHOR_ROLES,
    BRIEF_RELATIONS,
    IDENTIFIER_SCHEMES,
    TLP_LABELS,
)
from diplobrief.model.vocabulary.events import EVENT_KINDS, PARTICIPANT_ROLES, STATUSES
from diplobrief.model.vocabulary.provenance import PROVENANCE_METHODS, PROVENANCE_STATUSES
from diplobrief.model.vocabulary.sections import SECTION_KINDS
from diplobrief.model.vocabulary.sources import SOURCE_KINDS
from diplobrief.model.vocabulary.statements import QUOTE_MODES, STANCES
from diplobrief.model.vocabulary.terms import Term, Vocabulary
from diplobrief.model.vocabulary.treaties import (
    LATE_AFTER,
    MEMBERSHIPS,
    MILESTONE_KINDS,
    RENEWALS,
    TREATY_KINDS,
    TREATY_RELATIONS,
)

__all__ = ["VOCABULARIES", "Term", "Vocabulary"]

VOCABULARIES: Final = {
    vocabulary.name: vocabulary
    for vocabulary in (
        SECTION_KINDS,
        AUTHOR_ROLES,
        BRIEF_RELATIONS,
        TLP_LABELS,
        IDENTIFIER_SCHEMES,
        PROVENANCE_STATUSES,
        PROVENANCE_METHODS,
        ORGAN_TYPES,
        ORGANIZATION_TYPES,
        QUOTE_MODES,
        STANCES,
        EVENT_KINDS,
        STATUSES,
        PARTICIPANT_ROLES,
        TREATY_KINDS,
        TREATY_RELATIONS,
        MEMBERSHIPS,
        RENEWALS,
        LATE_AFTER,
        MILESTONE_KINDS,
        ACT_KINDS,
        SOURCE_KINDS,
    )
}
"""All vocabularies by name, in the order of the manual."""
