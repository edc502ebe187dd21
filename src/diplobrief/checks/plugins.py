"""Rules that other packages provide, found through the entry point group `diplobrief.rules`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import TYPE_CHECKING, Final

from diplobrief.checks.rules.base import Rule, rules_in
from diplobrief.diagnostics import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint

GROUP: Final = "diplobrief.rules"

_CODE: Final = re.compile("X[A-Z]{2}[0-9]{3}")
_HINT: Final = "update or uninstall the package, or turn off its rules with `ignore`"


@dataclass(frozen=True, slots=True)
class Plugins:
    """The rules of other packages.

    Args:
        rules: The rules by code.
        findings: What is wrong with packages whose rules cannot be used.
    """

    rules: dict[str, Rule] = field(default_factory=dict[str, Rule])
    findings: list[Finding] = field(default_factory=list[Finding])


def load_plugins() -> Plugins:
    """Import the rules of all installed packages that provide some.

    A package that cannot be used becomes a finding; the others are loaded all the same.
    """
    from importlib.metadata import entry_points

    plugins = Plugins()
    for entry in sorted(entry_points(group=GROUP), key=_order):
        try:
            rules = list(_rules_of(entry.load()))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an import may do anything
            problem = f"cannot be loaded: {type(error).__name__}: {error}"
            plugins.findings.append(_finding(entry, problem))
            continue
        if not rules:
            problem = f"are missing: {entry.value} is neither a rule nor a module that contains one"
            plugins.findings.append(_finding(entry, problem))
        _add(plugins, entry, rules)
    return plugins


def _order(entry: EntryPoint) -> tuple[str, str]:
    return _distribution(entry), entry.name


def _rules_of(value: object) -> Iterable[Rule]:
    if isinstance(value, Rule):
        return (value,)
    return rules_in(value) if isinstance(value, ModuleType) else ()


def _add(plugins: Plugins, entry: EntryPoint, rules: Iterable[Rule]) -> None:
    origin = _distribution(entry)
    for rule in rules:
        known = plugins.rules.get(rule.code)
        if _CODE.fullmatch(rule.code) is None:
            problem = f"include the code {rule.code!r}; expected X, two letters and three digits"
        elif known is not None and known.function is not rule.function:
            problem = f"include the code {rule.code}, which {known.origin} already uses"
        else:
            plugins.rules[rule.code] = replace(rule, origin=origin)
            continue
        plugins.findings.append(_finding(entry, problem))


def _distribution(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value


def _finding(entry: EntryPoint, problem: str) -> Finding:
    message = f"The rules of {_distribution(entry)} {problem}"
    return Finding("plugin", message, Severity.ERROR, hint=_HINT)
