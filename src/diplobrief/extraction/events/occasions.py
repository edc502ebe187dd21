"""Finds the occasion of a meeting, which gives its kind: "met in Oslo for a summit"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, as_listed

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_MEETING: Final = "meeting"
_KINDS: Final = frozenset(
    {"summit", "conference", "session", "consultations", "negotiation_round", _MEETING}
)
_BODY: Final = f"[{MASKS['organ']}{MASKS['organization']}]"
_WORD: Final = r"[^\s,;:.]+\s+"


class Occasions:
    """Finds the occasions of meetings, using the nouns of a lexicon.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["events"]
        self._kinds: dict[str, str] = {
            as_listed(form): row["kind"]
            for row in data["event"]
            if row["kind"] in _KINDS
            for form in lexicon.forms_of(row.get("nouns", ()))
        }
        self._rounds = tuple(data["rounds"]["words"])
        noun = alternatives(self._kinds)
        of = lexicon.before("of")
        self._noun = re.compile(
            rf",?\s+{alternatives(data.get('meeting_for', ()))}\s+(?:{_WORD}){{0,6}}?"
            rf"(?P<noun>{noun}){AFTER}(?!\s+{noun}{AFTER})"
            rf"(?:\s+{of}(?:{_WORD}){{0,3}}?(?P<what>{noun}){AFTER})?",
            re.IGNORECASE,
        )
        self._owner = re.compile(rf"\s+{of}{lexicon.optional('articles')}{_BODY}")

    def kind(self, sentence: ReadSentence, end: int) -> str | None:
        """Return the kind of event that people meet for, or `None` if the page does not name one.

        It is empty if the event is that of a body, and its noun reports it: "met in Oslo for a
        session of the Council".

        Args:
            sentence: The sentence.
            end: Where the verb of meeting ends, with its place and its day.
        """
        match = self._noun.match(sentence.masked, end)
        if match is None:
            return None
        if self._owner.match(sentence.masked, match.end()):
            return ""
        noun = as_listed(match["noun"])
        if match["what"] and noun.endswith(self._rounds):
            noun = as_listed(match["what"])
        kind = self._kinds[noun]
        return None if kind == _MEETING else kind


@cache
def occasions_of(lexicon: Lexicon) -> Occasions:
    """Return the finder of occasions for a lexicon."""
    return Occasions(lexicon)
