"""The stage of a treaty as a whole, day by day, with every day known."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final, Protocol

from diplobrief.treaties import readings
from diplobrief.treaties.acts import ACTS
from diplobrief.treaties.days import PAST
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.ends import is_by_term
from diplobrief.treaties.tracks import NEVER, Ground, Stretch, Track, between, follows, later
from diplobrief.treaties.treaty_acts import TreatyActs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.entry import EntryIntoForce
    from diplobrief.treaties.party_acts import PartyActs
    from diplobrief.treaties.party_record import PartyRecord
    from diplobrief.treaties.readings import Reading
    from diplobrief.treaties.stages import TreatyStage

_ENDED: Final = frozenset({"terminated", "expired", "rejected"})
_RANK_OF_MET: Final = ACTS["tally"].rank
"""The rank of the day on which all conditions are met: after all consents of that day, and before
a refusal of the entry into force."""


class Parties(Protocol):
    """What the parties of a treaty did, and what became of them."""

    def acts(self, party: str, /) -> PartyActs:
        """Return the acts of a party."""
        ...

    def party(self, party: str, /) -> PartyRecord:
        """Return the record of a party."""
        ...


class TreatyRecord:
    """What became of a treaty as a whole, ready to be asked for its stage on a day.

    Args:
        dated: The steps with their days.
        entry: Its entry into force.
        ends: What ends it.
        parties: What its parties did, and what became of them.
    """

    def __init__(
        self, dated: DatedSteps, entry: EntryIntoForce, ends: Track, parties: Parties
    ) -> None:
        self._dated = dated
        self._case = dated.case
        self._acts = TreatyActs(dated)
        self._entry = entry
        self._ends = ends
        self._parties = parties

    def stage(self, day: int) -> tuple[TreatyStage, Ground | None]:
        """Return the stage of the treaty as a whole on a day, and why."""
        stage, ground = self._stage_of_acts(day)
        left = self._left_by_enough.last(day)
        if (
            left is not None
            and ground is not None
            and is_by_term(ground)
            and not follows(left, ground)
        ):
            # What its parties had left before its term cannot expire any more.
            return "terminated", left
        if stage in _ENDED:
            return stage, ground
        if left is not None:
            return "terminated", left
        suspended = self._suspended_for_all(day)
        return ("suspended", suspended) if suspended is not None else (stage, ground)

    def _stage_of_acts(self, day: int) -> tuple[TreatyStage, Ground | None]:
        end = self._ends.last(day)
        entry = self._entry.on(day)
        force = self._acts.entered.last(day)
        if entry is not None and entry.day <= day:
            force = later(force, entry.ground)
        applied = self._acts.applied.last(day)
        if applied is None:
            force = later(force, self._acts.shown.last(day))
        in_force, provisional = follows(force, end), follows(applied, end)
        suspended = self._acts.suspends.last(day)
        if (
            (in_force or provisional)
            and follows(suspended, end)
            and follows(suspended, self._acts.resumes.last(day))
        ):
            return "suspended", suspended
        if in_force:
            return "in_force", force
        if provisional:
            return "provisionally_applied", applied
        if end is not None and end.ends_as == "terminated":
            return "terminated", end
        if end is not None and end.ends_as == "expired":
            return "expired", end
        return self._before_force(day, end)

    def _before_force(self, day: int, refused: Ground | None) -> tuple[TreatyStage, Ground | None]:
        """Return the highest stage reached by what was done since the text was refused (R26)."""
        ladder: tuple[tuple[TreatyStage, Track], ...] = (
            ("ratified", self._met),
            ("being_ratified", self._acts.consents),
            ("being_ratified", self._procedures),
            ("signed", self._acts.signed),
            ("adopted", self._acts.settled),
            ("negotiating", self._acts.negotiated),
        )
        for stage, track in ladder:
            ground = track.last(day)
            if follows(ground, refused):
                return stage, ground
        return ("none", None) if refused is None else ("rejected", refused)

    # What follows from its acts

    @cached_property
    def _procedures(self) -> Track:
        common = (
            step
            for step in self._case.common
            if step.effect is Effect.PROCEEDS and not step.milestone.counterparties
        )
        proceeding = {
            party for step in self._case.having(Effect.PROCEEDS) for party in step.parties
        } | self._case.instruments_by_party.keys()
        if self._case.common_instruments:
            proceeding |= self._case.listed
        by_parties = (
            stretch
            for party in self._case.parties
            if party in proceeding
            for stretch in self._parties.acts(party).procedures()
        )
        return Track([*self._dated.stretches(common), *by_parties])

    @cached_property
    def _met(self) -> Track:
        reading = {True: (readings.RULE_ONCE_MET,), False: (readings.ALL_CONSENT,)}
        return Track(
            Stretch(
                one.day,
                Ground((one.day, _RANK_OF_MET, 0), one.because, reading[one.rule is not None]),
                one.end,
            )
            for one in self._entry.met
        )

    # What follows for the treaty from its parties

    @cached_property
    def _left_by_enough(self) -> Track:
        """When all parties of a side have left, so that the treaty has ended (R01, R20, R29)."""
        membership = self._case.membership
        leaving = {
            party for party in membership.listed if self._parties.acts(party).consent.leaves.days
        }
        sides = [side for side in membership.sides if side <= leaving]
        records = {
            party: self._parties.party(party)
            for party in membership.listed
            if any(party in side for side in sides)
        }
        days = sorted({day for record in records.values() for day in record.days})
        stretches: list[Stretch] = []
        for first, end in between(days):
            left = {
                party: ground
                for party, record in records.items()
                if (found := record.stage(first))[0] == "withdrawn"
                and (ground := found[1]) is not None
            }
            gone = [
                max(left[party].place for party in side) for side in sides if side <= left.keys()
            ]
            if gone:
                because = tuple(one for ground in left.values() for one in ground.because)
                stretches.append(Stretch(first, Ground(min(gone), because, (self._by_side,)), end))
        return Track(stretches)

    @property
    def _by_side(self) -> Reading:
        """The reading by which a side ends the treaty."""
        if self._case.membership.is_bilateral:
            return readings.TWO_PARTIES
        return readings.TWO_SIDES if self._case.membership.has_two_sides else readings.LEFT_BY_ALL

    def _suspended_for_all(self, day: int) -> Ground | None:
        """Return why the treaty is suspended for all parties of a side (R21, R29)."""
        suspended: list[Ground] = []
        for side in self._suspending:
            grounds: list[Ground] = []
            for party in side:
                stage, ground = self._parties.party(party).stage(day)
                if stage != "suspended" or ground is None:
                    break
                grounds.append(ground)
            else:
                suspended += grounds
        if not suspended:
            return None
        because = tuple(one for ground in suspended for one in ground.because)
        return Ground((day, 0, 0), because, (readings.SUSPENDED_BETWEEN_ALL,))

    @cached_property
    def _suspending(self) -> Sequence[Sequence[str]]:
        """The sides for all parties of which the treaty may be suspended by acts of their own."""
        membership = self._case.membership
        sides = [
            [party for party in membership.listed if party in side] for side in membership.sides
        ]
        for step in self._case.common:
            # A suspension for all may be reversed for some (R16), or outlast the treaty's own.
            if step.effect is Effect.SUSPENDS and (step.reversals or self._ends.days):
                return sides
        by_party = self._case.steps_by_party
        return [
            side
            for side in sides
            if all(
                any(step.effect is Effect.SUSPENDS for step in by_party.get(party, ()))
                for party in side
            )
        ]

    @property
    def ends_ever(self) -> bool:
        """Whether anything brings the treaty to its end."""
        return bool(self._ends.days or self._left_by_enough.days)

    @property
    def days(self) -> set[int]:
        """The days on which the stage of the treaty may change."""
        acts = self._acts
        tracks = [
            self._ends, acts.entered, acts.applied, acts.suspends, acts.resumes, acts.shown,
            acts.negotiated, acts.settled, acts.consents, acts.signed, self._procedures,
            self._met, self._left_by_enough,
        ]  # fmt: skip
        days = {day for track in tracks for day in track.days}
        for first, _, entry in self._entry.entries:
            days.add(first)
            if entry is not None:
                days.add(max(first, entry.day))
        for party in chain.from_iterable(self._suspending):
            days |= self._parties.party(party).days
        return {day for day in days if PAST <= day < NEVER}
