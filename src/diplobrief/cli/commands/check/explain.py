"""`check --explain`: what a code means and how to solve the problem."""

from __future__ import annotations

from difflib import get_close_matches

import click

from diplobrief.checks import RULES
from diplobrief.diagnostics import Finding
from diplobrief.diagnostics.codes import CODES
from diplobrief.diagnostics.findings import MANUAL


def explanation_of(code: str) -> str:
    """Return the explanation of a code.

    Raises:
        click.UsageError: The code is unknown.

    Example:
        >>> explanation_of("id_duplicate").splitlines()[0]
        'id_duplicate (error)'
    """
    rule, error = RULES.get(code.upper()), CODES.get(code.lower())
    if rule:
        name, title = rule.code, f"{rule.code} {rule.name} ({rule.severity})"
        text = rule.explanation
    elif error:
        name, title = error.name, f"{error.name} ({error.severity})"
        remedy = f"{error.remedy[0].upper()}{error.remedy[1:]}."
        text = f"{error.meaning}\n\nWhat to do:\n    {remedy}"
    else:
        similar = get_close_matches(code.upper(), RULES, 1) or get_close_matches(code, CODES, 1)
        suggestion = (
            f"Did you mean {similar[0]}?"
            if similar
            else f"All codes are listed at {MANUAL}reference/diagnostics.html"
        )
        raise click.UsageError(f"Unknown code {code!r}. {suggestion}")
    return f"{title}\n\n{text}\n\n{Finding(name, '').url}"
