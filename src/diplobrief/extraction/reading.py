"""A page as it is read: each sentence with its mentions, days and actors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import Entity, Resolver
from diplobrief.extraction.chronologies import (
    FEWEST_ITEMS,
    begins_item,
    is_to_come,
    labels_of,
)
from diplobrief.extraction.day_finder import day_finder_of
from diplobrief.extraction.mentions import MASKS, Mention, mention_finder_of, shortened
from diplobrief.extraction.page import Block, Page, Sentence, evidence_for, read_page
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.said_years import SaidYears, month_of
from diplobrief.extraction.short_names import ShortNames
from diplobrief.extraction.tokens import Tokens

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.word_patterns import Words
    from diplobrief.model import Brief, Evidence

_LONGEST_SENTENCE: Final = 2_000
"""Longer sentences are not prose, and are not read."""

_WORDS_OF_NAME: Final = 3
_LINES_WITH_DAY: Final = 8
_LONGEST_LINE: Final = 80
_YEARS: Final = range(1500, 2100)
"""The years that prose may be of, as in the patterns for days."""

_QUESTION_MARKS: Final = ("?", "؟")
_NEAR: Final = 30
_CRAWL_MARK: Final = re.compile(r"date\s", re.IGNORECASE)
_BEFORE_DAY: Final = re.compile(
    r"[^a-z]{0,60}(?:\([^()]{0,60})?|(?:[A-Z][\w.]*[ ,]{1,2}){1,4}(?:\([^()]{0,60}\))?[:,]? "
)
_ENTRY: Final = re.compile(
    rf"{MASKS['day']}+(?:\s*[-–]\s*\d+|\s*[-–]\s*{MASKS['day']}+)?\.?(?:\s+[—–-]|\s*:)\s"
)
"""How the entry of a chronology begins: "3 May — Norway left"."""

_AFTER_DAY: Final = re.compile(r"\.?\s*(?:[)(/—–-]|$)")


@dataclass(eq=False)
class ReadSentence:
    """A sentence with what is mentioned in it. Offsets count in the sentence.

    Args:
        sentence: The sentence.
        mentions: The mentions in it, in order.
        days: The days in it, in order.
        masked: The text with mentions, days and quotations masked.
        lexicon: The lexicon of its language.
        words: The words of the text.
        actors: The actors of each mention, by the offset at which it starts.
        topic: Whom it is about if it names no subject, in a language that omits pronouns.
        label: The day that begins its item of a chronology: "3 May 2024: the treaty is signed".
        is_to_come: Whether that day lies ahead of the page.
    """

    sentence: Sentence
    mentions: list[Mention]
    days: Sequence[Day]
    masked: str
    lexicon: Lexicon
    words: Words
    actors: dict[int, list[Entity]] = field(default_factory=dict[int, list[Entity]])
    topic: list[Entity] = field(default_factory=list["Entity"])
    label: Day | None = None
    is_to_come: bool = False
    _tokens: tuple[str, Tokens] | None = None

    @property
    def text(self) -> str:
        """The characters of the sentence."""
        return self.sentence.text

    def add_mentions(self, mentions: Sequence[Mention]) -> None:
        """Add mentions that overlap no other."""
        for mention in mentions:
            self.masked = _with_mask(self.masked, mention.start, mention.end, mention.kind)
        if mentions:
            self.mentions = sorted([*self.mentions, *mentions], key=lambda each: each.start)

    @property
    def is_question(self) -> bool:
        """Whether it asks, and so reports nothing."""
        return self.text.endswith(_QUESTION_MARKS)

    @property
    def is_headline(self) -> bool:
        """Whether it is a line of its own without a full stop."""
        return self.text == self.sentence.block.text.strip() and self.text[-1:].isalnum()

    @property
    def entry_day(self) -> Day | None:
        """The day with which it begins as an entry of a calendar: "3 May: a summit in Oslo"."""
        is_entry = bool(self.days) and _ENTRY.match(self.masked) is not None
        return self.days[0] if is_entry else None

    @property
    def told_days(self) -> list[Day]:
        """The days that are not in quotations."""
        return [day for day in self.days if self.masked[day.start] == MASKS["day"]]

    @property
    def tokens(self) -> Tokens:
        """The words, marks and mentions of the sentence."""
        if self._tokens is None or self._tokens[0] != self.masked:
            self._tokens = (self.masked, Tokens(self.masked))
        return self._tokens[1]

    def mention_at(self, offset: int) -> Mention | None:
        """Return the mention that contains an offset."""
        return next((each for each in self.mentions if each.start <= offset < each.end), None)

    def actors_at(self, offset: int) -> list[Entity]:
        """Return the actors of the mention that contains an offset."""
        mention = self.mention_at(offset)
        return self.actors.get(mention.start, []) if mention else []


class Reading:
    """A page with the actors that its mentions stand for.

    Args:
        brief: The brief whose narrative is read.
        lexicon: The lexicon of its language.
    """

    def __init__(self, brief: Brief, lexicon: Lexicon) -> None:
        self.brief = brief
        self.lexicon = lexicon
        titled = alternatives(lexicon.words("titled"))
        self._titled = re.compile(rf"\b{titled}\s*$", re.IGNORECASE)
        self.page: Page = read_page(brief, lexicon.abbreviations, _said_after(lexicon))
        self.sentences: list[ReadSentence] = [
            self._read(sentence)
            for sentence in self.page.sentences
            if sentence.end - sentence.start <= _LONGEST_SENTENCE
        ]
        short_names = ShortNames((each.text, each.mentions) for each in self.sentences)
        for sentence in self.sentences:
            sentence.add_mentions(short_names.mentions(sentence.masked))
        dated = [(each.sentence, each.days) for each in self.sentences]
        items = sum(begins_item(*each) for each in dated)
        labels = labels_of(dated)
        for sentence, label in zip(self.sentences, labels, strict=True):
            sentence.label = label
        self.anchor: dt.date | None = self._own_day(is_chronology=items >= FEWEST_ITEMS)
        for sentence in self.sentences:
            if self.anchor and sentence.label and sentence.label.date == self.anchor:
                sentence.label = None  # a dateline
            sentence.is_to_come = is_to_come(sentence.label, self.anchor)
        self.entities: Resolver = Resolver(self.sentences, lexicon)
        self._years = SaidYears(dated)
        lines = dated[:_LINES_WITH_DAY]
        self._month = month_of(lines, _LONGEST_LINE) if self.anchor is None else None

    def _read(self, sentence: Sentence) -> ReadSentence:
        text = sentence.text
        found = mention_finder_of(self.lexicon).find(text)
        days = list(day_finder_of(self.lexicon).find(text))
        mentions, days = _apart(found.mentions, days, self.lexicon)
        masked = found.unmasked
        for mention in mentions:
            masked = _with_mask(masked, mention.start, mention.end, mention.kind)
        for day in days:
            masked = _with_mask(masked, day.start, day.end, "day")
        for first, last in sentence.quotations:
            start, end = max(0, first - sentence.start), min(len(text), last - sentence.start)
            # A quotation of up to three words names a thing: the sentence is read without marks.
            if self._titled.search(text, max(0, start - _NEAR), start):
                continue
            is_speech = text[start:end].rstrip("”’\"'»").endswith((",", ".", "!", "?"))
            is_speech = is_speech or (start == 0 and text.startswith(",", end))
            if is_speech or len(text[start:end].split()) > _WORDS_OF_NAME:
                masked = _with_mask(masked, start, end, "quotation")
        return ReadSentence(sentence, mentions, days, masked, self.lexicon, found.words)

    def _own_day(self, *, is_chronology: bool) -> dt.date | None:
        """Return the day of the page: of the brief, or of a short line at the top."""
        day = self.brief.day
        if day is not None and day.earliest is not None and day.earliest == day.latest:
            return day.earliest if day.earliest.year in _YEARS else None
        last: Block | None = None
        first_and_last = [*self.sentences[:_LINES_WITH_DAY], *self.sentences[_LINES_WITH_DAY:][-1:]]
        for sentence in first_and_last:
            if is_chronology and sentence.label is not None:
                continue
            line = sentence.sentence.block.text
            is_line = len(line) < _LONGEST_LINE or _CRAWL_MARK.match(line)
            # A dateline does not belong to the first sentence: "May 3, 2024 (OSLO) - Norway said".
            before = line[: sentence.sentence.start] if sentence.sentence.block is not last else ""
            last = sentence.sentence.block
            days = [
                *day_finder_of(self.lexicon).find(before),
                *(day for day in sentence.days if is_line or _is_dateline(sentence.text, day)),
            ]
            first = next((day for day in days if day.date is not None), None)
            if first is not None:
                return (first.last or first).date or first.date
        return None

    @cached_property
    def has_treaty(self) -> bool:
        """Whether the page names a treaty, and not only a law or a bill."""
        return any(
            mention.kind == "treaty" and mention.type not in {None, "reference"}
            for sentence in self.sentences
            for mention in sentence.mentions
        )

    @cached_property
    def entries(self) -> Mapping[int, str]:
        """The day of each block that begins with one, as in a chronology, in EDTF."""
        entries: dict[int, str] = {}
        for sentence in self.sentences:
            if sentence.sentence.start == 0 and sentence.entry_day is not None:
                date, _ = self.date_of(sentence.entry_day, sentence, ahead=False)
                if date is not None and sentence.sentence.block.index not in entries:
                    entries[sentence.sentence.block.index] = date
        return entries

    def evidence(self, sentence: ReadSentence, start: int, end: int) -> Evidence | None:
        """Return the evidence for a span of a sentence, or `None` if it is not unique."""
        base = sentence.sentence.start
        return evidence_for(self.page, sentence.sentence.block, base + start, base + end)

    def is_ahead(self, date: str | None) -> bool:
        """Whether a date in EDTF is after the page's own day."""
        return bool(date) and self.anchor is not None and str(date) > self.anchor.isoformat()

    def is_past(self, date: str) -> bool:
        """Whether a date in EDTF is before the page's own day."""
        return self.anchor is not None and date < self.anchor.isoformat()[: len(date)]

    def date_of(
        self, day: Day | None, sentence: ReadSentence, *, ahead: bool
    ) -> tuple[str | None, str | None]:
        """Return the date that an expression says, or the expression itself if that is unknown."""
        if day is None:
            return None, None
        anchor = self.anchor
        if anchor is None and day.month is not None and day.weekday is None:
            anchor = self._month
        said = None if ahead else self._years.of(day, sentence.sentence)
        if said is not None:
            day = replace(day, year=said)
        value = day.resolved(anchor, self._years.near(sentence.sentence), ahead=ahead)
        return (value, None) if value else (None, day.text.rstrip("."))


def _is_dateline(text: str, day: Day) -> bool:
    """Whether a story begins with its day: "OSLO (Agency - 3 May 2024) Norway said"."""
    is_at_start = _BEFORE_DAY.fullmatch(text, 0, day.start) is not None
    return is_at_start and _AFTER_DAY.match(text, day.end) is not None


@cache
def _said_after(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a subject and a verb of saying that end a sentence."""
    sayings = alternatives(lexicon.sayings)
    return re.compile(
        rf"\s+[^.!?“”\"«»:;\n]{{1,60}}?(?<!\w){sayings}{AFTER}"
        # Not “We met.” He warned, “We left.”
        rf"(?:\s+[^\s.,;]+){{0,3}}(?:[.;]|,(?!\s*[“„«‘\"']))"
    )


def _with_mask(text: str, start: int, end: int, kind: str) -> str:
    return text[:start] + MASKS[kind] * (end - start) + text[end:]


def _apart(
    mentions: Sequence[Mention], days: Sequence[Day], lexicon: Lexicon
) -> tuple[list[Mention], list[Day]]:
    """Return mentions and days that do not overlap.

    The year in the name of a treaty is not a day ("the Convention of 1994"), and a name ends before
    a day ("the Treaty on the Lake on May 3"). Other mentions give way to days.
    """
    name = lexicon.data["steps"]["treaties"]["name"]
    last_words = frozenset(name["not_last"])
    before_year = frozenset(lexicon.words("of_a_year"))
    kept: list[Mention] = []
    left = [*days]
    for mention in mentions:
        overlapping = [day for day in left if day.start < mention.end and mention.start < day.end]
        if mention.kind == "treaty" and all(
            _is_year_within(day, mention, before_year) for day in overlapping
        ):
            left = [day for day in left if day not in overlapping]
            kept.append(mention)
        elif not overlapping:
            kept.append(mention)
        elif mention.kind == "treaty" and overlapping[0].start > mention.start:
            kept.append(shortened(mention, overlapping[0].start, last_words))
    return kept, left


def _is_year_within(day: Day, mention: Mention, before_year: frozenset[str]) -> bool:
    if day.month is not None or day.year is None:
        return False
    words = mention.name[: max(0, day.start - mention.start)].split()
    return "" in before_year or (bool(words) and words[-1] in before_year)
