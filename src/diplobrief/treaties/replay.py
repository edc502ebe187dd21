"""A treaty replayed with every day known: its stage and that of each party, on any day."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from diplobrief.model.treaties import Period
from diplobrief.treaties import readings
from diplobrief.treaties.acts import ACTS
from diplobrief.treaties.consent import PartyConsent
from diplobrief.treaties.days import PAST, Days
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.entry import EntryIntoForce
from diplobrief.treaties.party import CommonTracks, PartyRecord
from diplobrief.treaties.spans import Segment, segments_of
from diplobrief.treaties.standing import WHOLE
from diplobrief.treaties.tracks import NEVER, Ground, Stretch, Track, between, follows, later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.stages import PartyStage, TreatyStage
    from diplobrief.treaties.steps import Step

_ENDED: Final = frozenset({"terminated", "expired", "rejected"})
_BOUND: Final[frozenset[PartyStage]] = frozenset(
    {"ratified", "provisionally_applied", "in_force", "suspended", "withdrawing"}
)
_PARTS: Final = re.compile(r"([0-9]+)([YMWD])")
_MONTHS: Final = {"Y": 12, "M": 1}
_DAYS: Final = {"W": 7, "D": 1}


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
        return segments_of(self.days_of_treaty(), self.stage)

    def segments_of_party(self, party: str, toward: str | None = None) -> list[Segment[PartyStage]]:
        """Return the stages of a party, in the order of time."""
        days = self.party(party, toward).days.union(self._days_of_end)
        return segments_of(days, lambda day: self.stage_of_party(party, day, toward))

    @cached_property
    def _days_of_end(self) -> list[int]:
        """The days on which the treaty ends, or is revived."""
        ended = [(one.first, one.stage in {"terminated", "expired"}) for one in self.segments]
        return [
            first for at, (first, over) in enumerate(ended) if over != (at > 0 and ended[at - 1][1])
        ]

    # The stage of the treaty

    def stage(self, day: int) -> tuple[TreatyStage, Ground | None]:
        """Return the stage of the treaty as a whole on a day, and why."""
        if self._base is not None:
            return self._base.stage(day)
        known = self._stages.get(day)
        if known is None:
            known = self._stages[day] = self._stage(day)
        return known

    def _stage(self, day: int) -> tuple[TreatyStage, Ground | None]:
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
        entry = self.entry.on(day)
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

    # What moves it

    def _track(self, *effects: Effect, by_some: bool, towards_some: bool = False) -> Track:
        """Return acts of the treaty as a whole, or also those of some of its parties."""
        return Track(
            Stretch(first, self._ground(step), end)
            for step in self.case.steps
            if step.effect in effects
            and (by_some or step.of_whole)
            and (towards_some or not step.milestone.counterparties)
            for first, end in self.dated.standing.of(step, WHOLE)
        )

    def _ground(self, step: Step) -> Ground:
        ends_as = "rejected" if step.milestone.status == "rejected" else step.act.ends_as
        return Ground(self.dated.place(step), (step.milestone,), ends_as=ends_as)

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
                self.dated.days[step.index],
                Ground(self.dated.place(step), (step.milestone,), (readings.SHOWS_FORCE,)),
            )
            for step in self.case.steps
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
        if not self.case.membership.is_bilateral:
            return self._track(Effect.SIGNS, by_some=True)
        return Track([*self._signed_by_both(), *self._signed_as_a_whole()])

    def _signed_as_a_whole(self) -> Iterator[Stretch]:
        for step in self.case.steps:
            if step.effect is Effect.SIGNS and step.of_whole:
                for first, end in self.dated.standing.of(step, WHOLE):
                    yield Stretch(first, self._ground(step), end)

    def _signed_by_both(self) -> Iterator[Stretch]:
        """Yield the days on which both of two parties have signed (R01)."""
        tracks = [
            Track(
                Stretch(first, self._ground(step), end)
                for step in self.case.steps_by_party.get(party, ())
                if step.effect is Effect.SIGNS and not step.milestone.counterparties
                for first, end in self.dated.standing.of(step, party)
            )
            for party in self.case.membership.listed
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
            for step in self.case.common
            if step.effect is Effect.PROCEEDS and not step.milestone.counterparties
            for first, end in self.dated.standing.of(step, WHOLE)
        ]
        proceeding = {
            party
            for step in self.case.steps
            if step.effect is Effect.PROCEEDS
            for party in step.parties
        } | self.case.instruments_by_party.keys()
        if self.case.common_instruments:
            proceeding |= self.case.listed
        by_parties = (
            stretch
            for party in self.case.parties
            if party in proceeding
            for stretch in self.party(party).procedures()
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
            for one in self.entry.met
        )

    @cached_property
    def _terms(self) -> Track:
        """The expiry that follows from the duration of the treaty (R23)."""
        term = self.case.treaty.duration
        if term is None or self.dated.goes_on or self._end_is_known:
            return Track()
        stretches: list[Stretch] = []
        for first, end, entry in self.entry.entries:
            if entry is not None:
                expires = self._end_of_term(entry.day, term)
                place = (expires, ACTS["expiry"].rank, -1)
                ground = Ground(place, entry.because, (readings.TERM_ENDS,), "expired")
                stretches.append(Stretch(max(first, expires), ground, end))
        return Track(stretches)

    def _end_of_term(self, entered: int, term: str) -> int:
        """Return when a term ends that each extension in time prolongs by the renewal."""
        ends = Days(entered, entered).after(period_of(term))
        renewal = self.case.treaty.renewal
        if self.case.treaty.renewed_by == "consent" and renewal is not None:
            extended = sorted(
                self.dated.days[step.index]
                for step in self.case.steps
                if step.effect is Effect.CONTINUES
            )
            for day in extended:
                if day <= ends.first:
                    ends = ends.after(period_of(renewal))
        return ends.first

    @cached_property
    def _end_is_known(self) -> bool:
        return self.case.treaty.renewed_by == "automatic" or any(
            step.act.effect is Effect.ENDS and step.of_whole and (step.is_done or step.is_announced)
            for step in self.case.steps
        )

    # What follows for the treaty from its parties

    @cached_property
    def _left_by_enough(self) -> Track:
        """When so many parties have left that the treaty has ended (R01, R20)."""
        membership = self.case.membership
        if not membership.is_complete or len(membership.listed) < 2:
            return Track()  # R02
        leaving = [party for party in membership.listed if self.consent(party).leaves.days]
        enough = 1 if membership.is_bilateral else len(membership.listed)
        if len(leaving) < enough:
            return Track()
        records = {party: self.party(party) for party in leaving}
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
        membership = self.case.membership
        if not membership.is_complete or len(membership.listed) < 2:
            return None
        suspending = self._suspending
        enough = 1 if membership.is_bilateral else len(membership.listed)
        if len(suspending) < enough:
            return None
        suspended: list[Ground] = []
        for party in suspending:
            stage, ground = self.party(party).stage(day)
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
            for party in self.case.membership.listed
            if any(
                step.effect is Effect.SUSPENDS for step in self.case.steps_by_party.get(party, ())
            )
        ]

    def days_of_treaty(self) -> set[int]:
        """Return the days on which the stage of the treaty may change."""
        tracks = [
            self._ends, self._entered, self._applied, self._suspends, self._resumes, self._shown,
            self._negotiated, self._settled, self._consents, self._signed, self._procedures,
            self._met, self._left_by_enough, self._terms,
        ]  # fmt: skip
        days = {day for track in tracks for day in track.days}
        for first, _, entry in self.entry.entries:
            days.add(first)
            if entry is not None:
                days.add(max(first, entry.day))
        if self.case.membership.is_complete:
            for party in self._suspending:
                days |= self.party(party).days
        return {day for day in days if PAST <= day < NEVER}


def period_of(duration: str) -> Period:
    """Return a duration (ISO 8601-1, section 5.5.2) as a period.

    Example:
        >>> period_of("P20Y6M").months
        246
        >>> period_of("P2W").days
        14
    """
    months = days = 0
    for number, unit in _PARTS.findall(duration):
        months += int(number) * _MONTHS.get(unit, 0)
        days += int(number) * _DAYS.get(unit, 0)
    return Period(months=months, days=days)
