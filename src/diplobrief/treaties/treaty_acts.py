"""What was done about a treaty as a whole: its acts day by day, apart from their outcome."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.treaties import readings
from diplobrief.treaties.effects import CONSENT, EFFECTS, SHOWS_FORCE, TOWARDS_SOME, Effect
from diplobrief.treaties.tracks import Ground, Stretch, Track, between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.treaties.dated import DatedSteps


class TreatyActs:
    """The acts of a treaty as a whole, and those of parties as far as they count for it.

    Args:
        dated: The steps with their days.
    """

    def __init__(self, dated: DatedSteps) -> None:
        self._dated = dated
        self._case = dated.case

    def _track(self, *effects: Effect, by_anybody: bool = False) -> Track:
        """Return the acts of the treaty as a whole, and those of its parties that count for it."""
        return Track(
            self._dated.stretches(
                step
                for step in self._case.having(*effects)
                if (by_anybody or step.of_whole or EFFECTS[step.effect].by_one)
                and (step.effect in TOWARDS_SOME or not step.milestone.counterparties)
            )
        )

    @cached_property
    def entered(self) -> Track:
        """Its entries into force, also those for some parties."""
        return self._track(Effect.ENTERS)

    @cached_property
    def applied(self) -> Track:
        """Its provisional applications, also those by some parties."""
        return self._track(Effect.APPLIES)

    @cached_property
    def suspends(self) -> Track:
        """The suspensions for all."""
        return self._track(Effect.SUSPENDS)

    @cached_property
    def resumes(self) -> Track:
        """The resumptions for all."""
        return self._track(Effect.RESUMES)

    @cached_property
    def shown(self) -> Track:
        """What shows that it was in force (R13)."""
        steps = self._case.having(*SHOWS_FORCE)
        return Track(self._dated.showing(step for step in steps if step.of_whole))

    @cached_property
    def negotiated(self) -> Track:
        """The negotiations."""
        return self._track(Effect.NEGOTIATES)

    @cached_property
    def settled(self) -> Track:
        """The acts that settle its text."""
        return self._track(Effect.SETTLES, Effect.SIGNS, by_anybody=True)

    @cached_property
    def consents(self) -> Track:
        """The consents of parties, and what is reported of their number."""
        return self._track(*CONSENT, Effect.COUNTS)

    @cached_property
    def signed(self) -> Track:
        """The signatures; of a treaty between two sides those of both (R01, R29)."""
        if not self._case.membership.has_two_sides:
            return self._track(Effect.SIGNS, by_anybody=True)
        as_a_whole = (step for step in self._case.having(Effect.SIGNS) if step.of_whole)
        return Track([*self._signed_by_both(), *self._dated.stretches(as_a_whole)])

    def _signed_by_both(self) -> Iterator[Stretch]:
        """Yield the days on which both sides have signed (R01, R29)."""
        membership = self._case.membership
        reading = readings.TWO_PARTIES if membership.is_bilateral else readings.TWO_SIDES
        tracks = [
            Track(
                stretch
                for party in membership.listed
                if party in side
                for step in self._case.steps_by_party.get(party, ())
                if step.effect is Effect.SIGNS and not step.milestone.counterparties
                for stretch in self._dated.stretches([step], party)
            )
            for side in membership.sides
        ]
        days = sorted({day for track in tracks for day in track.days})
        for first, end in between(days):
            grounds = [ground for track in tracks if (ground := track.last(first)) is not None]
            if len(grounds) == len(tracks):
                because = {id(one): one for ground in grounds for one in ground.because}
                place = max(ground.place for ground in grounds)
                yield Stretch(first, Ground(place, tuple(because.values()), (reading,)), end)
