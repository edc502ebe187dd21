"""The command line, `diplobrief`; each command has its own module in `commands`."""

from __future__ import annotations

import io
import signal
import sys
from typing import NoReturn, TextIO, cast

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command with the arguments of this process, then exit."""
    if hasattr(signal, "SIGPIPE"):
        # If the reader of our output closes the pipe, end quietly like other tools.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.stdout = _buffered(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        # Output for people must not fail because the terminal lacks a character.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        from diplobrief.cli.program import program
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(program.main(prog_name="diplobrief"))


def _buffered(stream: TextIO) -> TextIO:
    """Return a stream that writes every byte or fails.

    With PYTHONUNBUFFERED=1, text goes straight to the system, which may write only the first part
    of it, for instance if the disk is nearly full; nobody would notice.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    wrapper = cast("io.TextIOWrapper", stream)
    raw = cast("object", wrapper.buffer)
    if not isinstance(raw, io.RawIOBase):
        return wrapper
    encoding, errors = wrapper.encoding, wrapper.errors
    wrapper.detach()
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding, errors, line_buffering=True)
