"""References between facts, and the kinds of fact that they may name."""

from dataclasses import dataclass
from typing import Annotated, Final

from diplobrief.model.base import OptionalList
from diplobrief.model.scalars import Reference

ACTOR_KINDS: Final = frozenset({"person", "state", "organ", "organization", "group", "unnamed"})
FACT_KINDS: Final = ACTOR_KINDS | {"quote", "event", "treaty", "milestone", "act", "source"}


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Which kinds of fact a reference may name; integrity checks it.

    Args:
        what: The kinds in words, for messages.
        kinds: The kinds of fact.
    """

    what: str
    kinds: frozenset[str]


ToFact = Annotated[Reference, RefersTo("a fact", FACT_KINDS)]
ToActor = Annotated[Reference, RefersTo("an actor", ACTOR_KINDS)]
ToSpeaker = Annotated[
    Reference, RefersTo("an actor, treaty or act", ACTOR_KINDS | {"treaty", "act"})
]
ToBody = Annotated[
    Reference,
    RefersTo(
        "a state, organ, organization or group",
        frozenset({"state", "organ", "organization", "group"}),
    ),
]
ToEvent = Annotated[Reference, RefersTo("an event", frozenset({"event"}))]
ToSource = Annotated[Reference, RefersTo("a source", frozenset({"source"}))]
ToMilestone = Annotated[
    Reference,
    RefersTo("a milestone (of another treaty: treaty#milestone)", frozenset({"milestone"})),
]

Facts = OptionalList[ToFact]
Actors = OptionalList[ToActor]
Sources = OptionalList[ToSource]
Milestones = OptionalList[ToMilestone]
