"""`check --fix`: automatic fixes to many files, before they are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplobrief.checks import fix_document
from diplobrief.cli.console import count_of, echo, print_findings
from diplobrief.cli.diff import print_diff
from diplobrief.cli.inputs import STDIN, NotABrief, UnreadableError, expand, read
from diplobrief.cli.outputs import UnwritableError, write
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks import FixResult, Settings
    from diplobrief.cli.inputs import LoadedFile


class Fixer:
    """Fixes files one by one; a failure does not stop the rest.

    Args:
        settings: Which rules apply to which file.
        input_format: The format of the files (default: from each file's suffix).
        only_diff: Whether to show the fixes without applying them.
    """

    def __init__(
        self, settings: Settings, input_format: str | None = None, *, only_diff: bool
    ) -> None:
        self.exit_code: int = 0
        self._settings = settings
        self._input_format = input_format
        self._only_diff = only_diff

    def run(self, files: Sequence[str]) -> None:
        """Fix all files that the arguments name, or show what would change.

        Raises:
            click.UsageError: Standard input is among the files.
        """
        if STDIN in files:
            raise click.UsageError("--fix and --diff work on files, not on standard input.")
        for item in expand(files, folders=True, rewritten=True):
            if isinstance(item, UnreadableError):
                if self._only_diff:  # otherwise, the check that follows reports it
                    print_findings(item.findings)
                    self.exit_code = FAILED
                continue
            try:
                file = read(item, self._input_format)
                settings = self._settings.for_file(item.name)
                result = fix_document(file.document, settings)
            except (BriefError, NotABrief):
                continue
            self._deliver(file, result)

    def _deliver(self, file: LoadedFile, result: FixResult) -> None:
        path = file.source.path
        name = visible(path)
        if result.fixed and self._only_diff:
            print_diff(file.text, result.text, path)
            self.exit_code = max(self.exit_code, 1)
        elif result.fixed:
            try:
                write(path, result.text, source=file)
            except UnwritableError as error:
                print_findings(error.findings)
                self.exit_code = FAILED
                return
            fixed = count_of(len(result.fixed), "finding")
            others = "" if result.is_complete else "; run the command again to fix the others"
            echo(f"{name}: {fixed} fixed{others}", err=True)
        if result.left:
            left = count_of(len(result.left), "finding")
            echo(f"{name}: {left} not fixed; run diplobrief fmt on the file first", err=True)
