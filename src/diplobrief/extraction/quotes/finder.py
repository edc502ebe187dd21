"""The rules that find statements."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import Verb, grammar_of, performers_of
from diplobrief.extraction.lexicon import Lexicon, Saying
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.page import evidence_for
from diplobrief.extraction.patterns import alternatives
from diplobrief.extraction.quotes.complements import LATE_THAT, start_of_content
from diplobrief.extraction.quotes.statement import FoundQuote, Telling, statement_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading, ReadSentence

_QUOTED: Final = MASKS["quotation"]
_DAY: Final = MASKS["day"]
_CLOSING: Final = tuple(f",{_QUOTED}”\"’'")
_PASSIVE: Final = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?$")
_ARTICLE: Final = re.compile(r"(?:^|\s)(?:the|a|an|its|his|her)$", re.IGNORECASE)
_TRAILING: Final = re.compile(
    r"\s*+(?:(?:in|on|at|during|after|to|by|before|upon|from|through|ahead)\b.*"
    rf"|{_DAY}.*|{ACTOR}.*|[.;,]?[”\"’']?\s*)$",
    re.DOTALL,
)
_ANOTHER_THAT: Final = re.compile(r"(?:,|(?<!\s))\s+(?:and|but)\s+that\s+")
_TRANSCRIPT: Final = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ(][\w.'’)-]*){0,5}):\s+(?=\S)"
)
_QUESTIONERS: Final = re.compile(
    r"(?:q|question|journalist|reporter|moderator|host|interviewer)\b", re.IGNORECASE
)
_SHORTEST_TURN: Final = 4
_NO_SAYING: Final = Saying((), None, has_addressee=False)


class QuoteFinder:
    """Finds statements by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sayings = lexicon.sayings
        self._bases = frozenset(form for form, saying in lexicon.sayings.items() if saying.is_base)
        self._verb = re.compile(rf"(?<![\w-])(?:{alternatives(lexicon.sayings)})(?![\w-])")
        phrases = alternatives(lexicon.data["saying"]["phrases"]["according_to"])
        self._according = re.compile(rf"(?i:{phrases})\s+(?:the\s+)?(?={ACTOR})")
        self._grammar = grammar_of(lexicon)

    def find(self, reading: Reading) -> Iterator[FoundQuote]:
        """Yield the statements of a page, in its order."""
        turns = _turns_of(reading)
        for sentence in reading.sentences:
            if sentence.sentence.block.is_heading:
                continue
            turn = _turn(reading, sentence, turns)
            if turn is not None:
                yield turn
                continue
            for telling in self._tellings(sentence):
                speakers = performers_of(sentence, telling.subject)
                quote = statement_of(telling, speakers, reading.page)
                if quote is not None:
                    yield quote

    def _tellings(self, sentence: ReadSentence) -> Iterator[Telling]:
        verbs = self._verbs_with_subjects(sentence)
        for number, (verb, subject, is_inverted) in enumerate(verbs):
            saying = self._sayings[verb.form]
            if is_inverted:
                yield _inverted(sentence, verb, subject, saying)
                continue
            stop = len(sentence.masked)
            if number + 1 < len(verbs) and verbs[number + 1][1] is subject:
                stop = self._grammar.coordination_start(sentence, verbs[number + 1][0])
            yield from _after_or_forward(sentence, verb, subject, saying, stop)
        yield from self._according_to(sentence)

    def _verbs_with_subjects(self, sentence: ReadSentence) -> list[tuple[Verb, Mention, bool]]:
        found: list[tuple[Verb, Mention, bool]] = []
        for match in self._verb.finditer(sentence.masked):
            verb = Verb(*match.span(), " ".join(match[0].split()))
            if _PASSIVE.search(sentence.masked[: verb.start]) and not verb.form.endswith("ing"):
                continue
            subject = self._subject_after(sentence, verb)
            if subject is not None:
                found.append((verb, subject, True))
                continue
            earlier = [(known, mention) for known, mention, _ in found]
            subject = self._grammar.subject(sentence, verb, earlier)
            if subject is None or subject.kind == "adjective":
                continue
            if verb.form not in self._bases or _is_plural(subject):
                found.append((verb, subject, False))
        return found

    def _subject_after(self, sentence: ReadSentence, verb: Verb) -> Mention | None:
        """Return the subject after a verb, as in "…, said the minister"."""
        saying = self._sayings[verb.form]
        if "that" not in saying.complements or "to" in saying.complements or saying.has_addressee:
            return None
        before = sentence.masked[: verb.start]
        left = before.rstrip()
        following = re.compile(rf"\s+(?:the\s+|a\s+)?(?={ACTOR})").match(sentence.masked, verb.end)
        if following is None or not left.endswith(_CLOSING):
            return None
        if self._grammar.subject_before.search(before):
            return None
        if not left.endswith(_QUOTED) and self._grammar.subject_with_insertion.search(before):
            return None
        mention = sentence.mention_at(following.end())
        return mention if mention is not None and mention.kind != "adjective" else None

    def _according_to(self, sentence: ReadSentence) -> Iterator[Telling]:
        masked = sentence.masked
        for match in self._according.finditer(masked):
            subject = sentence.mention_at(match.end())
            if subject is None:
                continue
            verb = Verb(*match.span(), "according to")
            if match.start() > 0:
                content, whole = (0, len(masked[: match.start()].rstrip(" ,"))), (0, subject.end)
            else:
                comma = masked.find(",", subject.end - 1, subject.end + 80)
                start = comma + 1 if comma >= 0 else subject.end
                content, whole = (start, len(masked)), (0, len(masked))
            yield Telling(sentence, verb, subject, _NO_SAYING, content, whole, "according_to")


def _turns_of(reading: Reading) -> Counter[str]:
    """Return how often each label of a transcript begins a block: "MINISTER:"."""
    labels = (_TRANSCRIPT.match(block.text) for block in reading.page.blocks)
    return Counter(label["name"] for label in labels if label is not None)


def _turn(reading: Reading, sentence: ReadSentence, turns: Counter[str]) -> FoundQuote | None:
    """Return what somebody says in a transcript: "MINISTER: We will see."."""
    block = sentence.sentence.block
    match = _TRANSCRIPT.match(block.text) if sentence.sentence.start == 0 else None
    if match is None or _QUESTIONERS.match(match["name"]):
        return None
    speakers = [
        entity
        for mention in sentence.mentions
        if mention.end <= match.end()
        for entity in sentence.actors.get(mention.start, [])
        if entity.kind in {"person", "unnamed"}
    ]
    if not speakers and turns[match["name"]] > 1:
        speakers = [reading.entities.named(match["name"])]
    text = block.text[match.end() :].strip()
    if not speakers or len(text.split()) < _SHORTEST_TURN:
        return None
    evidence = None
    if not reading.page.is_unique(text):
        evidence = evidence_for(reading.page, block, match.end(), len(block.text))
        if evidence is None:
            return None
    return FoundQuote(speakers[:1], "direct", text, "transcript", evidence=evidence)


def _inverted(sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying) -> Telling:
    """Return the statement around "…, said the minister, …": its longer part."""
    masked = sentence.masked
    content = (0, len(masked[: verb.start].rstrip(" ,")))
    end = subject.end
    if "," in masked[subject.end - 1 : subject.end + 1]:
        after = (subject.end, len(masked))
        content = max(content, after, key=_length)
        end = max(end, content[1])
    return Telling(sentence, verb, subject, saying, content, (0, end), "inverted")


def _after_or_forward(
    sentence: ReadSentence, verb: Verb, subject: Mention, saying: Saying, stop: int
) -> Iterator[Telling]:
    masked = sentence.masked
    rest = masked[verb.end : stop]
    before = masked[: subject.start].rstrip()
    article = _ARTICLE.search(before)
    if article:
        before = before[: article.start()].rstrip()
    words_before = len(sentence.text[: len(before)].split()) if before.endswith(_CLOSING) else 0
    said_before = (0, len(before.rstrip(",")))
    is_last = _TRAILING.match(rest) and not LATE_THAT.match(rest)
    if words_before > 2 and is_last and saying.complements != ("as",):
        addressed = re.match(rf"\s+(?={ACTOR})", rest) if saying.has_addressee else None
        addressees = sentence.actors_at(verb.end + addressed.end()) if addressed else []
        whole = (0, verb.end)
        yield Telling(
            sentence, verb, subject, saying, said_before, whole, "after", tuple(addressees)
        )
        return
    if words_before > 1 and rest.startswith(", ") and "that" in saying.complements:
        content = max(said_before, (verb.end + 2, stop), key=_length)
        yield Telling(sentence, verb, subject, saying, content, (0, stop), "around")
        return
    found = start_of_content(sentence, verb, saying, stop)
    if found is None:
        return
    start, addressees = found
    begin = verb.start if subject.end > verb.start else subject.start
    for first, last in _clauses(masked, start, stop):
        whole = (begin if first == start else first, last)
        yield Telling(
            sentence, verb, subject, saying, (first, last), whole, "forward", tuple(addressees)
        )


def _clauses(masked: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses of "that A, and that B": each is a statement of its own."""
    if re.search(r"\bthat\s+$", masked[max(0, start - 8) : start]):
        for another in _ANOTHER_THAT.finditer(masked, start, stop):
            yield start, another.start()
            start = another.end()
    yield start, stop


def _is_plural(subject: Mention) -> bool:
    if subject.kind == "both" or subject.name == "they":
        return True
    return subject.kind == "unnamed" and subject.name.endswith(("s", "people"))


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


@cache
def quote_finder_of(lexicon: Lexicon) -> QuoteFinder:
    """Return the finder of statements for a lexicon."""
    return QuoteFinder(lexicon)
