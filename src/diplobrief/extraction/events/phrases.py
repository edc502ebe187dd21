"""Reads the words before the noun of an event: its owners, its states, its day."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.coordination import actors_within
from diplobrief.extraction.mentions import ACTOR, MASKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.sentences import ReadSentence

_TOKEN: Final = re.compile(r"\S+")
_DAY: Final = MASKS["day"]
_OF_STATES: Final = f"{MASKS['state']}{MASKS['adjective']}{MASKS['organization']}"
_STATES: Final = re.compile(
    rf"[{_OF_STATES}]+(?:[-–/][{_OF_STATES}]+)*"
    rf"|[{_OF_STATES}]+[-–/][{MASKS['unnamed']}{MASKS['office']}]+['’]?s?"
)
_POSSESSOR: Final = re.compile(rf"{ACTOR}+['’]s?")
_KIND: Final = re.compile(
    rf"[{MASKS['unnamed']}{MASKS['office']}{MASKS['both']}]+['’]|{MASKS['organ']}+"
)
"""Words that show the kind of event: "the foreign ministers’ meeting", "delegation talks"."""

_DATE: Final = re.compile(rf"{_DAY}+(?:['’]s)?")
_WORD: Final = re.compile(r"[\w’'“”\"+-]+")
_LONGEST: Final = 140
_MOST_WORDS: Final = 6


@dataclass
class NounPhrase:
    """The words before a noun.

    Args:
        start: The offset of the first of them.
        determiner: The article or the possessive, in small letters.
        owners: The actors that it belongs to: "Iran's".
        states: The states and organizations among the words: "US-Iran".
        day: The day among the words: "Tuesday's".
        place: The capital among the words: "the Oslo talks".
        hosts: The state of that capital.
        words: The other words, in small letters, from left to right.
    """

    start: int
    determiner: str | None = None
    owners: list[Entity] = field(default_factory=list["Entity"])
    states: list[Entity] = field(default_factory=list["Entity"])
    day: Day | None = None
    place: str | None = None
    hosts: list[Entity] = field(default_factory=list["Entity"])
    words: list[str] = field(default_factory=list[str])


def phrase_before(
    sentence: ReadSentence, end: int, determiners: frozenset[str], others: frozenset[str]
) -> NounPhrase:
    """Return the phrase that ends with a noun.

    Args:
        sentence: The sentence.
        end: The offset of the first character of the noun.
        determiners: Articles and possessives, which begin a phrase.
        others: Words that are not part of a phrase.
    """
    phrase = NounPhrase(end)
    first = max(0, end - _LONGEST)
    tokens = [*_TOKEN.finditer(sentence.masked, first, end)][-_MOST_WORDS:]
    for index, token in reversed([*enumerate(tokens)]):
        word, start = token[0].lower(), token.start()
        if _joins_adjectives(sentence, tokens, index, others):
            continue
        if _KIND.fullmatch(token[0]):
            phrase.words.insert(0, word)
        elif _POSSESSOR.fullmatch(token[0]):
            phrase.owners, phrase.start = sentence.actors_at(start), start
            break
        elif _DATE.fullmatch(token[0]):
            phrase.day = next(day for day in sentence.days if day.start <= start < day.end)
        elif _STATES.fullmatch(token[0]):
            mention = sentence.mention_at(start)
            if mention and mention.is_capital and mention.end == token.end():
                phrase.place = sentence.text[start : token.end()]  # "the Oslo talks"
                phrase.hosts = actors_within(sentence, start, token.end())
                phrase.start = start
                continue
            actors = actors_within(sentence, start, token.end())
            states = [actor if actor.kind != "unnamed" else actor.state for actor in actors]
            phrase.states = [*(state for state in states if state), *phrase.states]
        elif word in determiners:
            phrase.determiner, phrase.start = word, start
            break
        elif word in others or not _WORD.fullmatch(token[0]):
            break
        else:
            phrase.words.insert(0, word)
        phrase.start = start
    return phrase


def _joins_adjectives(
    sentence: ReadSentence, tokens: Sequence[re.Match[str]], index: int, others: frozenset[str]
) -> bool:
    """Whether a word joins two adjectives: "general and regional elections"."""
    if index == 0 or tokens[index][0] not in sentence.lexicon.words("and"):
        return False
    noun = sentence.masked[tokens[-1].end() :].split(maxsplit=1)[0]
    words = tokens[index - 1][0], (tokens[index + 1][0] if index + 1 < len(tokens) else noun)
    are_titles = all(word[0].isupper() for word in (*words, noun))
    endings = tuple(sentence.lexicon.data["events"]["phrase"].get("adjective_endings", ()))
    is_word = index + 1 < len(tokens) and words[1].isalpha() and words[1] not in others
    return are_titles or (words[0].endswith(endings) and (is_word or words[1].endswith(endings)))
