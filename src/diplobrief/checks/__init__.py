"""The consistency of a brief: rules that report, and never refuse.

A family of rules is one file here, a rule one function in it; a new family is one more import.
"""

from __future__ import annotations

from diplobrief.checks import chronology
from diplobrief.checks.rules import RULES, Rule
from diplobrief.checks.runner import check, check_text
from diplobrief.checks.settings import DEFAULT, Settings

FAMILIES = (chronology,)
"""The files of rules; to import one is to register its rules."""

__all__ = ["DEFAULT", "FAMILIES", "RULES", "Rule", "Settings", "check", "check_text"]
