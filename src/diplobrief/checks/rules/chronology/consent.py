"""Entry into force, and the consent to be bound that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.courses import CONSENT, NOT_DONE, OPEN, when
from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.courses import Course, Step

_WHOLE: Final = ""


@rule("CHR011", "in-force-before-consent", Severity.ERROR)
def in_force_before_consent(context: CheckContext) -> Iterator[Problem]:
    """A treaty is in force before those whom it binds have consented to be bound.

    What it does:
        It compares each entry into force with the ratifications, acceptances, approvals,
        accessions, deposits, exchanges and notifications of the parties that it binds. A party
        is in question where consent of it is recorded, and all of it surely comes later, or is
        still open. For the treaty as a whole something is found where that holds of either of
        two parties, or of all of several: others may have consented in time, and be left out of
        the brief. A treaty for which no consent is recorded may have been bound by signature.

    Why it matters:
        Without consent no state is bound. The day of the entry into force, or that of the
        consent, is wrong.

    Example:
        `entry_into_force`, `completed`, `2026-03-01`, beside the `ratification` of one of its two
        parties on `2026-04-01`.

    Use instead:
        The days in their order; `provisional_application` where the treaty is applied before it
        is in force.

    References:
        Vienna Convention on the Law of Treaties, articles 11 to 17, 24, 25 and 28.
    """
    for course in context.courses:
        for entry, late in early_entries(course):
            consent = context.describe(late.milestone)
            yield Problem(
                course.path(entry),
                f"{context.describe(entry.milestone)} ({when(entry.milestone)}) "
                + (
                    f"lies before {consent} ({when(late.milestone)}), the consent to be bound"
                    if late.is_done or not entry.is_done
                    else f"is completed, but {consent}, the consent to be bound, is only "
                    f"{late.milestone.status}"
                ),
                "correct one of the two; what is applied before it is in force is of the kind "
                "provisional_application",
            )


def early_entries(course: Course) -> Iterator[tuple[Step, Step]]:
    """Yield each entry into force that comes too early, with the consent that it lies before."""
    entries = _entries(course)
    if entries:
        consents = _consents(course)
        for entry in entries:
            late = _late_consent(course, entry, consents)
            if late is not None:
                yield entry, late


def _entries(course: Course) -> list[Step]:
    """Return the entries into force of single parties, and the earliest one of the whole."""
    entries = [
        step for step in course.plain("completed", *OPEN) if step.act.effect is Effect.ENTERS
    ]
    whole = [step for step in entries if not step.parties]
    of_parties = [step for step in entries if step.parties]
    return [*of_parties, *sorted(whole, key=lambda step: step.takes_effect.last)[:1]]


class _Consent:
    """What a party did, or is to do, to be bound: of all of it, what may be the earliest."""

    __slots__ = ("done", "known")

    def __init__(self) -> None:
        self.done: Step | None = None
        self.known: Step | None = None

    def add(self, step: Step) -> None:
        """Take a consent in; one that is only announced can be late by its status alone."""
        if self.known is None or step.days.first < self.known.days.first:
            self.known = step
        if step.is_done and (self.done is None or step.days.first < self.done.days.first):
            self.done = step

    def late_for(self, entry: Step) -> Step | None:
        """Return the earliest consent, where an entry into force surely lies before it."""
        earliest = self.done if entry.is_done else self.known
        if earliest is None:
            return self.known
        # What is in force may have effect from an earlier day on (article 28).
        entered = max(entry.days.last, entry.takes_effect.last)
        return earliest if entered < earliest.days.first else None


def _consents(course: Course) -> dict[str, _Consent]:
    consents: dict[str, _Consent] = {}
    for step in course.plain("completed", *NOT_DONE):
        if step.act.effect in CONSENT:
            for party in step.parties or (_WHOLE,):
                consents.setdefault(party, _Consent()).add(step)
    return consents


def _late_consent(course: Course, entry: Step, consents: dict[str, _Consent]) -> Step | None:
    """Return a consent that an entry into force surely lies before, where that says something."""
    parties = entry.parties or course.treaty.parties
    common = consents.get(_WHOLE)
    late: list[Step] = []
    for party in parties or (_WHOLE,):
        known = [one for one in (consents.get(party), common) if one is not None]
        steps = [step for one in known if (step := one.late_for(entry)) is not None]
        if known and len(steps) == len(known):
            late.append(steps[0])
    needed = 1 if entry.parties or len(parties) == 2 else len(parties)
    return late[0] if late and len(late) >= needed else None
