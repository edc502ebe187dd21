"""Reads a page: finds the mentions, days and actors of each sentence."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import Resolver
from diplobrief.extraction.chronologies import entry_days, is_chronology, lies_ahead
from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clause_status import clause_status_of
from diplobrief.extraction.day_finder import day_finder_of
from diplobrief.extraction.lead_ins import lead_ins_of
from diplobrief.extraction.mentions import Mention, mention_finder_of, shortened
from diplobrief.extraction.own_day import own_day, own_month
from diplobrief.extraction.page import Page, Sentence, evidence_for, read_page
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.sentences import ReadSentence, with_mask
from diplobrief.extraction.short_names import ShortNames
from diplobrief.extraction.years_of_days import YearsOfDays

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.model import Brief, Evidence

_LONGEST_SENTENCE: Final = 2_000
"""Longer sentences are not prose, and are not read."""

_WORDS_OF_NAME: Final = 3
_NEAR: Final = 30
_FAR_BACK: Final = 20
"""How many sentences before it are searched for the day of "the same day"."""
_FULL: Final = len("2024-05-03")


class Reading:
    """A page with the actors to which its mentions refer.

    Args:
        brief: The brief whose narrative is read.
        lexicon: The lexicon of its language.
    """

    def __init__(self, brief: Brief, lexicon: Lexicon) -> None:
        self.brief = brief
        self.lexicon = lexicon
        self._titled = _titled(lexicon)
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
        self.anchor: dt.date | None = self._find_entries(dated)
        place = brief.dateline.place if brief.dateline is not None else None
        self.entities: Resolver = Resolver(self.sentences, lexicon, place)
        lead_ins_of(lexicon).mark(self.sentences)
        self._years = YearsOfDays(dated)
        self._month = own_month(self.sentences) if self.anchor is None else None

    def _read(self, sentence: Sentence) -> ReadSentence:
        text = sentence.text
        found = mention_finder_of(self.lexicon).find(text)
        days = list(day_finder_of(self.lexicon).find(text, found.words))
        mentions, days = _apart(found.mentions, days, self.lexicon)
        masked = found.unmasked
        for mention in mentions:
            masked = with_mask(masked, mention.start, mention.end, mention.kind)
        for day in days:
            masked = with_mask(masked, day.start, day.end, "day")
        for first, last in sentence.quotations:
            start, end = max(0, first - sentence.start), min(len(text), last - sentence.start)
            # A quotation of up to three words is a name: the sentence is read without the marks.
            if self._titled.search(text, max(0, start - _NEAR), start):
                continue
            is_speech = text[start:end].rstrip("”’\"'»").endswith((",", ".", "!", "?"))
            is_speech = is_speech or (start == 0 and text.startswith(",", end))
            if is_speech or len(text[start:end].split()) > _WORDS_OF_NAME:
                masked = with_mask(masked, start, end, "quotation")
        return ReadSentence(sentence, mentions, days, masked, self.lexicon, found.words)

    def _find_entries(self, dated: Sequence[tuple[Sentence, Sequence[Day]]]) -> dt.date | None:
        """Give the sentences the days of their entries, and return the day of the page."""
        for sentence, day in zip(self.sentences, entry_days(dated), strict=True):
            sentence.entry_day = day
        has_entries = is_chronology(dated)
        anchor = own_day(self.brief, self.sentences, is_chronology=has_entries)
        for sentence in self.sentences:
            day = sentence.entry_day
            if anchor is None or day is None:
                continue
            sentence.is_entry_ahead = lies_ahead(day, anchor)
            if not has_entries and day.date == anchor:
                sentence.entry_day = None  # a dateline
        return anchor

    @cached_property
    def has_treaty(self) -> bool:
        """Whether the page names a treaty, and not only a law or a bill."""
        return any(
            mention.kind == "treaty" and mention.type not in {None, "reference"}
            for sentence in self.sentences
            for mention in sentence.mentions
        )

    def evidence(self, sentence: ReadSentence, start: int, end: int) -> Evidence | None:
        """Return the evidence for a span of a sentence, or `None` if it is not unique."""
        base = sentence.sentence.start
        return evidence_for(self.page, sentence.sentence.block, base + start, base + end)

    def entry_date(self, sentence: ReadSentence) -> str | None:
        """Return the day of the entry that a sentence belongs to, in EDTF."""
        date, _ = self.date_of(sentence.entry_day, sentence, ahead=False)
        return date

    def is_ahead(self, date: str | None) -> bool:
        """Whether a date in EDTF is after the page's own day."""
        return bool(date) and self.anchor is not None and str(date) > self.anchor.isoformat()

    def is_past(self, date: str) -> bool:
        """Whether a date in EDTF is before the page's own day."""
        return self.anchor is not None and date < self.anchor.isoformat()[: len(date)]

    def date_of(
        self, day: Day | None, sentence: ReadSentence, *, ahead: bool
    ) -> tuple[str | None, str | None]:
        """Return the date of an expression, and the expression itself if its date is unknown."""
        if day is None:
            return None, None
        anchor = self.anchor
        if anchor is None and day.month is not None and day.weekday is None:
            anchor = self._month
        if self._is_same_day(day):
            before = self._day_before(day, sentence)
            return self.date_of(before, sentence, ahead=ahead) if before else (None, day.text)
        if day.day and not day.month:
            # "came on 3 May and left on the 5th"
            before = self._day_before(day, sentence)
            date, _ = self.date_of(before, sentence, ahead=ahead) if before else (None, None)
            if date and len(date) == _FULL and int(date[-2:]) <= day.day:
                day = replace(day, year=int(date[:4]), month=int(date[5:7]))
        entry = sentence.entry_day
        if entry is not None and entry.year and day.month and not (day.year or day.years):
            # "2007: Norway left on 3 May": the year of the entry.
            day = replace(day, year=entry.year)
        said = None if ahead else self._years.of(day, sentence.sentence)
        if said is not None:
            day = replace(day, year=said)
        value = day.resolved(anchor, self._years.near(sentence.sentence), ahead=ahead)
        return (value, None) if value else (None, day.text.rstrip("."))

    def date_of_event(
        self, day: Day | None, sentence: ReadSentence, *, ahead: bool
    ) -> tuple[str | None, str | None]:
        """Return the same for an event, also of a day that is counted: "met two days later"."""
        counted = None if day is None else self._counted_from(day, sentence, ahead=ahead)
        return (counted, None) if counted else self.date_of(day, sentence, ahead=ahead)

    def introducing_day(self, sentence: ReadSentence, offset: int) -> Day | None:
        """Return the day at the beginning of a clause: "hours after Berg had arrived"."""
        words = self.lexicon.data["days"].get("after_named_day", {})
        new_clause = circumstance_finder_of(self.lexicon).new_clause
        for day in sentence.unquoted_days:
            is_before = day.end <= offset and day.text.lower() in words
            if is_before and not new_clause.search(sentence.masked, day.end, offset):
                return day
        return None

    def _counted_from(self, day: Day, sentence: ReadSentence, *, ahead: bool) -> str | None:
        """Return a day that is counted from the one named before: "two days later"."""
        data = self.lexicon.data["days"]
        words = day.text.lower()
        distance = data.get("from_named_day", {}).get(words)
        before = None if distance is None else self._day_before(day, sentence)
        if distance is None:
            # "left on Friday, a day after Berg had arrived"
            distance = data.get("after_named_day", {}).get(words)
            definite = [each for each in sentence.unquoted_days if each.is_definite]
            before = next((each for each in reversed(definite) if each.end <= day.start), None)
            left = sentence.masked[: before.start] if before else ""
            ahead = clause_status_of(self.lexicon).of(left) is not None
        if distance is None or before is None or before is day:
            return None
        date, _ = self.date_of(before, sentence, ahead=ahead)
        if date is None or len(date) != _FULL:
            return None
        return (dt.date.fromisoformat(date) + dt.timedelta(days=distance)).isoformat()

    def _is_same_day(self, day: Day) -> bool:
        return day.text.lower() in self.lexicon.data["days"].get("same_day", ())

    def _day_before(self, day: Day, sentence: ReadSentence) -> Day | None:
        """Return the day that a paragraph names before "the same day" or "the 5th"."""
        earlier = (each for each in sentence.unquoted_days if each.start < day.start)
        last = self._last_definite(earlier)
        number = self._numbers[id(sentence)]
        for other in reversed(self.sentences[max(0, number - _FAR_BACK) : number]):
            if last is not None or other.sentence.block is not sentence.sentence.block:
                break
            last = self._last_definite(other.unquoted_days)
        return last

    def _last_definite(self, days: Iterable[Day]) -> Day | None:
        definite = [each for each in days if each.is_definite and not self._is_same_day(each)]
        return definite[-1] if definite else None

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {id(sentence): number for number, sentence in enumerate(self.sentences)}


@cache
def _titled(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for words before a title in quotation marks: "a book called"."""
    return re.compile(rf"\b{alternatives(lexicon.words('titled'))}\s*$", re.IGNORECASE)


@cache
def _said_after(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern for a subject and a verb of saying that end a sentence."""
    sayings = alternatives(lexicon.sayings)
    return re.compile(
        rf"\s+[^.!?“”\"«»:;\n]{{1,60}}?(?<!\w){sayings}{AFTER}"
        # Not “We met.” He warned, “We left.”
        rf"(?:\s+[^\s.,;]+){{0,3}}(?:[.;]|,(?!\s*[“„«‘\"']))"
    )


def _apart(
    mentions: Sequence[Mention], days: Sequence[Day], lexicon: Lexicon
) -> tuple[list[Mention], list[Day]]:
    """Return mentions and days that do not overlap.

    The year in the name of a treaty is not a day ("the Convention of 1994"), and a name ends before
    a day ("the Treaty on the Lake on May 3"). Other mentions that overlap a day are left out.
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
    if day.start == mention.start and day.year is None:
        return True  # "the September 19 Agreement"
    if day.month is not None or day.year is None:
        return False
    words = mention.name[: max(0, day.start - mention.start)].split()
    return "" in before_year or (bool(words) and words[-1] in before_year)
