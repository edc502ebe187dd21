"""The history of a treaty: its stages and those of its parties, with their days and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diplobrief.model.brief import Brief
from diplobrief.treaties.case import Case
from diplobrief.treaties.days import FUTURE, Days
from diplobrief.treaties.frozen import FrozenMapping
from diplobrief.treaties.owners import actors_of
from diplobrief.treaties.plain_data import text_of
from diplobrief.treaties.spans import Course, course_of, unknown_from
from diplobrief.treaties.stages import PARTY_STAGES, TREATY_STAGES, PartyStage, TreatyStage
from diplobrief.treaties.tracks import NEVER
from diplobrief.treaties.uncertainty import Uncertainty, Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from diplobrief.model.actors import Actor
    from diplobrief.model.treaties import Treaty
    from diplobrief.treaties.replay import Replay
    from diplobrief.treaties.spans import StageSpan


@dataclass(frozen=True)
class PartyHistory:
    """The history of one party of a treaty.

    Args:
        party: The id of the party.
        uncertainty: The treaty and what is open about it.
        toward: The party towards which its acts are meant; by default all.
    """

    party: str
    uncertainty: Uncertainty
    toward: str | None = None

    @cached_property
    def _known_ways(self) -> Ways | None:
        return self.uncertainty.of_party(self.party)

    @property
    def ways(self) -> Ways:
        """The ways in which things may have been; all early and all late if they are too many."""
        return self.uncertainty.extremes if self._known_ways is None else self._known_ways

    @property
    def replays(self) -> Sequence[Replay]:
        """A replay for each way in which things may have been."""
        return self.ways.replays

    @cached_property
    def course(self) -> Course[PartyStage]:
        """The spans, ready for look-ups."""
        course = course_of(
            [replay.segments_of_party(self.party, self.toward) for replay in self.replays],
            self.ways.neighbours,
            PARTY_STAGES,
            self.uncertainty.case.reversed_milestones,
        )
        if self._known_ways is None:
            return unknown_from(course, self.uncertainty.first_open_day)
        return course

    @property
    def spans(self) -> tuple[StageSpan[PartyStage], ...]:
        """The spans of days in which its stage does not change, in the order of time."""
        return self.course.spans

    def on(self, day: date | str) -> StageSpan[PartyStage]:
        """Return the span of a day; for a partial date, one span with all that is possible.

        Raises:
            ValueError: The string is not a date.
        """
        return self.course.on(Days.of(day))

    @cached_property
    def first_bound(self) -> Days | None:
        """The days on which the treaty may first have bound the party; `None` if it never did."""
        firsts = [replay.party(self.party).first_bound for replay in self.replays]
        if min(firsts) >= NEVER:
            return None
        return Days(min(firsts), min(max(firsts), FUTURE))

    @cached_property
    def towards(self) -> Mapping[str, PartyHistory]:
        """Its history towards those with whom an act had effect between the two only."""
        case = self.uncertainty.case
        others = dict.fromkeys(
            other
            for step in case.steps_by_party.get(self.party, ())
            for other in step.milestone.counterparties
        ) | dict.fromkeys(case.precluding.get(self.party, ()))
        if self.toward is not None:
            return FrozenMapping()
        return FrozenMapping(
            (other, PartyHistory(self.party, self.uncertainty, other)) for other in others
        )

    def as_data(self) -> dict[str, object]:
        """Return it as plain data; see `TreatyHistory.as_data`."""
        return {
            "first_bound": text_of(self.first_bound),
            "spans": [span.as_data() for span in self.spans],
            "towards": {
                other: [span.as_data() for span in history.spans]
                for other, history in self.towards.items()
            },
        }


@dataclass(frozen=True, eq=False)
class TreatyHistory:
    """The history of a treaty, computed once; `treaty_status` looks up a day in it.

    Args:
        treaty: The treaty.
        known_until: The day of the brief.
        uncertainty: What the brief leaves open.
    """

    treaty: Treaty
    known_until: Days
    uncertainty: Uncertainty

    @property
    def case(self) -> Case:
        """The treaty with its steps and parties."""
        return self.uncertainty.case

    @cached_property
    def ways(self) -> Ways:
        """The ways in which things may have been; all early and all late if they are too many."""
        ways = self.uncertainty.of_treaty
        return self.uncertainty.extremes if ways is None else ways

    @property
    def replays(self) -> Sequence[Replay]:
        """A replay for each way in which things may have been."""
        return self.ways.replays

    @cached_property
    def course(self) -> Course[TreatyStage]:
        """The spans, ready for look-ups."""
        course = course_of(
            [replay.segments for replay in self.replays],
            self.ways.neighbours,
            TREATY_STAGES,
            self.case.reversed_milestones,
            # Of consents that were always given together, only some may have been.
            in_passing="being_ratified" if self.ways.are_joint else None,
        )
        if self.uncertainty.of_treaty is None:
            return unknown_from(course, self.uncertainty.first_open_day)
        return course

    @property
    def spans(self) -> tuple[StageSpan[TreatyStage], ...]:
        """The spans of days in which the stage of the treaty does not change."""
        return self.course.spans

    def on(self, day: date | str) -> StageSpan[TreatyStage]:
        """Return the span of a day; for a partial date, one span with all that is possible.

        Raises:
            ValueError: The string is not a date.
        """
        return self.course.on(Days.of(day))

    @cached_property
    def parties(self) -> Mapping[str, PartyHistory]:
        """The history of each party, by id: the listed parties, then those that act as parties."""
        return FrozenMapping(
            (party, PartyHistory(party, self.uncertainty)) for party in self.case.parties
        )

    def entry_by_rules(self, on: Days) -> Days | None:
        """Return the days of entry into force that the treaty's own rules imply.

        Args:
            on: The day by which the conditions must have been met, or may have been.

        Returns:
            The days; `None` without a rule, or if none may be met by then.
        """
        enters: list[int] = []
        is_met = False
        for replay in self.replays:
            met = [one for one in replay.entry.met if one.rule is not None]
            by_then = [one for one in met if one.day <= on.last]
            is_met = is_met or bool(by_then)
            enters.append(min((one.enters for one in by_then or met), default=NEVER))
        return Days(min(enters), min(max(enters), FUTURE)) if is_met else None

    def as_data(self) -> dict[str, object]:
        """Return the history as plain data, ready for JSON; what is not known is null.

        `first` of the first span and `last` of the last one are null, as these spans are open.
        """
        return {
            "treaty": self.treaty.id,
            "spans": [span.as_data() for span in self.spans],
            "parties": {party: one.as_data() for party, one in self.parties.items()},
        }

    def __repr__(self) -> str:
        return f"TreatyHistory({self.treaty.id!r}, {'; '.join(map(str, self.spans))})"


def treaty_history(
    source: Brief | Treaty,
    treaty_id: str | None = None,
    *,
    actors: Iterable[Actor] = (),
    known_until: Days | None = None,
) -> TreatyHistory:
    """Return the history of a treaty: all its stages and those of its parties, with their days.

    Only what is reported as completed counts, from the day on which it takes effect; what the
    treaty's own rules imply is computed. Each span names the milestones and the readings on which
    it rests. If the dates leave several stages possible, the span has no `stage`, and `possible`
    lists them; nothing is guessed.

    Args:
        source: A brief, or a treaty.
        treaty_id: The id of the treaty in the brief.
        actors: The actors that a treaty refers to, so that the acts of organs count for their
            states; a brief has its own.
        known_until: The day until which a treaty is reported; a brief has its own. An undated act
            was done by then.

    Returns:
        The history.

    Raises:
        KeyError: The brief does not have this treaty.
        TypeError: `treaty_id` is missing for a brief.

    Example:
        >>> from diplobrief.model import Treaty
        >>> lake = Treaty(
        ...     id="lake",
        ...     title="Treaty on the Lake",
        ...     kind="treaty",
        ...     parties=["north", "south"],
        ...     entry_rules=[{"count": 2, "after": {"days": 30}}],
        ...     milestones=[
        ...         {"kind": "signature", "status": "completed", "date": "2026-01-10"},
        ...         {"kind": "ratification", "status": "completed", "date": "2026-03-01"},
        ...     ],
        ... )
        >>> history = treaty_history(lake)
        >>> for span in history.spans:
        ...     print(span)
        [..2026-01-09]: none
        [2026-01-10..2026-02-28]: signed
        [2026-03-01..2026-03-30]: ratified
        [2026-03-31..]: in_force
        >>> str(history.parties["north"].first_bound)
        '2026-03-31'
        >>> history.spans[-1].readings[0].id
        'R06'
    """
    if isinstance(source, Brief):
        if treaty_id is None:
            raise TypeError("pass the id of a treaty of the brief")
        treaty = source.treaty(treaty_id)
        known = Days.within(source.day)
        by_id = actors_of(source)
    else:
        treaty, known = source, known_until or Days()
        by_id = {actor.id: actor for actor in actors}
    return TreatyHistory(treaty, known, Uncertainty(Case.of(treaty, by_id, known)))
