"""Acts in another order than the law of treaties foresees, for each party."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from diplobrief.checks.courses import CONSENT, OPEN, when
from diplobrief.checks.rules import Problem, rule
from diplobrief.diagnostics import Severity
from diplobrief.treaties import ACTS, PRECEDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.checks.courses import Course, Step
    from diplobrief.checks.subject import Subject
    from diplobrief.treaties import Precedence

_IN_FORCE: Final = "entry_into_force"
_ESTABLISHING: Final = frozenset(kind for kind, act in ACTS.items() if act.effect in CONSENT)

ORDERS: Final = tuple(
    replace(order, later=order.later - {_IN_FORCE}) if order.first in _ESTABLISHING else order
    for order in PRECEDENCE
    if order.first != _IN_FORCE
)
"""The order of acts, without what CHR011 says of consent and entry into force, and without what
follows the entry into force: a treaty may be in force for several parties from several days."""

_FIRSTS: Final = frozenset(order.first for order in ORDERS)
_LATERS: Final = frozenset[str]().union(*(order.later for order in ORDERS))
_BY_CHAMBERS: Final = "parliamentary_approval"
_WHOLE: Final = ""
"""Stands for the treaty as a whole, where no party is named."""


@rule("CHR004", "acts-out-of-order", Severity.WARNING)
def acts_out_of_order(subject: Subject) -> Iterator[Problem]:
    """An act of a party lies before one that the law of treaties puts first.

    What it does:
        For each party it compares the days of adoption, signature, parliamentary approval (by
        each chamber), promulgation, ratification or its equivalents, deposit or exchange of
        instruments, and entry into force. It finds an act that surely lies before every record
        of one that comes first. Acts that are not recorded are not missed: many treaties are
        never ratified, and some are never signed.

    Why it matters:
        A promulgation that is older than the vote belongs to another law, or one of the days is
        wrong.

    Example:
        `deposit` on `2026-03-01` beside `ratification` of the same party on `2026-04-01`.

    Use instead:
        The days in their order; `toward` where an act serves another milestone, such as a vote
        on an amendment.

    References:
        Vienna Convention on the Law of Treaties, articles 9 to 16, 24 and 46.
    """
    for course in subject.courses:
        if len(course.steps) > 1:
            yield from _out_of_order(subject, course)


def _out_of_order(subject: Subject, course: Course) -> Iterator[Problem]:
    records: dict[str, dict[str, list[Step]]] = {}
    laters: dict[str, dict[str, Step]] = {}
    for step in course.plain("completed", *OPEN):
        kind = step.milestone.kind
        for party in step.parties or (_WHOLE,):
            if kind in _FIRSTS:
                records.setdefault(party, {}).setdefault(kind, []).append(step)
            if kind in _LATERS:
                known = laters.setdefault(party, {})
                if kind not in known or step.days.last < known[kind].days.last:
                    known[kind] = step
    if not (records and laters):
        return
    firsts = {
        party: {kind: _last_of_all(steps) for kind, steps in own.items()}
        for party, own in records.items()
    }
    recorded = frozenset[str]().union(*firsts.values())
    orders = [order for order in ORDERS if order.first in recorded]
    told: set[tuple[int, int]] = set()
    for party, own in laters.items():
        for later, first, basis in _inverted(course, party, own, firsts, orders):
            if (later.index, first.index) not in told:
                told.add((later.index, first.index))
                yield Problem(
                    course.path(later),
                    f"{subject.describe(later.milestone)} ({when(later.milestone)}) lies before "
                    f"{subject.describe(first.milestone)} ({when(first.milestone)}), which comes "
                    f"first ({basis})",
                    "correct one of the two dates, or say with `toward` what the act serves",
                )


def _inverted(
    course: Course,
    party: str,
    laters: Mapping[str, Step],
    firsts: Mapping[str, Mapping[str, Step]],
    orders: Sequence[Precedence],
) -> Iterator[tuple[Step, Step, str]]:
    for order in orders:
        kinds = order.later & laters.keys()
        first = _first(course, party, order.first, firsts) if kinds else None
        if first is not None:
            for kind in sorted(kinds):
                if laters[kind].comes_before(first):
                    yield laters[kind], first, order.basis


def _first(
    course: Course, party: str, kind: str, firsts: Mapping[str, Mapping[str, Step]]
) -> Step | None:
    """Return the record of an act that counts for a party, or for the treaty as a whole."""
    whole = firsts.get(_WHOLE, {}).get(kind)
    if party != _WHOLE:
        own = firsts.get(party, {}).get(kind)
        known = [step for step in (own, whole) if step is not None]
        choose = max if kind == _BY_CHAMBERS else min
        return choose(known, key=_first_day, default=None)
    if whole is not None or len(course.treaty.parties) != 2:
        return whole
    # What binds a bilateral treaty binds either party.
    each = [firsts.get(one, {}).get(kind) for one in course.treaty.parties]
    return max((step for step in each if step is not None), key=_first_day, default=None)


def _last_of_all(steps: Sequence[Step]) -> Step:
    """Return the earliest record of an act; of the approval by several chambers, the last one's."""
    earliest: dict[tuple[str, ...], Step] = {}
    for step in steps:
        actor = step.milestone.by if step.milestone.kind == _BY_CHAMBERS else ()
        known = earliest.get(actor)
        if known is None or step.days.first < known.days.first:
            earliest[actor] = step
    return max(earliest.values(), key=_first_day)


def _first_day(step: Step) -> int:
    return step.days.first
