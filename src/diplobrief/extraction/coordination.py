"""Actors that a sentence joins: "Norway, Sweden and the head of the agency"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_BODY: Final = f"[{MASKS['state']}{MASKS['organization']}{MASKS['organ']}]+"
_ADJECTIVE: Final = MASKS["adjective"]
_PAIR: Final = 2
_PEOPLE: Final = frozenset({"unnamed", "office"})
_SIDES: Final = frozenset({"state", "organization"})


class _Coordination:
    """Patterns for actors that are joined, in a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        article = lexicon.optional("articles")
        also = rf"(?:(?P<and>,?\s+{lexicon.before('and')})|,\s+)"
        # "Kari Berg of Norway and Ann Lee": the body belongs to the actor before it.
        of_body = rf"(?:\s+{lexicon.before('of')}{article}{_BODY})?"
        # "Kari Berg and her counterpart Ann Lee"
        counterpart = (
            rf"(?:{lexicon.before('whose')}{alternatives(lexicon.data['people']['counterparts'])},?\s+)?"
            if not lexicon.is_head_first
            else ""
        )
        together = rf"(?P<and>,?\s+{lexicon.before('and')})"
        self.before: re.Pattern[str] = re.compile(
            rf"({ACTOR}){of_body}(?:,\s+|{together}){article}{counterpart}$"
        )
        by = lexicon.optional("by")
        self.after: re.Pattern[str] = re.compile(
            # "by Kari Berg Jr. and Ann Lee"
            rf"\.?{of_body}{also}{by}{article}{lexicon.optional('then')}{counterpart}(?={ACTOR})"
        )
        from_or_of = leading([*lexicon.words("of"), *lexicon.words("from")])
        # "delegates of Norway and Sweden"
        self.of_states: re.Pattern[str] = re.compile(
            rf"\s+{from_or_of}{article}(?=[{MASKS['state']}{MASKS['organization']}])"
        )
        # Several adjectives before a plural: "Norwegian and Swedish ministers".
        self.adjectives: re.Pattern[str] = re.compile(
            rf"(?<!{_ADJECTIVE})(?<!{_ADJECTIVE},\s){_ADJECTIVE}++(?:,\s{_ADJECTIVE}++)*+"
            rf"(?P<link>\s{lexicon.before('and')}|,\s)$"
        )


def performers_of(sentence: ReadSentence, subject: Mention) -> list[Entity]:
    """Return the actors of a subject, with those before it: "A, B and C said"."""
    joined = joined_before(sentence, subject)
    performers = sentence.actors_of(*(_states_of(sentence, joined[0]) or joined))
    grammar = sentence.lexicon.grammar
    if grammar.get("verb_last") or grammar.get("verb_first"):
        # The first actor of a clause is its subject, with those after it: "نروژ و سوئد گفتند".
        performers = [*dict.fromkeys([*performers, *agents_of(sentence, subject)])]
    adjectives = _coordination_of(sentence.lexicon).adjectives.search(
        sentence.masked, 0, subject.start
    )
    is_headline = sentence.sentence.block.is_heading
    if adjectives and adjectives["link"].startswith(",") and not is_headline:
        adjectives = None
    if adjectives and (subject.is_plural or _is_crowd(sentence, subject)):
        others = actors_within(sentence, adjectives.start(), adjectives.end())
        performers = [*dict.fromkeys([*others, *performers])]
    return performers


def joined_before(sentence: ReadSentence, subject: Mention) -> list[Mention]:
    """Return a subject and the mentions before it that are joined with it, in order."""
    joined = [subject]
    is_clause = False
    pattern = _coordination_of(sentence.lexicon).before
    while match := pattern.search(sentence.masked[: joined[0].start]):
        other = sentence.mention_at(match.start(1))
        if other is None or other.kind in {"adjective", "pronoun"}:
            break
        if len(joined) == 1 and match["and"] is None:
            # In a headline, a comma may replace "and": "Norway, Sweden sign pact".
            is_pair = {subject.kind, other.kind} == {"state"}
            if not (is_pair and sentence.sentence.block.is_heading):
                break
        if other.kind == "state" and subject.kind != "state":
            # "US and Chinese officials": an abbreviation is an adjective, too.
            written = sentence.text[other.start : other.end]
            is_adjective = written.isupper() and subject.code and _is_crowd(sentence, subject)
            if not is_adjective:
                break
        if len(joined) == 1 and (match["and"] or "").startswith(","):
            is_clause = True  # "Norway left Mali, and Sweden stayed", unless more are listed
        joined.insert(0, other)
    return [subject] if is_clause and len(joined) == _PAIR else joined


def actors_within(sentence: ReadSentence, start: int, end: int) -> list[Entity]:
    """Return the actors of the mentions between two offsets, in order."""
    inner = [mention for mention in sentence.mentions if start <= mention.start < end]
    return sentence.actors_of(*inner)


def agents_of(sentence: ReadSentence, agent: Mention) -> list[Entity]:
    """Return the actors of an agent, with those after it: "by A, B and C"."""
    return sentence.actors_of(*joined_after(sentence, agent))


def joined_after(sentence: ReadSentence, first: Mention) -> list[Mention]:
    """Return a mention, and those that "and" joins to it: "A, B and C"."""
    states = _states_of(sentence, first)
    if states:
        return states
    joined, last = [first], 1
    pattern = _coordination_of(sentence.lexicon).after
    while match := pattern.match(sentence.masked, joined[-1].end):
        other = sentence.mention_at(match.end())
        if other is None:
            break
        joined.append(other)
        if match["and"]:
            last = len(joined)
    # After a comma alone, another clause begins: "by Norway, the ministry said".
    return joined[:last]


def _states_of(sentence: ReadSentence, people: Mention) -> list[Mention]:
    """Return the states that people represent: "delegates of Norway and Sweden"."""
    if not _is_crowd(sentence, people) or people.code:
        return []
    of = _coordination_of(sentence.lexicon).of_states.match(sentence.masked, people.end)
    first = sentence.mention_at(of.end()) if of else None
    states = joined_after(sentence, first) if first else []
    return states if len(states) > 1 and {each.kind for each in states} <= _SIDES else []


def _is_crowd(sentence: ReadSentence, mention: Mention) -> bool:
    """Whether a mention is of several people without names: "officials"."""
    if mention.kind not in _PEOPLE:
        return False
    return any(each.kind == "unnamed" and not each.is_one for each in sentence.actors_of(mention))


@cache
def _coordination_of(lexicon: Lexicon) -> _Coordination:
    return _Coordination(lexicon)
