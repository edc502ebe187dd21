"""Events that a noun reports: "a meeting with Ann Lee in Geneva on Monday"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.coordination import (
    actors_within,
    agents_of,
    joined_after,
)
from diplobrief.extraction.events.from_nouns import event_of
from diplobrief.extraction.events.new_days import new_days_of
from diplobrief.extraction.events.noun_circumstances import noun_circumstances_of
from diplobrief.extraction.events.noun_clauses import noun_clauses_of
from diplobrief.extraction.events.phrases import NounPhrase, phrase_before
from diplobrief.extraction.events.report import EventReport
from diplobrief.extraction.events.rounds import days_of_rounds_of
from diplobrief.extraction.events.separate import separate_events_of
from diplobrief.extraction.events.sides import side_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, as_listed, leading
from diplobrief.extraction.word_patterns import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.events.found import FoundEvent
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence

_NEAR: Final = 120
_IN_ROUNDS: Final = frozenset({"meeting", "consultations"})
"""Kinds of events that may be rounds of talks: "The previous round was held in May"."""


class EventNouns:
    """Finds events by the nouns of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["events"]
        self._clauses = noun_clauses_of(lexicon)
        self._after = noun_circumstances_of(lexicon).after
        self._new_days = new_days_of(lexicon)
        self._separate = separate_events_of(lexicon)
        rows: list[tuple[str, Mapping[str, Any]]] = [
            (as_listed(form), row)
            for row in data["event"]
            for form in lexicon.forms_of(row.get("nouns", ()))
        ]
        self._rows_after = {noun: row for noun, row in rows if "after" in row}
        self._rows = self._rows_after | {noun: row for noun, row in rows if "after" not in row}
        self._rows_of_kinds = {row["kind"]: row for row in reversed([*self._rows.values()])}
        ordinals = alternatives(data["rounds"].get("ordinals", ()))
        article = leading([*lexicon.words("articles"), *lexicon.words("indefinite")])
        self._another = re.compile(
            rf"{article}{ordinals}(?=,\s|\s+{alternatives(lexicon.words('before_a_verb'))}{AFTER})",
            re.IGNORECASE,
        )
        noun = rf"{lexicon.start}{alternatives(self._rows)}{AFTER}"
        self._noun = WordPattern(noun, self._rows, flags=re.IGNORECASE, begins=True)
        attributes = (
            form
            for adjective in data["phrase"].get("attributes", ())
            for form in lexicon.inflection.adjectives(adjective)
        )
        article = lexicon.optional("articles")
        # "le déplacement du ministre", "визит министра"
        self._owner_after = re.compile(
            rf"\s+{lexicon.before('of')}{article}(?={ACTOR})" if lexicon.is_head_first else "(?!)"
        )
        self._attributes = re.compile(rf"(?:\s+{alternatives(attributes)}{AFTER}){{0,3}}")
        self._days = days_of_rounds_of(lexicon)
        numbers = lexicon.grammar.get("votes", {}).get("numbers", ())
        self._counts = {word: count for count, word in enumerate(numbers) if count > 1}
        self._rounds: Mapping[str, Any] = data["rounds"]
        self._round = re.compile(
            rf"\b(?:{alternatives(self._rounds['words'])})\s+{lexicon.before('of')}"
            r"(?:[^\s,;.]+\s+){0,3}$"
        )
        self._of_event = re.compile(
            rf"\s+{lexicon.before('of')}(?:[^\s,;:.]+\s+){{0,3}}?{alternatives(self._rows)}{AFTER}"
        )
        # "talks on a truce": the truce is not what resumes.
        own = alternatives(data["own"]["of"])
        self._within = re.compile(
            rf"(?<![\w-]){alternatives(self._rows)}\s+{own}\s+(?:[^\s,;:.]+\s+){{0,3}}\Z",
            re.IGNORECASE,
        )
        self._talks = frozenset(self._rounds.get("of_states", ()))
        of = lexicon.before("of")
        self._objects = {
            row["kind"]: re.compile(
                rf"\s+{of}(?:[^\s,;:.]+\s+){{0,4}}?{alternatives(row['object'])}(?![\w-])"
            )
            for row in data["event"]
            if "object" in row and "nouns" in row
        }
        # "an address to both houses in May"
        self._addressee = re.compile(
            rf"\s+{lexicon.before('to')}(?:[^\s,;:.]+\s+){{0,4}}?[^\s,;:.]+"
            rf"(?=\s+{alternatives(lexicon.words('before_a_day_or_month'))}\s|[,.;])"
        )
        words = data["phrase"]
        self._compound = re.compile(rf"\s+{alternatives(words.get('compounds', ()))}{AFTER}")
        demands = alternatives(words.get("demands", ()))
        self._demand = re.compile(rf"{demands}\s+(?!{MASKS['day']})", re.IGNORECASE)
        self._determiners = frozenset(words["determiners"])
        self._outside = frozenset(words["outside"]) | self._clauses.verbs.last_words
        self._ahead = frozenset(words["ahead"])
        self._no_event = frozenset(words["no_event"])
        self._need_verb_and_day = frozenset(words.get("need_verb_and_day", ()))
        self._indefinite = frozenset(words["indefinite"])
        self._own = frozenset(words["own"]["person"])

    def find(
        self,
        reading: Reading,
        news: DaysOfNews,
        sentence: ReadSentence,
        earlier: ReadSentence | None = None,
        known: Sequence[Entity] = (),
        last: FoundEvent | None = None,
    ) -> Iterator[FoundEvent]:
        """Yield the events that the nouns of a sentence report.

        Args:
            reading: The page.
            news: The days of the page that are news.
            sentence: The sentence.
            earlier: The sentence before it.
            known: Who took part in the event that the page reported before.
            last: The event that the page reported before, if it is one of several.
        """
        report = self._without_noun(sentence, last) if last else None
        event = event_of(report, reading, news) if report else None
        if event is not None:
            yield event
        for match in self._noun.finditer(sentence.masked, sentence.words):
            report = self._report(sentence, earlier, match.span(), last)
            for each in self._rounds_of(report) if report else ():
                event = event_of(each, reading, news, known)
                if event is not None:
                    span = each.phrase.start, each.around.end
                    subjects = [side_of(actor) for actor in each.subjects]
                    yield from self._separate.of(event, sentence, span, subjects)

    def _report(
        self,
        sentence: ReadSentence,
        earlier: ReadSentence | None,
        span: tuple[int, int],
        last: FoundEvent | None,
    ) -> EventReport | None:
        masked = sentence.masked
        start, end = span
        noun = as_listed(masked[start:end])
        if self._is_other(masked, span) or self._is_round_of(sentence, noun, end):
            return None
        is_round = noun.endswith(tuple(self._rounds["words"]))
        start, kind = self._round_of(sentence, start, noun, last if is_round else None)
        phrase = phrase_before(sentence, start, self._determiners, self._outside)
        count = self._counts.get(next(iter(phrase.words), ""))
        if count is None and self._no_event & {*phrase.words[:1], phrase.determiner}:
            return None
        row = self._row_of(masked, noun, (phrase.start, span[0]))
        if row is None:
            return None
        kind = kind if row is self._rows[noun] else row["kind"]
        if "object" in row:
            after = self._object_end(sentence, phrase, kind, end)
            if after is None:
                return None
            end = after
        if not phrase.owners:
            phrase.owners = self._clauses.surroundings.owners(
                sentence, phrase.start, phrase.determiner, earlier
            )
        end = self._add_owners_after(sentence, phrase, end)
        if kind == "speech":
            addressee = self._addressee.match(masked, end)
            end = addressee.end() if addressee else end
        around = self._after(sentence, end, self._clauses.verbs.start)
        report = EventReport(sentence, row, kind, phrase, end, around)
        if report.day is None and report.rule == "noun":
            phrase.day = sentence.entry_day
        report.is_talks, report.noun, report.count = noun in self._talks, span, count
        report.is_round = is_round
        report.is_one = self._is_one(kind, phrase)
        if self._ahead & {*phrase.words} or around.is_planned:
            report.status = "scheduled"
        return report if self._is_reported(report) else None

    def _is_other(self, masked: str, span: tuple[int, int]) -> bool:
        """Whether a noun does not mean an event: "the summit venue", "calls on them to meet"."""
        is_compound = self._compound.match(masked, span[1]) is not None
        return is_compound or self._demand.match(masked, span[0]) is not None

    def _row_of(self, masked: str, noun: str, starts: tuple[int, int]) -> Mapping[str, Any] | None:
        """Return the row of a noun, by the word before it: "told a rally" is a speech."""
        own, row = self._rows_after.get(noun), self._rows[noun]
        if own is not None and any(
            masked[:start].rstrip().endswith(tuple(own["after"])) for start in starts
        ):
            return own
        return None if "after" in row else row

    def _is_reported(self, report: EventReport) -> bool:
        """Whether the clause of a noun reports an event: "The previous round was held in May"."""
        is_reported = self._clauses.read(report)
        start = report.phrase.start
        if report.rule == "subject" and self._within.search(
            report.sentence.masked, max(0, start - _NEAR), start
        ):
            return False
        if self._need_verb_and_day & {*report.phrase.words[:1], report.phrase.determiner}:
            return is_reported and report.rule != "noun" and report.day is not None
        return is_reported

    def _without_noun(self, sentence: ReadSentence, last: FoundEvent) -> EventReport | None:
        """Return another event of the previous kind: "A third, in May, was put off"."""
        match = self._another.match(sentence.masked)
        row = self._rows_of_kinds.get(last.kind)
        if match is None or row is None:
            return None
        around = self._after(sentence, match.end(), self._clauses.verbs.start)
        phrase = NounPhrase(match.start())
        report = EventReport(sentence, row, last.kind, phrase, match.end(), around)
        report.subjects, report.noun = dict(last.participants), match.span()
        report.status = "scheduled" if around.is_planned else report.status
        if self._clauses.reports_none(report) or report.day is None:
            return None
        return report if report.rule == "subject" else None

    def _is_one(self, kind: str, phrase: NounPhrase) -> bool:
        """Whether a noun introduces an event: "a speech", "his speech"."""
        is_own = kind == "speech" and phrase.determiner in self._own
        return is_own or phrase.determiner is None or phrase.determiner in self._indefinite

    def _rounds_of(self, report: EventReport) -> Iterator[EventReport]:
        """Yield each event that a noun reports: "two rounds of talks, in March and April"."""
        if report.count is None:
            yield from self._new_days.of(report)
            return
        days = [*self._days.of(report.sentence, report.around)]
        if len(days) == report.count:
            for day in days:
                yield replace(report, around=replace(report.around, day=day, last=None))
        elif self._days.is_period(report.sentence, report.around) and report.rule != "noun":
            yield report

    def _round_of(
        self, sentence: ReadSentence, start: int, noun: str, last: FoundEvent | None
    ) -> tuple[int, str]:
        """Return where the words of a noun start, and the kind: "a round of talks"."""
        kind: str = self._rows[noun]["kind"]
        if last is not None and last.kind in _IN_ROUNDS:
            kind = last.kind  # "The previous round was held in May"
        rounds = self._round.search(sentence.masked[:start])
        if rounds is None:
            return start, kind
        is_round = noun.endswith(tuple(self._rounds["last_words"]))
        return rounds.start(), self._rounds["kind"] if is_round else kind

    def _is_round_of(self, sentence: ReadSentence, noun: str, end: int) -> bool:
        """Whether a noun only counts the next one: "another round of consultations"."""
        is_round = noun.rsplit(maxsplit=1)[-1] in self._rounds["words"]
        return is_round and self._of_event.match(sentence.masked, end) is not None

    def _object_end(
        self, sentence: ReadSentence, phrase: NounPhrase, kind: str, end: int
    ) -> int | None:
        """Return the end of "the opening of an embassy"; `None` for "the opening of the debate"."""
        match = self._objects[kind].match(sentence.text, end)
        if match is None:
            return None
        phrase.owners = _states(actors_within(sentence, end, match.end())) or phrase.owners
        organ = sentence.mention_at(match.end() - 1)
        return max(match.end(), organ.end if organ else 0)

    def _add_owners_after(self, sentence: ReadSentence, phrase: NounPhrase, end: int) -> int:
        """Add the owners of an event from the words after the noun; return where these end."""
        attributes = self._attributes.match(sentence.masked, end)
        end = attributes.end() if attributes else end
        owner = self._owner_after.match(sentence.masked, end)
        mention = sentence.mention_at(owner.end()) if owner and not phrase.owners else None
        if mention is None:
            return end
        phrase.owners = agents_of(sentence, mention)
        return joined_after(sentence, mention)[-1].end


def _states(actors: Sequence[Entity]) -> list[Entity]:
    """Return the states of actors."""
    return [state for state in (actor.state for actor in actors) if state is not None][:1]
