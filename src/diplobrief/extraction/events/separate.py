"""Splits events that one verb or noun reports: "spoke with Lee and Berg in separate calls"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.events.found import FoundEvent
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_KINDS: Final = frozenset({"meeting", "call", "negotiation_round", "consultations"})
_PEOPLE: Final = frozenset({"person", "unnamed"})
_FEWEST: Final = 2
_NEAR: Final = 40


class SeparateEvents:
    """Recognizes several events in one report, using the words of a lexicon.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["events"].get("separate", ())
        self._separate = re.compile(rf"(?<!\w){alternatives(words)}{AFTER}", re.IGNORECASE)
        several = lexicon.data["events"].get("several", ())
        self._several = re.compile(rf"(?<!\w){alternatives(several)}{AFTER}", re.IGNORECASE)

    def of(
        self,
        event: FoundEvent,
        sentence: ReadSentence,
        span: tuple[int, int],
        subjects: Collection[Entity],
    ) -> Iterator[FoundEvent]:
        """Yield one event for each actor that the subject met separately, else the event.

        Args:
            event: The event.
            sentence: The sentence.
            span: Where the sentence reports it.
            subjects: Who met the others.
        """
        others = [actor for actor in event.participants if actor not in subjects]
        clause = sentence.masked[max(0, span[0]) : span[1] + _NEAR].partition(";")[0]
        if len(others) == 1 and _are_people(subjects) and self._several.search(clause):
            # "Berg and Moe expressed support in calls with Lee"
            subjects, others = others, [*subjects]
        is_apart = len(others) >= _FEWEST and len(others) < len(event.participants)
        is_several = self._separate.search(clause) or self._several.search(clause)
        if event.kind not in _KINDS or not is_apart or not is_several:
            yield event
            return
        for other in others:
            roles = event.participants.items()
            apart = {actor: role for actor, role in roles if actor is other or actor not in others}
            yield replace(event, participants=apart, evidence=[*event.evidence])


def _are_people(actors: Collection[Entity]) -> bool:
    return len(actors) >= _FEWEST and all(each.kind in _PEOPLE for each in actors)


@cache
def separate_events_of(lexicon: Lexicon) -> SeparateEvents:
    """Return the reader of separate events for a lexicon."""
    return SeparateEvents(lexicon)
