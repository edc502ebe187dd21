"""Finds the words of a treaty's name that distinguish it from others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention

LITTLE: Final = frozenset(
    [
        "the",
        "of",
        "a",
        "on",
        "for",
        "and",
        "treaty",
        "agreement",
        "convention",
        "pact",
        "deal",
        "accord",
        "protocol",
    ]
)

_BEGINNING: Final = 4
"""How many first letters two forms of a word share: "fish", "fisheries"."""


class OwnWords:
    """Finds the words that distinguish a name, without those that many names have.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["steps"]["treaties"]
        self._states = lexicon.states
        self._heads = frozenset(head.lower() for each in data["heads"].values() for head in each)
        common = [*data["name"].get("common", ()), *lexicon.words("and")]
        common += lexicon.words("prepositions")
        self._common_words = frozenset(common) | self._heads | LITTLE

    def of(self, name: str) -> set[str]:
        """Return the beginnings of the words that distinguish a name.

        Args:
            name: The name.

        Example:
            >>> from diplobrief.extraction.lexicon import lexicon_of
            >>> sorted(OwnWords(lexicon_of("en")).of("landmark agreement on fishing rights"))
            ['fish', 'righ']
        """
        words = [word for word in name.split() if word.isalpha()]
        is_noun = not any(word.istitle() and word.lower() in self._heads for word in words)
        own = {
            word.lower()
            for number, word in enumerate(words)
            if not is_noun or word.islower() or (number == 0 and word not in self._states)
        }
        return {word[:_BEGINNING] for word in own - self._common_words}


@lru_cache(1024)
def significant_words(name: str) -> frozenset[str]:
    """Return the words of a name that distinguish it from other treaties."""
    words = {word.lower() for word in re.findall(r"[\w’'-]+", name)}
    return frozenset(words - LITTLE) or frozenset(words)


def names_treaty(mention: Mention) -> bool:
    """Whether a mention is the name of a treaty, and not that of a bill.

    Args:
        mention: The mention.
    """
    return mention.kind == "treaty" and mention.is_named and mention.type != "reference"
