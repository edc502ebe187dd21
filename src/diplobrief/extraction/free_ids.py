"""Ids for facts that the brief lacks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import folded

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.model import Brief

_LONGEST_ID: Final = 40


class FreeIds:
    """Gives ids that no fact of a brief has.

    Args:
        brief: The brief.
        lexicon: The lexicon of its language.
    """

    def __init__(self, brief: Brief, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._ids = set(brief.facts())
        self._numbers: dict[str, int] = {}

    def for_title(self, title: str, most: int, otherwise: str) -> str:
        """Return an id made from the first words of a title, and remember it as used.

        Articles and prepositions are left out, because people name facts by their ids.

        Args:
            title: The title, such as that of a treaty.
            most: The largest number of words to take.
            otherwise: What to use if nothing is left of the words in Latin letters.
        """
        small = _small_words(self._lexicon)
        words = [word for word in re.findall(r"\w+", folded(title)) if word not in small]
        return self.for_words(" ".join(words[:most]), otherwise)

    def for_words(self, words: str, otherwise: str) -> str:
        """Return an id made from words, and remember it as used.

        Args:
            words: The words, such as the name of an actor.
            otherwise: What to use if nothing is left of the words in Latin letters.
        """
        slug = re.sub(r"[^a-z0-9]+", "-", folded(self._lexicon.in_latin(words))).strip("-")
        slug = slug[:_LONGEST_ID].strip("-") or otherwise
        free = slug
        while free in self._ids:
            self._numbers[slug] = self._numbers.get(slug, 1) + 1
            free = f"{slug}-{self._numbers[slug]}"
        self._ids.add(free)
        return free


@cache
def _small_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the articles and prepositions of a language, as they are compared."""
    return frozenset(
        folded(word) for kind in ("articles", "prepositions") for word in lexicon.words(kind)
    )
