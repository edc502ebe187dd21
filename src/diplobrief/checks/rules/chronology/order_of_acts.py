"""Acts of a party in another order than the law of treaties provides for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import filterfalse
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.checks.rules.chronology.consent import early_entries
from diplobrief.checks.rules.chronology.votes import is_vote_as_consent
from diplobrief.checks.treaties import when
from diplobrief.diagnostics import Related, Severity
from diplobrief.treaties import ACTS, PRECEDENCE, Effect
from diplobrief.treaties.effects import CONSENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.treaties import Precedence
    from diplobrief.treaties.steps import Step

_IN_FORCE: Final = "entry_into_force"
_ESTABLISHING: Final = frozenset(kind for kind, act in ACTS.items() if act.effect in CONSENT)

ORDERS: Final = tuple(
    replace(order, later=order.later - {_IN_FORCE}) if order.first in _ESTABLISHING else order
    for order in PRECEDENCE
)
"""The order of acts, without that of consent and entry into force, which is in CHR011."""

_FIRSTS: Final = frozenset(order.first for order in ORDERS)
_LATERS: Final = frozenset[str]().union(*(order.later for order in ORDERS))
_OTHERWISE: Final = {order.first: order.otherwise for order in ORDERS if order.otherwise}
_BY_CHAMBERS: Final = "parliamentary_approval"
_REPEATED: Final = frozenset({"suspension"})
"""Acts that may be performed again; each record may be the one that came first."""
_WHOLE: Final = ""
"""Stands for the treaty as a whole, if no party is named."""


@rule("CHR004", "acts-out-of-order", Severity.WARNING)
def acts_out_of_order(context: CheckContext) -> Iterator[Problem]:
    """An act of a party comes before one that the law of treaties puts first.

    What it does:
        For each party it compares the days of adoption, signature, parliamentary approval (by
        each chamber), promulgation, ratification or its equivalents, deposit or exchange of
        instruments, entry into force, and what only happens to a treaty in force: registration,
        suspension, withdrawal, termination. It reports an act that certainly comes before every
        record of one that should come first. If one act conflicts with several others, it reports
        this act. No act has to be recorded: many treaties are never ratified, and some are never
        signed. After a withdrawal everything may happen again, so acts before and after one are
        not compared. Entries that CHR011 reports, and votes that CHR015 reports, are left out.

    Why it matters:
        A promulgation before the vote belongs to another law, or one of the days is wrong.

    Example:
        `deposit` on `2026-03-01` beside `ratification` of the same party on `2026-04-01`.

    Use instead:
        The days in their order; `toward` if an act serves another milestone, such as a vote on an
        amendment.

    References:
        Vienna Convention on the Law of Treaties, articles 9 to 16, 24, 46, 54, 57, 72 and 80; the
        table `PROMULGATED_AFTERWARDS` names the states that promulgate what already binds them.
    """
    for treaty in context.treaties:
        if len(treaty.steps) > 1:
            yield from _out_of_order(context, treaty)


def _out_of_order(context: CheckContext, treaty: CheckedTreaty) -> Iterator[Problem]:
    inverted = [*_inversions(context, treaty)]
    involved = Counter(step.index for later, first, _ in inverted for step in (later, first))
    reported: set[int] = set()
    for later, first, basis in inverted:
        # An act in conflict with several others is more likely to be wrong than all of them.
        wrong = first if involved[first.index] > involved[later.index] else later
        if wrong.index in reported:
            continue
        reported.add(wrong.index)
        other = first if wrong is later else later
        order = (
            "before {}, which should come first"
            if wrong is later
            else "after {}, which should come later"
        ).format(f"{context.describe(other.milestone)} ({when(other.milestone)})")
        yield Problem(
            treaty.path(wrong),
            f"{context.describe(wrong.milestone)} ({when(wrong.milestone)}) comes {order} "
            f"({basis})",
            "correct one of the dates, or use `toward` for the milestone that the act serves",
            related=(Related(treaty.path(other), context.describe(other.milestone)),),
        )


def _inversions(context: CheckContext, treaty: CheckedTreaty) -> Iterator[tuple[Step, Step, str]]:
    """Yield, once each, two steps of which the first should come later, and the basis."""
    records: dict[str, dict[str, list[Step]]] = {}
    laters: dict[str, dict[str, Step]] = {}
    early = {entry.index for entry, _ in early_entries(context, treaty)}
    steps = treaty.usable(reversed_=True)
    for step in filterfalse(partial(is_vote_as_consent, context), steps):
        kind = step.milestone.kind
        for party in step.parties or (_WHOLE,):
            if kind in _FIRSTS and not _is_otherwise(context, party, kind):
                records.setdefault(party, {}).setdefault(kind, []).append(step)
            if kind in _LATERS and step.index not in early:
                known = laters.setdefault(party, {})
                if kind not in known or step.done.last < known[kind].done.last:
                    known[kind] = step
    if not (records and laters):
        return
    firsts = {
        party: {kind: _last_of_all(steps) for kind, steps in own.items()}
        for party, own in records.items()
    }
    recorded = frozenset[str]().union(*firsts.values())
    orders = [order for order in ORDERS if order.first in recorded]
    reported: set[tuple[int, int]] = set()
    for party, own in laters.items():
        for later, first, basis in _inverted(treaty, party, own, firsts, orders):
            if (later.index, first.index) not in reported:
                reported.add((later.index, first.index))
                yield later, first, basis


def _is_otherwise(context: CheckContext, party: str, kind: str) -> bool:
    """Return whether a state is known to perform an act of this kind in another order."""
    states = _OTHERWISE.get(kind)
    return states is not None and getattr(context.actors.get(party), "country", None) in states


def _inverted(
    treaty: CheckedTreaty,
    party: str,
    laters: Mapping[str, Step],
    firsts: Mapping[str, Mapping[str, Step]],
    orders: Sequence[Precedence],
) -> Iterator[tuple[Step, Step, str]]:
    for order in orders:
        kinds = order.later & laters.keys()
        first = _first(treaty, party, order.first, firsts) if kinds else None
        if first is not None:
            for kind in sorted(kinds):
                later = laters[kind]
                if later.comes_before(first) and not treaty.left_between(party, later, first):
                    yield later, first, order.basis


def _first(
    treaty: CheckedTreaty, party: str, kind: str, firsts: Mapping[str, Mapping[str, Step]]
) -> Step | None:
    """Return the record of an act that counts for a party, or for the treaty as a whole."""
    whole = firsts.get(_WHOLE, {}).get(kind)
    if kind == _IN_FORCE:
        return whole if whole is not None and _nothing_binds_before(treaty, whole) else None
    if party != _WHOLE:
        own = firsts.get(party, {}).get(kind)
        known = [step for step in (own, whole) if step is not None]
        choose = max if kind == _BY_CHAMBERS else min
        return choose(known, key=_first_day, default=None)
    membership = treaty.case.membership
    if whole is not None or not membership.is_bilateral:
        return whole
    # What binds a bilateral treaty binds either party.
    each = [firsts.get(one, {}).get(kind) for one in membership.listed]
    choose = min if kind in _REPEATED else max
    return choose((step for step in each if step is not None), key=_first_day, default=None)


def _nothing_binds_before(treaty: CheckedTreaty, entry: Step) -> bool:
    """Return whether nothing could be in force, or applied, before an entry into force."""
    return entry.done.first <= entry.takes_effect.first and not any(
        step.act.effect is Effect.APPLIES for step in treaty.steps
    )


def _last_of_all(steps: Sequence[Step]) -> Step:
    """Return the earliest record of an act; of approval by several chambers, that of the last."""
    earliest: dict[tuple[str, ...], Step] = {}
    for step in steps:
        actor = step.milestone.by if step.milestone.kind == _BY_CHAMBERS else ()
        known = earliest.get(actor)
        if known is None or step.done.first < known.done.first:
            earliest[actor] = step
    return max(earliest.values(), key=_first_day)


def _first_day(step: Step) -> int:
    return step.done.first
