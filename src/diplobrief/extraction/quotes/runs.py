"""Quotations that extend over several sentences or paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.page import evidence_for
from diplobrief.extraction.quotes.statement import FoundQuote, is_quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.page import Block, Page
    from diplobrief.extraction.sentences import ReadSentence

_MARKS: Final = "“”„«»\"'‘’"
_FEWEST_WORDS: Final = 4
_MOST_PARAGRAPHS: Final = 20


class QuotedRuns:
    """The quotations of a page that consist of whole sentences.

    Args:
        sentences: The sentences of the page.
    """

    def __init__(self, sentences: Sequence[ReadSentence]) -> None:
        self._sentences = sentences
        self._last = _last_of_runs(sentences)
        self._quoted: dict[int, Block] = {}
        """The blocks that consist of a quotation, by their numbers."""
        others: set[int] = set()
        for sentence in sentences:
            block = sentence.sentence.block
            if is_quotation(sentence):
                self._quoted[block.index] = block
            else:
                others.add(block.index)
        for index in others:
            self._quoted.pop(index, None)

    def last(self, number: int) -> ReadSentence | None:
        """Return the last sentence of the quotation after the sentence with this number, if any."""
        return self._last.get(number)

    def continued(self, sentence: ReadSentence) -> tuple[str, ...]:
        """Return the later paragraphs of the quotation at the end of a sentence."""
        block, passages = sentence.sentence.block, list[str]()
        if sentence.sentence.end < len(block.text.rstrip()):
            return ()
        while block.goes_on and len(passages) < _MOST_PARAGRAPHS:
            following = self._quoted.get(block.index + 1)
            if following is None:
                break
            passages.append(following.text.strip().strip(_MARKS).strip())
            block = following
        return tuple(passages)

    def alone(self, number: int, page: Page) -> FoundQuote | None:
        """Return the words of a block that consists of a quotation, if a sentence begins it.

        Args:
            number: The number of the sentence.
            page: The page.
        """
        sentence = self._sentences[number].sentence
        block = self._quoted.get(sentence.block.index)
        before = self._sentences[number - 1].sentence.block if number else None
        if block is None or before is block or (before is not None and before.goes_on):
            return None
        words = block.text.strip().strip(_MARKS).strip()
        if len(words.split()) < _FEWEST_WORDS:
            return None
        evidence = evidence_for(page, block, 0, len(block.text))
        return FoundQuote((), "direct", words, "alone", evidence=evidence) if evidence else None


def _last_of_runs(sentences: Sequence[ReadSentence]) -> dict[int, ReadSentence]:
    """Return the last of the quoted sentences after each sentence, by the latter's number."""
    runs: dict[int, ReadSentence] = {}
    last: ReadSentence | None = None
    for number in range(len(sentences) - 1, -1, -1):
        sentence = sentences[number]
        if last is not None and last.sentence.block is not sentence.sentence.block:
            last = None
        if is_quotation(sentence):
            last = last or sentence
        elif last is not None:
            runs[number], last = last, None
    return runs
