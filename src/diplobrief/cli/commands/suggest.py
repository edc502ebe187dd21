"""`diplobrief suggest`: briefs with the facts that their narrative states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.cli.commands.convert import convert_files
from diplobrief.cli.console import count_of, echo
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.model import Brief


@click.command(
    "suggest",
    epilog="""\b
    Examples:
      diplobrief suggest note.txt -o note.md
      diplobrief suggest note.md -o note.md
      diplobrief suggest note.txt | diplobrief show -
      diplobrief suggest mail/*.txt -o briefs/
    """,
)
@options.files
@options.output
@options.input_format
@options.output_format
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    output: str,
    input_format: str | None,
    output_format: str | None,
) -> None:
    """Add the facts that the narrative of briefs states.

    The facts are actors, quotes, and treaties with their milestones. They are found by rules,
    without a network and without a language model. Each has a passage of the narrative as
    evidence, and is marked as suggested until a person confirms it. Facts that a brief has are
    not changed, and not suggested again.

    The narrative has to be in English. The output format follows from --to or from the suffix of
    OUT; by default, JSON stays JSON, and all else becomes Markdown. In a file that keeps its
    format, everything but the new facts stays as it is, comments included.
    """
    from diplobrief.cli.suggestions import DocumentWithSuggestions

    def with_facts(file: LoadedFile) -> Brief:
        brief = file.document.brief
        suggested = DocumentWithSuggestions(file.document).brief
        echo(f"{visible(file.source.name)}: {_summary(brief, suggested)} suggested", err=True)
        return suggested

    ctx.exit(convert_files(files, input_format, output_format, output, with_facts))


def _summary(before: Brief, after: Brief) -> str:
    """Return how many facts are new, such as "2 actors, 1 quote"."""
    counts = (
        (len(after.actors) - len(before.actors), "actor"),
        (len(after.quotes) - len(before.quotes), "quote"),
        (_milestones(after) - _milestones(before), "milestone"),
    )
    return ", ".join(count_of(count, noun) for count, noun in counts if count) or "nothing"


def _milestones(brief: Brief) -> int:
    return sum(len(treaty.milestones) for treaty in brief.treaties)
