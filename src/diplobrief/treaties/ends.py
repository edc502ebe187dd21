"""What ends a treaty as a whole: its acts, and the end of its term, with every day known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.treaties import readings
from diplobrief.treaties.acts import ACTS
from diplobrief.treaties.days import Days, period_of
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.standing import WHOLE
from diplobrief.treaties.tracks import Ground, Stretch, Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.treaties.dated import DatedSteps
    from diplobrief.treaties.entry import EntryIntoForce


def ends_of(dated: DatedSteps, entry: EntryIntoForce) -> Track:
    """Return what ends a treaty as a whole.

    Args:
        dated: Its steps with their days.
        entry: Its entry into force.
    """
    return Track([*_by_acts(dated), *_by_term(dated, entry)])


def is_by_term(end: Ground) -> bool:
    """Return whether a treaty ends because its term has passed."""
    return readings.TERM_ENDS in end.readings


def _by_acts(dated: DatedSteps) -> Iterator[Stretch]:
    for step in dated.case.having(Effect.ENDS):
        if step.of_whole:
            ends_as = "rejected" if step.milestone.status == "rejected" else step.act.ends_as
            ground = Ground(dated.place(step), (step.milestone,), ends_as=ends_as)
            for first, end in dated.standing.of(step, WHOLE):
                yield Stretch(first, ground, end)


def _by_term(dated: DatedSteps, entry: EntryIntoForce) -> Iterator[Stretch]:
    """Yield the expiry that follows from the duration of the treaty (R23)."""
    term = dated.case.treaty.duration
    if term is None or dated.goes_on or _is_known(dated):
        return
    for first, end, one in entry.entries:
        if one is not None:
            expires = _end_of_term(dated, one.day, term)
            place = (expires, ACTS["expiry"].rank, -1)
            ground = Ground(place, one.because, (readings.TERM_ENDS,), "expired")
            yield Stretch(max(first, expires), ground, end)


def _is_known(dated: DatedSteps) -> bool:
    """Return whether the brief says how the treaty ends, or that its term is renewed."""
    return dated.case.treaty.renewed_by == "automatic" or any(
        step.act.effect is Effect.ENDS and step.of_whole and (step.is_done or step.is_announced)
        for step in dated.case.steps
    )


def _end_of_term(dated: DatedSteps, entered: int, term: str) -> int:
    """Return when a term ends that each extension in time prolongs by the renewal."""
    ends = Days(entered, entered).after(period_of(term))
    treaty = dated.case.treaty
    if treaty.renewed_by == "consent" and treaty.renewal is not None:
        extended = sorted(dated.days[step.index] for step in dated.case.having(Effect.CONTINUES))
        for day in extended:
            if day <= ends.first:
                ends = ends.after(period_of(treaty.renewal))
    return ends.first
