"""Intervals that end before they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.diagnostics import Path
    from diplobrief.model import PartialDate, When


@rule("CHR014", "ends-before-it-begins", Severity.ERROR)
def ends_before_it_begins(context: CheckContext) -> Iterator[Problem]:
    """The end of an interval comes before its beginning.

    What it does:
        It compares `start` and `end` of events, `date` and `until` of acts, `published` and
        `updated` of the brief, `published` and `retrieved` of sources. Times are compared to
        the instant.

    Why it matters:
        One of the days is wrong, often by a year at the turn of the year.

    Example:
        An event with the `start` `2026-01-03` and the `end` `2025-01-05`.

    Use instead:
        The right days, such as the `end` `2026-01-05`.
    """
    for path, first, name, second in _intervals(context):
        if second is not None and first is not None and second.before(first):
            yield Problem(
                path,
                f"{path[-1]} is {second}, before {name}, which is {first}",
                "correct one of the two",
                related=(Related((*path[:-1], name), f"{name} is {first}"),),
            )


_Interval = tuple["Path", "PartialDate | When | None", str, "PartialDate | When | None"]


def _intervals(context: CheckContext) -> Iterator[_Interval]:
    brief = context.brief
    yield ("updated",), brief.published, "published", brief.updated
    for at, event in enumerate(brief.events):
        if event.end is not None:
            yield ("events", at, "end"), event.start, "start", event.end
    for at, act in enumerate(brief.acts):
        if act.until is not None:
            yield ("acts", at, "until"), act.date, "date", act.until
    for at, source in enumerate(brief.sources):
        if source.retrieved is not None:
            yield ("sources", at, "retrieved"), source.published, "published", source.retrieved
