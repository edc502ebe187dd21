"""Finds statements in the syntax of a sentence, as a parser reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.extraction.clauses import Verb
from diplobrief.extraction.mentions import ACTORS, MASKS
from diplobrief.extraction.parsed_tokens import ParsedSentence
from diplobrief.extraction.quotes.statement import QuoteReport

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.listed_verbs import Saying
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.parsed_tokens import Parser
    from diplobrief.extraction.sentences import ReadSentence


class ParsedStatements:
    """Finds clauses that are the object of a verb of saying.

    Args:
        lexicon: The lexicon of the language.
        parser: Returns the words of a sentence with what they depend on.
    """

    def __init__(self, lexicon: Lexicon, parser: Parser) -> None:
        self._sayings: Mapping[str, Saying] = {
            form: saying
            for form, saying in lexicon.sayings.items()
            if {"that", "that_only"} & set(saying.complements)
        }
        self._parser = parser

    def reports(self, sentence: ReadSentence, read: Collection[int]) -> Iterator[QuoteReport]:
        """Yield the statements of a sentence.

        Args:
            sentence: The sentence.
            read: The offsets of the verbs whose statements are known.

        Raises:
            ValueError: What the parser returns does not fit the sentence.
        """
        words = sentence.text.split()
        if not any(word.strip("“”\"'(),.;:") in self._sayings for word in words):
            return
        parsed = ParsedSentence(sentence.text, self._parser(sentence.text))
        for number, token in enumerate(parsed.tokens):
            saying = self._sayings.get(sentence.text[token.start : token.end])
            is_masked = sentence.masked[token.start : token.start + 1] in MASKS.values()
            if saying is None or is_masked or token.start in read:
                continue
            verb = Verb(token.start, token.end, sentence.text[token.start : token.end])
            subject = _subject(sentence, parsed, number)
            content = _content(parsed, number)
            if subject is not None and content is not None:
                start = min(subject.start, verb.start, content[0])
                whole = (start, max(verb.end, subject.end, content[1]))
                yield QuoteReport(sentence, verb, subject, saying, content, whole, "parsed")


def _subject(sentence: ReadSentence, parsed: ParsedSentence, verb: int) -> Mention | None:
    """Return the subject of a verb, or that of the verb with which it is coordinated."""
    for number in (verb, parsed.tokens[verb].head):
        for subject in parsed.dependents(number, "nsubj"):
            mention = sentence.mention_at(parsed.tokens[subject].start)
            if mention is not None and mention.kind in ACTORS:
                return mention
        if parsed.tokens[verb].relation != "conj":
            break
    return None


def _content(parsed: ParsedSentence, verb: int) -> tuple[int, int] | None:
    """Return the span of the statement, without the conjunction before it."""
    for clause in parsed.dependents(verb, "ccomp", "parataxis"):
        return parsed.span(clause, without=[verb, *parsed.dependents(clause, "mark")])
    token = parsed.tokens[verb]
    if token.relation == "parataxis" and token.head != verb:
        return parsed.span(token.head, without=[verb])
    return None
