"""Consistency checks: rules that report what contradicts itself in a brief, and never refuse it.

Authors of rules find all that they need here: `rule`, `CheckContext`, `Problem`, `Related`, `Fix`
and `Severity`.
"""

from __future__ import annotations

from diplobrief.checks.catalogue import all_rules
from diplobrief.checks.checking import check, check_file, check_text
from diplobrief.checks.context import CheckContext
from diplobrief.checks.fixing import FixResult, fix_document, fix_text
from diplobrief.checks.narrative import Narrative
from diplobrief.checks.rules import FAMILIES, RULES, Problem, Rule, RuleFunction, rule
from diplobrief.checks.runner import check_document
from diplobrief.checks.settings import DEFAULT, Settings
from diplobrief.diagnostics import Fix, Related, Severity

__all__ = [
    "DEFAULT",
    "FAMILIES",
    "RULES",
    "CheckContext",
    "Fix",
    "FixResult",
    "Narrative",
    "Problem",
    "Related",
    "Rule",
    "RuleFunction",
    "Settings",
    "Severity",
    "all_rules",
    "check",
    "check_document",
    "check_file",
    "check_text",
    "fix_document",
    "fix_text",
    "rule",
]
