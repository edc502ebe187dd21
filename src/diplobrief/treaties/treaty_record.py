"""The stage of a treaty as a whole, day by day, with every day known."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.treaties import readings
from diplobrief.treaties.acts import ACTS
from diplobrief.treaties.days import PAST, Days, period_of
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.standing import WHOLE
from diplobrief.treaties.tracks import NEVER, Ground, Stretch, Track, between, follows, later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.entry import EntryIntoForce
    from diplobrief.treaties.party import PartyRecord
    from diplobrief.treaties.stages import TreatyStage
    from diplobrief.treaties.steps import Step

_ENDED: Final = frozenset({"terminated", "expired", "rejected"})


class TreatyRecord:
    """What became of a treaty as a whole, ready to be asked for its stage on a day.

    Args:
        dated: The steps with their days.
        entry: Its entry into force.
        record: Returns the record of a party.
    """

    def __init__(
        self, dated: DatedSteps, entry: EntryIntoForce, record: Callable[[str], PartyRecord]
    ) -> None:
        self._dated = dated
        self._case = dated.case
        self._entry = entry
        self._record = record

    def stage(self, day: int) -> tuple[TreatyStage, Ground | None]:
        """Return the stage of the treaty as a whole on a day, and why."""
        stage, ground = self._stage_of_acts(day)
        left = self._left_by_enough.last(day)
        if stage == "expired" and ground is not None and not follows(left, ground):
            # What its parties had left before its term cannot expire any more.
            by_term = ground.readings and ground.readings[0] is readings.TERM_ENDS
            return ("terminated", left) if left is not None and by_term else (stage, ground)
        if stage in _ENDED:
            return stage, ground
        if left is not None:
            return "terminated", left
        suspended = self._suspended_for_all(day)
        return ("suspended", suspended) if suspended is not None else (stage, ground)

    def _stage_of_acts(self, day: int) -> tuple[TreatyStage, Ground | None]:
        end = later(self._ends.last(day), self._terms.last(day))
        entry = self._entry.on(day)
        force = self._entered.last(day)
        if entry is not None and entry.day <= day:
            force = later(force, entry.ground)
        applied = self._applied.last(day)
        if applied is None:
            force = later(force, self._shown.last(day))
        in_force, provisional = follows(force, end), follows(applied, end)
        suspended = self._suspends.last(day)
        if (
            (in_force or provisional)
            and follows(suspended, end)
            and follows(suspended, self._resumes.last(day))
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
            ("being_ratified", self._consents),
            ("being_ratified", self._procedures),
            ("signed", self._signed),
            ("adopted", self._settled),
            ("negotiating", self._negotiated),
        )
        for stage, track in ladder:
            ground = track.last(day)
            if follows(ground, refused):
                return stage, ground
        return ("none", None) if refused is None else ("rejected", refused)

    # The acts that change it

    def _track(self, *effects: Effect, by_some: bool, towards_some: bool = False) -> Track:
        """Return acts of the treaty as a whole, or also those of some of its parties."""
        return Track(
            Stretch(first, self._ground(step), end)
            for step in self._case.steps
            if step.effect in effects
            and (by_some or step.of_whole)
            and (towards_some or not step.milestone.counterparties)
            for first, end in self._dated.standing.of(step, WHOLE)
        )

    def _ground(self, step: Step) -> Ground:
        ends_as = "rejected" if step.milestone.status == "rejected" else step.act.ends_as
        return Ground(self._dated.place(step), (step.milestone,), ends_as=ends_as)

    @cached_property
    def _ends(self) -> Track:
        return self._track(Effect.ENDS, by_some=False)

    @cached_property
    def _entered(self) -> Track:
        return self._track(Effect.ENTERS, by_some=True, towards_some=True)

    @cached_property
    def _applied(self) -> Track:
        return self._track(Effect.APPLIES, by_some=True, towards_some=True)

    @cached_property
    def _suspends(self) -> Track:
        return self._track(Effect.SUSPENDS, by_some=False)

    @cached_property
    def _resumes(self) -> Track:
        return self._track(Effect.RESUMES, by_some=False)

    @cached_property
    def _shown(self) -> Track:
        showing = {Effect.CONTINUES, Effect.SUSPENDS, Effect.RESUMES}
        return Track(
            Stretch(
                self._dated.days[step.index],
                Ground(self._dated.place(step), (step.milestone,), (readings.SHOWS_FORCE,)),
            )
            for step in self._case.steps
            if step.effect in showing and step.of_whole
        )

    @cached_property
    def _negotiated(self) -> Track:
        return self._track(Effect.NEGOTIATES, by_some=True)

    @cached_property
    def _settled(self) -> Track:
        return self._track(Effect.SETTLES, Effect.SIGNS, by_some=True)

    @cached_property
    def _consents(self) -> Track:
        return self._track(*CONSENT, Effect.COUNTS, by_some=True)

    @cached_property
    def _signed(self) -> Track:
        if not self._case.membership.is_bilateral:
            return self._track(Effect.SIGNS, by_some=True)
        return Track([*self._signed_by_both(), *self._signed_as_a_whole()])

    def _signed_as_a_whole(self) -> Iterator[Stretch]:
        for step in self._case.steps:
            if step.effect is Effect.SIGNS and step.of_whole:
                for first, end in self._dated.standing.of(step, WHOLE):
                    yield Stretch(first, self._ground(step), end)

    def _signed_by_both(self) -> Iterator[Stretch]:
        """Yield the days on which both of two parties have signed (R01)."""
        tracks = [
            Track(
                Stretch(first, self._ground(step), end)
                for step in self._case.steps_by_party.get(party, ())
                if step.effect is Effect.SIGNS and not step.milestone.counterparties
                for first, end in self._dated.standing.of(step, party)
            )
            for party in self._case.membership.listed
        ]
        days = sorted({day for track in tracks for day in track.days})
        for first, end in between(days):
            grounds = [ground for track in tracks if (ground := track.last(first)) is not None]
            if len(grounds) == len(tracks):
                because = {id(one): one for ground in grounds for one in ground.because}
                place = max(ground.place for ground in grounds)
                yield Stretch(
                    first, Ground(place, tuple(because.values()), (readings.TWO_PARTIES,)), end
                )

    @cached_property
    def _procedures(self) -> Track:
        common = [
            Stretch(first, self._ground(step), end)
            for step in self._case.common
            if step.effect is Effect.PROCEEDS and not step.milestone.counterparties
            for first, end in self._dated.standing.of(step, WHOLE)
        ]
        proceeding = {
            party
            for step in self._case.steps
            if step.effect is Effect.PROCEEDS
            for party in step.parties
        } | self._case.instruments_by_party.keys()
        if self._case.common_instruments:
            proceeding |= self._case.listed
        by_parties = (
            stretch
            for party in self._case.parties
            if party in proceeding
            for stretch in self._record(party).procedures()
        )
        return Track([*common, *by_parties])

    @cached_property
    def _met(self) -> Track:
        reading = {True: (readings.RULE_ONCE_MET,), False: (readings.ALL_CONSENT,)}
        return Track(
            Stretch(
                one.day,
                Ground((one.day, 99, 0), one.because, reading[one.rule is not None]),
                one.end,
            )
            for one in self._entry.met
        )

    @cached_property
    def _terms(self) -> Track:
        """The expiry that follows from the duration of the treaty (R23)."""
        term = self._case.treaty.duration
        if term is None or self._dated.goes_on or self._end_is_known:
            return Track()
        stretches: list[Stretch] = []
        for first, end, entry in self._entry.entries:
            if entry is not None:
                expires = self._end_of_term(entry.day, term)
                place = (expires, ACTS["expiry"].rank, -1)
                ground = Ground(place, entry.because, (readings.TERM_ENDS,), "expired")
                stretches.append(Stretch(max(first, expires), ground, end))
        return Track(stretches)

    def _end_of_term(self, entered: int, term: str) -> int:
        """Return when a term ends that each extension in time prolongs by the renewal."""
        ends = Days(entered, entered).after(period_of(term))
        renewal = self._case.treaty.renewal
        if self._case.treaty.renewed_by == "consent" and renewal is not None:
            extended = sorted(
                self._dated.days[step.index]
                for step in self._case.steps
                if step.effect is Effect.CONTINUES
            )
            for day in extended:
                if day <= ends.first:
                    ends = ends.after(period_of(renewal))
        return ends.first

    @cached_property
    def _end_is_known(self) -> bool:
        return self._case.treaty.renewed_by == "automatic" or any(
            step.act.effect is Effect.ENDS and step.of_whole and (step.is_done or step.is_announced)
            for step in self._case.steps
        )

    # What follows for the treaty from its parties

    @cached_property
    def _left_by_enough(self) -> Track:
        """When so many parties have left that the treaty has ended (R01, R20)."""
        membership = self._case.membership
        if not membership.is_complete or len(membership.listed) < 2:
            return Track()  # R02
        leaving = [party for party in membership.listed if self._record(party).leaves.days]
        enough = 1 if membership.is_bilateral else len(membership.listed)
        if len(leaving) < enough:
            return Track()
        records = {party: self._record(party) for party in leaving}
        days = sorted({day for record in records.values() for day in record.days})
        stretches: list[Stretch] = []
        for first, end in between(days):
            left = [
                ground
                for record in records.values()
                if (found := record.stage(first))[0] == "withdrawn"
                and (ground := found[1]) is not None
            ]
            if len(left) >= enough:
                last = sorted(left, key=lambda ground: ground.place)[enough - 1]
                reading = readings.TWO_PARTIES if enough == 1 else readings.LEFT_BY_ALL
                because = tuple(one for ground in left for one in ground.because)
                stretches.append(Stretch(first, Ground(last.place, because, (reading,)), end))
        return Track(stretches)

    def _suspended_for_all(self, day: int) -> Ground | None:
        """Return why the treaty is suspended for all parties, or by one of two (R21)."""
        membership = self._case.membership
        if not membership.is_complete or len(membership.listed) < 2:
            return None
        suspending = self._suspending
        enough = 1 if membership.is_bilateral else len(membership.listed)
        if len(suspending) < enough:
            return None
        suspended: list[Ground] = []
        for party in suspending:
            stage, ground = self._record(party).stage(day)
            if stage == "suspended" and ground is not None:
                suspended.append(ground)
            elif enough > 1:
                return None
        if len(suspended) < enough:
            return None
        because = tuple(one for ground in suspended for one in ground.because)
        return Ground((day, 0, 0), because, (readings.SUSPENDED_BETWEEN_ALL,))

    @cached_property
    def _suspending(self) -> list[str]:
        """The listed parties that suspended the treaty themselves."""
        return [
            party
            for party in self._case.membership.listed
            if any(
                step.effect is Effect.SUSPENDS for step in self._case.steps_by_party.get(party, ())
            )
        ]

    @property
    def days(self) -> set[int]:
        """The days on which the stage of the treaty may change."""
        tracks = [
            self._ends, self._entered, self._applied, self._suspends, self._resumes, self._shown,
            self._negotiated, self._settled, self._consents, self._signed, self._procedures,
            self._met, self._left_by_enough, self._terms,
        ]  # fmt: skip
        days = {day for track in tracks for day in track.days}
        for first, _, entry in self._entry.entries:
            days.add(first)
            if entry is not None:
                days.add(max(first, entry.day))
        if self._case.membership.is_complete:
            for party in self._suspending:
                days |= self._record(party).days
        return {day for day in days if PAST <= day < NEVER}
