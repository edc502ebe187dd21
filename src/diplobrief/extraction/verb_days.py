"""The day of a verb, and what the words before it and its day say of the status."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.outlook import adverb_of
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import ReadSentence

_PERFECT: Final = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?$")
_FIXED: Final = re.compile(r"\b(?:set|scheduled|due|slated)\s+to\s")
_AT_START: Final = 12
_NEAR: Final = 30
_LONGEST_OPENING: Final = 80


class _Wording:
    """Patterns for words around a verb and its day."""

    def __init__(self, lexicon: Lexicon) -> None:
        on = leading([*lexicon.words("before_a_day_or_month"), ""])
        voted = alternatives(lexicon.words("voted"))
        self.voted = re.compile(rf"(?<!\w){voted}\s+(?:{adverb_of(lexicon)}\s+)?{on}$")
        # "a letter dated 3 May": the day of a noun.
        self.of_noun = re.compile(rf"\s{alternatives(lexicon.words('before_day_of_noun'))}\s+\Z")
        endings, irregular = lexicon.words("past_endings"), lexicon.irregular_pasts
        participles = [rf"\w+{alternatives(endings)}"] if endings else []
        participles += [alternatives(irregular)] if irregular and endings else []
        # "approved the deal, struck on Friday": the day of another verb.
        self.inserted = re.compile(rf",\s+(?:{'|'.join(participles) or '(?!)'}){AFTER}")


@cache
def _wording_of(lexicon: Lexicon) -> _Wording:
    return _Wording(lexicon)


def day_of(sentence: ReadSentence, verb: Verb, stop: int) -> Day | None:
    """Return the day of a verb: after it, or before it if it belongs to the verb.

    Args:
        sentence: The sentence.
        verb: The verb.
        stop: Where its clause ends at the latest.
    """
    masked = sentence.masked
    grammar = grammar_of(sentence.lexicon)
    decided = next((day for day in sentence.told_days if _is_decided(sentence, day, verb)), None)
    if decided is not None:
        return decided
    for day in sentence.told_days:
        of_noun = _wording_of(sentence.lexicon).of_noun.search(masked, verb.end, day.start)
        if day.start >= verb.end and of_noun:
            continue
        opening = masked.rfind("(", 0, day.start)
        if opening >= verb.end and opening > masked.rfind(")", 0, day.start):
            continue
        if verb.end <= day.start < stop and not grammar.that.search(masked, verb.end, day.start):
            if _wording_of(sentence.lexicon).inserted.search(masked, verb.end, day.start):
                break
            return day
    before = [day for day in sentence.told_days if day.end <= verb.start]
    if not before:
        return None
    last, first = before[-1], before[0]
    between = masked[last.end : verb.start]
    is_joined = grammar.joint.search(between) is not None
    is_near = len(between) < _NEAR and "," not in between and not is_joined
    governs = len(sentence.told_days) == 1 and grammar.that.search(between) is not None
    is_last = grammar.has_verb_last and not grammar.that.search(between)
    if last.start < _AT_START or is_near or governs or is_last:
        return last
    # "During a visit to Oslo on Monday, …": the day of what introduces the sentence.
    introduces = _is_in_opening(sentence, first) and not grammar.that.search(masked, 0, verb.start)
    return first if introduces else None


def _is_in_opening(sentence: ReadSentence, day: Day) -> bool:
    """Whether a day is in the phrase that introduces a sentence: "During talks on Monday, "."""
    masked, lexicon = sentence.masked, sentence.lexicon
    words = masked[: day.start].split(maxsplit=1)
    is_within = day.start < min(_LONGEST_OPENING, masked.find(","))
    return is_within and bool(words) and words[0].lower() in _opening_words(lexicon)


@cache
def _opening_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset([*lexicon.words("prepositions"), *lexicon.words("subordinators")])


def _is_decided(sentence: ReadSentence, day: Day, verb: Verb) -> bool:
    """Whether a day is that of a decision by a vote: "voted on Saturday to approve the deal"."""
    if day.end > verb.start or sentence.masked[day.end : verb.start].strip() not in (
        sentence.lexicon.words("to")
    ):
        return False
    return _wording_of(sentence.lexicon).voted.search(sentence.masked[: day.start]) is not None


def is_earlier(left: str) -> bool:
    """Whether the text before a verb ends with an auxiliary of the perfect: "had met".

    Example:
        >>> is_earlier("Norway had earlier "), is_earlier("Norway ")
        (True, False)
    """
    return _PERFECT.search(left) is not None


def status_on(status: str, day: Day | None, left: str) -> str:
    """Return the status of what is planned: without a day, it is only expected.

    Args:
        status: The status that the words before the verb give.
        day: The day of the verb.
        left: The text before the verb.

    Example:
        >>> status_on("scheduled", None, "Norway is to "), status_on("completed", None, "")
        ('expected', 'completed')
    """
    is_vague = status == "scheduled" and day is None and not _FIXED.search(left)
    return "expected" if is_vague else status
