"""Reads the verb that reports an event together with its noun."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.circumstances import circumstance_finder_of
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.coordination import actors_within, performers_of
from diplobrief.extraction.events.durations import durations_of
from diplobrief.extraction.events.light_verbs import LightVerbs
from diplobrief.extraction.events.noun_circumstances import joined, noun_circumstances_of
from diplobrief.extraction.events.relative_clauses import RelativeClauses
from diplobrief.extraction.events.surroundings import SurroundingsFinder
from diplobrief.extraction.journeys import journeys_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.participles import dependent_aspects_of
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.performers import is_plural_present, performer_finder_of
from diplobrief.extraction.verb_days import day_of, status_on

if TYPE_CHECKING:
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.events.report import EventReport
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence

_NEAR: Final = 120
_ABSENT: Final = "absent"
_CHANGED: Final = frozenset({"postponed", "cancelled"})
_OF_TWO_PEOPLE: Final = frozenset({"call", "meeting"})
_UNPLANNED: Final = frozenset({"attack", "incident", "clash"})
_PEOPLE: Final = frozenset({"person", "unnamed"})
_WHO: Final = frozenset({"state", "person", "organization", "organ", "group"})


class NounClauses:
    """Reads the clauses around nouns of events, using the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["events"]["phrase"]
        self._grammar = grammar_of(lexicon)
        self._aspects = dependent_aspects_of(lexicon)
        self._durations = durations_of(lexicon)
        self._journeys = journeys_of(lexicon)
        self._performers = performer_finder_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)
        of = alternatives(lexicon.data["events"]["own"]["of"])
        self._bare = re.compile(
            rf"(?:\s+{of}(?:\s+[^\s,;:.]+){{1,7}}?)?\s+(?:{adverb_of(lexicon)}\s+)*"
        )
        self._from = re.compile(rf"(?<!\w){lexicon.before('from')}\Z")
        ahead = alternatives(lexicon.grammar["ahead"]["scheduled"])
        self._ahead = re.compile(rf"\s+{ahead}{AFTER}")
        self._indefinite = frozenset(words["indefinite"])
        relatives = alternatives(lexicon.words("relatives"))
        self._relative = re.compile(rf",?\s+{relatives}{AFTER}")
        self.verbs: LightVerbs = LightVerbs(lexicon, lexicon.data["events"])
        self._relatives = RelativeClauses(lexicon, self.verbs)
        self._after = noun_circumstances_of(lexicon).after
        self.surroundings: SurroundingsFinder = SurroundingsFinder(lexicon, words)

    def read(self, report: EventReport) -> bool:
        """Read the clause around a noun; return whether it reports an event."""
        if report.row.get("means"):
            return self._add_means(report)
        # "The Council, which held a session in May, meets in June": a session of the Council.
        having = self._having(report)
        if having is None and self.reports_none(report):
            return False
        report.phrase.day = report.phrase.day or self._relatives.day(report)
        if report.rule != "noun" or self._relatives.add_verb(report):
            return True
        if self._ahead.match(report.sentence.masked, report.around.end):
            report.status = "scheduled"  # "Monday's meeting will focus on fish"
        is_dated = self._relatives.add_day(report)
        status = report.status
        is_told = self._add_subject(report) or is_dated
        if is_dated:
            report.status = status
            report.rule = "subject" if report.rule == "noun" else report.rule
        return is_told

    def reports_none(self, report: EventReport) -> bool:
        """Read the verb whose subject is the event; return whether it says that there was none."""
        sentence, around = report.sentence, report.around
        match = self._verb_after(sentence, around.end, report.end)
        if match is None:
            self._add_being(report)
            return False
        group = match.lastgroup or "verb"
        status, tense = self.verbs.with_subject(" ".join(match[group].split()))
        verb = Verb(match.start(group), match.end(), match[group])
        aspect = self._grammar.aspect(sentence, verb, {tense})
        if tense == "base" and self._is_plural_present(sentence, report, verb):
            tense, aspect = "present", Aspect("completed")
        if aspect.status is None and around.day is not None and around.is_planned:
            # "A call that was planned for 3 May did not take place"
            report.rule, report.status = "subject", "cancelled"
            return False
        if aspect.status is None:
            return around.day is None
        if self._circumstances.is_open(sentence, verb.start):
            return True
        if status in _CHANGED:
            # "planned for 3 May, has been put off": the day before the verb is that of the event.
            planned = [day for day in sentence.days if report.end <= day.start < verb.start]
            around.day = around.day or next(iter(planned), None)
        more = self._after(sentence, match.end())
        if status in _CHANGED and not self._is_old_day(sentence, more.day):
            more.day = more.last = None  # "was cancelled on Friday"
        report.around = joined(around, more)
        if not report.around.partners:
            mentions = [each for each in sentence.mentions if not each.is_capital]
            within = sentence.actors_of(
                *(each for each in mentions if around.end <= each.start < verb.start)
            )
            report.around.partners = [each for each in within if each.kind in _WHO]
        if status not in _CHANGED:
            report.around.day = report.around.day or day_of(sentence, verb, more.end)
        report.rule, report.is_present = "subject", tense == "present"
        report.verb = verb.form
        report.is_over = self._durations.is_ending(verb.form)
        report.status = status or aspect.status
        report.status = _undone(report) if report.status == "rejected" else report.status
        return False

    def _add_being(self, report: EventReport) -> None:
        """Read a day that only a form of "be" joins to the event: "The deadline is 3 May"."""
        sentence = report.sentence
        match = self.verbs.being.match(sentence.masked, report.end)
        more = self._after(sentence, match.end("verb")) if match else None
        if match is None or more is None or more.day is None or report.day is not None:
            return
        report.around = joined(report.around, more)
        report.rule, report.verb, report.is_present = "subject", match["verb"], True

    def _is_old_day(self, sentence: ReadSentence, day: Day | None) -> bool:
        """Whether a day is the former day of a postponed event: "was moved from May to June"."""
        return day is not None and self._from.search(sentence.masked, 0, day.start) is not None

    def _add_means(self, report: EventReport) -> bool:
        """Read who spoke by phone, and return whether anybody did: "assured Lee by phone of"."""
        sentence, start = report.sentence, report.phrase.start
        subject = self._grammar.acting_before(sentence, start)
        if subject is None or report.around.agents:
            return False
        within = actors_within(sentence, subject.end, start) + report.around.partners
        people = [each for each in within if each.kind in _PEOPLE]
        speakers = [each for each in performers_of(sentence, subject) if each.kind in _PEOPLE]
        status = self.surroundings.status(sentence, start)
        clause = self._verb_day(sentence, subject.end, report.around.end)
        report.around.day = report.around.day or clause
        report.around.partners = []
        report.subjects = dict.fromkeys([*speakers, *people])
        report.status, report.rule = status or "completed", "object"
        return bool(speakers and people) and len(report.subjects) > 1

    def _add_subject(self, report: EventReport) -> bool:
        """Read the subject that has or attends the event; return whether the event took place."""
        sentence, start = report.sentence, report.phrase.start
        first = max(0, start - _NEAR)
        having = self._having(report)
        if having is not None:
            return self._add_owner(report, having)
        setting = self.verbs.before_day.search(sentence.masked, first, start)
        if setting is not None:
            verb = Verb(*setting.span("verb"), setting["verb"])
            report.phrase.day = day_of(sentence, verb, start)
            return self._add_owner(report, verb)
        clause = self.surroundings.around(sentence, start, report.around.end)
        is_dated = report.row.get("alone") and report.day is not None
        is_topic = report.kind != "visit" and self.surroundings.is_only_topic(sentence, start)
        # "discussed the summit, to be held in Oslo in May"
        is_set = report.around.is_planned and report.day is not None and not report.is_one
        if (
            (clause.is_talk and not is_set)
            or (is_topic and not is_dated)
            or (clause.is_predicate and clause.status is None)
            or (clause.is_occasion and not is_dated)
        ):
            return False
        report.status = clause.status or report.status
        if (
            report.is_one
            and report.day is None
            and report.kind in _UNPLANNED
            and not clause.is_said
        ):
            report.phrase.day = clause.day  # "On Monday, two people were killed in an attack"
        report.is_attended, report.is_present = clause.is_attended, clause.is_present
        if clause.is_attended and (report.row.get("attended") or not report.row.get("alone")):
            report.subjects = dict.fromkeys(clause.subjects)
            if report.kind in _OF_TWO_PEOPLE and not report.around.partners:
                report.subjects |= dict.fromkeys(clause.addressees)
            # "adopted on Monday at a conference", but not "after the conference".
            is_one = report.phrase.determiner in self._indefinite
            is_there = clause.is_there and report.around.place is not None
            if report.day is None and (is_one or is_there or not report.row.get("alone")):
                report.phrase.day = clause.day
        return True

    def _having(self, report: EventReport) -> Verb | None:
        """Return the verb directly before a noun: "hosted a summit"."""
        first = max(0, report.phrase.start - _NEAR)
        # In the plain text: "chair" and "head" may be masked as offices.
        text = _with_days(report.sentence, first, report.phrase.start)
        match = self.verbs.before.search(text)
        if match is None:
            return None
        return Verb(first + match.start("verb"), first + match.end("verb"), match["verb"])

    def _add_owner(self, report: EventReport, verb: Verb) -> bool:
        """Read the verb whose object is the event; return whether the event took place."""
        sentence = report.sentence
        role, change, tense = self.verbs.with_object(" ".join(verb.form.split()))
        if change == "scheduled" and report.kind in _UNPLANNED:
            return False  # "accused Norway of having planned the attack"
        if self.verbs.is_calling(verb.form) and not (report.is_one and report.day):
            return False  # "called the meeting a success"
        aim = self._journeys.status(sentence, verb.start) if tense == "base" else None
        if aim is not None:
            report.rule, report.status = "object", aim
            report.subjects = dict.fromkeys(self._journeys.travellers(sentence, verb.start), role)
            report.phrase.day = report.day or self._journeys.day(sentence, verb.start)
            return True
        aspect = self._aspects.of(sentence, verb, {tense})
        if is_plural_present(sentence, verb, {tense}):
            aspect = Aspect("scheduled")
        if aspect.status is None or self._circumstances.is_open(sentence, verb.start):
            return False
        _, performers = self._performers.find(sentence, verb)
        if aspect.is_passive:
            return True
        if report.day is None and (aspect.status == "expected" or role == _ABSENT):
            return False  # "pulled out of the talks": whether these took place is open.
        if performers:
            report.rule = "object"
            report.subjects = dict.fromkeys(performers, role)
        report.is_present = tense == "present"
        report.is_over = self._durations.is_ending(" ".join(verb.form.split()))
        left = sentence.masked[: verb.start]
        status = status_on(aspect.status, report.day, left, sentence.lexicon)
        report.status = change or status
        if report.day is None and change not in _CHANGED:
            report.around.day = day_of(sentence, verb, report.around.end)
        return True

    def _is_plural_present(self, sentence: ReadSentence, report: EventReport, verb: Verb) -> bool:
        """Whether a base form is in the present: "The talks between them resume on Monday"."""
        left = sentence.masked[max(report.end, report.around.end) : verb.start]
        is_plural = sentence.text[report.noun[1] - 1] == "s"
        return is_plural and self._bare.fullmatch(left) is not None

    def _verb_after(self, sentence: ReadSentence, end: int, noun_end: int) -> re.Match[str] | None:
        """Return the verb whose subject is an event, but not "that had been set for Monday"."""
        masked, inserted = sentence.masked, self.verbs.after_insertion
        match = self.verbs.after.match(masked, end)
        changed = inserted.match(masked, noun_end)
        if changed is not None:
            form = " ".join((changed["changed"] or changed["verb"]).split())
            if self.verbs.with_subject(form)[0] in _CHANGED:
                return changed
        if match is not None and self._relative.match(masked, end) is None:
            return match
        return inserted.match(masked, end) or inserted.match(masked, noun_end)

    def _verb_day(self, sentence: ReadSentence, start: int, end: int) -> Day | None:
        """Return the last day between two offsets."""
        days = [day for day in sentence.unquoted_days if start <= day.start < end]
        return days[-1] if days else None


def _undone(report: EventReport) -> str:
    """Return the status of what failed to begin; talks that failed to conclude took place."""
    return "completed" if report.is_over else "cancelled"


@cache
def noun_clauses_of(lexicon: Lexicon) -> NounClauses:
    """Return the reader of clauses around nouns for a lexicon."""
    return NounClauses(lexicon)


def _with_days(sentence: ReadSentence, start: int, end: int) -> str:
    """Return the plain text of a span, with its days masked."""
    text = sentence.text
    for day in sentence.days:
        if start <= day.start and day.end <= end:
            text = text[: day.start] + MASKS["day"] * (day.end - day.start) + text[day.end :]
    return text[start:end]
