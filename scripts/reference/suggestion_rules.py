"""The rules of `suggest`, by family."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from diplobrief.extraction.rules import suggestion_rules
from scripts.reference.tables import anchor, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.extraction.rules import SuggestionRule

_FAMILIES = {
    "quote": "Statements",
    "source": "Sources",
    "step": "Steps of treaties",
    "event": "Events",
    "act": "Acts",
}


def rules() -> Iterator[str]:
    """Yield a table of the rules of each family."""
    for family, members in groupby(suggestion_rules().values(), _family):
        yield f"{anchor(family)}\n\n## {_FAMILIES[family]} (`{family}`)\n"
        yield from table(["Rule", "What it reads", "Example", "Precision"], map(_row, members))


def _family(rule: SuggestionRule) -> str:
    return rule.id.partition(".")[0]


def _row(rule: SuggestionRule) -> list[str]:
    precision = rule.precision
    counts = f"{rule.right} of {rule.found}" if rule.found else "not measured"
    share = counts if precision is None else f"{precision:.2f} ({counts})"
    default = "" if rule.is_default else "; off by default"
    return [f"`{rule.id}`", rule.reads, rule.example, share + default]
