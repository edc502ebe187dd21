"""A run of `check` over many files, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import Final, NoReturn

import click

from diplobrief.checks import DEFAULT, Settings, check_document
from diplobrief.checks.catalogue import plugin_findings
from diplobrief.cli import TERMINATING
from diplobrief.cli.console import count_of, echo, print_findings
from diplobrief.cli.inputs import (
    InputFile,
    LoadedFile,
    NotABrief,
    UnreadableError,
    expand,
    in_file,
    read,
    too_little_memory,
)
from diplobrief.cli.program import FAILED, INTERRUPTED
from diplobrief.cli.progress import Progress
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.terminal import summarize

MIN_FILES_FOR_PROCESSES: Final = 200
"""From this number of files, starting processes saves more time than it costs."""

_MAX_CHUNK: Final = 32


class State(Enum):
    """What happened to a file."""

    CHECKED = auto()
    SKIPPED = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and its findings; with its text if there are any."""

    name: str
    state: State
    findings: Sequence[Finding] = ()
    text: str = ""


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
        suggest: Whether to check also the facts that the narrative states.
        rewritten: Whether the files were rewritten, so that pipes and devices are refused.
    """

    def __init__(
        self,
        input_format: str | None = None,
        settings: Settings = DEFAULT,
        jobs: int | None = None,
        *,
        only_briefs: bool = False,
        suggest: bool = False,
        rewritten: bool = False,
    ) -> None:
        self.exit_code: int = 0
        self.findings: list[Finding] = []
        self._check = partial(
            check_file, input_format=input_format, settings=settings, suggest=suggest
        )
        self._plugin_findings = plugin_findings(settings)
        self._jobs = jobs
        self._only_briefs = only_briefs
        self._rewritten = rewritten
        self._counts: Counter[State] = Counter()

    def run(self, files: Sequence[str], show: Show = show_findings) -> None:
        """Check all files that the arguments name, and show each result in order.

        Plug-ins that cannot be used are reported first, once and not for each file.
        """
        if self._plugin_findings:
            print_findings(self._plugin_findings)
            self.exit_code = FAILED
        inputs = list(expand(files, folders=True, rewritten=self._rewritten))
        if self._only_briefs:
            inputs = [
                replace(item, in_folder=True) if isinstance(item, InputFile) else item
                for item in inputs
            ]
        with Progress("Checking", len(inputs)) as progress, self._results(inputs) as results:
            for checked in results:
                self._count(checked)
                if checked.state is not State.SKIPPED:
                    progress.clear()
                    show(checked)
                progress.advance()

    def print_summary(self) -> None:
        """Print how many files were checked, and how many findings there are."""
        files = f"{count_of(self._counts[State.CHECKED], 'file')} checked"
        if unreadable := self._counts[State.UNREADABLE]:
            files += f", {unreadable} not readable"
        summary = f"{files}: {summarize(self.findings) or 'nothing found'}."
        if skipped := self._counts[State.SKIPPED]:
            not_a_brief = "not a brief" if skipped == 1 else "not briefs"
            summary += f" {count_of(skipped, 'other file')} skipped ({not_a_brief})."
        echo(summary)

    def _count(self, checked: CheckedFile) -> None:
        self.findings += checked.findings
        self._counts[checked.state] += 1
        if checked.state is State.UNREADABLE:
            self.exit_code = FAILED
        elif any(finding.severity != Severity.INFO for finding in checked.findings):
            self.exit_code = max(self.exit_code, 1)

    @contextmanager
    def _results(
        self, inputs: Sequence[InputFile | UnreadableError]
    ) -> Generator[Iterator[CheckedFile]]:
        many = len(inputs) >= MIN_FILES_FOR_PROCESSES
        jobs = self._jobs or ((os.cpu_count() or 1) if many else 1)
        jobs = min(jobs, len(inputs))
        if jobs <= 1:
            yield map(self._check, inputs)
            return
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        chunk = max(1, min(_MAX_CHUNK, len(inputs) // (4 * jobs)))
        try:
            with (
                _broken_pipe_as_error(),
                ProcessPoolExecutor(jobs, initializer=_follow_parent) as pool,
                _end_at_once(),
            ):
                yield pool.map(self._check, inputs, chunksize=chunk)
        except BrokenProcessPool:
            raise click.ClickException(
                "A worker process was killed, perhaps because memory ran out; try --jobs 1."
            ) from None


def check_file(
    source: InputFile | UnreadableError,
    input_format: str | None = None,
    settings: Settings = DEFAULT,
    *,
    suggest: bool = False,
) -> CheckedFile:
    """Check one file; everything that goes wrong becomes a finding."""
    if isinstance(source, UnreadableError):
        return CheckedFile(source.first.file or "", State.UNREADABLE, source.findings)
    file: LoadedFile | None = None
    try:
        file = read(source, input_format)
        document = file.document
        if suggest:
            from diplobrief.checks.with_suggestions import DocumentWithSuggestions

            document = DocumentWithSuggestions(document)
            settings = settings.without_count_of_unconfirmed()
        findings = check_document(document, settings.for_file(source.name))
    except NotABrief:
        return CheckedFile(source.name, State.SKIPPED)
    except UnreadableError as error:
        return CheckedFile(source.name, State.UNREADABLE, error.findings)
    except BriefError as error:
        findings = list(error.findings)
    except MemoryError:
        return CheckedFile(source.name, State.UNREADABLE, too_little_memory(source).findings)
    except Exception as error:  # noqa: BLE001 - the other files must still be checked
        message = f"The check failed: {type(error).__name__}: {error}"
        hint = "this is a bug in diplobrief; please report it and attach the file"
        findings = [Finding("internal", message, hint=hint)]
    text = file.text if file and findings else ""
    return CheckedFile(source.name, State.CHECKED, in_file(findings, source), text)


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent process, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in TERMINATING:
        signal.signal(number, signal.SIG_DFL)
    threading.Thread(target=_exit_after_parent, daemon=True).start()


def _exit_after_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(INTERRUPTED)


@contextmanager
def _broken_pipe_as_error() -> Generator[None]:
    """Turn a broken pipe into an error, since it also occurs if a worker process dies.

    A dead worker has to be reported. If the pipe is that of our own output, the signal ends
    this process after all.
    """
    broken_pipe = getattr(signal, "SIGPIPE", None)
    if broken_pipe is None:
        yield
        return
    before = signal.signal(broken_pipe, signal.SIG_IGN)
    try:
        yield
    except BrokenPipeError:
        signal.signal(broken_pipe, signal.SIG_DFL)
        signal.raise_signal(broken_pipe)
    finally:
        signal.signal(broken_pipe, before)


@contextmanager
def _end_at_once() -> Generator[None]:
    """Kill all workers on an interrupt, a signal to end, or a broken pipe.

    A pool that is interrupted may hold any of its locks, so that waiting for it could take
    forever, and its remaining results are not needed.
    """
    try:
        yield
    except KeyboardInterrupt:
        _end(INTERRUPTED)
    except SystemExit as signalled:
        _end(signalled.code if isinstance(signalled.code, int) else FAILED)
    except BrokenPipeError:
        _kill_children()
        raise


def _end(exit_code: int) -> NoReturn:
    _kill_children()
    sys.stdout.flush()
    os._exit(exit_code)


def _kill_children() -> None:
    for child in multiprocessing.active_children():
        child.kill()
