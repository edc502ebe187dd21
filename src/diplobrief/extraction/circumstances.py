"""Reads with whom, where and when something happens, from the words after a verb or a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.adverbs import adverb_of
from diplobrief.extraction.coordination import actors_within, joined_after
from diplobrief.extraction.mentions import ACTOR, MASKS
from diplobrief.extraction.mentions.words import CAPITAL, name_of_place
from diplobrief.extraction.patterns import AFTER, alternatives, leading

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.days import Day
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.sentences import ReadSentence

_DAY: Final = MASKS["day"]
_ADJECTIVE: Final = MASKS["adjective"]
_PEOPLE: Final = f"[{MASKS['unnamed']}{MASKS['office']}]"
_OWNING: Final = re.compile(r"(?:['’]s?)?\s")
_STATE: Final = f"{MASKS['state']}+"
_LONGEST_INSERTION: Final = 150
_MOST_INSERTIONS: Final = 3
_NOT_OWNING: Final = r"(?!['’]s\s)"
"""After a day: not "last year's election"."""

_END_OF_NAME: Final = rf"(?![\w’'{MASKS['state']}-])"


@dataclass
class Circumstances:
    """With whom, where and when something takes place.

    Args:
        end: The offset after the last of the words that say so.
        partners: The actors after "with", "between", "of" or "by".
        agents: Those of them that follow "by".
        companions: The actors after "together with".
        has_others: Whether the partners are others than the subject of the sentence: "with".
        place: The place, in the words of the page.
        state: The code of the state in which the place is, or which it is.
        day: The day.
        last: The last day of a period.
        is_planned: Whether a participle says that it lies ahead: "scheduled for Monday".
    """

    end: int
    partners: list[Entity] = field(default_factory=list["Entity"])
    agents: list[Entity] = field(default_factory=list["Entity"])
    companions: list[Entity] = field(default_factory=list["Entity"])
    has_others: bool = False
    place: str | None = None
    state: str | None = None
    day: Day | None = None
    last: Day | None = None
    is_planned: bool = False


class CircumstanceFinder:
    """Finds circumstances using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.grammar["circumstances"]
        new_clause = alternatives(words["new_clause"])
        no_clause = alternatives(words["no_new_clause"])
        as_on_day = rf"{alternatives(lexicon.words('as'))}\s+{_DAY}"  # "as early as May"
        self.new_clause: re.Pattern[str] = re.compile(
            rf"[;:]|\b(?!(?:{no_clause})\b|{as_on_day})(?:{new_clause})\b(?!,)"
        )
        not_skipped = alternatives([*words["new_clause"], *words["auxiliaries"]])
        skipped = rf"(?:\s+(?!(?:{not_skipped})\b(?!,))[^\s,;:.()—–{_DAY}]+){{0,9}}?"
        determiners = rf"(?:{leading(words['determiners'])}){{0,2}}"
        article = lexicon.optional("articles")
        self._of = frozenset(words["of"])
        # "between the Ministries of Defence of Norway and Sweden"
        nouns = alternatives(words.get("bodies", ()))
        of = leading(words["of"])
        bodies = rf"{nouns}(?:\s+[^\s,;:.]+){{0,5}}?\s+{of}{article}"
        adverb, be = adverb_of(lexicon), lexicon.before("be")
        together = lexicon.before("and")
        then = rf"(?:{lexicon.optional('before_a_day')}{_DAY}++\s+)?"
        self._possible = re.compile(
            rf"\b(?:{alternatives(words['possible'])})\s+(?:{be}|{adverb}\s+)?{then}\Z"
        )
        self._habitual = re.compile(rf"(?<!\w){alternatives(words.get('habitual', ()))}\s+\Z")
        on_day = rf"(?:\s+{lexicon.optional('before_a_day')}{_DAY}+)?"
        that = rf"(?:\s+{alternatives(lexicon.words('that'))})?"
        self._doubting = re.compile(
            rf"\b(?:{alternatives(words['doubting'])}){on_day}{that}\s+{article}{ACTOR}+\s+"
            r"(?:[a-z]+\s+){0,3}\Z"
        )
        threats = alternatives(words.get("threatening", ()))
        self._threatening = re.compile(rf"(?<!\w){threats}{on_day}\s+{lexicon.before('to')}\Z")
        self._others = frozenset(words["others"])
        self._agents = frozenset(words["agents"])
        self._participle = re.compile(rf",?\s+(?:{alternatives(words['participles'])})\b")
        self._compound = re.compile(
            rf"(?:[-–]{ACTOR}+)+(?:\s+(?:{CAPITAL}|{MASKS['organ']}+)){{0,4}}"
        )
        self._planned = re.compile(rf"(?<!\w){alternatives(words.get('planned', ()))}\Z")
        self._partners = re.compile(
            rf"\s+(?:{adverb}\s+)?(?P<word>{alternatives(words['partners'])})\s+"
            rf"{determiners}(?:(?:[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ-]*|{_ADJECTIVE}+)\s+){{0,3}}?"
            rf"(?:(?={ACTOR})|{bodies}(?={_STATE}))"
        )
        self._companions = re.compile(
            rf",?\s+(?:{alternatives(words['companions'])})\s+{determiners}(?={ACTOR})"
        )
        self._adjectives = re.compile(
            rf"\s+(?:{alternatives(words['partners'])})\s+{determiners}"
            rf"(?P<states>{_ADJECTIVE}+(?:(?:[-–]|,?\s+{together}|,\s+)(?:{_ADJECTIVE}+|{_PEOPLE}+))+)"
            rf"(?:\s+(?!(?:{not_skipped}|{alternatives(words['places'])})\b)[^\s,;:.{_DAY}]+){{0,4}}"
        )
        name = name_of_place(lexicon)
        # Not "in Oslo, Norway left".
        links = alternatives([*lexicon.words("prepositions"), *lexicon.words("and")])
        self._place = re.compile(
            rf"(?:,|{skipped})\s+(?:{alternatives(words['places'])})\s+{article}"
            rf"(?P<place>(?:{_STATE}|{name})(?:\s+{name}){{0,3}}(?:,\s+{_STATE}(?=[,.;]|$|\s+(?:{links}{AFTER}|{_DAY})))?)"
            + _END_OF_NAME
        )
        self._day = re.compile(
            rf"(?:,|{skipped},?)\s+(?:(?:{alternatives(words['days'])})\s+)?(?={_DAY}++{_NOT_OWNING})"
        )
        endings = alternatives(lexicon.words("gerund_endings"))
        no_gerund = alternatives(lexicon.words("no_gerunds"))
        self._gerund = re.compile(
            rf",\s+(?!(?:{no_gerund})\b)(?:{adverb}\s+)?[a-z]+(?:{endings})\s"
        )
        # ", which was adopted in May,": the main clause goes on after this.
        relatives = alternatives(lexicon.words("relatives"))
        self._relative = re.compile(rf",\s(?:{relatives})\s")
        self._insertion = re.compile(rf",\s(?:{relatives})\s[^,;:]{{1,{_LONGEST_INSERTION}}},")
        # "the next summit, the seventh, in Oslo"
        where = alternatives([*words["places"], *lexicon.words("before_a_day_or_month")])
        self._apposition = re.compile(rf",\s[^,;:.{_DAY}]{{1,40}},(?=\s{where}\s)")
        until = alternatives(words["until"])
        self._last = re.compile(rf"{_DAY}+\s*(?:{until})\s+(?:[a-z]+\s+)?(?={_DAY})")

    def is_open(self, sentence: ReadSentence, start: int) -> bool:
        """Whether the words before a verb only call it possible, or doubt it.

        Args:
            sentence: The sentence.
            start: The offset of the verb.
        """
        before = sentence.masked[:start]
        is_habit = self._habitual.search(before) is not None
        patterns = self._possible, self._doubting, self._threatening
        return is_habit or any(pattern.search(before) for pattern in patterns)

    def clause_end(self, sentence: ReadSentence, start: int) -> int:
        """Return where the clause at an offset ends at the latest."""
        masked = sentence.masked
        gerund = self._gerund.search(masked, start)
        end = gerund.start() if gerund else len(masked)
        for _ in range(_MOST_INSERTIONS):
            match = self.new_clause.search(masked, start)
            if match is None or match.start() >= end:
                return end
            insertion = self._insertion.match(masked, max(0, match.start() - 2))
            if insertion is None:
                return match.start()
            start = insertion.end() - 1
        return start

    def is_inserted(self, sentence: ReadSentence, start: int, day: Day) -> bool:
        """Whether a day is in a relative clause after an offset: ", who was new in May"."""
        clauses = [*self._relative.finditer(sentence.masked, start, day.start)]
        return bool(clauses) and "," not in sentence.masked[clauses[-1].end() : day.start]

    def participle_end(self, sentence: ReadSentence, start: int) -> int:
        """Return where a participle of a noun ends that starts at an offset: "to be held"."""
        match = self._participle.match(sentence.masked, start)
        return match.end() if match else start

    def insertion_end(self, sentence: ReadSentence, start: int) -> int:
        """Return where an insertion ends that starts at an offset: ", which was new,"."""
        match = self._insertion.match(sentence.masked, start)
        match = match or self._apposition.match(sentence.masked, start)
        return match.end() - 1 if match else start

    def after(
        self, sentence: ReadSentence, start: int, stop: int, *, after_actor: bool = False
    ) -> Circumstances:
        """Return the circumstances of a verb or a noun.

        Args:
            sentence: The sentence.
            start: The offset after the verb or noun.
            stop: Where its clause ends at the latest.
            after_actor: Whether an actor ends there; then "of" only says more about it.
        """
        found = Circumstances(start)
        masked = sentence.masked
        while True:
            participle = self._participle.match(masked, found.end, stop)
            if participle:
                found.end = participle.end()
                found.is_planned = found.is_planned or bool(self._planned.search(participle[0]))
            found.end = self.insertion_end(sentence, found.end)
            adjectives = self._adjectives.match(masked, found.end, stop)
            if adjectives and not found.partners:
                actors = actors_within(sentence, *adjectives.span("states"))
                found.partners = [*dict.fromkeys(actor.state or actor for actor in actors)]
                found.end = adjectives.end()
                continue
            partners = self._partners.match(masked, found.end, stop)
            if partners and self._add_partners(sentence, partners, found, after_actor=after_actor):
                continue
            companions = self._companions.match(masked, found.end)
            if companions and not found.companions:
                mentions = _mentions_from(sentence, companions.end())
                found.companions = sentence.actors_of(*mentions)
                found.end = mentions[-1].end
                continue
            place = None if found.place else self._place.match(masked, found.end, stop)
            day = None if found.day else self._day.match(masked, found.end, stop)
            if place and (day is None or place.end() <= day.end()):
                found.place = sentence.text[place.start("place") : place.end("place")]
                where = sentence.mention_at(place.start("place"))
                found.state = where.code if where else None
                found.end = place.end()
            elif day:
                self._add_day(sentence, day.end(), found)
            else:
                return found

    def _add_partners(
        self,
        sentence: ReadSentence,
        match: re.Match[str],
        found: Circumstances,
        *,
        after_actor: bool,
    ) -> bool:
        mention = sentence.mention_at(match.end())
        if mention is None:
            return False
        if match["word"] in self._of and (found.partners or after_actor):
            # "with the President of Finland, Ann Lee of Sweden": part of what is before.
            found.end = mention.end
            return True
        owning = _OWNING.match(sentence.masked, mention.end)
        organ = sentence.mention_at(owning.end()) if owning else None
        if organ is not None and organ.kind == "organ":
            mention = organ  # "of the UN Security Council", "of the League's Council"
        joined = joined_after(sentence, mention)
        actors = sentence.actors_of(*joined)
        found.partners += [actor for actor in actors if actor not in found.partners]
        found.has_others = found.has_others or match["word"] in self._others
        if match["word"] in self._agents:
            found.agents += actors
        found.end = joined[-1].end
        compound = self._compound.match(sentence.masked, found.end)
        if compound:
            # "of the Norway-Sweden Joint Commission"
            others = actors_within(sentence, found.end, compound.end())
            found.partners += [each.state or each for each in others if each not in found.partners]
            found.end = compound.end()
        return True

    def _add_day(self, sentence: ReadSentence, start: int, found: Circumstances) -> None:
        day = next(day for day in sentence.days if day.start <= start < day.end)
        found.day, found.last, found.end = day, day.last, day.end
        to_last = self._last.match(sentence.masked, day.start)
        if day.last is None and to_last:
            found.last = next(
                other for other in sentence.days if other.start <= to_last.end() < other.end
            )
            found.end = found.last.end


def _mentions_from(sentence: ReadSentence, offset: int) -> list[Mention]:
    mention = sentence.mention_at(offset)
    return joined_after(sentence, mention) if mention else []


@cache
def circumstance_finder_of(lexicon: Lexicon) -> CircumstanceFinder:
    """Return the finder of circumstances for a lexicon."""
    return CircumstanceFinder(lexicon)
