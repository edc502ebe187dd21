"""Finds where a statement ends before its sentence does."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon


class StatementEnds:
    """Finds the ends of statements using the function words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        link = leading([*lexicon.words("and"), *lexicon.words("but")])
        adverb = rf"(?:{alternatives(lexicon.grammar['adverbs'])}\s+)?"
        endings = lexicon.words("past_endings")
        irregular = alternatives(lexicon.irregular_pasts)
        past = rf"(?:{irregular}|\w{{2,}}{alternatives(endings)}){AFTER}"
        nouns = leading(
            [*lexicon.words("before_nouns"), *lexicon.words("to"), *lexicon.words("that")]
        )
        # Not "the agreements made and signed in Oslo".
        no_participle = "".join(rf"(?<!{re.escape(ending)})" for ending in endings)
        finite = alternatives(lexicon.words("finite"))
        remark = alternatives(lexicon.phrases("remarks"))
        self._remark = re.compile(rf",\s+{remark}{AFTER}")
        after_object = alternatives(
            [*lexicon.phrases("remarks_after_objects"), *lexicon.phrases("remarks")]
        )
        # Not "welcomed the conclusion, in May, of the talks".
        inserted = rf"[^,;:]{{1,40}},\s+{alternatives(lexicon.words('of'))}\s"
        self._remark_after_object = re.compile(rf",\s+{after_object}{AFTER}(?!{inserted})")
        on_day = lexicon.optional("before_a_day")
        with_whom = alternatives(lexicon.phrases("after_circumstances"))
        circumstances = alternatives(lexicon.phrases("circumstances"))
        self._circumstance = re.compile(
            rf"(?<=\S)(?:\s+{circumstances}){{1,2}}(?=\s*$|\s*[,.;]|\s+(?:{on_day}{MASKS['day']}|{with_whom}))"
        )
        self._another_verb = re.compile(
            rf"{no_participle},?\s+{link}{adverb}(?:{past}\s+(?:{nouns}|(?={ACTOR}))|{finite}\s)"
        )

    def before_remark(self, masked: str, start: int, stop: int, *, is_clause: bool) -> int:
        """Return where a statement ends before a remark of the author: ", without giving details".

        Args:
            masked: The sentence with its mentions masked.
            start: The start of the statement.
            stop: Where it ends at the latest.
            is_clause: Whether the statement is a clause instead of the object of a verb.
        """
        pattern = self._remark if is_clause else self._remark_after_object
        remark = pattern.search(masked, start, stop)
        stop = stop if remark is None else remark.start()
        circumstance = None if is_clause else self._circumstance.search(masked, start, stop)
        return stop if circumstance is None else circumstance.start()

    def before_another_verb(self, masked: str, start: int, stop: int) -> int:
        """Return where the object of a verb ends, before another verb of the same subject.

        Args:
            masked: The sentence with its mentions masked.
            start: The start of the object.
            stop: Where it ends at the latest.
        """
        another = self._another_verb.search(masked, start, stop)
        return stop if another is None else another.start()


@cache
def statement_ends_of(lexicon: Lexicon) -> StatementEnds:
    """Return the finder of the ends of statements for a lexicon."""
    return StatementEnds(lexicon)
