"""Votes: whether they are mistaken for ratifications, and whether the numbers fit the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path
    from diplobrief.model import Vote
    from diplobrief.treaties.steps import Step

_VOTING: Final = frozenset({"legislature", "lower_house", "upper_house", "committee"})


@rule("CHR015", "vote-typed-as-ratification", Severity.WARNING)
def vote_typed_as_ratification(context: CheckContext) -> Iterator[Problem]:
    """A vote of a chamber is recorded as the consent of the state to be bound.

    What it does:
        It finds a `ratification`, `acceptance`, `approval` or `accession` that has a `vote`, or
        that is `by` a parliament, a chamber or a committee.

    Why it matters:
        The press uses "ratified" for the vote, for the law and for the deposit. Only the
        international act binds the state. It may come months later, or never.

    Example:
        `{kind: ratification, by: [senate], vote: {in_favour: 67}}`

    Use instead:
        `{kind: parliamentary_approval, by: [senate], vote: {in_favour: 67}}`, and a
        separate `ratification` or `deposit` once there is one.

    References:
        Vienna Convention on the Law of Treaties, articles 2(1)(b), 14 and 15.
    """
    for treaty in context.treaties:
        for step in treaty.steps:
            if is_vote_as_consent(context, step):
                yield Problem(
                    treaty.path(step, "kind"),
                    f"{context.describe(step.milestone)} is a vote, which is not yet the consent "
                    "of the state to be bound",
                    "use parliamentary_approval for the vote",
                )


def is_vote_as_consent(context: CheckContext, step: Step) -> bool:
    """Return whether a vote is recorded as the consent of the state to be bound."""
    if step.act.effect is not Effect.CONSENTS:
        return False
    types = {getattr(context.actors.get(actor), "type", None) for actor in step.milestone.by}
    return step.milestone.vote is not None or not types.isdisjoint(_VOTING)


@rule("CHR020", "vote-against-outcome", Severity.WARNING)
def vote_against_outcome(context: CheckContext) -> Iterator[Problem]:
    """The numbers of a vote contradict its outcome.

    What it does:
        It reports milestones and acts with a `vote` that are `completed` although fewer voted for
        than against them, or fewer than `required`; and those that are `rejected` although as many
        voted for them as were required, and there was no veto. A tie is not reported, because a
        chair may have a casting vote. Lists of those in favour are not counted, because some of
        them may be groups, or the list may be incomplete.

    Why it matters:
        The numbers were confused, or the status is wrong: `completed` means that the motion was
        carried, not only that there was a vote.

    Example:
        `{kind: parliamentary_approval, status: completed, vote: {in_favour: 22, against: 60}}`

    Use instead:
        `vote: {in_favour: 60, against: 22}`, or `status: rejected`.
    """
    for path, status, vote in _votes(context):
        wrong = _wrong_outcome(status, vote)
        if wrong is not None:
            yield Problem(
                (*path, "vote"),
                f"the vote is {status}, but {wrong}",
                "correct the numbers, or the status",
                related=(Related((*path, "status"), f"the status is {status}"),),
            )


@rule("CHR022", "vote-numbers", Severity.WARNING)
def vote_numbers(context: CheckContext) -> Iterator[Problem]:
    """The numbers of a vote exceed the total, or do not add up to it.

    What it does:
        It adds the votes in favour, the votes against, the abstentions and the absent members of
        each `vote` with a `total`. The sum must not exceed the total. If all four are given as
        numbers, it must be the total. `required` must not exceed the total either. In a list of
        voters, each actor counts as at least one vote, because it may be a group.

    Why it matters:
        A number was copied wrongly, or two reports were mixed.

    Example:
        `vote: {in_favour: 240, against: 230, total: 450}`

    Use instead:
        `vote: {in_favour: 240, against: 130, total: 450}`
    """
    for path, _, vote in _votes(context):
        for member, wrong in _wrong_numbers(vote):
            yield Problem(
                (*path, "vote", member),
                wrong,
                "correct the numbers",
                related=(Related((*path, "vote", "total"), f"the total is {vote.total}"),),
            )


def _wrong_numbers(vote: Vote) -> Iterator[tuple[str, str]]:
    """Yield the members of a vote that do not fit its total, and why."""
    if vote.total is None:
        return
    voters = (vote.in_favour, vote.against, vote.abstained, vote.absent)
    counted = sum(len(each) if isinstance(each, tuple) else each or 0 for each in voters)
    if counted > vote.total:
        yield "total", f"{counted} votes are counted, more than the total of {vote.total}"
    elif counted < vote.total and all(isinstance(each, int) for each in voters):
        yield "total", f"the numbers add up to {counted}, not to the total of {vote.total}"
    if vote.required is not None and vote.required > vote.total:
        yield "required", f"{vote.required} are required, more than the total of {vote.total}"


def _votes(context: CheckContext) -> Iterator[tuple[Path, str | None, Vote]]:
    for treaty in context.treaties:
        for step in treaty.steps:
            if step.milestone.vote is not None:
                yield treaty.path(step)[:-1], step.milestone.status, step.milestone.vote
    for at, act in enumerate(context.brief.acts):
        if act.vote is not None:
            yield ("acts", at), act.status, act.vote


def _wrong_outcome(status: str | None, vote: Vote) -> str | None:
    in_favour, required = vote.in_favour, vote.required
    if not isinstance(in_favour, int) or status not in {"completed", "rejected"}:
        return None
    against = len(vote.against) if isinstance(vote.against, tuple) else vote.against
    if status == "rejected":
        carried = required is not None and in_favour >= required and not vote.vetoed_by
        return f"{in_favour} in favour were enough ({required} required)" if carried else None
    if required is not None and in_favour < required:
        return f"{in_favour} in favour were not enough ({required} required)"
    if against is not None and in_favour < against:
        return f"{in_favour} were in favour and {against} against"
    return None
