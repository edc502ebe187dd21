"""`diplobrief convert`: briefs in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from diplobrief.cli import options
from diplobrief.cli.batch import process
from diplobrief.cli.inputs import expand
from diplobrief.cli.outputs import (
    STDOUT,
    UnwritableError,
    file_in,
    format_of_output,
    is_folder,
    write,
)
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import Finding
from diplobrief.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.cli.inputs import InputFile, LoadedFile
    from diplobrief.model import Brief


@click.command(
    "convert",
    epilog="""\b
    Examples:
      diplobrief convert note.md -o note.json
      diplobrief convert note.json > note.md
      diplobrief convert briefs/*.md -o json/
      curl -s https://example.org/note.json | diplobrief convert - --to markdown
    """,
)
@options.files
@options.output
@options.input_format
@options.output_format
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    output: str,
    input_format: str | None,
    output_format: str | None,
) -> None:
    """Convert briefs to another format.

    The input format follows from the suffix of FILE (.md, .json, .txt). Standard input (-) is
    JSON if it begins with a brace, and Markdown otherwise. The output format follows from --to
    or from the suffix of OUT; by default, Markdown becomes JSON, and all else becomes Markdown.
    """
    ctx.exit(convert_files(files, input_format, output_format, output))


def convert_files(
    files: Sequence[str],
    input_format: str | None,
    output_format: str | None,
    output: str,
    change: Callable[[LoadedFile], Brief] | None = None,
    encoding: str | None = None,
) -> int:
    """Convert each file; a failure does not stop the rest.

    Args:
        files: Names, patterns, and `-`.
        input_format: The format of the input (default: from each file's suffix).
        output_format: The format of the output (default: from the suffix of the output, else
            JSON for Markdown, and Markdown for everything else).
        output: A file, a folder, or `-`.
        change: Returns the brief of a file with the change to write (default: the brief as it is).
        encoding: The encoding of the input (default: UTF-8).

    Returns:
        The exit code.

    Raises:
        click.UsageError: There are several files for one output, or the output format is unknown.
    """
    inputs = list(expand(files))
    into_folder = is_folder(output)
    if len(inputs) > 1 and not into_folder:
        raise click.UsageError("With more than one input, -o must be a folder (-o FOLDER/).")
    if output_format is None and output != STDOUT and not into_folder:
        output_format = format_of_output(output)
    written: dict[str, InputFile] = {}

    def convert(file: LoadedFile) -> None:
        brief = file.document.brief if change is None else change(file)
        name = output_format or ("json" if file.format.name == "markdown" else "markdown")
        target = output
        if into_folder:
            target = file_in(output, file.source.path, name)
            if target in written:
                message = f"This file was already written from {written[target].name}"
                raise UnwritableError(
                    [Finding("file_unwritable", message, hint="use another folder", file=target)]
                )
            written[target] = file.source
        write(target, FORMATS[name].write(brief), source=file)

    return FAILED if process(inputs, input_format, convert, encoding).errors else 0
