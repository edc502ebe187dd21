"""How far a long run has come, for people who wait at a terminal."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

from diplobrief.cli.console import is_terminal

if TYPE_CHECKING:
    from types import TracebackType

_PATIENCE: Final = 1.0
_INTERVAL: Final = 0.1
_WIDTH: Final = 24


class Progress:
    """A bar on standard error; only on a terminal, and only once a second has passed.

    Args:
        doing: What is being done.
        total: How many steps there are.
    """

    def __init__(self, doing: str, total: int) -> None:
        self._doing = doing
        self._total = total
        self._done = 0
        self._is_shown = False
        self._next = monotonic() + _PATIENCE
        self._is_wanted = total > 1 and is_terminal(sys.stderr)

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
        """Count one step, and show it where it is time."""
        self._done += 1
        if not self._is_wanted or monotonic() < self._next:
            return
        self._next = monotonic() + _INTERVAL
        full = _WIDTH * self._done // self._total
        bar = "#" * full + "-" * (_WIDTH - full)
        self._write(f"\r{self._doing} [{bar}] {self._done} of {self._total}\x1b[K")
        self._is_shown = True

    def clear(self) -> None:
        """Take the bar away, so that something else can be printed."""
        if self._is_shown:
            self._write("\r\x1b[K")
            self._is_shown = False

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
