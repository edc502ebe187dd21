"""`diplobrief new`: a brief from a template."""

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
    help="treaty: actors, a quote, a treaty with milestones, and a source; "
    "readout: a call, with a quote; note: sections only.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    type=options.FileName(),
    help="Output file (default: -, standard output).",
)
@options.output_format
@click.pass_context
def command(
    ctx: click.Context, title: str | None, name: str, output: str, output_format: str | None
) -> None:
    """Create a brief from a template.

    The result is a complete brief without findings; replace its text with your own. The output
    format follows from --to or from the suffix of FILE, and is Markdown by default. An existing
    file is never overwritten.
    """
    from pathlib import Path

    from diplobrief.cli.outputs import STDOUT, format_of_output, write_or_report
    from diplobrief.cli.templates import template
    from diplobrief.diagnostics import BriefError
    from diplobrief.formats import format_named
    from diplobrief.formats.validation import validate

    if output_format is None:
        output_format = "markdown" if output == STDOUT else format_of_output(output)
    if output != STDOUT and Path(output).is_file():
        raise click.UsageError(
            f"{click.format_filename(output)!r} already exists; choose another file name."
        )
    if title is not None and not title.strip():
        raise click.BadParameter("The title must not be empty.", ctx, param_hint="--title")
    today = datetime.now(UTC).astimezone().date()
    try:
        brief = validate(template(name, title, today), lambda _paths: {})
    except BriefError as error:
        raise click.BadParameter(error.first.message, ctx, param_hint="--title") from None
    ctx.exit(write_or_report(output, format_named(output_format).write(brief)))
