"""Finds the statement of a verb of saying: the words before it, after it or on both sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.mentions import ACTOR, MASKS, Mention
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.quotes.complements import content_start_of
from diplobrief.extraction.quotes.content import content_finder_of
from diplobrief.extraction.quotes.ends import statement_ends_of
from diplobrief.extraction.quotes.statement import QuoteReport, longer
from diplobrief.extraction.quotes.verbs import VerbsOfSaying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.listed_verbs import Saying
    from diplobrief.extraction.sentences import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_OFFICES: Final = f"{MASKS['office']}{MASKS['person']}"
_DASHES: Final = " \u00a0\t\n—–-"
_GOES_ON: Final = re.compile(rf"[^{_QUOTED}]{{0,60}}[,.:]\s*{_QUOTED}+$")
_NEAR: Final = 8
_PEOPLE: Final = frozenset({"pronoun", "person", "office"})
_AFTER_SPEAKER: Final = frozenset(",.")


class QuoteReports:
    """Finds the statements that the verbs of saying of a sentence report.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._sayings = lexicon.sayings
        article = lexicon.optional("articles")
        no_statements = alternatives(lexicon.phrases("no_statements"))
        nothing = alternatives(lexicon.words("pointing_back"))
        opening = alternatives(lexicon.words("prepositions"))
        self._no_content = re.compile(rf"{nothing}(?:\s*[,.;]|\s+{opening}\s|\s*$)")
        self._no_statement = re.compile(rf"\s*{no_statements}{AFTER}")
        self._begins_with_verb = re.compile(rf"\s*{alternatives(lexicon.words('finite'))}{AFTER}")
        that = lexicon.before("that")
        self._that = re.compile(rf"(?<!\w){that}$")
        self._comma_that = re.compile(rf",\s+{lexicon.before('question_words')}")
        whole = alternatives(lexicon.words("opening_a_clause"))
        relatives = alternatives(lexicon.words("relatives"))
        self._relative = re.compile(rf",\s+{relatives}\s+{article}\Z")
        self._relative_of_subject = re.compile(rf",\s+{relatives}\s")
        self._subordinate = re.compile(rf"\W{{0,2}}(?:{whole})\s+{article}\Z", re.IGNORECASE)
        called = alternatives(lexicon.words("relatives_of_objects"))
        self._after_object = re.compile(rf"(?<!\w){called}\s+{article}\Z")
        self._as = re.compile(rf"\s+(?P<as>{lexicon.before('as')})?(?=[^\s,.;])")
        self._after_noun = re.compile(r"(?<![\w’'-])[a-z]{3,}\s+\Z")
        self._as_said = re.compile(rf"\W{{0,2}}{lexicon.before('as')}{article}\Z", re.IGNORECASE)
        self._quotation = re.compile(rf",\s+(?:{_QUOTED}|[“\"«„‘])")
        but = leading([*lexicon.words("and"), *lexicon.words("but")])
        self._another_that = re.compile(rf"(?:,|(?<!\s))\s+{but}{that}")
        self._grammar = grammar_of(lexicon)
        self._after_objects = frozenset(lexicon.words("after_an_object"))
        self._verbs = VerbsOfSaying(lexicon)
        # "قال النائب طارق، رئيس لجنة حقوق الإنسان، إن": an apposition to a subject after a verb.
        on = lexicon.optional("before_a_day")
        self._office_after = re.compile(
            rf",\s+(?:[{_OFFICES}]+[^,;:.]{{0,80}}|{on}{MASKS['day']}+),(?=\s)"
        )
        self._starts = content_start_of(lexicon)
        self._clauses = content_finder_of(lexicon)
        self._ends = statement_ends_of(lexicon)

    def find(self, sentence: ReadSentence) -> Iterator[QuoteReport]:
        """Yield the statements of a sentence, in the order of their verbs."""
        verbs = self._verbs.find(sentence)
        for number, (verb, subject, is_inverted) in enumerate(verbs):
            saying = self._sayings[verb.form]
            if is_inverted and self._may_be_inverted(sentence, verb):
                yield self._inverted(sentence, verb, subject, saying)
                continue
            stop = len(sentence.masked)
            for later, other, _ in verbs[number + 1 :]:
                start = (
                    self._grammar.coordination_start(sentence, later)
                    if other is subject
                    else self._grammar.start_of_clause(sentence, other)
                )
                if start == later.start:
                    continue
                if other is not subject and not self._says(sentence, later):
                    continue
                if start is not None:
                    stop = start
                    break
            stop = self._end_of_subordinate(sentence, verb, subject, stop)
            yield from self._after_or_forward(sentence, verb, subject, saying, stop)

    def _may_be_inverted(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a statement may precede its verb, even if verbs usually precede their subject."""
        return not self._grammar.begins_with_verb or _QUOTED in sentence.masked[: verb.start]

    def _end_of_subordinate(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, stop: int
    ) -> int:
        """Return the end of a clause before the main one: "When Berg announced it, Lee agreed"."""
        is_subordinate = self._subordinate.match(sentence.masked, 0, subject.start)
        # "Sweden, which Norway accuses of neglect, kept silent"
        is_relative = self._relative.search(sentence.masked, 0, subject.start)
        # "Norway, which claims half of it, stayed away, the ministry said"
        is_relative = is_relative or self._relative_of_subject.match(
            sentence.masked, subject.end, verb.start
        )
        if not (is_subordinate or is_relative):
            return stop
        comma = sentence.masked.find(",", verb.end, stop)
        return comma if comma >= 0 else stop

    def _says(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a verb may have a statement; then the previous statement ends there."""
        rest = sentence.masked[verb.end :]
        if self._clauses.is_trailing(rest, after_quotation=True):
            return True
        saying = self._sayings[verb.form]
        return self._starts.find(sentence, verb, saying, len(sentence.masked)) is not None

    def _after_or_forward(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying, stop: int
    ) -> Iterator[QuoteReport]:
        masked = sentence.masked
        rest = masked[verb.end : stop]
        if masked.startswith(",", verb.end) and self._as_said.match(masked, 0, subject.start):
            # "As the minister noted, the lake is clean."
            content = verb.end + 1, len(masked)
            yield QuoteReport(sentence, verb, subject, saying, content, (0, content[1]), "forward")
            return
        said_before = self._clauses.said_before(sentence, subject)
        takes_clause = bool({"that", "that_only"} & set(saying.complements)) or saying.has_addressee
        if (
            said_before is not None
            and takes_clause
            and self._clauses.is_trailing(
                rest, after_quotation=masked[: said_before[1]].endswith(_QUOTED)
            )
        ):
            addressed = re.match(rf"\s+(?={ACTOR})", rest) if saying.has_addressee else None
            addressees = sentence.actors_at(verb.end + addressed.end()) if addressed else []
            goes_on = _GOES_ON.match(rest)
            end = verb.end + goes_on.end() if goes_on else verb.end
            content = said_before
            if self._clauses.continues(rest):
                content, end = longer(content, (verb.end + 2, stop)), stop
            goes_on_alone = subject.kind in _PEOPLE and rest[:1] in _AFTER_SPEAKER
            if saying.needs_marks and not (goes_on_alone or self._is_marked(sentence, content)):
                return
            yield QuoteReport(
                sentence, verb, subject, saying, content, (0, end), "after", tuple(addressees)
            )
            return
        opens_clause = self._comma_that.match(rest) is not None
        opens_clause = opens_clause or self._quotation.match(rest) is not None
        if said_before is None and takes_clause and rest.startswith(",") and not opens_clause:
            around = self._clauses.start_around(sentence, subject)
            if around is not None and self._clauses.has_verb(rest):
                content = longer(around, (verb.end + 2, stop))
                yield QuoteReport(sentence, verb, subject, saying, content, (0, stop), "around")
            return
        yield from self._forward(sentence, verb, subject, saying, stop)

    def _forward(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying, stop: int
    ) -> Iterator[QuoteReport]:
        """Yield the statements after a verb, or between the subject and the verb."""
        # "رحب الوزير بهذه الخطوة": the subject may be between the verb and the statement.
        end = max(verb.end, subject.end)
        apposition = self._office_after.match(sentence.masked, end) if end > verb.end else None
        whole_verb = Verb(verb.start, apposition.end() if apposition else end, verb.form)
        found = self._called_before(sentence, verb, subject, saying)
        found = found or self._starts.find(sentence, whole_verb, saying, stop)
        if found is None:
            before = self._object_before(sentence, verb, subject, saying)
            if before is not None:
                whole = subject.start, verb.end
                yield QuoteReport(sentence, verb, subject, saying, before, whole, "forward")
            return
        start, addressees = found
        if not self._may_be_said(sentence, whole_verb, saying, start, stop):
            return
        is_clause = self._that.search(sentence.masked[max(0, start - _NEAR) : start])
        if not is_clause and {"noun", "listed", "to", "to_own"} & set(saying.complements):
            stop = self._ends.before_another_verb(sentence.masked, start, stop)
        stop = self._ends.before_remark(sentence.masked, start, stop, is_clause=bool(is_clause))
        begin = verb.start if subject.end > verb.start else subject.start
        for first, last in self._parts(sentence.masked, start, stop):
            whole = (begin if first == start else first, last)
            yield QuoteReport(
                sentence, verb, subject, saying, (first, last), whole, "forward", tuple(addressees)
            )

    def _called_before(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying
    ) -> tuple[int, list[Entity]] | None:
        """Return where the description of a noun begins: "a step Oslo calls vital"."""
        if "as" not in saying.complements or subject.end > verb.start:
            return None
        called = self._as.match(sentence.masked, verb.end)
        is_relative = self._after_object.search(sentence.masked, 0, subject.start)
        # "a move Norway described as vital"
        is_omitted = (
            called is not None
            and called["as"]
            and self._after_noun.search(sentence.masked, 0, subject.start)
        )
        return (called.end(), []) if called and (is_relative or is_omitted) else None

    def _object_before(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying
    ) -> tuple[int, int] | None:
        """Return the statement between the subject and the verb, as some languages place it."""
        if subject.end > verb.start:
            return None
        spans: list[tuple[int, int]] = []
        for word in saying.objects:
            at = sentence.masked.find(f" {word} ", subject.end, verb.start)
            if at >= 0 and word in self._after_objects:
                end = verb.start if "as" in saying.complements else at
                spans.append((subject.end, end))
            elif at >= 0:
                spans.append((at + 1, verb.start))
        return min(spans, default=None)

    def _may_be_said(
        self, sentence: ReadSentence, verb: Verb, saying: Saying, start: int, stop: int
    ) -> bool:
        """Whether the words after a verb that takes a clause are a clause: not "wrote a cheque"."""
        if self._no_statement.match(sentence.masked, start):
            return False
        if self._begins_with_verb.match(sentence.masked, start):
            # "strikes, which Norway said were drone strikes": a part of another clause.
            return False
        takes_clause = saying.stance is None and "that" in saying.complements
        if takes_clause and self._no_content.match(sentence.masked, start, stop):
            # "The ministry reported this on its site."
            return False
        if saying.needs_marks:
            return self._is_marked(sentence, (start, stop))
        if {"noun", "listed", "to", "to_own", "to_object", "as"} & set(saying.complements):
            return True
        between = sentence.masked[verb.end : start]
        content = sentence.masked[start:stop]
        is_marked = between.strip(" ,:") or _QUOTED in content or sentence.text[start] in '“"«„‘'
        return bool(is_marked) or self._clauses.has_verb(content)

    @staticmethod
    def _is_marked(sentence: ReadSentence, content: tuple[int, int]) -> bool:
        """Whether a statement is in quotation marks: not "the talks continued"."""
        first, last = content
        return _QUOTED in sentence.masked[first:last] or sentence.text[first] in '“"«„‘'

    def _inverted(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying
    ) -> QuoteReport:
        """Return the statement of "…, said the minister, …"."""
        masked = sentence.masked
        before = self._verbs.auxiliary.sub("", masked[: verb.start])
        content = (0, len(before.rstrip(f",{_DASHES}")))
        more = masked.find(_QUOTED, subject.end)
        end = masked.rfind(_QUOTED) + 1 if more >= 0 else subject.end
        is_introduction = not self._clauses.is_statement(masked[: content[1]])
        if is_introduction and masked[subject.end : subject.end + 1] == ",":
            content, end = (subject.end + 1, len(masked)), len(masked)
        return QuoteReport(sentence, verb, subject, saying, content, (0, end), "inverted")

    def _parts(self, masked: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of the clauses in "that A, and that B": each is a separate statement."""
        if self._that.search(masked[max(0, start - _NEAR) : start]):
            for another in self._another_that.finditer(masked, start, stop):
                yield start, another.start()
                start = another.end()
        yield start, stop
