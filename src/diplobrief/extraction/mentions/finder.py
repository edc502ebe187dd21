"""Finds all mentions of a text, in the order in which they build on each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.mentions.bodies import BodyFinder
from diplobrief.extraction.mentions.masks import MaskedText
from diplobrief.extraction.mentions.people import PeopleFinder
from diplobrief.extraction.mentions.references import ReferenceFinder
from diplobrief.extraction.mentions.treaties import TreatyMentionFinder

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon


class MentionFinder:
    """Finds mentions using the lexicon of a language. Patterns are compiled once for each language.

    Example:
        >>> from diplobrief.extraction.lexicon import lexicon_of
        >>> text = MentionFinder(lexicon_of("en")).find("Kazakhstan's parliament approved it.")
        >>> [(mention.kind, mention.name, mention.code) for mention in text.mentions]
        [('organ', 'parliament', 'KZ'), ('pronoun', 'it', None)]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._characters = lexicon.characters
        self._prefixes = lexicon.prefixes
        self._bodies = BodyFinder(lexicon)
        self._people = PeopleFinder(lexicon)
        self._references = ReferenceFinder(lexicon)
        self._treaties = TreatyMentionFinder(lexicon)

    def find(self, text: str) -> MaskedText:
        """Return a text with its mentions, masked."""
        masked = MaskedText(text, self._characters, self._prefixes)
        masked.add(self._treaties.known(masked.text))
        self._bodies.mark(masked)
        masked.replace(self._treaties.others(masked))
        self._people.mark(masked)
        masked.add(self._bodies.references(masked))
        masked.add(self._references.find(masked))
        return masked


@cache
def mention_finder_of(lexicon: Lexicon) -> MentionFinder:
    """Return the finder of mentions for a lexicon."""
    return MentionFinder(lexicon)
