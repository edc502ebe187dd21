"""Reads relative clauses with an event as subject or object: "a truce that ended in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.events.durations import durations_of
from diplobrief.extraction.events.noun_circumstances import joined, noun_circumstances_of
from diplobrief.extraction.participles import dependent_aspects_of

if TYPE_CHECKING:
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.events.light_verbs import LightVerbs
    from diplobrief.extraction.events.report import EventReport
    from diplobrief.extraction.lexicon import Lexicon

_ABSENT: Final = "absent"
_CHANGED: Final = frozenset({"postponed", "cancelled"})


class RelativeClauses:
    """Reads relative clauses of nouns of events.

    Args:
        lexicon: The lexicon of the language.
        verbs: The verbs that report an event together with its noun.
    """

    def __init__(self, lexicon: Lexicon, verbs: LightVerbs) -> None:
        self._verbs = verbs
        self._grammar = grammar_of(lexicon)
        self._aspects = dependent_aspects_of(lexicon)
        self._durations = durations_of(lexicon)
        self._after = noun_circumstances_of(lexicon).after

    def add_verb(self, report: EventReport) -> bool:
        """Read a relative clause whose object is the event: "a speech that Berg gave in Oslo"."""
        sentence = report.sentence
        match = self._verbs.relative.match(sentence.masked, report.end)
        if match is None:
            return False
        verb = Verb(match.start("verb"), match.end(), match["verb"])
        role, _, tense = self._verbs.with_object(" ".join(verb.form.split()))
        aspect = self._aspects.of(sentence, verb, {tense})
        subject = self._grammar.own_subject(sentence, verb)
        if subject is None or aspect.status is None or aspect.is_passive or role == _ABSENT:
            return False
        report.around = self._after(sentence, verb.end)
        report.rule, report.status = "object", aspect.status
        report.subjects = dict.fromkeys(performers_of(sentence, subject), role)
        return bool(report.subjects)

    def add_day(self, report: EventReport) -> bool:
        """Read the day of the event from a relative clause: "the truce, which began on 3 May"."""
        sentence = report.sentence
        match = self._verbs.of_relative.match(sentence.masked, report.end)
        if match is None or report.day is not None:
            return False
        verb = Verb(match.start("verb"), match.end(), match["verb"])
        status, tense = self._verbs.with_subject(" ".join(verb.form.split()))
        aspect = self._grammar.aspect(sentence, verb, {tense})
        if aspect.status is None or status in _CHANGED:
            return False
        around = self._after(sentence, match.end())
        if around.day is None:
            return False
        report.around = joined(report.around, around)
        report.status, report.is_present = status or aspect.status, tense == "present"
        report.verb, report.is_over = verb.form, self._durations.is_ending(verb.form)
        return True

    def day(self, report: EventReport) -> Day | None:
        """Return the day of an event in a clause after it: "the summit that Norway held in May"."""
        match = self._verbs.relative.match(report.sentence.masked, report.end)
        if match is None or match.end() >= len(report.sentence.masked):
            return None
        if self._verbs.with_object(" ".join(match["verb"].split()))[1] in _CHANGED:
            return None  # "the summit, which was called off in May"
        return self._after(report.sentence, match.end()).day
