"""A run of `suggest` over many files, in this process or in several."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from diplobrief.cli.console import count_of, echo, print_findings
from diplobrief.cli.inputs import LoadedFile, NotABrief, UnreadableError, in_file, read
from diplobrief.cli.outputs import STDOUT, UnwritableError, file_in, write
from diplobrief.cli.program import FAILED
from diplobrief.cli.progress import Progress
from diplobrief.cli.workers import mapped
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.diagnostics.terminal_text import visible
from diplobrief.formats import FORMATS
from diplobrief.model.fact_index import facts_with_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diplobrief.checks.with_suggestions import FactFinder
    from diplobrief.cli.inputs import InputFile
    from diplobrief.model import Brief

MIN_FILES_FOR_PROCESSES: Final = 150
"""From this number of files, starting processes saves more time than it costs."""

_NOUNS: Final = {
    "actors": "actor",
    "quotes": "quote",
    "events": "event",
    "milestones": "milestone",
    "acts": "act",
    "sources": "source",
}
"""The lists of facts that are counted. Treaties are counted only if they have no milestones."""


@dataclass(frozen=True, slots=True)
class Output:
    """Where briefs with suggested facts are written.

    Args:
        target: A file, a folder, or `-`; empty if each file is changed in place.
        format: The name of the format (default: JSON for JSON, and Markdown for all else).
        is_folder: Whether the target is a folder.
    """

    target: str
    format: str | None
    is_folder: bool

    def format_for(self, file: LoadedFile) -> str:
        """Return the name of the format in which a file is written."""
        return self.format or ("json" if file.format.name == "json" else "markdown")

    def target_for(self, file: LoadedFile) -> str:
        """Return the file that is written, or `-`."""
        if not self.target:
            return file.source.path
        if self.is_folder:
            return file_in(self.target, file.source.path, self.format_for(file))
        return self.target


@dataclass(frozen=True, slots=True)
class SuggestedFile:
    """What became of a file.

    Args:
        name: The name of the file.
        summary: How many facts are suggested; empty if the file was not read.
        findings: What is wrong with it, or only a warning if there is a summary.
        text: Its text, if there are findings.
        printed: The brief, if it goes to standard output.
    """

    name: str
    summary: str = ""
    findings: Sequence[Finding] = ()
    text: str = ""
    printed: str | None = None


def suggest_in_files(
    inputs: Sequence[InputFile | UnreadableError],
    input_format: str | None,
    output: Output,
    add_facts: Callable[[LoadedFile], FactFinder],
    jobs: int | None,
) -> int:
    """Add facts to each file and write the result; a failure does not stop the rest.

    Args:
        inputs: The files.
        input_format: Their format (default: from each file's suffix).
        output: Where to write.
        add_facts: Returns what adds the facts that the narrative of a file states.
        jobs: The number of processes (default: one, or one per core for many files).

    Returns:
        The exit code.
    """
    work = partial(suggest_in_file, input_format=input_format, output=output, add_facts=add_facts)
    exit_code = 0
    with (
        Progress("Reading", len(inputs)) as progress,
        mapped(work, inputs, jobs, MIN_FILES_FOR_PROCESSES) as results,
    ):
        for done in results:
            if done.summary or done.findings:
                progress.clear()
            if done.findings:
                print_findings(done.findings, done.text)
            if done.findings and not done.summary:
                exit_code = FAILED
            if done.summary:
                echo(f"{visible(done.name)}: {done.summary} suggested", err=True)
            if done.printed is not None:
                write(STDOUT, done.printed)
            progress.advance()
    return exit_code


def suggest_in_file(
    source: InputFile | UnreadableError,
    input_format: str | None,
    output: Output,
    add_facts: Callable[[LoadedFile], FactFinder],
) -> SuggestedFile:
    """Add facts to one file; everything that goes wrong becomes a finding."""
    from diplobrief.checks.with_suggestions import DocumentWithSuggestions

    if isinstance(source, UnreadableError):
        return SuggestedFile(source.first.file or "", findings=source.findings)
    file: LoadedFile | None = None
    try:
        file = read(source, input_format)
        before = file.document.brief
        with_facts = DocumentWithSuggestions(file.document, add_facts(file))
        after = with_facts.brief
        notices = in_file(with_facts.reported(), source)
        format_name, target = output.format_for(file), output.target_for(file)
        is_same = format_name == file.format.name or not output.target
        text = file.document.edited(after) if is_same else FORMATS[format_name].write(after)
        summary = _summary(before, after)
        if target != STDOUT and (after != before or target != source.path):
            write(target, text, source=file)
        return SuggestedFile(
            source.name,
            summary,
            notices,
            text=file.text if notices else "",
            printed=text if target == STDOUT else None,
        )
    except NotABrief:
        return SuggestedFile(source.name)
    except UnwritableError as error:
        findings = list(error.findings)
    except BriefError as error:
        findings = in_file(error.findings, source)
    except Exception as error:  # noqa: BLE001 - the other files must still be read
        message = f"No facts can be suggested: {type(error).__name__}: {error}"
        hint = "this is a bug in diplobrief; please report it and attach the file"
        findings = in_file([Finding("internal", message, hint=hint)], source)
    return SuggestedFile(source.name, findings=findings, text=file.text if file else "")


def _summary(before: Brief, after: Brief) -> str:
    """Return how many facts are new, such as "2 actors, 1 quote"."""
    counts = Counter(str(path[-2]) for path, _ in facts_with_paths(after))
    counts.subtract(str(path[-2]) for path, _ in facts_with_paths(before))
    parts = [count_of(counts[name], noun) for name, noun in _NOUNS.items() if counts[name]]
    if counts["treaties"] and not counts["milestones"]:
        parts.append("1 treaty" if counts["treaties"] == 1 else f"{counts['treaties']} treaties")
    return ", ".join(parts) or "nothing"
