"""`diplobrief import`: plain text becomes a typed brief."""

from __future__ import annotations

import click

from diplobrief.cli import options
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
@options.write_as
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], output: str, write_as: str | None) -> None:
    """Read plain text and write a typed brief.

    Labels such as "Why it matters:" open sections, bullets become lists, and every word of the
    text is in the result. FILE is read as plain text whatever its suffix; - is standard input.
    Without --to, the suffix of OUT says what is written, and it is Markdown where there is none.
    """
    from diplobrief.cli.conversion import convert

    if write_as is None and (output == STDOUT or is_folder(output)):
        write_as = "markdown"
    ctx.exit(convert(files, "text", write_as, output))
