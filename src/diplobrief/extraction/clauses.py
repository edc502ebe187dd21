"""A verb in its sentence: its subject, its auxiliaries, and where its clause ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import ACTOR, ACTORS, MASKS
from diplobrief.extraction.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import ReadSentence

_DAY: Final = MASKS["day"]
_STATE: Final = MASKS["state"]
_PREPOSITION: Final = re.compile(
    r"\b(?:in|of|with|to|from|by|on|at|for|between|against)\s+(?:the\s+)?$", re.IGNORECASE
)
_JOINED_BEFORE: Final = re.compile(rf"({ACTOR})(?:,|,?\s+and)\s+(?:the\s+)?$")
_JOINED_AFTER: Final = re.compile(rf"(?:,|,?\s+and)\s+(?:the\s+)?(?={ACTOR})")
_UNTIL_DAY: Final = re.compile(rf"[^.;,]{{0,40}}?\buntil\s+{_DAY}")
_AUXILIARY: Final = re.compile(
    r"\bvoted\s+(?:\w+ly\s+)?to\s+$|\b(?:has|have|had|was|were|is|are)\s+$"
)
_VOTED_TO: Final = re.compile(r"\bvoted\s+(?:\w+ly\s+)?to\s+$")
_NOT: Final = re.compile(r"\bnot\s+$")
_TO_BE: Final = re.compile(r"\bto\s+be\s+$")
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
        between = rf"(?:,?\s+(?:{adverb}|has|have|had|did|does|do|also),?)*\s*"
        subject = rf"(?P<subject>{ACTOR})"
        place = rf"(?:in|at|on|of|from|for)\s+(?:the\s+)?[\w{_DAY}{_STATE}-]+"
        self.subject_before: re.Pattern[str] = re.compile(
            rf"{subject}[)\"”]?(?:\s*\([^)]{{1,30}}\))?{between}$"
        )
        self.subject_with_insertion: re.Pattern[str] = re.compile(
            rf"{subject},?\s+[^,;:]{{1,100}},{between}$"
        )
        self._subjects = (
            self.subject_before,
            re.compile(rf"{subject}[)]?,?\s+(?:who|which|that){between}$"),
            re.compile(rf"{subject}\s+(?:{place}(?:\s+[\w{_DAY}-]+){{0,2}}|{_DAY}+){between}$"),
            self.subject_with_insertion,
        )
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
        left = sentence.masked[: verb.start]
        if self._coordination.search(left):
            return earlier[-1][1] if earlier else first_actor(sentence, verb.start)
        for pattern in self._subjects:
            match = pattern.search(left)
            if match is not None:
                return sentence.mention_at(match.start("subject"))
        return None

    def subject_of_act(
        self, sentence: ReadSentence, verb: Verb, earlier: Sequence[tuple[Verb, Mention]]
    ) -> Mention | None:
        """Return the subject of a verb that may follow an auxiliary: "is set to review"."""
        left = sentence.masked[: verb.start]
        matches = (pattern.search(left) for pattern in (*self._ahead.values(), _AUXILIARY))
        start = next((match.start() for match in matches if match), verb.start)
        return self.subject(sentence, Verb(start, verb.end, verb.form), earlier)

    def coordination_start(self, sentence: ReadSentence, verb: Verb) -> int:
        """Return where the conjunction before a coordinated verb starts, or the verb itself."""
        match = self._coordination.search(sentence.masked[: verb.start])
        return match.start("joint") if match else verb.start

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
            # "did not ratify it until November": it did then.
            happened = "base" in tenses and _UNTIL_DAY.match(sentence.masked, verb.end)
            return _COMPLETED if happened else _NOTHING
        for status, pattern in self._undone.items():
            if pattern.search(left):
                return Aspect(status)
        if self._passive.search(left):
            return self._after_be(left, tenses)
        if self.condition.search(left):
            return Aspect("expected", is_passive=True)
        if tenses & {"past", "participle", "present"} or _VOTED_TO.search(left):
            return _COMPLETED
        return _NOTHING

    def _after_be(self, left: str, tenses: set[str]) -> Aspect:
        if "gerund" in tenses:
            return _UNDER_WAY
        return Aspect(None if _TO_BE.search(left) else "completed", is_passive=True)


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
    performers = [*sentence.actors.get(subject.start, [])]
    start = subject.start
    while match := _JOINED_BEFORE.search(sentence.masked[:start]):
        other = sentence.mention_at(match.start(1))
        if other is None or other.kind == "adjective":
            break
        if other.kind == "state" and subject.kind != "state":
            break
        performers = [*sentence.actors.get(other.start, []), *performers]
        start = other.start
    return performers


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
        if verb.end <= day.start < stop and " that " not in masked[verb.end : day.start]:
            return day
    before = [day for day in sentence.days if day.end <= verb.start]
    if not before:
        return None
    last = before[-1]
    between = masked[last.end : verb.start]
    is_near = len(between) < _NEAR and "," not in between
    governs = len(sentence.days) == 1 and " that " in between
    return last if last.start < _AT_START or is_near or governs else None


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
