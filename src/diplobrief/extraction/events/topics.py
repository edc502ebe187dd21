"""Finds the topic and the name of an event: "talks on fish", "the 19th Baltic Summit"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_DAY: Final = MASKS["day"]
_MOST_WORDS: Final = 16
_LONGEST_NAME: Final = 80


class TopicFinder:
    """Reads what events are about, using the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words: Mapping[str, Sequence[str]] = lexicon.data["events"].get("about", {})
        article = lexicon.optional("articles")
        none = alternatives(words.get("no_topic", ()))
        end, after_noun = words.get("end", ()), words.get("end_after_noun", ())
        word = rf"[^\s,;:.()—–“”{_DAY}]+"
        # "trade, energy and fish", but not "trade, the ministry said and added".
        listed = rf",(?=[^,;:.{ACTOR[1:-1]}]{{1,40}}(?:,|\s{lexicon.before('and')}))"

        def topic(stops: Sequence[str]) -> str:
            return (
                rf"(?!{article}(?:[a-z]+\s+)?{none}{AFTER}|{article}{_DAY})(?P<topic>{word}"
                rf"(?:(?:{listed})?\s+(?!{alternatives(stops)}{AFTER}){word}){{0,{_MOST_WORDS}}})"
            )

        # "talks on fish in Oslo and", but "met to discuss fish in Mali and trade".
        self._on = re.compile(
            rf"\s+{alternatives(words.get('on', ()))}\s+{topic([*end, *after_noun])}"
        )
        self._discussing = re.compile(
            rf"(?<!\w){alternatives(words.get('discussing', ()))}\s+{topic(end)}"
        )

    def topic(self, sentence: ReadSentence, noun_end: int | None, end: int) -> str | None:
        """Return the topic of an event.

        Args:
            sentence: The sentence.
            noun_end: The offset after the noun of the event, if a noun reports it.
            end: The offset after the noun or the verb.
        """
        match = self._on.match(sentence.masked, noun_end) if noun_end is not None else None
        match = match or self._discussing.search(sentence.masked, end)
        if match is None:
            return None
        return sentence.text[match.start("topic") : match.end("topic")].strip()


def title_of(sentence: ReadSentence, start: int, end: int) -> str | None:
    """Return the name of an event: "19th Baltic Summit".

    Args:
        sentence: The sentence.
        start: The offset of its noun.
        end: The offset after its noun.
    """
    if not sentence.text[start : start + 1].isupper():
        return None
    linking = {*sentence.lexicon.words("of"), *sentence.lexicon.words("and")}
    name: list[str] = []
    for word in reversed(sentence.text[max(0, start - _LONGEST_NAME) : start].split()):
        is_part = word[0].isupper() or word[0].isdigit() or (bool(name) and word in linking)
        if not is_part or not word[-1].isalnum():
            break
        name.insert(0, word)
    while name and (name[0] in linking or name[0].lower() in sentence.lexicon.words("articles")):
        del name[0]
    return " ".join([*name, *sentence.text[start:end].split()]) if name else None


@cache
def topic_finder_of(lexicon: Lexicon) -> TopicFinder:
    """Return the finder of topics for a lexicon."""
    return TopicFinder(lexicon)
