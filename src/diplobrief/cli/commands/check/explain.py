"""`check --explain`: what a code means and how to solve the problem."""

from __future__ import annotations

from difflib import get_close_matches

import click

from diplobrief.checks import all_rules
from diplobrief.checks.rules.base import OWN, Rule
from diplobrief.diagnostics import Finding
from diplobrief.diagnostics.codes import CODES, Code


def explanation_of(code: str) -> str:
    """Return the explanation of a code, or a list of the codes that begin with it; ALL lists all.

    Raises:
        click.UsageError: The code is unknown.

    Example:
        >>> explanation_of("id_duplicate").splitlines()[0]
        'id_duplicate (error)'
        >>> print(explanation_of("STY00").splitlines()[1])
        STY002 long-bullet (info): A bullet has more than forty words.
    """
    codes: dict[str, Rule | Code] = {**all_rules(), **CODES}
    for name in (code.upper(), code.lower()):
        if name in codes:
            return _explanation(codes[name])
    listed = [
        _heading(known) + f": {_summary(known)}"
        for name, known in codes.items()
        if code == "ALL" or name.startswith((code.upper(), code.lower()))
    ]
    if listed and code:
        return "\n".join(listed)
    similar = get_close_matches(code.upper(), codes, 1) or get_close_matches(code, codes, 1)
    suggestion = (
        f"Did you mean {similar[0]}?"
        if similar
        else "Run `diplobrief check --explain ALL` to list all codes."
    )
    raise click.UsageError(f"Unknown code {code!r}. {suggestion}")


def _explanation(known: Rule | Code) -> str:
    if isinstance(known, Rule):
        name, text = known.code, known.explanation
    else:
        remedy = f"{known.remedy[0].upper()}{known.remedy[1:]}."
        name, text = known.name, f"{known.meaning}\n\nWhat to do:\n    {remedy}"
    return "\n\n".join([_heading(known), text, _origin(known) or Finding(name, "").url])


def _heading(known: Rule | Code) -> str:
    title = f"{known.code} {known.name}" if isinstance(known, Rule) else known.name
    return f"{title} ({known.severity})"


def _summary(known: Rule | Code) -> str:
    return known.summary if isinstance(known, Rule) else known.meaning


def _origin(known: Rule | Code) -> str:
    """Return the package that provides a rule, if it is not this one."""
    if isinstance(known, Rule) and known.origin != OWN:
        return f"A rule of {known.origin}."
    return ""
