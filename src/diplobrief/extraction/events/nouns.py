"""Events that a noun reports: "a meeting with Ann Lee in Geneva on Monday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from diplobrief.extraction.circumstances import Circumstances, circumstance_finder_of
from diplobrief.extraction.clauses import Verb, grammar_of
from diplobrief.extraction.coordination import actors_within, agents_of, joined_after
from diplobrief.extraction.events.from_nouns import EventReport, event_of
from diplobrief.extraction.events.journeys import journeys_of
from diplobrief.extraction.events.light_verbs import LightVerbs
from diplobrief.extraction.events.phrases import NounPhrase, phrase_before
from diplobrief.extraction.events.surroundings import SurroundingsFinder
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.outlook import Aspect
from diplobrief.extraction.participles import dependent_aspects_of
from diplobrief.extraction.patterns import AFTER, alternatives, as_listed
from diplobrief.extraction.performers import is_plural_present, performer_finder_of
from diplobrief.extraction.verb_days import day_of, status_on
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
_WHO: Final = frozenset({"state", "person", "organization", "organ", "group"})


class EventNouns:
    """Finds events by the nouns of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["events"]
        self._grammar = grammar_of(lexicon)
        self._aspects = dependent_aspects_of(lexicon)
        self._journeys = journeys_of(lexicon)
        self._performers = performer_finder_of(lexicon)
        self._circumstances = circumstance_finder_of(lexicon)
        self._rows = {
            as_listed(form): row
            for row in data["event"]
            for form in lexicon.forms_of(row.get("nouns", ()))
        }
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
        self._rounds: Mapping[str, Any] = data["rounds"]
        self._round = re.compile(
            rf"\b(?:{alternatives(self._rounds['words'])})\s+{lexicon.before('of')}"
            r"(?:[^\s,;.]+\s+){0,3}$"
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
        relatives = alternatives(lexicon.words("relatives"))
        self._relative = re.compile(rf",?\s+{relatives}{AFTER}")
        self._verbs = LightVerbs(lexicon, data)
        words = data["phrase"]
        self._determiners = frozenset(words["determiners"])
        self._outside = frozenset(words["outside"]) | self._verbs.last_words
        self._ahead = frozenset(words["ahead"])
        self._no_event = frozenset(words["no_event"])
        self._indefinite = frozenset(words["indefinite"])
        self._surroundings = SurroundingsFinder(lexicon, words)

    def find(
        self,
        reading: Reading,
        news: DaysOfNews,
        sentence: ReadSentence,
        earlier: ReadSentence | None = None,
        known: Sequence[Entity] = (),
    ) -> Iterator[FoundEvent]:
        """Yield the events that the nouns of a sentence report.

        Args:
            reading: The page.
            news: The days of the page that are news.
            sentence: The sentence.
            earlier: The sentence before it.
            known: Who took part in the event that the page reported before.
        """
        for match in self._noun.finditer(sentence.masked, sentence.words):
            report = self._report(sentence, earlier, *match.span())
            event = event_of(report, reading, news, known) if report else None
            if event is not None:
                yield event

    def _report(
        self, sentence: ReadSentence, earlier: ReadSentence | None, start: int, end: int
    ) -> EventReport | None:
        masked = sentence.masked
        noun, span = as_listed(masked[start:end]), (start, end)
        row = self._rows[noun]
        start, kind = self._round_of(sentence, start, noun)
        phrase = phrase_before(sentence, start, self._determiners, self._outside)
        if self._no_event & {*phrase.words[:1], phrase.determiner}:
            return None
        if "after" in row and not masked[: phrase.start].rstrip().endswith(tuple(row["after"])):
            return None
        if "object" in row:
            after = self._object_end(sentence, phrase, kind, end)
            if after is None:
                return None
            end = after
        if not phrase.owners:
            phrase.owners = self._surroundings.owners(
                sentence, phrase.start, phrase.determiner, earlier
            )
        end = self._add_owners_after(sentence, phrase, end)
        around = self._after(sentence, end, self._verbs.start)
        report = EventReport(sentence, row, kind, phrase, end, around)
        if report.day is None and report.rule == "noun":
            phrase.day = sentence.entry_day
        report.is_talks, report.noun = noun in self._talks, span
        report.is_one = phrase.determiner is None or phrase.determiner in self._indefinite
        if self._ahead & {*phrase.words} or around.is_planned:
            report.status = "scheduled"
        if self._is_nothing(report):
            return None
        if report.rule == "noun" and not self._add_subject(report):
            return None
        return report

    def _round_of(self, sentence: ReadSentence, start: int, noun: str) -> tuple[int, str]:
        """Return where the words of a noun start, and the kind: "a round of talks"."""
        kind: str = self._rows[noun]["kind"]
        rounds = self._round.search(sentence.masked[:start])
        if rounds is None:
            return start, kind
        is_round = noun.endswith(tuple(self._rounds["last_words"]))
        return rounds.start(), self._rounds["kind"] if is_round else kind

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
        """Add whose event it is by the words after the noun; return where they end."""
        attributes = self._attributes.match(sentence.masked, end)
        end = attributes.end() if attributes else end
        owner = self._owner_after.match(sentence.masked, end)
        mention = sentence.mention_at(owner.end()) if owner and not phrase.owners else None
        if mention is None:
            return end
        phrase.owners = agents_of(sentence, mention)
        return joined_after(sentence, mention)[-1].end

    def _is_nothing(self, report: EventReport) -> bool:
        """Read the verb whose subject is the event; return whether it says that there was none."""
        sentence, around = report.sentence, report.around
        match = self._verbs.after.match(sentence.masked, around.end)
        if match is None:
            return False
        status, tense = self._verbs.with_subject(" ".join(match["verb"].split()))
        verb = Verb(match.start("verb"), match.end(), match["verb"])
        aspect = self._grammar.aspect(sentence, verb, {tense})
        if aspect.status is None:
            return around.day is None
        if self._circumstances.is_open(sentence, verb.start):
            return True
        more = self._after(sentence, match.end())
        report.around = _joined(around, more)
        if self._relative.match(sentence.masked, around.end):
            return False  # "a visit to Oslo that had been set for Monday"
        if not report.around.partners:
            within = actors_within(sentence, around.end, verb.start)
            report.around.partners = [each for each in within if each.kind in _WHO]
        report.around.day = report.around.day or day_of(sentence, verb, more.end)
        report.rule, report.is_present = "subject", tense == "present"
        report.status = status or aspect.status
        return False

    def _add_subject(self, report: EventReport) -> bool:
        """Read who has the event or takes part in it; return whether it took place."""
        sentence, start = report.sentence, report.phrase.start
        first = max(0, start - _NEAR)
        # In the plain text: "chair" and "head" may be masked as offices.
        having = self._verbs.before.search(_with_days(sentence, first, start))
        if having is not None:
            verb = Verb(first + having.start("verb"), first + having.end("verb"), having["verb"])
            return self._add_owner(report, verb)
        setting = self._verbs.before_day.search(sentence.masked, first, start)
        if setting is not None:
            verb = Verb(*setting.span("verb"), setting["verb"])
            report.phrase.day = day_of(sentence, verb, start)
            return self._add_owner(report, verb)
        clause = self._surroundings.around(sentence, start, report.around.end)
        is_dated = report.row.get("alone") and report.day is not None
        if (
            clause.is_talk
            or (clause.is_predicate and clause.status is None)
            or (clause.is_occasion and not is_dated)
        ):
            return False
        report.status = clause.status or report.status
        report.is_attended = clause.is_attended
        if clause.is_attended and (report.row.get("attended") or not report.row.get("alone")):
            report.subjects = dict.fromkeys(clause.subjects)
            if report.day is None and not report.row.get("alone"):
                report.phrase.day = clause.day
        return True

    def _add_owner(self, report: EventReport, verb: Verb) -> bool:
        """Read the verb whose object is the event; return whether the event took place."""
        sentence = report.sentence
        role, change, tense = self._verbs.with_object(" ".join(verb.form.split()))
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
        if not performers or aspect.is_passive:
            return True
        if aspect.status == "expected" and report.day is None:
            return False
        report.rule = "object"
        report.subjects = dict.fromkeys(performers, role)
        report.is_present = tense == "present"
        left = sentence.masked[: verb.start]
        status = status_on(aspect.status, report.day, left)
        report.status = change or status
        if report.day is None:
            report.around.day = day_of(sentence, verb, report.around.end)
        return True

    def _after(
        self, sentence: ReadSentence, start: int, before: re.Pattern[str] | None = None
    ) -> Circumstances:
        stop = self._circumstances.clause_end(sentence, start)
        verb = before.search(sentence.masked, start, stop) if before else None
        stop = verb.start() if verb else stop
        return self._circumstances.after(sentence, start, stop)


def _with_days(sentence: ReadSentence, start: int, end: int) -> str:
    """Return the plain text of a span, with its days masked."""
    text = sentence.text
    for day in sentence.days:
        if start <= day.start and day.end <= end:
            text = text[: day.start] + MASKS["day"] * (day.end - day.start) + text[day.end :]
    return text[start:end]


def _states(actors: Sequence[Entity]) -> list[Entity]:
    """Return the states of actors."""
    return [state for state in (actor.state for actor in actors) if state is not None][:1]


def _joined(first: Circumstances, second: Circumstances) -> Circumstances:
    return Circumstances(
        second.end,
        partners=[*dict.fromkeys([*first.partners, *second.partners])],
        agents=[*first.agents, *second.agents],
        has_others=first.has_others or second.has_others,
        place=first.place or second.place,
        state=first.state or second.state,
        day=second.day or first.day,
        last=second.last or first.last,
        is_planned=first.is_planned or second.is_planned,
    )
