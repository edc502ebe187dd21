"""Finds groups of states that are only called by a quantity: "67 countries", "all parties"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions.masks import MaskedText, Mention
from diplobrief.extraction.mentions.words import ADJECTIVE, ORGANIZATION, STATE
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon

_NEAR: Final = 40


class GroupFinder:
    """Finds groups by the quantities and nouns in the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        groups = lexicon.data["bodies"].get("counted_groups", {})
        nouns = groups.get("nouns", ())
        quantity = rf"(?:\d{{1,3}}|{alternatives(groups.get('quantities', ()))})"
        more = alternatives(lexicon.words("before_an_amount"))
        together = alternatives(groups.get("together", ()))
        other = f"[{STATE}{ADJECTIVE}{ORGANIZATION}]+"
        modifier = rf"(?:{alternatives(groups.get('modifiers', ()))}|{other})"
        self._counted = WordPattern(
            rf"{lexicon.start}(?:(?i:{more}|{together})\s+)?(?i:{quantity})\s+(?:{modifier}\s+){{0,2}}"
            rf"{alternatives(nouns)}{AFTER}",
            nouns,
        )
        named = groups.get("named", ())
        self._named = WordPattern(rf"{lexicon.start}{alternatives(named)}{AFTER}", named)
        verbs = groups.get("acting", ())
        sayings = alternatives(
            [*lexicon.sayings, *(form for verb in verbs for form in lexicon.forms(verb))]
        )
        auxiliary = alternatives(lexicon.words("before_a_verb"))
        adverb = word_like_adverb(lexicon)
        self._says = re.compile(rf"\s+(?:(?:{auxiliary}|{adverb})\s+){{0,2}}{sayings}{AFTER}")
        article = lexicon.optional("articles")
        self._is_reported = re.compile(rf"(?<!\w){sayings}\s+{article}$")
        # "the three states" are those that were named before.
        self._definite = re.compile(rf"(?<!\w)(?i:{lexicon.before('definite')})$")

    def find(self, text: MaskedText) -> Iterator[Mention]:
        """Yield the groups of a text."""
        for match in self._counted.finditer(text.masked, text.words):
            left = text.masked[max(0, match.start() - _NEAR) : match.start()]
            says = self._says.match(text.masked, match.end()) and not self._definite.search(left)
            # States that sign or ratify are counted with the treaty.
            if says or self._is_reported.search(left):
                yield _group(text, match)
        for match in self._named.finditer(text.masked, text.words):
            yield _group(text, match)


def _group(text: MaskedText, match: re.Match[str]) -> Mention:
    name = " ".join(text.text[match.start() : match.end()].split())
    return Mention("organization", *match.span(), name, owner=name, type="group", is_plural=True)
