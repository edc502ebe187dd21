"""Steps that a noun reports: "the signing of the treaty in January"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.clauses import Verb, first_actor, grammar_of
from diplobrief.extraction.coordination import agents_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.treaties.found import FoundStep, FoundTreaty, Treaties
from diplobrief.extraction.treaties.noun_wording import NounWording
from diplobrief.extraction.treaties.parties import party_wording_of
from diplobrief.extraction.verb_days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading, ReadSentence

_TREATY: Final = MASKS["treaty"]
_IN_PARENTHESES: Final = re.compile(
    rf"(?<!{_TREATY}){_TREATY}++\s?\((?:[^()]{{1,40}}?,\s*)?(?P<day>{MASKS['day']}+)\)"
)
_NEAR: Final = 25
_FAR: Final = 160
_OPEN: Final = frozenset({"scheduled", "expected", "postponed", "cancelled"})
_UNILATERAL: Final = frozenset(
    {"withdrawal", "suspension", "ratification", "accession", "termination"}
)
_BODIES: Final = frozenset({"organ", "person", "unnamed"})


@dataclass(frozen=True)
class _Around:
    """What the words around a noun say of the step that it reports.

    Args:
        performers: Who performs it.
        end_of_agent: Where the words that say it after the noun end.
        status: The status that the words give, if any.
        from_offset: How far after the noun its day may begin.
        day: The day on which it was announced.
        is_put_off: Whether it was put off.
    """

    performers: Sequence[Entity]
    end_of_agent: int
    status: str | None
    from_offset: int = 0
    day: Day | None = None
    is_put_off: bool = False


class NominalSteps:
    """Finds steps by nouns of the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._wording = NounWording(lexicon)

    def find(
        self,
        reading: Reading,
        sentence: ReadSentence,
        treaties: Treaties,
        reported: Sequence[tuple[int, int]],
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the steps that nouns of a sentence report, each with its treaty.

        Args:
            reading: The page.
            sentence: The sentence.
            treaties: The treaties of the page.
            reported: The spans of the verbs that report steps; nouns within them, and their objects
                ("approved the ratification of the treaty"), report no other.
        """
        for match in self._wording.noun.finditer(sentence.masked):
            left = sentence.masked[: match.start()]
            if self._wording.within.search(left) or self._wording.as_verb.search(left):
                continue
            if not self._reports_step(sentence, match, reported):
                continue
            treaty = self._treaty(sentence, treaties, match)
            if treaty is None:
                continue
            step = self._step(reading, sentence, match)
            if step is None:
                continue
            if match["own"] and not step.parties and treaty.steps:
                # "It will leave; its exit is to take effect in May".
                step.parties = treaty.steps[-1].parties
            yield treaty, step
            others = self._joined(sentence, match) if match["treaty"] else ()
            for joined in dict.fromkeys(treaties.of(other) for other in others):
                if joined is not None and joined is not treaty:
                    yield joined, replace(step, evidence=[*step.evidence])
            if step.parties:
                for each in self._told_together(reading, sentence, step, match.end()):
                    yield treaty, each

    def signed_in_parentheses(
        self, reading: Reading, sentence: ReadSentence, treaties: Treaties
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the signatures after names: "the Lake Treaty (Oslo, 3 May 2024)"."""
        for match in (
            *_IN_PARENTHESES.finditer(sentence.masked),
            *self._wording.of_a_day.finditer(sentence.masked),
        ):
            mention = sentence.mention_at(match.start("day"))
            treaty = treaties.of(sentence.mention_at(match.start()))
            day = next((d for d in sentence.days if d.start == match.start("day")), None)
            evidence = reading.evidence(sentence, match.start(), match.end())
            if treaty is None or mention is not None or day is None or evidence is None:
                continue
            if day.day is None and "(" not in match[0]:
                continue
            date, written = reading.date_of(day, sentence, ahead=False)
            yield treaty, FoundStep("signature", "completed", "noun", [evidence], date, written)

    def _treaty(
        self, sentence: ReadSentence, treaties: Treaties, match: re.Match[str]
    ) -> FoundTreaty | None:
        if match["treaty"]:
            return treaties.of(sentence.mention_at(match.start("treaty")))
        noun = self._wording.noun_of(match)
        tail = sentence.masked[match.end() : match.end() + _FAR]
        if noun in self._wording.of_chambers and not _chamber_before(sentence, match):
            return None
        if any(
            pattern.match(tail) for status, pattern in self._wording.predicates if status in _OPEN
        ):
            return treaties.last
        if noun.rpartition(" ")[2] in {"of", "on", "from", "to", "for", "in"}:
            return None
        is_owned = match["owner"] or match["own"] or match["adjective"]
        is_owned = is_owned or self._wording.agent.match(sentence.masked, match.end())
        return treaties.last if is_owned or noun in self._wording.dated else None

    def _told_together(
        self, reading: Reading, sentence: ReadSentence, step: FoundStep, end: int
    ) -> Iterator[FoundStep]:
        """Yield the same step of others: "France's exit took effect in May, Italy's in June"."""
        for match in self._wording.another.finditer(sentence.masked, end):
            day = next((d for d in sentence.days if d.start == match.start("day")), None)
            parties = [each.party for each in sentence.actors_at(match.start("actor"))]
            evidence = reading.evidence(sentence, match.start("actor"), match.end())
            if day is None or evidence is None:
                continue
            date, written = reading.date_of(day, sentence, ahead=step.status == "scheduled")
            yield replace(
                step,
                evidence=[evidence],
                date=date,
                date_as_written=written,
                parties=[party for party in parties if party is not None],
                by=(),
            )

    def _joined(self, sentence: ReadSentence, match: re.Match[str]) -> Iterator[Mention]:
        """Yield the treaties that are joined with that of a noun: "the signing of A and of B"."""
        end = match.end("treaty")
        for mention in sentence.mentions:
            if mention.kind == "treaty" and mention.start >= end:
                if not self._wording.and_the.fullmatch(sentence.masked[end : mention.start]):
                    return
                yield mention
                end = mention.end

    def _step(
        self, reading: Reading, sentence: ReadSentence, match: re.Match[str]
    ) -> FoundStep | None:
        around = self._around(sentence, match)
        day = self._day(sentence, match, around)
        if day is None and sentence.label is not None and around.status != "postponed":
            day = sentence.label
            is_ahead = reading.is_ahead(reading.date_of(day, sentence, ahead=False)[0])
            around = replace(around, status="scheduled" if is_ahead else "completed")
        performers, kind = around.performers, self._wording.kind_of(match) or ""
        if around.status is None and day is None:
            is_reported = performers and match["treaty"] and kind in _UNILATERAL
            if not is_reported or not self._is_asserted(sentence, match, around.end_of_agent):
                return None
        status = around.status or "completed"
        if status == "completed" and day is None and not performers:
            return None
        if status == "scheduled" and day is None:
            status = "expected"
        last = max(match.end(), around.end_of_agent, day.end if day else 0)
        evidence = reading.evidence(sentence, match.start(), last)
        if evidence is None:
            return None
        is_ahead = status in {"scheduled", "expected"}
        date, written = reading.date_of(day, sentence, ahead=is_ahead)
        if status == "postponed":
            is_new = day and self._wording.until.search(sentence.masked[: day.start])
            date, written = None, day.text.rstrip(".") if day and is_new else None
        bodies = [entity for entity in performers if entity.kind in _BODIES]
        if kind == "ratification" and not around.is_put_off and any(map(is_legislature, bodies)):
            kind = "parliamentary_approval"
        states = [entity.party for entity in performers]
        parties = [*dict.fromkeys(state for state in states if state is not None)]
        return FoundStep(kind, status, "noun", [evidence], date, written, parties, bodies)

    def _is_asserted(
        self, sentence: ReadSentence, match: re.Match[str], end_of_agent: int
    ) -> bool:
        """Whether a sentence takes for granted that a step was taken: "after Norway's exit"."""
        if self._wording.asserted.search(sentence.masked[: match.start()]):
            return True
        end = max(match.end(), end_of_agent)
        return self._wording.presupposed.match(sentence.masked, end) is not None

    def _around(self, sentence: ReadSentence, match: re.Match[str]) -> _Around:
        """Return what the words around a noun say of the step."""
        wording, masked, end = self._wording, sentence.masked, match.end()
        left, tail = masked[: match.start()], masked[end : end + _FAR]
        performers, end_of_agent = self._performers(sentence, match)
        if not performers and wording.kind_of(match) == "parliamentary_approval":
            chamber = party_wording_of(sentence.lexicon).chamber.match(masked, end)
            performers = _chamber_before(sentence, match) or (
                sentence.actors_at(chamber.start("organ")) if chamber else []
            )
        status, from_offset = self._status(match, tail, end_of_agent - end)
        put_off = wording.put_off.search(left)
        if put_off is not None:
            subject = _subject_of(sentence, put_off)
            performers = agents_of(sentence, subject) if subject else performers
            return _Around(performers, end_of_agent, "postponed", is_put_off=True)
        if performers and wording.awaited.search(left):
            return _Around(performers, end_of_agent, "expected", from_offset)
        announced = wording.announced.search(left) if status is None else None
        witnessed = wording.witnessed.search(left) if status is None else None
        before = announced or witnessed
        if before is None:
            return _Around(performers, end_of_agent, status, from_offset)
        subject = _subject_of(sentence, before)
        performers = performers or (agents_of(sentence, subject) if subject else [])
        day = None
        if announced is not None:
            verb = Verb(*announced.span("verb"), announced["verb"])
            day = day_of(sentence, verb, len(masked))
        return _Around(performers, end_of_agent, "completed", day=day)

    @staticmethod
    def _day(sentence: ReadSentence, match: re.Match[str], around: _Around) -> Day | None:
        """Return the day of a noun: before it, of the verb before it, or after it."""
        owning = match.start("day") if match["day"] else None
        day = next((d for d in sentence.days if d.start == owning), None) or around.day
        far = _FAR if around.status else _NEAR
        for start in dict.fromkeys((match.end() + around.from_offset, match.end())):
            day = day or _day_after(sentence, start, far, around.end_of_agent)
        return day

    def _reports_step(
        self, sentence: ReadSentence, match: re.Match[str], reported: Sequence[tuple[int, int]]
    ) -> bool:
        """Whether a noun may report a step, and no verb that reports one contains it."""
        kind, noun = self._wording.kind_of(match), match.start("noun")
        is_reported = any(start <= noun < end for start, end in reported)
        if kind is None or is_reported or self._wording.of_any.search(sentence.masked[:noun]):
            return False
        if kind == "negotiation":
            return self._has_ended(sentence, match)
        after_verb = self._wording.after_verb
        return not any(after_verb.fullmatch(sentence.masked, end, noun) for _, end in reported)

    def _has_ended(self, sentence: ReadSentence, match: re.Match[str]) -> bool:
        """Whether talks are said to have ended: "negotiations on the treaty were concluded"."""
        tail = sentence.masked[match.end() : match.end() + _FAR]
        return any(
            status == "completed" and p.match(tail) for status, p in self._wording.predicates
        )

    def _performers(
        self, sentence: ReadSentence, match: re.Match[str]
    ) -> tuple[Sequence[Entity], int]:
        """Return who performs a step, and where the words that say it after the noun end."""
        agent = self._wording.agent.match(sentence.masked, match.end())
        mention = sentence.mention_at(agent.end()) if agent else None
        if mention is not None:
            return agents_of(sentence, mention), mention.end
        middle = sentence.mention_at(match.start("middle")) if match["middle"] else None
        if middle is not None:
            return agents_of(sentence, middle), match.end()
        for group in ("owner", "whose", "adjective"):
            if match[group]:
                return sentence.actors_at(match.start(group)), match.end()
        if match["own"]:
            subject = first_actor(sentence, match.start())
            return (agents_of(sentence, subject) if subject else []), match.end()
        return [], match.end()

    def _status(self, match: re.Match[str], tail: str, after: int) -> tuple[str | None, int]:
        """Return the status that the words around a noun give, and where its day may begin."""
        for status, pattern in self._wording.predicates:
            found = pattern.match(tail, max(0, after))
            if found:
                return status, found.end()
        return ("scheduled" if match["ahead"] else None), 0


def _subject_of(sentence: ReadSentence, match: re.Match[str]) -> Mention | None:
    """Return the subject of a verb before a noun, or else the first actor of the sentence."""
    verb = Verb(match.start(), match.end(), match[0].split()[0])
    subject = grammar_of(sentence.lexicon).own_subject(sentence, verb)
    return subject or first_actor(sentence, match.start())


def _chamber_before(sentence: ReadSentence, match: re.Match[str]) -> Sequence[Entity]:
    """Return the last parliament before a noun: "to the Senate, where a vote is due in May"."""
    for mention in reversed(sentence.mentions):
        actors = sentence.actors.get(mention.start, ())
        if mention.end <= match.start() and any(map(is_legislature, actors)):
            return actors
    return ()


def _day_after(sentence: ReadSentence, start: int, distance: int, end_of_agent: int) -> Day | None:
    """Return the first day after an offset, not far from it or from the agent."""
    for day in sentence.days:
        if day.start >= start:
            return day if day.start - max(start, end_of_agent) < distance else None
    return None
