"""Where a command writes: standard output, byte for byte, or a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path, PurePath
from typing import Final

from diplobrief.cli.folders import names_folder
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.formats import FORMATS

STDOUT: Final = "-"


class UnwritableError(BriefError):
    """A file cannot be written."""


def is_folder(output: str) -> bool:
    """Say whether an output names a folder: one that exists, or a name with a slash behind it."""
    return output.endswith(("/", os.sep)) or (output != STDOUT and names_folder(output))


def file_in(folder: str, source: str, format_name: str) -> str:
    """Return the file in a folder that takes what is made of a source."""
    stem = "stdin" if source == "-" else PurePath(source).stem
    return str(Path(folder, stem + FORMATS[format_name].suffixes[0]))


def write(output: str, text: str) -> None:
    """Write a text to standard output or to a file.

    Raises:
        UnwritableError: The file cannot be written; an old one is as it was.
        OSError: Standard output cannot be written.
    """
    if output == STDOUT:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed")
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
        return
    try:
        _write_file(output, text)
    except OSError as error:
        raise unwritable(output, error) from None


def deliver(output: str, text: str) -> int:
    """Write a text, or report what keeps it from being written; return the exit code."""
    from diplobrief.cli.console import report

    try:
        write(output, text)
    except UnwritableError as error:
        report(error.findings)
        return FAILED
    return 0


def unwritable(output: str, error: OSError) -> UnwritableError:
    """Return the error for a file that cannot be written."""
    reason = (error.strerror or str(error)).lower()
    message = f"The file cannot be written: {reason}"
    hint = ""
    if isinstance(error, FileNotFoundError):
        hint = f"make the folder {Path(output).parent} first"
    return UnwritableError([Finding("file_unwritable", message, hint=hint, file=output)])


def _write_file(output: str, text: str) -> None:
    from diplobrief.files import write_atomically

    place = Path(output)
    if place.exists() and not place.is_file():
        # A device or a pipe is written to; only a file can be replaced.
        place.write_bytes(text.encode())
    else:
        write_atomically(output, text)
