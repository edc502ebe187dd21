"""`diplobrief confirm`: suggested facts that a person confirms."""

from __future__ import annotations

from functools import partial

import click

from diplobrief.cli import options
from diplobrief.cli.decisions import decide, reviewed_by, reviewed_on


@click.command(
    "confirm",
    epilog="""\b
    Examples:
      diplobrief confirm note.md q1 m2 --by "A. Editor"
      diplobrief confirm note.md lake#m2 --by "A. Editor" --on 2026-03-04
      diplobrief confirm --all note.md other.json --by "A. Editor"
    """,
)
@click.argument(
    "arguments", nargs=-1, required=True, metavar="FILE [ID]...", type=options.FileName()
)
@reviewed_by(is_required=True)
@reviewed_on
@click.option("--all", "every", is_flag=True, help="Confirm all suggested facts of each FILE.")
@options.input_format
@click.pass_context
def command(
    ctx: click.Context,
    arguments: tuple[str, ...],
    by: str,
    on: str,
    *,
    every: bool,
    input_format: str | None,
) -> None:
    """Confirm suggested facts: their provenance becomes confirmed.

    FILE is changed in place; only the provenance of these facts is written, and everything else
    in the file stays as it is. ID is the id of a fact, such as q1. A milestone is treaty#milestone,
    or the id of the milestone alone if no other fact has it. With --all, every argument is a file,
    a pattern or a folder.

    If an ID is unknown, or its fact is not a suggestion, nothing is changed, and the exit code
    is 2.
    """
    from diplobrief.extraction.review.decisions import with_confirmed

    change = partial(with_confirmed, by=by, on=on)
    ctx.exit(
        decide(arguments, every=every, input_format=input_format, change=change, done="confirmed")
    )
