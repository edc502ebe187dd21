"""Finds states named as examples: "67 countries, including China and the EU, signed it"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.coordination import agents_of
from diplobrief.extraction.mentions import ACTOR
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.treaties.found import FoundStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.found import FoundTreaty
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.reports import StepReport

_OF_EACH: Final = frozenset({"signature", "ratification", "accession", "deposit", "withdrawal"})
_RATIFICATION: Final = "ratification"


class Examples:
    """Finds states that are named among a number of them, using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["steps"].get("tallies", {})
        members = alternatives(words.get("members", ()))
        such_as = leading([*lexicon.words("including"), *words.get("examples", ())])
        article = lexicon.optional("articles")
        self._listed = re.compile(
            rf"(?<!\w){members}{AFTER}[^.;:]{{0,40}}?,\s+{such_as}{article}(?P<first>{ACTOR})",
            re.IGNORECASE,
        )
        self._kinds: dict[str, str] = words.get("yet_to", {})
        so_far_not = alternatives(words.get("have_yet_to", ()))
        self._yet_to = re.compile(
            rf"(?<!\w){so_far_not}\s+(?P<verb>{alternatives(self._kinds)}){AFTER}"
            rf"[^.;:]{{0,40}}?,\s+{such_as}{article}(?P<first>{ACTOR})",
            re.IGNORECASE,
        )

    def of_step(self, report: StepReport, step: FoundStep) -> Iterator[FoundStep]:
        """Yield the steps of the states that are named among those that took one.

        Args:
            report: The verb.
            step: The step that it reports.
        """
        if step.kind not in _OF_EACH or step.by:
            return
        for match in self._listed.finditer(report.sentence.masked, 0, report.stop):
            named = _states_at(report.sentence, match)
            if {*step.parties} <= {*named}:
                step.parties = []
                for party in named:
                    yield replace(step, parties=[party], evidence=[*step.evidence])

    def yet_to(
        self, sentence: ReadSentence, treaties: Treaties
    ) -> Iterator[tuple[FoundTreaty, FoundStep]]:
        """Yield the steps that named states have yet to take: "eight have yet to, among them A".

        Args:
            sentence: The sentence.
            treaties: The treaties of the page.
        """
        for match in self._yet_to.finditer(sentence.masked):
            mentioned = (m for m in sentence.mentions if m.kind == "treaty")
            treaty = treaties.of(next(mentioned, None)) or treaties.last
            end = len(sentence.text.rstrip(" .;"))
            evidence = treaties.reading.evidence(sentence, match.start(), end)
            if treaty is None or evidence is None:
                continue
            kind = self._kinds[" ".join(match["verb"].lower().split())] or _RATIFICATION
            for party in _states_at(sentence, match):
                yield treaty, FoundStep(kind, "expected", "noun", [evidence], parties=[party])


def _states_at(sentence: ReadSentence, match: re.Match[str]) -> list[Entity]:
    """Return the states and organizations of the list that starts with a match."""
    first = sentence.mention_at(match.start("first"))
    actors = agents_of(sentence, first) if first is not None else []
    parties = (actor.party for actor in actors)
    return [*dict.fromkeys(party for party in parties if party is not None)]
