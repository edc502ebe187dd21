"""The command line, `diplobrief`; each command has its own module in `commands`."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command with the arguments of this process, then exit."""
    if hasattr(signal, "SIGPIPE"):
        # If the reader of our output closes the pipe, end quietly like other tools.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # Output for people must not fail because the terminal lacks a character.
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        from diplobrief.cli.program import program
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(program.main(prog_name="diplobrief"))
