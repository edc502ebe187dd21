"""When the numbers that rules need were reached, as tallies report it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.treaties.days import PAST, Days, last_start
from diplobrief.treaties.effects import Effect
from diplobrief.treaties.steps import barrier

if TYPE_CHECKING:
    from diplobrief.treaties.case import Case
    from diplobrief.treaties.steps import Step


def reached_by_tallies(case: Case, what: str) -> dict[float, Days | Step]:
    """Return when the numbers that the rules need were reached, as tallies report it (R24).

    Args:
        case: The treaty.
        what: `count` for numbers of parties, `share` for shares in percent.

    Returns:
        For each number the tally that dates it exactly, or the days on which it may have been.
    """
    needs = [needs for rule in case.rules if (needs := case.conditions(rule)) is not None]
    if what == "count":
        numbers = {float(one.count) for one in needs if one.tallies_count and one.count}
    else:
        numbers = {float(one.share) for one in needs if one.share}
    tallies: list[tuple[float, Step]] = []
    for step in case.having(Effect.COUNTS):
        known = step.milestone.count if what == "count" else step.milestone.share_percent
        if known is not None:
            tallies.append((float(known), step))
    settled = [step.done.first for step in case.having(Effect.SETTLES)]
    reached: dict[float, Days | Step] = {}
    for number in numbers:
        enough = [step for known, step in tallies if known >= number]
        if not enough:
            continue
        first = min(enough, key=lambda step: (step.takes_effect.last, step.takes_effect.first))
        day = first.takes_effect
        same_day = [known for known, step in tallies if step.takes_effect == day]
        if number in same_day or (day.day is not None and min(same_day) < number):
            reached[number] = first
            continue
        lower = [step.takes_effect.first + 1 for known, step in tallies if known < number]
        since = max(
            min(settled, default=PAST),
            _not_before(case, number, what),
            *(one for one in lower if one <= day.first),
        )
        reached[number] = Days(min(since, day.first), day.last)
    return reached


def _not_before(case: Case, number: float, what: str) -> int:
    """Return the earliest day on which a number was reached, given the reported entry into force.

    If it had been reached earlier, the treaty would have entered into force earlier.
    """
    reported = [step for step in case.having(Effect.ENTERS) if step.of_whole]
    entered = reported[0].takes_effect if len(reported) == 1 else Days()
    if entered.first < entered.last or reported[0].reversals or case.required:
        return PAST
    return max(
        (
            last_start(entered.first - 1, rule.after) + 1
            for rule in case.rules
            if rule.met_by is None
            and barrier(rule).first < entered.first
            and (needs := case.conditions(rule)) is not None
            and needs.is_only(what, number)
        ),
        default=PAST,
    )
