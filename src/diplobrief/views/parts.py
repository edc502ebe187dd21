"""The parts of an outline: immutable values that know nothing of any output format.

Each part that comes from the brief has a `path`, as findings have, so that a view can link a
finding to it, and an `id` if other facts can refer to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from diplobrief.diagnostics import Path
    from diplobrief.model import PartialDate, Translation, When


@dataclass(frozen=True, slots=True)
class Inline:
    """One line of the narrative.

    Args:
        source: The text as inline CommonMark, for renderers that can show emphasis and links.
        plain: The text that a reader sees, without markup.
    """

    source: str
    plain: str


@dataclass(frozen=True, slots=True)
class FactLink:
    """The name of a fact, and the id under which the fact is found.

    Args:
        id: The id, or `treaty#milestone`.
        text: The name.
    """

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One piece of information about a fact, such as its place or who took part.

    Args:
        member: The member of the model that it comes from, such as `participants`.
        text: The value in words.
        label: The words that introduce the value in running text, such as `by`; may be empty.
        links: The facts that the value names, in order.
    """

    member: str
    text: str
    label: str = ""
    links: tuple[FactLink, ...] = ()

    @property
    def phrase(self) -> str:
        """The value with its label, such as `by Senate`."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True)
class Dates:
    """When something happens.

    Args:
        text: The dates in words; the author's own words if no date is known.
        start: The date, or the first of two.
        end: The second date.
    """

    text: str
    start: When | PartialDate | None = None
    end: When | PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor, event, act, source, or milestone.

    Args:
        path: Where the fact is in the brief.
        id: The id of the fact, `treaty#milestone` for a milestone.
        kind: The kind of fact, as a term of its vocabulary.
        kind_text: The kind in words.
        title: The name of the fact; the kind in words if it has none.
        details: What else is known.
        dates: When it happens.
        status: How far it has come, as a term of its vocabulary.
        is_later: Whether it happens after the day for which the outline was made.
    """

    path: Path
    id: str | None
    kind: str
    kind_text: str
    title: str
    details: tuple[Detail, ...] = ()
    dates: Dates | None = None
    status: str | None = None
    is_later: bool = False


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A statement.

    Args:
        path: Where it is in the brief.
        id: Its id.
        speakers: Who speaks; empty if nobody is named.
        passages: The words, without quotation marks; each passage may have several lines.
        is_verbatim: Whether these are the words of the speaker, to be shown in quotation marks.
        details: What else is known.
        original: The words in their original language.
    """

    path: Path
    id: str | None
    speakers: tuple[FactLink, ...]
    passages: tuple[str, ...]
    is_verbatim: bool
    details: tuple[Detail, ...] = ()
    original: Translation | None = None


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """How far a party of a treaty has come.

    Args:
        party: The party.
        stage: The stage in words.
    """

    party: FactLink
    stage: str


@dataclass(frozen=True, slots=True)
class TreatyEntry:
    """A treaty with its status and its milestones.

    Args:
        path: Where it is in the brief.
        id: Its id.
        kind: The kind of instrument, as a term of its vocabulary.
        kind_text: The kind in words.
        title: Its title.
        stage: The stage that the treaty has reached, in words.
        as_of: The day for which the stage was worked out, in words; empty if there is none.
        parties: How far each party has come.
        milestones: Its milestones in chronological order.
    """

    path: Path
    id: str
    kind: str
    kind_text: str
    title: str
    stage: str
    as_of: str
    parties: tuple[PartyEntry, ...]
    milestones: tuple[Entry, ...]


AnyEntry: TypeAlias = "Entry | QuoteEntry | TreatyEntry"


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one kind.

    Args:
        member: The member of the brief that lists them, such as `actors`.
        heading: The heading.
        entries: The facts, in the order of the brief.
    """

    member: str
    heading: str
    entries: tuple[AnyEntry, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph."""

    path: Path
    text: Inline


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list.

    Args:
        path: Where it is in the brief.
        items: Its items.
        start: The number of the first item; `None` for a bullet list.
    """

    path: Path
    items: tuple[Inline, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class MarkdownBlock:
    """Any other block, such as a table, as its CommonMark source."""

    path: Path
    source: str


AnyBlock: TypeAlias = "TextBlock | ListBlock | MarkdownBlock"


@dataclass(frozen=True, slots=True)
class NarrativeSection:
    """A section of the narrative.

    Args:
        path: Where it is in the brief.
        kind: The kind of section, as a term of its vocabulary.
        heading: The heading; `None` for an opening without one.
        language: The language of the section, if it is not that of the brief.
        blocks: The content.
    """

    path: Path
    kind: str | None
    heading: Inline | None
    language: str | None
    blocks: tuple[AnyBlock, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything that is shown of a brief, in reading order.

    Args:
        id: The id of the brief.
        language: The language of the narrative.
        title: The title.
        subtitle: The subtitle.
        definitions: The link reference definitions of the narrative, as CommonMark; references
            in the source of lines and blocks refer to them.
        byline: Place, date, authors and publisher.
        handling: With whom, and from when, the brief may be shared.
        sections: The narrative.
        facts: The facts, by kind; a kind without facts is left out.
    """

    id: str | None
    language: str | None
    title: Inline | None
    subtitle: Inline | None
    definitions: str
    byline: tuple[Detail, ...]
    handling: tuple[Detail, ...]
    sections: tuple[NarrativeSection, ...]
    facts: tuple[FactGroup, ...]
