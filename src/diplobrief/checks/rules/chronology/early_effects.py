"""Acts that take effect too early, and effects that are meant for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties.steps import end_of_notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.treaties.steps import Step


@rule("CHR019", "effect-too-early", Severity.WARNING)
def effect_too_early(context: CheckContext) -> Iterator[Problem]:
    """A consent or withdrawal takes effect before it is given, or a withdrawal before its time.

    What it does:
        It compares the `effective` day of ratifications and their equivalents, deposits,
        exchanges, notifications, withdrawals and terminations by a party with the day of the act
        itself; that of a withdrawal also with the earliest day that the treaty's own
        `exit_rules` allow. A later day is accepted: a notice may name one. So is a succession,
        which has effect from the day on which the new state began.

    Why it matters:
        One of the two days is wrong, or the time between them. The party is bound until the later
        of the two days.

    Example:
        `exit_rules: [{after: {months: 6}}]`, and a `withdrawal` of `2026-01-10` that is
        `effective` on `2026-06-10`.

    Use instead:
        `effective: 2026-07-10`

    References:
        Vienna Convention on the Law of Treaties, articles 16, 28, 54(a), 56(2) and 67; on
        succession, the Vienna Convention on Succession of States in respect of Treaties,
        article 23.
    """
    for treaty in context.treaties:
        for step in treaty.usable(reversed_=True):
            if step.milestone.effective is None or not (step.leaves or _is_consent(step)):
                continue
            allowed = end_of_notice(step.done, treaty.treaty) if step.leaves else step.done
            if step.takes_effect.last < step.done.first:
                wrong = f"before it is done ({step.milestone.date})"
            elif step.takes_effect.last < allowed.first:
                wrong = f"but the treaty's own rule allows {allowed} at the earliest"
            else:
                continue
            yield Problem(
                treaty.path(step, "effective"),
                f"{context.describe(step.milestone)} takes effect on {step.milestone.effective}, "
                f"{wrong}",
                "correct one of the dates, or the rule",
                related=(Related(treaty.path(step), f"the act is dated {step.milestone.date}"),),
            )


@rule("CHR021", "effect-is-entry-into-force", Severity.WARNING)
def effect_is_entry_into_force(context: CheckContext) -> Iterator[Problem]:
    """The effective day of a consent is the day on which the treaty enters into force.

    What it does:
        It compares the `effective` day of ratifications and their equivalents, deposits, exchanges
        and notifications with the day on which the treaty enters into force, and with the day that
        the rule for later parties gives. It reports a day that is later than the act and equal to
        one of these.

    Why it matters:
        Depositaries list two days for each party: that of the deposit, and that of the entry into
        force for the party. `effective` on a consent is neither of them: it is the day from which
        the consent counts, and the time of the treaty's rules runs from it. So the party would be
        bound too late, and so might others.

    Example:
        `{kind: deposit, date: 2026-01-27, effective: 2026-02-26}` with the rule
        `later_parties: {days: 30}`.

    Use instead:
        `{kind: deposit, date: 2026-01-27}` and, if you want to record it,
        `{kind: entry_into_force, date: 2026-02-26}` with the same party.

    References:
        Vienna Convention on the Law of Treaties, articles 16 and 24(3).
    """
    for treaty in context.treaties:
        for step in treaty.usable():
            effective = step.milestone.effective
            if effective is None or not _is_consent(step) or step.act.binds_at_once:
                continue
            day = step.takes_effect.day
            if day is None or step.done.last >= step.takes_effect.first:
                continue
            entry = _entry_meant(treaty, step)
            if entry is not None:
                yield Problem(
                    treaty.path(step, "effective"),
                    f"{context.describe(step.milestone)} takes effect on {effective}, the day on "
                    f"which {entry.message}; the effective day of a consent is the day from which "
                    "it counts",
                    "remove effective, and record the entry into force of the party as a milestone",
                    related=(entry,),
                )


def _entry_meant(treaty: CheckedTreaty, step: Step) -> Related | None:
    """Return which entry into force the effective day of a consent is, and its path."""
    for other in treaty.usable():
        if other.is_entry and not other.parties and other.takes_effect == step.takes_effect:
            return Related(treaty.path(other), "the treaty enters into force")
    for at, known in enumerate(treaty.treaty.entry_rules):
        path = ("treaties", treaty.at, "entry_rules", at)
        later = known.later_parties
        if later is not None and step.done.after(later) == step.takes_effect:
            return Related(
                (*path, "later_parties"),
                "the rule for later parties lets the treaty enter into force for the party",
            )
        if known.after is not None and step.done.after(known.after) == step.takes_effect:
            return Related((*path, "after"), "the time that the treaty's rule gives has passed")
    return None


def _is_consent(step: Step) -> bool:
    return step.gives_consent and not step.act.binds_at_once
