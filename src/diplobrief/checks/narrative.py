"""The narrative as a reader sees it, block by block, and passages looked for in it.

Two passages are compared after NFC and after folding white space and typographic quotes, and
nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from diplobrief.checks.strings import Text, beyond_ascii
from diplobrief.text.inline import to_plain
from diplobrief.text.plain import block_to_plain
from diplobrief.text.word_index import WordIndex, occurrences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.diagnostics import Path
    from diplobrief.model import Actor, Evidence

_DOUBLE_QUOTES: Final = "“”„‟«»"
_SINGLE_QUOTES: Final = "‘’‚‛‹›"
_BETWEEN_BLOCKS: Final = "\0"
"""It stands in no text, so that no passage reaches from one block into another."""
_FEW: Final = 20_000
"""Up to so many characters, looking through all of them is faster than an index of words."""

# Where words are not set off by spaces, any place may be the end of one.
_WITHOUT_SPACES: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


def fold(text: str) -> str:
    r"""Return the form under which passages are compared.

    Example:
        >>> fold("«la  paix»\n’98 ")
        '"la paix" \'98 '
    """
    odd = "" if text.isascii() else beyond_ascii(text)
    if odd:
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        for quote in _DOUBLE_QUOTES:
            if quote in odd:
                text = text.replace(quote, '"')
        for quote in _SINGLE_QUOTES:
            if quote in odd:
                text = text.replace(quote, "'")
    if "  " in text or "\n" in text or "\t" in text or any(map(str.isspace, odd)):
        folded = " ".join(text.split())
        before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
        return f"{before}{folded}{after}" if folded else " "
    return text


@dataclass(frozen=True)
class Narrative:
    """The plain text of a brief.

    Args:
        paths: The path of each block: the title, a heading, a paragraph, a list item.
        blocks: The folded plain text of each block.
    """

    paths: Sequence[Path]
    blocks: Sequence[str]

    @cached_property
    def is_empty(self) -> bool:
        """Whether no section has any content."""
        return not any(len(path) > 3 for path in self.paths)

    @cached_property
    def text(self) -> str:
        """All blocks."""
        return _BETWEEN_BLOCKS.join(self.blocks)

    @cached_property
    def _index(self) -> WordIndex | None:
        return WordIndex(self.text) if len(self.text) > _FEW else None

    @cached_property
    def _starts(self) -> Sequence[int]:
        starts: list[int] = []
        offset = 0
        for block in self.blocks:
            starts.append(offset)
            offset += len(block) + 1
        return starts

    def places(self, passage: str, most: int = 2) -> list[int]:
        """Return where a folded passage stands: offsets in `text`, at most so many."""
        found = (
            occurrences(passage, self.text)
            if self._index is None
            else self._index.occurrences(passage)
        )
        return list(islice(found, most))

    def names(self, name: str) -> bool:
        """Say whether a folded name stands in the narrative, as whole words."""
        found = (
            occurrences(name, self.text)
            if self._index is None or _WITHOUT_SPACES.search(name)
            else self._index.occurrences(name, whole_words=True)
        )
        return any(self._ends_words(at, at + len(name)) for at in found)

    def speaks_of(self, actor: Actor) -> bool:
        """Say whether an actor is named, by one of its names, or has a passage of its own."""
        if actor.evidence:
            return True
        name = actor.description if actor.kind == "unnamed" else actor.name
        return self.names(fold(name)) or any(
            self.names(fold(other.text)) for other in actor.other_names
        )

    def block_at(self, place: int) -> Path:
        """Return the path of the block in which an offset of `text` lies."""
        return self.paths[bisect_right(self._starts, place) - 1]

    def _ends_words(self, start: int, end: int) -> bool:
        text = self.text
        before = start > 0 and _joins(text[start - 1], text[start])
        return not before and not _joins(text[end - 1], text[end : end + 1])


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of evidence in the narrative.

    Args:
        path: The path of the evidence.
        evidence: The evidence.
        places: Where it stands, at two places at most: offsets in the text of the narrative.
    """

    path: Path
    evidence: Evidence
    places: Sequence[int]


def in_full(evidence: Evidence) -> str:
    """Return the passage to look for, folded, with what stands right around it."""
    if evidence.prefix is None and evidence.suffix is None:
        return fold(evidence.exact)
    return fold(f"{evidence.prefix or ''}{evidence.exact}{evidence.suffix or ''}")


def _joins(left: str, right: str) -> bool:
    """Say whether two characters belong to one word."""
    return (
        left.isalnum()
        and right.isalnum()
        and not _WITHOUT_SPACES.match(left)
        and not _WITHOUT_SPACES.match(right)
    )


def narrative_of(written: Sequence[Text]) -> Narrative:
    """Return the narrative of a brief as plain text.

    Args:
        written: Its title, headings, paragraphs, items and blocks as they are written.
    """
    definitions = "\n\n".join(
        one.text for one in written if one.is_block and one.text.lstrip().startswith("[")
    )
    return Narrative(
        [one.path for one in written],
        [
            fold((block_to_plain if one.is_block else to_plain)(one.text, definitions)).strip()
            for one in written
        ],
    )
