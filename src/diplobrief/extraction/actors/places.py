"""Finds the place at which a sentence says that a body acts: "In Oslo, the cabinet approved"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import leading

if TYPE_CHECKING:
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_NEAR: Final = 6
"""How many characters before a state are searched for a preposition of place: " in "."""


class _Wording:
    """Patterns for places in a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        at_a_place = lexicon.before("at_a_place")
        state = MASKS["state"]
        self.at_a_place: re.Pattern[str] = re.compile(rf"(?<!\w){at_a_place}$", re.IGNORECASE)
        self.of_something: re.Pattern[str] = re.compile(
            rf"\s+{lexicon.before('of')}{leading(lexicon.words('articles'))}"
        )
        self.last_place: re.Pattern[str] = re.compile(
            rf"(?P<start>(?:^|[,;:—–]\s+)(?:[a-z]+\s+)?)?(?<!\w){at_a_place}"
            rf"{state}+(?P<rest>[^{state}]*)$",
            re.IGNORECASE,
        )


@cache
def _wording_of(lexicon: Lexicon) -> _Wording:
    return _Wording(lexicon)


class Places:
    """Finds places around bodies.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._wording = _wording_of(lexicon)

    def code_around(self, sentence: ReadSentence, number: int) -> str | None:
        """Return the state that a mention names as a place: "In Tokyo, the cabinet".

        For an organ, return the place directly after it: "the cabinet in Tokyo".

        Args:
            sentence: The sentence.
            number: Which of its mentions.
        """
        mention = sentence.mentions[number]
        start = max(0, mention.start - _NEAR)
        if mention.kind == "organ" and number + 1 < len(sentence.mentions):
            organ, mention = mention, sentence.mentions[number + 1]
            start = organ.end
            if mention.start - start > _NEAR:
                return None
        is_state = mention.kind == "state" and mention.code
        pattern = self._wording.at_a_place
        is_place = is_state and pattern.search(sentence.masked, start, mention.start)
        return mention.code if is_place else None

    def are_apart(self, sentence: ReadSentence, mention: Mention) -> bool:
        """Whether the last place belongs to an insertion: "signed in Oslo, was passed by the".

        Args:
            sentence: The sentence.
            mention: The mention of an organ after the place.
        """
        if mention.kind != "organ":
            return False
        last = self._wording.last_place.search(sentence.masked, 0, mention.start)
        return last is not None and last["start"] is None and "," in last["rest"]

    def is_of_something(self, sentence: ReadSentence, mention: Mention) -> bool:
        """Whether a noun names the state of a body: "the government of the island"."""
        return self._wording.of_something.match(sentence.masked, mention.end) is not None
