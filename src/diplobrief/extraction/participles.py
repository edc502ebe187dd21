"""Reads participles that report what a subject did: "Norway responded by expelling her"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import word_like_adverb
from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_PEOPLE: Final = frozenset({"office", "unnamed", "both"})


class DependentAspects:
    """Reads aspects, also of verbs that depend on another: participles and joined infinitives.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        opening = alternatives(lexicon.words("before_a_doing"))
        adverb = rf"(?:{word_like_adverb(lexicon)}\s+)?"
        self._opening = re.compile(rf"(?:^|[,;–—]\s+|\b(?:{opening})\s+){adverb}\Z", re.IGNORECASE)
        conjunctions = alternatives(lexicon.words("and"))
        self._joined = re.compile(rf",?\s+(?:{conjunctions})\s+{adverb}\Z")
        self._status = clause_status_of(lexicon)
        self._grammar = grammar_of(lexicon)

    def of(self, sentence: ReadSentence, verb: Verb, tenses: set[str]) -> Aspect:
        """Return the aspect that the words around a verb give it.

        Args:
            sentence: The sentence.
            verb: The verb.
            tenses: The tenses that its form may be.
        """
        left = sentence.masked[: verb.start]
        opening = self._opening.search(left) if tenses == {"gerund"} else None
        if opening is not None:
            return Aspect(self._status.of(left[: opening.start()]) or "completed")
        if tenses == {"gerund"} and several_before(sentence, verb):
            return Aspect(self._status.of(left) or "completed")
        aspect = self._grammar.aspect(sentence, verb, tenses)
        if aspect.status is not None:
            return aspect
        if "base" in tenses and self._joined.search(left):
            # "Berg will travel to Oslo and meet Lee"
            return Aspect(self._status.of(left))
        return aspect


def several_before(sentence: ReadSentence, verb: Verb) -> Mention | None:
    """Return the people directly before a participle: "The ministers meeting in Oslo agreed"."""
    mention = sentence.mention_at(verb.start - 2) if verb.start > 1 else None
    if mention is None or mention.end != verb.start - 1:
        return None
    is_several = mention.kind in _PEOPLE and mention.name.endswith("s")
    return mention if is_several else None


@cache
def dependent_aspects_of(lexicon: Lexicon) -> DependentAspects:
    """Return the reader of aspects for a lexicon."""
    return DependentAspects(lexicon)
