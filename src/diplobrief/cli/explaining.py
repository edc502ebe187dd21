"""What a code means, and which settings hold, in words for a terminal."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from diplobrief.checks import RULES
from diplobrief.diagnostics import Finding
from diplobrief.diagnostics.codes import CODES
from diplobrief.diagnostics.findings import MANUAL

if TYPE_CHECKING:
    from diplobrief.checks import Settings


def explanation_of(code: str) -> str:
    """Return what a code means.

    Raises:
        click.UsageError: There is no such code.

    Example:
        >>> print(explanation_of("id_duplicate"))
        id_duplicate (error)
        <BLANKLINE>
        Every id is unique.
        <BLANKLINE>
        What to do:
            Give one of the two another id.
        <BLANKLINE>
        https://w3id.org/diplobrief/docs/reference/diagnostics.html#id_duplicate
    """
    rule, known = RULES.get(code.upper()), CODES.get(code.lower())
    if rule:
        name, head = rule.code, f"{rule.code} {rule.name} ({rule.severity})"
        text = rule.explanation
    elif known:
        name, head = known.name, f"{known.name} ({known.severity})"
        remedy = f"{known.remedy[0].upper()}{known.remedy[1:]}."
        text = f"{known.meaning}\n\nWhat to do:\n    {remedy}"
    else:
        close = get_close_matches(code.upper(), RULES, 1) or get_close_matches(code, CODES, 1)
        guess = (
            f"Did you mean {close[0]}?"
            if close
            else f"All of them: {MANUAL}reference/diagnostics.html"
        )
        raise click.UsageError(f"There is no code {code!r}. {guess}")
    return f"{head}\n\n{text}\n\n{Finding(name, '').url}"


def as_toml(settings: Settings) -> str:
    """Return settings as a file would say them.

    Example:
        >>> from diplobrief.checks import Settings
        >>> print(as_toml(Settings(ignore=("CHR",))))
        select = ["ALL"]
        ignore = ["CHR"]
    """
    lines = [f"select = {json.dumps(settings.select)}", f"ignore = {json.dumps(settings.ignore)}"]
    for name, table in (
        ("per-file-ignores", settings.per_file_ignores),
        ("severities", settings.severities),
    ):
        if table:
            lines += ["", f"[{name}]"]
            lines += [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in table.items()]
    return "\n".join(lines)
