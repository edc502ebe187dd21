"""The brief that the rules look at, and what several of them need to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.checks.courses import Course
from diplobrief.checks.narrative import Narrative, Passage, in_full, narrative_of
from diplobrief.checks.strings import characters_of, texts_of, written_in
from diplobrief.model.fact_index import facts_with_paths
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
"""What happens to a treaty for its parties, and is done by none of them."""


@dataclass(frozen=True)
class CheckContext:
    """A brief under check; what is found out about it once serves every rule.

    Args:
        brief: The brief.
        document: The text that it was read from, where there is one.
    """

    brief: Brief
    document: str | None = None

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id."""
        return actors_of(self.brief)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each actor is called, by its id."""
        return {
            actor.id: actor.description if actor.kind == "unnamed" else actor.name
            for actor in self.brief.actors
        }

    @cached_property
    def own_days(self) -> Days:
        """The brief's own day, as a calendar anywhere on earth may count it.

        What is still yesterday in one capital is tomorrow in another, so that a brief with a
        time knows of three days at most. Without a day, or with a qualified one, all days fit.
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
    def narrative(self) -> Narrative:
        """The narrative as plain text, ready for passages to be looked for."""
        return narrative_of(self.written)

    @cached_property
    def courses(self) -> Sequence[Course]:
        """The treaties, with their milestones as dated steps."""
        return tuple(
            Course.of(self.actors, treaty, at, self.own_days)
            for at, treaty in enumerate(self.brief.treaties)
        )

    @cached_property
    def facts(self) -> Sequence[tuple[Path, Fact]]:
        """All facts with their paths."""
        return tuple(facts_with_paths(self.brief))

    @cached_property
    def referred_to(self) -> frozenset[str]:
        """The ids that some fact refers to."""
        return frozenset(references_within(self.brief))

    @cached_property
    def written(self) -> Sequence[Text]:
        """The title, headings, paragraphs, items and blocks as they are written, with paths."""
        return tuple(written_in(self.brief))

    @cached_property
    def places_of_quotes(self) -> Sequence[Sequence[int]]:
        """Where the words of each quote stand in the narrative: none, one, or two places."""
        return [self.narrative.find(fold(quote.text)) for quote in self.brief.quotes]

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The actors that neither the narrative names nor a passage of their own."""
        return frozenset(
            actor.id for actor in self.brief.actors if not self.narrative.mentions_actor(actor)
        )

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """The passages of evidence that name no source, and where they stand."""
        return tuple(
            Passage((*path, "evidence", index), evidence, self.narrative.find(in_full(evidence)))
            for path, fact in self.facts
            for index, evidence in enumerate(fact.evidence)
            if evidence.source is None
        )

    @cached_property
    def characters(self) -> str:
        """All that stands in the brief, and maybe more; to look at first, at `texts` only then.

        A document without a backslash escapes no character, so that it holds them all as they are.
        """
        if self.document is None or "\\" in self.document:
            return characters_of(self.brief)
        return self.document

    @cached_property
    def special(self) -> str:
        """All characters of the brief that are not ASCII, in their order."""
        return beyond_ascii(self.characters)

    @cached_property
    def special_set(self) -> frozenset[str]:
        """The characters of the brief that are not ASCII."""
        return frozenset(self.special)

    @cached_property
    def texts(self) -> Sequence[Text]:
        """Every string of the brief that a person wrote, with its path."""
        return tuple(texts_of(self.brief))

    def describe(self, step: Milestone) -> str:
        """Name a milestone as a reader would: what it is, and by whom."""
        actors = [self.names.get(id, id) for id in step.by or step.parties]
        joined = "for" if step.kind in _OF_THE_TREATY else "by"
        who = f" {joined} {', '.join(actors)}" if actors else ""
        return f"{step.kind.replace('_', ' ')}{who}"


def titled(fact: Event | Act) -> str:
    """Return what an event or act is called: its title, or what it is.

    Example:
        >>> from diplobrief.model import Act
        >>> titled(Act(kind="joint_statement"))
        'joint statement'
    """
    return fact.title or fact.kind.replace("_", " ")
