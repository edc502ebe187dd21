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
    GroupCount,
    LaterParties,
    Milestone,
    Period,
    RelatedTreaty,
    Scope,
    Share,
    Treaty,
    TreatyRule,
)

undefer_subclasses()

__all__ = [
    "SCHEMA_ID",
    "SCHEMA_VERSION",
    "Act",
    "Actor",
    "Author",
    "Block",
    "Brief",
    "Bullets",
    "Dateline",
    "Event",
    "Evidence",
    "Fact",
    "Group",
    "GroupCount",
    "Handling",
    "Identifier",
    "IgnoredCode",
    "JsonArray",
    "JsonObject",
    "JsonValue",
    "LaterParties",
    "Markdown",
    "Milestone",
    "Numbered",
    "Organ",
    "Organization",
    "Paragraph",
    "PartialDate",
    "Participant",
    "Period",
    "Person",
    "Quote",
    "RelatedBrief",
    "RelatedTreaty",
    "Scope",
    "Section",
    "Share",
    "Source",
    "State",
    "Timestamp",
    "Translation",
    "Treaty",
    "TreatyRule",
    "Unnamed",
    "Vote",
    "Voters",
    "When",
]
