"""Steps that a noun tells: "the signing of the treaty in January"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.actors import is_legislature
from diplobrief.extraction.clauses import Verb, agents_of, first_actor, grammar_of
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.treaties.found import FoundStep, FoundTreaty, Treaties
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


class NominalSteps:
    """Finds steps by nouns of the lexicon of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        steps = lexicon.data["steps"]
        words, wording = steps.get("nominal", {}), steps["wording"]
        self._kinds = {noun: row["kind"] for row in steps["step"] for noun in row.get("nouns", ())}
        self._dated = frozenset(words.get("without_treaty", ()))
        self._of_chambers = frozenset(words.get("of_chambers", ()))
        article = leading([*lexicon.words("before_nouns"), *lexicon.words("articles"), ""])
        own = leading(lexicon.words("possessives"))
        owner = (
            rf"(?:(?P<owner>{ACTOR}+)['’]s?\s+|(?P<day>{MASKS['day']}+)['’]s\s+|(?P<own>{own})"
            rf"|(?P<adjective>[{MASKS['state']}{MASKS['adjective']}{MASKS['organization']}]+)\s+)?"
        )
        nouns = self._pattern_of_nouns(lexicon, article)
        taking_part = alternatives(words.get("taking_part", ()))
        on_day = leading([*lexicon.words("before_a_day_or_month"), ""])
        self._another = re.compile(
            rf"(?:,|\s{lexicon.before('and').strip()})\s+{article}(?P<actor>{ACTOR}+)['’]s\s+"
            rf"{on_day}(?P<day>{MASKS['day']}+)"
        )
        self._and_the = re.compile(
            rf"(?:,?\s+{leading([*lexicon.words('and'), *lexicon.words('as_well_as')])}|,\s+)"
            rf"{leading([*lexicon.words('of'), ''])}"
            rf"{leading([*lexicon.words('before_an_office'), ''])}"
        )
        self._noun = re.compile(
            rf"{lexicon.start}{owner}(?:(?P<ahead>{alternatives(words.get('ahead', ()))})\s+)?"
            rf"(?P<noun>{nouns}){AFTER}"
            rf"(?:\s+{article}(?P<whose>{ACTOR}+)['’]s?\s+{taking_part})?"
            rf"(?:\s+{article}(?P<treaty>{_TREATY}+))?",
            re.IGNORECASE,
        )
        self._within = re.compile(
            rf"{alternatives(words.get('not_after', ()))}\s+{article}$", re.IGNORECASE
        )
        before_verb = [
            word
            for word in (*lexicon.words("before_a_verb"), *lexicon.words("to"))
            if word[0].isalpha()
        ]
        self._as_verb = re.compile(rf"(?:\b{alternatives(before_verb)}|{ACTOR})\s+$")
        self._agent = re.compile(
            rf"[^,;.{ACTOR[1:-1]}]{{0,30}}?\b{alternatives(lexicon.words('by'))}\s+"
            rf"{article}(?={ACTOR})"
        )
        self._predicates = [
            (
                status,
                re.compile(
                    rf"(?:,[^,;.]{{1,90}},)?[^;.,]{{0,40}}?,?[^;.,]{{0,20}}?"
                    rf"\b{alternatives(words[status])}{AFTER}"
                ),
            )
            for status in ("postponed", "cancelled", "scheduled", "expected", "completed")
            if status in words
        ]
        self._until = re.compile(rf"\b{alternatives(words.get('until', ()))}\s+$")
        self._put_off = re.compile(
            rf"\b{alternatives(words.get('put_off', wording['put_off']))}\s+[^,.;]{{0,40}}$"
        )
        self._witnessed = re.compile(rf"\b{alternatives(words.get('witnessing', ()))}\s+{article}$")
        self._announced = re.compile(
            rf"\b(?P<verb>{alternatives(words.get('announcing', ()))})\s+{article}$"
        )
        self._asserted = re.compile(
            rf"\b{alternatives(words.get('asserting', ()))}\s+{article}$", re.IGNORECASE
        )
        self._awaited = re.compile(rf"\b{alternatives(words.get('awaiting', ()))}\s+{article}$")

    def _pattern_of_nouns(self, lexicon: Lexicon, article: str) -> str:
        """Return the pattern for nouns, with an agent before their preposition: "exit by A from"."""
        links = {*lexicon.words("prepositions")}
        pairs = [noun.rpartition(" ") for noun in self._kinds]
        heads = [head for head, _, last in pairs if head and last in links]
        by = alternatives(lexicon.words("by"))
        middle = rf"(?:\s+{by}\s+{article}(?P<middle>{ACTOR}+))?"
        plain = alternatives(self._kinds)
        if not heads:
            return rf"(?:(?P<middle>(?!)){plain}|{plain})"
        last = alternatives(last for head, _, last in pairs if head and last in links)
        return rf"(?:(?P<head>{alternatives(heads)}){middle}\s+(?P<last>{last})|{plain})"

    def _kind_of(self, match: re.Match[str]) -> str | None:
        """Return the kind of step that a noun tells."""
        groups = match.groupdict()
        noun = f"{groups['head']} {groups['last']}" if groups.get("head") else match["noun"]
        return self._kinds.get(" ".join(noun.lower().split()))

    def find(
        self,
        reading: Reading,
        sentence: ReadSentence,
        treaties: Treaties,
        told: Sequence[tuple[int, int]],
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the steps that nouns of a sentence tell, each with its treaty.

        Args:
            reading: The page.
            sentence: The sentence.
            treaties: The treaties of the page.
            told: The spans of the verbs that tell steps; nouns within them tell no other.
        """
        for match in self._noun.finditer(sentence.masked):
            left = sentence.masked[: match.start()]
            if self._within.search(left) or self._as_verb.search(left):
                continue
            noun = match.start("noun")
            if self._kind_of(match) is None or any(start <= noun < end for start, end in told):
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
            for each in self._told_together(reading, sentence, step) if match["owner"] else ():
                yield treaty, each

    def signed_in_parentheses(
        self, reading: Reading, sentence: ReadSentence, treaties: Treaties
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the signatures after names: "the Lake Treaty (Oslo, 3 May 2024)"."""
        for match in _IN_PARENTHESES.finditer(sentence.masked):
            mention = sentence.mention_at(match.start("day"))
            treaty = treaties.of(sentence.mention_at(match.start()))
            day = next((d for d in sentence.days if d.start == match.start("day")), None)
            evidence = reading.evidence(sentence, match.start(), match.end())
            if treaty is None or mention is not None or day is None or evidence is None:
                continue
            date, written = reading.date_of(day, sentence, ahead=False)
            yield treaty, FoundStep("signature", "completed", "noun", [evidence], date, written)

    def _treaty(
        self, sentence: ReadSentence, treaties: Treaties, match: re.Match[str]
    ) -> FoundTreaty | None:
        if match["treaty"]:
            return treaties.of(sentence.mention_at(match.start("treaty")))
        noun = " ".join(match["noun"].lower().split())
        tail = sentence.masked[match.end() : match.end() + _FAR]
        if noun in self._of_chambers and not _chamber_before(sentence, match):
            return None
        if any(pattern.match(tail) for status, pattern in self._predicates if status in _OPEN):
            return treaties.last
        if noun.rpartition(" ")[2] in {"of", "on", "from", "to", "for", "in"}:
            return None
        is_owned = match["owner"] or match["own"] or match["adjective"]
        is_owned = is_owned or self._agent.match(sentence.masked, match.end())
        return treaties.last if is_owned or noun in self._dated else None

    def _told_together(
        self, reading: Reading, sentence: ReadSentence, step: FoundStep
    ) -> Iterator[FoundStep]:
        """Yield the same step of others: "France's exit took effect in May, Italy's in June"."""
        for match in self._another.finditer(sentence.masked):
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
                if not self._and_the.fullmatch(sentence.masked[end : mention.start]):
                    return
                yield mention
                end = mention.end

    def _step(
        self, reading: Reading, sentence: ReadSentence, match: re.Match[str]
    ) -> FoundStep | None:
        masked, end = sentence.masked, match.end()
        left, tail = masked[: match.start()], masked[end : end + _FAR]
        performers, end_of_agent = self._performers(sentence, match)
        status, from_offset = self._status(match, tail, end_of_agent - end)
        put_off = self._put_off.search(left)
        if put_off is not None:
            status, from_offset = "postponed", 0
            subject = _subject_of(sentence, put_off)
            performers = agents_of(sentence, subject) if subject else performers
        elif self._awaited.search(left) and performers:
            status = "expected"
        day = next(
            (d for d in sentence.days if match["day"] and d.start == match.start("day")), None
        )
        if status is None and put_off is None:
            witnessed = self._witnessed.search(left)
            announced = self._announced.search(left)
            if witnessed or announced:
                status = "completed"
                subject = _subject_of(sentence, witnessed or announced)
                performers = performers or (agents_of(sentence, subject) if subject else [])
            if announced:
                verb = Verb(*announced.span("verb"), announced["verb"])
                day = day or day_of(sentence, verb, len(masked))
        kind = self._kind_of(match) or ""
        if kind == "parliamentary_approval" and not performers:
            performers = _chamber_before(sentence, match)
        if kind == "parliamentary_approval" and not performers:
            chamber = party_wording_of(sentence.lexicon).chamber.match(masked, end)
            performers = sentence.actors_at(chamber.start("organ")) if chamber else []
        far = _FAR if status else _NEAR
        day = day or _day_after(sentence, end + from_offset, far, end_of_agent)
        day = day or (_day_after(sentence, end, far, end_of_agent) if from_offset else None)
        if status is None and day is None:
            is_told = performers and match["treaty"] and kind in _UNILATERAL
            if not is_told or not self._asserted.search(left):
                return None
        status = status or "completed"
        if status == "completed" and day is None and not performers:
            return None
        if status == "scheduled" and day is None:
            status = "expected"
        last = max(end, end_of_agent, day.end if day else 0)
        evidence = reading.evidence(sentence, match.start(), last)
        if evidence is None:
            return None
        is_ahead = status in {"scheduled", "expected"}
        date, written = reading.date_of(day, sentence, ahead=is_ahead)
        if status == "postponed":
            is_new = day and self._until.search(masked[: day.start])
            date, written = None, day.text.rstrip(".") if day and is_new else None
        bodies = [entity for entity in performers if entity.kind in _BODIES]
        is_of_parliament = put_off is None and any(map(is_legislature, bodies))
        if kind == "ratification" and is_of_parliament:
            kind = "parliamentary_approval"
        states = [entity.party for entity in performers]
        parties = [*dict.fromkeys(state for state in states if state is not None)]
        return FoundStep(kind, status, "noun", [evidence], date, written, parties, bodies)

    def _performers(
        self, sentence: ReadSentence, match: re.Match[str]
    ) -> tuple[Sequence[Entity], int]:
        """Return who performs a step, and where the words that say it after the noun end."""
        agent = self._agent.match(sentence.masked, match.end())
        mention = sentence.mention_at(agent.end()) if agent else None
        if mention is not None:
            return agents_of(sentence, mention), mention.end
        for group in ("owner", "middle", "whose", "adjective"):
            if match[group]:
                return sentence.actors_at(match.start(group)), match.end()
        if match["own"]:
            subject = first_actor(sentence, match.start())
            return (agents_of(sentence, subject) if subject else []), match.end()
        return [], match.end()

    def _status(self, match: re.Match[str], tail: str, after: int) -> tuple[str | None, int]:
        """Return the status that the words around a noun give, and where its day may begin."""
        for status, pattern in self._predicates:
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
