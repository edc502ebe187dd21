"""An act that was found, and whether two reports are of the same act."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.merging import are_one_time, are_same_actors, joined_passages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.model import Evidence


_DECISION: Final = "decision"


@dataclass(eq=False)
class FoundAct:
    """An act, as the page reports it.

    Args:
        kind: The kind of act.
        rule: The rule that found it.
        evidence: The passages that report it.
        status: How far it has come.
        date: The day, in EDTF.
        date_as_written: The day in the words of the page, if it cannot be resolved.
        issued_by: The actors whose act it is.
        targets: The actors at which it is directed.
        vote: The numbers of a vote.
        vetoed_by: Who vetoed it.
        title: Its title, in the words of the page: "resolution 2719 (2023)".
        symbol: Its document symbol of the United Nations.
        until: The day until which it applies, in EDTF.
        topic: What it is about, if it is introduced as a new one: "a resolution on Mali".
        verbs: The block and the offset of each verb that reports it.
    """

    kind: str
    rule: str
    evidence: list[Evidence]
    status: str
    date: str | None = None
    date_as_written: str | None = None
    issued_by: Sequence[Entity] = ()
    targets: Sequence[Entity] = ()
    vote: Mapping[str, int] | None = None
    vetoed_by: Sequence[Entity] = ()
    title: str | None = None
    symbol: str | None = None
    until: str | None = None
    topic: str | None = None
    verbs: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    def is_same(self, other: FoundAct) -> bool:
        """Whether two reports are of one act; two different days are two acts."""
        if self.kind == _DECISION and self.evidence == other.evidence and self.verbs != other.verbs:
            return False  # "annulled the election and dissolved parliament"
        if self.vote and other.vote and self.vote != other.vote:
            return False
        if self.topic and other.topic and self.topic != other.topic:
            return False
        return (
            self.kind == other.kind
            and are_one_time((self.status, other.status), (self.date, other.date))
            and are_same_actors(self.issued_by, other.issued_by)
            and are_same_actors(self.targets, other.targets)
        )

    def merge(self, other: FoundAct) -> None:
        """Take over what another report of this act adds."""
        if other.date and (not self.date or len(other.date) > len(self.date)):
            self.date, self.date_as_written = other.date, None
        if other.status == "completed":
            self.status = other.status
        self.targets = self.targets or other.targets
        self.vote, self.topic = self.vote or other.vote, self.topic or other.topic
        self.symbol = self.symbol or other.symbol
        self.title, self.until = self.title or other.title, self.until or other.until
        self.vetoed_by = self.vetoed_by or other.vetoed_by
        self.verbs |= other.verbs
        self.evidence = joined_passages(self.evidence, other.evidence)
