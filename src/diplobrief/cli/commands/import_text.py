"""`diplobrief import`: plain text becomes a typed brief."""

from __future__ import annotations

import click

from diplobrief.cli import options
from diplobrief.cli.commands.convert import convert_files
from diplobrief.cli.outputs import STDOUT, is_folder


@click.command(
    "import",
    epilog="""\b
    Examples:
      diplobrief import note.txt -o note.md
      diplobrief import note.txt --to json | jq .sections
      diplobrief import mail/*.txt -o briefs/
      pbpaste | diplobrief import - -o note.md
    """,
)
@options.files
@options.output
@options.output_format
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], output: str, output_format: str | None
) -> None:
    """Convert plain text to a typed brief.

    Labels such as "Why it matters:" start sections, bullets become lists, and every word of the
    text is kept. FILE is read as plain text, whatever its suffix; - is standard input. The
    output format follows from --to or from the suffix of OUT, and is Markdown by default.
    """
    if output_format is None and (output == STDOUT or is_folder(output)):
        output_format = "markdown"
    ctx.exit(convert_files(files, "text", output_format, output))
