"""What is reported, set against a treaty's own rule of entry into force."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from diplobrief.checks.courses import CONSENT, OPEN
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.chronology.consent import early_entries
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Effect
from diplobrief.treaties.computed import entry_by_rules
from diplobrief.treaties.steps import barrier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Course, Step
    from diplobrief.model import TreatyRule
    from diplobrief.model.treaties import Period
    from diplobrief.treaties import Days


@rule("CHR016", "entry-against-own-rules", Severity.WARNING)
def entry_against_own_rules(context: CheckContext) -> Iterator[Problem]:
    """A treaty enters into force on another day than its own rule gives.

    What it does:
        It computes the day from `entry_rules`, the recorded consents and tallies, and compares
        it with the day that the brief gives. A day that is earlier than the computed one is
        found only where the consents that count are all recorded, where the tally says that the
        number was reached, or where it lies before every `not_before`: elsewhere others may have
        consented before. For a party that consents once the treaty is in force, the time of
        `later_parties` is counted from its deposit, or its ratification where none is recorded.
        What CHR011 says is not said again.

    Why it matters:
        Thirty days after the second ratification is a matter of counting. Either the day is
        wrong, a consent is, or the rule was misread.

    Example:
        `entry_rules: [{count: 2, after: {days: 30}}]`, the second ratification on `2026-03-01`, and
        `entry_into_force` on `2026-04-15`.

    Use instead:
        `entry_into_force` on `2026-03-31`.

    References:
        Vienna Convention on the Law of Treaties, article 24.
    """
    for course in context.courses:
        if not course.treaty.entry_rules:
            continue
        early = {entry.index for entry, _ in early_entries(course)}
        entries = [
            step
            for step in course.plain("completed", *OPEN)
            if step.act.effect is Effect.ENTERS and step.index not in early
        ]
        if any(entry.parties for entry in entries):
            late = _later_parties(course)
            for entry in entries:
                days = {
                    consent.days.after(time)
                    for consent, time in (late[party] for party in entry.parties if party in late)
                    if not entry.comes_before(consent)  # a party that left and came back
                }
                if len(days) == 1:
                    yield from _against(context, course, entry, days.pop(), complete=True)
        of_whole = [entry for entry in entries if not entry.parties]
        computed = (
            entry_by_rules(context.brief, course.treaty, context.actors) if of_whole else None
        )
        if computed is not None:
            for entry in of_whole:
                complete = _all_is_recorded(course, entry)
                yield from _against(context, course, entry, computed, complete=complete)


def _against(
    context: CheckContext, course: Course, entry: Step, computed: Days, *, complete: bool
) -> Iterator[Problem]:
    # What is in force may have effect from an earlier day on (article 28).
    first = max(entry.days.first, entry.takes_effect.first)
    last = max(entry.days.last, entry.takes_effect.last)
    if computed.last < first or (last < computed.first and complete):
        yield Problem(
            course.path(entry, "effective" if entry.milestone.effective else "date"),
            f"the treaty's own rule gives {computed} as the day of "
            f"{context.describe(entry.milestone)}, but the brief says "
            f"{entry.milestone.effective or entry.milestone.date}",
            "correct the day, the rule, or the day of a consent",
        )


def _later_parties(course: Course) -> dict[str, tuple[Step, Period]]:
    """Return of parties that consented once it was in force their last consent, and the time."""
    time, *times = [rule.later_parties for rule in course.treaty.entry_rules]
    since = [
        step.days.last
        for step in course.plain("completed")
        if step.act.effect is Effect.ENTERS and not step.parties
    ]
    if time is None or any(other != time for other in times) or not since:
        return {}
    consents: dict[str, Step] = {}
    for step in course.plain("completed", *OPEN):
        if step.act.effect in CONSENT:
            for party in step.parties:
                known = consents.get(party)
                if known is None or _decides(step, known):
                    consents[party] = step
    return {party: (step, time) for party, step in consents.items() if min(since) < step.days.first}


def _decides(step: Step, known: Step) -> bool:
    """Say whether a consent counts before another: an instrument, and of two the later."""
    is_instrument = step.act.effect is Effect.ESTABLISHES
    was_instrument = known.act.effect is Effect.ESTABLISHES
    if is_instrument != was_instrument:
        return is_instrument
    return step.days.first > known.days.first


def _all_is_recorded(course: Course, entry: Step) -> bool:
    """Say whether no consent that the brief does not record can have made that day."""
    return all(
        _is_complete(rule, course)
        or max(entry.days.last, entry.takes_effect.last) < barrier(rule).first
        for rule in course.treaty.entry_rules
    )


def _is_complete(rule: TreatyRule, course: Course) -> bool:
    if rule.count is not None:
        return rule.count == len(course.treaty.parties) or any(
            step.act.effect is Effect.COUNTS and step.milestone.count == rule.count
            for step in course.steps
        )
    if rule.fraction is not None:
        numerator, _, denominator = rule.fraction.partition("/")
        return Fraction(int(numerator), int(denominator)) == 1 and bool(course.treaty.parties)
    return rule.share_percent is None
