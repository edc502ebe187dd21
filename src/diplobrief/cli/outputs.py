"""Where a command writes: standard output, byte for byte, or a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

import click

from diplobrief.cli.inputs import STDIN, is_existing_folder
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.formats import FORMATS, format_of_file
from diplobrief.replacement import ChangedFileError

if TYPE_CHECKING:
    from diplobrief.cli.inputs import LoadedFile

STDOUT: Final = "-"


class UnwritableError(BriefError):
    """A file cannot be written."""


def is_folder(output: str) -> bool:
    """Return whether an output is a folder: an existing one, or a name that ends with a slash."""
    return output.endswith(("/", os.sep)) or (output != STDOUT and is_existing_folder(output))


def file_in(folder: str, source: str, format_name: str) -> str:
    """Return the output file in a folder for an input file."""
    stem = "stdin" if source == STDIN else PurePath(source).stem
    return str(Path(folder, stem + FORMATS[format_name].suffixes[0]))


def format_of_output(output: str) -> str:
    """Return the name of the format that follows from the suffix of an output file.

    Raises:
        click.UsageError: The suffix is not that of a format that can be written.
    """
    known = format_of_file(output)
    if known is None or not known.is_written:
        options = " or ".join(
            f"--to {format.name}" for format in FORMATS.values() if format.is_written
        )
        raise click.UsageError(
            f"Cannot tell the output format from the suffix of "
            f"{click.format_filename(output)!r}; specify {options}."
        )
    return known.name


def write(output: str, text: str, *, source: LoadedFile | None = None) -> None:
    """Write text to standard output or to a file.

    Args:
        output: The file, or `-`.
        text: The text.
        source: The file that the text was made of. If it is also the output, it is replaced only
            if it was not changed in the meantime.

    Raises:
        UnwritableError: The file cannot be written; an existing file is unchanged.
        OSError: Standard output cannot be written.
    """
    if output == STDOUT:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed")
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
        return
    from diplobrief.replacement import write_atomically

    before = source.data if source is not None and _is_same(output, source.source.path) else None
    try:
        write_atomically(output, text, before=before)
    except OSError as error:
        raise unwritable(output, error) from None


def _is_same(output: str, source: str) -> bool:
    try:
        return source != STDIN and Path(output).samefile(source)
    except OSError:
        return False


def write_or_report(output: str, text: str) -> int:
    """Write text, or report why it cannot be written; return the exit code."""
    from diplobrief.cli.console import print_findings

    try:
        write(output, text)
    except UnwritableError as error:
        print_findings(error.findings)
        return FAILED
    return 0


def unwritable(output: str, error: OSError) -> UnwritableError:
    """Return the error for a file that cannot be written."""
    reason = (error.strerror or str(error)).lower()
    hint = ""
    folder = Path(output).parent
    if isinstance(error, ChangedFileError):
        hint = "run the command again"
    elif isinstance(error, FileNotFoundError) and not folder.exists():
        hint = f"create the folder {folder} first"
    message = f"Cannot write the file: {reason}"
    return UnwritableError([Finding("file_unwritable", message, hint=hint, file=output)])
