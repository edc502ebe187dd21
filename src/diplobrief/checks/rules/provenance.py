"""PRV: facts that a program suggested, and what people have decided about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext


@rule("PRV001", "unconfirmed-facts", Severity.INFO)
def unconfirmed_facts(context: CheckContext) -> Iterator[Problem]:
    """Facts are suggested, and no person has confirmed them.

    What it does:
        It counts the facts whose `provenance` is `suggested`. There is one finding for a brief, at
        the first of these facts.

    Why it matters:
        A program read these facts from the prose, and programs make mistakes. Users of the data
        should know how much of it nobody has checked. Findings that rest on such facts say so.

    Example:
        A brief with ten milestones that `diplobrief suggest` found, of which three are confirmed.

    Use instead:
        The same brief after `diplobrief review`, in which every fact is confirmed, corrected or
        rejected.

    References:
        W3C PROV-O (wasAttributedTo).
    """
    suggested = [path for path, _ in context.suggested_facts]
    if suggested:
        facts = "1 fact is" if len(suggested) == 1 else f"{len(suggested)} facts are"
        yield Problem(
            suggested[0],
            f"{facts} suggested, and not confirmed by a person",
            "decide about them with diplobrief review",
        )
