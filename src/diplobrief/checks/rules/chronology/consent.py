"""Entry into force, and the consent to be bound on which it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.chronology.votes import is_vote_as_consent
from diplobrief.checks.treaties import when
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.treaties.steps import Step

_WHOLE: Final = ""


@rule("CHR011", "in-force-before-consent", Severity.ERROR)
def in_force_before_consent(context: CheckContext) -> Iterator[Problem]:
    """A treaty is in force before the parties that it binds have consented to be bound.

    What it does:
        It compares each entry into force with the ratifications, acceptances, approvals,
        accessions, deposits, exchanges and notifications of the parties that it binds. A party
        counts as late if its consent is recorded and all of it comes later or is still open. A
        consent after a withdrawal belongs to a new membership, and is compared with the entry
        into force after it. For the treaty as a whole, something is reported if either of two
        parties is late, or all of several. If there are or can be more parties than the brief
        lists, nothing is reported: they may have consented in time without being recorded. The
        same applies to a treaty without any recorded consent: it may bind by signature.

    Why it matters:
        Without consent no state is bound. The day of the entry into force, or that of the
        consent, is wrong.

    Example:
        `entry_into_force`, `completed`, `2026-03-01`, beside the `ratification` of one of its two
        parties on `2026-04-01`.

    Use instead:
        The days in their order; `provisional_application` if the treaty is applied before it is
        in force.

    References:
        Vienna Convention on the Law of Treaties, articles 11 to 17, 24, 25 and 28.
    """
    for treaty in context.treaties:
        for entry, late in early_entries(context, treaty):
            consent = context.describe(late.milestone)
            entered = context.describe(entry.milestone)
            yield Problem(
                treaty.path(entry),
                (
                    f"{entered} ({when(entry.milestone)}) comes before {consent} "
                    f"({when(late.milestone)}), the consent to be bound"
                    if late.is_done or not entry.is_done
                    else f"{entered} is completed, but {consent}, the consent to be bound, is "
                    f"only {late.milestone.status}"
                ),
                "correct one of the two; use provisional_application for a treaty that is applied "
                "before it is in force",
                related=(Related(treaty.path(late), f"{consent}, the consent to be bound"),),
            )


def early_entries(context: CheckContext, treaty: CheckedTreaty) -> Iterator[tuple[Step, Step]]:
    """Yield each entry into force that comes too early, with the consent that comes later."""
    entries = _entries(treaty)
    if entries:
        consents = _consents(context, treaty)
        for entry in entries:
            late = _late_consent(treaty, entry, consents)
            if late is not None:
                yield entry, late


def _entries(treaty: CheckedTreaty) -> list[Step]:
    """Return the entries into force of single parties, and the earliest one of the treaty."""
    entries = [step for step in treaty.usable() if step.act.effect is Effect.ENTERS]
    whole = [step for step in entries if not step.parties]
    of_parties = [step for step in entries if step.parties]
    return [*of_parties, *sorted(whole, key=lambda step: step.takes_effect.last)[:1]]


def _consents(context: CheckContext, treaty: CheckedTreaty) -> dict[str, list[Step]]:
    """Return the acts by which each party consents, done or open; a vote is not one of them."""
    consents: dict[str, list[Step]] = {}
    for step in treaty.usable(still_open=True):
        if step.gives_consent and not is_vote_as_consent(context, step):
            for party in step.parties or (_WHOLE,):
                consents.setdefault(party, []).append(step)
    return consents


def _late_consent(
    treaty: CheckedTreaty, entry: Step, consents: Mapping[str, Sequence[Step]]
) -> Step | None:
    """Return a consent that comes after an entry into force, if that is certainly wrong."""
    membership = treaty.case.membership
    # Parties that are not listed may have consented in time (R02).
    parties = entry.parties or (membership.listed if membership.is_complete else ())
    late: list[Step] = []
    for party in parties or (_WHOLE,):
        known = [*consents.get(party, ()), *(consents.get(_WHOLE, ()) if party else ())]
        # A party that may have left in between consents for a new membership.
        own = [step for step in known if not treaty.left_between(party, entry, step)]
        decisive = _first_to_count(own, entry)
        if decisive is not None and (not decisive.is_done or _is_after(entry, decisive)):
            late.append(decisive)
    needed = 1 if entry.parties or membership.is_bilateral else max(len(parties), 1)
    return late[0] if len(late) >= needed else None


def _first_to_count(consents: Sequence[Step], entry: Step) -> Step | None:
    """Return the consent that may be the earliest; an open one is late for what is in force."""
    done = [step for step in consents if step.is_done]
    if entry.is_done:
        if not done:
            return min(consents, key=lambda step: step.done.first, default=None)
        return min(done, key=lambda step: step.done.first)
    first = min(consents, key=lambda step: step.done.first, default=None)
    if first is not None and not first.is_done and not _is_after(entry, first):
        return None
    return first


def _is_after(entry: Step, consent: Step) -> bool:
    # What is in force may have effect from an earlier day on (article 28).
    return max(entry.done.last, entry.takes_effect.last) < consent.done.first
