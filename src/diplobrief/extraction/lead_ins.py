"""Finds who acts in a list after a lead-in: "The Council:", "Welcomes …", "Calls on …"."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTORS
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_WORD: Final = re.compile(r"\w+")
_BEFORE_LIST: Final = frozenset(":,")


class LeadIns:
    """Gives the items of a list the subject that the words before the list name.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = lexicon.all_verbs
        self._gerunds = tuple(lexicon.words("gerund_endings"))
        gerund = alternatives(lexicon.words("gerund_endings"))
        self._adverbs = frozenset(lexicon.grammar["adverbs"])
        self._adverb_endings = tuple(lexicon.words("adverb_endings"))
        # "Having heard the Chair, the Council:", but not "said the Council:".
        circumstance = rf"{alternatives(lexicon.words('prepositions'))}{AFTER}|\w+{gerund}{AFTER}"
        article = lexicon.optional("articles")
        self._before_subject = re.compile(
            rf"\W*(?:(?:{circumstance})[^:;]*,\s+)?{article}", re.IGNORECASE
        )

    def mark(self, sentences: Sequence[ReadSentence]) -> None:
        """Give subjects to the verbs at the beginning of the items of lists."""
        actors: list[Entity] = []
        for _, group in groupby(sentences, key=lambda each: each.sentence.block.index):
            block = [*group]
            if block[0].sentence.block.is_item:
                for sentence in block if actors else ():
                    if self._begins_with_verb(sentence):
                        sentence.begin_with_verb(actors)
            elif not (actors and self._is_preamble(block[0])):
                actors = self._lead_in(block[-1])

    def _lead_in(self, sentence: ReadSentence) -> list[Entity]:
        """Return the actors that a lead-in ends with: "the Council:", "The Assembly,"."""
        if not sentence.mentions or sentence.text[-1:] not in _BEFORE_LIST:
            return []
        last = sentence.mentions[-1]
        is_at_end = not sentence.masked[last.end : -1].strip() and last.kind in ACTORS
        is_subject = self._before_subject.fullmatch(sentence.masked, 0, last.start)
        return sentence.actors_of(last) if is_at_end and is_subject else []

    def _begins_with_verb(self, sentence: ReadSentence) -> bool:
        words = (match[0].lower() for match in _WORD.finditer(sentence.masked))
        first = next((word for word in words if not self._is_adverb(word)), "")
        return first in self._verbs and not first.endswith(self._gerunds)

    def _is_adverb(self, word: str) -> bool:
        return word in self._adverbs or word.endswith(self._adverb_endings)

    def _is_preamble(self, sentence: ReadSentence) -> bool:
        """Whether a paragraph gives grounds only: "Recalling its resolution 1325 (2000),"."""
        words = (match[0].lower() for match in _WORD.finditer(sentence.masked))
        return next(words, "").endswith(self._gerunds)


@cache
def lead_ins_of(lexicon: Lexicon) -> LeadIns:
    """Return the finder of lead-ins for a lexicon."""
    return LeadIns(lexicon)
