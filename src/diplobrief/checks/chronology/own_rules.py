"""What is reported, set against a treaty's own rule of entry into force."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from typing import TYPE_CHECKING

from diplobrief.checks.courses import CONSENT, OPEN
from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Effect
from diplobrief.treaties.computed import entry_by_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.courses import Course
    from diplobrief.checks.subject import Subject
    from diplobrief.model import Rule


@rule("CHR016", "entry-against-own-rules", Severity.WARNING)
def entry_against_own_rules(subject: Subject) -> Iterator[Problem]:
    """A treaty enters into force on another day than its own rule gives.

    What it does:
        It computes the day from `entry_rules`, the recorded consents and tallies, and compares
        it with the day that the brief gives. A day that is earlier than the computed one is
        found only where the consents that count are all recorded, or the tally says that the
        number was reached: elsewhere others may have consented before.

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
    for course in subject.courses:
        if not course.treaty.entry_rules:
            continue
        entries = [
            step
            for step in course.plain("completed", *OPEN)
            if step.act.effect is Effect.ENTERS and not step.parties
        ]
        if not entries:
            continue
        computed = entry_by_rules(subject.brief, course.treaty, subject.actors)
        for entry in entries:
            if computed is None:
                break
            given = entry.takes_effect
            if computed.last < given.first or (
                given.last < computed.first and _all_is_recorded(course)
            ):
                yield Problem(
                    course.path(entry, "effective" if entry.milestone.effective else "date"),
                    f"the treaty's own rule gives {computed} as the day of its entry into force, "
                    f"but the brief says {entry.milestone.effective or entry.milestone.date}",
                    "correct the day, the rule, or the day of a consent",
                )


def _all_is_recorded(course: Course) -> bool:
    """Say whether no consent can count that the brief does not record."""
    return all(_is_complete(rule, course) for rule in course.treaty.entry_rules)


def _is_complete(rule: Rule, course: Course) -> bool:
    if rule.count is not None:
        return rule.count == len(course.treaty.parties) or any(
            step.act.effect is Effect.COUNTS and step.milestone.count == rule.count
            for step in course.steps
        )
    if rule.fraction is not None:
        numerator, _, denominator = rule.fraction.partition("/")
        return Fraction(int(numerator), int(denominator)) == 1 and bool(course.treaty.parties)
    return rule.share_percent is None


@rule("CHR017", "count-below-records", Severity.WARNING)
def count_below_records(subject: Subject) -> Iterator[Problem]:
    """A reported count is lower than the consents that the brief itself records.

    What it does:
        It compares the `count` of each completed `tally` with the number of parties whose
        consent to be bound is recorded for days that surely lie before it. Parties that have
        left again are not counted.

    Why it matters:
        Sixty-two ratifications cannot be followed by a count of sixty. The count, a day or a
        consent is wrong, or a withdrawal is missing.

    Example:
        `{kind: tally, date: 2026-05-01, count: 1}` after the deposits of two parties in April.

    Use instead:
        The count of that day.

    References:
        Vienna Convention on the Law of Treaties, article 77(1)(f).
    """
    for course in subject.courses:
        tallies = [
            step
            for step in course.plain("completed")
            if step.act.effect is Effect.COUNTS and step.milestone.count is not None
        ]
        if not tallies:
            continue
        days = _days_of_consent(course)
        for step in tallies:
            recorded = bisect_left(days, step.days.first)
            if (step.milestone.count or 0) < recorded:
                yield Problem(
                    course.path(step, "count"),
                    f"the count of {step.milestone.date} is {step.milestone.count}, but the brief "
                    f"records the consent of {recorded} parties before that day",
                    "correct the count, or record who has left",
                )


def _days_of_consent(course: Course) -> list[int]:
    """Return, sorted, the last day that fits the consent of each party that never left."""
    left = {
        party
        for step in course.steps
        if step.act.effect is Effect.LEAVES or step.undone
        for party in step.parties
    }
    consented: dict[str, int] = {}
    for step in course.plain("completed"):
        if step.act.effect in CONSENT:
            for party in step.parties:
                if party not in left:
                    last = step.days.last
                    consented[party] = min(last, consented.get(party, last))
    return sorted(consented.values())
