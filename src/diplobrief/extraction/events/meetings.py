"""Decides the kind of a meeting, and reads what may follow the name of somebody met."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.events.sides import is_crowd
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.predicates import Predicate

_NEAR: Final = 40
_PAIRS: Final = frozenset({"both", "pronoun"})


class KindsOfMeetings:
    """Distinguishes summits and negotiations from other meetings by their participants.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        data: Mapping[str, Any] = lexicon.data["events"]
        rows = (data.get("leaders", {}), data.get("negotiators", {}))
        bodies: Mapping[str, Sequence[str]] = data.get("bodies", {})
        self._bodies = [
            (kind, re.compile(rf"(?<!\w){alternatives(words)}{AFTER}"))
            for kind, words in bodies.items()
        ]
        self._kinds: list[tuple[str, re.Pattern[str]]] = []
        for row in filter(None, rows):
            words = rf"(?<![\w-]){alternatives(row['words'])}{AFTER}"
            self._kinds.append((row["kind"], re.compile(words, re.IGNORECASE)))

    def of_body(self, actors: Sequence[Entity]) -> str | None:
        """Return the kind of event in the name of a body: "the Conference of the Parties"."""
        if len(actors) != 1:
            return None
        name = actors[0].name.lower()
        return next((kind for kind, words in self._bodies if words.search(name)), None)

    def of_phrase(self, words: str) -> str | None:
        """Return the kind of event by the words before a noun: "leaders' retreat"."""
        return next((kind for kind, pattern in self._kinds if pattern.search(words)), None)

    def of(self, predicate: Predicate, subject: Mention | None) -> str:
        """Return the kind of event that a verb of meeting reports.

        Args:
            predicate: The verb.
            subject: Its subject.
        """
        body = self.of_body(predicate.performers)
        if body is not None and predicate.is_bare:
            return body
        are_named = subject is not None and subject.kind in _PAIRS
        are_named = are_named and not any(map(is_crowd, predicate.performers))
        if subject is None or are_named or not predicate.is_bare:
            return predicate.entry.kind
        text, end = predicate.sentence.text, predicate.verb.start
        who = text[max(0, subject.start - _NEAR) : end].rpartition(", ")[2]
        for kind, words in self._kinds:
            if words.search(who):
                return kind
        return predicate.entry.kind


@cache
def kinds_of_meetings_of(lexicon: Lexicon) -> KindsOfMeetings:
    """Return the kinds of meetings for a lexicon."""
    return KindsOfMeetings(lexicon)


@dataclass(frozen=True)
class PlainWording:
    """Patterns for what may follow a person who is called or visited.

    Args:
        circumstance: Where or when it was, or the end of the clause.
        infinitive: What the person is asked to do.
        discussing: What they talk about.
    """

    circumstance: re.Pattern[str]
    infinitive: re.Pattern[str]
    discussing: re.Pattern[str]


@cache
def plain_wording_of(lexicon: Lexicon) -> PlainWording:
    """Return the patterns for a lexicon."""
    links = alternatives([*lexicon.words("prepositions"), *lexicon.words("and")])
    about: Mapping[str, list[str]] = lexicon.data["events"].get("about", {})
    discussing = [*about.get("discussing", ()), *about.get("visiting", ())]
    to = leading(lexicon.words("to"))
    return PlainWording(
        re.compile(rf"\s*(?:[.,;]|\Z)|\s+(?:{links}{AFTER}|{MASKS['day']})"),
        re.compile(rf"(?<!\w){to}(?=[a-z])"),
        re.compile(rf"{alternatives(discussing)}{AFTER}"),
    )
