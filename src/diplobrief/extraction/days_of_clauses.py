"""Recognizes clauses that tell what happens on a day: "on 3 May, when Norway will sign"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence


@cache
def _on_which(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a word between a day and a clause about it."""
    return re.compile(rf",?\s+{alternatives(lexicon.grammar.get('on_which', ()))}{AFTER}")


def is_of_clause(sentence: ReadSentence, day: Day, verb: Verb) -> bool:
    """Whether a verb is in a clause about a day: "on 3 May, when Norway will sign"."""
    masked, grammar = sentence.masked, grammar_of(sentence.lexicon)
    when = _on_which(sentence.lexicon).match(masked, day.end)
    if when is None or when.end() > verb.start:
        return False
    is_joined = {",", ";", ":"} & {*masked[when.end() : verb.start]}
    return not is_joined and not grammar.that.search(masked, when.end(), verb.start)
