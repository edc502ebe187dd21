"""The sources of facts."""

from typing import ClassVar, Self

from pydantic import model_validator

from diplobrief.model.base import Omittable, OptionalList, missing_any
from diplobrief.model.dates import OMITTED, OmittableDate, When
from diplobrief.model.facts import Author, Fact
from diplobrief.model.references import Sources
from diplobrief.model.scalars import Id, LanguageTag, Line, Sha256, WebAddress
from diplobrief.model.vocabulary.types import SourceKind


class Source(Fact):
    """A text, broadcast or data set that is the source of facts.

    It has at least one of `title`, `publisher`, `authors` and `url`.

    Example:
        >>> Source(id="gazette", title="Official Gazette", published="2026-01-11").title
        'Official Gazette'
    """

    ANY_OF: ClassVar[tuple[str, ...]] = ("title", "publisher", "authors", "url")

    id: Id
    """The id by which facts cite it."""
    kind: Omittable[SourceKind] = None
    """The kind of source."""
    title: Omittable[Line] = None
    """The title."""
    publisher: Omittable[Line] = None
    """The publisher."""
    authors: OptionalList[Author] = ()
    """The authors."""
    url: Omittable[WebAddress] = None
    """The web address."""
    archived_url: Omittable[WebAddress] = None
    """The web address of an archived copy."""
    published: OmittableDate[When] = OMITTED
    """When it was published."""
    published_as_written: Omittable[Line] = None
    """When it was published, as it is written there."""
    retrieved: OmittableDate[When] = OMITTED
    """When it was retrieved."""
    language: Omittable[LanguageTag] = None
    """The language."""
    sha256: Omittable[Sha256] = None
    """The SHA-256 digest of the bytes that were retrieved."""
    derived_from: Sources = ()
    """The sources from which it took its content."""

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.title or self.publisher or self.authors or self.url):
            raise missing_any(self.ANY_OF)
        return self
