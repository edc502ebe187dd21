r"""Diplomatic briefs as typed, validated data.

A brief says what happened between states: why it matters, what an ambassador said, how far a
treaty has come. It has a *narrative* (title and sections, in the author's words), *facts*
(actors, quotes, events, treaties, acts, sources) and *evidence* that ties the two together.

- `load`, `loads`, `dump`, `dumps` read and write briefs as Markdown and JSON, and import text.
- `Brief` and the classes within it are the model: immutable pydantic values.
- `check`, `check_text` and `check_file` report contradictions; `fix_text` applies automatic fixes.
- `suggest` adds the facts that the narrative states; a person decides about them with `confirm`,
  `correct` and `reject`.
- `treaty_status` says how far a treaty has come.
- `json_schema` returns the schema with which tools in other languages validate briefs.
- `drop_nulls` removes the nulls that a language model writes when it follows that schema.
- `BriefError` is the base of every error that bad input can cause, and carries the findings.

Example:
    >>> import diplobrief
    >>> brief = diplobrief.loads("# Talks\n\nThey began on Monday.\n", format="markdown")
    >>> brief.title
    'Talks'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from diplobrief._version import __version__

if TYPE_CHECKING:
    from diplobrief.checks import FixResult, check, check_file, check_text, fix_text
    from diplobrief.diagnostics import BriefError, Finding, Fix, Related, Severity, Span
    from diplobrief.diagnostics.validation import findings_of
    from diplobrief.extraction import confirm, correct, reject
    from diplobrief.extraction.parsed_tokens import ParsedToken
    from diplobrief.extraction.suggest import suggest
    from diplobrief.files import dump, dumps, load, loads
    from diplobrief.model import (
        Act,
        ActKind,
        Actor,
        Author,
        AuthorRole,
        Block,
        Brief,
        BriefRelation,
        Bullets,
        Dateline,
        Event,
        EventKind,
        Evidence,
        Fact,
        Group,
        GroupCount,
        Handling,
        Identifier,
        IdentifierScheme,
        IgnoredCode,
        JsonArray,
        JsonObject,
        JsonValue,
        LateAfter,
        LaterParties,
        Markdown,
        Membership,
        Milestone,
        MilestoneKind,
        Numbered,
        Organ,
        Organization,
        OrganizationType,
        OrganType,
        Paragraph,
        PartialDate,
        Participant,
        ParticipantRole,
        Period,
        Person,
        Provenance,
        ProvenanceMethod,
        ProvenanceStatus,
        Quote,
        QuoteMode,
        RelatedBrief,
        RelatedTreaty,
        RenewedBy,
        Scope,
        Section,
        SectionKind,
        Share,
        Source,
        SourceKind,
        Stance,
        State,
        Status,
        Timestamp,
        TlpLabel,
        Translation,
        Treaty,
        TreatyKind,
        TreatyRelation,
        TreatyRule,
        Unnamed,
        Vote,
        When,
    )
    from diplobrief.schema import drop_nulls, json_schema
    from diplobrief.text.plain import to_inline, to_plain
    from diplobrief.treaties import (
        Days,
        PairStatus,
        PartyHistory,
        PartyStatus,
        Reading,
        Remaining,
        StageSpan,
        TimelineStep,
        TreatyHistory,
        TreatyStatus,
        timeline,
        treaty_history,
        treaty_status,
    )

__all__ = [
    "Act",
    "ActKind",
    "Actor",
    "Author",
    "AuthorRole",
    "Block",
    "Brief",
    "BriefError",
    "BriefRelation",
    "Bullets",
    "Dateline",
    "Days",
    "Event",
    "EventKind",
    "Evidence",
    "Fact",
    "Finding",
    "Fix",
    "FixResult",
    "Group",
    "GroupCount",
    "Handling",
    "Identifier",
    "IdentifierScheme",
    "IgnoredCode",
    "JsonArray",
    "JsonObject",
    "JsonValue",
    "LateAfter",
    "LaterParties",
    "Markdown",
    "Membership",
    "Milestone",
    "MilestoneKind",
    "Numbered",
    "Organ",
    "OrganType",
    "Organization",
    "OrganizationType",
    "PairStatus",
    "Paragraph",
    "ParsedToken",
    "PartialDate",
    "Participant",
    "ParticipantRole",
    "PartyHistory",
    "PartyStatus",
    "Period",
    "Person",
    "Provenance",
    "ProvenanceMethod",
    "ProvenanceStatus",
    "Quote",
    "QuoteMode",
    "Reading",
    "Related",
    "RelatedBrief",
    "RelatedTreaty",
    "Remaining",
    "RenewedBy",
    "Scope",
    "Section",
    "SectionKind",
    "Severity",
    "Share",
    "Source",
    "SourceKind",
    "Span",
    "StageSpan",
    "Stance",
    "State",
    "Status",
    "TimelineStep",
    "Timestamp",
    "TlpLabel",
    "Translation",
    "Treaty",
    "TreatyHistory",
    "TreatyKind",
    "TreatyRelation",
    "TreatyRule",
    "TreatyStatus",
    "Unnamed",
    "Vote",
    "When",
    "__version__",
    "check",
    "check_file",
    "check_text",
    "confirm",
    "correct",
    "drop_nulls",
    "dump",
    "dumps",
    "findings_of",
    "fix_text",
    "json_schema",
    "load",
    "loads",
    "reject",
    "suggest",
    "timeline",
    "to_inline",
    "to_plain",
    "treaty_history",
    "treaty_status",
]

_PARTS: Final = {
    "checks": ("FixResult", "check", "check_file", "check_text", "fix_text"),
    "diagnostics": ("BriefError", "Finding", "Fix", "Related", "Severity", "Span"),
    "diagnostics.validation": ("findings_of",),
    "extraction": ("ParsedToken", "confirm", "correct", "reject", "suggest"),
    "files": ("dump", "dumps", "load", "loads"),
    "text.plain": ("to_inline", "to_plain"),
    "schema": ("drop_nulls", "json_schema"),
    "treaties": (
        "Days",
        "PairStatus",
        "PartyHistory",
        "PartyStatus",
        "Reading",
        "Remaining",
        "StageSpan",
        "TimelineStep",
        "TreatyHistory",
        "TreatyStatus",
        "timeline",
        "treaty_history",
        "treaty_status",
    ),
}
"""Where a public name is at home; what is named nowhere is a class of the model."""

_PART_OF: Final = {name: part for part, names in _PARTS.items() for name in names}


def __getattr__(name: str) -> object:
    # The parts are imported when they are first used: a program that only asks for help, or
    # only for the schema, does not wait for the rest.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_PART_OF.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
