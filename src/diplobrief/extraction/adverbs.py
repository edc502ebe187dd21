"""Patterns for adverbs: those that a lexicon lists, and words with the ending of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon


def adverb_of(lexicon: Lexicon) -> str:
    """Return a pattern for an adverb: one of the lexicon, or a word with the ending of one."""
    endings = alternatives(lexicon.words("adverb_endings"))
    not_one = alternatives(lexicon.words("no_adverbs"))
    return rf"(?:{alternatives(lexicon.grammar['adverbs'])}|(?!{not_one}{AFTER})[a-z]+{endings})"


def word_like_adverb(lexicon: Lexicon) -> str:
    """Return a pattern for a word with the ending of an adverb, such as "formally" or "family"."""
    return rf"\w+{alternatives(lexicon.words('adverb_endings'))}"
