"""What a code means, and which settings hold, in words for a terminal."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from diplobrief.checks import RULES
from diplobrief.diagnostics import Finding
from diplobrief.model.integrity import INTEGRITY_CODES

if TYPE_CHECKING:
    from diplobrief.checks import Settings


def explanation_of(code: str) -> str:
    """Return what a code means.

    Raises:
        click.UsageError: There is no such code.

    Example:
        >>> print(explanation_of("id_duplicate"))
        id_duplicate (error): Every id is given once.
        <BLANKLINE>
        https://w3id.org/diplobrief/docs/reference/diagnostics.html#id_duplicate
    """
    known = RULES.get(code.upper())
    url = Finding(known.code if known else code, "").url
    if known:
        return f"{known.code} {known.name} ({known.severity})\n\n{known.explanation}\n\n{url}"
    if code in INTEGRITY_CODES:
        return f"{code} (error): {INTEGRITY_CODES[code]}\n\n{url}"
    close = get_close_matches(code, [*RULES, *INTEGRITY_CODES], n=1)
    guess = f"Did you mean {close[0]}?" if close else f"Rules are {', '.join(RULES)}."
    raise click.UsageError(f"No rule has the code {code!r}. {guess}")


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
