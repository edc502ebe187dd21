"""`diplobrief reject`: suggested facts that a person rejects."""

from __future__ import annotations

import click

from diplobrief.cli import options
from diplobrief.cli.decisions import decide


@click.command(
    "reject",
    epilog="""\b
    Examples:
      diplobrief reject note.md q1 m2
      diplobrief reject note.json lake#m2
      diplobrief reject --all note.md
    """,
)
@click.argument(
    "arguments", nargs=-1, required=True, metavar="FILE [ID]...", type=options.FileName()
)
@click.option("--all", "every", is_flag=True, help="Reject all suggested facts of each FILE.")
@options.input_format
@click.pass_context
def command(
    ctx: click.Context, arguments: tuple[str, ...], *, every: bool, input_format: str | None
) -> None:
    """Reject suggested facts: they are removed, and are not suggested again.

    FILE is changed in place, and everything but these facts stays as it is. They are
    recorded in the member rejected. ID is the id of a fact, such as q1. A milestone is
    treaty#milestone, or the id of the milestone alone if no other fact has it. With --all, every
    argument is a file, a pattern or a folder.

    Suggested facts that refer to a rejected fact lose the reference. Those that cannot do without
    it, such as a quote without its speaker, are rejected too.

    If an ID is unknown, or its fact is not a suggestion, or a fact that is not suggested refers
    to it, nothing is changed, and the exit code is 2.
    """
    from diplobrief.extraction.review.decisions import with_rejected

    ctx.exit(
        decide(
            arguments, every=every, input_format=input_format, change=with_rejected, done="rejected"
        )
    )
