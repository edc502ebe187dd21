"""Finds the day of a verb, and its status by the words before it and the day."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.clauses import grammar_of
from diplobrief.extraction.days_of_clauses import is_of_clause
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_AT_START: Final = 12
_NEAR: Final = 30
_LONGEST_OPENING: Final = 80


class _Wording:
    """Patterns for words around a verb and its day."""

    def __init__(self, lexicon: Lexicon) -> None:
        past, present = lexicon.words("past_perfect"), lexicon.words("present_perfect")
        self.perfect = _auxiliary([*past, *present])
        self.past_perfect, self.present_perfect = _auxiliary(past), _auxiliary(present)
        self.fixed = re.compile(rf"(?<!\w){lexicon.before('fixed')}")
        on = lexicon.optional("before_a_day_or_month")
        voted = alternatives(lexicon.words("voted"))
        clauses = [
            *lexicon.words("relatives"),
            *lexicon.words("subordinators"),
            *lexicon.words("prepositions_and_conjunctions"),
        ]
        self.subordinate = re.compile(rf"(?<!\w){alternatives(clauses)}{AFTER}")
        # "three months after September's deposit"
        self.owning = re.compile(rf"['’]s\s(?!{alternatives(lexicon.words('ends_of_a_day'))}\b)")
        self.finite = re.compile(rf"(?<!\w){alternatives(lexicon.words('finite'))}{AFTER}")
        # "Hours later, on 3 May, Norway signed": the day of what follows.
        self.inserted_day = re.compile(rf",\s+{on}\Z")
        # "the cabinet, at its weekly meeting on Sunday, chaired by the president, approved"
        sitting = alternatives(lexicon.words("sittings"))
        self.sitting = re.compile(
            rf"(?<!\w){lexicon.before('before_a_sitting')}(?:[\w-]+\s+){{1,4}}?{sitting}\s+{on}\Z"
        )
        self.voted = re.compile(rf"(?<!\w){voted}\s+(?:{adverb_of(lexicon)}\s+)?{on}$")
        not_on = alternatives([*lexicon.words("not_on_a_day"), *lexicon.words("before_a_limit")])
        self.not_on = re.compile(rf"(?<!\w){not_on}\s+$")
        # "ratified the convention, which was agreed in 2008": the day of the relative clause.
        self.relative = re.compile(
            rf"{MASKS['treaty']},?\s+{alternatives(lexicon.words('relatives'))}{AFTER}"
        )
        # "thirty days after the exchange, for which Berg will arrive on 3 May"
        self.of_which = re.compile(
            rf",\s+{alternatives(lexicon.words('prepositions'))}\s+"
            rf"{alternatives(lexicon.words('relatives'))}\s[^,;:.]{{1,80}}\Z"
        )
        self.who = re.compile(  # "met Lee, who arrived on 3 May"
            rf",\s+{alternatives(lexicon.words('relatives_of_people'))}\s[^,;:.]{{1,80}}\Z"
        )
        # "a letter dated 3 May": the day of a noun.
        parts = "".join(rf"(?<!\b{part})" for part in lexicon.words("parts_of_a_day"))
        # "objected in a note dated 3 May": the day of the note is that of the objection.
        own = alternatives(lexicon.words("documents_of_a_step"))
        self.of_document = re.compile(
            rf"(?<!\w){lexicon.before('before_a_document')}(?:[\w-]+\s+){{1,3}}?{own}\s"
            rf"{alternatives(lexicon.words('before_day_of_noun'))}\s+\Z"
        )
        self.of_noun = re.compile(
            rf"{parts}\s{alternatives(lexicon.words('before_day_of_noun'))}\s+\Z"
        )
        # "approved it, the ministry said on Friday": the day of the statement.
        # "imposed a duty by a decree of 3 May": the day of the decree.
        means = alternatives(lexicon.words("means"))
        self.of_means = re.compile(
            rf"(?<!\w){alternatives(lexicon.words('by_means'))}\s+(?:[a-z]+\s+){{0,2}}?{means}"
            rf"(?:\s+[A-Z]{{0,3}}-?\d[\d/]*)?\s+{alternatives(lexicon.words('before_day_of_noun'))}\s+\Z"
        )
        said, which = alternatives(lexicon.sayings), alternatives(lexicon.words("relatives"))
        self.said = re.compile(
            rf",\s+(?!{which}\s)[^,;:]{{1,80}}?(?<!\w){said}{AFTER}(?!\s+(?:that|to)\b)"
        )
        endings, irregular = lexicon.words("past_endings"), lexicon.irregular_pasts
        participles = [rf"\w+{alternatives(endings)}"] if endings else []
        participles += [alternatives(irregular)] if irregular and endings else []
        # "approved the deal, struck on Friday": the day of another verb.
        self.inserted = re.compile(rf",\s+(?:{'|'.join(participles) or '(?!)'}){AFTER}")


def _auxiliary(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern for an auxiliary before a verb, perhaps with an adverb between them."""
    return re.compile(rf"(?<!\w){alternatives(words)}\s+(?:\w+\s+)?$")


@cache
def _wording_of(lexicon: Lexicon) -> _Wording:
    return _Wording(lexicon)


def day_of(sentence: ReadSentence, verb: Verb, stop: int) -> Day | None:
    """Return the day of a verb: a day after it, or one before it that belongs to the verb.

    Args:
        sentence: The sentence.
        verb: The verb.
        stop: Where its clause ends at the latest.
    """
    masked = sentence.masked
    grammar = grammar_of(sentence.lexicon)
    own = next(
        (
            day
            for day in sentence.unquoted_days
            # "found in 2004 that the treaty was unconstitutional"
            if _is_decided(sentence, day, verb) or verb.start <= day.start < verb.end
        ),
        None,
    )
    if own is not None:
        return own
    before = [day for day in sentence.unquoted_days if day.end <= verb.start]
    if grammar.has_verb_last and before:
        # "در سال ۲۰۱۹ امضا شد, در سال ۲۰۲۱ تصویب شد"
        between = masked[before[-1].end : verb.start]
        if not grammar.that.search(between) and not {",", ";"} & {*between}:
            return before[-1]
    after = [*_days_after(sentence, verb, stop)]
    day = next((day for day in after if day.is_definite or day.year is not None), None)
    if day is not None:
        return day
    vague = after[0] if after else None
    if not before or _is_further_back(sentence, before[-1], verb):
        return vague
    last, first = before[-1], before[0]
    between = masked[last.end : verb.start]
    is_joined = grammar.joint.search(between) is not None
    is_near = len(between) < _NEAR and "," not in between and not is_joined
    governs = len(sentence.unquoted_days) == 1 and grammar.that.search(between) is not None
    # "announced today that it has ratified": the day of the announcement.
    is_reported = grammar.that.search(between) is not None and is_earlier(
        masked[: verb.start], sentence.lexicon
    )
    if is_reported:
        return None
    # Not "در دوم دی تصویب کردند, اما شورا آن را بازگرداند": the day of another verb.
    is_of_another = _wording_of(sentence.lexicon).finite.search(between) is not None
    is_last = grammar.has_verb_last and not grammar.that.search(between) and not is_of_another
    if vague is not None and "," not in masked[verb.end : vague.start] and is_near:
        # "signed it in 2019 but left two years later"
        return vague
    is_own = last.start < _AT_START or is_near or governs or is_last
    is_own = is_own or is_of_clause(sentence, last, verb)
    if is_own or (_is_inserted(sentence, last) and not grammar.that.search(between)):
        return last
    # "During a visit to Oslo on Monday, …": the day of an introductory phrase.
    introduces = _is_in_opening(sentence, first) and not grammar.that.search(masked, 0, verb.start)
    return _announced(sentence, verb, before) or (first if introduces else vague)


def _is_further_back(sentence: ReadSentence, day: Day, verb: Verb) -> bool:
    """Whether a clause tells what was before a day: "spoke on Monday, after Norway had left"."""
    masked, wording = sentence.masked, _wording_of(sentence.lexicon)
    is_subordinate = wording.subordinate.search(masked, day.end, verb.start) is not None
    return is_subordinate and bool(wording.past_perfect.search(masked[: verb.start]))


def _is_inserted(sentence: ReadSentence, day: Day) -> bool:
    """Whether a day is between commas: "Hours later, on 3 May, Norway signed"."""
    masked, wording = sentence.masked, _wording_of(sentence.lexicon)
    if wording.sitting.search(masked, 0, day.start):
        return True
    before = wording.inserted_day.search(masked, 0, day.start)
    return before is not None and masked.startswith(",", day.end)


def _announced(sentence: ReadSentence, verb: Verb, before: Sequence[Day]) -> Day | None:
    """Return the day of "announced on 3 May, hours after he had left, that it was ending it"."""
    masked = sentence.masked
    that = grammar_of(sentence.lexicon).that.search(masked, before[0].end, verb.start)
    had = _wording_of(sentence.lexicon).past_perfect
    if that is None or had.search(masked[: verb.start]):
        return None
    definite = [day for day in before if day.end <= that.start() and day.is_definite]
    return definite[0] if len(definite) == 1 else None


def _days_after(sentence: ReadSentence, verb: Verb, stop: int) -> Iterator[Day]:
    """Yield the days after a verb that may be its own."""
    masked, wording = sentence.masked, _wording_of(sentence.lexicon)
    grammar = grammar_of(sentence.lexicon)
    for day in sentence.unquoted_days:
        opening = masked.rfind("(", 0, day.start)
        is_aside = opening >= verb.end and opening > masked.rfind(")", 0, day.start)
        is_owning = wording.owning.match(masked, day.end) is not None
        is_owning = is_owning or any(
            each.search(masked, verb.end, day.start) for each in (wording.who, wording.of_which)
        )
        if is_aside or is_owning or not verb.end <= day.start < stop:
            continue
        left = masked[: day.start].rstrip()
        # "that September" begins no clause.
        last = max(len(left.rpartition(" ")[0]), verb.end)
        is_of_named_year = left[last:].strip() in sentence.lexicon.words("that")
        that = grammar.that.search(masked, verb.end, last if is_of_named_year else day.start)
        if that is not None and not _points_at_treaty(sentence, verb, that):
            continue
        if wording.inserted.search(masked, verb.end, day.start):
            return
        if wording.said.search(masked, verb.end, day.start):
            return
        relative = wording.relative.search(masked, verb.end, day.start)
        which = sentence.mention_at(relative.start()) if relative else None
        if which is not None and which.type != "reference":
            # Not "signed the law that ratifies the treaty on 3 May".
            return
        is_of_noun = wording.of_noun.search(
            masked, verb.end, day.start
        ) and not wording.of_means.search(masked, verb.end, day.start)
        if is_of_noun and wording.of_document.search(masked, verb.end, day.start):
            is_of_noun = None
        if not is_of_noun and not wording.not_on.search(masked[: day.start]):
            yield day


def _points_at_treaty(sentence: ReadSentence, verb: Verb, that: re.Match[str]) -> bool:
    """Whether "that" belongs to the object of a verb: "approved that treaty on 3 May"."""
    mention = sentence.mention_at(that.end())
    is_object = mention is not None and mention.kind == "treaty" and not mention.is_named
    return is_object and not sentence.masked[verb.end : that.start()].strip()


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


def is_earlier(left: str, lexicon: Lexicon) -> bool:
    """Whether the text before a verb ends with an auxiliary of the perfect: "had met".

    Example:
        >>> from diplobrief.extraction.lexicon import lexicon_of
        >>> english = lexicon_of("en")
        >>> is_earlier("Norway had earlier ", english), is_earlier("Norway ", english)
        (True, False)
    """
    return _wording_of(lexicon).perfect.search(left) is not None


def is_perfect_now(left: str, lexicon: Lexicon) -> bool:
    """Whether the text before a verb ends with an auxiliary of the present perfect.

    Example:
        >>> from diplobrief.extraction.lexicon import lexicon_of
        >>> english = lexicon_of("en")
        >>> is_perfect_now("Norway has today ", english), is_perfect_now("Norway had ", english)
        (True, False)
    """
    return _wording_of(lexicon).present_perfect.search(left) is not None


def status_on(status: str, day: Day | None, left: str, lexicon: Lexicon) -> str:
    """Return the status of a plan: without a day, it is only expected.

    Args:
        status: The status that the words before the verb give.
        day: The day of the verb.
        left: The text before the verb.
        lexicon: The lexicon of the language.

    Example:
        >>> from diplobrief.extraction.lexicon import lexicon_of
        >>> status_on("scheduled", None, "Norway is to ", lexicon_of("en"))
        'expected'
    """
    if status != "scheduled" or day is not None:
        return status
    is_vague = _wording_of(lexicon).fixed.search(left) is None
    return "expected" if is_vague else status


def is_judged(sentence: ReadSentence, day: Day) -> bool:
    """Whether a day belongs to what somebody judged: "condemned the attack on Friday and left"."""
    return _judging(sentence.lexicon).search(sentence.masked, 0, day.start) is not None


@cache
def _judging(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a judgement up to the day of what it is about."""
    judged = (form for verb in lexicon.words("judging") for form in lexicon.forms(verb))
    return re.compile(rf"(?<!\w){alternatives(judged)}\s[^,;:.{MASKS['day']}]*\Z")
