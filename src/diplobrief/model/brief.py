"""A brief: its metadata, its facts, and its narrative."""

from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import ValidationInfo, model_validator

from diplobrief.model.actors import Actor
from diplobrief.model.acts import Act
from diplobrief.model.base import (
    Extensible,
    NonEmptyValue,
    Omittable,
    OptionalList,
    Value,
    constant,
    shown,
)
from diplobrief.model.dates import OMITTED, OmittableDate, PartialDate, Timestamp, When
from diplobrief.model.events import Event
from diplobrief.model.extension import ExtensionValue, MemberName
from diplobrief.model.fact_index import fact_lists, fact_with_id, index_facts
from diplobrief.model.facts import Author, Fact, Identifier, IgnoredCode, SuggestionId
from diplobrief.model.integrity import MemberCount, require_integrity
from diplobrief.model.narrative import Section, Title
from diplobrief.model.scalars import Id, LanguageTag, Line
from diplobrief.model.sources import Source
from diplobrief.model.statements import Quote
from diplobrief.model.treaties import Milestone, Treaty
from diplobrief.model.vocabulary.types import BriefRelation, TlpLabel

SCHEMA_VERSION: Final = "1.0"
"""The version of the format that this library writes."""

SCHEMA_ID: Final = "https://w3id.org/diplobrief/v1/brief.schema.json"
"""The identifier of the JSON Schema of the format. It is never fetched."""


class Dateline(NonEmptyValue):
    """The place and date of a text, as in its first line.

    Example:
        >>> Dateline(place="MOSCOW", date="2025-04-15").place
        'MOSCOW'
    """

    place: Omittable[Line] = None
    """The place."""
    date: OmittableDate[PartialDate] = OMITTED
    """The date."""
    date_as_written: Omittable[Line] = None
    """The date as the author wrote it."""


class Handling(NonEmptyValue):
    """With whom and from when a brief may be shared.

    Example:
        >>> Handling(tlp="TLP:GREEN").tlp
        'TLP:GREEN'
    """

    tlp: Omittable[TlpLabel] = None
    """The marking of the Traffic Light Protocol 2.0."""
    marking: Omittable[Line] = None
    """Any other marking."""
    embargo_until: OmittableDate[Timestamp] = OMITTED
    """The earliest time at which it may be published."""


class RelatedBrief(Value):
    """The relation of a brief to another text.

    Example:
        >>> RelatedBrief(relation="updates", target="lake-treaty").relation
        'updates'
    """

    relation: BriefRelation
    """The relation."""
    target: Line
    """The other text: the id of a brief, a web address, or a title."""


class Brief(Extensible):
    """A diplomatic brief: an immutable value of metadata, facts and narrative.

    Ids are unique in a brief across all kinds of fact (ids of milestones: within their treaty),
    every reference resolves, and every `markdown` block is exactly one block. A member `$schema`
    may have any text; it names the format of a document and is not part of the brief.

    Raises:
        pydantic.ValidationError: With all violations, each with its path.

    Example:
        >>> brief = Brief.model_validate(
        ...     {
        ...         "schema_version": "1.0",
        ...         "actors": [{"id": "north", "kind": "state", "name": "Northland"}],
        ...         "sections": [{"kind": "lede", "content": []}],
        ...     }
        ... )
        >>> brief.actor("north").name
        'Northland'
    """

    schema_version: Literal["1.0"] = constant("1.0")
    """The version of the format."""
    id: Omittable[Id] = None
    """The id of the brief."""
    identifiers: OptionalList[Identifier] = ()
    """Identifiers in registries."""
    title: Omittable[Title] = None
    """The title, as inline CommonMark."""
    subtitle: Omittable[Title] = None
    """The subtitle, as inline CommonMark."""
    language: Omittable[LanguageTag] = None
    """The language of the narrative."""
    published: OmittableDate[When] = OMITTED
    """When it was published."""
    published_as_written: Omittable[Line] = None
    """When it was published, as the author wrote it."""
    updated: OmittableDate[When] = OMITTED
    """When it was last updated."""
    updated_as_written: Omittable[Line] = None
    """When it was last updated, as the author wrote it."""
    dateline: Omittable[Dateline] = None
    """Where and when it was written."""
    authors: OptionalList[Author] = ()
    """The people who wrote or edited it."""
    publisher: Omittable[Line] = None
    """The publisher."""
    topics: OptionalList[Line] = ()
    """Keywords."""
    handling: Omittable[Handling] = None
    """With whom it may be shared."""
    related: OptionalList[RelatedBrief] = ()
    """Its relation to other texts."""
    ignore: OptionalList[IgnoredCode] = ()
    """Codes of `check` whose findings about this brief the author accepts."""
    rejected: OptionalList[SuggestionId] = ()
    """Suggested facts that a person rejected; they are not suggested again."""
    actors: OptionalList[Actor] = ()
    """The actors: people, states, organs, organizations and groups."""
    quotes: OptionalList[Quote] = ()
    """The statements."""
    events: OptionalList[Event] = ()
    """The events."""
    treaties: OptionalList[Treaty] = ()
    """The treaties, with their milestones."""
    acts: OptionalList[Act] = ()
    """Acts that are not steps of a treaty."""
    sources: OptionalList[Source] = ()
    """The sources of the facts."""
    sections: tuple[Section, ...]
    """The narrative. The list may be empty."""

    if not TYPE_CHECKING:  # see `Extensible`
        __pydantic_extra__: dict[Annotated[str, MemberName(r"^(?:x-|\$schema$)")], ExtensionValue]

    @model_validator(mode="after")
    def _keeps_integrity(self, info: ValidationInfo) -> Self:
        members = require_integrity(self)
        # The name of the format belongs to the document, not to the brief. If a validator removed
        # it earlier, pydantic-core would have to build Python objects from the JSON text first.
        if self.__pydantic_extra__.pop("$schema", None) is not None:
            self.__pydantic_fields_set__.discard("$schema")
        if isinstance(info.context, MemberCount):
            info.context.members = members
        return self

    def __repr__(self) -> str:
        """Return one line: id and title, and how many facts and sections there are."""
        names = {"id", "title"}
        parts = [f"{name}={shown(member)}" for name, member in self._given() if name in names]
        lists = [*(facts.name for facts in fact_lists(type(self))), "sections"]
        counts = [(name, len(getattr(self, name))) for name in lists]
        parts += [_count(name, number) for name, number in counts if number]
        return f"{type(self).__name__}({', '.join(parts)})"

    def __str__(self) -> str:
        return repr(self)

    @property
    def day(self) -> When | PartialDate | None:
        """The day of the brief: `updated`, or `published`, or the date of the dateline.

        Example:
            >>> Brief(schema_version="1.0", published=When("2026-03-04"), sections=()).day
            When('2026-03-04')
        """
        written = None if self.dateline is None else self.dateline.date
        return self.updated or self.published or written

    def facts(self) -> dict[str, Fact]:
        """Return all facts that have an id, by their ids; milestones as `treaty#milestone`."""
        return index_facts(self)

    def actor(self, id: str) -> Actor:
        """Return the actor with this id.

        Raises:
            FactNotFoundError: There is no such actor. It is a `KeyError` that lists the ids that
                exist.

        Example:
            >>> north = {"kind": "state", "id": "north", "name": "Northland"}
            >>> brief = Brief(actors=[north], sections=[])
            >>> brief.actor("north").name
            'Northland'
            >>> brief.actor("nroth")
            Traceback (most recent call last):
            diplobrief.model.fact_index.FactNotFoundError: no actor 'nroth'; this brief has: north
        """
        return fact_with_id(self.actors, id, "actor", "this brief")

    def quote(self, id: str) -> Quote:
        """Return the quote with this id; see `actor`."""
        return fact_with_id(self.quotes, id, "quote", "this brief")

    def event(self, id: str) -> Event:
        """Return the event with this id; see `actor`."""
        return fact_with_id(self.events, id, "event", "this brief")

    def treaty(self, id: str) -> Treaty:
        """Return the treaty with this id; see `actor`."""
        return fact_with_id(self.treaties, id, "treaty", "this brief")

    def act(self, id: str) -> Act:
        """Return the act with this id; see `actor`."""
        return fact_with_id(self.acts, id, "act", "this brief")

    def source(self, id: str) -> Source:
        """Return the source with this id; see `actor`."""
        return fact_with_id(self.sources, id, "source", "this brief")

    def milestone(self, reference: str) -> Milestone:
        """Return the milestone with this reference, such as `lake#signed`.

        Args:
            reference: The id of the treaty, `#`, and the id of the milestone.

        Raises:
            FactNotFoundError: There is no such treaty, or it has no such milestone.

        Example:
            >>> signed = Milestone(id="signed", kind="signature", status="completed")
            >>> lake = Treaty(id="lake", title="Lake Treaty", kind="treaty", milestones=[signed])
            >>> Brief(treaties=[lake], sections=[]).milestone("lake#signed").kind
            'signature'
        """
        treaty, _, milestone = reference.partition("#")
        return self.treaty(treaty).milestone(milestone)

    def quotes_by(self, actor: Actor | str) -> tuple[Quote, ...]:
        """Return the quotes of an actor, in the order of the brief.

        Args:
            actor: The actor, or its id.

        Example:
            >>> brief = Brief.model_validate(
            ...     {
            ...         "schema_version": "1.0",
            ...         "actors": [{"id": "varga", "kind": "person", "name": "Ilona Varga"}],
            ...         "quotes": [{"speakers": ["varga"], "mode": "direct", "text": "Soon."}],
            ...         "sections": [],
            ...     }
            ... )
            >>> [quote.text for quote in brief.quotes_by("varga")]
            ['Soon.']
        """
        speaker = actor if isinstance(actor, str) else actor.id
        return tuple(quote for quote in self.quotes if speaker in quote.speakers)


def _count(plural: str, number: int) -> str:
    """Return a number and its noun.

    Example:
        >>> _count("treaties", 1), _count("acts", 2)
        ('1 treaty', '2 acts')
    """
    singular = f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")
    return f"{number} {singular if number == 1 else plural}"
