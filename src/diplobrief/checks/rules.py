"""What a rule is, and the register of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import Finding, Fix, Path, Related, Severity

if TYPE_CHECKING:
    from types import ModuleType

    from diplobrief.checks.context import CheckContext


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields.

    Args:
        path: The member in question.
        message: What is wrong.
        hint: What to do.
        fix: An automatic fix, if there is one.
        related: Other places that the problem is about.
    """

    path: Path
    message: str
    hint: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


RuleFunction = Callable[["CheckContext"], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that a brief is checked by.

    Args:
        code: Three letters of its family and three digits; stable across versions.
        name: What it finds, in a few words with hyphens.
        severity: How much a finding weighs, unless the configuration says otherwise.
        test: Yields the problems of the brief that is looked at.
    """

    code: str
    name: str
    severity: Severity
    test: RuleFunction

    @property
    def explanation(self) -> str:
        """What the rule finds, why that matters, and an example: its docstring."""
        return cleandoc(self.test.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0]

    def findings(self, context: CheckContext) -> list[Finding]:
        """Return what the rule finds in a brief, without places in a file."""
        return [
            Finding(
                self.code,
                problem.message,
                self.severity,
                problem.path,
                problem.hint,
                fix=problem.fix,
                related=problem.related,
            )
            for problem in self.test(context)
        ]


RULES: Final[dict[str, Rule]] = {}
"""Every rule by its code."""


def rule(code: str, name: str, severity: Severity) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function as a rule; its docstring is the rule's page."""

    def register(test: RuleFunction) -> RuleFunction:
        RULES[code] = Rule(code, name, severity, test)
        return test

    return register


def load(families: Iterable[ModuleType]) -> None:
    """Register all rules of some families, in the order of their codes.

    Args:
        families: Packages; to import a module in one of them is to register its rules.
    """
    for family in families:
        for module in iter_modules(family.__path__, f"{family.__name__}."):
            import_module(module.name)
    for code in sorted(RULES):
        RULES[code] = RULES.pop(code)
