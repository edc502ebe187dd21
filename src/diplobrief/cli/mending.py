"""One run of `check --fix` over many files, before they are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplobrief.checks import fix_text
from diplobrief.cli.console import report, say
from diplobrief.cli.formatting import print_difference
from diplobrief.cli.inputs import PassedOver, UnreadableError, expand, read
from diplobrief.cli.outputs import UnwritableError, write
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.checks import FixResult, Settings


class Mending:
    """Repairs files one by one, so that a bad one never hides another.

    Args:
        settings: What is looked for.
        read_as: The format of the files; absent: what their suffixes say.
        only_diff: Whether the repairs are shown, and not made.
    """

    def __init__(self, settings: Settings, read_as: str | None = None, *, only_diff: bool) -> None:
        self.code: int = 0
        self._settings = settings
        self._read_as = read_as
        self._only_diff = only_diff

    def run(self, files: Sequence[str]) -> None:
        """Repair all files that the arguments name, or show what would be done."""
        for name in expand(files, folders=True):
            if isinstance(name, UnreadableError):
                continue  # the check that follows says so
            try:
                document = read(name, self._read_as)
                settings = self._settings.for_file(name.shown)
                mended = fix_text(document.text, document.format, settings)
            except (BriefError, PassedOver):
                continue
            self._deliver(name.path, document.text, mended)

    def _deliver(self, file: str, old: str, mended: FixResult) -> None:
        shown = visible(file)
        if mended.fixed and self._only_diff:
            print_difference(old, mended.text, file)
            self.code = max(self.code, 1)
        elif mended.fixed:
            try:
                write(file, mended.text)
            except UnwritableError as error:
                report(error.findings)
                self.code = FAILED
                return
            say(f"{shown}: {_times(len(mended.fixed))} repaired", err=True)
        if mended.left:
            left = _times(len(mended.left))
            say(f"{shown}: {left} left; run diplobrief fmt on it first", err=True)


def _times(count: int) -> str:
    return "1 finding" if count == 1 else f"{count} findings"
