"""Finds several treaties with one step: "signed A and B", "three documents: A, B and C"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.clauses import first_actor
from diplobrief.extraction.coordination import performers_of
from diplobrief.extraction.mentions import MASKS
from diplobrief.extraction.patterns import AFTER, alternatives, leading
from diplobrief.extraction.treaties.found import FoundStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.mentions import Mention
    from diplobrief.extraction.reading import Reading
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.extraction.treaties.identity import Treaties
    from diplobrief.extraction.treaties.reports import StepReport

_TREATY: Final = MASKS["treaty"]


class TreatyLists:
    """Finds the treaties of a list using the words of a language.

    Args:
        lexicon: The lexicon of the language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        steps = lexicon.data["steps"]
        determiner = lexicon.optional("before_an_office")
        together = leading([*lexicon.words("and"), *lexicon.words("as_well_as")])
        of = lexicon.optional("of")
        self._and_the = re.compile(rf"(?:,?\s+{together}|,\s+){of}{determiner}")
        including = leading(lexicon.words("including"))
        self._opening = re.compile(
            rf"[^.;:]{{0,60}}?(?:,\s+{including}|:\s+|\s[—–]\s+){determiner}"
        )
        item = r"\W*(?:[a-z0-9]{1,3}[.)]\s+)?"
        self._item = re.compile(rf"{item}(?i:{determiner}){_TREATY}")
        self._kinds: dict[str, str] = {
            noun: row["kind"]
            for row in steps["step"]
            for noun in row.get("nouns", ())
            if " " not in noun and not noun.endswith(":")
        }
        self._following = re.compile(
            rf"(?P<noun>{alternatives(self._kinds)}){AFTER}[^.;:]{{0,60}}?\s"
            rf"(?P<several>{_TREATY})+:\s*$"
        )
        self._plurals = frozenset(steps["treaties"]["name"].get("plurals", ()))

    def about(self, report: StepReport) -> list[Mention]:
        """Return the treaties that are joined with the one of a verb: "signed A and B"."""
        joined: list[Mention] = []
        for one, two in pairwise(_objects_of(report)):
            if two.start < report.stop and self._are_joined(report.sentence, one, two):
                joined += [one, two]
        return joined

    def opens_list(self, report: StepReport) -> bool:
        """Whether items follow a verb and its plural: "signed the following agreements:"."""
        if not report.sentence.text.rstrip().endswith(":"):
            return False
        mentions = (each for each in report.sentence.mentions if each.kind == "treaty")
        return any(map(self._is_plural, mentions))

    def listed(self, report: StepReport) -> list[Mention]:
        """Return the treaties that follow a plural: "three documents, among them a treaty"."""
        plural = next((each for each in _objects_of(report) if self._is_plural(each)), None)
        if plural is None:
            return []
        sentence, start = report.sentence, max(report.verb.end, plural.end)
        rest = [each for each in sentence.mentions if each.kind == "treaty" and each.start > start]
        if not rest or not self._opening.fullmatch(sentence.masked, start, rest[0].start):
            return []
        listed = rest[:1]
        for one, two in pairwise(rest):
            if not self._are_joined(sentence, one, two):
                break
            listed.append(two)
        return listed

    def _is_plural(self, mention: Mention) -> bool:
        return mention.name.split()[-1].lower() in self._plurals

    def _are_joined(self, sentence: ReadSentence, one: Mention, two: Mention) -> bool:
        return self._and_the.fullmatch(sentence.masked, one.end, two.start) is not None

    def announced(
        self, reading: Reading, sentence: ReadSentence, steps: Sequence[FoundStep]
    ) -> FoundStep | None:
        """Return the step of the items that follow a sentence: "the following documents:".

        Args:
            reading: The page.
            sentence: The sentence.
            steps: The steps that it reports.
        """
        if not sentence.text.rstrip().endswith(":"):
            return None
        if steps:
            return steps[-1]
        match = self._following.search(sentence.masked)
        several = sentence.mention_at(match.start("several")) if match else None
        evidence = reading.evidence(sentence, match.start(), match.end()) if match else None
        if match is None or evidence is None or not several or not self._is_plural(several):
            return None
        subject = first_actor(sentence, match.start())
        performers = performers_of(sentence, subject) if subject else []
        parties = dict.fromkeys(each.party for each in performers if each.party is not None)
        kind = self._kinds[match["noun"]]
        return FoundStep(kind, "completed", "noun", [evidence], parties=[*parties])

    def add_item(self, sentence: ReadSentence, treaties: Treaties, step: FoundStep) -> bool:
        """Add a step to the treaty of an item, and return whether a sentence is one.

        Args:
            sentence: The sentence.
            treaties: The treaties of the page.
            step: The step that was reported for all items.
        """
        match = self._item.match(sentence.masked) if not sentence.sentence.start else None
        if match is None:
            return False
        treaty = treaties.of(sentence.mention_at(match.end() - 1))
        evidence = treaties.reading.evidence(sentence, match.end() - 1, len(sentence.text))
        if treaty is None or evidence is None:
            return False
        treaty.add(replace(step, evidence=[*step.evidence, evidence]))
        return True


def _objects_of(report: StepReport) -> list[Mention]:
    """Return the treaties before a passive verb, or after another."""
    verb = report.verb
    return [
        each
        for each in report.sentence.mentions
        if each.kind == "treaty"
        if (each.end <= verb.start if report.rule == "passive" else each.start >= verb.end)
    ]
