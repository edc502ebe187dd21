"""A progress bar on standard error for long runs."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

import click

from diplobrief.cli.console import is_terminal

if TYPE_CHECKING:
    from types import TracebackType

_DELAY: Final = 1.0
_INTERVAL: Final = 0.1
_WIDTH: Final = 24


class Progress:
    """A progress bar, shown only on a terminal and only after a second.

    `click.progressbar` cannot be cleared to print a finding, and hides the cursor while it runs,
    which a command that is killed would leave hidden.

    Args:
        label: What is in progress.
        total: The number of steps.
    """

    def __init__(self, label: str, total: int) -> None:
        self._label = label
        self._total = total
        self._done = 0
        self._shown = ""
        self._next = monotonic() + _DELAY
        self._is_enabled = total > 1 and is_terminal(sys.stderr)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.clear()

    def advance(self) -> None:
        """Count one step, and redraw the bar if it is due."""
        self._done += 1
        if not self._is_enabled or monotonic() < self._next:
            return
        self._next = monotonic() + _INTERVAL
        filled = _WIDTH * self._done // self._total
        bar = "#" * filled + "-" * (_WIDTH - filled)
        # The text never gets shorter, so it covers what it replaces.
        self._shown = f"{self._label} [{bar}] {self._done} of {self._total}"
        click.echo(f"\r{self._shown}", nl=False, err=True)

    def clear(self) -> None:
        """Remove the bar so that something else can be printed."""
        if self._shown:
            click.echo(f"\r{' ' * len(self._shown)}\r", nl=False, err=True)
            self._shown = ""
