"""`diplobrief convert`: briefs in another format."""

from __future__ import annotations

import click

from diplobrief.cli import options


@click.command(
    "convert",
    epilog="""\b
    Examples:
      diplobrief convert note.md -o note.json
      diplobrief convert note.json > note.md
      diplobrief convert briefs/*.md -o json/
      curl -s https://example.org/note.json | diplobrief convert - --to markdown
    """,
)
@options.files
@options.output
@options.read_as
@options.write_as
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    output: str,
    read_as: str | None,
    write_as: str | None,
) -> None:
    """Write briefs in another format.

    The suffix of FILE says what is read (.md, .json, .txt); of standard input (-), a text that
    begins with a brace is JSON, and any other is Markdown. What is written follows from --to or
    the suffix of OUT, and is otherwise JSON for Markdown, and Markdown for everything else.
    """
    from diplobrief.cli.conversion import convert

    ctx.exit(convert(files, read_as, write_as, output))
