"""Finds crowds that are only called by a number or a people: "tens of thousands marched"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions.masks import MASKS, MaskedText, Mention
from diplobrief.extraction.mentions.words import ADJECTIVE
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon


class CrowdFinder:
    """Finds crowds before the verbs that they may perform.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["people"].get("crowds", {})
        self._noun: str = words.get("noun", "")
        about, of = leading(words.get("about", ())), leading(words.get("of", ()))
        office = f"{MASKS['office']}+"
        who = rf"(?:[a-z-]+\s+)?(?:{alternatives(words.get('people', ()))}|{ADJECTIVE}+|{office})"
        adverb = rf"(?:{word_like_adverb(lexicon)}\s+|{leading(lexicon.words('before_a_verb'))})*"
        sizes = alternatives(words.get("sizes", ()))

        def before(who: str, verbs: list[str]) -> WordPattern:
            pattern = rf"{lexicon.start}{who}(?=\s+{adverb}{alternatives(verbs)}{AFTER})"
            return WordPattern(pattern, verbs, flags=re.IGNORECASE)

        by_crowds = _verbs(lexicon, "crowds")
        crowd = rf"(?:{about})?(?:{sizes}|\d[\d.,]*)(?:\s+(?:{of})?{who})?"
        self._crowd = before(crowd, by_crowds)
        self._people = before(rf"{ADJECTIVE}+", [*by_crowds, *_verbs(lexicon, "peoples")])

    def find(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the crowds of a text."""
        if not self._noun:
            return
        end = -1
        for pattern in (self._crowd, self._people):
            for match in pattern.finditer(text.masked, text.words):
                if match.end() == end:
                    continue  # "Thousands of Norwegians voted"
                people = text.first_within(*match.span())
                if pattern is self._people and not (people and people.is_plural):
                    continue  # "The Norwegian voted"
                name = text.text[match.start() : match.end()]
                code, end = (people.code if people else None), match.end()
                yield Mention("unnamed", *match.span(), name, code, office=self._noun)


def _verbs(lexicon: Lexicon, key: str) -> list[str]:
    """Return the forms of the verbs of events that have a key in the lexicon."""
    rows = lexicon.data.get("events", {}).get("event", ())
    verbs = (verb for row in rows if row.get(key) for verb in row["verbs"])
    return [form for verb in verbs for form in lexicon.forms(verb)]
