"""The members that all facts share: evidence, sources, ignored codes and a note."""

from typing import Annotated, Any, ClassVar, Final

from diplobrief.model.base import Extensible, Omittable, OptionalList, Value
from diplobrief.model.dates import OMITTED, OmittableDate, When
from diplobrief.model.references import Sources, ToSource
from diplobrief.model.scalars import NOT_ASCII, Excerpt, LanguageTag, Line, Passage, Scalar
from diplobrief.model.vocabulary.types import (
    AuthorRole,
    IdentifierScheme,
    ProvenanceMethod,
    ProvenanceStatus,
)


class Evidence(Value):
    """A passage that a fact rests on (W3C Web Annotation Data Model, TextQuoteSelector).

    The passage is in the narrative (in its plain text, within one block), or in the named source.
    `check` compares both after NFC and after folding white space and typographic quotes.

    Example:
        >>> Evidence(exact="signed in January").exact
        'signed in January'
    """

    PRINCIPAL: ClassVar[str | None] = "exact"
    STANDS_ALONE: ClassVar[bool] = True

    exact: Excerpt
    """The passage, verbatim."""
    prefix: Omittable[Excerpt] = None
    """The text right before it, if the passage occurs more than once."""
    suffix: Omittable[Excerpt] = None
    """The text right after it, if the passage occurs more than once."""
    source: Omittable[ToSource] = None
    """The source that contains the passage; if omitted, the narrative does."""


class Identifier(Value):
    """An identifier in a registry.

    Example:
        >>> Identifier(scheme="wikidata", value="Q794").value
        'Q794'
    """

    scheme: IdentifierScheme
    """The registry."""
    value: Line
    """The identifier."""


class Translation(Value):
    """A text in a given language: another name, or the original of a quote.

    Example:
        >>> Translation(language="fr", text="Traité sur le lac").language
        'fr'
    """

    language: LanguageTag
    """The language of the text."""
    text: Passage
    """The text."""


class Author(Value):
    """A contributor to a text.

    Example:
        >>> Author(name="M. Okafor").role is None
        True
    """

    PRINCIPAL: ClassVar[str | None] = "name"

    name: Line
    """The name as it is in the text."""
    role: Omittable[AuthorRole] = None
    """The role of the person."""
    affiliation: Omittable[Line] = None
    """The organization or office, as it is in the text."""


RULE_CODE: Final = Scalar(
    "RuleCode",
    "a rule code",
    "The code of a rule of `check` or of a notice, or the letters that the codes of a family of "
    "rules begin with.",
    ("CHR001", "CHR", "yaml_comment"),
    "^(?:[A-Z]{1,8}[0-9]{0,4}|[a-z](?:[a-z0-9_]{0,62}[a-z0-9])?)$",
    NOT_ASCII,
    "write a rule code such as CHR001, a family such as CHR, or a notice such as yaml_comment",
)
RuleCode = Annotated[str, RULE_CODE]


SUGGESTION_ID: Final = Scalar(
    "SuggestionId",
    "the id of a suggestion",
    "A suggested fact that a person rejected: its kind, and twelve hexadecimal digits of a digest "
    "of its kind, its passage and the rule that found it.",
    ("milestone-3f9a2c81d0e4",),
    "^[a-z]{1,20}-[0-9a-f]{12}$",
    NOT_ASCII,
    "use diplobrief reject, which writes it",
)
SuggestionId = Annotated[str, SUGGESTION_ID]


class IgnoredCode(Value):
    """A code of `check` whose findings the author accepts, and why.

    Example:
        >>> IgnoredCode(code="CHR001", reason="The gazette printed both dates.").code
        'CHR001'
    """

    PRINCIPAL: ClassVar[str | None] = "code"
    STANDS_ALONE: ClassVar[bool] = True

    code: RuleCode
    """The rule code, family of codes, or notice code."""
    reason: Omittable[Line] = None
    """Why the author accepts such findings."""


class Provenance(Value):
    """Who or what suggested a fact, and whether a person has confirmed it.

    Example:
        >>> Provenance(status="suggested", method="rules", rule="step.active").status
        'suggested'
    """

    PRINCIPAL: ClassVar[str | None] = "status"

    status: ProvenanceStatus
    """Whether a person has confirmed the fact."""
    method: Omittable[ProvenanceMethod] = None
    """How it was found."""
    agent: Omittable[Line] = None
    """Who or what found it: a program and its version, a model, or a person."""
    rule: Omittable[Line] = None
    """The rule that found it."""
    reviewed_by: Omittable[Line] = None
    """The person who confirmed or corrected it."""
    reviewed_on: OmittableDate[When] = OMITTED
    """When it was confirmed or corrected."""


class Fact(Extensible):
    """The members that every fact may have in addition to its own."""

    LAST_MEMBERS: ClassVar[tuple[str, ...]] = (
        "evidence",
        "cites",
        "provenance",
        "ignore",
        "note",
    )

    evidence: OptionalList[Evidence] = ()
    """Passages that the fact rests on; if omitted, its own words."""
    cites: Sources = ()
    """Sources of the fact."""
    provenance: Omittable[Provenance] = None
    """Who or what suggested the fact (default: the authors of the brief assert it)."""
    ignore: OptionalList[IgnoredCode] = ()
    """Codes of `check` whose findings about this fact the author accepts."""
    note: Omittable[Passage] = None
    """A note for readers of the data."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_kwargs: Any) -> None:
        """Move the members that all facts have to the end, as in files."""
        super().__pydantic_init_subclass__()
        fields = cls.__pydantic_fields__
        for name in cls.LAST_MEMBERS:
            fields[name] = fields.pop(name)


def is_suggested(fact: Fact) -> bool:
    """Return whether a program suggested a fact and no person has confirmed it.

    Example:
        >>> from diplobrief.model import State
        >>> is_suggested(State(id="no", name="Norway", provenance={"status": "suggested"}))
        True
    """
    return fact.provenance is not None and fact.provenance.status == "suggested"
