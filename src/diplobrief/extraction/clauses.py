"""A verb in its sentence: its subject, its auxiliaries, and where its clause ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS
from diplobrief.extraction.patterns import alternatives
from diplobrief.extraction.subjects import SubjectFinder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import ReadSentence

_DAY: Final = MASKS["day"]
_PREPOSITION: Final = re.compile(
    r"\b(?:in|of|with|to|from|by|on|at|for|between|against)\s+(?:the\s+)?$", re.IGNORECASE
)
_JOINED_BEFORE: Final = re.compile(rf"({ACTOR})(?:,|(?P<and>,?\s+and))\s+(?:the\s+)?$")
_JOINED_AFTER: Final = re.compile(rf"(?:,|,?\s+and)\s+(?:the\s+)?(?={ACTOR})")
_UNTIL_DAY: Final = re.compile(rf"[^.;,]{{0,40}}?\buntil\s+{_DAY}")
_AUXILIARY: Final = re.compile(
    r"\b(?:is|was)\s+the\s+(?:\w+\s+){1,3}(?:that|which|to)\s+(?:has|have)\s+$"
    r"|\b(?:has|have|had|was|were|is|are)\s+$"
)
_NOT: Final = re.compile(r"\bnot\s+$")
_TO_BE: Final = re.compile(r"\bto\s+be\s+$")
_PERFECT: Final = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?$")
_FIXED: Final = re.compile(r"\b(?:set|scheduled|due|slated)\s+to\s")
_AT_START: Final = 12
_NEAR: Final = 30


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the lexicon in a sentence.

    Args:
        start: The offset of its first character.
        end: The offset after its last character.
        form: The form, as in the lexicon.
    """

    start: int
    end: int
    form: str

    def of(self, text: str) -> str:
        """Return the verb as it is in a text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Aspect:
    """What the words before a verb say of it.

    Args:
        status: The status of what it tells, or `None` if it tells that nothing happened.
        is_passive: Whether the verb is passive.
        is_under_way: Whether it goes on at the page's day: "are meeting".
    """

    status: str | None
    is_passive: bool = False
    is_under_way: bool = False


_NOTHING: Final = Aspect(None)
_COMPLETED: Final = Aspect("completed")
_UNDER_WAY: Final = Aspect("completed", is_under_way=True)


class Grammar:
    """What the clauses of a language look like."""

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.grammar
        adverb = rf"(?:{alternatives(grammar['adverbs'])})"
        self._subjects = SubjectFinder(lexicon)
        self._determiners = frozenset(lexicon.words("before_nouns"))
        self._relatives = frozenset(lexicon.words("relatives"))
        self._clause_links = frozenset(lexicon.words("clause_links"))
        self._coordination = re.compile(
            rf"(?P<joint>,?\s+(?:and|but|while|yet)|,)\s+(?:then\s+|to\s+)?{adverb}?\s*$"
        )
        tail = rf"\s+(?:{adverb}\s+)*(?P<be>be\s+)?$"
        self._ahead = {
            status: re.compile(rf"(?:{alternatives(words)}){tail}")
            for status, words in grammar["ahead"].items()
        }
        self._undone = {
            status: re.compile(rf"(?:{alternatives(words)})\s+(?:to\s+)?$")
            for status, words in grammar["undone"].items()
        }
        self._passive = re.compile(rf"\b(?:was|were|is|are|been|being|be)\s+(?:{adverb}\s+)*$")
        self._negation = re.compile(
            rf"(?:{alternatives(grammar['negations'])})\s+(?:{adverb}\s+|yet\s+|been\s+|be\s+)*$"
        )
        self._not_yet = re.compile(
            rf"(?:{alternatives(lexicon.words('not_yet'))})\s+(?:(?:{adverb}|\w+ly|been)\s+)*$"
        )
        self._decided = re.compile(
            rf"\b{alternatives(lexicon.words('decided'))}\b[^.;:“”]{{0,60}}?"
            rf"\b{alternatives(lexicon.words('to_do'))}\s+(?:\w+ly\s+)?$"
        )
        self._hypothetical = _word_of(lexicon, "hypothetical")
        self._prospective = _word_of(lexicon, "prospective")
        self._perfect = re.compile(
            rf"\b{alternatives(lexicon.words('perfect'))}\s+(?:(?:{adverb}|\w+ly)\s+)*$"
        )
        self.condition: re.Pattern[str] = re.compile(
            r"\b(?:once|when|if|until|unless|after)\s+"
            r"(?:it\s+is\s+|they\s+have\s+|it\s+has\s+been\s+)?$",
            re.IGNORECASE,
        )

    def subject(
        self, sentence: ReadSentence, verb: Verb, earlier: Sequence[tuple[Verb, Mention]]
    ) -> Mention | None:
        """Return the subject of a verb, or `None` if it is not certain.

        Args:
            sentence: The sentence.
            verb: The verb.
            earlier: The verbs before it in the sentence, with their subjects.
        """
        return self._subjects.subject(
            sentence,
            verb.start,
            [mention for _, mention in earlier],
            is_gerund=verb.form.split()[0].endswith("ing"),
        )

    def own_subject(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return the subject before a verb, but not that of a verb that it is joined with."""
        return self._subjects.own_subject(sentence, verb.start)

    def subject_of_act(
        self, sentence: ReadSentence, verb: Verb, earlier: Sequence[tuple[Verb, Mention]]
    ) -> Mention | None:
        """Return the subject of a verb that may follow an auxiliary: "is set to review"."""
        left = sentence.masked[: verb.start]
        patterns = (*self._ahead.values(), self._decided, _AUXILIARY)
        matches = (pattern.search(left) for pattern in patterns)
        start = next((match.start() for match in matches if match), verb.start)
        return self.subject(sentence, Verb(start, verb.end, verb.form), earlier)

    def coordination_start(self, sentence: ReadSentence, verb: Verb) -> int:
        """Return where the conjunction before a coordinated verb starts, or the verb itself."""
        match = self._coordination.search(sentence.masked[: verb.start])
        return match.start("joint") if match else verb.start

    def start_of_clause(self, sentence: ReadSentence, subject: Mention) -> int | None:
        """Return where the clause of a subject starts, if a conjunction begins it.

        Args:
            sentence: The sentence.
            subject: The subject, as in "…, while the minister noted".
        """
        tokens = sentence.tokens.all
        index = sentence.tokens.before(joined_before(sentence, subject)[0].start)
        while index >= 0 and tokens[index].text in self._determiners:
            if tokens[index].text in self._relatives:
                return None
            index -= 1
        if index < 1 or tokens[index].text not in self._clause_links:
            return None
        return tokens[index - 1 if tokens[index - 1].text == "," else index].start

    def aspect(self, sentence: ReadSentence, verb: Verb, tenses: set[str]) -> Aspect:
        """Return what the words around a verb say of what it tells.

        Args:
            sentence: The sentence.
            verb: The verb.
            tenses: The tenses that its form may be.
        """
        left = sentence.masked[: verb.start]
        for status, pattern in self._ahead.items():
            match = pattern.search(left)
            if match:
                fits = {"past", "participle"} if match["be"] else {"base"}
                return Aspect(status if fits & tenses else None, bool(match["be"]))
        if self._negation.search(left) or _NOT.search(left):
            return self._negated(sentence, verb, tenses)
        undone = (status for status, each in self._undone.items() if each.search(left))
        status = next(undone, None)
        if status is not None:
            return Aspect(status)
        if self._passive.search(left):
            return self._after_be(left, tenses)
        return self._asserted(left, tenses)

    def _negated(self, sentence: ReadSentence, verb: Verb, tenses: set[str]) -> Aspect:
        left = sentence.masked[: verb.start]
        if self._not_yet.search(left):
            return Aspect("expected")
        # "did not ratify it until November": it did then.
        happened = "base" in tenses and _UNTIL_DAY.match(sentence.masked, verb.end)
        return _COMPLETED if happened else _NOTHING

    def _asserted(self, left: str, tenses: set[str]) -> Aspect:
        if self.condition.search(left):
            return Aspect("expected", is_passive=True)
        if "base" in tenses and self._decided.search(left):
            return _COMPLETED
        if tenses & {"past", "participle", "present"}:
            return self._in_a_condition(left, tenses)
        return _NOTHING

    def _in_a_condition(self, left: str, tenses: set[str]) -> Aspect:
        """Return what a clause such as "if Norway ratifies it" says of its verb."""
        clause = left[max(left.rfind(mark) for mark in ",;:") + 1 :]
        if self._hypothetical.search(clause):
            return _NOTHING
        is_open = "present" in tenses or self._perfect.search(clause)
        if is_open and self._prospective.search(clause):
            return Aspect("expected")
        return _COMPLETED

    def _after_be(self, left: str, tenses: set[str]) -> Aspect:
        if "gerund" in tenses:
            return _UNDER_WAY
        return Aspect(None if _TO_BE.search(left) else "completed", is_passive=True)


def _word_of(lexicon: Lexicon, kind: str) -> re.Pattern[str]:
    """Return a pattern for a function word of a kind."""
    return re.compile(rf"\b{alternatives(lexicon.words(kind))}\b", re.IGNORECASE)


def place_of(sentence: ReadSentence, offset: int) -> tuple[int, int]:
    """Return the block of an offset in a sentence, and the offset in that block."""
    return sentence.sentence.block.index, sentence.sentence.start + offset


def first_actor(sentence: ReadSentence, end: int) -> Mention | None:
    """Return the first actor of a sentence, if it may be the subject of its verbs before `end`."""
    for mention in sentence.mentions:
        if mention.end > end:
            return None
        if mention.kind in ACTORS:
            is_within_phrase = _PREPOSITION.search(sentence.masked[: mention.start])
            return None if is_within_phrase else mention
    return None


def performers_of(sentence: ReadSentence, subject: Mention) -> list[Entity]:
    """Return the actors of a subject, with those before it: "A, B and C said"."""
    performers: list[Entity] = []
    for mention in joined_before(sentence, subject):
        performers += sentence.actors.get(mention.start, [])
    return performers


def joined_before(sentence: ReadSentence, subject: Mention) -> list[Mention]:
    """Return a subject and the mentions before it that are joined with it, in order."""
    joined = [subject]
    while match := _JOINED_BEFORE.search(sentence.masked[: joined[0].start]):
        other = sentence.mention_at(match.start(1))
        if other is None or other.kind in {"adjective", "pronoun"}:
            break
        if len(joined) == 1 and match["and"] is None:
            break
        if other.kind == "state" and subject.kind != "state":
            break
        joined.insert(0, other)
    return joined


def agents_of(sentence: ReadSentence, agent: Mention) -> list[Entity]:
    """Return the actors of an agent, with those after it: "by A, B and C"."""
    mentions = joined_after(sentence, agent)
    return [entity for each in mentions for entity in sentence.actors.get(each.start, [])]


def joined_after(sentence: ReadSentence, first: Mention) -> list[Mention]:
    """Return a mention, and those that "and" joins to it: "A, B and C"."""
    joined = [first]
    while match := _JOINED_AFTER.match(sentence.masked, joined[-1].end):
        other = sentence.mention_at(match.end())
        if other is None:
            break
        joined.append(other)
    return joined


def day_of(sentence: ReadSentence, verb: Verb, stop: int) -> Day | None:
    """Return the day of a verb: after it, or before it if it belongs to the verb.

    Args:
        sentence: The sentence.
        verb: The verb.
        stop: Where its clause ends at the latest.
    """
    masked = sentence.masked
    for day in sentence.days:
        if masked.rfind("(", 0, day.start) > masked.rfind(")", 0, day.start):
            continue
        if verb.end <= day.start < stop and " that " not in masked[verb.end : day.start]:
            return day
    before = [day for day in sentence.days if day.end <= verb.start]
    if not before:
        return None
    last = before[-1]
    between = masked[last.end : verb.start]
    is_near = len(between) < _NEAR and "," not in between and " and " not in between
    governs = len(sentence.days) == 1 and " that " in between
    return last if last.start < _AT_START or is_near or governs else None


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


@cache
def grammar_of(lexicon: Lexicon) -> Grammar:
    """Return the grammar for a lexicon."""
    return Grammar(lexicon)
