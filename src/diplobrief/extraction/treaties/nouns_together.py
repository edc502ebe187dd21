"""Finds more steps beside a noun: of others, of other treaties, or with a day after a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.treaties.found import FoundStep, FoundTreaty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.noun_wording import NounWording

_TREATY: Final = MASKS["treaty"]
_IN_PARENTHESES: Final = re.compile(
    rf"(?<!{_TREATY}){_TREATY}++\s?\((?:[^()]{{1,40}}?,\s*)?(?P<day>{MASKS['day']}+)\)"
)


class NounsTogether:
    """Finds further steps and treaties beside a noun.

    Args:
        wording: How steps are worded by nouns.
    """

    def __init__(self, wording: NounWording) -> None:
        self._wording = wording

    def signed(
        self, sentence: ReadSentence, treaties: Treaties
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the signatures after names: "the Lake Treaty (Oslo, 3 May 2024)".

        Args:
            sentence: The sentence.
            treaties: The treaties of the page.
        """
        for match in (
            *_IN_PARENTHESES.finditer(sentence.masked),
            *self._wording.of_a_day.finditer(sentence.masked),
        ):
            mention = sentence.mention_at(match.start("day"))
            treaty = treaties.of(sentence.mention_at(match.start()))
            day = next((d for d in sentence.days if d.start == match.start("day")), None)
            evidence = treaties.reading.evidence(sentence, match.start(), match.end())
            if treaty is None or mention is not None or day is None or evidence is None:
                continue
            if day.day is None and "(" not in match[0]:
                continue
            date, written = treaties.reading.date_of(day, sentence, ahead=False)
            yield treaty, FoundStep("signature", "completed", "noun", [evidence], date, written)

    def of_others(
        self, reading: Reading, sentence: ReadSentence, step: FoundStep, end: int
    ) -> Iterator[FoundStep]:
        """Yield the same step of others: "France's exit took effect in May, Italy's in June".

        Args:
            reading: The page.
            sentence: The sentence.
            step: The step that a noun reports.
            end: Where the others may begin.
        """
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

    def treaties(self, sentence: ReadSentence, match: re.Match[str]) -> Iterator[Mention]:
        """Yield the treaties that are joined with that of a noun: "the signing of A and of B".

        Args:
            sentence: The sentence.
            match: The noun.
        """
        end = match.end("treaty")
        for mention in sentence.mentions:
            if mention.kind == "treaty" and mention.start >= end:
                if not self._wording.and_the.fullmatch(sentence.masked[end : mention.start]):
                    return
                yield mention
                end = mention.end
