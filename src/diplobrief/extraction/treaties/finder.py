"""The rules that find the steps of treaties."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import (
    Aspect,
    Verb,
    agents_of,
    first_actor,
    grammar_of,
    performers_of,
)
from diplobrief.extraction.lexicon import Act, Lexicon
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.treaties.found import FoundStep, FoundTreaty, Treaties
from diplobrief.extraction.treaties.telling import StepTelling, step_of
from diplobrief.extraction.treaties.wording import StepWording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading, ReadSentence

_TREATY: Final = MASKS["treaty"]
_DAY: Final = MASKS["day"]
_BREAK: Final = re.compile(rf"[,;]|{ACTOR}")
_NEAR: Final = 100
_FAR: Final = 160
_NEAR_LAW: Final = 40
_NEAR_INSTRUMENT: Final = 60

_APPROVAL: Final = Act("parliamentary_approval", "vote to", ("legislature",), "treaty", "")
_PROMULGATION: Final = Act("promulgation", "sign", ("person",), "treaty", "")
# What a chamber does before it decides: it tells a step only if it lies ahead.
_BEFORE_DECISION: Final = frozenset({"review", "consider", "take up", "debate", "vote on", "vote"})


class StepFinder:
    """Finds the treaties of a page and their steps by the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._grammar = grammar_of(lexicon)
        self._acts = lexicon.acts("steps", "step")
        steps = lexicon.data["steps"]
        self._references = frozenset(steps["treaties"]["heads"]["reference"])
        self._wording = StepWording(lexicon)
        self._inner_object = re.compile(self._wording.object)
        self._object_pronouns = frozenset(lexicon.data["people"]["object_pronouns"])
        self._subject_pronouns = frozenset(lexicon.data["people"]["thing_pronouns"])
        self._withdrawn = frozenset(steps["wording"]["withdrawn"])
        self._short = frozenset(steps["wording"]["short"])
        self._voting = frozenset(steps["wording"]["voting"])
        self._before_decision = frozenset(steps["wording"]["before_decision"])
        self._verb = self._wording.verbs(self._acts, steps["particles"]["words"])
        self._nouns = [
            (self._wording.noun(noun), row["kind"])
            for row in steps["step"]
            for noun in row.get("nouns", ())
        ]

    def find(self, reading: Reading) -> list[FoundTreaty]:
        """Return the treaties of a page with their steps."""
        treaties = Treaties(reading, self._references)
        for sentence in reading.sentences:
            treaties.start_sentence(sentence)
            for telling in self._tellings(sentence, treaties):
                step = step_of(telling, reading)
                if step is not None:
                    treaties.last = telling.treaty
                    telling.treaty.tell(step)
            self._add_nominal_steps(reading, sentence, treaties)
        treaties.complete_parties()
        return treaties.all

    def _tellings(self, sentence: ReadSentence, treaties: Treaties) -> Iterator[StepTelling]:
        earlier: list[tuple[Verb, Mention]] = []
        matches = [*self._verb.finditer(sentence.masked)]
        for number, match in enumerate(matches):
            form = " ".join(self._inner_object.sub("", match[0].lower()).split())
            verb = Verb(*match.span(), form)
            stop = self._end_of_clause(sentence, matches[number + 1 :])
            tenses = {tense for _, tense in self._acts[form]}
            aspect = self._grammar.aspect(sentence, verb, tenses)
            subject = None
            if not aspect.is_passive:
                subject = self._grammar.subject_of_act(sentence, verb, earlier)
                if subject is not None:
                    earlier.append((verb, subject))
            if aspect.status is not None:
                telling = self._telling(sentence, treaties, verb, subject, aspect, stop)
                if telling is not None:
                    yield telling

    def _end_of_clause(self, sentence: ReadSentence, later: Sequence[re.Match[str]]) -> int:
        """Return where the next verb begins that does not belong to a law: "the law ratifying"."""
        for match in later:
            form = " ".join(self._inner_object.sub("", match[0].lower()).split())
            is_gerund = all(tense == "gerund" for _, tense in self._acts[form])
            law = next(iter(_treaties_before(sentence, match.start())[-1:]), None)
            between = sentence.masked[law.end : match.start()] if law is not None else ","
            says_which = is_gerund or self._wording.relative_pronoun.search(between)
            is_of_a_law = law is not None and law.type == "reference" and "," not in between
            if not (is_of_a_law and says_which):
                return match.start()
        return len(sentence.masked)

    def _telling(
        self,
        sentence: ReadSentence,
        treaties: Treaties,
        verb: Verb,
        subject: Mention | None,
        aspect: Aspect,
        stop: int,
    ) -> StepTelling | None:
        performers: Sequence[Entity] = ()
        act = next((act for act, _ in self._acts[verb.form] if act.subject == "treaty"), None)
        if act is not None:
            rule = "intransitive"
            treaty = self._treaty_as_subject(sentence, treaties, verb)
        elif aspect.is_passive or subject is None:
            if not aspect.is_passive and not self._wording.participle.search(
                sentence.masked[: verb.start]
            ):
                return None
            rule = "passive"
            performers = self._agent(sentence, verb, stop)
            act = self._act_by(sentence, verb, performers)
            treaty = self._treaty_as_object_before(sentence, treaties, verb)
        else:
            is_relative = self._wording.relative.search(sentence.masked[: subject.start])
            rule = "relative" if is_relative else "active"
            performers = performers_of(sentence, subject)
            if subject.start > verb.start or self._grammar.has_verb_last:
                joined = agents_of(sentence, subject)
                performers = [*dict.fromkeys([*performers, *joined])]
            after = max(verb.end, subject.end)
            act = self._act_of_subject(sentence, verb, performers, after)
            treaty = self._treaty_as_object(sentence, treaties, verb, subject, stop)
        if act is None:
            return None
        treaty = treaty or self._implied_treaty(sentence, treaties, verb, act)
        if treaty is None or not self._fits(sentence, verb, subject, act, aspect):
            return None
        return StepTelling(sentence, verb, act, aspect, treaty, tuple(performers), stop, rule)

    def _act_of_subject(
        self, sentence: ReadSentence, verb: Verb, performers: Sequence[Entity], end: int
    ) -> Act | None:
        categories = {entity.category for entity in performers}
        if "legislature" in categories and self._wording.voted.search(
            sentence.masked[: verb.start]
        ):
            return _APPROVAL
        act = self._act_by(sentence, verb, performers)
        is_signature = act is not None and act.kind == "signature"
        if (
            is_signature
            and "person" in categories
            and self._wording.a_law.match(sentence.text, end)
        ):
            return _PROMULGATION
        return act

    def _act_by(
        self, sentence: ReadSentence, verb: Verb, performers: Sequence[Entity]
    ) -> Act | None:
        """Return the act that a verb tells if these actors perform it."""
        acts = [act for act, _ in self._acts[verb.form]]
        after = verb.end, verb.end + _NEAR_INSTRUMENT
        has_instrument = self._wording.instrument.search(sentence.text, *after) is not None
        of_instrument = [act for act in acts if act.object.startswith("instrument")]
        candidates = of_instrument if has_instrument and of_instrument else acts
        if not performers:
            by_kind = {act.kind: act for act in reversed(candidates)}
            return by_kind.get("signature") or by_kind.get("ratification") or candidates[0]
        categories = {entity.category for entity in performers}
        if len(performers) > 1:
            categories.add("both")
        if "unnamed" in categories:
            categories.add("executive")
        return next((act for act in candidates if categories & set(act.by)), None)

    def _treaty_as_subject(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb
    ) -> FoundTreaty | None:
        inner = next((m for m in sentence.mentions if verb.start < m.start < verb.end), None)
        if inner is not None:
            return treaties.of(inner) if inner.kind == "treaty" else treaties.last
        before = _treaties_before(sentence, verb.start)
        if before:
            is_within_phrase = self._wording.of_a_treaty.search(sentence.masked[: before[-1].start])
            return None if is_within_phrase else treaties.of(before[-1])
        return treaties.last if self._pronoun_before(sentence, verb) else None

    def _treaty_as_object_before(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb
    ) -> FoundTreaty | None:
        """Return the treaty that a passive verb or a participle is about."""
        before = _treaties_before(sentence, verb.start)
        if before and verb.start - before[-1].end < _NEAR:
            return treaties.of(before[-1])
        left = sentence.masked[: verb.start]
        if self._wording.at_start.match(left) or self._grammar.condition.search(left):
            return treaties.of(_treaty_after(sentence, verb.end, len(sentence.masked)))
        return treaties.last if self._pronoun_before(sentence, verb) else None

    def _treaty_as_object(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb, subject: Mention, stop: int
    ) -> FoundTreaty | None:
        inner = next((m for m in sentence.mentions if verb.start < m.start < verb.end), None)
        if inner is not None:
            return treaties.last if inner.kind == "pronoun" else treaties.of(inner)
        after = _treaty_after(sentence, verb.end, min(stop, verb.end + _FAR))
        if after is not None:
            return treaties.of(after)
        relative = self._wording.relative.search(sentence.masked[: subject.start])
        if relative:
            return treaties.of(sentence.mention_at(relative.start("treaty")))
        following = sentence.mention_at(verb.end + 1)
        if following is not None and following.name in self._object_pronouns:
            return treaties.last
        has_pronoun = self._wording.has_pronoun_as_object(sentence.masked, verb.start, verb.end)
        if has_pronoun and treaties.last is not None:
            return treaties.last
        is_free = self._grammar.has_verb_last or self._grammar.has_free_order
        if is_free or subject.start > verb.start:
            before = _treaties_before(sentence, verb.start)
            return treaties.of(before[-1]) if before else None
        return None

    def _implied_treaty(
        self, sentence: ReadSentence, treaties: Treaties, verb: Verb, act: Act
    ) -> FoundTreaty | None:
        """Return the last treaty if a verb needs no object: "signed in Geneva on May 3"."""
        if act.object in {"addressee", "instrument", "instruments"}:
            return treaties.last
        head = verb.form.split()[0]
        has_day = any(day.start >= verb.end for day in sentence.days)
        is_leaving = verb.form in self._withdrawn
        is_short = head in self._short and self._wording.place_or_day.match(
            sentence.masked, verb.end if " " not in verb.form else verb.end - 3
        )
        if has_day and (is_leaving or is_short or head in self._voting):
            return treaties.last
        left = sentence.masked[: verb.start]
        if self._wording.ratification.match(
            sentence.masked, verb.end
        ) or self._wording.voted.search(left):
            return treaties.last
        return None

    def _fits(
        self, sentence: ReadSentence, verb: Verb, subject: Mention | None, act: Act, aspect: Aspect
    ) -> bool:
        """Whether what surrounds a verb fits the act that it would tell."""
        if act.object in {"instrument", "instruments"}:
            return (
                self._wording.instrument.search(sentence.text, verb.end, verb.end + 60) is not None
            )
        if aspect.status != "completed":
            return True
        if act.verb in self._before_decision:
            return False
        is_aside = (
            subject is not None
            and subject.kind == "pronoun"
            and self._wording.relative_pronoun.search(sentence.masked[: subject.start])
        )
        return not is_aside

    def _agent(self, sentence: ReadSentence, verb: Verb, stop: int) -> list[Entity]:
        match = self._wording.agent.match(sentence.masked, verb.end, stop)
        mention = sentence.mention_at(match.end()) if match else None
        return agents_of(sentence, mention) if mention else []

    def _pronoun_before(self, sentence: ReadSentence, verb: Verb) -> bool:
        """Whether "it" directly precedes a verb and its auxiliaries."""
        return any(
            mention.name in self._subject_pronouns
            and 0 <= verb.start - mention.end < 30
            and not _BREAK.search(sentence.masked, mention.end, verb.start)
            for mention in sentence.mentions
            if mention.kind == "pronoun"
        )

    def _add_nominal_steps(
        self, reading: Reading, sentence: ReadSentence, treaties: Treaties
    ) -> None:
        """Add the steps that a noun tells: "the signing of the treaty in January"."""
        for pattern, kind in self._nouns:
            for match in pattern.finditer(sentence.masked):
                mention = sentence.mention_at(match.end())
                treaty = treaties.of(mention)
                if mention is None or treaty is None:
                    continue
                days = [day for day in sentence.days if 0 <= day.start - mention.end < 20]
                put_off = self._wording.put_off.search(sentence.masked[: match.start()])
                if not days and put_off is None:
                    continue
                if self._wording.after_a_law.search(sentence.masked[: match.start()]):
                    continue
                day = days[0] if days else None
                end = day.end if day else mention.end
                evidence = reading.evidence(sentence, match.start(), end)
                if evidence is None:
                    continue
                date, written = reading.date_of(day, sentence, ahead=False)
                if put_off is None:
                    step = FoundStep(kind, "completed", "noun", [evidence], date, written)
                else:
                    subject = first_actor(sentence, put_off.start())
                    performers = sentence.actors.get(subject.start, []) if subject else []
                    states = [entity.state for entity in performers]
                    step = FoundStep(
                        kind,
                        "postponed",
                        "noun",
                        [evidence],
                        date_as_written=day.text if day else None,
                        parties=[state for state in states if state is not None],
                    )
                treaty.tell(step)


def _treaties_before(sentence: ReadSentence, offset: int) -> list[Mention]:
    return [m for m in sentence.mentions if m.kind == "treaty" and m.end <= offset]


def _treaty_after(sentence: ReadSentence, start: int, stop: int) -> Mention | None:
    found = sentence.masked.find(_TREATY, start, stop)
    if found < 0:
        return None
    between = sentence.masked[start:found]
    is_another_clause = "," in between and len(between) > 40
    mention = sentence.mention_at(found)
    if is_another_clause or mention is None:
        return None
    if mention.type == "reference":
        # "the law that ratifies the treaty"
        other = sentence.masked.find(_TREATY, mention.end, min(stop, mention.end + _NEAR_LAW))
        between = sentence.masked[mention.end : other]
        if other >= 0 and "," not in between and sentence.mention_at(other) is not None:
            return sentence.mention_at(other)
    return mention


@cache
def step_finder_of(lexicon: Lexicon) -> StepFinder:
    """Return the finder of treaty steps for a lexicon."""
    return StepFinder(lexicon)
