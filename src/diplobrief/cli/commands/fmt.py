"""`diplobrief fmt`: briefs in the canonical form."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.cli.batch import process
from diplobrief.cli.console import count_of, echo
from diplobrief.cli.diff import print_diff
from diplobrief.cli.inputs import STDIN, expand
from diplobrief.cli.outputs import STDOUT, write
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.bounds import bounded
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.diagnostics import Span
    from diplobrief.formats.document import Document


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
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Don't write anything; list the files that would change.",
)
@click.option(
    "--diff", "only_diff", is_flag=True, help="Don't write anything; show what would change."
)
@options.input_format
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    input_format: str | None,
    *,
    only_check: bool,
    only_diff: bool,
) -> None:
    """Rewrite briefs in the canonical form.

    The content of a brief stays the same; the order of members, quotation marks, indentation and
    line ends become those that diplobrief writes. Files that are already in this form are not
    touched. A Markdown file with comments in its front matter is reported and left unchanged,
    because the comments would be lost. The same applies to a file with numbers that would be
    written otherwise, such as 0042.

    FILE is a file, a pattern, a folder (all briefs below it, as for check), or - for standard
    input, which is written to standard output.

    The exit code is 1 if --check or --diff finds a file that would change, or if a file is left
    unchanged because of its comments or numbers. It is 2 if a file cannot be read or written, or
    is not a valid brief.
    """
    mode = Mode.DIFF if only_diff else Mode.CHECK if only_check else Mode.REWRITE
    formatter = Formatter(mode, input_format)
    formatter.run(files)
    if files != (STDIN,):
        formatter.print_summary()
    ctx.exit(formatter.exit_code)


class Mode(Enum):
    """What to do with a file that is not in the canonical form."""

    REWRITE = "rewritten"
    CHECK = "would be rewritten"
    DIFF = "would change"


class RefusedError(BriefError):
    """A valid brief is left unchanged because rewriting would lose something."""


class Formatter:
    """Formats files one by one and counts them; a failure does not stop the rest.

    Args:
        mode: What to do with a file that is not in the canonical form.
        input_format: The format of the files (default: from each file's suffix).
    """

    def __init__(self, mode: Mode, input_format: str | None = None) -> None:
        self.exit_code: int = 0
        self._mode = mode
        self._input_format = input_format
        self._changed = self._unchanged = self._failed = self._skipped = 0

    def run(self, files: Sequence[str]) -> None:
        """Format all files that the arguments name, or report what would change."""
        inputs = expand(files, folders=True, rewritten=True)
        outcome = process(inputs, self._input_format, self._format)
        self._failed = len(outcome.errors)
        self._skipped = outcome.skipped
        if self._changed and self._mode is not Mode.REWRITE:
            self.exit_code = 1
        for error in outcome.errors:
            code = 1 if isinstance(error, RefusedError) else FAILED
            self.exit_code = max(self.exit_code, code)

    def print_summary(self) -> None:
        """Print how many files were rewritten, and how many were not."""
        not_a_brief = "not a brief" if self._skipped == 1 else "not briefs"
        counts = (
            (self._changed, self._mode.value),
            (self._unchanged, "unchanged"),
            (self._failed, "not rewritten because of errors"),
            (self._skipped, f"skipped ({not_a_brief})"),
        )
        parts = [f"{count_of(count, 'file')} {what}" for count, what in counts if count]
        echo(f"{', '.join(parts) or 'no briefs found'}.", err=True)

    def _format(self, file: LoadedFile) -> None:
        canonical = _canonical(file)
        source = file.source
        is_changed = file.data != canonical.encode()
        if self._mode is Mode.REWRITE and source.path == STDIN:
            write(STDOUT, canonical)
        elif is_changed and self._mode is Mode.DIFF:
            print_diff(file.data.decode(), canonical, source.name)
        elif is_changed and self._mode is Mode.CHECK:
            echo(f"{visible(source.name)} would be rewritten")
        elif is_changed:
            write(source.path, canonical, source=file)
            echo(f"{visible(source.name)} rewritten")
        self._changed += is_changed
        self._unchanged += not is_changed


def _canonical(file: LoadedFile) -> str:
    known = file.format
    if not known.is_written:
        message = f"The format {known.name} can only be read"
        raise BriefError([Finding("format_read_only", message, hint="use diplobrief import")])
    _require_valid(file.document)
    _refuse_comments(file.document.comments())
    respelled = file.document.respelled()
    if respelled:
        errors = [replace(finding, severity=Severity.ERROR) for finding in respelled]
        raise RefusedError(bounded(errors))
    canonical = file.document.formatted()
    if not file.document.has_same_brief(canonical):
        message = "Formatting would change the content; this is a bug in diplobrief"
        raise RefusedError(
            [Finding("internal", message, hint="please report it and attach the file")]
        )
    return canonical


def _require_valid(document: Document) -> None:
    """Raise `BriefError` if the brief is not valid. No variable keeps a large brief in memory."""
    _ = document.brief


def _refuse_comments(comments: Sequence[Span]) -> None:
    if comments:
        which = "a comment" if len(comments) == 1 else f"{len(comments)} comments"
        raise RefusedError(
            [
                Finding(
                    "fmt_comments",
                    f"The front matter contains {which}, which formatting would remove",
                    hint="move the comment into a note, or remove it",
                    span=comments[0],
                )
            ]
        )
