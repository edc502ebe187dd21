"""Which treaty a verb is about: its object, its subject, or the treaty named last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Act, Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import ReadSentence
    from diplobrief.extraction.treaties.found import FoundTreaty, Treaties

_TREATY: Final = MASKS["treaty"]
_DAY: Final = MASKS["day"]
_ACTOR_OR_MARK: Final = re.compile(rf"[,;]|{ACTOR}")
_NEAR: Final = 100
_FAR: Final = 160
_LONGEST_BEFORE_COMMA: Final = 40
_BESIDE: Final = 30


class TreatyOfVerb:
    """Finds the treaty that a verb is about by the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        steps = lexicon.data["steps"]
        words = steps.get("clauses", {})
        article = leading([*lexicon.words("whose"), *lexicon.words("articles"), ""])
        which = alternatives(words.get("relatives", ()))
        self._condition = grammar_of(lexicon).condition
        self._laws = frozenset([*steps["treaties"]["name"].get("laws", ()), *words.get("laws", ())])
        self._relative = re.compile(rf"(?P<treaty>{_TREATY}),?\s+{which}\s+{article}$")
        self._which = re.compile(rf",?\s+{which}\s")
        within = alternatives(words.get("within_a_phrase", ()))
        indefinite = leading([*lexicon.words("whose"), *lexicon.words("before_an_office"), ""])
        self._within = re.compile(
            rf"\b{within}(?:\s+{indefinite.removesuffix('?')})?\s*$", re.IGNORECASE
        )
        self._amending = re.compile(rf"\b{alternatives(words.get('amending', ()))}\s+{article}$")
        self._talks = re.compile(
            rf"\b{alternatives(words.get('talks_on', ()))}\s+{article}$", re.IGNORECASE
        )
        since = alternatives(words.get("signed_in_and", ()))
        self._at_start = re.compile(rf"^\s*(?:\w+\s+\w+\s+{_DAY}+\s+{since}\s+)?$")
        self._without_object = frozenset(words.get("without_object", ()))
        self._no_object = re.compile(
            rf"\s*(?:[.,;]|$|{_DAY}|{alternatives(words.get('after_no_object', ()))}\s)"
        )
        self._short = frozenset(words.get("before_a_place_or_day", ()))
        self._place_or_day = re.compile(
            rf"\s+(?:{alternatives(words.get('at_a_place_or_day', ()))}\s|{_DAY})"
        )
        self._giving = frozenset(words.get("giving", ()))
        self._of_a_treaty = re.compile(
            rf"\s+{article}{alternatives(words.get('of_a_treaty', ()))}\b"
        )
        self._voting = re.compile(alternatives(words.get("voting", ())))
        self._it = frozenset(words.get("it", ()))

    def is_at_start(self, left: str) -> bool:
        """Whether a verb opens its sentence: "Signed in 2010 and extended in 2021, the treaty"."""
        return self._at_start.match(left) is not None

    def is_relative(self, sentence: ReadSentence, subject: Mention) -> bool:
        """Whether a subject follows a treaty: "the treaty, which Norway ratified"."""
        return self._relative.search(sentence.masked[: subject.start]) is not None

    def as_subject(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb
    ) -> FoundTreaty | None:
        """Return the treaty that does what a verb says: "the treaty entered into force"."""
        before = _treaties_before(sentence, verb)
        if not before:
            return treaties.last if self._is_it_before(sentence, verb) else None
        if before[-1].name.lower().split()[-1] in self._laws:
            # A law that takes effect is not the treaty.
            return None
        between = sentence.masked[before[-1].end : verb.start]
        is_within = self._within.search(sentence.masked[: before[-1].start])
        return None if is_within and not self._which.match(between) else treaties.of(before[-1])

    def as_object_before(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb
    ) -> FoundTreaty | None:
        """Return the treaty that a passive verb or a participle is about."""
        before = _treaties_before(sentence, verb)
        if before and self._talks.search(sentence.masked[: before[-1].start]):
            return None
        if len(before) > 1 and self._amending.search(sentence.masked[: before[-1].start]):
            before.pop()
        if before and verb.start - before[-1].end < _NEAR:
            return treaties.of(before[-1])
        left = sentence.masked[: verb.start]
        if self.is_at_start(left) or self._condition.search(left):
            return treaties.of(_treaty_after(sentence, verb.end, len(sentence.masked)))
        return treaties.last if self._is_it_before(sentence, verb) else None

    def as_object(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb, subject: Mention, stop: int
    ) -> FoundTreaty | None:
        """Return the treaty that is the object of a verb."""
        inner = next((m for m in sentence.mentions if verb.start < m.start < verb.end), None)
        if inner is not None:
            return treaties.last if inner.kind == "pronoun" else treaties.of(inner)
        after = _treaty_after(sentence, verb.end, min(stop, verb.end + _FAR))
        if after is not None:
            return treaties.of(after)
        relative = self._relative.search(sentence.masked[: subject.start])
        if relative:
            return treaties.of(sentence.mention_at(relative.start("treaty")))
        following = sentence.mention_at(verb.end + 1)
        return treaties.last if following is not None and following.name in self._it else None

    def implied(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb, act: Act
    ) -> FoundTreaty | None:
        """Return the last treaty if a verb needs no object: "signed in Geneva on May 3"."""
        if act.object in {"addressee", "instrument", "instruments"}:
            return treaties.last
        head = verb.form.split()[0]
        is_alone = head in self._without_object and self._no_object.match(sentence.masked, verb.end)
        is_short = head in self._short and self._place_or_day.match(
            sentence.masked, verb.end if " " not in verb.form else verb.end - 3
        )
        is_vote = self._voting.match(verb.form)
        gives = head in self._giving and act.kind == "parliamentary_approval"
        has_day = any(day.start >= verb.end for day in sentence.days)
        if has_day and (is_alone or is_short or is_vote or gives):
            return treaties.last
        is_of_one = self._of_a_treaty.match(sentence.masked, verb.end)
        return treaties.last if is_of_one else None

    def _is_it_before(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether "it" directly precedes a verb and its auxiliaries."""
        return any(
            mention.name in self._it
            and 0 <= verb.start - mention.end < _BESIDE
            and not _ACTOR_OR_MARK.search(sentence.masked[mention.end : verb.start])
            for mention in sentence.mentions
            if mention.kind == "pronoun"
        )


def _treaties_before(sentence: ReadSentence, verb: Verb) -> list[Mention]:
    return [m for m in sentence.mentions if m.kind == "treaty" and m.end <= verb.start]


def _treaty_after(sentence: ReadSentence, start: int, stop: int) -> Mention | None:
    found = sentence.masked.find(_TREATY, start, stop)
    if found < 0:
        return None
    between = sentence.masked[start:found]
    is_another_clause = "," in between and len(between) > _LONGEST_BEFORE_COMMA
    return None if is_another_clause else sentence.mention_at(found)
