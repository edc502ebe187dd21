"""The rules of `check`: a family is a module here, or a package if it is large.

To add a rule, write a function with the decorator `rule` in a module of its family. To add a
family, add its module to `FAMILIES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules import attribution, chronology, evidence, hygiene, provenance, style
from diplobrief.checks.rules.base import Problem, Rule, RuleFunction, rule, rules_in

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILIES: Final = (chronology, evidence, attribution, provenance, hygiene, style)
"""The families, in the order in which the manual lists them."""

RULES: Final[Mapping[str, Rule]] = {
    known.code: known
    for known in sorted(
        (known for family in FAMILIES for known in rules_in(family)), key=lambda known: known.code
    )
}
"""The rules of this package, by code and in the order of their codes."""

__all__ = ["FAMILIES", "RULES", "Problem", "Rule", "RuleFunction", "rule", "rules_in"]
