"""Statements whose speaker follows a preposition: "According to Norway, the lake is clean"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import Verb
from diplobrief.extraction.listed_verbs import Saying
from diplobrief.extraction.mentions import ACTOR, Mention
from diplobrief.extraction.patterns import alternatives, leading
from diplobrief.extraction.quotes.content import content_finder_of
from diplobrief.extraction.quotes.statement import QuoteReport, longer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_LONGEST_APPOSITION: Final = 80
_LONGEST_PREFIX: Final = 2
"""Letters before the first word of a sentence: "و" in Arabic."""

_NO_SAYING: Final = Saying((), None, has_addressee=False)


class AccordingTo:
    """Finds statements whose speaker follows a preposition.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        article = lexicon.optional("articles")
        self._according = re.compile(
            rf"{lexicon.start}(?i:{leading(lexicon.phrases('according_to'))}){article}(?={ACTOR})"
        )
        # "По его словам, переговоры идут": whom the sentence before is about.
        self._of_topic = re.compile(
            rf"\W{{0,2}}{alternatives(lexicon.phrases('according_to_him'))},\s+", re.IGNORECASE
        )
        opening = leading(lexicon.words("opening_an_apposition"))
        self._apposition = re.compile(rf",\s+{opening}[^,;:.]{{1,{_LONGEST_APPOSITION}}},")
        # "The lake is clean, according to Norway, and the river froze."
        self._links = re.compile(rf"\s+{alternatives(lexicon.words('conjunctions'))}\s")
        self._clauses = content_finder_of(lexicon)

    def find(self, sentence: ReadSentence) -> Iterator[QuoteReport]:
        """Yield the statements of a sentence whose speaker follows a preposition."""
        masked = sentence.masked
        of_topic = self._of_topic.match(masked) if sentence.topic else None
        if of_topic is not None:
            sentence.actors.setdefault(0, sentence.topic)
            verb = Verb(*of_topic.span(), "according to")
            speaker = Mention("pronoun", 0, 0, "")
            content, whole = (of_topic.end(), len(masked)), (0, len(masked))
            yield QuoteReport(sentence, verb, speaker, _NO_SAYING, content, whole, "according_to")
            return
        for match in self._according.finditer(masked):
            subject = sentence.mention_at(match.end())
            if subject is None:
                continue
            verb = Verb(*match.span(), "according to")
            comma = masked.find(",", subject.end - 1, subject.end + _LONGEST_APPOSITION)
            apposition = self._apposition.match(masked, comma) if comma >= 0 else None
            if apposition is not None and not self._clauses.has_verb(apposition[0]):
                # "according to the Lake Fund, a charity, the water is clean"
                comma = apposition.end() - 1
            if match.start() > _LONGEST_PREFIX:
                content, whole = (0, len(masked[: match.start()].rstrip(" ,"))), (0, subject.end)
                is_inserted = masked[: match.start()].rstrip().endswith(",")
                if comma >= 0 and is_inserted and not self._links.match(masked, comma + 1):
                    content = longer(content, (comma + 1, len(masked)))
                    whole = (0, len(masked))
            else:
                start = comma + 1 if comma >= 0 else subject.end
                content, whole = (start, len(masked)), (0, len(masked))
            yield QuoteReport(sentence, verb, subject, _NO_SAYING, content, whole, "according_to")
