"""Votes that are taken for ratifications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.subject import Subject

_VOTING: Final = frozenset({"legislature", "lower_house", "upper_house", "committee"})


@rule("CHR015", "vote-typed-as-ratification", Severity.WARNING)
def vote_typed_as_ratification(subject: Subject) -> Iterator[Problem]:
    """A vote of a chamber stands as the consent of the state to be bound.

    What it does:
        It finds a `ratification`, `acceptance`, `approval` or `accession` that has a `vote`, or
        that is `by` a parliament, a chamber or a committee.

    Why it matters:
        The press says "ratified" of the vote, of the law and of the deposit. Only the
        international act binds the state, and it may come months later, or never.

    Example:
        `{kind: ratification, by: [senate], vote: {in_favour: 67}}`

    Use instead:
        `{kind: parliamentary_approval, by: [senate], vote: {in_favour: 67}}`, and a
        `ratification` or `deposit` of its own once there is one.

    References:
        Vienna Convention on the Law of Treaties, articles 2(1)(b), 14 and 15.
    """
    for course in subject.courses:
        for step in course.steps:
            if step.act.effect is not Effect.CONSENTS:
                continue
            milestone = step.milestone
            by_voters = any(
                getattr(subject.actors.get(actor), "type", None) in _VOTING
                for actor in milestone.by
            )
            if milestone.vote is not None or by_voters:
                yield Problem(
                    course.path(step, "kind"),
                    f"{subject.describe(milestone)} is a vote; it is not yet the consent of the "
                    "state to be bound",
                    "use parliamentary_approval for the vote",
                )
