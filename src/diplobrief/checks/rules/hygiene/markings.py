"""Markings that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext


@rule("HYG010", "clear-under-embargo", Severity.WARNING)
def clear_under_embargo(context: CheckContext) -> Iterator[Problem]:
    """A brief under embargo is marked for disclosure without limit.

    What it does:
        It finds the marking `TLP:CLEAR` beside an `embargo_until` that the brief's own day does
        not show to be over.

    Why it matters:
        The marking lets everybody pass the brief on at once, the embargo nobody. Whoever reads
        only the first breaks the second.

    Example:
        `handling: {tlp: TLP:CLEAR, embargo_until: 2026-03-05T12:00:00Z}` in a brief of
        `2026-03-04`.

    Use instead:
        `TLP:GREEN` or a narrower marking until the embargo ends, and `TLP:CLEAR` from then on.

    References:
        FIRST, Traffic Light Protocol 2.0, section 2.
    """
    handling = context.brief.handling
    if handling is None or handling.tlp != "TLP:CLEAR" or handling.embargo_until is None:
        return
    day = context.brief.day
    if day is None or day.before(handling.embargo_until):
        yield Problem(
            ("handling", "tlp"),
            f"TLP:CLEAR sets no limit, but there is an embargo until {handling.embargo_until}",
            "mark it more narrowly until the embargo ends, or take the embargo away",
        )
