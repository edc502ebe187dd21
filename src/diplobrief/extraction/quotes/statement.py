"""A statement that was found: its words, how they are reported, and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.page import evidence_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.listed_verbs import Saying
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.page import Page
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.model import Evidence

_LONGEST_GAP: Final = 4
_MARKS: Final = '“”„«»"'
_MOSTLY: Final = 0.85
_LARGELY: Final = 0.6
_SHORT: Final = 3
_WORDS_OF_SENTENCE: Final = 5


@dataclass(frozen=True)
class FoundQuote:
    """A statement that was found.

    Args:
        speakers: Who speaks.
        mode: How the words are reported: `direct`, `partial` or `indirect`.
        text: The words.
        rule: The rule that found it.
        verb: The verb of saying, as on the page.
        stance: The position taken.
        evidence: The passage with the whole statement, if `text` is not such a passage.
        addressees: Those to whom it was said.
        continued: The later paragraphs of the quotation.
        relays: The media that report it.
    """

    speakers: Sequence[Entity]
    mode: str
    text: str
    rule: str
    verb: str | None = None
    stance: str | None = None
    evidence: Evidence | None = None
    addressees: Sequence[Entity] = ()
    continued: Sequence[str] = ()
    relays: Sequence[Entity] = ()


@dataclass(frozen=True)
class QuoteReport:
    """A verb of saying with its subject, and the spans of the statement.

    Args:
        sentence: The sentence.
        verb: The verb.
        subject: Who speaks.
        saying: The entry of the verb in the lexicon.
        content: The span of the statement.
        whole: The span of the whole statement.
        rule: The rule that found it.
        addressees: Those to whom it was said.
    """

    sentence: ReadSentence
    verb: Verb
    subject: Mention
    saying: Saying
    content: tuple[int, int]
    whole: tuple[int, int]
    rule: str
    addressees: Sequence[Entity] = ()


def longer(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    """Return the longer of two spans, or the first one if they are of equal length."""
    return two if two[1] - two[0] > one[1] - one[0] else one


def is_quotation(sentence: ReadSentence) -> bool:
    """Whether a sentence consists of a quotation, without a verb of saying."""
    quotations = sentence.sentence.quotations
    if not quotations:
        return False
    base = sentence.sentence.start
    outside = sentence.text[: max(0, quotations[0][0] - base)]
    outside += sentence.text[quotations[-1][1] - base :]
    between = sum(two[0] - one[1] for one, two in pairwise(quotations))
    return between < _LONGEST_GAP and not any(map(str.isalnum, outside))


def statement_of(
    report: QuoteReport, speakers: Sequence[Entity], page: Page, goes_on: ReadSentence | None = None
) -> FoundQuote | None:
    """Return the statement that a verb and its content make, if there is any.

    Args:
        report: The verb and its content.
        speakers: Who speaks.
        page: The page.
        goes_on: The last sentence of a quotation that goes on after the sentence.

    Returns:
        The statement, or `None` if it says too little, or if no passage shows where it is.
    """
    text = report.sentence.text
    start, end = _trimmed(text, report.content)
    fewest = 1 if "noun" in report.saying.complements else 2
    if not speakers or len(text[start:end].split()) < fewest:
        return None
    mode, (first, last) = _mode(report.sentence, (start, end))
    words = text[first:last].strip()
    end = report.sentence.sentence.start + report.whole[1]
    if mode != "indirect" and goes_on is not None and _ends_with(report):
        end = goes_on.sentence.end
        mode, words = _whole_run(report.sentence, goes_on, mode, words)
    if mode != "indirect":
        words = words.strip(_MARKS).rstrip(",").strip()
    if not words:
        return None
    evidence = None
    if mode != "indirect" or not page.is_unique(words):
        base = report.sentence.sentence.start
        evidence = evidence_for(
            page,
            report.sentence.sentence.block,
            base + report.whole[0],
            end,
        )
        if evidence is None:
            return None
    return FoundQuote(
        speakers,
        mode,
        words,
        report.rule,
        _written(report),
        report.saying.stance,
        evidence,
        report.addressees,
    )


def _written(report: QuoteReport) -> str:
    """Return the verb as on the page, without the words between it and its particle."""
    written = report.verb.of(report.sentence.text)
    is_apart = len(written.split()) != len(report.verb.form.split())
    return report.verb.form if report.rule == "according_to" or is_apart else written


def _ends_with(report: QuoteReport) -> bool:
    """Whether nothing is reported between a statement and the end of its sentence."""
    rest = report.sentence.masked[max(report.whole[1], report.verb.end) :]
    return report.rule != "forward" or len(rest.strip(" .,”\"’'")) < _LONGEST_GAP


def _whole_run(
    sentence: ReadSentence, last: ReadSentence, mode: str, words: str
) -> tuple[str, str]:
    """Return the longest of the quotations in a run, and how it is reported."""
    block = sentence.sentence.block.text
    following = block[sentence.sentence.end : last.sentence.end].strip().strip(_MARKS + "'‘’")
    if len(following) <= len(words):
        return mode, words
    return "direct", following


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and text[start] in " ,:":
        start += 1
    while end > start and text[end - 1] in " ,.;:":
        end -= 1
    return start, end


def _mode(sentence: ReadSentence, content: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """Return the mode of a statement, and the span of its words."""
    text, base = sentence.text, sentence.sentence.start
    quoted = [
        (max(first - base, 0) + 1, min(last - base, len(text)) - 1)
        for first, last in sentence.sentence.quotations
        if first - base < content[1] and last - base > content[0]
    ]
    if len(quoted) == 1 and _is_predicate(sentence, quoted[0], content):
        return "partial", quoted[0]
    quoted = [(first, last) for first, last in quoted if len(text[first:last].split()) > 1]
    if not quoted:
        return "indirect", content
    longest = max(quoted, key=lambda span: span[1] - span[0])
    words = text[longest[0] : longest[1]]
    share = sum(last - first for first, last in quoted) / max(1, content[1] - content[0])
    if share > _MOSTLY and words[:1].isupper() and len(words.split()) >= _WORDS_OF_SENTENCE:
        return "direct", longest
    if share > _LARGELY or len(words.split()) > _SHORT:
        return "partial", longest
    # Quotation marks around one to three words mark a name; the statement is still indirect.
    return "indirect", content


def _is_predicate(
    sentence: ReadSentence, quoted: tuple[int, int], content: tuple[int, int]
) -> bool:
    """Whether words in quotation marks describe the subject: "said that it was “final”"."""
    text, (first, last) = sentence.text, quoted
    rest = text[last : content[1]].strip(_MARKS + " ,.")
    before = text[content[0] : first - 1].split()
    return (
        bool(before)
        and not rest
        and before[-1] in sentence.lexicon.words("before_a_predicate_in_marks")
    )
