"""`diplobrief show`: briefs in the terminal."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Final

import click

from diplobrief.cli import options
from diplobrief.cli.batch import process
from diplobrief.cli.console import echo, wants_color
from diplobrief.cli.inputs import expand
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from diplobrief.cli.inputs import LoadedFile

_MAX_COLUMNS: Final = 100


def _day(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    from diplobrief.treaties import Days

    if value is not None:
        try:
            Days.of(value)
        except ValueError:
            raise click.BadParameter(
                f"{value!r} is not a date; write 2025-10-02, 2025-10 or 2025."
            ) from None
    return value


@click.command(
    "show",
    epilog="""\b
    Examples:
      diplobrief show note.md
      diplobrief show note.txt                 # plain text, as it is imported
      diplobrief show --on 2025-10-02 note.md  # its treaties on that day
      diplobrief show briefs/*.md | less -R    # FORCE_COLOR=1 keeps the colours
    """,
)
@options.files
@options.input_format
@click.option(
    "--on",
    metavar="DATE",
    callback=_day,
    help="Date for the status of treaties: a day, month or year (default: the brief's own date).",
)
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], input_format: str | None, on: str | None
) -> None:
    """Show briefs in the terminal.

    First the narrative, then the actors, quotes, events, treaties with their status, acts and
    sources. Control characters and invisible characters are made visible, so that text from a
    brief cannot affect the terminal.
    """
    inputs = list(expand(files))
    is_first = True

    def show(file: LoadedFile) -> None:
        nonlocal is_first
        page = _page(file, on)
        if len(inputs) > 1:
            separator = "" if is_first else "\n"
            echo(f"{separator}==> {visible(file.source.name)} <==\n")
        echo(page or "This brief is empty.")
        is_first = False

    ctx.exit(FAILED if process(inputs, input_format, show).errors else 0)


def _page(file: LoadedFile, on: str | None) -> str:
    from diplobrief.views.outline import outline_of
    from diplobrief.views.terminal import render

    return render(
        outline_of(file.document.brief, on),
        min(shutil.get_terminal_size().columns, _MAX_COLUMNS),
        getattr(sys.stdout, "encoding", None) or "ascii",
        color=wants_color(sys.stdout),
    )
