"""`diplobrief show`: a brief in the terminal."""

from __future__ import annotations

import click

from diplobrief.cli import options


@click.command(
    "show",
    epilog="""\b
    Examples:
      diplobrief show note.md
      diplobrief show note.txt                   plain text, as it would be imported
      diplobrief show briefs/*.md | less -R      FORCE_COLOR=1 keeps the colours
    """,
)
@options.files
@options.read_as
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], read_as: str | None) -> None:
    """Show briefs in the terminal.

    First the narrative, then who acts, what was said, and how far each treaty has come. Controls
    and invisible characters of the text are shown as such, so that none acts on the terminal.
    """
    from diplobrief.cli.showing import show

    ctx.exit(show(files, read_as))
