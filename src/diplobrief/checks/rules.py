"""What a rule is, and the register of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics import Finding, Path, Severity

if TYPE_CHECKING:
    from diplobrief.checks.subject import Subject


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields.

    Args:
        path: The member in question.
        message: What is wrong.
        hint: What to do.
    """

    path: Path
    message: str
    hint: str


Test = Callable[["Subject"], Iterator[Problem]]


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
    test: Test

    @property
    def explanation(self) -> str:
        """What the rule finds, why that matters, and an example: its docstring."""
        return cleandoc(self.test.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Yield what the rule finds in a brief, without places in a file."""
        for problem in self.test(subject):
            yield Finding(self.code, problem.message, self.severity, problem.path, problem.hint)


RULES: Final[dict[str, Rule]] = {}
"""Every rule by its code."""


def rule(code: str, name: str, severity: Severity) -> Callable[[Test], Test]:
    """Register a function as a rule; its docstring is the rule's page."""

    def register(test: Test) -> Test:
        RULES[code] = Rule(code, name, severity, test)
        return test

    return register
