"""Text on the two output streams, coloured only if the user wants colours."""

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
    """Return whether a stream is a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # The stream is closed.
        return False


def wants_color(stream: TextIO | None) -> bool:
    """Return whether to colour a stream: NO_COLOR, FORCE_COLOR, CLICOLOR, then the terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if any(
        os.environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    ):
        return True
    if os.environ.get("CLICOLOR") == "0" or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(stream)


def echo(text: str, *, err: bool = False) -> None:
    """Print text that is safe for a terminal; remove its colours if they are not wanted."""
    click.echo(text, err=err, color=wants_color(sys.stderr if err else sys.stdout))


def print_findings(findings: Iterable[Finding], text: str = "", *, err: bool = True) -> None:
    """Print findings for people.

    Args:
        findings: The findings of one document.
        text: The document.
        err: Whether to print to standard error, apart from a command's output.
    """
    from diplobrief.diagnostics.terminal import render

    color = wants_color(sys.stderr if err else sys.stdout)
    columns = shutil.get_terminal_size((100, 24)).columns
    for rendered in render(findings, text, color=color, columns=columns):
        echo(rendered, err=err)


def print_concise(findings: Iterable[Finding]) -> None:
    """Print each finding on one line to standard output."""
    from diplobrief.diagnostics.terminal import render_concise

    for line in render_concise(findings, color=wants_color(sys.stdout)):
        echo(line)


def count_of(number: int, noun: str) -> str:
    """Return a number with its noun, such as `1 file` or `2 files`.

    Example:
        >>> count_of(1, "file"), count_of(0, "file")
        ('1 file', '0 files')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
