"""The codes of findings that do not come from rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.diagnostics.codes import GROUPS
from diplobrief.model.integrity_rules import INTEGRITY_CODES
from scripts.reference.checks import severity_badge
from scripts.reference.tables import anchor, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diplobrief.diagnostics.codes import Code


def codes() -> Iterator[str]:
    """Yield a table for each group of codes."""
    for group, members in GROUPS.items():
        yield f"### {group}\n"
        yield from table(
            ["Code", "Meaning", "What to do"],
            ([_code(code), code.meaning, code.remedy] for code in members),
        )


def integrity_rules() -> Iterator[str]:
    """Yield a table of the rules that no schema can express."""
    yield from table(
        ["Code", "Rule"], ([f"`{code}`", rule] for code, rule in INTEGRITY_CODES.items())
    )


def integrity_list() -> Iterator[str]:
    """Yield the same rules as a list."""
    for rule in INTEGRITY_CODES.values():
        yield f"- {rule}"


def _code(code: Code) -> str:
    badge = f" {severity_badge(code.severity)}" if code.severity != "error" else ""
    return f"{anchor(code.name)}`{code.name}`{badge}"
