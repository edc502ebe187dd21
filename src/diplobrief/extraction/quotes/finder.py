"""The rules that find statements."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import Verb, grammar_of, place_of
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.lexicon import Lexicon, Saying
from diplobrief.extraction.mentions import ACTOR, MASKS, Mention
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.quotes.complements import content_start_of
from diplobrief.extraction.quotes.content import ContentFinder
from diplobrief.extraction.quotes.ends import statement_ends_of
from diplobrief.extraction.quotes.parsed import ParsedStatements
from diplobrief.extraction.quotes.relays import without_relays
from diplobrief.extraction.quotes.runs import QuotedRuns
from diplobrief.extraction.quotes.statement import FoundQuote, QuoteReport, statement_of
from diplobrief.extraction.quotes.transcripts import TranscriptReader
from diplobrief.extraction.quotes.verbs import VerbsOfSaying

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.parsed_tokens import Parser
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_QUOTED: Final = MASKS["quotation"]
_OFFICES: Final = f"{MASKS['office']}{MASKS['person']}"
_DASHES: Final = " \u00a0\t\n—–-"
_GOES_ON: Final = re.compile(rf"[^{_QUOTED}]{{0,60}}[,.:]\s*{_QUOTED}+$")
_NEAR: Final = 8
_LONGEST_APPOSITION: Final = 80
_LONGEST_PREFIX: Final = 2
"""Letters before the first word of a sentence: "و" in Arabic."""

_NO_SAYING: Final = Saying((), None, has_addressee=False)


class QuoteFinder:
    """Finds statements by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._sayings = lexicon.sayings
        self._steps = lexicon.acts("steps", "step")
        article = leading([*lexicon.words("articles"), ""])
        self._treaty_first = re.compile(rf"\s+{article}{MASKS['treaty']}")
        self._according = re.compile(
            rf"{lexicon.start}(?i:{leading(lexicon.phrases('according_to'))}){article}(?={ACTOR})"
        )
        no_statements = alternatives(lexicon.phrases("no_statements"))
        nothing = alternatives(lexicon.words("pointing_back"))
        opening = alternatives(lexicon.words("prepositions"))
        self._no_content = re.compile(rf"{nothing}(?:\s*[,.;]|\s+{opening}\s|\s*$)")
        self._no_statement = re.compile(rf"\s*{no_statements}{AFTER}")
        self._begins_with_verb = re.compile(rf"\s*{alternatives(lexicon.words('finite'))}{AFTER}")
        that = lexicon.before("that")
        self._that = re.compile(rf"(?<!\w){that}$")
        self._comma_that = re.compile(rf",\s+{lexicon.before('question_words')}")
        opening = leading(lexicon.words("opening_an_apposition"))
        self._apposition = re.compile(rf",\s+{opening}[^,;:.]{{1,{_LONGEST_APPOSITION}}},")
        whole = alternatives(lexicon.words("opening_a_clause"))
        relatives = alternatives(lexicon.words("relatives"))
        self._relative = re.compile(rf",\s+{relatives}\s+{article}\Z")
        self._subordinate = re.compile(rf"\W{{0,2}}(?:{whole})\s+{article}\Z", re.IGNORECASE)
        self._quotation = re.compile(rf",\s+(?:{_QUOTED}|[“\"«„‘])")
        but = leading([*lexicon.words("and"), *lexicon.words("but")])
        self._another_that = re.compile(rf"(?:,|(?<!\s))\s+{but}{that}")
        self._grammar = grammar_of(lexicon)
        self._after_objects = frozenset(lexicon.words("after_an_object"))
        self._verbs = VerbsOfSaying(lexicon)
        # "قال النائب طارق، رئيس لجنة حقوق الإنسان، إن": what the subject after a verb is, too.
        self._office_after = re.compile(rf",\s+[{_OFFICES}]+[^,;:.]{{0,80}},(?=\s)")
        self._starts = content_start_of(lexicon)
        self._clauses = ContentFinder(lexicon)
        self._ends = statement_ends_of(lexicon)

    def find(
        self,
        reading: Reading,
        performed: Collection[tuple[int, int]] = (),
        parser: Parser | None = None,
    ) -> Iterator[FoundQuote]:
        """Yield the statements of a page, in its order.

        Args:
            reading: The page.
            performed: The block and the offset of each verb that reports an act. Without quoted
                words, it reports no statement besides: "declared two diplomats persona non grata".
            parser: Returns the words of a sentence with what they depend on; for statements that
                the rules do not find.
        """
        parsed = ParsedStatements(self._lexicon, parser) if parser is not None else None
        transcripts = TranscriptReader(reading)
        runs = QuotedRuns(reading.sentences)
        previous: tuple[int, FoundQuote] | None = None
        for number, sentence in enumerate(reading.sentences):
            if sentence.sentence.block.is_heading:
                continue
            turns = [*transcripts.turns(sentence)]
            if turns:
                yield from turns
                continue
            block = sentence.sentence.block.index
            alone = runs.alone(number, reading.page)
            if alone is not None and previous is not None and previous[0] == block - 1:
                # A paragraph of quoted words after a statement has the same speakers.
                previous = block, replace(alone, speakers=previous[1].speakers)
                yield previous[1]
            reports = [*self._reports(sentence)]
            if parsed is not None:
                read = {report.verb.start for report in reports}
                reports += parsed.reports(sentence, read)
            for report, relays in without_relays(reports):
                speakers = performers_of(sentence, report.subject)
                if self._is_step(report, speakers):
                    continue
                last = runs.last(number)
                quote = statement_of(report, speakers, reading.page, last)
                is_act = place_of(sentence, report.verb.start) in performed
                if quote is not None and not (is_act and quote.mode == "indirect"):
                    quote = replace(
                        quote, continued=runs.continued(last or sentence), relays=relays
                    )
                    previous = (last or sentence).sentence.block.index, quote
                    if quote.mode == "indirect":
                        previous = None
                    yield quote

    def _is_step(self, report: QuoteReport, speakers: Sequence[Entity]) -> bool:
        """Whether a verb reports a step of a treaty: "the Senate rejected the treaty"."""
        acts = self._steps.get(report.verb.form, ())
        if not acts or not self._treaty_first.match(report.sentence.masked, report.verb.end):
            return False
        categories = {entity.category for entity in speakers}
        return any(categories & {*act.by} for act, _ in acts)

    def _reports(self, sentence: ReadSentence) -> Iterator[QuoteReport]:
        verbs = self._verbs.find(sentence)
        for number, (verb, subject, is_inverted) in enumerate(verbs):
            saying = self._sayings[verb.form]
            if is_inverted:
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
        yield from self._according_to(sentence)

    def _end_of_subordinate(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, stop: int
    ) -> int:
        """Return the end of a clause before the main one: "When Berg announced it, Lee agreed"."""
        is_subordinate = self._subordinate.match(sentence.masked, 0, subject.start)
        # "Sweden, which Norway accuses of neglect, kept silent"
        is_relative = self._relative.search(sentence.masked, 0, subject.start)
        if not (is_subordinate or is_relative):
            return stop
        comma = sentence.masked.find(",", verb.end, stop)
        return comma if comma >= 0 else stop

    def _says(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether a verb may have a statement, so that the one before it ends there."""
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
                content, end = max(content, (verb.end + 2, stop), key=_length), stop
            if saying.needs_marks and not self._is_marked(sentence, content):
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
                content = max(around, (verb.end + 2, stop), key=_length)
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
        found = self._starts.find(sentence, whole_verb, saying, stop)
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
        begin = verb.start if subject.end > verb.start else subject.start
        for first, last in self._parts(sentence.masked, start, stop):
            whole = (begin if first == start else first, last)
            yield QuoteReport(
                sentence, verb, subject, saying, (first, last), whole, "forward", tuple(addressees)
            )

    def _object_before(
        self, sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying
    ) -> tuple[int, int] | None:
        """Return the statement between the subject and the verb, where some languages have it."""
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
        """Whether words after a verb that takes a clause are one: not "wrote a cheque"."""
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
        """Yield the clauses of "that A, and that B": each is a statement of its own."""
        if self._that.search(masked[max(0, start - _NEAR) : start]):
            for another in self._another_that.finditer(masked, start, stop):
                yield start, another.start()
                start = another.end()
        yield start, stop

    def _according_to(self, sentence: ReadSentence) -> Iterator[QuoteReport]:
        masked = sentence.masked
        for match in self._according.finditer(masked):
            subject = sentence.mention_at(match.end())
            if subject is None:
                continue
            verb = Verb(*match.span(), "according to")
            comma = masked.find(",", subject.end - 1, subject.end + _LONGEST_APPOSITION)
            apposition = self._apposition.match(masked, comma) if comma >= 0 else None
            if apposition is not None and not self._clauses.has_verb(apposition[0]):
                # "according to the Lake Fund, a charity, the water is clean"
                comma = apposition.end() - 1
            if match.start() > _LONGEST_PREFIX:
                content, whole = (0, len(masked[: match.start()].rstrip(" ,"))), (0, subject.end)
                if comma >= 0 and masked[: match.start()].rstrip().endswith(","):
                    content = max(content, (comma + 1, len(masked)), key=_length)
                    whole = (0, len(masked))
            else:
                start = comma + 1 if comma >= 0 else subject.end
                content, whole = (start, len(masked)), (0, len(masked))
            yield QuoteReport(sentence, verb, subject, _NO_SAYING, content, whole, "according_to")


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


@cache
def quote_finder_of(lexicon: Lexicon) -> QuoteFinder:
    """Return the finder of statements for a lexicon."""
    return QuoteFinder(lexicon)
