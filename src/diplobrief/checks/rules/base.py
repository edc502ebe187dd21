"""What a rule is, and how one is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from itertools import islice
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from diplobrief.diagnostics import Finding, Fix, Path, Related, Severity

if TYPE_CHECKING:
    from types import ModuleType

    from diplobrief.checks.context import CheckContext


class Problem(NamedTuple):
    """What a rule yields.

    Args:
        path: The member that is wrong.
        message: What is wrong, and what was expected.
        hint: What to do, as one imperative.
        fix: An automatic fix, if there is one.
        related: Other places that the problem is about, such as the other side of a contradiction.

    Example:
        >>> Problem(("title",), "the title is in capitals", "write it in lower case").path
        ('title',)
    """

    path: Path
    message: str
    hint: str
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


def _refuse_wrong_path(value: object) -> None:
    if type(value) is tuple and _STEPS.issuperset(map(type, cast("tuple[object, ...]", value))):
        return  # this is so of nearly all, and a hostile file can have very many
    if isinstance(value, tuple) and all(
        isinstance(step, str | int) for step in cast("tuple[object, ...]", value)
    ):
        return
    raise TypeError(f"a path is a tuple of names and indexes, not {value!r}")


_STEPS: Final = frozenset({str, int})


OWN: Final = "diplobrief"
"""The origin of the rules of this package."""

RuleFunction = Callable[["CheckContext"], Iterator[Problem]]
"""Yields the problems of one brief."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `check`.

    Args:
        code: Three letters for the family and three digits. It never changes.
        name: What the rule finds, in a few words joined by hyphens.
        severity: The severity of its findings, unless the configuration changes it.
        function: Yields the problems of a brief. Its docstring explains the rule.
        origin: The package that provides it, with its version.
        fixes: Whether its problems may have fixes. Other rules do not run for `--fix`.
    """

    code: str
    name: str
    severity: Severity
    function: RuleFunction
    origin: str = OWN
    fixes: bool = False

    @property
    def explanation(self) -> str:
        """What the rule finds, why that matters, and an example: the docstring."""
        return cleandoc(self.function.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0]

    def findings(
        self, context: CheckContext, most: int | None = None, *, counts_rest: bool = True
    ) -> list[Finding]:
        """Return the problems of a brief as findings, without positions in a file.

        Args:
            context: The brief.
            most: How many findings are needed (default: all). If there are more, the last one only
                counts them.
            counts_rest: Whether to count the findings beyond `most`.

        Raises:
            TypeError: A path is not valid, or a problem has a fix, but the rule does not say that
                it has fixes.
        """
        problems = iter(self.function(context))
        findings = [self._finding(problem) for problem in islice(problems, most)]
        if counts_rest and (more := sum(1 for _ in problems)):
            findings.append(Finding(self.code, "", self.severity, count=more))
        return findings

    def _finding(self, problem: Problem) -> Finding:
        finding = Finding(
            self.code,
            problem.message,
            self.severity,
            problem.path,
            problem.hint,
            fix=problem.fix,
            related=problem.related,
        )
        # Type checkers see this too, but not everybody who writes a rule uses one.
        _refuse_wrong_path(problem.path)
        for place in problem.related:
            _refuse_wrong_path(place.path)
        if finding.fix is not None and not self.fixes:
            raise TypeError("a problem has a fix, so the rule needs fixes=True")
        return finding


def rule(
    code: str, name: str, severity: Severity, *, fixes: bool = False
) -> Callable[[RuleFunction], Rule]:
    """Make a rule of a function. The function's docstring becomes the rule's manual page.

    Nothing is registered: a rule runs if the module that contains it belongs to a family of this
    package, or is named by an entry point of another one.

    Args:
        code: Three letters for the family and three digits, such as `CHR001`. Codes of rules in
            other packages begin with `X`.
        name: What the rule finds, in a few words joined by hyphens.
        severity: The severity of its findings.
        fixes: Whether its problems may have fixes.

    Returns:
        A decorator.

    Example:
        >>> @rule("XAB001", "untitled-brief", Severity.INFO)
        ... def untitled_brief(context):
        ...     "The brief has no title."
        ...     if context.brief.title is None:
        ...         yield Problem((), "the brief has no title", "add a title")
        >>> untitled_brief.code, untitled_brief.summary
        ('XAB001', 'The brief has no title.')
    """

    def make(function: RuleFunction) -> Rule:
        return Rule(code, name, Severity(severity), function, fixes=fixes)

    return make


def rules_in(module: ModuleType) -> Iterator[Rule]:
    """Yield the rules that a module contains; for a package, those in its modules too."""
    yield from (value for value in vars(module).values() if isinstance(value, Rule))
    for inner in iter_modules(getattr(module, "__path__", ()), f"{module.__name__}."):
        yield from rules_in(import_module(inner.name))
