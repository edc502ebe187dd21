"""What is reported, compared with the treaty's own rule of entry into force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.chronology.consent import early_entries
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Effect
from diplobrief.treaties.steps import barrier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.model import LaterParties, TreatyRule
    from diplobrief.treaties.days import Days
    from diplobrief.treaties.steps import Step


@rule("CHR016", "entry-against-own-rules", Severity.WARNING)
def entry_against_own_rules(context: CheckContext) -> Iterator[Problem]:
    """A treaty enters into force on another day than its own rule gives.

    What it does:
        It computes the day from `entry_rules`, the recorded consents and tallies, and compares
        it with the reported day. A day that is earlier than the computed one is only reported if
        all consents that count are recorded, if the tally says that the number was reached, or if
        it comes before every `not_before`: otherwise other parties may have consented earlier. For
        a party that consents after the entry into force, the time of `later_parties` is counted
        from its deposit, or from its ratification if none is recorded. Entries that CHR011 reports
        are left out.

    Why it matters:
        “Thirty days after the second ratification” can be computed. The reported day, the day of
        a consent or the rule is wrong.

    Example:
        `entry_rules: [{count: 2, after: {days: 30}}]`, the second ratification on `2026-03-01`, and
        `entry_into_force` on `2026-04-15`.

    Use instead:
        `entry_into_force` on `2026-03-31`.

    References:
        Vienna Convention on the Law of Treaties, article 24.
    """
    for treaty in context.treaties:
        if not treaty.treaty.entry_rules:
            continue
        entries = [step for step in treaty.usable() if step.act.effect is Effect.ENTERS]
        if not entries:
            continue
        early = {entry.index for entry, _ in early_entries(context, treaty)}
        entries = [entry for entry in entries if entry.index not in early]
        if any(entry.parties for entry in entries):
            yield from _against_time_of_later_parties(context, treaty, entries)
        of_whole = [entry for entry in entries if not entry.parties]
        computed = treaty.history.entry_by_rules(treaty.own_days) if of_whole else None
        if computed is not None:
            for entry in of_whole:
                complete = _all_is_recorded(treaty, entry)
                yield from _against(context, treaty, entry, computed, complete=complete)


def _against_time_of_later_parties(
    context: CheckContext, treaty: CheckedTreaty, entries: list[Step]
) -> Iterator[Problem]:
    late = _later_parties(treaty)
    for entry in entries:
        days = {
            consent.done.after(time)
            for consent, time in (late[party] for party in entry.parties if party in late)
            if not entry.comes_before(consent)  # a party that left and came back
        }
        if len(days) == 1:
            yield from _against(context, treaty, entry, days.pop(), complete=True)


def _against(
    context: CheckContext, treaty: CheckedTreaty, entry: Step, computed: Days, *, complete: bool
) -> Iterator[Problem]:
    # What is in force may have effect from an earlier day on (article 28).
    first = max(entry.done.first, entry.takes_effect.first)
    last = max(entry.done.last, entry.takes_effect.last)
    if computed.last < first or (last < computed.first and complete):
        yield Problem(
            treaty.path(entry, "effective" if entry.milestone.effective else "date"),
            f"the treaty's own rule gives {computed} as the day of "
            f"{context.describe(entry.milestone)}, but the brief reports "
            f"{entry.milestone.effective or entry.milestone.date}",
            "correct the day, the rule, or the day of a consent",
            related=(Related(("treaties", treaty.at, "entry_rules"), "the treaty's own rules"),),
        )


def _later_parties(treaty: CheckedTreaty) -> dict[str, tuple[Step, LaterParties]]:
    """Return the last consent of each party that consented late, with the time that runs."""
    first, *others = [rule.later_parties for rule in treaty.treaty.entry_rules]
    since = [
        step.done.last
        for step in treaty.usable(announced=False)
        if step.act.effect is Effect.ENTERS and not step.parties
    ]
    if first is None or not since or any(other != first for other in others):
        return {}
    consents: dict[str, Step] = {}
    for step in treaty.usable():
        if step.gives_consent:
            for party in step.parties:
                known = consents.get(party)
                if known is None or _decides(step, known):
                    consents[party] = step
    return {
        party: (step, first)
        for party, step in consents.items()
        if min(since) < step.done.first and not step.act.binds_at_once
    }


def _decides(step: Step, known: Step) -> bool:
    """Return whether a consent counts before another: an instrument, and of two the later."""
    is_instrument = step.act.effect is Effect.ESTABLISHES
    was_instrument = known.act.effect is Effect.ESTABLISHES
    if is_instrument != was_instrument:
        return is_instrument
    return step.done.first > known.done.first


def _all_is_recorded(treaty: CheckedTreaty, entry: Step) -> bool:
    """Return whether no consent that the brief does not record can have made that day."""
    return all(
        _is_complete(rule, treaty)
        or max(entry.done.last, entry.takes_effect.last) < barrier(rule).first
        for rule in treaty.case.rules
    )


def _is_complete(rule: TreatyRule, treaty: CheckedTreaty) -> bool:
    listed = len(treaty.treaty.parties)
    if rule.groups or rule.among or rule.of is not None:
        return False
    if rule.count is not None:
        return rule.count == listed or any(
            step.act.effect is Effect.COUNTS and step.milestone.count == rule.count
            for step in treaty.steps
        )
    if rule.fraction is not None:
        numerator, _, denominator = rule.fraction.partition("/")
        return numerator == denominator and listed > 0
    return rule.share_percent is None
