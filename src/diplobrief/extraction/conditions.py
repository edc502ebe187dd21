"""Recognizes clauses whose verb does not report that something happened: "if it ratifies it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon


class Conditions:
    """Distinguishes what happened from what is only imagined or lies ahead.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        adverb = rf"(?:{alternatives(lexicon.grammar['adverbs'])}|{word_like_adverb(lexicon)})"
        self._hypothetical = _word_of(lexicon, "hypothetical")
        self._prospective = _word_of(lexicon, "prospective")
        self._perfect = re.compile(
            rf"\b{alternatives(lexicon.words('perfect'))}\s+(?:{adverb}\s+)*$"
        )
        self.decided: re.Pattern[str] = re.compile(
            rf"\b{alternatives(lexicon.words('decided'))}\b[^.;:“”]{{0,60}}?"
            rf"\b{alternatives(lexicon.words('to'))}\s+"
            rf"(?:{alternatives(lexicon.words('have'))}\s+)?(?:{word_like_adverb(lexicon)}\s+)?$"
        )
        """Before what is done: "voted 102 to 9 to ratify", "is the first to have ratified"."""

        had = alternatives(lexicon.words("before_a_participle"))
        self.only: re.Pattern[str] = re.compile(
            rf"\b{alternatives(lexicon.words('is_the'))}\s+(?:\w+\s+){{1,3}}"
            rf"{alternatives(lexicon.words('relatives'))}\s+{had}\s+(?:{adverb}\s+)?$"
        )
        """Between a subject and its verb: "Norway is the only party that has left"."""

    def status_in(self, left: str, tenses: set[str]) -> str | None:
        """Return the status of a verb in the past or the present, or `None` if it is only imagined.

        Args:
            left: The sentence up to the verb.
            tenses: The tenses that the form of the verb may be.
        """
        clause = left[max(left.rfind(mark) for mark in ",;:") + 1 :]
        if self._hypothetical.search(clause):
            return None
        is_open = "present" in tenses or self._perfect.search(clause)
        return "expected" if is_open and self._prospective.search(clause) else "completed"


def _word_of(lexicon: Lexicon, kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(lexicon.words(kind))}\b", re.IGNORECASE)
