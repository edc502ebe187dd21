"""Steps that a noun reports: "the signing of the treaty in January"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.treaties.found import FoundStep, FoundTreaty
from diplobrief.extraction.treaties.later_days import later_days_of
from diplobrief.extraction.treaties.noun_surroundings import (
    NounContext,
    NounSurroundings,
    chamber_before,
    day_of_noun,
)
from diplobrief.extraction.treaties.noun_wording import NounWording
from diplobrief.extraction.treaties.nouns_together import NounsTogether
from diplobrief.extraction.treaties.organizations import OF_MEMBERS, treaty_of_organization

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.reports import StepReport

_NEAR: Final = 25
_FAR: Final = 160
_OPEN: Final = frozenset({"scheduled", "expected", "postponed", "cancelled"})
_UNILATERAL: Final = frozenset(
    {"withdrawal", "suspension", "ratification", "accession", "termination"}
)
_DECISIONS: Final = frozenset(
    {"parliamentary_approval", "government_approval", "committee_recommendation", "referendum"}
)
_DECIDED_NEAR: Final = 60
_GOVERNMENT: Final = "government"
_BODIES: Final = frozenset({"organ", "person", "unnamed"})


class NominalSteps:
    """Finds steps by nouns of the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._wording = NounWording(lexicon)
        self._surroundings = NounSurroundings(self._wording)
        self.together: NounsTogether = NounsTogether(self._wording)

    def find(
        self, sentence: ReadSentence, treaties: Treaties, reported: Sequence[StepReport]
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the steps that nouns of a sentence report, each with its treaty.

        Args:
            sentence: The sentence.
            treaties: The treaties of the page.
            reported: The verbs that report steps; nouns within them, and their objects
                ("approved the ratification of the treaty"), report no other.
        """
        for match in self._wording.noun.finditer(sentence.masked, sentence.words):
            if not self._reports_step(sentence, match, reported):
                continue
            treaty = self._treaty(sentence, treaties, match)
            if treaty is None:
                continue
            around = self._surroundings.read(sentence, match)
            if self._wording.noun_of(match) in self._wording.of_chambers and not around.performers:
                around = replace(around, performers=self._chamber(sentence, match, treaties))
            # "on 8 May, a week after its signing"
            last = treaty.last_reported if reported else None
            left = sentence.text[: match.start("noun")]
            later = later_days_of(sentence.lexicon)
            counted = later.before(left, last.date) if last and last.date else None
            step = self._step(treaties.reading, sentence, match, around, counted)
            if step is None or _is_decided(step, treaty, match, reported):
                continue
            if match["own"] and not step.parties and treaty.steps:
                # "It will leave; its exit is to take effect in May".
                step.parties = treaty.steps[-1].parties
            if _is_of_law(step, treaty):
                step.kind = "promulgation"
            yield treaty, step
            yield from self._with_others(sentence, treaties, match, treaty, step)

    def _with_others(
        self,
        sentence: ReadSentence,
        treaties: Treaties,
        match: re.Match[str],
        treaty: FoundTreaty,
        step: FoundStep,
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield a step and others with it: "the signing of A and of B", "and that of Italy"."""
        others = self.together.treaties(sentence, match) if match["treaty"] else ()
        for joined in dict.fromkeys(treaties.of(other) for other in others):
            if joined is not None and joined is not treaty:
                yield joined, replace(step, evidence=[*step.evidence])
        if step.parties:
            body = self._wording.body.match(sentence.masked, match.end())
            end = body.end() + 1 if body else match.end()
            for each in self.together.of_others(treaties.reading, sentence, step, end):
                yield treaty, each

    def _treaty(
        self, sentence: ReadSentence, treaties: Treaties, match: re.Match[str]
    ) -> FoundTreaty | None:
        if match["treaty"]:
            return treaties.of(sentence.mention_at(match.start("treaty")))
        noun, kind = self._wording.noun_of(match), self._wording.kind_of(match)
        tail = sentence.masked[match.end() : match.end() + _FAR]
        if noun in self._wording.of_chambers and not self._chamber(sentence, match, treaties):
            return None
        if any(
            pattern.match(tail) for status, pattern in self._wording.predicates if status in _OPEN
        ):
            # "Upon ratification, which is expected in May, the pact would enter into force."
            named = next((each for each in sentence.mentions if each.kind == "treaty"), None)
            return treaties.last or treaties.of(named)
        if kind in OF_MEMBERS:
            body = self._wording.body.match(sentence.masked, match.end())
            known = treaty_of_organization(sentence, body.end(), treaties) if body else None
            if known is not None:
                return known
        if noun.rpartition(" ")[2] in {"of", "on", "from", "to", "for", "in"}:
            return None
        is_owned = match["owner"] or match["own"] or match["adjective"]
        is_owned = is_owned or self._wording.labelled.match(sentence.masked)
        is_owned = is_owned or self._wording.agent.match(sentence.masked, match.end())
        return treaties.last if is_owned or noun in self._wording.dated else None

    @staticmethod
    def _chamber(
        sentence: ReadSentence, match: re.Match[str], treaties: Treaties
    ) -> Sequence[Entity]:
        """Return the parliament before a noun, or that of the sentence before."""
        before = treaties.sentence_before(sentence)
        found = chamber_before(sentence, match.start())
        return found or (chamber_before(before, len(before.masked)) if before else ())

    def _step(
        self,
        reading: Reading,
        sentence: ReadSentence,
        match: re.Match[str],
        around: NounContext,
        counted: str | None,
    ) -> FoundStep | None:
        day = day_of_noun(sentence, match, around)
        is_free = day is None and counted is None and around.status != "postponed"
        if is_free and sentence.entry_day is not None:
            day = sentence.entry_day
            is_ahead = reading.is_ahead(reading.date_of(day, sentence, ahead=False)[0])
            around = replace(around, status="scheduled" if is_ahead else "completed")
        performers = around.performers
        if not self._is_reported(sentence, match, around, is_dated=bool(day or counted)):
            return None
        status = around.status or "completed"
        if status == "scheduled" and day is None:
            status = "expected"
        is_open = match["noun"].endswith(":") or around.status is None
        if is_open and reading.is_ahead(reading.date_of(day, sentence, ahead=False)[0]):
            status = "scheduled"
        last = max(match.end(), around.end_of_agent, day.end if day else 0)
        evidence = reading.evidence(sentence, match.start(), last)
        is_ahead = status in {"scheduled", "expected"}
        date, written = reading.date_of(day, sentence, ahead=is_ahead)
        if counted is not None and day is None:
            date, written = counted, None
        if status == "postponed":
            # Not "намеченное на 3 мая, отложено": the day of the plan.
            is_after = day is not None and day.start >= match.end() + around.from_offset
            is_new = is_after and day and self._wording.until.search(sentence.masked[: day.start])
            date, written = None, day.text.rstrip(".") if day and is_new else None
        bodies = [entity for entity in performers if entity.kind in _BODIES]
        noun = self._wording.noun_of(match)
        # "A debate was held": nothing is decided yet.
        decides = noun not in self._wording.preparing or status != "completed"
        kind = self._kind_by(bodies, noun, is_put_off=around.is_put_off) if decides else None
        if status == "completed":
            status = self._wording.statuses.get(noun, status)
        states = [entity.party for entity in performers]
        parties = [*dict.fromkeys(state for state in states if state is not None)]
        if kind == "withdrawal" and self._wording.revoked.match(sentence.masked, match.end()):
            # "Norway's notice of withdrawal was revoked in March."
            kind = "revocation"
        if kind is None or evidence is None:
            return None
        return FoundStep(kind, status, "noun", [evidence], date, written, parties, bodies)

    def _is_reported(
        self, sentence: ReadSentence, match: re.Match[str], around: NounContext, *, is_dated: bool
    ) -> bool:
        """Whether a sentence reports a step that was taken or lies ahead."""
        if is_dated or around.status not in {None, "completed"}:
            return True
        if around.status is None and not self._is_asserted(sentence, match, around):
            return False
        return bool(around.performers)

    def _is_asserted(
        self, sentence: ReadSentence, match: re.Match[str], around: NounContext
    ) -> bool:
        """Whether a sentence takes a step of one state for granted: "after Norway's exit"."""
        is_unilateral = self._wording.kind_of(match) in _UNILATERAL
        is_reported = bool(around.performers and match["treaty"]) and is_unilateral
        end = around.end_of_agent
        return is_reported and self._surroundings.is_asserted(sentence, match, end)

    def _kind_by(self, bodies: Sequence[Entity], noun: str, *, is_put_off: bool) -> str | None:
        """Return the kind of step that a noun reports if these bodies take it, if any."""
        kind = self._wording.kinds.get(noun)
        is_parliamentary = any(map(is_legislature, bodies))
        if noun in self._wording.of_bodies and not is_parliamentary:
            is_of_government = any(entity.type == _GOVERNMENT for entity in bodies)
            return "government_approval" if is_of_government else None
        if kind == "ratification" and is_parliamentary and not is_put_off:
            return "parliamentary_approval"
        return kind

    def _reports_step(
        self, sentence: ReadSentence, match: re.Match[str], reported: Sequence[StepReport]
    ) -> bool:
        """Whether a noun may report a step, and is not part of a verb that reports one."""
        left = sentence.masked[: match.start()]
        patterns = [self._wording.within, self._wording.topic, self._wording.not_planned]
        if self._wording.announced.search(left) is None:
            patterns.append(self._wording.infinitive)
        if not match["own"] and self._wording.noun_of(match) not in self._wording.owned:
            patterns.append(self._wording.as_verb)
        if any(pattern.search(left) for pattern in patterns):
            return False
        kind, noun = self._wording.kind_of(match), match.start("noun")
        verbs = [report.verb for report in reported]
        is_reported = any(verb.start <= noun < verb.end for verb in verbs)
        if kind is None or is_reported:
            return False
        is_of_any = self._wording.of_any.search(sentence.masked[:noun]) is not None
        # "put off a vote on the treaty"
        is_of_any = is_of_any and not self._wording.put_off.search(left)
        if is_of_any and not self._is_dated(sentence, match):
            return False
        if kind == "negotiation" and not match["noun"].endswith(":"):
            return self._has_ended(sentence, match)
        after_verb = self._wording.after_verb
        return not any(after_verb.fullmatch(sentence.masked, verb.end, noun) for verb in verbs)

    def _is_dated(self, sentence: ReadSentence, match: re.Match[str]) -> bool:
        """Whether a step without a definite article has a day: "a vote is set for 3 May"."""
        tail = sentence.masked[match.end() : match.end() + _FAR]
        found = (pattern.match(tail) for _, pattern in self._wording.predicates)
        end = next((each.end() for each in found if each), None)
        if end is None:
            return False
        is_open = self._wording.noun_of(match) in self._wording.of_chambers
        # Not "A notice takes effect after six months, so Norway will be out on 3 May".
        clause = re.split(r"[,;:]", sentence.masked[match.end() + end :], maxsplit=1)[0]
        days = [
            day.start
            for day in sentence.days
            if match.end() + end <= day.start < match.end() + end + len(clause)
            # "A withdrawal takes effect six months later" reports none.
            if is_open or day.month is not None or day.year is not None
        ]
        return bool(days) and days[0] - match.end() - end < _DECIDED_NEAR

    def _has_ended(self, sentence: ReadSentence, match: re.Match[str]) -> bool:
        """Whether a sentence reports that talks ended: "talks on the treaty were concluded"."""
        tail = sentence.masked[match.end() : match.end() + _FAR]
        return any(
            status in {"completed", "cancelled", "postponed"} and p.match(tail)
            for status, p in self._wording.predicates
        )


def _is_of_law(step: FoundStep, treaty: FoundTreaty) -> bool:
    """Whether one person's signature to come is under a law: "It awaits the king's signature"."""
    is_to_come = step.kind == "signature" and step.status == "expected"
    is_of_one = [each.kind for each in step.by] == ["person"] or (
        len(step.by) == 1 and step.by[0].is_one
    )
    is_passed = any(
        each.kind == "parliamentary_approval" and each.status == "completed"
        for each in treaty.steps
    )
    return is_to_come and is_of_one and is_passed


def _is_decided(
    step: FoundStep, treaty: FoundTreaty, match: re.Match[str], reported: Sequence[StepReport]
) -> bool:
    """Whether a noun is what a body decided on: "approved, by 43 votes to 5, accession to"."""
    if step.parties:
        return False
    return any(
        report.treaty is treaty
        and report.act.kind in _DECISIONS
        and 0 <= match.start() - report.verb.end < _DECIDED_NEAR
        for report in reported
    )
