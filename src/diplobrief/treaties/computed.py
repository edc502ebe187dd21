"""The day of entry into force that a treaty's own rules give, whatever is reported of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.treaties.consents import changes_of
from diplobrief.treaties.days import Days
from diplobrief.treaties.entry import settled_from
from diplobrief.treaties.owners import Owners
from diplobrief.treaties.rules import Consents
from diplobrief.treaties.status import day_asked_for
from diplobrief.treaties.steps import decide_standing, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diplobrief.model import Actor, Brief, Treaty
    from diplobrief.treaties.rules import Met


def entry_by_rules(brief: Brief, treaty: Treaty, actors: Mapping[str, Actor]) -> Days | None:
    """Return the days of entry into force that the rules of a treaty give on the brief's own day.

    It is `enters` of `treaty_status`, for those who want nothing else of it.

    Args:
        brief: The brief.
        treaty: One of its treaties.
        actors: Its actors by id.

    Returns:
        The days; `None` without a rule, or where none is met.
    """
    on = day_asked_for(brief, None)
    steps = steps_of(treaty, Owners(actors, treaty).of_milestone, Days.within(brief.day))
    decide_standing(steps, on)
    changes, tallies = changes_of(steps, treaty, on)
    consents = Consents(treaty, changes, tallies, settled_from(steps))
    found = [consents.met(rule, on) for rule in treaty.entry_rules]
    return first_entry([met for met in found if met is not None], on)


def first_entry(met: Iterable[Met], on: Days) -> Days | None:
    """Return the days of entry into force by the first of the rules that were met by a day."""
    entries = [one.enters for one in met if one.rule is not None and one.on.first <= on.last]
    if not entries:
        return None
    return Days(min(days.first for days in entries), min(days.last for days in entries))
