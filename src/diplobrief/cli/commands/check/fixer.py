"""`check --fix` and `--diff`: automatic fixes to a file, and what they would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplobrief.checks import fix_document
from diplobrief.cli.console import count_of, echo, print_findings
from diplobrief.cli.diff import print_diff
from diplobrief.cli.inputs import STDIN, NotABrief, UnreadableError, expand, read
from diplobrief.cli.outputs import write
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks import FixResult, Settings
    from diplobrief.cli.inputs import LoadedFile
    from diplobrief.formats.document import Document


def fix_file(file: LoadedFile, settings: Settings) -> tuple[Document, list[str]]:
    """Apply the automatic fixes of a file, and write it if there are any.

    Args:
        file: The file.
        settings: Which rules apply to it.

    Returns:
        The fixed document, and messages that say what was fixed and what was not.

    Raises:
        BriefError: The file is not a valid brief.
        UnwritableError: The file cannot be written; it is unchanged.
    """
    document, result = fix_document(file.document, settings)
    messages: list[str] = []
    if result.fixed:
        write(file.source.path, result.text, source=file)
        others = "" if result.is_complete else "; run the command again to fix the others"
        messages.append(f"{count_of(len(result.fixed), 'finding')} fixed{others}")
    return document, messages + _notice_of_unfixed(result)


def show_fixes(files: Sequence[str], settings: Settings, input_format: str | None) -> int:
    """Show what the fixes of all files that the arguments name would change.

    Returns:
        The exit code: 1 if anything would change, 2 if a file cannot be read.

    Raises:
        click.UsageError: Standard input is among the files.
    """
    if STDIN in files:
        raise click.UsageError("--diff works on files, not on standard input.")
    exit_code = 0
    for item in expand(files, folders=True, rewritten=True):
        if isinstance(item, UnreadableError):
            print_findings(item.findings)
            exit_code = FAILED
            continue
        try:
            file = read(item, input_format)
            _, result = fix_document(file.document, settings.for_file(item.name))
        except (BriefError, NotABrief):
            continue
        if result.fixed:
            print_diff(file.text, result.text, item.path)
            exit_code = max(exit_code, 1)
        for message in _notice_of_unfixed(result):
            echo(f"{visible(item.path)}: {message}", err=True)
    return exit_code


def _notice_of_unfixed(result: FixResult) -> list[str]:
    if not result.left:
        return []
    return [f"{count_of(len(result.left), 'finding')} not fixed; run diplobrief fmt on it first"]
