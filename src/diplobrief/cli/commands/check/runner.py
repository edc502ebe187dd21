"""A run of `check` over many files, in this process or in several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

import click

from diplobrief.checks import DEFAULT, Settings, check_document
from diplobrief.checks.catalogue import plugin_findings
from diplobrief.cli.commands.check.fixer import fix_file
from diplobrief.cli.console import count_of, echo, print_findings
from diplobrief.cli.inputs import (
    STDIN,
    InputFile,
    NotABrief,
    UnreadableError,
    expand,
    in_file,
    read,
    too_little_memory,
)
from diplobrief.cli.outputs import UnwritableError
from diplobrief.cli.program import FAILED
from diplobrief.cli.progress import Progress
from diplobrief.cli.workers import mapped
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.terminal import summarize
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from diplobrief.checks.with_suggestions import FactFinder
    from diplobrief.formats.document import Document

MIN_FILES_FOR_PROCESSES: Final = 200
"""From this number of files, starting processes saves more time than it costs."""


class State(Enum):
    """What happened to a file."""

    CHECKED = auto()
    SKIPPED = auto()
    UNREADABLE = auto()
    UNWRITABLE = auto()


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and its findings; with its text if there are any.

    Args:
        name: The name of the file in messages.
        state: What happened to it.
        findings: The findings, in the order of the file.
        text: The text of the file, if there are findings in it.
        messages: What was fixed, and what was not.
    """

    name: str
    state: State
    findings: Sequence[Finding] = ()
    text: str = ""
    messages: Sequence[str] = ()


Show = Callable[[CheckedFile], None]


def show_findings(checked: CheckedFile) -> None:
    """Print the findings of a file for people, with the source lines."""
    print_findings(checked.findings, checked.text, err=False)


class Checker:
    """Checks files and counts them; a failure does not stop the rest.

    Args:
        input_format: The format of the files (default: from each file's suffix).
        settings: Which findings to report.
        jobs: The number of processes (default: one, or one per core for many files).
        only_briefs: Whether to skip files that are not briefs even if they were named.
        add_facts: Returns a brief with the facts that its narrative states; if given, they are
            checked too.
        fix: Whether to apply automatic fixes to each file before it is checked.
    """

    def __init__(
        self,
        input_format: str | None = None,
        settings: Settings = DEFAULT,
        jobs: int | None = None,
        *,
        only_briefs: bool = False,
        add_facts: FactFinder | None = None,
        fix: bool = False,
    ) -> None:
        self.exit_code: int = 0
        self.findings: list[Finding] = []
        self._check = partial(
            check_file,
            input_format=input_format,
            settings=settings,
            add_facts=add_facts,
            fix=fix,
        )
        self._plugin_findings = plugin_findings(settings)
        self._jobs = jobs
        self._only_briefs = only_briefs
        self._texts = add_facts is not None
        self._fix = fix
        self._counts: Counter[State] = Counter()

    def run(self, files: Sequence[str], show: Show = show_findings) -> None:
        """Check all files that the arguments name, and show each result in order.

        Plug-ins that cannot be used are reported first, once and not for each file.

        Raises:
            click.UsageError: Standard input is to be fixed.
        """
        if self._fix and STDIN in files:
            raise click.UsageError("--fix works on files, not on standard input.")
        if self._plugin_findings:
            print_findings(self._plugin_findings)
            self.exit_code = FAILED
        inputs = list(expand(files, folders=True, texts=self._texts, rewritten=self._fix))
        if self._only_briefs:
            inputs = [
                replace(item, in_folder=True) if isinstance(item, InputFile) else item
                for item in inputs
            ]
        with (
            Progress("Checking", len(inputs)) as progress,
            mapped(self._check, inputs, self._jobs, MIN_FILES_FOR_PROCESSES) as results,
        ):
            for checked in results:
                self._count(checked)
                if checked.state is not State.SKIPPED:
                    progress.clear()
                    self._show(checked, show)
                progress.advance()

    def _show(self, checked: CheckedFile, show: Show) -> None:
        for message in checked.messages:
            echo(f"{visible(checked.name)}: {message}", err=True)
        if checked.state is State.UNWRITABLE:
            print_findings(checked.findings)
        else:
            show(checked)

    def print_summary(self) -> None:
        """Print how many files were checked, and how many findings there are."""
        files = f"{count_of(self._counts[State.CHECKED], 'file')} checked"
        if unreadable := self._counts[State.UNREADABLE]:
            files += f", {unreadable} not readable"
        if unwritable := self._counts[State.UNWRITABLE]:
            files += f", {unwritable} not writable"
        summary = f"{files}: {summarize(self.findings) or 'nothing found'}."
        if skipped := self._counts[State.SKIPPED]:
            not_a_brief = "not a brief" if skipped == 1 else "not briefs"
            summary += f" {count_of(skipped, 'other file')} skipped ({not_a_brief})."
        echo(summary)

    def _count(self, checked: CheckedFile) -> None:
        self.findings += checked.findings
        self._counts[checked.state] += 1
        if checked.state in {State.UNREADABLE, State.UNWRITABLE}:
            self.exit_code = FAILED
        elif any(finding.severity != Severity.INFO for finding in checked.findings):
            self.exit_code = max(self.exit_code, 1)


def check_file(
    source: InputFile | UnreadableError,
    input_format: str | None = None,
    settings: Settings = DEFAULT,
    *,
    add_facts: FactFinder | None = None,
    fix: bool = False,
) -> CheckedFile:
    """Check one file, after its automatic fixes if they are wanted.

    Everything that goes wrong becomes a finding.
    """
    if isinstance(source, UnreadableError):
        return CheckedFile(source.first.file or "", State.UNREADABLE, source.findings)
    text = ""
    messages: list[str] = []
    try:
        file = read(source, input_format)
        document, text = file.document, file.text
        settings = settings.for_file(source.name)
        if fix:
            document, messages = fix_file(file, settings)
            text = document.text
        elif add_facts is not None:
            document, settings = _with_facts(document, settings, add_facts)
        findings = check_document(document, settings)
    except NotABrief:
        return CheckedFile(source.name, State.SKIPPED)
    except UnreadableError as error:
        return CheckedFile(source.name, State.UNREADABLE, error.findings)
    except UnwritableError as error:
        return CheckedFile(source.name, State.UNWRITABLE, error.findings)
    except BriefError as error:
        findings = list(error.findings)
    except MemoryError:
        return CheckedFile(source.name, State.UNREADABLE, too_little_memory(source).findings)
    except Exception as error:  # noqa: BLE001 - the other files must still be checked
        message = f"The check failed: {type(error).__name__}: {error}"
        hint = "this is a bug in diplobrief; please report it and attach the file"
        findings = [Finding("internal", message, hint=hint)]
    located = in_file(findings, source)
    return CheckedFile(source.name, State.CHECKED, located, text if findings else "", messages)


def _with_facts(
    document: Document, settings: Settings, add_facts: FactFinder
) -> tuple[Document, Settings]:
    from diplobrief.checks.with_suggestions import DocumentWithSuggestions

    with_facts = DocumentWithSuggestions(document, add_facts)
    return with_facts, settings.without_count_of_unconfirmed()
