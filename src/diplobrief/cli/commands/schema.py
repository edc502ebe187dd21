"""`diplobrief schema`: the JSON Schema of a brief."""

from __future__ import annotations

import click


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
    type=click.Choice(["full", "frontmatter", "llm", "typescript", "json-ld", "terms"]),
    help="full: a brief as JSON (this is printed where nothing is said); "
    "frontmatter: the YAML at the head of a brief in Markdown; "
    "llm: for engines of structured output; typescript: declarations; "
    "json-ld: the context of briefs as linked data; terms: the vocabulary that it points to.",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="File to write.")
@click.option(
    "--output-dir",
    metavar="FOLDER",
    type=click.Path(),
    help="Folder into which the files of all profiles are written.",
)
@click.pass_context
def command(
    ctx: click.Context, profile: str | None, output: str | None, output_dir: str | None
) -> None:
    """Print the JSON Schema of a brief, or what else other languages need.

    It is of draft 2020-12. Editors complete and check briefs with it, and programs in other
    languages validate with it.
    """
    from diplobrief.cli.outputs import STDOUT, deliver

    if output_dir is None:
        from diplobrief.schema import published_text

        ctx.exit(deliver(output or STDOUT, published_text(profile or "full")))
    if profile or output:
        raise click.UsageError("--output-dir writes every profile; leave --profile and -o out.")
    ctx.exit(_write_all(output_dir))


def _write_all(folder: str) -> int:
    from diplobrief.cli.console import report, say
    from diplobrief.cli.outputs import unwritable
    from diplobrief.cli.program import FAILED
    from diplobrief.diagnostics.terminal_text import visible
    from diplobrief.schema import write_schemas

    try:
        written = write_schemas(folder)
    except OSError as error:
        report(unwritable(folder, error).findings)
        return FAILED
    for path in written:
        say(f"{visible(str(path))} written", err=True)
    return 0
