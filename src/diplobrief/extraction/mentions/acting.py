"""Recognizes names of people by the words around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.mentions.masks import ACTOR, MASKS
from diplobrief.extraction.mentions.words import ADJECTIVE, STATE
from diplobrief.extraction.patterns import AFTER, BEFORE, alternatives
from diplobrief.languages.data import load_shared, merged, word_set
from diplobrief.languages.tables import Bylines, Shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.lexicon import Lexicon

_INSERTION: Final = re.compile(r",[^,;.]{1,80},")
_PARENTHESIS: Final = re.compile(r"\s\([^()]{1,40}\)")
_NEAR: Final = 40


class ActingNames:
    """Recognizes names of people by the verbs and nouns of a language beside them.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        adverb = rf"{word_like_adverb(lexicon)}\s+"
        article = lexicon.optional("articles")
        verbs = [lexicon.verb_starts]
        verbs += [rf"\w{{2,}}{ending}" for ending in lexicon.words("past_endings")]
        auxiliary = alternatives(lexicon.words("auxiliaries"))
        to_verb = rf"\s+(?:(?:{auxiliary}\s+)|(?:{adverb}))*"
        self._acts = re.compile(
            rf"{to_verb}(?:{'|'.join(verbs)}){AFTER}"
            rf"|\s+{alternatives(lexicon.words('predicates'))}\s"
        )
        finite = [form for form, saying in lexicon.sayings.items() if not saying.is_base]
        self._speaking = re.compile(rf"{to_verb}{alternatives(finite)}{AFTER}")
        self._apposition = re.compile(
            rf",\s+(?:{alternatives(lexicon.words('opening_an_apposition'))}|\d\d)[\s,]"
            rf"|\s*\([{STATE}{ADJECTIVE}]"
        )
        self._belonging = re.compile(
            rf"\s+{alternatives([*lexicon.words('of'), *lexicon.words('from')])}\s+"
            rf"{article}{ACTOR}+"
        )
        roles = alternatives(lexicon.data["people"].get("endings_of_roles", ()))
        self._role = re.compile(rf"{BEFORE}[a-z][a-z-]*{roles}\s+$")
        self._no_roles = frozenset(
            [
                *lexicon.words("prepositions"),
                *lexicon.words("subordinators"),
                *lexicon.words("before_nouns"),
                *lexicon.words("no_roles"),
            ]
        )
        encounters = alternatives(lexicon.data["people"].get("before_people", ()))
        self._met = re.compile(rf"(?<![\w-]){encounters}\s+$")
        joined = lexicon.optional("and")
        self._after_person = re.compile(rf"{MASKS['person']},?\s+{joined}$")
        # "her counterpart from Norway,"
        place = alternatives([*lexicon.words("from"), *lexicon.words("at_a_place")])
        self._called = re.compile(
            rf"(?<!\w)(?i:{lexicon.before('possessives')})(?:[a-z-]+\s)?[a-z-]+"
            rf"(?:\s+{place}\s+{article}{ACTOR}+)?,\s+$"
        )
        self._example = re.compile(rf"{alternatives(lexicon.words('before_examples'))}\s+$")
        self._given_names = _given_names(lexicon)
        self._inverted = re.compile(rf"{alternatives(lexicon.sayings)}\s+$")

    def is_person(self, words: Sequence[str], start: int, end: int, masked: str) -> bool:
        """Whether a name without an office is that of somebody who acts.

        Args:
            words: The words of the name.
            start: The offset of its first character.
            end: The offset after its last character.
            masked: The text with the mentions that are known.
        """
        if len(words) < 2:
            return False
        if words[0].lower() in self._given_names:
            return True
        skipped = (
            _INSERTION.match(masked, end)
            or _PARENTHESIS.match(masked, end)
            or self._belonging.match(masked, end)
        )
        before = masked[max(0, start - _NEAR) : start]
        if self._example.search(before):
            return False
        return bool(
            self._acts.match(masked, skipped.end() if skipped else end)
            or self._apposition.match(masked, end)
            or (masked[end : end + 1] == "," and self._called.search(before))
            or self._is_after_role(before)
            or self._inverted.search(before)
            or self._met.search(before)
            or self._after_person.search(before)
        )

    def _is_after_role(self, before: str) -> bool:
        role = self._role.search(before)
        return role is not None and role[0].strip() not in self._no_roles

    def speaks(self, start: int, end: int, masked: str) -> bool:
        """Whether a verb of saying is directly before or after a span."""
        left = masked[max(0, start - _NEAR) : start]
        if self._example.search(left):
            return False
        return bool(self._speaking.match(masked, end) or self._inverted.search(left))


def _given_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the names with which those of people begin, in lower case."""
    return word_set(
        (
            *merged(Bylines).given_names,
            *load_shared(Shared).given_names,
            *lexicon.data["people"].get("given_names", ()),
        )
    )
