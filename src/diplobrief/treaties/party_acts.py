"""What a party did, and what was done for all: its acts day by day, apart from their outcome."""

from __future__ import annotations

import itertools
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.treaties import readings
from diplobrief.treaties.days import PAST
from diplobrief.treaties.effects import CONSENT, EFFECTS, TOWARDS_SOME, Effect
from diplobrief.treaties.tracks import Ground, Stretch, Track, follows, last_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.treaties.consent import PartyConsent
    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.steps import Step


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
            return Track(dated.stretches(step for step in lasting if step.effect is effect))

        self.signs: Track = track(Effect.SIGNS)
        self.applies: Track = track(Effect.APPLIES)
        self.suspends: Track = track(Effect.SUSPENDS)
        self.resumes: Track = track(Effect.RESUMES)
        self.shows_force: Track = Track(dated.showing(steps))
        self.reversed: list[Step] = [step for step in steps if step.reversals]


class PartyActs:
    """The acts of a party, and those that name no party as far as they count for it.

    Args:
        consent: The consents and withdrawals of the party.
        common: The acts that name no party.
    """

    def __init__(self, consent: PartyConsent, common: CommonTracks) -> None:
        self.consent: PartyConsent = consent
        self.common: CommonTracks = common
        self._dated = dated = consent.dated
        self._party = party = consent.party
        case = dated.case
        self.is_listed: bool = party in case.listed
        own = case.steps_by_party.get(party, ())
        self.steps: list[Step] = [step for step in own if _concerns(step, consent.toward)]
        shared = [step for step in common.reversed if self._shares(step.effect)]
        all_steps = [*self.steps, *shared]
        effects = {step.effect for step in all_steps}

        def tracks(effect: Effect, of_all: Track) -> list[Track]:
            found = [of_all] if self._shares(effect) else []
            if effect in effects:
                own = (step for step in all_steps if step.effect is effect)
                found.insert(0, Track(dated.stretches(own, party)))
            return found

        self.signs: list[Track] = tracks(Effect.SIGNS, common.signs)
        self.applies: list[Track] = tracks(Effect.APPLIES, common.applies)
        self.suspends: list[Track] = tracks(Effect.SUSPENDS, common.suspends)
        self.resumes: list[Track] = tracks(Effect.RESUMES, common.resumes)
        reversed_ = [step for step in all_steps if step.reversals]
        signing = [step for step in reversed_ if step.effect is Effect.SIGNS]
        consenting = [step for step in reversed_ if step.effect in CONSENT]
        self.signatures_reversed: Track = Track(_reversals(dated, signing, party))
        self.consents_reversed: Track = Track(_reversals(dated, consenting, party))

    @cached_property
    def proceeds(self) -> Track:
        """The steps of the party towards its consent."""
        return Track(self._procedure())

    @property
    def tracks(self) -> Iterator[Track]:
        """All that was done."""
        yield from (*self.signs, *self.applies, *self.suspends, *self.resumes)
        yield from (self.signatures_reversed, self.consents_reversed, self.proceeds)
        yield from (self.consent.consents, self.consent.leaves, self.consent.notices)

    @property
    def applies_ever(self) -> bool:
        """Whether the party ever applies the treaty before it is in force."""
        return any(track.days for track in self.applies)

    def procedures(self) -> Iterator[Stretch]:
        """Yield the steps of its procedure while nothing was reversed after them (R18)."""
        reversed_ = [self.signatures_reversed, self.consents_reversed]
        changes = sorted({day for track in reversed_ for day in track.days})
        for step in self.steps:
            if not self._is_step_of_procedure(step) or step.milestone.counterparties:
                continue
            for first, ground, end in self._dated.stretches([step], self._party):
                if not changes:
                    yield Stretch(first, ground, end)
                    continue
                days = [first, *(day for day in changes if first < day < end), end]
                for since, until in itertools.pairwise(days):
                    if follows(ground, last_of(reversed_, since)):
                        yield Stretch(since, ground, until)

    def own_entries(self) -> Iterator[Stretch]:
        """Yield the entries into force that are reported for the party."""
        for step in self.steps:
            if step.effect is Effect.ENTERS:
                some = step.milestone.counterparties or step.milestone.scope
                applied = (readings.TOWARDS_SOME,) if some else ()
                place = self.consent.place(step, of_consent=False)
                ground = Ground(place, (step.milestone,), applied)
                for first, end in self._dated.standing.of(step, self._party):
                    yield Stretch(max(first, place[0]), ground, end)

    def showing(self) -> Iterator[Stretch]:
        """Yield acts of the party that show the treaty in force for it (R13)."""
        return self._dated.showing(self.steps)

    def _shares(self, effect: Effect) -> bool:
        """Return whether the acts that name no party have an effect for this one."""
        if effect is Effect.SIGNS and self._party in self._dated.case.sign_for_themselves:
            return False  # R27
        reaches = EFFECTS[effect].by_all
        return reaches == "each" or (reaches == "listed" and self.is_listed)

    def _is_step_of_procedure(self, step: Step) -> bool:
        return step.effect is Effect.PROCEEDS or (
            not step.milestone.counterparties and self.consent.is_domestic(step)
        )

    def _procedure(self) -> Iterator[Stretch]:
        for step in self.steps:
            if self._is_step_of_procedure(step):
                applied = [readings.INSTRUMENT_COUNTS] if step.effect in CONSENT else []
                yield from self._dated.stretches([step], self._party, *applied)
        if self.is_listed:
            ended = [
                day
                for track in (self.consent.leaves, self.signatures_reversed, self.consents_reversed)
                for day in track.days
            ]
            starts = [PAST, *ended, *(day + 1 for day in ended)]
            domestic = filter(
                self.consent.is_domestic, self._dated.common_consents.decisive(starts)
            )
            yield from self._dated.stretches(domestic, self._party, readings.INSTRUMENT_COUNTS)


def _concerns(step: Step, toward: str | None) -> bool:
    """Return whether an act of a party counts for its stage, or for that towards another."""
    limited = step.milestone.counterparties
    if toward is None and step.act.effect in TOWARDS_SOME:
        return True  # R19
    return not limited or toward in limited


def _reversals(dated: DatedSteps, steps: Sequence[Step], party: str) -> Iterator[Stretch]:
    for step in steps:
        for reversal, first, end in dated.standing.reversals_of(step, party):
            place = max(dated.place(step), dated.place(reversal))
            ground = Ground(place, (reversal.milestone,), (readings.UNSIGNED,))
            yield Stretch(max(first, dated.days[step.index]), ground, end)
