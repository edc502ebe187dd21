"""Work on many documents one by one, so that a failure does not stop the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diplobrief.cli.console import print_findings
from diplobrief.cli.inputs import (
    InputFile,
    LoadedFile,
    NotABrief,
    UnreadableError,
    in_file,
    read,
    too_little_memory,
)
from diplobrief.diagnostics import BriefError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(slots=True)
class Outcome:
    """The files of a batch that were not processed.

    Args:
        errors: The error of each file that failed; each has been reported.
        skipped: The number of files in folders that are not briefs.
    """

    errors: list[BriefError] = field(default_factory=list[BriefError])
    skipped: int = 0


def process(
    inputs: Iterable[InputFile | UnreadableError],
    input_format: str | None,
    work: Callable[[LoadedFile], None],
    encoding: str | None = None,
) -> Outcome:
    """Read each file and pass it to `work`; report an error and go on with the next file.

    Args:
        inputs: The files, as `expand` yields them.
        input_format: The format of the files (default: from each file's suffix).
        work: What to do with a file; may raise `BriefError`.
        encoding: The encoding of the files (default: UTF-8).
    """
    outcome = Outcome()
    for item in inputs:
        file: LoadedFile | None = None
        try:
            if isinstance(item, UnreadableError):
                raise item
            file = read(item, input_format, encoding)
            work(file)
        except NotABrief:
            outcome.skipped += 1
        except MemoryError:
            error = too_little_memory(item) if isinstance(item, InputFile) else item
            print_findings(error.findings)
            outcome.errors.append(error)
        except BriefError as refused:
            if file is None:
                print_findings(refused.findings)
            else:
                print_findings(in_file(refused.findings, file.source), file.text)
            outcome.errors.append(refused)
    return outcome
