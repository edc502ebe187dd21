"""One run of `check` over many files."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import Final

import click

from diplobrief.checks import DEFAULT, Settings, check_document
from diplobrief.cli.console import report, say
from diplobrief.cli.inputs import (
    Input,
    Named,
    PassedOver,
    UnreadableError,
    expand,
    placed,
    read,
)
from diplobrief.cli.program import FAILED, INTERRUPTED
from diplobrief.cli.progress import Progress
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.terminal import summarize

MANY: Final = 200
"""From so many files on, starting processes costs less than they save."""

_LARGEST_CHUNK: Final = 32


class Outcome(Enum):
    """What became of a file."""

    CHECKED = auto()
    PASSED_OVER = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Checked:
    """A file, what became of it, and what was found; with its text where something was."""

    name: str
    outcome: Outcome
    findings: Sequence[Finding] = ()
    text: str = ""


Show = Callable[[Checked], None]


def show_for_people(checked: Checked) -> None:
    """Print what was found in a file, with the lines in question."""
    report(checked.findings, checked.text, err=False)


class Checking:
    """Checks files, so that a bad one never hides another, and counts.

    Args:
        read_as: The format of the files; absent: what their suffixes say.
        settings: What is looked for.
        jobs: How many processes work; absent: one, and of many files one a core.
        only_briefs: Whether a named file is passed over, as in a folder, where it is no brief.
    """

    def __init__(
        self,
        read_as: str | None = None,
        settings: Settings = DEFAULT,
        jobs: int | None = None,
        *,
        only_briefs: bool = False,
    ) -> None:
        self.code: int = 0
        self.findings: list[Finding] = []
        self._check = partial(check_file, read_as=read_as, settings=settings)
        self._jobs = jobs
        self._only_briefs = only_briefs
        self._checked = 0
        self._passed_over = 0

    def run(self, files: Sequence[str], show: Show = show_for_people) -> None:
        """Check all files that the arguments name, and show each in their order."""
        names = list(expand(files, folders=True))
        if self._only_briefs:
            names = [
                replace(name, in_folder=True) if isinstance(name, Named) else name for name in names
            ]
        with Progress("Checking", len(names)) as progress, self._results(names) as results:
            for checked in results:
                self._count(checked)
                if checked.outcome is not Outcome.PASSED_OVER:
                    progress.clear()
                    show(checked)
                progress.advance()

    def summarize(self) -> None:
        """Print how many files were checked, and how much was found."""
        files = "1 file" if self._checked == 1 else f"{self._checked} files"
        said = f"{files} checked: {summarize(self.findings) or 'nothing found'}."
        if self._passed_over:
            were = "file is" if self._passed_over == 1 else "files are"
            said += f" {self._passed_over} other {were} no brief and passed over."
        say(said)

    def _count(self, checked: Checked) -> None:
        self.findings += checked.findings
        self._checked += checked.outcome is Outcome.CHECKED
        self._passed_over += checked.outcome is Outcome.PASSED_OVER
        if checked.outcome is Outcome.UNREADABLE:
            self.code = FAILED
        elif any(finding.severity != Severity.INFO for finding in checked.findings):
            self.code = max(self.code, 1)

    @contextmanager
    def _results(self, names: Sequence[Named | UnreadableError]) -> Generator[Iterator[Checked]]:
        jobs = self._jobs or ((os.cpu_count() or 1) if len(names) >= MANY else 1)
        jobs = min(jobs, len(names))
        if jobs <= 1:
            yield map(self._check, names)
            return
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        chunk = max(1, min(_LARGEST_CHUNK, len(names) // (4 * jobs)))
        try:
            with (
                _broken_pipes_are_errors(),
                ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent) as pool,
                _ends_at_once(),
            ):
                yield pool.map(self._check, names, chunksize=chunk)
        except BrokenProcessPool:
            raise click.ClickException(
                "A process that checked files was ended from outside; --jobs 1 needs less memory."
            ) from None


def check_file(
    name: Named | UnreadableError, read_as: str | None = None, settings: Settings = DEFAULT
) -> Checked:
    """Check one file; whatever goes wrong with it is a finding."""
    if isinstance(name, UnreadableError):
        return Checked(name.first.file or "", Outcome.UNREADABLE, name.findings)
    document: Input | None = None
    try:
        document = read(name, read_as)
        findings = check_document(document.content, settings.for_file(name.shown))
    except PassedOver:
        return Checked(name.shown, Outcome.PASSED_OVER)
    except UnreadableError as error:
        return Checked(name.shown, Outcome.UNREADABLE, error.findings)
    except BriefError as error:
        findings = list(error.findings)
    except Exception as error:  # noqa: BLE001 - the other files are checked all the same
        message = f"The check failed: {type(error).__name__}: {error}"
        findings = [Finding("internal", message, hint="report this with the file")]
    text = document.text if document and findings else ""
    return Checked(name.shown, Outcome.CHECKED, placed(findings, name), text)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _broken_pipes_are_errors() -> Generator[None]:
    """Hold back the signal of a broken pipe, which also comes where one of our processes dies.

    That is to be reported; where nobody reads on, the signal ends us all the same.
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
def _ends_at_once() -> Generator[None]:
    """End all processes on an interrupt, and where nobody reads on.

    A pool of processes that is interrupted may hold any of its locks; to wait for it could take
    for ever, and nothing that it still does is wanted.
    """
    try:
        yield
    except KeyboardInterrupt:
        _kill_children()
        sys.stdout.flush()
        os._exit(INTERRUPTED)
    except BrokenPipeError:
        _kill_children()
        raise


def _kill_children() -> None:
    for child in multiprocessing.active_children():
        child.kill()
