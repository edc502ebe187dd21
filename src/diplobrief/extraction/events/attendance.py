"""Finds who else took part in an event: "Ambassador Ann Lee was also present"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.coordination import agents_of, joined_after, performers_of
from diplobrief.extraction.mentions import ACTOR
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence


class Attendance:
    """Finds who else took part in an event, using the words of a lexicon.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["events"].get("attendance", {})
        self._grammar = grammar_of(lexicon)
        article = lexicon.optional("articles")
        be = leading([*lexicon.words("finite"), ""])
        also = leading([*words.get("also", ()), ""])
        events = alternatives(words.get("events", ()))
        attended = alternatives(words.get("attended", ()))
        self._attended = re.compile(
            rf"(?i:{lexicon.before('articles')}){events}\s+{be}{also}{attended}\s+{article}(?={ACTOR})"
            if words
            else "(?!)"
        )
        self._present = re.compile(rf"(?<!\w){alternatives(words.get('present', ()))}{AFTER}")
        self._beside = re.compile(
            rf",\s+{leading(words.get('beside', ()))}{article}(?={ACTOR})" if words else "(?!)"
        )
        self._beside_end = re.compile(
            rf"\s+{also}{alternatives(words.get('beside_end', ()))}{AFTER}"
        )

    def others(self, sentence: ReadSentence) -> list[Entity]:
        """Return further participants of the previous sentence's event: "Lee was also present"."""
        attended = self._attended.match(sentence.masked)
        mention = sentence.mention_at(attended.end()) if attended else None
        if mention is not None:
            return agents_of(sentence, mention)
        present = self._present.search(sentence.masked)
        if present is None:
            return []
        verb = Verb(present.start(), present.end(), present[0])
        subject = self._grammar.own_subject(sentence, verb)
        return performers_of(sentence, subject) if subject else []

    def beside(self, sentence: ReadSentence) -> Iterator[Entity]:
        """Yield who else took part: "met, with Ambassador Ann Lee also present"."""
        for match in self._beside.finditer(sentence.masked):
            mention = sentence.mention_at(match.end())
            joined = joined_after(sentence, mention) if mention else []
            if joined and self._beside_end.match(sentence.masked, joined[-1].end):
                yield from sentence.actors_of(*joined)


@cache
def attendance_of(lexicon: Lexicon) -> Attendance:
    """Return the finder of who else took part for a lexicon."""
    return Attendance(lexicon)
