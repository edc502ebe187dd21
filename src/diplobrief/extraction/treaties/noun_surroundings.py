"""Reads the words around a noun that reports a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.clauses import Verb, first_actor, grammar_of
from diplobrief.extraction.coordination import agents_of
from diplobrief.extraction.treaties.agents import agent_in_case
from diplobrief.extraction.treaties.parties import owners_of_instrument, party_wording_of
from diplobrief.extraction.verb_days import day_of

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.noun_wording import NounWording

_NEAR: Final = 25
_FAR: Final = 160
_BY_CHAMBERS: Final = frozenset({"parliamentary_approval", "ratification"})


@dataclass(frozen=True)
class NounContext:
    """What the words around a noun say about the step that it reports.

    Args:
        performers: Who performs it.
        end_of_agent: Where the words for them after the noun end.
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


class NounSurroundings:
    """Reads the words around the nouns for steps in a language.

    Args:
        wording: How its steps are worded by nouns.
    """

    def __init__(self, wording: NounWording) -> None:
        self._wording = wording

    def is_asserted(self, sentence: ReadSentence, match: re.Match[str], end_of_agent: int) -> bool:
        """Whether a sentence takes for granted that a step was taken: "after Norway's exit"."""
        if self._wording.asserted.search(sentence.masked[: match.start()]):
            return True
        end = max(match.end(), end_of_agent)
        return self._wording.presupposed.match(sentence.masked, end) is not None

    def read(self, sentence: ReadSentence, match: re.Match[str]) -> NounContext:
        """Return what the words around a noun say about the step."""
        wording, masked, end = self._wording, sentence.masked, match.end()
        left, tail = masked[: match.start()], masked[end : end + _FAR]
        performers, end_of_agent = self._performers(sentence, match)
        if not performers and wording.kind_of(match) in _BY_CHAMBERS:
            chamber = party_wording_of(sentence.lexicon).chamber.match(masked, end)
            performers = chamber_before(sentence, match.start()) or (
                sentence.actors_at(chamber.start("organ")) if chamber else []
            )
        if not performers and wording.kind_of(match) == "deposit":
            performers = owners_of_instrument(sentence, party_wording_of(sentence.lexicon))
        status, from_offset = self._status(match, tail, end_of_agent - end)
        put_off = wording.put_off.search(left)
        if put_off is not None:
            subject = _subject_of(sentence, put_off)
            performers = agents_of(sentence, subject) if subject else performers
            return NounContext(performers, end_of_agent, "postponed", is_put_off=True)
        if not performers and sentence.lexicon.grammar.get("verb_first"):
            # "اتفقت النرويج والسويد على تمديد المعاهدة"
            awaiting = wording.awaited.search(left)
            subject = first_actor(sentence, match.start()) if awaiting else None
            performers = agents_of(sentence, subject) if subject else performers
        if performers and wording.awaited.search(left):
            return NounContext(performers, end_of_agent, "expected", from_offset)
        is_open = status in {None, "scheduled"}
        announced = wording.announced.search(left) if is_open else None
        if announced is None and is_open:
            announced = wording.notified.search(left)
        witnessed = wording.witnessed.search(left) if status is None else None
        before = announced or witnessed
        if before is None:
            return NounContext(performers, end_of_agent, status, from_offset)
        subject = _subject_of(sentence, before)
        performers = performers or (agents_of(sentence, subject) if subject else [])
        day = None
        if announced is not None:
            verb = Verb(*announced.span("verb"), announced["verb"])
            day = day_of(sentence, verb, len(masked))
        return NounContext(performers, end_of_agent, "completed", day=day)

    def _performers(
        self, sentence: ReadSentence, match: re.Match[str]
    ) -> tuple[Sequence[Entity], int]:
        """Return the performers of a step, and where the words for them after the noun end."""
        agent = self._wording.agent.match(sentence.masked, match.end())
        mention = sentence.mention_at(agent.end()) if agent else None
        mention = mention or agent_in_case(sentence, match.end(), match.end() + _NEAR)
        if mention is not None:
            return agents_of(sentence, mention), mention.end
        middle = sentence.mention_at(match.start("middle")) if match["middle"] else None
        if middle is not None:
            return agents_of(sentence, middle), match.end()
        for group in ("owner", "whose", "adjective"):
            if match[group]:
                return sentence.actors_at(match.start(group)), match.end()
        if match["own"] or self._wording.noun_of(match) in self._wording.owned:
            subject = first_actor(sentence, match.start())
            return (agents_of(sentence, subject) if subject else []), match.end()
        labelled = self._wording.labelled.match(sentence.masked)
        return (sentence.actors_at(labelled.end()) if labelled else []), match.end()

    def _status(self, match: re.Match[str], tail: str, after: int) -> tuple[str | None, int]:
        """Return the status that the words around a noun give, and where its day may begin."""
        for status, pattern in self._wording.predicates:
            found = pattern.match(tail, max(0, after))
            if found:
                return status, found.end()
        return ("scheduled" if match["ahead"] else None), 0


def day_of_noun(sentence: ReadSentence, match: re.Match[str], around: NounContext) -> Day | None:
    """Return the day of a noun: one before it, that of the verb before it, or one after it."""
    group = next((each for each in ("day", "when", "aside") if match[each]), None)
    owning = match.start(group) if group else None
    day = next((d for d in sentence.days if d.start == owning), None) or around.day
    far = _FAR if around.status else _NEAR
    for start in dict.fromkeys((match.end() + around.from_offset, match.end())):
        day = day or _day_after(sentence, start, far, around.end_of_agent)
    if day is None and grammar_of(sentence.lexicon).has_verb_last:
        # "ایران روز یکشنبه خروج خود از معاهده را اعلام کرد"
        before = [each for each in sentence.days if each.end <= match.start()]
        is_near = before and not {",", ";", ":"} & {
            *sentence.masked[before[-1].end : match.start()]
        }
        day = before[-1] if is_near else None
    return day


def _subject_of(sentence: ReadSentence, match: re.Match[str]) -> Mention | None:
    """Return the subject of a verb before a noun, or else the first actor of the sentence."""
    verb = Verb(match.start(), match.end(), match[0].split()[0])
    subject = grammar_of(sentence.lexicon).own_subject(sentence, verb)
    return subject or first_actor(sentence, match.start())


def chamber_before(sentence: ReadSentence, end: int) -> Sequence[Entity]:
    """Return the last parliament before an offset: "to the Senate, where a vote is due"."""
    for mention in reversed(sentence.mentions):
        actors = sentence.actors_of(mention)
        if mention.end <= end and any(map(is_legislature, actors)):
            return actors
    return ()


def _day_after(sentence: ReadSentence, start: int, distance: int, end_of_agent: int) -> Day | None:
    """Return the first day after an offset, if it is near the offset or the agent."""
    for day in sentence.days:
        if day.start >= start:
            if grammar_of(sentence.lexicon).relative.search(sentence.masked, start, day.start):
                # "the signing of the pact, for which talks had begun in May"
                return None
            return day if day.start - max(start, end_of_agent) < distance else None
    return None
