"""`diplobrief check`: what is wrong in briefs, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from diplobrief.cli import options

if TYPE_CHECKING:
    from diplobrief.diagnostics import Finding


@click.command(
    "check",
    epilog="""\b
    Examples:
      diplobrief check note.md
      diplobrief check briefs/ 'archive/2025-*.json'
      diplobrief check --format json note.md | jq '.[].code'
      diplobrief import note.txt | diplobrief check -
    """,
)
@options.files
@options.read_as
@click.option(
    "--format",
    "shown_as",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], read_as: str | None, shown_as: str) -> None:
    """Report what is wrong in briefs, each finding with its place.

    FILE is a file, a pattern, a folder, or - for standard input. In a folder, all Markdown and
    JSON files below it are checked that say a schema_version (in the front matter, or at the top
    of the JSON); others, and hidden ones, are passed over.

    The exit code is 1 where an error or a warning is found; a finding of severity info leaves it
    at 0. It is 2 where a file cannot be read; the other files are checked all the same.
    """
    from diplobrief.cli.checking import Checking

    checking = Checking(read_as)
    if shown_as == "text":
        checking.run(files)
        checking.summarize()
    else:
        import json

        found: list[dict[str, Any]] = []
        checking.run(files, lambda findings, _text: found.extend(map(as_data, findings)))
        # Escaped, it is the same in every encoding, and harmless on a terminal.
        click.echo(json.dumps(found, indent=2))
    ctx.exit(checking.code)


def as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data; what is not known is null."""
    from diplobrief.diagnostics import format_path

    span = finding.span
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": list(finding.path),
        "path_text": format_path(finding.path),
        "hint": finding.hint or None,
        "file": finding.file,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
    }
