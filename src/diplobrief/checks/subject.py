"""The brief that the rules look at, and what several of them need to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplobrief.model import Brief, Milestone


@dataclass(frozen=True)
class Subject:
    """A brief under check; what is found out about it once serves every rule.

    Args:
        brief: The brief.
    """

    brief: Brief

    @cached_property
    def names(self) -> dict[str, str]:
        """What each actor is called, by its id."""
        return {
            actor.id: actor.description if actor.kind == "unnamed" else actor.name
            for actor in self.brief.actors
        }

    def describe(self, step: Milestone) -> str:
        """Name a milestone as a reader would: what it is, and by whom."""
        actors = [self.names.get(id, id) for id in step.by or step.parties]
        who = f" by {', '.join(actors)}" if actors else ""
        return f"{step.kind.replace('_', ' ')}{who}"
