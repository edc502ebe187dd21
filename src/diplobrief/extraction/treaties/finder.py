"""The rules that find the steps of treaties."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from diplobrief.extraction.aspect_words import Aspect
from diplobrief.extraction.clauses import Verb, first_actor, grammar_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.treaties.acting import ActOfVerb
from diplobrief.extraction.treaties.completion import complete_parties
from diplobrief.extraction.treaties.continuation import Continuations
from diplobrief.extraction.treaties.examples import Examples
from diplobrief.extraction.treaties.from_verbs import step_of
from diplobrief.extraction.treaties.identity import Treaties
from diplobrief.extraction.treaties.lists import TreatyLists
from diplobrief.extraction.treaties.nominal import NominalSteps
from diplobrief.extraction.treaties.objects import TreatyOfVerb, treaties_before
from diplobrief.extraction.treaties.obtained import ObtainedApprovals
from diplobrief.extraction.treaties.reports import ReadVerb, StepReport
from diplobrief.extraction.treaties.status_lists import StatusLists
from diplobrief.extraction.treaties.step_aspects import StepAspects
from diplobrief.extraction.treaties.tables import DepositaryTables
from diplobrief.extraction.treaties.tallies import Tallies
from diplobrief.extraction.treaties.verb_reports import VerbReports
from diplobrief.extraction.treaties.wording import StepWording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.found import FoundStep, FoundTreaty


class StepFinder:
    """Finds the treaties of a page and their steps using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._grammar = grammar_of(lexicon)
        self._acts = lexicon.acts("steps", "step")
        self._attributes = lexicon.inflection.attributes
        steps = lexicon.data["steps"]
        self._wording = StepWording(lexicon)
        is_ambiguous = bool(lexicon.grammar.get("past_is_participle"))
        self._participles = {"participle", "past"} if is_ambiguous else set[str]()
        self._inner_object = re.compile(self._wording.object)
        # Where verbs begin their clause, some are written like nouns.
        preposition = rf"(?<!\w){lexicon.before('prepositions')}$"
        is_before_subject = lexicon.grammar.get("verb_first")
        self._preposition = re.compile(preposition) if is_before_subject else None
        self._verb = self._wording.verbs(self._acts, steps["particles"]["words"])
        self._treaty = TreatyOfVerb(lexicon, self._wording)
        self._acting = ActOfVerb(lexicon, self._wording)
        self._obtained = ObtainedApprovals(lexicon, self._treaty)
        self._nominal = NominalSteps(lexicon)
        self._aspects = StepAspects(lexicon, self._wording, self._acting)
        self._lists = TreatyLists(lexicon)
        self._tables = DepositaryTables(lexicon)
        self._status_lists = StatusLists(lexicon)
        self._tallies = Tallies(lexicon)
        self._examples = Examples(lexicon)
        self._verbs = VerbReports(lexicon, self._wording, self._treaty, self._acting, self._tallies)
        self._continuations = Continuations(lexicon)

    def find(self, reading: Reading) -> list[FoundTreaty]:
        """Return the treaties of a page with their steps."""
        treaties = Treaties(reading)
        last: StepReport | None = None
        announced: FoundStep | None = None
        listed = _ListedSteps(reading, self._tables, self._status_lists)
        for sentence in reading.sentences:
            treaties.start_sentence(sentence)
            if announced is not None:
                if self._lists.add_item(sentence, treaties, announced):
                    continue
                announced = None
            if listed.add(sentence, treaties):
                continue
            steps: list[FoundStep] = []
            reported: list[StepReport] = []
            for report in self._reports(sentence, treaties, last):
                last = report
                reported.append(report)
                step = step_of(report, reading)
                if step is not None:
                    steps.append(step)
                    treaties.last = report.treaty
                    each = [*self._examples.of_step(report, step), step]
                    for treaty in self._treaties_of(report, treaties):
                        for one in each:
                            treaty.add_each(one)
            for treaty, step in (
                *self._nominal.find(sentence, treaties, reported),
                *self._nominal.together.signed(sentence, treaties),
                *self._examples.yet_to(sentence, treaties),
                *self._tallies.find(sentence, treaties, steps),
            ):
                treaty.add_each(step)
            treaties.end_sentence(sentence)
            announced = self._lists.announced(reading, sentence, steps)
        complete_parties(treaties.all, reading.entities)
        return treaties.all

    def _reports(
        self, sentence: ReadSentence, treaties: Treaties, last: StepReport | None
    ) -> Iterator[StepReport]:
        earlier: list[tuple[Verb, Mention]] = []
        before: StepReport | None = None
        told: tuple[Verb, Aspect] | None = None
        is_next = last is not None and last.sentence is treaties.sentence_before(sentence)
        following = self._continuations.follows(sentence, last) if is_next else None
        if following is not None:
            yield following
            yield from self._continuations.reported_together(sentence, following)
        lower = sentence.masked.lower()
        text = lower if len(lower) == len(sentence.masked) else sentence.masked
        matches = [
            *filter(partial(self._is_verb, sentence), self._verb.finditer(text, sentence.words))
        ]
        for number, match in enumerate(matches):
            form = self._form(match)
            verb = Verb(*match.span(), form)
            stop = self._stop(sentence, matches[number + 1 :], form)
            tenses = {tense for _, tense in self._acts[form]}
            if any(act.verb == form for act, _ in self._acts[form]):
                tenses.add("base")
                tenses |= self._tenses_of_headline(sentence, verb)
            aspect = self._aspects.of(sentence, verb, tenses)
            aspect = self._aspects.joined(sentence, verb, tenses, aspect, told)
            told = verb, aspect
            subject = None
            is_participle = tenses & self._participles and (
                self._wording.after_treaty.search(sentence.masked[: verb.start])
                or self._wording.follows_name(sentence, verb)
            )
            continues = self._continuations.continues(sentence, verb, before, tenses)
            aspect = _continued(aspect, before) if continues and before is not None else aspect
            notice = self._aspects.notice(sentence, verb)
            subordinate = self._aspects.subordinate(sentence, verb, tenses, earlier)
            if notice is not None:
                subject, aspect = first_actor(sentence, notice), Aspect("completed")
            elif subordinate is not None:
                subject, aspect = subordinate
            elif not aspect.is_passive and not is_participle:
                subject = self._grammar.subject_of_act(sentence, verb, earlier)
                if subject is not None:
                    earlier.append((verb, subject))
            if aspect.status is not None:
                joins = self._continuations.joins(sentence, verb, before)
                known = before.treaty if (continues or joins) and before is not None else None
                may_be_passive = not tenses <= {"base", "present", "gerund"}
                read = ReadVerb(verb, subject, aspect, stop, known, may_be_passive)
                report = self._verbs.report(sentence, treaties, read)
                if report is not None:
                    before = report = _placed(report, before, notice)
                    yield report
                    yield from self._continuations.after(sentence, report, treaties)
        yield from self._obtained.find(sentence, treaties)

    def _form(self, match: re.Match[str]) -> str:
        """Return a verb as in the lexicon, without an object within it: "take it up"."""
        written = self._wording.without_day(match[0].lower())
        form = " ".join(written.split()).replace("’", "'")
        if form in self._acts:
            return form
        return " ".join(self._inner_object.sub("", written, count=1).split())

    def _is_verb(self, sentence: ReadSentence, match: re.Match[str]) -> bool:
        """Whether a form is a verb instead of a noun ("voted for the exit") or an adjective."""
        is_noun = self._wording.before_noun.search(sentence.masked[: match.start()])
        is_verb = self._wording.no_verb.match(sentence.masked, match.start()) is None
        is_verb = is_verb and not self._says_what_a_law_does(sentence, match)
        if self._preposition is not None:
            # "بعد تبادل وثائق التصديق"
            is_verb = is_verb and not self._preposition.search(sentence.masked[: match.start()])
        return is_noun is None and is_verb and not self._is_attribute(sentence, match)

    def _says_what_a_law_does(self, sentence: ReadSentence, match: re.Match[str]) -> bool:
        """Whether a verb says what a law does, not its signer: "the law that ratifies it"."""
        form = " ".join(match[0].lower().split())
        if not any(act.is_present(form) for act, _ in self._acts.get(form, ())):
            return False
        which = self._wording.relative_pronoun.search(sentence.masked[: match.start()])
        law = next(iter(treaties_before(sentence, match.start())[-1:]), None)
        is_next = which and law and not sentence.masked[law.end : which.start()].strip(" ,")
        return bool(is_next) and law is not None and law.type == "reference"

    @staticmethod
    def _tenses_of_headline(sentence: ReadSentence, verb: Verb) -> set[str]:
        """Return "present" for a verb after several actors in a headline: "A, B sign pact"."""
        last = sentence.masked[: verb.start].rstrip()[-1:]
        is_headline = sentence.sentence.block.is_heading or sentence.entry_day is not None
        is_headline = is_headline and last in ACTOR[1:-1]
        return {"present"} if last and is_headline else set()

    def _treaties_of(self, report: StepReport, treaties: Treaties) -> list[FoundTreaty]:
        """Return the treaties that a verb is about, each once."""
        if self._lists.opens_list(report):
            return []
        listed = [treaties.of(each) for each in self._lists.listed(report)]
        if listed:
            return [*dict.fromkeys(treaty for treaty in listed if treaty is not None)]
        others = [treaties.of(each) for each in self._lists.about(report)]
        known = (treaty for treaty in [report.treaty, *others] if treaty is not None)
        return [*dict.fromkeys(known)]

    def _stop(self, sentence: ReadSentence, later: Sequence[re.Match[str]], first: str) -> int:
        """Return where the next verb that is not part of an object begins."""
        kinds = {act.kind for act, _ in self._acts[first]}
        # "рекомендовал палате ратифицировать договор"
        advises = self._grammar.is_head_first and "committee_recommendation" in kinds
        for match in later:
            form = self._form(match)
            is_gerund = all(tense == "gerund" for _, tense in self._acts[form])
            law = next(iter(treaties_before(sentence, match.start())[-1:]), None)
            between = sentence.masked[law.end : match.start()] if law is not None else ","
            says_which = is_gerund or self._wording.relative_pronoun.search(between)
            is_of_a_law = law is not None and law.type == "reference" and "," not in between
            before = sentence.masked[: match.start()].rstrip()
            is_base = all(tense == "base" for _, tense in self._acts[form])
            is_recommended = is_base and advises and not before.endswith(",")
            is_part_of_object = (is_gerund and not before.endswith(",")) or is_recommended
            is_part_of_object |= self._aspects.is_proposed(sentence.masked[: match.start()], form)
            if not is_part_of_object and not (is_of_a_law and says_which):
                return match.start()
        return len(sentence.masked)

    def _is_attribute(self, sentence: ReadSentence, match: re.Match[str]) -> bool:
        """Whether a participle only describes the treaty after it: "одобренный договор"."""
        is_before_treaty = sentence.masked.startswith(MASKS["treaty"], match.end() + 1)
        return is_before_treaty and match[0].lower() in self._attributes


class _ListedSteps:
    """Reads the tables and the lists of a page, line by line."""

    def __init__(self, reading: Reading, tables: DepositaryTables, lists: StatusLists) -> None:
        self._reading = reading
        self._tables = tables
        self._lists = lists
        self._columns: Sequence[str | None] = []
        self._state: Entity | None = None

    def add(self, sentence: ReadSentence, treaties: Treaties) -> bool:
        """Add the steps of the next line to the last treaty, and return whether there are any."""
        self._columns = self._tables.columns(sentence, self._columns)
        steps = [*self._tables.steps(self._reading, sentence, self._columns)]
        self._state = self._lists.state(sentence, self._state)
        entry = self._lists.step(self._reading, sentence, self._state)
        if entry is not None:
            steps.append(entry)
        for step in steps:
            treaties.add_to_last(step)
        return bool(steps)


def _continued(aspect: Aspect, before: StepReport) -> Aspect:
    """Return the aspect of a participle that continues a verb: "was signed and ratified"."""
    if aspect.status is None or aspect.is_passive:
        return aspect
    return Aspect(before.aspect.status, is_passive=True)


def _placed(report: StepReport, before: StepReport | None, notice: int | None) -> StepReport:
    """Return a report that knows if it is the sentence's first, and where its notice starts."""
    report = replace(report, is_first=before is None)
    if notice is None or report.sentence.has_day(notice, report.verb.start):
        return report
    # "On Friday it notified the depositary of its intention to leave."
    return replace(report, verb=replace(report.verb, start=notice))


@cache
def step_finder_of(lexicon: Lexicon) -> StepFinder:
    """Return the finder of treaty steps for a lexicon."""
    return StepFinder(lexicon)
