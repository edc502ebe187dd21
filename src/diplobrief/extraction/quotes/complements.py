"""Where what is said begins after a verb of saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, MASKS

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Saying
    from diplobrief.extraction.reading import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_DAY: Final = MASKS["day"]
_PREPOSITION: Final = re.compile(
    r"(?:in|on|at|by|with|within|during|after|before|and|but|as|when|while|if|to|of|about|from|for"
    r"|against|under|so)\b"
)
_NOUN_PHRASE: Final = re.compile(rf"[\w’'{ACTOR[1:-1]}]")
_THAT: Final = re.compile(r"\s*(?:,\s*)?(?:that|how|why|whether)\s+")
LATE_THAT: Final = re.compile(
    rf"\s+(?:(?:in|on|at|during|after|to|by|before|via|through|with)\s|{_DAY}|{ACTOR})"
    r"(?:\S+\s+){0,8}?that\s+"
)
"""A clause with "that" after a circumstance: "said in Geneva on Monday that"."""

_COLON: Final = re.compile(rf"[^;.“”\"{_QUOTED}]{{0,60}}:\s*(?=[{_QUOTED}“\"«‘])")
_ADDRESSEE: Final = re.compile(
    rf"\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+|fellow\s+|a\s+)?"
    rf"(?:(?!(?:that|how|whether|why|if|to|as|of)\b)\w+\s+){{0,3}}?(?={ACTOR})"
)
_TOLD_THAT: Final = re.compile(r"[^;]{0,160}?[\s,]that\s+")
_TOLD_QUOTATION: Final = re.compile(rf"[^;]{{0,160}}?[\s,]{_QUOTED}")
_CLAUSE: Final = re.compile(
    rf"\s+(?:(?:in|on|at)\s[^,{ACTOR[1:-1]}]{{1,40}}\s|{_DAY}+\s+|(?:on|last|this)\s+{_DAY}+\s+)?"
    rf"(?=(?:the|a|an|its|his|her|their|there|this|no|{ACTOR}+)\b|{ACTOR})"
)
_OPENING: Final = re.compile(rf"\s*[,:]?\s*(?:{_DAY}+\s+(?=[^,.;]))?")
_TO: Final = re.compile(r"[^,;]{1,61}?(?<=\s)(?=(?:not\s+)?to\s+\w)")
_TO_AFTER_NOUN: Final = re.compile(
    r"\s+(?:the|all|its|his|her|their|other|both|every|each|fellow)\s"
    r"[^,;]{1,61}?(?<=\s)(?=(?:not\s+)?to\s+\w)"
)


def start_of_content(
    sentence: ReadSentence, verb: Verb, saying: Saying, stop: int
) -> tuple[int, list[Entity]] | None:
    """Return where what is said begins and to whom it is said, or `None` if nothing follows.

    Args:
        sentence: The sentence.
        verb: The verb of saying.
        saying: What the lexicon says of the verb.
        stop: Where the clause ends at the latest.
    """
    start, addressees = _after_addressee(sentence, verb, saying)
    rest = sentence.masked[start:stop]
    colon = _COLON.match(rest)
    if colon:
        return start + colon.end(), addressees
    if saying.has_addressee or "to" in saying.complements:
        offset = _after_addressed_verb(saying, rest, has_addressee=bool(addressees))
        if offset is not None:
            return start + offset, addressees
        if saying.has_addressee and "to" not in saying.complements:
            return _clause_after_addressee(rest, start, addressees) if addressees else None
    that = _THAT.match(rest)
    if that is None and {"that", "that_only"} & set(saying.complements):
        that = LATE_THAT.match(rest)
    if that:
        return start + that.end(), addressees
    offset = _direct(sentence, saying, rest, start)
    return None if offset is None else (offset, addressees)


def _clause_after_addressee(
    rest: str, start: int, addressees: list[Entity]
) -> tuple[int, list[Entity]] | None:
    """Return where a clause without "that" begins: "told lawmakers the text was final"."""
    clause = _CLAUSE.match(rest)
    return None if clause is None else (start + clause.end(), addressees)


def _after_addressee(
    sentence: ReadSentence, verb: Verb, saying: Saying
) -> tuple[int, list[Entity]]:
    if saying.has_addressee or "to" in saying.complements:
        match = _ADDRESSEE.match(sentence.masked, verb.end)
        mention = sentence.mention_at(match.end()) if match else None
        if mention is not None:
            return mention.end, sentence.actors.get(mention.start, [])
    return verb.end, []


def _after_addressed_verb(saying: Saying, rest: str, *, has_addressee: bool) -> int | None:
    """Return the offset after "told reporters that" or "urged Iran to"."""
    if saying.has_addressee:
        match = _TOLD_THAT.match(rest)
        if match:
            return match.end()
        quotation = _TOLD_QUOTATION.match(rest)
        if quotation and "to" not in saying.complements:
            return quotation.end() - 1
    if "to" in saying.complements:
        match = _TO.match(rest) if has_addressee else _TO_AFTER_NOUN.match(rest)
        if match:
            return match.end()
    return None


def _direct(sentence: ReadSentence, saying: Saying, rest: str, start: int) -> int | None:
    """Return where an object or a clause without "that" begins."""
    opening = _OPENING.match(rest)
    offset = start + (opening.end() if opening else 0)
    following = sentence.masked[offset:]
    if not following.strip(" .,;"):
        return None
    if following.startswith(_QUOTED) or sentence.text[offset : offset + 1] in '“"«„‘':
        return offset
    if "as" in saying.complements and _QUOTED in rest:
        return offset
    if "to_own" in saying.complements and re.match(r"to\s+\w", following):
        return offset
    if rest.lstrip(" ").startswith(",") or _PREPOSITION.match(following):
        return None
    if "noun" in saying.complements and _NOUN_PHRASE.match(following):
        return offset
    return offset if "that" in saying.complements else None
