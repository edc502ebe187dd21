"""What the facts were taken from."""

from typing import ClassVar, Self

from pydantic import model_validator

from diplobrief.model.base import Omittable, OptionalList, missing_any
from diplobrief.model.dates import OMITTED, OmittableDate, When
from diplobrief.model.facts import Author, Fact
from diplobrief.model.references import Sources
from diplobrief.model.scalars import Id, LanguageTag, Line, Sha256, WebAddress
from diplobrief.model.vocabulary.sources import SourceKind


class Source(Fact):
    """A text, broadcast or data set that facts were taken from; one of title, publisher, url.

    Example:
        >>> Source(id="gazette", title="Official Gazette", published="2026-01-11").title
        'Official Gazette'
    """

    ANY_OF: ClassVar[tuple[str, ...]] = ("title", "publisher", "url")

    id: Id
    """The name by which facts cite it."""
    kind: Omittable[SourceKind] = None
    """What sort of source it is."""
    title: Omittable[Line] = None
    """Its title."""
    publisher: Omittable[Line] = None
    """Who published it."""
    authors: OptionalList[Author] = ()
    """Who wrote it."""
    url: Omittable[WebAddress] = None
    """Where it is."""
    archived_url: Omittable[WebAddress] = None
    """Where an archived copy is."""
    published: OmittableDate[When] = OMITTED
    """When it was published."""
    published_as_written: Omittable[Line] = None
    """When it was published, in its own expression."""
    retrieved: OmittableDate[When] = OMITTED
    """When it was read."""
    language: Omittable[LanguageTag] = None
    """Its language."""
    sha256: Omittable[Sha256] = None
    """The SHA-256 digest of what was read."""
    derived_from: Sources = ()
    """The sources that it took its content from, towards the origin."""

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if self.title is None and self.publisher is None and self.url is None:
            raise missing_any(self.ANY_OF)
        return self
