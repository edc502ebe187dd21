"""`diplobrief schema`: the JSON Schema of a brief, and other artefacts for other languages."""

from __future__ import annotations

import click

from diplobrief.cli import options


@click.command(
    "schema",
    epilog="""\b
    Examples:
      diplobrief schema > brief.schema.json
      diplobrief schema --profile frontmatter
      diplobrief schema --profile typescript -o brief.d.ts
      diplobrief schema --output-dir schemas/v1
    """,
)
@click.option(
    "--profile",
    type=click.Choice(["full", "frontmatter", "llm", "facts", "typescript", "json-ld", "terms"]),
    help="full: a brief as JSON (the default); "
    "frontmatter: the YAML front matter of a brief in Markdown; "
    "llm: a brief as structured output of language models; "
    "facts: the facts that a language model finds in a text; typescript: type declarations; "
    "json-ld: the JSON-LD context; terms: the vocabulary that the context refers to.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=options.FileName(),
    help="Output file (default: -, standard output).",
)
@click.option(
    "--output-dir",
    metavar="FOLDER",
    type=options.FileName(),
    help="Write the files of all profiles to this folder.",
)
@click.pass_context
def command(
    ctx: click.Context, profile: str | None, output: str | None, output_dir: str | None
) -> None:
    """Print the JSON Schema, or another artefact for other languages.

    The schema follows draft 2020-12. Editors use it to complete and check briefs, and programs
    in other languages use it to validate them.
    """
    from diplobrief.cli.outputs import STDOUT, write_or_report

    if output_dir is None:
        from diplobrief.schema import published_text

        ctx.exit(write_or_report(output or STDOUT, published_text(profile or "full")))
    if profile or output:
        raise click.UsageError("--output-dir cannot be combined with --profile or -o.")
    ctx.exit(_write_all(output_dir))


def _write_all(folder: str) -> int:
    from diplobrief.cli.console import echo, print_findings
    from diplobrief.cli.outputs import unwritable
    from diplobrief.cli.program import FAILED
    from diplobrief.diagnostics.terminal_text import visible
    from diplobrief.schema import write_schemas

    try:
        written = write_schemas(folder)
    except OSError as error:
        print_findings(unwritable(folder, error).findings)
        return FAILED
    for path in written:
        echo(f"{visible(str(path))} written", err=True)
    return 0
