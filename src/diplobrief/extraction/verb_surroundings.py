"""Finds with whom, where and when something happened, from the words around a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.circumstances import Circumstances, circumstance_finder_of
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.days_of_clauses import is_of_clause
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, as_listed
from diplobrief.extraction.verb_days import day_of, is_judged

if TYPE_CHECKING:
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.verb_table import VerbTable

_NEAR: Final = 60
_MOST_JOINED: Final = 3
_DAY: Final = MASKS["day"]
_NO_NOUNS: Final = ("prepositions", "conjunctions", "passive")
_LIKE_NOUNS: Final = frozenset({"base", "present"})


class VerbSurroundings:
    """Finds the circumstances of verbs, using the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
        verbs: The table of the verbs. The circumstances of a verb end before the next one.
    """

    def __init__(self, lexicon: Lexicon, verbs: VerbTable) -> None:
        self._verbs = verbs
        words = [*lexicon.words("to"), *lexicon.words("before_a_verb")]
        words = [word for word in words if word[:1].isalpha()]  # Not "Norway's list".
        self._of_noun = re.compile(rf"[a-z{MASKS['treaty']}]\s+\Z")
        no_noun = [each for key in _NO_NOUNS for each in lexicon.words(key)]
        self._no_noun = re.compile(rf"(?<!\w){alternatives(no_noun)}\s+\Z")
        self._before_base = re.compile(rf"(?<!\w){alternatives(words)}\s+\Z")
        self._but = re.compile(rf"\b(?:{alternatives(lexicon.words('but'))})\b")
        keys = ("until", "by", "before_a_limit")
        until = [word for key in keys for word in lexicon.words(key) if word]
        self._until = re.compile(rf"\b(?:{alternatives(until)})\s+\Z")
        on = lexicon.optional("before_a_day_or_month")
        self._said_on = re.compile(rf"(?<!\w){alternatives(lexicon.sayings)}\s+{on}\Z")
        relatives = alternatives(lexicon.words("relatives"))
        self._relative = re.compile(rf",\s+{relatives}{AFTER}[^,;:.]*\Z")
        self._grammar = grammar_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)

    def of(
        self, sentence: ReadSentence, verb: Verb, start: int, *, is_ahead: bool = False
    ) -> Circumstances:
        """Return the circumstances of a verb.

        Args:
            sentence: The sentence.
            verb: The verb.
            start: Where the verb ends, or its object.
            is_ahead: Whether it lies ahead. Then a day before it is not its own: "said on Monday
                that it will meet".
        """
        stop = self._circumstances.clause_end(sentence, start)
        inserted = self._circumstances.insertion_end(sentence, start)
        stop = self._next_verb(sentence, inserted, stop)
        found = self._circumstances.after(sentence, start, stop, after_actor=start > verb.end)
        within = (day for day in sentence.unquoted_days if verb.start < day.start < verb.end)
        day = next(within, None) or day_of(sentence, verb, stop)
        if day is not None and not self._is_own(sentence, verb, day, is_ahead=is_ahead):
            day = None
        if found.day is not None and self._is_limit(sentence, verb, found.day):
            found.day = None
        found.day = found.day or day or self._joint_day(sentence, verb)
        if found.day is None and not is_ahead:
            found.day = self._following_day(sentence, verb, inserted)
        return found

    def _following_day(self, sentence: ReadSentence, verb: Verb, start: int) -> Day | None:
        """Return the day after the verbs joined with a verb: "left and met on Monday"."""
        end = self._circumstances.clause_end(sentence, start)
        tenses = self._verbs.tenses(verb.form)
        for _ in range(_MOST_JOINED):
            match = self._verbs.pattern.search(sentence.masked, sentence.words, start, end)
            if match is None:
                return None
            form = as_listed(" ".join(word for word in match[0].split() if word[0] != _DAY))
            other = Verb(match.start(), match.end(), form)
            joint = self._grammar.coordination_start(sentence, other)
            if joint == other.start or tenses.isdisjoint(self._verbs.tenses(form)):
                return None
            stop = self._next_verb(sentence, other.end, end)
            day = day_of(sentence, other, stop)
            if day is not None:
                is_own = day.start >= other.end and self._is_own(
                    sentence, other, day, is_ahead=False
                )
                return day if is_own else None
            start, verb = other.end, other
        return None

    def _next_verb(self, sentence: ReadSentence, start: int, stop: int) -> int:
        """Return where the next verb starts, but not a noun that looks like one: "a protest"."""
        pattern, masked = self._verbs.pattern, sentence.masked
        match = pattern.search(masked, sentence.words, start, stop)
        while match is not None:
            words = " ".join(word for word in match[0].split() if word[0] != _DAY)
            tenses = self._verbs.tenses(as_listed(words))
            is_verb = not tenses <= _LIKE_NOUNS and not (
                tenses == {"gerund"} and self._is_of_noun(masked, match.start())
            )
            if is_verb or self._before_base.search(masked, 0, match.start()):
                return match.start()
            match = pattern.search(masked, sentence.words, match.end(), stop)
        return stop

    def _is_of_noun(self, masked: str, start: int) -> bool:
        """Whether a participle describes the noun before it: "a law banning it"."""
        return (
            self._of_noun.search(masked, 0, start) is not None
            and self._no_noun.search(masked, 0, start) is None
        )

    def _is_own(self, sentence: ReadSentence, verb: Verb, day: Day, *, is_ahead: bool) -> bool:
        """Whether a day belongs to a verb, instead of to another clause or to its end."""
        masked = sentence.masked
        if self._is_limit(sentence, verb, day):
            return False  # "extended until 3 May the mandate"
        if is_of_clause(sentence, day, verb):
            return True  # "on 3 May, when Norway will sign"
        if day.end <= verb.start:
            if self._is_of_relative(masked, day, verb.start) or is_judged(sentence, day):
                return False
            if is_ahead and self._said_on.search(masked, 0, day.start):
                return False  # "said on Monday it would expel two diplomats"
            # "put off a visit set for Monday after Norway expelled a diplomat"
            words = self._circumstances.new_clause.finditer(masked, day.end, verb.start)
            return all(
                word[0] == ":" or (not is_ahead and self._grammar.that.match(masked, word.start()))
                for word in words
            )
        return not self._circumstances.is_inserted(sentence, verb.end, day)

    def _is_limit(self, sentence: ReadSentence, verb: Verb, day: Day) -> bool:
        """Whether a day is the end of what a verb reports, but not in "has until Monday"."""
        before = self._until.search(sentence.masked, 0, day.start)
        return before is not None and before.start() >= verb.end

    def _joint_day(self, sentence: ReadSentence, verb: Verb) -> Day | None:
        """Return the day of the verb that a verb is joined with: "arrived on Monday and met"."""
        start = self._grammar.start_with_auxiliaries(sentence, verb)
        joint = self._grammar.coordination_start(sentence, Verb(start, verb.end, verb.form))
        if joint == start or self._but.search(sentence.masked, joint, verb.start):
            return None
        before = [
            day
            for day in sentence.unquoted_days
            if 0 <= joint - day.end < _NEAR
            and not self._until.search(sentence.masked, 0, day.start)
            and not self._is_of_relative(sentence.masked, day, verb.start)
            and not is_judged(sentence, day)
        ]
        return before[-1] if before else None

    def _is_of_relative(self, masked: str, day: Day, stop: int) -> bool:
        """Whether a day is within a relative clause: "Berg, who had arrived on Monday, met"."""
        end = masked.find(",", day.end, stop)
        return end > 0 and self._relative.search(masked, 0, end) is not None
