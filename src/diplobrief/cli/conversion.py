"""Briefs from one format to another: what `import` and `convert` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplobrief.cli.console import report
from diplobrief.cli.inputs import Input, Named, UnreadableError, expand, placed, read
from diplobrief.cli.outputs import STDOUT, file_in, is_folder, write
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.formats import FORMATS, format_of_file

if TYPE_CHECKING:
    from collections.abc import Sequence


def convert(files: Sequence[str], read_as: str | None, write_as: str | None, output: str) -> int:
    """Read each file and write it in another format; one that fails does not stop the others.

    Args:
        files: Names, patterns, and `-`.
        read_as: The format of the input; absent: what the suffix says.
        write_as: The format of the output; absent: what the suffix of the output says, else
            JSON for Markdown, and Markdown for everything else.
        output: A file, a folder, or `-`.

    Returns:
        The exit code.

    Raises:
        click.UsageError: The output fits neither the files nor a format.
    """
    names = list(expand(files))
    if len(names) > 1 and not is_folder(output):
        raise click.UsageError(
            "Several files need a folder to be written to: -o FOLDER/ (one file is written with -o)"
        )
    if write_as is None and output != STDOUT and not is_folder(output):
        write_as = format_of_output(output)
    code = 0
    written: dict[str, Named] = {}
    for name in names:
        document: Input | None = None
        try:
            if isinstance(name, UnreadableError):
                raise name
            document = read(name, read_as)
            _convert_one(document, write_as, output, written)
        except BriefError as error:
            found = error.findings if document is None else placed(error.findings, document.name)
            report(found, document.text if document else "")
            code = FAILED
    return code


def _convert_one(
    document: Input, write_as: str | None, output: str, written: dict[str, Named]
) -> None:
    brief = document.content.brief
    to = write_as or ("json" if document.format.name == "markdown" else "markdown")
    target = output
    if is_folder(output):
        target = file_in(output, document.name.path, to)
        if target in written:
            message = f"{written[target].shown} is already written there"
            raise BriefError([Finding("file_unwritable", message, file=target)])
        written[target] = document.name
    write(target, FORMATS[to].write(brief))


def format_of_output(output: str) -> str:
    """Return the name of the format that an output's suffix says."""
    known = format_of_file(output)
    if known is None or not known.is_written:
        choices = " or ".join(f"--to {room.name}" for room in FORMATS.values() if room.is_written)
        raise click.UsageError(
            f"The suffix of {click.format_filename(output)!r} names no format that is written; "
            f"say {choices}."
        )
    return known.name
