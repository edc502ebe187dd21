"""Mentions, and a text in which they are masked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.word_patterns import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from diplobrief.extraction.word_patterns import Words

MASKS: Final = {
    "state": "\ue000",
    "adjective": "\ue001",
    "organization": "\ue004",
    "organ": "\ue005",
    "person": "\ue006",
    "office": "\ue007",
    "unnamed": "\ue008",
    "pronoun": "\ue009",
    "both": "\ue00a",
    "treaty": "\ue00b",
    "day": "\ue00c",
    "quotation": "\ue00d",
    "document": "\ue00f",
}
"""The character that replaces each kind of mention."""

ACTORS: Final = (
    "state",
    "organization",
    "organ",
    "person",
    "office",
    "unnamed",
    "pronoun",
    "both",
    "document",
)
"""The kinds of mention that can act."""

ACTOR: Final = f"[{''.join(MASKS[kind] for kind in ACTORS)}]"
"""A pattern for one character of an actor."""

# Kinds that a shorter mention within them does not replace.
_WHOLE: Final = frozenset({"person", "organ", "treaty", "office"})

_UNMASKED: Final = dict.fromkeys(range(57344, 63744), "�")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an actor or a treaty.

    Args:
        kind: One of `MASKS`.
        start: The offset of its first character.
        end: The offset after its last character.
        name: The name, or the words.
        code: The code of the state that it names, or that it belongs to.
        owner: The organ or organization that it belongs to.
        type: The type of an organ or organization, or the kind of a treaty.
        office: The office of a person.
        honorific: The honorific of a person.
        is_capital: Whether it refers to a state by its capital or its side: "the Norwegian side".
        is_named: Whether it has the proper name of a treaty.
        is_indefinite: Whether an office or a treaty has no definite article: "a diplomat".
        is_possessed: Whether an organ has a possessive pronoun: "its cabinet".
        is_plural: Whether it refers to several: "ministers", "Norwegians", "67 countries".
        case: The number of the grammatical case of an office; 0 for the nominative.
        codes: The codes of the states that an office in the plural belongs to, if it is of several.
    """

    kind: str
    start: int
    end: int
    name: str
    code: str | None = None
    owner: str | None = None
    type: str | None = None
    office: str | None = None
    honorific: str | None = None
    is_capital: bool = False
    is_named: bool = False
    is_indefinite: bool = False
    is_possessed: bool = False
    is_plural: bool = False
    case: int = 0
    codes: tuple[str, ...] = ()


class MaskedText:
    """A text with the mentions found so far, and with them masked.

    Args:
        text: The text. Characters that could be taken for masks are replaced.
        characters: Letters that are read as other ones, by their code points.
        prefixes: Words that are written together with the next one.
    """

    def __init__(
        self,
        text: str,
        characters: Mapping[int, str] | None = None,
        prefixes: Collection[str] = (),
    ) -> None:
        self.text: str = text.translate(_UNMASKED)
        self.unmasked: str = self.text.translate(characters or {})
        self.masked: str = self.unmasked
        self.words: Words = words_of(self.unmasked, prefixes)
        self.mentions: list[Mention] = []

    def at(self, offset: int) -> Mention | None:
        """Return the mention that contains an offset."""
        first, last = self._range(offset, offset + 1)
        return self.mentions[first] if first < last else None

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that a span contains."""
        first, last = self._range(start, end)
        return [
            mention
            for mention in self.mentions[first:last]
            if start <= mention.start and mention.end <= end
        ]

    def first_within(self, start: int, end: int) -> Mention | None:
        """Return the first mention that a span contains."""
        return next(iter(self.within(start, end)), None)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Add the mentions that overlap no other."""
        for mention in [*mentions]:
            first, last = self._range(mention.start, mention.end)
            if first >= last:
                self._mask(mention)

    def replace(self, mentions: Iterable[Mention]) -> None:
        """Add mentions, longest first, and remove those that they overlap."""
        for mention in sorted(mentions, key=lambda each: each.start - each.end):
            first, last = self._range(mention.start, mention.end)
            overlapping = self.mentions[first:last]
            if any(_contains(other, mention) for other in overlapping):
                continue
            del self.mentions[first:last]
            for other in overlapping:
                self._write(other, self.unmasked[other.start : other.end])
            self._mask(mention)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the mentions that overlap a span; no two overlap each other."""
        return (
            bisect_right(self.mentions, start, key=attrgetter("end")),
            bisect_left(self.mentions, end, key=attrgetter("start")),
        )

    def _mask(self, mention: Mention) -> None:
        insort(self.mentions, mention, key=attrgetter("start"))
        self._write(mention, MASKS[mention.kind] * (mention.end - mention.start))

    def _write(self, mention: Mention, characters: str) -> None:
        self.masked = self.masked[: mention.start] + characters + self.masked[mention.end :]


def _contains(whole: Mention, part: Mention) -> bool:
    return (
        whole.kind in _WHOLE
        and whole.start <= part.start
        and part.end <= whole.end
        and (whole.start, whole.end) != (part.start, part.end)
    )
