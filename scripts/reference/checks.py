"""The rules of `check`, by family."""

from __future__ import annotations

import re
from inspect import cleandoc
from textwrap import fill
from typing import TYPE_CHECKING, Final

from diplobrief.checks import FAMILIES, RULES
from scripts.reference.tables import anchor, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from diplobrief.checks.rules import Rule

_PART: Final = re.compile(r"^(\S[^\n]*:)\n((?:[ ]{4}[^\n]*\n?)+)", re.MULTILINE)
"""A part of an explanation, such as "Why it matters:", and its indented text."""


def families() -> Iterator[str]:
    """Yield a list of the families, with links to their rules."""
    for package in FAMILIES:
        prefix, name, about = _family(package)
        yield f"- [`{prefix}`](checks.md#{prefix.lower()}), {name.lower()}: {about}"


def rules() -> Iterator[str]:
    """Yield a section for each family: a table of its rules, then each rule in full."""
    for package in FAMILIES:
        prefix, name, about = _family(package)
        members = [rule for rule in RULES.values() if rule.code.startswith(prefix)]
        yield f"{anchor(prefix.lower())}\n\n## {name} ({prefix})\n"
        yield f"{about[0].upper()}{about[1:]}\n"
        yield from table(["Code", "Finding", "Severity"], map(_row, members))
        for rule in members:
            yield f"{anchor(rule.code.lower())}\n\n### {rule.code}: {rule.name}\n"
            yield f"Severity: {severity_badge(rule.severity)}\n"
            yield _PART.sub(_with_bold_title, rule.explanation)
            yield ""


def severity_badge(severity: str) -> str:
    """Return a severity, which the site shows in its colour."""
    return f'<span class="severity {severity}">{severity}</span>'


def _family(package: ModuleType) -> tuple[str, str, str]:
    """Return the prefix of a family of rules, its name, and its description."""
    prefix, _, about = cleandoc(package.__doc__ or "").partition(": ")
    return prefix, package.__name__.rpartition(".")[2].capitalize(), about


def _row(rule: Rule) -> list[str]:
    summary = rule.explanation.partition("\n\n")[0].replace("\n", " ")
    return [f"[`{rule.code}`](#{rule.code.lower()})", summary, severity_badge(rule.severity)]


def _with_bold_title(part: re.Match[str]) -> str:
    text = f"**{part[1]}** {' '.join(part[2].split())}"
    return fill(text, 120, break_long_words=False, break_on_hyphens=False) + "\n"
