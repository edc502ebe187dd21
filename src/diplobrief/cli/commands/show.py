"""`diplobrief show`: a brief in the terminal."""

from __future__ import annotations

import click

from diplobrief.cli import options


def _day(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    from diplobrief.treaties import Days

    if value is not None:
        try:
            Days.of(value)
        except ValueError:
            raise click.BadParameter(
                f"{value!r} is no date; write 2025-10-02, 2025-10 or 2025"
            ) from None
    return value


@click.command(
    "show",
    epilog="""\b
    Examples:
      diplobrief show note.md
      diplobrief show note.txt                   plain text, as it would be imported
      diplobrief show --on 2025-10-02 note.md    how far its treaties had come on that day
      diplobrief show briefs/*.md | less -R      FORCE_COLOR=1 keeps the colours
    """,
)
@options.files
@options.read_as
@click.option(
    "--on",
    metavar="DATE",
    callback=_day,
    help="Day of the treaties' status, whole or partial; absent: the brief's own.",
)
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], read_as: str | None, on: str | None
) -> None:
    """Show briefs in the terminal.

    First the narrative, then who acts, what was said, and how far each treaty has come. Controls
    and invisible characters of the text are shown as such, so that none acts on the terminal.
    """
    from diplobrief.cli.showing import show

    ctx.exit(show(files, read_as, on))
