"""The statements of a page, from transcripts, verbs of saying and quoted paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from diplobrief.extraction.clauses import place_of
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.quotes.according_to import AccordingTo
from diplobrief.extraction.quotes.parsed import ParsedStatements
from diplobrief.extraction.quotes.relays import without_relays
from diplobrief.extraction.quotes.reports import QuoteReports
from diplobrief.extraction.quotes.runs import QuotedRuns
from diplobrief.extraction.quotes.statement import FoundQuote, QuoteReport, statement_of
from diplobrief.extraction.quotes.transcripts import TranscriptReader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.parsed_tokens import Parser
    from diplobrief.extraction.reading import Reading


class QuoteFinder:
    """Finds statements using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._steps = lexicon.acts("steps", "step")
        article = lexicon.optional("articles")
        on_day = lexicon.optional("before_a_day_or_month")
        self._treaty_first = re.compile(
            rf"\s+(?:{on_day}{MASKS['day']}+\s+)?{article}{MASKS['treaty']}"
        )
        self._reports = QuoteReports(lexicon)
        self._according_to = AccordingTo(lexicon)

    def find(
        self,
        reading: Reading,
        performed: Collection[tuple[int, int]] = (),
        parser: Parser | None = None,
    ) -> Iterator[FoundQuote]:
        """Yield the statements of a page, in its order.

        Args:
            reading: The page.
            performed: The block and the offset of each verb that reports an act. Unless it has
                quoted words, it does not also report a statement: "declared two diplomats
                persona non grata".
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
            reports = [*self._reports.find(sentence), *self._according_to.find(sentence)]
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


@cache
def quote_finder_of(lexicon: Lexicon) -> QuoteFinder:
    """Return the finder of statements for a lexicon."""
    return QuoteFinder(lexicon)
