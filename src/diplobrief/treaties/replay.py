"""A treaty replayed with every day known: its stage and that of each party, on any day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import readings
from diplobrief.treaties.consent import PartyConsent
from diplobrief.treaties.entry import EntryIntoForce
from diplobrief.treaties.party import CommonTracks, PartyRecord
from diplobrief.treaties.spans import Segment, segments_of
from diplobrief.treaties.tracks import Ground
from diplobrief.treaties.treaty_record import TreatyRecord

if TYPE_CHECKING:
    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.stages import PartyStage, TreatyStage

_BOUND: Final[frozenset[PartyStage]] = frozenset(
    {"ratified", "provisionally_applied", "in_force", "suspended", "withdrawing"}
)


class Replay:
    """The history of a treaty whose days are all known.

    Args:
        dated: The steps with their days.
        base: A replay that differs only in acts of one party which do not concern the others. Then
            the treaty is that of the base, and only that party is looked at.
    """

    def __init__(self, dated: DatedSteps, base: Replay | None = None) -> None:
        self.dated = dated
        self.case = dated.case
        self._base = base
        self._by_party: dict[str, PartyConsent] = {}
        self._records: dict[tuple[str, str | None], PartyRecord] = {}
        self._stages: dict[int, tuple[TreatyStage, Ground | None]] = {}

    def consent(self, party: str) -> PartyConsent:
        """Return when a party consents and leaves."""
        known = self._by_party.get(party)
        if known is None:
            known = self._by_party[party] = PartyConsent(self.dated, party)
        return known

    @cached_property
    def entry(self) -> EntryIntoForce:
        """The entry into force of the treaty."""
        if self._base is not None:
            return self._base.entry
        spells = {party: self.consent(party).spells for party in self.case.parties}
        return EntryIntoForce(self.dated, spells)

    @cached_property
    def common(self) -> CommonTracks:
        """The acts that name no party."""
        return CommonTracks(self.dated) if self._base is None else self._base.common

    def party(self, party: str, toward: str | None = None) -> PartyRecord:
        """Return the record of a party, or of its acts towards another."""
        record = self._records.get((party, toward))
        if record is None:
            consent = (
                self.consent(party) if toward is None else PartyConsent(self.dated, party, toward)
            )
            record = self._records[party, toward] = PartyRecord(consent, self.common, self.entry)
        return record

    def stage_of_party(
        self, party: str, day: int, toward: str | None = None
    ) -> tuple[PartyStage, Ground | None]:
        """Return the stage of a party on a day, and why."""
        stage, ground = self.party(party, toward).stage(day)
        if stage not in _BOUND:
            return stage, ground
        of_treaty, end = self.stage(day)
        if of_treaty in {"terminated", "expired"}:
            because = end.because if end is not None else ()
            # R22: the end of the treaty is that for all its parties.
            ended = Ground((day, 0, 0), because, (readings.END_FOR_ALL,))
            return ("terminated" if of_treaty == "terminated" else "expired"), ended
        return stage, ground

    @cached_property
    def segments(self) -> list[Segment[TreatyStage]]:
        """The stages of the treaty, in the order of time."""
        if self._base is not None:
            return self._base.segments
        return segments_of(self._whole.days, self.stage)

    def segments_of_party(self, party: str, toward: str | None = None) -> list[Segment[PartyStage]]:
        """Return the stages of a party, in the order of time."""
        days = self.party(party, toward).days.union(self._days_of_end)
        return segments_of(days, lambda day: self.stage_of_party(party, day, toward))

    @cached_property
    def _days_of_end(self) -> list[int]:
        """The days on which the treaty ends, ends in another way, or is revived."""
        ends = [
            (one.first, one.stage if one.stage in {"terminated", "expired"} else None)
            for one in self.segments
        ]
        return [
            first
            for at, (first, ended) in enumerate(ends)
            if ended != (ends[at - 1][1] if at else None)
        ]

    def stage(self, day: int) -> tuple[TreatyStage, Ground | None]:
        """Return the stage of the treaty as a whole on a day, and why."""
        if self._base is not None:
            return self._base.stage(day)
        known = self._stages.get(day)
        if known is None:
            known = self._stages[day] = self._whole.stage(day)
        return known

    @cached_property
    def _whole(self) -> TreatyRecord:
        return TreatyRecord(self.dated, self.entry, self.party)
