"""`diplobrief review`: suggested facts one by one, accepted, edited or rejected by single keys."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.cli.console import is_terminal, print_findings
from diplobrief.cli.decisions import reviewed_by, reviewed_on
from diplobrief.cli.inputs import (
    STDIN,
    InputFile,
    NotABrief,
    UnreadableError,
    expand,
    in_file,
    read,
)
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError, Finding

if TYPE_CHECKING:
    from diplobrief.cli.inputs import LoadedFile


@click.command(
    "review",
    epilog="""\b
    Examples:
      diplobrief review note.md
      diplobrief review briefs/ --by "A. Editor"

    \b
    Keys:
      a  accept  confirm the fact, or keep its corrections, and go on
      e  edit    correct a member of the fact
      r  reject  remove the fact; it is not suggested again
      s  skip    decide later, and go on
      u  undo    undo the last decision
      b  back    go back to the previous fact, decided or not
      q  quit    end the review
      ?  help    show the keys
    """,
)
@options.files
@reviewed_by(is_required=False)
@reviewed_on
@options.input_format
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    by: str | None,
    on: str,
    input_format: str | None,
) -> None:
    """Decide about the suggested facts of briefs, one by one.

    Each fact is shown with the paragraph that states it, in which the passage is marked. A single
    key decides what happens to it. If you edit a fact, the whole brief is checked at once, and
    every problem is shown.

    FILE is a file, a pattern or a folder. It is saved after every decision, so nothing is lost
    however the review ends: with q, with Ctrl-C, or because the terminal is closed. Only decided
    facts are written; everything else stays as it is. Undoing a decision restores every character.

    The command needs a terminal. Without one, it names the commands to use instead. The exit code
    is then 2, as it is if a file cannot be read or written.
    """
    from diplobrief.cli.keyboard import Keyboard
    from diplobrief.cli.reviewer import QuitReview, Reviewer

    if not is_terminal(sys.stdin) or not is_terminal(sys.stdout):
        raise click.UsageError(
            "review asks questions, and needs a terminal. "
            "Use diplobrief confirm and diplobrief reject instead."
        )
    if STDIN in files:
        raise click.UsageError("Standard input cannot be changed; name a file.")
    name = by or click.prompt("Your name, for reviewed_by", err=True).strip()
    inputs = [*expand(files, folders=True, rewritten=True)]
    exit_code = 0
    with Keyboard() as keyboard:
        for number, item in enumerate(inputs, 1):
            place = f"file {number} of {len(inputs)}" if len(inputs) > 1 else ""
            file: LoadedFile | None = None
            try:
                file = _loaded(item, input_format)
                Reviewer(file, place, keyboard, by=name, on=on).run()
            except NotABrief:
                continue
            except QuitReview:
                break
            except BriefError as error:
                findings = in_file(error.findings, file.source) if file else error.findings
                print_findings(findings, file.text if file else "")
                exit_code = FAILED
    ctx.exit(exit_code)


def _loaded(item: InputFile | UnreadableError, input_format: str | None) -> LoadedFile:
    if isinstance(item, UnreadableError):
        raise item
    file = read(item, input_format)
    if not file.format.is_written:
        message = f"The format {file.format.name} can only be read"
        hint = "use diplobrief suggest FILE -o FILE.md, and review that file"
        raise BriefError(in_file([Finding("format_read_only", message, hint=hint)], item))
    return file
