"""Acts that take effect before they can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.courses import CONSENT, OPEN
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties.steps import end_of_notice, is_conditional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Step

_FROM_BEFORE: Final = frozenset({"succession"})
"""Consent that has effect from an earlier day: that on which the new state began."""


@rule("CHR019", "effect-too-early", Severity.WARNING)
def effect_too_early(context: CheckContext) -> Iterator[Problem]:
    """A consent or a withdrawal takes effect before it was given, or a withdrawal before its time.

    What it does:
        It compares the `effective` day of ratifications and their equivalents, deposits,
        exchanges, notifications, withdrawals and terminations by a party with the day of the act
        itself; that of a withdrawal also with the earliest day that the treaty's own
        `exit_rules` allow. A later day is left alone: a notice may name one. So is a succession,
        which has effect from the day on which the new state began.

    Why it matters:
        Of two days, and a time that runs between them, one is wrong; until the later of the two
        the party is bound.

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
    for course in context.courses:
        notice = [rule for rule in course.treaty.exit_rules if not is_conditional(rule)]
        for step in course.plain("completed", *OPEN, undone=True):
            leaves = course.is_left_by(step)
            if step.milestone.effective is None or not (leaves or _binds_later(step)):
                continue
            allowed = end_of_notice(step.days, notice) if leaves and notice else step.days
            if step.takes_effect.last < step.days.first:
                wrong = f"on {step.milestone.effective}, before it is done ({step.milestone.date})"
            elif step.takes_effect.last < allowed.first:
                wrong = (
                    f"on {step.milestone.effective}, but the treaty's own rule allows that from "
                    f"{allowed} on"
                )
            else:
                continue
            yield Problem(
                course.path(step, "effective"),
                f"{context.describe(step.milestone)} takes effect {wrong}",
                "correct one of the two dates, or the rule",
            )


def _binds_later(step: Step) -> bool:
    return step.act.effect in CONSENT and step.milestone.kind not in _FROM_BEFORE
