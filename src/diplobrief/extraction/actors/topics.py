"""Finds the topic of a sentence without a subject: "Añadió que el texto estaba listo"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.actors.entity import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_PEOPLE: Final = frozenset({"person", "office", "unnamed"})
_BODIES: Final = frozenset({"organ", "organization", "state"})


class _Wording:
    """Patterns for sentences without a subject, and for mentions that are not subjects."""

    def __init__(self, lexicon: Lexicon) -> None:
        said_first = alternatives(lexicon.words("before_an_omitted_subject"))
        links = rf"(?:{said_first},?\s+)?"
        before = lexicon.before("before_no_subject")
        self.opening: re.Pattern[str] = re.compile(
            rf"^\W{{0,2}}{links},?\s?{lexicon.start}{alternatives(lexicon.sayings)}{AFTER}",
            re.IGNORECASE,
        )
        article = lexicon.optional("articles")
        self.preposition: re.Pattern[str] = re.compile(rf"(?<!\w){before}{article}$", re.IGNORECASE)


@cache
def _wording_of(lexicon: Lexicon) -> _Wording:
    return _Wording(lexicon)


class Topics:
    """Keeps track of the topic of a page, in a language that omits pronouns.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        is_named_again = lexicon.phrases("according_to_him")
        self._is_used = bool(lexicon.grammar.get("omits_pronouns") or is_named_again)
        self._wording = _wording_of(lexicon)
        self._topic: list[Entity] = []

    def start(self, sentence: ReadSentence) -> None:
        """Set the topic of a sentence without a subject to that of the sentences before."""
        if self._is_used:
            sentence.topic = self._topic

    def end(self, sentence: ReadSentence) -> None:
        """Find the topic that the next sentence may be about."""
        if not self._is_used or self._wording.opening.match(sentence.masked):
            return
        for kinds in (_PEOPLE, _BODIES):
            for mention in sentence.mentions:
                actors = sentence.actors.get(mention.start)
                if mention.kind not in kinds or not actors:
                    continue
                if kinds is _PEOPLE or not self._wording.preposition.search(
                    sentence.masked[: mention.start]
                ):
                    self._topic = actors
                    return
