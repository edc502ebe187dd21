"""Reads lists of the steps of one state: "Status of Peru:", and then "Signature: 3 May 2016"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.treaties.found import FoundStep

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence


class StatusLists:
    """Reads the entries of lists using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        tables = lexicon.data["steps"].get("tables", {})
        kinds: Mapping[str, list[str]] = tables.get("columns", {})
        self._kinds = {name: kind for kind, names in kinds.items() for name in names}
        on_day = lexicon.optional("before_a_day_or_month")
        self._entry = re.compile(rf"\W*(?P<name>[^\W\d_][^:]{{2,60}}):\s+{on_day}{MASKS['day']}")

    def state(self, sentence: ReadSentence, known: Entity | None) -> Entity | None:
        """Return the state whose steps the next entries list.

        Args:
            sentence: The line that may introduce a list, an entry of it, or what follows it.
            known: The state before the line.
        """
        is_introduction = sentence.is_headline or sentence.text.rstrip().endswith(":")
        if not is_introduction:
            return known if self._entry.match(sentence.masked) else None
        named = (each for each in sentence.mentions if each.kind in {"state", "adjective"})
        states = [*dict.fromkeys(sentence.actors_of(*named))]
        if self._entry.match(sentence.masked):
            return known
        return states[0] if len(states) == 1 else None

    def step(
        self, reading: Reading, sentence: ReadSentence, state: Entity | None
    ) -> FoundStep | None:
        """Return the step of an entry.

        Args:
            reading: The page.
            sentence: The entry.
            state: The state whose steps the list names.
        """
        match = self._entry.match(sentence.masked) if state is not None else None
        if match is None or state is None:
            return None
        name = " ".join(sentence.text[slice(*match.span("name"))].lower().split())
        kind = self._kinds.get(name)
        day = next(each for each in sentence.days if each.start >= match.end("name"))
        evidence = reading.evidence(sentence, match.start("name"), day.end)
        if kind is None or evidence is None:
            return None
        date, written = reading.date_of(day, sentence, ahead=False)
        status = "scheduled" if reading.is_ahead(date) else "completed"
        return FoundStep(kind, status, "noun", [evidence], date, written, [state])
