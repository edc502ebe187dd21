"""The stage of a party, day by day: its acts, those of all parties, and what follows from them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import readings
from diplobrief.treaties.days import PAST
from diplobrief.treaties.effects import CONSENT, EFFECTS, Effect
from diplobrief.treaties.entry import binds
from diplobrief.treaties.tracks import NEVER, Ground, Stretch, Track, follows, later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplobrief.treaties.consent import PartyConsent
    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.entry import Entry, EntryIntoForce
    from diplobrief.treaties.readings import Reading
    from diplobrief.treaties.stages import PartyStage
    from diplobrief.treaties.steps import Step

_SHOWING: Final = frozenset({Effect.CONTINUES, Effect.SUSPENDS, Effect.RESUMES})
_TOWARDS_SOME: Final = frozenset({Effect.ENTERS, Effect.APPLIES})


class CommonTracks:
    """The acts that name no party and are not reversed, as they count for the parties.

    Acts that are reversed may be so for some parties only (R16), and are in `reversed`.

    Args:
        dated: The steps with their days.
    """

    def __init__(self, dated: DatedSteps) -> None:
        steps = [step for step in dated.case.common if not step.milestone.counterparties]
        lasting = [step for step in steps if not step.reversals]

        def track(effect: Effect) -> Track:
            return Track(_stretches(dated, lasting, "", effect))

        self.signs = track(Effect.SIGNS)
        self.applies = track(Effect.APPLIES)
        self.suspends = track(Effect.SUSPENDS)
        self.resumes = track(Effect.RESUMES)
        self.shows_force = Track(_showing(dated, steps))
        self.reversed = [step for step in steps if step.reversals]


class PartyRecord:
    """What a party did and what became of it, ready to be asked for its stage on a day.

    Args:
        consent: The consents and withdrawals of the party.
        common: The acts that name no party.
        entry: The entry into force of the treaty.
    """

    def __init__(self, consent: PartyConsent, common: CommonTracks, entry: EntryIntoForce) -> None:
        self._consent = consent
        self._dated = dated = consent.dated
        self._entry = entry
        self._party = party = consent.party
        case = dated.case
        self._is_listed = party in case.listed
        self._binds_all = self._is_listed and case.entry_binds_all_listed
        own = case.steps_by_party.get(party, ())
        self._steps = steps = [step for step in own if _concerns(step, consent.toward)]
        self._reports = [
            step
            for step in steps
            if step.is_entry and step.serves_consent and not step.is_for_territories
        ]
        shared = [step for step in common.reversed if self._is_shared(step)]
        all_steps = [*steps, *shared]
        signs_with_all = self._is_listed and party not in case.sign_for_themselves  # R27

        effects = {step.effect for step in all_steps}

        def tracks(effect: Effect, *common: Track) -> list[Track]:
            if effect not in effects:
                return [*common]
            return [Track(_stretches(dated, all_steps, party, effect)), *common]

        self.signs = tracks(Effect.SIGNS, *([common.signs] if signs_with_all else ()))
        self.applies = tracks(Effect.APPLIES, *([common.applies] if self._is_listed else ()))
        self.suspends = tracks(Effect.SUSPENDS, common.suspends)
        self.resumes = tracks(Effect.RESUMES, common.resumes)
        self.consents = consent.consents
        self.leaves = consent.leaves
        self.notices = consent.notices
        signing = [step for step in all_steps if step.effect is Effect.SIGNS]
        consenting = [step for step in all_steps if step.effect in CONSENT]
        self.signatures_reversed = Track(_reversals(dated, signing, party))
        self.consents_reversed = Track(_reversals(dated, consenting, party))
        self._common = common

    @cached_property
    def entered(self) -> Track:
        """What makes the treaty binding for the party."""
        return Track([*self._own_entries(), *self._bound()])

    @cached_property
    def shown(self) -> list[Track]:
        """What shows that the treaty was in force for the party (R13, R14)."""
        common = self._common
        own = [
            *self._shown_by_notice(),
            *_showing(self._dated, self._steps),
            *self._shown_to_it(common),
        ]
        return [Track(own), *([common.shows_force] if self._binds_all else ())]

    @cached_property
    def proceeds(self) -> Track:
        """The steps of the party towards its consent."""
        return Track(self._procedure())

    def _is_shared(self, step: Step) -> bool:
        """Return whether an act that names no party counts for this one."""
        if step.effect is Effect.SIGNS:
            return self._is_listed and self._party not in self._dated.case.sign_for_themselves
        reaches = EFFECTS[step.effect].by_all
        return reaches == "each" or (reaches == "listed" and self._is_listed)

    def stage(self, day: int) -> tuple[PartyStage, Ground | None]:
        """Return the stage of the party on a day, apart from the end of the treaty, and why."""
        left = self.leaves.last(day)
        applied = _last(self.applies, day)
        force = self.entered.last(day)
        if applied is None:
            # What is applied provisionally may be suspended and resumed as well.
            force = later(force, _last(self.shown, day))
        in_force, provisional = follows(force, left), follows(applied, left)
        suspended = _last(self.suspends, day)
        if (
            (in_force or provisional)
            and follows(suspended, left)
            and follows(suspended, _last(self.resumes, day))
        ):
            return "suspended", suspended
        consent = self.consents.last(day)
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
        proceeding = self.proceeds.last(day)
        unsigned = self.signatures_reversed.last(day)
        ended = later(unsigned, self.consents_reversed.last(day))  # R18
        if follows(proceeding, left) and follows(proceeding, ended):
            return "being_ratified", proceeding
        signed = _last(self.signs, day)
        if follows(signed, left):
            return "signed", signed
        if left is not None:
            return "withdrawn", left
        return ("unsigned", unsigned) if unsigned is not None else ("none", None)

    @property
    def days(self) -> set[int]:
        """The days on which its stage may change by its own acts or those of all parties."""
        tracks = [
            *self.signs, *self.applies, *self.suspends, *self.resumes, *self.shown,
            self.signatures_reversed, self.consents_reversed, self.consents, self.leaves,
            self.notices, self.proceeds, self.entered,
        ]  # fmt: skip
        return {day for track in tracks for day in track.days}

    @property
    def first_bound(self) -> int:
        """The day on which the treaty first bound the party."""
        tracks = [self.entered, *([] if self._applies_ever() else self.shown)]
        return min((track.days[0] for track in tracks if track.days), default=NEVER)

    def procedures(self) -> Iterator[Stretch]:
        """Yield the steps of its procedure while nothing was reversed after them (R18)."""
        reversed_ = [self.signatures_reversed, self.consents_reversed]
        changes = sorted({day for track in reversed_ for day in track.days})
        for step in self._steps:
            if not self._is_step_of_procedure(step) or step.milestone.counterparties:
                continue
            ground = self._ground(step)
            for first, end in self._dated.standing.of(step, self._party):
                if not changes:
                    yield Stretch(first, ground, end)
                    continue
                days = [first, *(day for day in changes if first < day < end), end]
                for since, until in itertools.pairwise(days):
                    if follows(ground, _last(reversed_, since)):
                        yield Stretch(since, ground, until)

    def _applies_ever(self) -> bool:
        return any(track.days for track in self.applies)

    def _ground(self, step: Step, *applied: Reading) -> Ground:
        return Ground(self._dated.place(step), (step.milestone,), applied)

    def _is_step_of_procedure(self, step: Step) -> bool:
        return step.effect is Effect.PROCEEDS or (
            not step.milestone.counterparties and self._consent.is_domestic(step)
        )

    def _procedure(self) -> Iterator[Stretch]:
        domestic = (readings.INSTRUMENT_COUNTS,)
        for step in self._steps:
            if self._is_step_of_procedure(step):
                applied = domestic if step.effect in CONSENT else ()
                for first, end in self._dated.standing.of(step, self._party):
                    yield Stretch(first, self._ground(step, *applied), end)
        if self._is_listed:
            ended = [
                day
                for track in (self.leaves, self.signatures_reversed, self.consents_reversed)
                for day in track.days
            ]
            starts = [PAST, *ended, *(day + 1 for day in ended)]
            for step in self._dated.common_consents.decisive(starts):
                if self._consent.is_domestic(step):
                    for first, end in self._dated.standing.of(step, self._party):
                        yield Stretch(first, self._ground(step, *domestic), end)

    def _own_entries(self) -> Iterator[Stretch]:
        for step in self._steps:
            if step.effect is Effect.ENTERS:
                some = step.milestone.counterparties or step.milestone.scope
                applied = (readings.TOWARDS_SOME,) if some else ()
                place = self._consent.place(step, of_consent=False)
                ground = Ground(place, (step.milestone,), applied)
                for first, end in self._dated.standing.of(step, self._party):
                    yield Stretch(max(first, place[0]), ground, end)

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
        if self._binds_all and not left_before and not entry.is_of_some:
            bilateral = self._dated.case.membership.is_bilateral
            reading = readings.TWO_PARTIES if bilateral else readings.ENTRY_BINDS_LISTED
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
        for step in self._steps:
            if step.effect is Effect.LEAVES:
                given = self._dated.given[step.index]
                if not self._entry.is_excluded_on(given):
                    yield Stretch(
                        given,
                        Ground(
                            (given, 0, step.index),
                            (step.milestone,),
                            (readings.NOTICE_SHOWS_MEMBER,),
                        ),
                    )

    def _shown_to_it(self, common: CommonTracks) -> Iterator[Stretch]:
        """Yield acts of all that show the treaty in force while the party consents (R13)."""
        days = common.shows_force.days
        for spell in self._consent.spells:
            at = bisect_left(days, spell.first)
            if at < len(days) and days[at] < spell.end:
                ground = common.shows_force.last(days[at])
                if ground is not None:
                    yield Stretch(days[at], ground)


def _concerns(step: Step, toward: str | None) -> bool:
    """Return whether an act of a party counts for its stage, or for that towards another."""
    limited = step.milestone.counterparties
    if toward is None and step.act.effect in _TOWARDS_SOME:
        return True  # R19
    return not limited or toward in limited


def _last(tracks: Iterable[Track], day: int) -> Ground | None:
    return later(*(track.last(day) for track in tracks))


def _stretches(
    dated: DatedSteps, steps: Sequence[Step], party: str, effect: Effect
) -> Iterator[Stretch]:
    for step in steps:
        if step.effect is effect:
            ground = Ground(dated.place(step), (step.milestone,))
            for first, end in dated.standing.of(step, party):
                yield Stretch(first, ground, end)


def _reversals(dated: DatedSteps, steps: Sequence[Step], party: str) -> Iterator[Stretch]:
    for step in steps:
        for reversal, first, end in dated.standing.reversals_of(step, party):
            place = max(dated.place(step), dated.place(reversal))
            ground = Ground(place, (reversal.milestone,), (readings.UNSIGNED,))
            yield Stretch(max(first, dated.days[step.index]), ground, end)


def _showing(dated: DatedSteps, steps: Sequence[Step]) -> Iterator[Stretch]:
    """Yield acts that only a treaty in force can see; they show that for good (R13)."""
    for step in steps:
        if step.effect in _SHOWING:
            day = dated.days[step.index]
            ground = Ground(dated.place(step), (step.milestone,), (readings.SHOWS_FORCE,))
            yield Stretch(day, ground)
