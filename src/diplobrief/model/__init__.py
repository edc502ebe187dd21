"""What a brief is: immutable, validated values, and no input or output."""

from diplobrief.model.actors import Actor, Group, Organ, Organization, Person, State, Unnamed
from diplobrief.model.acts import Act, Vote, Voters
from diplobrief.model.base import undefer_subclasses
from diplobrief.model.brief import (
    SCHEMA_ID,
    SCHEMA_VERSION,
    Brief,
    Dateline,
    Handling,
    RelatedBrief,
)
from diplobrief.model.dates import PartialDate, Timestamp, When
from diplobrief.model.events import Event, Participant
from diplobrief.model.extension import JsonArray, JsonObject, JsonValue
from diplobrief.model.facts import (
    Author,
    Evidence,
    Fact,
    Identifier,
    IgnoredCode,
    Translation,
)
from diplobrief.model.narrative import Block, Bullets, Markdown, Numbered, Paragraph, Section
from diplobrief.model.sources import Source
from diplobrief.model.statements import Quote
from diplobrief.model.treaties import (
    Milestone,
    Period,
    RelatedTreaty,
    Scope,
    Share,
    Treaty,
    TreatyRule,
)
from diplobrief.model.vocabulary.types import (
    ActKind,
    AuthorRole,
    BriefRelation,
    EventKind,
    IdentifierScheme,
    MilestoneKind,
    OrganizationType,
    OrganType,
    ParticipantRole,
    QuoteMode,
    SectionKind,
    SourceKind,
    Stance,
    Status,
    TlpLabel,
    TreatyKind,
    TreatyRelation,
)

undefer_subclasses()

__all__ = [
    "SCHEMA_ID",
    "SCHEMA_VERSION",
    "Act",
    "ActKind",
    "Actor",
    "Author",
    "AuthorRole",
    "Block",
    "Brief",
    "BriefRelation",
    "Bullets",
    "Dateline",
    "Event",
    "EventKind",
    "Evidence",
    "Fact",
    "Group",
    "Handling",
    "Identifier",
    "IdentifierScheme",
    "IgnoredCode",
    "JsonArray",
    "JsonObject",
    "JsonValue",
    "Markdown",
    "Milestone",
    "MilestoneKind",
    "Numbered",
    "Organ",
    "OrganType",
    "Organization",
    "OrganizationType",
    "Paragraph",
    "PartialDate",
    "Participant",
    "ParticipantRole",
    "Period",
    "Person",
    "Quote",
    "QuoteMode",
    "RelatedBrief",
    "RelatedTreaty",
    "Scope",
    "Section",
    "SectionKind",
    "Share",
    "Source",
    "SourceKind",
    "Stance",
    "State",
    "Status",
    "Timestamp",
    "TlpLabel",
    "Translation",
    "Treaty",
    "TreatyKind",
    "TreatyRelation",
    "TreatyRule",
    "Unnamed",
    "Vote",
    "Voters",
    "When",
]
