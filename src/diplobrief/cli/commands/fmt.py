"""`diplobrief fmt`: briefs in the canonical form."""

from __future__ import annotations

import click

from diplobrief.cli import options


@click.command(
    "fmt",
    epilog="""\b
    Examples:
      diplobrief fmt note.md
      diplobrief fmt --check briefs/
      diplobrief fmt --diff note.json
      diplobrief fmt --from markdown - < note.md
    """,
)
@options.files
@click.option("--check", "only_check", is_flag=True, help="Rewrite nothing; list what would be.")
@click.option("--diff", "only_diff", is_flag=True, help="Rewrite nothing; show what would change.")
@options.read_as
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    read_as: str | None,
    *,
    only_check: bool,
    only_diff: bool,
) -> None:
    """Rewrite briefs in the canonical form.

    What a brief says stays the same: order of members, quotation marks, indentation and line
    ends become those that diplobrief writes. A file that is in this form already is not touched,
    and a Markdown file with comments in its front matter is left alone and named, since they
    would be lost.

    FILE is a file, a pattern, a folder (all briefs below it, as for check), or - for standard
    input, which is written to standard output. With --check or --diff the exit code is 1 where a
    file would change.
    """
    from diplobrief.cli.formatting import Formatting, Mode

    mode = Mode.DIFF if only_diff else Mode.CHECK if only_check else Mode.REWRITE
    formatting = Formatting(mode, read_as)
    formatting.run(files)
    if files != ("-",):
        formatting.summarize()
    ctx.exit(formatting.code)
