"""Finds the performers of a verb in its object or its agent: "was hit by Norwegian sanctions"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.coordination import agents_of, joined_after, performers_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import as_listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.verb_table import Entry

_DAY: Final = MASKS["day"]
_POSSESSIVE: Final = re.compile(r"['’]s?\s")
_ACTOR: Final = f"(?:{ACTOR}|{MASKS['adjective']})"
_OWNER: Final = re.compile(
    rf"(?<!{_ACTOR})(?P<actor>{_ACTOR}++)(?:['’]s?)?\s+(?:[\w-]+\s+){{0,4}}[\w-]+\Z"
)


def form_of(words: str) -> str:
    """Return a verb as in the lexicon, without a day within it."""
    return as_listed(" ".join(word for word in words.split() if word[0] != _DAY))


def object_of(sentence: ReadSentence, entry: Entry, ends: Iterable[int]) -> re.Match[str] | None:
    """Return the match of the object that a row needs, after one of some offsets."""
    needed = entry.object
    if needed is None:
        return None
    matches = (needed.match(sentence.text, sentence.words, end) for end in ends)
    return next((match for match in matches if match), None)


def owners_of_object(sentence: ReadSentence, verb: Verb, entry: Entry) -> list[Entity]:
    """Return the EU from "The EU's package of sanctions was adopted"."""
    noun = (
        entry.object.search(sentence.text, sentence.words, 0, verb.start) if entry.object else None
    )
    owner = _OWNER.search(sentence.masked, 0, noun.end()) if noun else None
    after = (
        entry.object.match(sentence.text, sentence.words, verb.end)
        if entry.object and not noun
        else None
    )
    if after is not None:
        # "were put on Norway's list"
        owner = _OWNER.search(sentence.masked, verb.end, after.end())
    mention = sentence.mention_at(owner.start("actor")) if owner else None
    return performers_of(sentence, mention) if mention else []


def owners_of_agent(sentence: ReadSentence, verb: Verb, entry: Entry) -> list[Entity]:
    """Return Norway from "was hit by Norwegian sanctions"."""
    match = entry.by_noun.match(sentence.masked, verb.end) if entry.by_noun else None
    return sentence.actors_at(match.start("owner")) if match else []


def agents_at(sentence: ReadSentence, match: re.Match[str] | None) -> list[Entity]:
    """Return the actors that begin where a match ends: "by Norway and Sweden"."""
    mention = sentence.mention_at(match.end()) if match else None
    return agents_of(sentence, mention) if mention else []


def direct_objects(
    sentence: ReadSentence, pattern: re.Pattern[str], start: int
) -> tuple[list[Entity], int]:
    """Return the actors that directly follow a verb, and where they end."""
    match = pattern.match(sentence.masked, start)
    mention = sentence.mention_at(match.end()) if match else None
    if mention is None or mention.kind == "adjective":
        return [], start
    joined = joined_after(sentence, mention)
    if joined[-1].kind == "person" and _POSSESSIVE.match(sentence.masked, joined[-1].end):
        return [], start  # "received Ann Lee's letter"
    return sentence.actors_of(*joined), joined[-1].end
