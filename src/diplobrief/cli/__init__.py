"""The command line, `diplobrief`; each command has its own module in `commands`."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from typing import Final, NoReturn, TextIO, cast

__all__ = ["TERMINATING", "main"]

TERMINATING: Final = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""The signals that ask a process to end."""


def main() -> NoReturn:
    """Run the command with the arguments of this process, then exit."""
    if hasattr(signal, "SIGPIPE"):
        # If the reader of our output closes the pipe, end quietly like other tools.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    _clean_up_when_terminated()
    # A large brief has a million values, none of them garbage: the usual thresholds would have
    # them all looked at again and again, which doubles the time.
    gc.set_threshold(50_000, 20, 100)
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


def _clean_up_when_terminated() -> None:
    """Turn signals to end into `SystemExit`, so that temporary files are removed on the way."""
    own_process = os.getpid()

    def end(number: int, _frame: object) -> NoReturn:
        if os.getpid() != own_process:
            os._exit(128 + number)  # A worker that has not begun yet has no files to remove.
        raise SystemExit(128 + number)

    for number in TERMINATING:
        # `nohup` ignores one of them, and so does this process then.
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)


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
