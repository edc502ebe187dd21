"""The acts of a page, from verbs, nouns, documents and invitations."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.acts.dated import DatedActs
from diplobrief.extraction.acts.documents import Documents
from diplobrief.extraction.acts.following import FollowingActs
from diplobrief.extraction.acts.from_verbs import act_of
from diplobrief.extraction.acts.invitations import Invitations
from diplobrief.extraction.acts.nominal import NominalActs
from diplobrief.extraction.merging import without_repetitions
from diplobrief.extraction.patterns import AFTER, alternatives
from diplobrief.extraction.predicate_finder import PredicateFinder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.extraction.acts.found import FoundAct
    from diplobrief.extraction.days_of_news import DaysOfNews
    from diplobrief.extraction.lexicon import Lexicon
    from diplobrief.extraction.predicates import Predicate
    from diplobrief.extraction.reading import Reading


_DECISION: Final = "decision"
"""What was decided, as in "decided to recall its ambassador", says more than this kind."""


class ActFinder:
    """Finds acts using the lexicon of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.data["acts"]
        self._predicates = PredicateFinder(lexicon, data["act"], data["deciding"]["words"])
        each = alternatives(data.get("each", {}).get("words", ()))
        self._each = re.compile(rf"[^.;:]{{1,60}}?(?<!\w){each}{AFTER}")
        self._gerunds = tuple(lexicon.words("gerund_endings")) or ("\0",)
        self._nominal = NominalActs(lexicon)
        self._documents = Documents(lexicon)
        self._invitations = Invitations(lexicon)
        self._dated = DatedActs(lexicon)
        self._following = FollowingActs(lexicon)

    def find(self, reading: Reading, news: DaysOfNews) -> list[FoundAct]:
        """Return the acts of a page, in its order."""
        return without_repetitions(self._reports(reading, news))

    def _reports(self, reading: Reading, news: DaysOfNews) -> Iterator[FoundAct]:
        before: list[FoundAct] = []
        block = -1
        for sentence in reading.sentences:
            if sentence.sentence.block.is_heading or sentence.is_question:
                continue
            predicates = [
                (predicate, act)
                for predicate in self._predicates.find(sentence)
                if (found_act := act_of(predicate, reading, news)) is not None
                for act in self._for_each(predicate, found_act)
            ]
            found = [*self._without_details(predicates)]
            yield from found
            yield from self._following.find(reading, sentence, [*before, *found])
            index = sentence.sentence.block.index
            if found or index != block:  # "Sweden took the same step", after a quotation
                before, block = found, index
            yield from self._nominal.find(reading, news, sentence)
            for document in self._documents.find(reading, news, sentence):
                if not any(_is_carried_by(act, document) for act in found):
                    yield document
            yield from self._invitations.find(reading, sentence)
            yield from self._dated.find(reading, sentence)

    def _without_details(self, found: Sequence[tuple[Predicate, FoundAct]]) -> Iterator[FoundAct]:
        """Yield the acts without decisions whose content is another act.

        As in "decided to recall its ambassador", "imposed sanctions, suspending its aid".
        """
        others = [act for _, act in found if act.kind != _DECISION]
        reported = {place for act in others for place in act.verbs}
        for predicate, act in found:
            is_gerund = predicate.verb.form.endswith(self._gerunds)
            is_detail = is_gerund and any(act.issued_by == other.issued_by for other in others)
            if act.kind != _DECISION or not (is_detail or not reported.isdisjoint(act.verbs)):
                yield act

    def _for_each(self, predicate: Predicate, act: FoundAct) -> list[FoundAct]:
        """Return three acts for "Norway, Sweden and Finland expelled four diplomats each"."""
        if not self._each.match(predicate.sentence.masked, predicate.verb.end):
            return [act]
        return [replace(act, issued_by=[each]) for each in act.issued_by]


def _is_carried_by(act: FoundAct, document: FoundAct) -> bool:
    """Whether a letter only carries an invitation: "a letter from the King inviting her"."""
    is_letter = document.kind == "letter" and act.kind == "invitation"
    return is_letter and act.issued_by == document.issued_by


@cache
def act_finder_of(lexicon: Lexicon) -> ActFinder:
    """Return the finder of acts for a lexicon."""
    return ActFinder(lexicon)
