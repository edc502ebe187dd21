"""Verbs that describe a noun before them: "a note sent by Norway", "the note it sent"."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.coordination import actors_within
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_NEAR: Final = 160
_DAY: Final = MASKS["day"]
_OWNER: Final = re.compile(rf"(?<!{ACTOR}){ACTOR}++(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,2}}\Z")


class Attributes:
    """Finds the noun before a verb that describes it.

    Args:
        lexicon: The lexicon of the language.
        row: The row of the verb, with the nouns that can be its object.
    """

    def __init__(self, lexicon: Lexicon, row: Mapping[str, Any]) -> None:
        self._lexicon = lexicon
        self._row = row

    # A page needs few of the rows of a lexicon, and their patterns are long.
    @cached_property
    def _reduced(self) -> WordPattern:
        lexicon = self._lexicon
        was = alternatives(lexicon.words("passive"))
        relative = alternatives(lexicon.words("relatives"))
        return WordPattern(
            rf"{self._noun}(?:{self._about})?,?\s+(?:(?:{relative})\s+(?:{was})\s+)?{self._adverb}\Z",
            self._row["object"],
            flags=re.IGNORECASE,
        )

    @cached_property
    def _relative(self) -> WordPattern:
        lexicon = self._lexicon
        relative = alternatives(lexicon.words("relatives"))
        article = rf"(?:(?:{alternatives(lexicon.words('before_nouns'))})\s+)?"
        had = rf"(?:(?:{alternatives(lexicon.words('before_a_participle'))})\s+)?"
        joint = alternatives(lexicon.words("and"))
        return WordPattern(
            rf"{self._noun}(?:{self._about},\s+(?:{relative})\s+|,?\s+(?:(?:{relative})\s+)?)"
            rf"{article}{ACTOR}+(?:(?:,|\s{joint})\s+{article}{ACTOR}+){{0,3}}"
            rf"\s+{had}{self._adverb}\Z",
            self._row["object"],
            flags=re.IGNORECASE,
        )

    @cached_property
    def _noun(self) -> str:
        number = r"(?:\s+\d[\d/]*(?:\s+\(\d+\))?)?"
        return rf"(?<![\w-])(?:{alternatives(self._row['object'])}){number}"

    @cached_property
    def _about(self) -> str:
        """The pattern for the topic between a noun and its verb: "a note on the lake sent by"."""
        preposition = alternatives(self._lexicon.words("prepositions"))
        word = r"[^\s,;:.]+"
        return rf"\s+(?:{preposition})\s+(?:{word}\s+){{0,5}}?{word}"

    @cached_property
    def _adverb(self) -> str:
        return rf"(?:(?!{_DAY}){word_like_adverb(self._lexicon)}\s+|{_DAY}+\s+)?"

    def is_reduced(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a participle describes the noun before it: "a note sent by her"."""
        return self._reduced.search(_before(sentence, verb), sentence.words) is not None

    def is_relative(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a noun is the object of the verb of a relative clause: "the note Norway sent"."""
        return self._relative.search(_before(sentence, verb), sentence.words) is not None

    def owners(self, sentence: ReadSentence, verb: Verb) -> list[Entity]:
        """Return the owners of the noun before a verb: the EU in "EU sanctions imposed in May"."""
        first = max(0, verb.start - _NEAR)
        match = self._reduced.search(_before(sentence, verb), sentence.words)
        if match is None:
            return []
        owner = _OWNER.search(sentence.masked, first, first + match.start())
        return actors_within(sentence, owner.start(), owner.end()) if owner else []


def _before(sentence: ReadSentence, verb: Verb) -> str:
    return sentence.with_documents[max(0, verb.start - _NEAR) : verb.start]
