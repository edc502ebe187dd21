"""The command `diplobrief`; one small file a command, in `commands`."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command with the arguments of this process, and end the process."""
    if hasattr(signal, "SIGPIPE"):
        # Whoever reads our output may stop reading: then we end as quietly as other tools.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # What is shown to people must not fail where the terminal lacks a character.
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        from diplobrief.cli.program import program
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(program.main(prog_name="diplobrief"))
