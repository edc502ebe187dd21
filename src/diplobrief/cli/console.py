"""What people see: text on the two streams, with colours only where they are wanted."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diplobrief.diagnostics import Finding


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a person sees what is written to a stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # It is closed.
        return False


def wants_color(stream: TextIO | None) -> bool:
    """Say whether a stream gets colours: NO_COLOR, FORCE_COLOR, CLICOLOR, then the terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if any(
        os.environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    if os.environ.get("CLICOLOR") == "0" or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(stream)


def say(text: str, *, err: bool = False) -> None:
    """Print a text that is fit for a terminal; its colours go where they are not wanted."""
    click.echo(text, err=err, color=wants_color(sys.stderr if err else sys.stdout))


def report(findings: Iterable[Finding], text: str = "", *, err: bool = True) -> None:
    """Print findings for people.

    Args:
        findings: The findings of one document.
        text: The document.
        err: Whether they go to standard error, beside a command's output.
    """
    from diplobrief.diagnostics.terminal import render

    color = wants_color(sys.stderr if err else sys.stdout)
    columns = shutil.get_terminal_size((100, 24)).columns
    for shown in render(findings, text, color=color, columns=columns):
        say(shown, err=err)
