"""Finds the journeys whose purpose is an event: "Berg flew to Oslo to hold talks with Lee"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.clauses import first_actor
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence


class Journeys:
    """Finds the journey before a verb that gives its purpose.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        data: Mapping[str, Any] = lexicon.data["events"]
        rows = [row for row in data["event"] if "place" in row]
        verbs = {
            form for row in rows for verb in row.get("verbs", ()) for form in lexicon.forms(verb)
        }
        nouns = {noun for row in rows for noun in row.get("nouns", ())}
        journey = alternatives([*verbs, *nouns])
        purposes = alternatives(lexicon.words("purposes"))
        self._purpose = re.compile(
            rf"(?<![\w-])(?:{journey})\b[^.;:]{{0,100}}?\s(?:{purposes})\s+\Z"
        )
        self._status = clause_status_of(lexicon)

    def status(self, sentence: ReadSentence, start: int, first: int = 0) -> str | None:
        """Return the status of a journey whose purpose follows, or `None` if there is none.

        Args:
            sentence: The sentence.
            start: The offset of the verb in the infinitive.
            first: The offset from which the journey is reported.
        """
        left = sentence.masked[:start]
        if self._purpose.search(left, first) is None:
            return None
        return self._status.of(left) or "completed"

    def travellers(self, sentence: ReadSentence, start: int) -> list[Entity]:
        """Return the travellers."""
        subject = first_actor(sentence, start)
        return performers_of(sentence, subject) if subject else []

    def day(self, sentence: ReadSentence, start: int) -> Day | None:
        """Return the day of the journey."""
        days = [day for day in sentence.unquoted_days if day.end <= start]
        return days[-1] if days else None


@cache
def journeys_of(lexicon: Lexicon) -> Journeys:
    """Return the finder of journeys for a lexicon."""
    return Journeys(lexicon)
