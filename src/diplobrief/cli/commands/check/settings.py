"""The settings of a run of `check`: a configuration file and the command line together."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diplobrief.checks import DEFAULT, configuration
from diplobrief.checks.catalogue import is_code, unknown_code
from diplobrief.cli.console import print_findings
from diplobrief.cli.program import FAILED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks import Settings


def effective_settings(
    ctx: click.Context,
    config: str | None,
    select: Sequence[str],
    ignore: Sequence[str],
    *,
    isolated: bool,
    confirmed_only: bool = False,
) -> Settings:
    """Return the settings of the configuration file, changed by the command line.

    Args:
        ctx: The context; the command exits if the configuration is invalid.
        config: The configuration file (default: the nearest one).
        select: The codes of --select.
        ignore: The codes of --ignore.
        isolated: Whether to read no configuration file.
        confirmed_only: Whether to leave out facts that are suggested and not confirmed.

    Raises:
        click.UsageError: A code is unknown, or the options contradict each other.
    """
    selected, ignored = _codes("--select", select), _codes("--ignore", ignore)
    if isolated and config:
        raise click.UsageError("--isolated and --config cannot be combined.")
    settings = DEFAULT
    try:
        file = Path(config) if config else None if isolated else configuration.find(Path.cwd())
        if file:
            settings = configuration.load(file)
    except configuration.ConfigurationError as error:
        print_findings(error.findings)
        ctx.exit(FAILED)
    if selected:
        settings = replace(settings, select=selected, ignore=())
    return replace(
        settings,
        ignore=(*settings.ignore, *ignored),
        confirmed_only=settings.confirmed_only or confirmed_only,
    )


def as_toml(settings: Settings) -> str:
    """Return settings as the content of a configuration file.

    Example:
        >>> from diplobrief.checks import Settings
        >>> print(as_toml(Settings(ignore=("CHR",))))
        select = ["ALL"]
        ignore = ["CHR"]
    """
    lines = [f"select = {json.dumps(settings.select)}", f"ignore = {json.dumps(settings.ignore)}"]
    if settings.confirmed_only:
        lines.append("confirmed-only = true")
    for name, table in (
        ("per-file-ignores", settings.per_file_ignores),
        ("severities", settings.severities),
    ):
        if table:
            lines += ["", f"[{name}]"]
            lines += [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in table.items()]
    return "\n".join(lines)


def _codes(option: str, values: Sequence[str]) -> tuple[str, ...]:
    codes = tuple(code for value in values for code in value.replace(",", " ").split())
    for code in codes:
        if not is_code(code):
            raise click.UsageError(f"{option}: {unknown_code(code)}.")
    return codes
