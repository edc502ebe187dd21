"""The narrative: sections of blocks, in the author's own order and words."""

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from diplobrief.model.base import (
    NonEmpty,
    Omittable,
    Value,
    WholeNumber,
    constant,
    missing_any,
)
from diplobrief.model.scalars import VERBATIM_PATTERN, LanguageTag, Scalar
from diplobrief.model.vocabulary.types import SectionKind
from diplobrief.text.inline import (
    HEADING_PATTERN,
    INLINE_FORBIDDEN_PATTERN,
    INLINE_PATTERN,
    TITLE_PATTERN,
)

INLINE: Final = Scalar(
    "Inline",
    "inline CommonMark on one line",
    "Inline CommonMark on one line. Block syntax has no meaning in it: `2025. The year` and `# 1` "
    "are plain words.",
    ("The treaty, signed in *January*, binds both.",),
    INLINE_PATTERN,
    INLINE_FORBIDDEN_PATTERN,
    "write one line, without white space at either end and without a backslash before a block "
    "marker at the start; put text that begins with raw HTML into a markdown block",
)
Inline = Annotated[str, INLINE]

TITLE: Final = Scalar(
    "Title",
    "a title on one line",
    "Inline CommonMark on one line, for a title.",
    ("The lake treaty waits for the Senate",),
    TITLE_PATTERN,
    INLINE_FORBIDDEN_PATTERN,
    "write one line, without white space at either end",
)
Title = Annotated[str, TITLE]

HEADING: Final = Scalar(
    "Heading",
    "a heading on one line",
    "Inline CommonMark on one line, for a section's heading, without a final colon.",
    ("Why it matters",),
    HEADING_PATTERN,
    INLINE_FORBIDDEN_PATTERN,
    "write one line, without white space at either end and without a colon at the end",
)
Heading = Annotated[str, HEADING]

BLOCK_TEXT: Final = Scalar(
    "BlockText",
    "a CommonMark block",
    "One CommonMark block, verbatim. Line ends are line feeds.",
    ("| a | b |\n| - | - |\n| 1 | 2 |",),
    VERBATIM_PATTERN,
    "",
    "write one CommonMark block, with line feeds as line ends",
)
BlockText = Annotated[str, BLOCK_TEXT]

MAX_LIST_NUMBER: Final = 999_999_999
"""The largest number of an ordered list item: nine digits (CommonMark 0.31.2, section 5.2)."""


class Paragraph(Value):
    """A paragraph.

    Example:
        >>> Paragraph(text="Talks began.").text
        'Talks began.'
    """

    type: Literal["paragraph"] = constant("paragraph")
    """The type of block."""
    text: Inline
    """The text, as inline CommonMark."""


class Bullets(Value):
    """A bullet list of one level.

    Example:
        >>> Bullets(items=["Trade", "Transit"]).items
        ('Trade', 'Transit')
    """

    type: Literal["bullets"] = constant("bullets")
    """The type of block."""
    items: NonEmpty[Inline]
    """The items, as inline CommonMark."""


class Numbered(Value):
    """A numbered list of one level.

    Example:
        >>> Numbered(items=["Ceasefire", "Talks"], start=3).start
        3
    """

    type: Literal["numbered"] = constant("numbered")
    """The type of block."""
    start: Annotated[int, WholeNumber(least=0, most=MAX_LIST_NUMBER)]
    """The number of the first item."""
    items: NonEmpty[Inline]
    """The items, as inline CommonMark."""


class Markdown(Value):
    """Any other CommonMark block, kept verbatim: a table, a quotation, code, HTML.

    Example:
        >>> Markdown(text="> So it was said.").text
        '> So it was said.'
    """

    type: Literal["markdown"] = constant("markdown")
    """The type of block."""
    text: BlockText
    """The block. Parsed on its own, this text is exactly one block."""


Block = Annotated[Paragraph | Bullets | Numbered | Markdown, Field(discriminator="type")]
"""A block of a section; `type` says which."""


class Section(Value):
    """A part of the narrative, with a kind, a heading, or both.

    Example:
        >>> Section(kind="lede", content=[{"type": "paragraph", "text": "Talks began."}]).kind
        'lede'
    """

    ANY_OF: ClassVar[tuple[str, ...]] = ("kind", "heading")

    kind: Omittable[SectionKind] = None
    """The purpose of the section; omitted if the heading says something else."""
    heading: Omittable[Heading] = None
    """The heading as the author wrote it."""
    language: Omittable[LanguageTag] = None
    """The language of the section, if it differs from that of the brief."""
    content: tuple[Block, ...]
    """The blocks. The list may be empty."""

    @model_validator(mode="after")
    def _has_kind_or_heading(self) -> Self:
        if self.heading is None and self.kind is None:
            raise missing_any(self.ANY_OF)
        return self
