"""When a treaty began to bind, and whom: reported for the whole, or computed by its own rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from diplobrief.model.treaties import Period
from diplobrief.treaties.acts import ACTS
from diplobrief.treaties.consents import Change, spells_of
from diplobrief.treaties.days import PAST, Days
from diplobrief.treaties.effects import CONSENT, Effect
from diplobrief.treaties.reached import Cause, Reached
from diplobrief.treaties.rules import Consents, Met, earliest
from diplobrief.treaties.steps import is_bilateral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diplobrief.model.treaties import Milestone, Treaty
    from diplobrief.treaties.steps import Step

_AT_ONCE: Final = Period(days=0)


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


def cause_on(
    days: Days,
    on: Days,
    because: tuple[Milestone, ...],
    *,
    stands: bool = True,
    kind: str = "entry_into_force",
) -> Cause:
    """Return what was computed as a cause, sure where its day has surely come.

    Args:
        days: The days on which it may have been.
        on: The days that are asked for.
        because: The milestones that it rests on.
        stands: Whether it surely holds once its day has come.
        kind: The kind of milestone that would report it.
    """
    rank = ACTS[kind].rank
    sure = stands and days.last <= on.first
    return Cause((days.first, rank, -1), (days.last, rank, -1), sure, because)


def settled_from(steps: Sequence[Step]) -> int:
    """Return the first day on which the text may have been settled, as far as is reported."""
    return min((step.done.first for step in steps if step.effect is Effect.SETTLES), default=PAST)


def entry_of(
    steps: Sequence[Step], treaty: Treaty, consents: Consents, on: Days
) -> tuple[Entry | None, list[Met]]:
    """Return the entry into force of the whole, as reported, else as its rules give it.

    Also returned is when the conditions of each rule were met; without rules, when all parties
    had consented, which says nothing of the day.
    """
    rules = treaty.entry_rules or (None,)
    met = [found for rule in rules if (found := consents.met(rule, on)) is not None]
    first = earliest(met)
    # Where its rules do not provide otherwise, it binds a later party at once (article 24(3)).
    at_once = _AT_ONCE if treaty.entry_rules else None
    later = next((rule.later_parties for rule in treaty.entry_rules if rule.later_parties), at_once)
    if first is not None and first.rule is not None and first.rule.later_parties is not None:
        later = first.rule.later_parties
    by_rule = first is not None and first.rule is not None
    met_on = first.on if first is not None and by_rule else None
    needed = first.needs if first is not None and by_rule else frozenset[str]()
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
    ends = [
        step
        for step in steps
        if step.effect is Effect.ENDS and step.act.ends_as and step.stands_maybe
    ]
    if any(step.stands_surely and step.takes_effect.last < first.enters.first for step in ends):
        return None, met
    stands = all(step.takes_effect.first >= first.enters.last for step in ends)
    return Entry(first.enters, stands, first.because, met_on, later, needed), met


def bound_by(entry: Entry, changes: Sequence[Change], on: Days) -> Iterator[Cause]:
    """Yield how the entry into force of the whole binds a party, for each time it consents.

    A consent can be taken back until it binds, and not later (article 42(2)).
    """
    for index, spell in enumerate(spells_of(changes)):
        cause = _bound(entry, spell.consent, on, is_first=index == 0)
        if cause is None or spell.is_surely_over(cause.first[0]):
            continue
        if not spell.sure or spell.may_be_over(cause.last[0]):
            cause = replace(cause, sure=False)
        yield cause


def _bound(entry: Entry, consent: Change, on: Days, *, is_first: bool) -> Cause | None:
    because = (*entry.because[:1], consent.milestone)
    enough = entry.met or entry.days
    in_time = consent.days.last <= enough.first or (is_first and consent.party in entry.never_late)
    if entry.later_parties is None:
        if consent.days.first > max(enough.last, entry.days.last):
            return None
        in_time = in_time or consent.days.last <= entry.days.first
        return cause_on(entry.days, on, because, stands=entry.stands and in_time)
    days = consent.days.after(entry.later_parties).not_before(entry.days)
    if in_time:
        days = entry.days
    elif consent.days.first <= enough.last:
        days = Days(min(entry.days.first, days.first), max(entry.days.last, days.last))
    return cause_on(days, on, because, stands=entry.stands)


def seen_by(in_force: Reached, changes: Sequence[Change]) -> Reached:
    """Return what shows that the treaty is in force, as far as it came after a party's consent."""
    spells = [*spells_of(changes)]
    shown = in_force.sure
    if shown is not None and any(
        spell.sure
        and spell.consent.days.last <= shown.first[0]
        and not spell.may_be_over(shown.last[0])
        for spell in spells
    ):
        return in_force
    shown = in_force.maybe
    if shown is not None and any(
        spell.consent.days.first <= shown.last[0] and not spell.is_surely_over(shown.first[0])
        for spell in spells
    ):
        return in_force.unsure()
    return Reached()


def entry_for_all(treaty: Treaty, steps: Sequence[Step]) -> bool:
    """Say whether the entry into force of the whole binds parties whose consent is not reported.

    Of two parties it binds both. Of several it does where the brief reports nobody's consent;
    where it reports that of some, the others are not known to have given it.
    """
    if is_bilateral(treaty):
        return True
    return not any(step.effect in CONSENT or step.effect is Effect.COUNTS for step in steps)
