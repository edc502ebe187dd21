"""The stage of a party, day by day: its acts, those of all parties, and what follows from them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.treaties import readings
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.entry import binds
from diplobrief.treaties.stages import IN_OPERATION
from diplobrief.treaties.tracks import NEVER, Ground, Stretch, Track, follows, last_of, later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.treaties.entry import Entry, EntryIntoForce
    from diplobrief.treaties.party_acts import PartyActs
    from diplobrief.treaties.stages import PartyStage


class PartyRecord:
    """What became of a party, ready to be asked for its stage on a day.

    Args:
        acts: Its acts.
        entry: The entry into force of the treaty.
        ends: What ends the treaty.
    """

    def __init__(self, acts: PartyActs, entry: EntryIntoForce, ends: Track) -> None:
        self._acts = acts
        self._consent = acts.consent
        self._party = acts.consent.party
        self._dated = acts.consent.dated
        self._entry = entry
        self._ends = ends
        self._needs_no_consent = self._party in self._dated.case.bound_without_consent
        self._reports = [
            step
            for step in acts.steps
            if step.is_entry and step.serves_consent and not step.is_for_territories
        ]
        self.leaves: Track = acts.consent.leaves
        self.notices: Track = acts.consent.notices

    @cached_property
    def entered(self) -> Track:
        """What makes the treaty binding for the party."""
        return Track([*self._acts.own_entries(), *self._bound()])

    @cached_property
    def shown(self) -> list[Track]:
        """What shows that the treaty was in force for the party (R13, R14)."""
        common = self._acts.common.shows_force
        own = [*self._shown_by_notice(), *self._acts.showing(), *self._shown_to_it(common)]
        if self._needs_no_consent and not self._answers.days:
            return [Track(own), common]
        if self._needs_no_consent:
            days = [day for day in common.days if not self._refused_by(day)]
            own += [Stretch(day, ground) for day in days if (ground := common.last(day))]
        return [Track(own)]

    @cached_property
    def _answers(self) -> Track:
        """What shows whether a party that has refused something wants to be bound (R05)."""
        steps = self._dated.case.answers.get(self._party, ())
        return Track(self._dated.stretches(steps, self._party))

    def _refused_by(self, day: int) -> bool:
        """Return whether the last that is reported of the party by a day is a refusal (R05)."""
        if self._dated.case.membership.is_bilateral:
            return False
        last = self._answers.last(day)
        return last is not None and last.because[0].status == "rejected"

    @cached_property
    def precluded(self) -> Track:
        """What keeps the treaty out of force between it and the party of the question (R30)."""
        against = self._dated.case.precluding.get(self._party, {})
        return Track(
            stretch
            for step, objecting in against.get(self._consent.toward or "", ())
            for stretch in self._dated.stretches([step], objecting, readings.NOT_BETWEEN)
        )

    def stage(self, day: int) -> tuple[PartyStage, Ground | None]:
        """Return the stage of the party on a day, apart from the end of the treaty, and why."""
        stage, ground = self._stage(day)
        precluded = self.precluded.last(day) if stage in IN_OPERATION else None
        return ("ratified", precluded) if precluded is not None else (stage, ground)

    def _stage(self, day: int) -> tuple[PartyStage, Ground | None]:
        left = self.leaves.last(day)
        applied = last_of(self._acts.applies, day)
        force = self.entered.last(day)
        if applied is None:
            # What is applied provisionally may be suspended and resumed as well.
            force = later(force, last_of(self.shown, day))
        in_force, provisional = follows(force, left), follows(applied, left)
        suspended = last_of(self._acts.suspends, day)
        if (
            (in_force or provisional)
            and follows(suspended, later(left, self._ends.last(day)))  # R22
            and follows(suspended, last_of(self._acts.resumes, day))
        ):
            return "suspended", suspended
        consent = self._consent.consents.last(day)
        consented = follows(consent, left)
        notice = self.notices.last(day)
        # R12; after an exit, only a party that is bound anew can give notice.
        if notice is not None and (left is None or in_force or provisional or consented):
            return "withdrawing", notice
        if in_force:
            return "in_force", force
        if provisional:
            return "provisionally_applied", applied
        if consented:
            return "ratified", consent
        return self._before_consent(day, left)

    def _before_consent(self, day: int, left: Ground | None) -> tuple[PartyStage, Ground | None]:
        proceeding = self._acts.proceeds.last(day)
        unsigned = self._acts.signatures_reversed.last(day)
        ended = later(unsigned, self._acts.consents_reversed.last(day))  # R18
        if follows(proceeding, left) and follows(proceeding, ended):
            return "being_ratified", proceeding
        signed = last_of(self._acts.signs, day)
        if follows(signed, left):
            return "signed", signed
        if left is not None:
            return "withdrawn", left
        return ("unsigned", unsigned) if unsigned is not None else ("none", None)

    @property
    def days(self) -> set[int]:
        """The days on which its stage may change by its own acts or those of all parties."""
        tracks = (*self._acts.tracks, *self.shown, self.entered, self._ends, self.precluded)
        return {day for track in tracks for day in track.days}

    @property
    def first_bound(self) -> int:
        """The day on which the treaty first bound the party."""
        tracks = [self.entered, *([] if self._acts.applies_ever else self.shown)]
        return min((track.days[0] for track in tracks if track.days), default=NEVER)

    def _bound(self) -> Iterator[Stretch]:
        """Yield how the entry into force of the treaty binds the party (R03, R04, R05)."""
        for first, end, entry in self._entry.entries:
            if entry is None:
                continue
            for ground in self._bound_by(entry):
                delayed = self._delayed(ground)
                if delayed is not None:
                    yield Stretch(max(first, delayed.place[0]), delayed, end)

    def _bound_by(self, entry: Entry) -> Iterator[Ground]:
        left_before = any(leave.effect <= entry.day for leave in self._consent.exits)
        stays_out = entry.is_of_some or left_before or self._refused_by(entry.day)
        if self._needs_no_consent and not stays_out:
            membership = self._dated.case.membership
            reading = readings.ENTRY_BINDS_LISTED
            if membership.has_two_sides:
                reading = readings.TWO_PARTIES if membership.is_bilateral else readings.TWO_SIDES
            ground = entry.ground
            yield Ground(ground.place, ground.because, (*ground.readings, reading))
        for spell in self._consent.spells:
            ground_of_spell = binds(entry, spell)
            if ground_of_spell is not None:
                yield ground_of_spell

    def _delayed(self, ground: Ground) -> Ground | None:
        """Return when the entry of the treaty binds it, unless a report says otherwise (R03)."""
        cycle = self._consent.cycle(ground.place[0])
        day = ground.place[0]
        for step in self._reports:
            if step.is_done:
                if step.reversals and not self._dated.standing.of(step, self._party):
                    continue
                if self._consent.cycle(self._dated.days[step.index]) == cycle:
                    return None
            elif step.is_announced or step.milestone.status == "postponed":
                announced = self._dated.days[step.index] if step.is_announced else NEVER
                if self._consent.cycle(announced) == cycle:
                    day = max(day, announced)
        if day == ground.place[0]:
            return ground
        if day >= NEVER:
            return None
        place = (day, *ground.place[1:])
        return Ground(place, ground.because, (*ground.readings, readings.OWN_ENTRY_FIRST))

    def _shown_by_notice(self) -> Iterator[Stretch]:
        """Yield that a notice of withdrawal shows the party to be bound (R14)."""
        for step in self._acts.steps:
            if step.effect is Effect.LEAVES:
                # A notice that takes effect before its own day shows nothing after that.
                day = min(self._dated.given[step.index], self._dated.days[step.index])
                if not self._entry.is_excluded_on(day):
                    shown = (readings.NOTICE_SHOWS_MEMBER,)
                    yield Stretch(day, Ground((day, 0, step.index), (step.milestone,), shown))

    def _shown_to_it(self, common: Track) -> Iterator[Stretch]:
        """Yield acts of all that show the treaty in force while the party consents (R13)."""
        days = common.days
        for spell in self._consent.spells:
            at = bisect_left(days, spell.first)
            if at < len(days) and days[at] < spell.end:
                ground = common.last(days[at])
                if ground is not None:
                    yield Stretch(days[at], ground)
