"""A treaty replayed with every day known: its stage and that of each party, on any day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import readings
from diplobrief.treaties.consent import PartyConsent
from diplobrief.treaties.ends import ends_of
from diplobrief.treaties.entry import EntryIntoForce
from diplobrief.treaties.party_acts import CommonTracks, PartyActs
from diplobrief.treaties.party_record import PartyRecord
from diplobrief.treaties.spans import Segment, segments_of
from diplobrief.treaties.stages import IN_OPERATION
from diplobrief.treaties.tracks import Ground, Track
from diplobrief.treaties.treaty_record import TreatyRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplobrief.treaties.case import Case
    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.stages import PartyStage, TreatyStage
    from diplobrief.treaties.steps import Step

_CAN_END: Final[frozenset[PartyStage]] = frozenset([*IN_OPERATION, "ratified"])


class ActsOfParties:
    """What parties did, kept for all replays in which they did it on the same days.

    Args:
        still_open: The steps whose days differ from replay to replay.
    """

    def __init__(self, still_open: Iterable[Step] = ()) -> None:
        self._common: list[int] = []
        self._by_party: dict[str, list[int]] = {}
        for step in still_open:
            if not step.parties or step.milestone.reverses or step.reversals:
                self._common.append(step.index)
            else:
                for party in step.parties:
                    self._by_party.setdefault(party, []).append(step.index)
        self._common_tracks: dict[object, CommonTracks] = {}
        self._consents: dict[object, PartyConsent] = {}
        self._acts: dict[object, PartyActs] = {}

    def common(self, dated: DatedSteps) -> CommonTracks:
        """Return the acts that name no party."""
        key = self._days(dated, self._common)
        known = self._common_tracks.get(key)
        if known is None:
            known = self._common_tracks[key] = CommonTracks(dated)
        return known

    def consent(self, dated: DatedSteps, party: str) -> PartyConsent:
        """Return when a party consents and leaves."""
        key = self._key(dated, party)
        known = self._consents.get(key)
        if known is None:
            known = self._consents[key] = PartyConsent(dated, party)
        return known

    def acts(self, dated: DatedSteps, party: str) -> PartyActs:
        """Return the acts of a party, and those of all as far as they count for it."""
        key = self._key(dated, party)
        known = self._acts.get(key)
        if known is None:
            consent = self.consent(dated, party)
            known = self._acts[key] = PartyActs(consent, self.common(dated))
        return known

    def _key(self, dated: DatedSteps, party: str) -> object:
        return party, self._days(dated, [*self._common, *self._by_party.get(party, ())])

    def _days(self, dated: DatedSteps, steps: Sequence[int]) -> object:
        if not steps:
            return dated.cycles_apply
        given, days = dated.given, dated.days
        return dated.cycles_apply, *[(given[step], days[step]) for step in steps]


class Replay:
    """The history of a treaty whose days are all known.

    Args:
        dated: The steps with their days.
        acts: What the parties did.
        base: A replay that differs only in acts of one party which do not concern the others. Then
            the treaty is that of the base, and only that party is looked at.
    """

    def __init__(self, dated: DatedSteps, acts: ActsOfParties, base: Replay | None = None) -> None:
        self.dated: DatedSteps = dated
        self.case: Case = dated.case
        self._acts = acts
        self._base = base
        self._records: dict[tuple[str, str | None], PartyRecord] = {}
        self._stages: dict[int, tuple[TreatyStage, Ground | None]] = {}

    def consent(self, party: str) -> PartyConsent:
        """Return when a party consents and leaves."""
        return self._acts.consent(self.dated, party)

    def consenting(self, day: int) -> frozenset[str]:
        """Return the parties that count towards the number that a rule needs."""
        return frozenset(party for party, first, end in self._counting if first <= day < end)

    @cached_property
    def _counting(self) -> list[tuple[str, int, int]]:
        return [
            (party, spell.counts_from, spell.end)
            for party in self.case.parties
            for spell in self.consent(party).spells
        ]

    @cached_property
    def entry(self) -> EntryIntoForce:
        """The entry into force of the treaty."""
        if self._base is not None:
            return self._base.entry
        spells = {party: self.consent(party).spells for party in self.case.parties}
        return EntryIntoForce(self.dated, spells)

    @cached_property
    def ends(self) -> Track:
        """What ends the treaty."""
        return ends_of(self.dated, self.entry) if self._base is None else self._base.ends

    def acts(self, party: str, toward: str | None = None) -> PartyActs:
        """Return the acts of a party, or those towards another."""
        if toward is None:
            return self._acts.acts(self.dated, party)
        return PartyActs(PartyConsent(self.dated, party, toward), self._acts.common(self.dated))

    def party(self, party: str, toward: str | None = None) -> PartyRecord:
        """Return the record of a party, or of its acts towards another."""
        record = self._records.get((party, toward))
        if record is None:
            record = PartyRecord(self.acts(party, toward), self.entry, self.ends)
            self._records[party, toward] = record
        return record

    def stage_of_party(
        self, party: str, day: int, toward: str | None = None
    ) -> tuple[PartyStage, Ground | None]:
        """Return the stage of a party on a day, and why."""
        stage, ground = self.party(party, toward).stage(day)
        if stage not in _CAN_END:
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
        days = self.party(party, toward).days
        days.update(first for first, _ in self.turns_of_end)
        return segments_of(days, lambda day: self.stage_of_party(party, day, toward))

    def outcome(self, consents: Sequence[Days]) -> tuple[object, ...]:
        """Return what a party's stages may depend on, apart from its own acts and those of all.

        Args:
            consents: When it may have consented.
        """
        entries = [
            (first, end, one and (one.day, one.is_reported, one.is_of_some, one.later_parties))
            for first, end, one in self.entry.entries
        ]
        met = [
            max(days.first - 1, min(one.met, days.last))
            for _, _, one in self.entry.entries
            if one is not None
            for days in consents
        ]
        return (tuple(entries), tuple(met), tuple(self.turns_of_end))

    @property
    def turns(self) -> Iterator[int]:
        """The days on which the treaty entered into force or its conditions were met."""
        for _, _, entry in self.entry.entries:
            if entry is not None:
                yield from (entry.day, entry.met)

    @cached_property
    def turns_of_end(self) -> list[tuple[int, str | None]]:
        """The days on which the treaty ends, ends in another way, or is revived."""
        if self._base is not None:
            return self._base.turns_of_end
        if not self._whole.ends_ever:
            return []
        ends = [
            (one.first, one.stage if one.stage in {"terminated", "expired"} else None)
            for one in self.segments
        ]
        return [
            (first, ended)
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
        return TreatyRecord(self.dated, self.entry, self.ends, self)
