"""`diplobrief new`: a filled template to start from."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from diplobrief.cli import options
from diplobrief.cli.templates import TEMPLATES


@click.command(
    "new",
    epilog="""\b
    Examples:
      diplobrief new --title "The lake treaty" -o lake.md
      diplobrief new --template readout
      diplobrief new --template note --to json -o note.json
    """,
)
@click.option("--title", help="Title of the brief, as plain text.")
@click.option(
    "--template",
    "name",
    type=click.Choice(TEMPLATES),
    default="treaty",
    show_default=True,
    help="treaty: actors, a quote, a treaty with milestones and a source; "
    "readout: a call and who spoke; note: sections only.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    type=click.Path(),
    help="File to write; absent or -: standard output.",
)
@options.write_as
@click.pass_context
def command(
    ctx: click.Context, title: str | None, name: str, output: str, write_as: str | None
) -> None:
    """Write a filled template to start from.

    The result is a complete brief that check has nothing to say about: replace its words with
    your own. An existing FILE is not overwritten.
    """
    from pathlib import Path

    from diplobrief.cli.conversion import format_of_output
    from diplobrief.cli.outputs import STDOUT, deliver
    from diplobrief.cli.templates import template
    from diplobrief.diagnostics import BriefError
    from diplobrief.formats import format_named
    from diplobrief.formats.validation import validate

    if write_as is None:
        write_as = "markdown" if output == STDOUT else format_of_output(output)
    if output != STDOUT and Path(output).is_file():
        raise click.UsageError(
            f"{click.format_filename(output)!r} exists already; name another file."
        )
    if title is not None and not title.strip():
        raise click.BadParameter("A title has words.", ctx, param_hint="--title")
    today = datetime.now(UTC).astimezone().date()
    try:
        brief = validate(template(name, title, today), lambda _paths: {})
    except BriefError as error:
        raise click.BadParameter(error.first.message, ctx, param_hint="--title") from None
    ctx.exit(deliver(output, format_named(write_as).write(brief)))
