"""When a treaty began to bind, and whom: reported for the whole, or computed by its own rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diplobrief.treaties.acts import ACTS, Effect
from diplobrief.treaties.days import PAST, Days
from diplobrief.treaties.reached import Cause
from diplobrief.treaties.rules import Change, Consents, Met, Tally, earliest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.model.treaties import Milestone, Period, Treaty
    from diplobrief.treaties.steps import Step

_RANK: Final = ACTS["entry_into_force"].rank
_CONSENT: Final = frozenset({Effect.CONSENTS, Effect.ESTABLISHES})


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry into force of a treaty as a whole.

    Args:
        days: The days on which it may have been.
        stands: Whether it surely holds once its day has come.
        because: The milestones that it rests on.
        met: The days on which the conditions were met, where a rule says so.
        later_parties: The time that runs for a party that consents after that.
        never_late: The parties without whose consent the conditions were not met.
    """

    days: Days
    stands: bool
    because: tuple[Milestone, ...]
    met: Days | None
    later_parties: Period | None
    never_late: frozenset[str]


def cause_on(days: Days, on: Days, because: tuple[Milestone, ...], *, stands: bool = True) -> Cause:
    """Return an entry into force as a cause, sure where its day has surely come."""
    return Cause(
        (days.first, _RANK, -1), (days.last, _RANK, -1), stands and days.last <= on.first, because
    )


def changes_of(
    steps: Sequence[Step], treaty: Treaty, on: Days
) -> tuple[dict[str, list[Change]], list[Tally]]:
    """Return the consents of each party and their ends, in order of effect, and the tallies.

    Where a deposit, exchange or notification is given for a party, its day counts and not that
    of the ratification before it: only then is consent established (article 16).
    """
    waits = _waiting_for_instrument(steps)
    by_party: dict[str, list[Step]] = {}
    tallies: list[Tally] = []
    for step in sorted(steps, key=_in_order):
        if step.milestone.counterparties:
            continue
        if step.effect is Effect.COUNTS and step.milestone.count is not None:
            # A later count can tell that the number needed was reached before that day.
            tallies.append(Tally(step.milestone.count, step.takes_effect, step.milestone))
        if step.takes_effect.first > on.last:
            continue
        if step.effect not in _CONSENT and step.effect is not Effect.LEAVES:
            continue
        for party in step.parties or ("",):
            if step.effect is not Effect.CONSENTS or not waits & {party, ""}:
                by_party.setdefault(party, []).append(step)
    for step in by_party.pop("", ())[:1]:
        for party in treaty.parties:
            own = by_party.setdefault(party, [])
            own.append(step)
            own.sort(key=_in_order)
    return {party: [*_changes(party, of)] for party, of in by_party.items()}, tallies


def settled_from(steps: Sequence[Step]) -> int:
    """Return the first day on which the text may have been settled, as far as is reported."""
    return min((step.done.first for step in steps if step.effect is Effect.SETTLES), default=PAST)


def _in_order(step: Step) -> tuple[int, int, int, int]:
    return step.takes_effect.first, step.takes_effect.last, step.act.rank, step.index


def _waiting_for_instrument(steps: Sequence[Step]) -> frozenset[str]:
    return frozenset(
        party
        for step in steps
        if step.act.effect is Effect.ESTABLISHES
        and step.serves_consent
        and not step.milestone.counterparties
        and (step.effect is Effect.ESTABLISHES or step.milestone.status != "completed")
        and step.milestone.status not in {"cancelled", "denied", "rejected"}
        for party in step.parties or ("",)
    )


def _changes(party: str, steps: Sequence[Step]) -> Iterator[Change]:
    for step in steps:
        if step.effect is Effect.LEAVES:
            if step.stands_maybe:
                yield Change(party, step.takes_effect, False, step.milestone, step.stands_surely)  # noqa: FBT003
            continue
        yield Change(party, step.takes_effect, True, step.milestone)  # noqa: FBT003
        for by in step.undone_by:
            if by.stands_maybe:
                yield Change(party, by.takes_effect, False, by.milestone, by.stands_surely)  # noqa: FBT003


def entry_of(
    steps: Sequence[Step], treaty: Treaty, consents: Consents
) -> tuple[Entry | None, list[Met]]:
    """Return the entry into force of the whole, as reported, else as its rules give it.

    Also returned is when the conditions of each rule were met; without rules, when all parties
    had consented, which says nothing of the day.
    """
    rules = treaty.entry_rules or (None,)
    met = [found for rule in rules if (found := consents.met(rule)) is not None]
    first = earliest(met)
    later = next((rule.later_parties for rule in treaty.entry_rules if rule.later_parties), None)
    if first is not None and first.rule is not None and first.rule.later_parties is not None:
        later = first.rule.later_parties
    met_on = first.on if first is not None and first.rule is not None else None
    needed = first.needs if first is not None else frozenset[str]()
    reported = [
        step
        for step in steps
        if step.effect is Effect.ENTERS and step.of_whole and not step.undone_surely
    ]
    if reported:
        one = min(reported, key=lambda step: (step.takes_effect.last, step.takes_effect.first))
        begin = min(step.takes_effect.first for step in reported)
        days = Days(begin, one.takes_effect.last)
        return Entry(days, not one.undone_maybe, (one.milestone,), met_on, later, needed), met
    if first is None or first.rule is None:
        return None, met
    return Entry(first.enters, True, first.because, met_on, later, needed), met  # noqa: FBT003


def bound_by(entry: Entry, changes: Sequence[Change], on: Days) -> Iterator[Cause]:
    """Yield how the entry into force of the whole binds a party, for each time it consents."""
    consents = False
    for change in changes:
        if change.consents and not consents:
            yield from _bound(entry, change, on)
        consents = change.consents


def _bound(entry: Entry, consent: Change, on: Days) -> Iterator[Cause]:
    because = (*entry.because[:1], consent.milestone)
    enough = entry.met or entry.days
    in_time = consent.days.last <= enough.first or consent.party in entry.never_late
    if entry.later_parties is None:
        in_time = in_time or consent.days.last <= entry.days.first
        if consent.days.first <= max(enough.last, entry.days.last):
            yield cause_on(entry.days, on, because, stands=entry.stands and in_time)
        return
    days = consent.days.after(entry.later_parties).not_before(entry.days)
    if in_time:
        days = entry.days
    elif consent.days.first <= enough.last:
        days = Days(min(entry.days.first, days.first), max(entry.days.last, days.last))
    yield cause_on(days, on, because, stands=entry.stands)


def entry_for_all(treaty: Treaty, steps: Sequence[Step]) -> bool:
    """Say whether the entry into force of the whole binds parties whose consent is not reported.

    Of two parties it binds both. Of several it does where the brief reports nobody's consent;
    where it reports that of some, the others are not known to have given it.
    """
    if len(treaty.parties) == 2:  # a bilateral treaty
        return True
    return not any(step.effect in _CONSENT or step.effect is Effect.COUNTS for step in steps)
