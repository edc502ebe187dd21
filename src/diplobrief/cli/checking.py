"""One run of `check` over many files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diplobrief.checks import check_text
from diplobrief.cli.console import report, say
from diplobrief.cli.inputs import Named, PassedOver, UnreadableError, expand, placed, read
from diplobrief.cli.program import FAILED
from diplobrief.cli.progress import Progress
from diplobrief.diagnostics import BriefError, Finding, Severity
from diplobrief.diagnostics.terminal import summarize

Show = Callable[[Sequence[Finding], str], None]
"""Takes the findings of one document, and its text."""


def _print(findings: Sequence[Finding], text: str) -> None:
    report(findings, text, err=False)


class Checking:
    """Checks files one by one, so that a bad one never hides another, and counts.

    Args:
        read_as: The format of the files; absent: what their suffixes say.
    """

    def __init__(self, read_as: str | None = None) -> None:
        self.code = 0
        self.severities: list[Finding] = []
        self._read_as = read_as
        self._checked = 0
        self._passed_over = 0

    def run(self, files: Sequence[str], show: Show = _print) -> None:
        """Check all files that the arguments name, and show what is found as it is found."""
        names = list(expand(files, folders=True))
        with Progress("Checking", len(names)) as progress:
            for name in names:
                findings, text = self._check(name)
                if findings:
                    progress.clear()
                    show(findings, text)
                progress.advance()

    def summarize(self) -> None:
        """Print how many files were checked, and how much was found."""
        files = "1 file" if self._checked == 1 else f"{self._checked} files"
        said = f"{files} checked: {summarize(self.severities) or 'nothing found'}."
        if self._passed_over:
            were = "file is" if self._passed_over == 1 else "files are"
            said += f" {self._passed_over} other {were} no brief and passed over."
        say(said)

    def _check(self, name: Named | UnreadableError) -> tuple[Sequence[Finding], str]:
        text = ""
        try:
            if isinstance(name, UnreadableError):
                raise name
            document = read(name, self._read_as)
            text = document.text
            findings = placed(check_text(text, document.format), name)
        except PassedOver:
            self._passed_over += 1
            return [], ""
        except UnreadableError as error:
            self.code = FAILED
            self.severities += error.findings
            return error.findings, ""
        except BriefError as error:
            findings = list(error.findings)
        self._checked += 1
        self.severities += findings
        if any(finding.severity != Severity.INFO for finding in findings):
            self.code = max(self.code, 1)
        return findings, text
