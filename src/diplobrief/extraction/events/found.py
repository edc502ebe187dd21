"""An event that was found, and which tellings are of the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.extraction.actors import Entity
    from diplobrief.model import Evidence

_MOST_PASSAGES: Final = 5
_REMEMBERED: Final = 100


@dataclass(eq=False)
class FoundEvent:
    """An event, as the page tells it.

    Args:
        kind: The kind of event.
        rule: The rule that found it.
        evidence: The passages that tell it.
        status: How far it has come, or `None` if it is under way.
        start: The first day, in EDTF.
        start_as_written: The first day in the words of the page, if it cannot be resolved.
        end: The last day, in EDTF.
        place: The place, in the words of the page.
        participants: Who takes part, each with the role.
    """

    kind: str
    rule: str
    evidence: list[Evidence]
    status: str | None = None
    start: str | None = None
    start_as_written: str | None = None
    end: str | None = None
    place: str | None = None
    participants: dict[Entity, str | None] = field(default_factory=dict["Entity", "str | None"])

    def is_same(self, other: FoundEvent) -> bool:
        """Whether two tellings are of one event; two different days are two events."""
        if self.kind != other.kind or not agree(self.start, other.start):
            return False
        if self.place and other.place and not _is_place_within(self.place, other.place):
            return False
        return are_same_actors(self.participants, other.participants)

    def absorb(self, other: FoundEvent) -> None:
        """Take over what another telling of this event adds."""
        if other.start and (not self.start or len(other.start) > len(self.start)):
            self.start, self.start_as_written = other.start, None
        self.end = self.end or other.end
        self.place = max(self.place or "", other.place or "", key=len) or None
        if other.status == "completed":
            self.status = other.status
        for actor, role in other.participants.items():
            self.participants[actor] = self.participants.get(actor) or role
        lacking = [passage for passage in other.evidence if passage not in self.evidence]
        self.evidence = [*self.evidence, *lacking][:_MOST_PASSAGES]


def without_repetitions(events: Iterable[FoundEvent]) -> list[FoundEvent]:
    """Return the events, with all tellings of one joined."""
    known: list[FoundEvent] = []
    for event in events:
        same = next((each for each in known[-_REMEMBERED:] if each.is_same(event)), None)
        if same is None:
            known.append(event)
        else:
            same.absorb(event)
    return known


def agree(one: str | None, two: str | None) -> bool:
    """Whether two days may be one: one is unknown, or less exact than the other.

    Example:
        >>> agree("2024-05", "2024-05-03"), agree("2024-05-02", "2024-05-03")
        (True, False)
    """
    return not one or not two or one.startswith(two) or two.startswith(one)


def are_same_actors(one: Iterable[Entity], two: Iterable[Entity]) -> bool:
    """Whether two groups of actors may be one: a person may stand for its state."""
    left, right = [*one], [*two]
    if len(left) > len(right):
        left, right = right, left
    return all(any(_stands_for(a, b) for b in right) for a in left)


def _stands_for(one: Entity, two: Entity) -> bool:
    return one is two or one.state is two or two.state is one


def _is_place_within(one: str, two: str) -> bool:
    return one in two or two in one
