"""The narrative as a reader sees it, block by block, in which passages are searched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.commonmark import Definitions
from diplobrief.text.plain import block_to_plain, to_plain
from diplobrief.text.search import SearchableText, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks.strings import Text
    from diplobrief.diagnostics import Path
    from diplobrief.model import Actor, Evidence


@dataclass(frozen=True)
class Narrative(SearchableText):
    """The plain text of a brief.

    Args:
        blocks: The folded plain text of each block.
        paths: The path of each block: the title, a heading, a paragraph, a list item.
    """

    paths: Sequence[Path]

    @cached_property
    def is_empty(self) -> bool:
        """Whether no section has any content."""
        return not any(len(path) > 3 for path in self.paths)

    def mentions_actor(self, actor: Actor) -> bool:
        """Whether an actor is mentioned by one of its names, or has evidence of its own."""
        if actor.evidence:
            return True
        name = actor.description if actor.kind == "unnamed" else actor.name
        return self.mentions(fold(name)) or any(
            self.mentions(fold(other.text)) for other in actor.other_names
        )

    def path_at(self, offset: int) -> Path:
        """Return the path of the block that contains an offset of `text`."""
        return self.paths[self.block_at(offset)]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of evidence in the narrative.

    Args:
        path: The path of the evidence.
        evidence: The evidence.
        offsets: The offsets in the text of the narrative where it occurs, at most two.
    """

    path: Path
    evidence: Evidence
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage of a quote.

    Args:
        path: The path of the passage in the brief.
        text: The passage, folded.
        offsets: The offsets in the text of the narrative where it occurs, at most two.
    """

    path: Path
    text: str
    offsets: Sequence[int]


def in_full(evidence: Evidence) -> str:
    """Return the passage to search for, folded, with its prefix and suffix."""
    if evidence.prefix is None and evidence.suffix is None:
        return fold(evidence.exact)
    return fold(f"{evidence.prefix or ''}{evidence.exact}{evidence.suffix or ''}")


def narrative_of(written: Sequence[Text]) -> Narrative:
    """Return the narrative of a brief as plain text.

    Args:
        written: The title, headings, paragraphs, items and blocks as the author wrote them.
    """
    return Narrative(
        [fold(text).strip() for text in plain_texts(written)], [text.path for text in written]
    )


def plain_texts(written: Sequence[Text]) -> list[str]:
    """Return the title, headings, paragraphs, items and blocks of a brief as plain text.

    Args:
        written: The same as the author wrote them.
    """
    definitions = Definitions(text.text for text in written if text.is_block)
    return [
        (block_to_plain if text.is_block else to_plain)(text.text, definitions.used_by(text.text))
        for text in written
    ]
