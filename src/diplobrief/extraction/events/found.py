"""An event that was found, and whether two reports are of the same event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.merging import are_one_time, are_same_actors, joined_passages

if TYPE_CHECKING:
    from diplobrief.extraction.actors import Entity
    from diplobrief.model import Evidence


_CHANGED: Final = frozenset({"postponed", "cancelled"})
"""A report with one of these statuses says more than a report that an event was scheduled."""


_PEOPLE: Final = frozenset({"person", "unnamed"})

_TALKS: Final = ("meeting", "talks", "consultations", "negotiation_round", "summit")
"""Kinds by which one event may be called, the least specific first."""


@dataclass(eq=False)
class FoundEvent:
    """An event, as the page reports it.

    Args:
        kind: The kind of event.
        rule: The rule that found it.
        evidence: The passages that report it.
        status: How far it has come, or `None` if it is under way.
        start: The first day, in EDTF.
        start_as_written: The first day in the words of the page, if it cannot be resolved.
        end: The last day, in EDTF.
        place: The place, in the words of the page.
        participants: The participants, each with the role.
        what: What is closed or opened, in the words of the page.
        state: The code of the state in which the place is, or which it is.
        is_vague: Whether the page only names it, without a day: "Berg's visit to Oslo".
        is_inferred: Whether its day is that of other news, as the page gives none for it.
        title: Its name, in the words of the page.
        subject: What it is about, in the words of the page.
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
    what: str | None = None
    state: str | None = None
    is_vague: bool = False
    is_inferred: bool = False
    title: str | None = None
    subject: str | None = None

    def is_same(self, other: FoundEvent) -> bool:
        """Whether two reports are of one event; two different days are two events."""
        statuses, days = (self.status, other.status), (self.start, other.start)
        is_vague = self.is_vague or other.is_vague or self._may_be_one_day(other)
        if self._is_summons_with(other) or self._is_summit_with(other):
            return True
        if not self._is_of_kind(other) or not (is_vague or are_one_time(statuses, days)):
            return False
        if self.what and other.what and self.what != other.what:
            return False
        is_one_visit = self.kind == "visit" and self.start and self.start == other.start
        is_one_visit = is_one_visit and self.status == other.status
        places = self.place, other.place
        is_one_visit = is_one_visit or bool(self.state and self.state == other.state)
        if all(places) and not is_one_visit and not _is_place_within(*map(str, places)):
            return False
        return are_same_actors(self.participants, other.participants)

    def _is_summons_with(self, other: FoundEvent) -> bool:
        """Whether the other report says who received the envoy: "who received the diplomat"."""
        if (self.kind, other.kind) != ("summons", "meeting") or self.start != other.start:
            return False
        return self.start is not None and bool(self._named_later(other))

    def _named_later(self, other: FoundEvent) -> list[Entity]:
        """Return participants of another report whom this one names: "the Swedish diplomat"."""
        envoys = {actor.state for actor in self.participants if actor.kind in _PEOPLE}
        unnamed = [each for each in other.participants if each.kind == "unnamed" and each.is_one]
        return [each for each in unnamed if each.state is not None and each.state in envoys]

    def _is_summit_with(self, other: FoundEvent) -> bool:
        """Whether leaders only met in a session: "the leaders met in extraordinary session"."""
        is_one_day = self.start is not None and self.start == other.start
        are_these = (self.kind, other.kind) == ("summit", "session")
        return are_these and is_one_day and {*self.participants} == {*other.participants}

    def _may_be_one_day(self, other: FoundEvent) -> bool:
        """Whether only one report has a day of its own: people who met on a day held talks then."""
        is_open = self.is_inferred or other.is_inferred
        are_done = self.status == other.status == "completed"
        return is_open and are_done and {*self.participants} == {*other.participants}

    def _is_of_kind(self, other: FoundEvent) -> bool:
        """Whether the kinds may be of one event: people who met on a day may have held talks."""
        if self.kind == other.kind:
            return True
        is_one_day = self.start is not None and self.start == other.start
        are_talks = {self.kind, other.kind} <= {*_TALKS}
        return are_talks and is_one_day and min(len(self.participants), len(other.participants)) > 1

    def merge(self, other: FoundEvent) -> None:
        """Take over what another report of this event adds."""
        if self._is_summons_with(other):
            for actor in self._named_later(other):
                del other.participants[actor]
        elif self.kind != other.kind and not self._is_summit_with(other):
            self.kind = max(self.kind, other.kind, key=_TALKS.index)
        if self.is_inferred and not other.is_inferred and other.start:
            self.start, self.is_inferred = other.start, False
        elif other.is_inferred and not self.is_inferred and self.start:
            other.start = self.start
        if self.is_vague and not other.is_vague:
            self.status, self.start, self.is_vague = other.status, other.start, False
            self.start_as_written, self.rule = other.start_as_written, other.rule
        elif not other.is_vague:
            self._merge_time(other)
        self.end = self.end or other.end
        self.place = max(self.place or "", other.place or "", key=len) or None
        for actor, role in other.participants.items():
            self.participants[actor] = self.participants.get(actor) or role
        self.what = self.what or other.what
        self.title, self.subject = self.title or other.title, self.subject or other.subject
        self.state = self.state or other.state
        self.evidence = joined_passages(self.evidence, other.evidence)

    def _merge_time(self, other: FoundEvent) -> None:
        if other.start and (not self.start or len(other.start) > len(self.start)):
            self.start, self.start_as_written = other.start, None
        is_changed = self.status == "scheduled" and other.status in _CHANGED
        if other.status == "completed" or is_changed:
            self.status = other.status


def _is_place_within(one: str, two: str) -> bool:
    return one in two or two in one
