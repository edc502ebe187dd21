"""Finds numbers of parties that a page reports: "35 states have ratified the treaty"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.treaties.found import FoundStep

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.extraction.clauses import Verb
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.found import FoundTreaty
    from diplobrief.extraction.treaties.identity import Treaties

_TREATY: Final = MASKS["treaty"]
_BEGIN: Final = r"(?<![\w.,’'-])"
_OF_CONSENT: Final = frozenset(
    {"ratification", "accession", "acceptance", "parliamentary_approval", "deposit"}
)


class Tallies:
    """Finds numbers of parties using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"].get("tallies", {})
        # Not "Norway and 34 other states".
        others = alternatives(words.get("others", ()))
        little = rf"(?:(?!{others}{AFTER})[a-z]+(?:-[a-z]+)?\s+){{0,2}}?"
        self._numbers: Mapping[str, int] = {
            word: number for number, word in enumerate(words.get("numbers", ())) if word
        }
        self._tens: Mapping[str, int] = words.get("tens", {})
        self._ordinals: Mapping[str, int] = words.get("ordinals", {})
        is_known = bool(words)
        tens = rf"{alternatives(self._tens)}(?:[-\s]{alternatives(self._numbers)})?"
        number = rf"(?P<number>\d{{1,3}}|{tens}|{alternatives(self._numbers)}){AFTER}\s+"
        ending = alternatives(words.get("ordinal_endings", ()))
        ordinal = rf"(?P<ordinal>\d{{1,3}}(?={ending}\s)|{alternatives(self._ordinals)}{AFTER})"
        members = rf"{little}{alternatives(words.get('members', ()))}{AFTER}"
        article = lexicon.optional("articles")
        adverb = rf"(?:{alternatives(lexicon.grammar['adverbs'])}\s+)*"
        consented = alternatives(words.get("consented", ()))
        has = leading(lexicon.words("perfect"))
        pronoun = rf"{MASKS['pronoun']}|{alternatives(words.get('it', ()))}{AFTER}"
        it = rf"(?:\s+{article}(?:{_TREATY}|{pronoun}))"
        about = leading([*words.get("about", ()), ""])
        # Not those who are listed: "by four countries: Norway, Sweden, …".
        by = rf"\s+{leading(lexicon.words('by'))}{about}{number}{members}(?!\s*[:(—–])"
        self._by = re.compile(by, re.IGNORECASE)
        having = rf"{_TREATY}[^.;,]{{0,30}}?\s{leading(words.get('having', ()))}{adverb}{about}"
        counted = alternatives(words.get("counted", ()))
        # "has reached the 50 ratifications it needs"
        reached = (
            rf"{_TREATY}[^.;,]{{0,30}}?\s{leading(words.get('reached', ()))}"
            rf"{leading([*lexicon.words('articles'), *lexicon.words('possessives'), ''])}"
        )
        self._patterns = [
            re.compile(f"{start}{pattern}", re.IGNORECASE)
            for start, pattern in (
                (_BEGIN, rf"{number}{members}\s+{has}{adverb}{consented}{it}"),
                (_BEGIN, f"{consented}{by}"),
                (reached, f"{number}{little}{counted}{AFTER}"),
                (having, f"{number}{little}{alternatives(words.get('counted', ()))}{AFTER}"),
            )
            if is_known
        ]
        # "bringing the number of parties to 36", "brings to 36 the number of states"
        bringing = alternatives(words.get("bringing", ()))
        total = rf"{article}{alternatives(words.get('totals', ()))}{AFTER}"
        to = lexicon.before("to")
        self._bringing = re.compile(
            rf"{_BEGIN}{bringing}\s+(?:{total}[^.,;:]{{0,40}}?\s{to}(?P<number>\d{{1,3}}|{tens})"
            rf"|{to}(?P<count>\d{{1,3}}|{tens})\s+{total}){AFTER}"
            if is_known
            else "(?!)"
        )
        # "the sixth state to do so"
        self._nth = re.compile(
            rf"{_BEGIN}{leading(words.get('as_the', ()))}{ordinal}\w*\s+{little}"
            rf"{alternatives(words.get('a_member', ()))}\s+{to}"
            rf"{alternatives(words.get('consenting', ()))}{AFTER}"
        )
        became = leading(words.get("became", ()))
        self._became = re.compile(
            rf"{_BEGIN}{became}{article}{ordinal}\w*\s+{little}"
            rf"{alternatives(words.get('party', ()))}{AFTER}",
        )
        self._reached = re.compile(
            rf"{reached}{ordinal}\w*\s+{little}{alternatives(words.get('party', ()))}{AFTER}"
        )
        # A line of facts: "Parties: 13".
        self._labelled = re.compile(
            rf"^\W*{alternatives(words.get('labels', ()))}:\s+(?P<number>\d{{1,3}}){AFTER}",
            re.IGNORECASE | re.MULTILINE,
        )
        conditions = [*lexicon.words("conditions"), *lexicon.words("hypothetical")]
        self._condition = re.compile(
            rf"{_BEGIN}{alternatives(conditions)}{AFTER}[^.;]{{0,80}}$", re.IGNORECASE
        )

    def counts_agents(self, sentence: ReadSentence, verb: Verb, kind: str) -> bool:
        """Whether the states that consent are only counted: "was ratified by 35 states"."""
        is_consent = kind in _OF_CONSENT
        return is_consent and self._by.match(sentence.masked, verb.end) is not None

    def find(
        self, sentence: ReadSentence, treaties: Treaties, steps: Sequence[FoundStep]
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the numbers of parties that a sentence reports, each with its treaty.

        Args:
            sentence: The sentence.
            treaties: The treaties of the page.
            steps: The steps that verbs of the sentence report.
        """
        reading = treaties.reading
        for pattern in self._patterns:
            for match in pattern.finditer(sentence.masked):
                within = (day for day in sentence.days if match.start() <= day.start < match.end())
                date, _ = reading.date_of(next(within, None), sentence, ahead=False)
                yield from self._tally(sentence, treaties, match, date)
        for match in self._labelled.finditer(sentence.masked):
            yield from self._tally(sentence, treaties, match, None)
        consents = [step for step in steps if step.kind in _OF_CONSENT]
        told = [*self._bringing.finditer(sentence.masked)]
        told += self._nth.finditer(sentence.masked) if consents else ()
        for match in told:
            date = next((step.date for step in consents if step.date), None)
            yield from self._tally(sentence, treaties, match, date)
        for match in (
            *self._became.finditer(sentence.masked),
            *self._reached.finditer(sentence.masked),
        ):
            dates = (step.date for step in steps if step.kind in _OF_CONSENT and step.date)
            day = next((each for each in sentence.days if each.start >= match.end()), None)
            date, _ = reading.date_of(day, sentence, ahead=False)
            before = [each for each in sentence.days if each.end <= match.start()]
            if date is None and before:
                date, _ = reading.date_of(before[-1], sentence, ahead=False)
            yield from self._tally(sentence, treaties, match, next(dates, date))

    def _tally(
        self, sentence: ReadSentence, treaties: Treaties, match: re.Match[str], date: str | None
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        treaty = self._treaty_near(sentence, treaties, match)
        evidence = treaties.reading.evidence(sentence, match.start(), match.end())
        is_condition = self._condition.search(sentence.masked[: match.start()]) is not None
        if treaty is None or evidence is None or is_condition:
            return
        groups = match.groupdict()
        number = groups.get("number") or groups.get("count")
        count = self._count(number, groups.get("ordinal"))
        if count:
            yield treaty, FoundStep("tally", "completed", "noun", [evidence], date, count=count)

    @staticmethod
    def _treaty_near(
        sentence: ReadSentence, treaties: Treaties, match: re.Match[str]
    ) -> FoundTreaty | None:
        """Return the treaty within the words for a number, before them, or after them."""
        near = [each for each in sentence.mentions if each.kind == "treaty"]
        within = [each for each in near if match.start() <= each.start < match.end()]
        before = [each for each in near if each.start < match.start()]
        found = within or before[-1:] or near[:1]
        return treaties.of(found[0]) if found else treaties.last

    def _count(self, number: str | None, ordinal: str | None) -> int:
        """Return a number in digits or in words: "35", "thirty-five", "sixth"."""
        if ordinal is not None:
            return self._ordinals.get(ordinal.lower(), 0) or int(ordinal)
        words = (number or "").lower().replace("-", " ").split()
        if words[0].isdigit():
            return int(words[0])
        return sum(self._tens.get(word, 0) + self._numbers.get(word, 0) for word in words)
