"""The order of the two chambers of a parliament."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Problem, rule
from diplobrief.diagnostics import Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.checks.context import CheckContext
    from diplobrief.checks.treaties import CheckedTreaty
    from diplobrief.treaties.steps import Step

# The articles were read on public pages, except those of CH, JP, PY and US, for which no page was
# found; they rest on general knowledge.
EITHER_CHAMBER_FIRST: Final = {
    "AR": "Constitution of the Argentine Nation, article 77",
    "CH": "Federal Act on the Federal Assembly, article 84",
    "CO": "Political Constitution of Colombia, article 154",
    "CZ": "Constitution of the Czech Republic, article 49",
    "DE": "Basic Law, article 76(2)",
    "FR": "Constitution of 4 October 1958, article 39",
    "GB": "Constitutional Reform and Governance Act 2010, section 20",
    "IT": "Constitution of the Italian Republic, article 72",
    "JP": "Constitution of Japan, articles 60(2) and 61",
    "PY": "Constitution of Paraguay, article 224(1)",
    "US": "Constitution of the United States, article II, section 2",
    "UY": "Constitution of Uruguay, article 133",
}
"""States whose upper house may act on a treaty first, or alone, and the law that says so."""


@rule("CHR005", "upper-house-first", Severity.INFO)
def upper_house_first(context: CheckContext) -> Iterator[Problem]:
    """The upper house acted before the lower house.

    What it does:
        It compares the days on which the two chambers of a state approved the treaty, or are to
        approve it. States whose law is known to let the upper house act first are left out.

    Why it matters:
        It is not a mistake in itself; but if the lower house usually acts first, the days may
        have been confused.

    Example:
        The Senate's `parliamentary_approval` on `2026-03-01`, the Chamber's on `2026-04-01`.

    Use instead:
        The right days. If they are right, nothing needs to be changed.

    References:
        The table `EITHER_CHAMBER_FIRST` names the law of each state that is left out.
    """
    for treaty in context.treaties:
        chambers = _approvals_by_chamber(context, treaty)
        for (party, type_), upper in chambers.items():
            lower = chambers.get((party, "lower_house"))
            if type_ != "upper_house" or lower is None or not upper.comes_before(lower):
                continue
            if getattr(context.actors.get(party), "country", None) in EITHER_CHAMBER_FIRST:
                continue
            yield Problem(
                treaty.path(upper),
                f"{context.describe(upper.milestone)} ({upper.milestone.date}) comes before "
                f"{context.describe(lower.milestone)} ({lower.milestone.date})",
                "make sure that the days are not confused",
                related=(Related(treaty.path(lower), context.describe(lower.milestone)),),
            )


def _approvals_by_chamber(
    context: CheckContext, treaty: CheckedTreaty
) -> dict[tuple[str, str], Step]:
    """Return the approval of each chamber of each party that may be the earliest."""
    earliest: dict[tuple[str, str], Step] = {}
    for step in treaty.usable():
        if step.milestone.kind != "parliamentary_approval" or len(step.milestone.by) != 1:
            continue
        type_ = getattr(context.actors.get(step.milestone.by[0]), "type", None)
        for party in step.parties:
            known = earliest.get((party, type_ or ""))
            if known is None or step.done.first < known.done.first:
                earliest[party, type_ or ""] = step
    return earliest
