"""The consistency of a brief: rules that report, and never refuse.

A family of rules is one folder here, a rule one function in it: a new rule is one function, and a
new file in a family is found by itself.
"""

from __future__ import annotations

from diplobrief.checks import attribution, chronology, evidence, hygiene, style
from diplobrief.checks.context import CheckContext
from diplobrief.checks.fixing import Mended, mend_text
from diplobrief.checks.rules import RULES, Problem, Rule, load
from diplobrief.checks.runner import check, check_document, check_text
from diplobrief.checks.settings import DEFAULT, Settings

FAMILIES = (chronology, evidence, attribution, hygiene, style)
"""The families of rules, in the order in which they are shown."""

load(FAMILIES)

__all__ = [
    "DEFAULT",
    "FAMILIES",
    "RULES",
    "CheckContext",
    "Mended",
    "Problem",
    "Rule",
    "Settings",
    "check",
    "check_document",
    "check_text",
    "mend_text",
]
