"""Finds with whom, where and when an event that a noun reports takes place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.circumstances import Circumstances, circumstance_finder_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence


class NounCircumstances:
    """Finds the circumstances after nouns of events.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._circumstances = circumstance_finder_of(lexicon)
        endings, irregular = lexicon.words("past_endings"), lexicon.irregular_pasts
        participle = rf"(?:[a-z]+{alternatives(endings)}|{alternatives(irregular)}){AFTER}"
        # "talks on the treaty signed on 3 May": the day of the treaty.
        self._of_treaty = re.compile(rf"{MASKS['treaty']},?\s+{participle}" if endings else "(?!)")

    def after(
        self, sentence: ReadSentence, start: int, before: re.Pattern[str] | None = None
    ) -> Circumstances:
        """Return the circumstances after an offset, up to the verb whose subject is the event."""
        first = self._circumstances.participle_end(sentence, start)
        stop = self._circumstances.clause_end(sentence, first)
        verb = before.search(sentence.masked, first, stop) if before else None
        stop = verb.start() if verb else stop
        found = self._circumstances.after(sentence, start, stop)
        treaty = (
            self._of_treaty.search(sentence.masked, start, found.day.start) if found.day else None
        )
        if treaty is not None:
            found.day, found.last, found.end = None, None, treaty.start()
        return found


@cache
def noun_circumstances_of(lexicon: Lexicon) -> NounCircumstances:
    """Return the finder of circumstances after nouns for a lexicon."""
    return NounCircumstances(lexicon)


def joined(first: Circumstances, second: Circumstances) -> Circumstances:
    """Return the circumstances of two clauses, joined for one event."""
    return Circumstances(
        second.end,
        partners=[*dict.fromkeys([*first.partners, *second.partners])],
        agents=[*first.agents, *second.agents],
        has_others=first.has_others or second.has_others,
        place=first.place or second.place,
        state=first.state or second.state,
        day=second.day or first.day,
        last=second.last or first.last,
        is_planned=first.is_planned or second.is_planned,
    )
