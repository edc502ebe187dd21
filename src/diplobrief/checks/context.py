"""The brief that rules check, with everything that several of them need to know about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.checks.narrative import Narrative, Passage, QuotedPassage, in_full, narrative_of
from diplobrief.checks.near_misses import NearMisses
from diplobrief.checks.strings import characters_of, texts_of, written_in
from diplobrief.checks.treaties import CheckedTreaty
from diplobrief.diagnostics import Related
from diplobrief.model import Organ
from diplobrief.model.fact_index import facts_with_paths
from diplobrief.model.facts import is_suggested
from diplobrief.model.fields import references_within
from diplobrief.text.characters import beyond_ascii
from diplobrief.text.search import fold
from diplobrief.treaties import Days
from diplobrief.treaties.days import FUTURE, PAST
from diplobrief.treaties.owners import actors_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.checks.strings import Text
    from diplobrief.diagnostics import Path
    from diplobrief.model import Act, Actor, Brief, Event, Fact, Milestone

_EASTERNMOST: Final = timedelta(hours=14)
_WESTERNMOST: Final = timedelta(hours=-12)
_OF_THE_TREATY: Final = frozenset({"entry_into_force", "expiry"})
"""Milestones that happen to the treaty, and that no party performs."""


@dataclass(frozen=True)
class CheckContext:
    r"""A brief that is being checked. What is computed for one rule is kept for the others.

    Args:
        brief: The brief.
        document: The text of the document that it was read from, if any.

    Example:
        >>> import diplobrief
        >>> brief = diplobrief.loads("# Talks\n\nThey met in **Geneva**.\n", "markdown")
        >>> context = CheckContext(brief)
        >>> context.narrative.blocks, context.narrative.mentions("Geneva")
        (['Talks', 'They met in Geneva.'], True)
    """

    brief: Brief
    document: str | None = None

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""
        return actors_of(self.brief)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each actor, or its description if it is unnamed, by id."""
        return {
            actor.id: actor.description if actor.kind == "unnamed" else actor.name
            for actor in self.brief.actors
        }

    @cached_property
    def own_days(self) -> Days:
        """The days that may be the brief's own: `updated`, or else `published`.

        The same moment falls on different days around the world, so a brief with a time has up to
        three. A brief without a day, or with a qualified one, may be of any day.
        """
        day = self.brief.day
        if day is None:
            return Days(PAST, FUTURE)
        if day.instant is None:
            return Days.within(day)
        try:
            moment = day.instant.replace(tzinfo=None) - (day.instant.utcoffset() or timedelta())
            first, last = moment + _WESTERNMOST, moment + _EASTERNMOST
        except OverflowError:
            return Days.within(day)
        return Days(first.toordinal(), last.toordinal())

    @cached_property
    def own_day_as_related(self) -> tuple[Related, ...]:
        """The member that gives the brief its day, as a related place of a finding."""
        brief = self.brief
        for path, day in (
            (("updated",), brief.updated),
            (("published",), brief.published),
            (("dateline", "date"), brief.dateline and brief.dateline.date),
        ):
            if day is not None and day == brief.day:
                return (Related(path, f"the brief is dated {day}"),)
        return ()

    @cached_property
    def narrative(self) -> Narrative:
        """The plain text of the title, headings and blocks, in which passages can be searched."""
        return narrative_of(self.narrative_texts)

    @cached_property
    def near_misses(self) -> NearMisses:
        """Finds passages that the narrative has in a slightly different form."""
        return NearMisses(self.narrative)

    @cached_property
    def treaties(self) -> Sequence[CheckedTreaty]:
        """The treaties, with their milestones as dated steps."""
        return tuple(
            CheckedTreaty(treaty, at, self.actors, self.own_days)
            for at, treaty in enumerate(self.brief.treaties)
        )

    @cached_property
    def facts(self) -> Sequence[tuple[Path, Fact]]:
        """All facts with their paths, milestones included."""
        return tuple(facts_with_paths(self.brief))

    @cached_property
    def suggested_facts(self) -> Sequence[tuple[Path, Fact]]:
        """The facts that a program suggested and no person has confirmed, with their paths."""
        return tuple((path, fact) for path, fact in self.facts if is_suggested(fact))

    @cached_property
    def referred_to(self) -> frozenset[str]:
        """The ids that any fact refers to."""
        return frozenset(references_within(self.brief))

    @cached_property
    def narrative_texts(self) -> Sequence[Text]:
        """The title, headings, paragraphs, list items and blocks as CommonMark, with paths."""
        return tuple(written_in(self.brief))

    @cached_property
    def quoted(self) -> Sequence[Sequence[QuotedPassage]]:
        """For each quote, its passages: its text, and what continues it."""
        return [
            [
                QuotedPassage(("quotes", index, *member), folded, self.narrative.find(folded))
                for member, folded in [
                    (("text",), fold(quote.text)),
                    *((("continued", at), fold(text)) for at, text in enumerate(quote.continued)),
                ]
            ]
            for index, quote in enumerate(self.brief.quotes)
        ]

    @cached_property
    def unmentioned_actors(self) -> frozenset[str]:
        """The ids of actors that the narrative does not mention, and that have no evidence."""
        return frozenset(
            actor.id for actor in self.brief.actors if not self.narrative.mentions_actor(actor)
        )

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """The passages of evidence without a source, with their offsets in the narrative."""
        return tuple(
            Passage((*path, "evidence", index), evidence, self.narrative.find(in_full(evidence)))
            for path, fact in self.facts
            for index, evidence in enumerate(fact.evidence)
            if evidence.source is None
        )

    @cached_property
    def raw_text(self) -> str:
        """A text with every character of the brief, and perhaps more.

        A rule about characters searches it first, and `texts` only if there is something to find.
        """
        # A document without a backslash escapes nothing: all characters are in it as they are.
        if self.document is None or "\\" in self.document:
            return characters_of(self.brief)
        return self.document

    @cached_property
    def non_ascii(self) -> str:
        """The characters of `raw_text` that are not ASCII, in order."""
        return beyond_ascii(self.raw_text)

    @cached_property
    def texts(self) -> Sequence[Text]:
        """Every string of the brief that a person wrote, with its path: all but ids and terms."""
        return tuple(texts_of(self.brief))

    def describe(self, step: Milestone) -> str:
        """Return a milestone in words: its kind, and who performed it."""
        actors = [self._in_full(id) for id in step.by or step.parties]
        joined = "for" if step.kind in _OF_THE_TREATY else "by"
        who = f" {joined} {', '.join(actors)}" if actors else ""
        return f"{step.kind.replace('_', ' ')}{who}"

    def _in_full(self, id: str) -> str:
        """Return the name of an actor, with that of its owner: many states have a parliament."""
        name, actor = self.names.get(id, id), self.actors.get(id)
        owner = self.names.get(actor.of or "", "") if isinstance(actor, Organ) else ""
        full = f"{name} of {owner}" if owner and owner not in name else name
        needs_article = owner != "" and f" of {owner}" in full and full[:4].casefold() != "the "
        return f"the {full}" if needs_article else full


def titled(fact: Event | Act) -> str:
    """Return the title of an event or act, or its kind in words.

    Example:
        >>> from diplobrief.model import Act
        >>> titled(Act(kind="joint_statement"))
        'joint statement'
    """
    return fact.title or fact.kind.replace("_", " ")
