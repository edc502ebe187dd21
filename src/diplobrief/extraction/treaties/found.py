"""The treaties of a page with their steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from diplobrief.extraction.merging import are_one_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diplobrief.extraction.actors import Entity
    from diplobrief.extraction.sentences import ReadSentence
    from diplobrief.model import Evidence

_BY_ALL_OR_ONE: Final = frozenset({"signature", "entry_into_force"})
_BEGINNINGS: Final = frozenset({"signature", "adoption", "initialling"})
_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_UNILATERAL: Final = frozenset(
    {
        "ratification",
        "accession",
        "withdrawal",
        "deposit",
        "revocation",
        "acceptance",
        "succession",
        "notification",
    }
)
_ONCE: Final = frozenset({"signature", "initialling", "suspension", "termination"})
"""Steps that are taken once for a whole treaty."""
OF_MANY: Final = frozenset({"convention", "charter", "statute", "covenant"})
REMEMBERED: Final = 100
"""How many of the latest treaties a name may refer to, and of the latest steps a report."""

TWO: Final = 2
_MOST_PASSAGES: Final = 10


@dataclass(eq=False)
class FoundStep:
    """A step of a treaty, as the page reports it.

    Args:
        kind: The kind of milestone.
        status: How far it has come.
        rule: The rule that found it.
        evidence: The passages that report it.
        date: The day, in EDTF.
        date_as_written: The day in the words of the page, if it cannot be resolved.
        parties: The parties whose step it is.
        by: The organs and people who act.
        vote: The numbers of a vote.
        is_of_headline: Whether only a headline reports it.
        count: The number of parties that a tally reports.
    """

    kind: str
    status: str
    rule: str
    evidence: list[Evidence]
    date: str | None = None
    date_as_written: str | None = None
    parties: Sequence[Entity] = ()
    by: Sequence[Entity] = ()
    vote: Mapping[str, int] | None = None
    is_of_headline: bool = False
    count: int | None = None

    def is_same(self, other: FoundStep) -> bool:
        """Whether two reports are of one step; two different days are two steps."""
        is_counted_alike = self.count == other.count
        if (
            self.kind != other.kind
            or not is_counted_alike
            or not are_one_day(self.date, other.date)
        ):
            return False
        statuses = {self.status, other.status}
        if statuses == {"completed", "postponed"}:
            return False
        if len(statuses) > 1 and bool(self.parties) != bool(other.parties):
            return False
        if statuses == {"completed", "scheduled"} and self.date and other.date:
            return False
        return _overlap(self.parties, other.parties) and (
            self.kind != "parliamentary_approval"
            or _overlap(self.by, other.by)
            or self._is_of_members(other)
        )

    def _is_of_members(self, other: FoundStep) -> bool:
        """Whether one report is of a chamber and the other of "lawmakers", at an unknown day."""
        is_undated = not self.date or not other.date
        by = {entity.kind for entity in (*self.by, *other.by)}
        return is_undated and "unnamed" in by and bool({*self.parties} & {*other.parties})

    def of_each_party(self, *, is_of_convention: bool) -> list[FoundStep]:
        """Return the step of each party, if each takes it for itself: "A and B withdrew".

        Args:
            is_of_convention: Whether its treaty is one that each state signs for itself.
        """
        is_of_each = self.kind in _UNILATERAL or (self.kind == "signature" and is_of_convention)
        if not is_of_each or len(self.parties) < 2 or self.by:
            return [self]
        return [replace(self, parties=[party], evidence=[*self.evidence]) for party in self.parties]

    def merge(self, other: FoundStep) -> None:
        """Take over what another report of this step adds."""
        if other.date and (not self.date or len(other.date) > len(self.date)):
            self.date, self.date_as_written = other.date, None
        is_more_certain = other.status == "scheduled" and self.status == "expected"
        if other.status == "completed" or is_more_certain:
            self.status = other.status
        if {*self.parties} <= {*other.parties}:
            self.parties = other.parties
        is_of_members = bool(other.by) and all(each.kind == "unnamed" for each in self.by)
        self.by = other.by if is_of_members else self.by or other.by
        self.is_of_headline = self.is_of_headline and other.is_of_headline
        self.vote = self.vote or other.vote
        lacking = [passage for passage in other.evidence if passage not in self.evidence]
        self.evidence = [*self.evidence, *lacking][:_MOST_PASSAGES]


def _overlap(one: Sequence[Entity], two: Sequence[Entity]) -> bool:
    return not one or not two or bool(set(one) & set(two))


@dataclass(eq=False)
class FoundTreaty:
    """A treaty of the page.

    Args:
        title: Its fullest name on the page.
        kind: The kind of document that it is by its name.
        names: All its names on the page.
        parties: Its parties, as far as the page says.
        names_one_party: Whether its name contains the other party: "the agreement with Sweden".
        steps: Its steps, in the order of the page.
        last_reported: The step that was reported last, perhaps for a second time.
        kinds: The kinds in its names: "the Lake Treaty, a pact on fish".
        is_of_headline: Whether only headlines name it so far.
        first: The sentence that names it first.
        is_named: Whether it has a proper name.
        parties_are_named: Whether its name contains all its parties.
    """

    title: str
    kind: str
    names: set[str]
    parties: list[Entity] = field(default_factory=list["Entity"])
    names_one_party: bool = False
    steps: list[FoundStep] = field(default_factory=list["FoundStep"])
    last_reported: FoundStep | None = None
    kinds: set[str] = field(default_factory=set[str])
    is_of_headline: bool = False
    first: ReadSentence | None = None
    is_named: bool = False
    parties_are_named: bool = False

    @property
    def may_be_of_many(self) -> bool:
        """Whether its name says nothing about its parties: "Energy Treaty"."""
        return self.is_named and not self.parties and not self.parties_are_named

    @property
    def is_of_many(self) -> bool:
        """Whether states that are not named may be parties."""
        return self.kind in OF_MANY or len(self.all_parties) > TWO

    @property
    def all_parties(self) -> set[Entity]:
        """Its parties, and those who take its steps."""
        return {*self.parties, *(party for step in self.steps for party in step.parties)}

    def is_of_another_year(self, name: str) -> bool:
        """Whether a name has a year in which this treaty was not signed: "the pact of 1998".

        Args:
            name: The name.
        """
        years = {*_YEAR.findall(name)}
        signed = {step.date[:4] for step in self.steps if step.kind in _BEGINNINGS and step.date}
        known = {year for each in self.names for year in _YEAR.findall(each)}
        return bool(years and signed) and years.isdisjoint(signed | known)

    def may_have(self, parties: set[Entity]) -> bool:
        """Whether states that a noun names may be its parties."""
        known = self.all_parties
        if len(parties) > 1 and len(self.parties) > 1 and self.parties_are_named:
            return parties == {*self.parties}
        if len(known) < TWO:
            return not self.parties or len(known | parties) <= TWO
        return parties <= known

    def add_each(self, step: FoundStep) -> None:
        """Add a step, or one step for each party if each takes it separately."""
        for each in step.of_each_party(is_of_convention=self.kind in OF_MANY):
            self.add(each)

    def add(self, step: FoundStep) -> None:
        """Add a step, or join it to another report of the same."""
        recent = self.steps[-REMEMBERED:]
        if step.kind == "withdrawal" and any(_is_notice_of(known, step) for known in recent):
            return
        if any(_is_foreseen(known, step) for known in recent):
            return
        end = next((known for known in recent if _is_notice_of(step, known)), None)
        if step.kind == "withdrawal" and end is not None and end.status == "completed":
            # "left it in 2023, two years after denouncing it"
            end.date, end.date_as_written = step.date, step.date_as_written
            self.last_reported = end
            return
        same = next((known for known in recent if self._are_same(known, step)), None)
        self.last_reported = same or step
        if same is None:
            self.steps.append(step)
        else:
            same.merge(step)

    def _are_same(self, one: FoundStep, two: FoundStep) -> bool:
        is_of_all_or_one = one.kind in _BY_ALL_OR_ONE and bool(one.parties) != bool(two.parties)
        if is_of_all_or_one and one.date and two.date and one.date != two.date:
            # "signed by 25 states on 24 March 1992", and by one of them "in 1992".
            return False
        acting = one.parties or two.parties
        is_of_all = self.kind in OF_MANY or (self.may_be_of_many and len(acting) == 1)
        if is_of_all and bool(one.parties) != bool(two.parties):
            # Of a convention, one state's signature is not the signing by all.
            return one.kind not in _BY_ALL_OR_ONE and one.is_same(two)
        return one.is_same(two)


def _is_foreseen(done: FoundStep, step: FoundStep) -> bool:
    """Whether a step that was taken is repeated as a plan: "It will be suspended at once"."""
    is_plan = step.status == "expected" and not step.date and not step.parties
    return is_plan and step.kind in _ONCE and done.kind == step.kind and done.status == "completed"


def _is_notice_of(notice: FoundStep, end: FoundStep) -> bool:
    """Whether a withdrawal that was reported before is the notice of a later one."""
    if notice.kind != end.kind or notice.status != "completed" or end.date is None:
        return False
    is_later = notice.date is not None and notice.date < end.date
    return is_later and notice.parties == end.parties
