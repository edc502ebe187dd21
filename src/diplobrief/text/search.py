"""Search for passages in text that is divided into blocks.

Two passages are compared after NFC normalization and after folding white space and typographic
quotation marks. No other difference is ignored.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from diplobrief.text.characters import beyond_ascii
from diplobrief.text.normalization import is_normalized, normalized

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOUBLE_QUOTES: Final = "“”„‟«»"
_SINGLE_QUOTES: Final = "‘’‚‛‹›"

# In these scripts words are not separated by spaces, so a word may end anywhere.
_WITHOUT_SPACES: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


def fold(text: str) -> str:
    r"""Return the form in which passages are compared.

    Example:
        >>> fold("«la  paix»\n’98 ")
        '"la paix" \'98 '
    """
    special = "" if text.isascii() else beyond_ascii(text)
    if special:
        if not is_normalized(text):
            text = normalized(text)
        for quote in _DOUBLE_QUOTES:
            if quote in special:
                text = text.replace(quote, '"')
        for quote in _SINGLE_QUOTES:
            if quote in special:
                text = text.replace(quote, "'")
    if "  " in text or "\n" in text or "\t" in text or any(map(str.isspace, special)):
        folded = " ".join(text.split())
        before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
        return f"{before}{folded}{after}" if folded else " "
    return text


def pattern_of(passage: str) -> str:
    r"""Return a pattern that finds a folded passage in text which is not folded, but NFC.

    Example:
        >>> re.search(pattern_of('"la paix"'), "Il dit : «la\npaix».").span()
        (9, 18)
    """
    classes = {" ": r"\s+", '"': f'["{_DOUBLE_QUOTES}]', "'": f"['{_SINGLE_QUOTES}]"}
    return "".join(classes.get(character) or re.escape(character) for character in passage)


@dataclass(frozen=True)
class SearchableText:
    """Blocks of text in which passages are found. No passage spans two blocks.

    Args:
        blocks: The text of each block, folded.

    Example:
        >>> text = SearchableText(["The Duma voted.", "Then the Council voted."])
        >>> text.find("voted"), text.block_at(34), text.mentions("Council")
        ([9, 33], 1, True)
    """

    blocks: Sequence[str]

    @cached_property
    def text(self) -> str:
        """All blocks, joined by a character that occurs in none of them."""
        return _BETWEEN_BLOCKS.join(self.blocks)

    @cached_property
    def _index(self) -> WordIndex | None:
        return WordIndex(self.text) if len(self.text) > _WITHOUT_INDEX else None

    @cached_property
    def _starts(self) -> Sequence[int]:
        starts: list[int] = []
        offset = 0
        for block in self.blocks:
            starts.append(offset)
            offset += len(block) + len(_BETWEEN_BLOCKS)
        return starts

    def find(self, passage: str, limit: int = 2) -> list[int]:
        """Return the offsets in `text` at which a folded passage occurs, at most `limit`."""
        offsets = (
            occurrences(passage, self.text)
            if self._index is None
            else self._index.occurrences(passage)
        )
        return list(islice(offsets, limit))

    def mentions(self, name: str) -> bool:
        """Whether a folded name occurs as whole words."""
        offsets = (
            occurrences(name, self.text)
            if self._index is None or _WITHOUT_SPACES.search(name)
            else self._index.occurrences(name, whole_words=True)
        )
        return any(self._is_whole_words(start, start + len(name)) for start in offsets)

    def block_at(self, offset: int) -> int:
        """Return the index of the block that contains an offset of `text`."""
        return bisect_right(self._starts, offset) - 1

    def _is_whole_words(self, start: int, end: int) -> bool:
        text = self.text
        if start > 0 and _is_within_word(text[start - 1], text[start]):
            return False
        return not _is_within_word(text[end - 1], text[end : end + 1])


_BETWEEN_BLOCKS: Final = "\0"
_WITHOUT_INDEX: Final = 20_000
"""A text of at most this length is searched faster without an index."""


def _is_within_word(left: str, right: str) -> bool:
    """Whether two adjacent characters belong to the same word."""
    return (
        left.isalnum()
        and right.isalnum()
        and not _WITHOUT_SPACES.match(left)
        and not _WITHOUT_SPACES.match(right)
    )


def occurrences(passage: str, text: str) -> Iterator[int]:
    """Yield the offsets at which a passage occurs in a text, overlapping ones included.

    Example:
        >>> list(occurrences("ana", "banana"))
        [1, 3]
    """
    offset = text.find(passage)
    while offset >= 0:
        yield offset
        offset = text.find(passage, offset + 1)


_WORD: Final = re.compile(r"\w+")
_FREQUENT: Final = 64
"""If a word occurs this often, the text is searched instead of trying each occurrence."""


class WordIndex:
    """The offsets of each word of a text, so that searching for many passages stays fast.

    A passage is looked up by its rarest word.

    Args:
        text: The text, of any length.

    Example:
        >>> list(WordIndex("the lake, the river and the lake").occurrences("the lake"))
        [0, 24]
    """

    __slots__ = ("_offsets", "_sorted", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets: dict[str, list[int]] = {}
        for word in _WORD.finditer(text):
            self._offsets.setdefault(word[0], []).append(word.start())
        self._sorted = sorted(self._offsets)

    def occurrences(self, passage: str, *, whole_words: bool = False) -> Iterator[int]:
        """Yield the offsets at which a passage occurs.

        Args:
            passage: The passage.
            whole_words: Whether to find the passage only where it starts and ends at word
                boundaries. This is faster, as its first and last words can be looked up, too.
        """
        rarest = self._rarest_word(passage, whole_words=whole_words)
        if rarest is None:
            yield from occurrences(passage, self._text)
            return
        offset_in_passage, offsets = rarest
        for offset in offsets:
            start = offset - offset_in_passage
            if start >= 0 and self._text.startswith(passage, start):
                yield start

    def _rarest_word(self, passage: str, *, whole_words: bool) -> tuple[int, Sequence[int]] | None:
        """Return the offset of the passage's rarest word in it, and its offsets in the text."""
        rarest: tuple[int, Sequence[int]] | None = None
        for word in _WORD.finditer(passage):
            limit = _FREQUENT if rarest is None else len(rarest[1])
            if whole_words or (word.start() > 0 and word.end() < len(passage)):
                offsets: Sequence[int] = self._offsets.get(word[0], [])
            elif word.start() > 0:
                offsets = self._offsets_of_prefix(word[0], limit)
            else:
                continue  # the first word may be the end of any longer word
            if len(offsets) < limit:
                rarest = word.start(), offsets
        return rarest

    def _offsets_of_prefix(self, prefix: str, limit: int) -> Sequence[int]:
        """Return the offsets of words with this prefix; `limit` or more of them need not be all."""
        first = bisect_left(self._sorted, prefix)
        offsets: list[int] = []
        for word in self._sorted[first : first + limit]:
            if not word.startswith(prefix):
                break
            offsets += self._offsets[word][:limit]
            if len(offsets) >= limit:
                return offsets
        return sorted(offsets)
