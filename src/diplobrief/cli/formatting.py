"""One run of `fmt` over many files."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING

from diplobrief.cli.console import is_terminal, report, say, wants_color
from diplobrief.cli.differences import unified
from diplobrief.cli.inputs import (
    STDIN,
    Input,
    Named,
    PassedOver,
    UnreadableError,
    expand,
    placed,
    read,
)
from diplobrief.cli.outputs import STDOUT, write
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError, Finding
from diplobrief.diagnostics.terminal_text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diplobrief.diagnostics import Span

_ADDED, _REMOVED, _PLACE = "32", "31", "36"


class Mode(Enum):
    """What becomes of a file that is not in the canonical form."""

    REWRITE = "rewritten"
    CHECK = "would be rewritten"
    DIFF = "would change"


class RefusedError(BriefError):
    """A file that could be read is left as it is, since rewriting would lose something."""


class Formatting:
    """Rewrites files one by one, so that a bad one never hides another, and counts.

    Args:
        mode: What becomes of a file that is not in the canonical form.
        read_as: The format of the files; absent: what their suffixes say.
    """

    def __init__(self, mode: Mode, read_as: str | None = None) -> None:
        self.code: int = 0
        self._mode = mode
        self._read_as = read_as
        self._changed = self._unchanged = self._refused = self._passed_over = 0

    def run(self, files: Sequence[str]) -> None:
        """Rewrite all files that the arguments name, or say what would be done."""
        for name in expand(files, folders=True):
            document: Input | None = None
            try:
                if isinstance(name, UnreadableError):
                    raise name
                document = read(name, self._read_as)
                self._format(document)
            except PassedOver:
                self._passed_over += 1
            except BriefError as error:
                found = (
                    error.findings if document is None else placed(error.findings, document.name)
                )
                report(found, document.text if document else "")
                self._refused += 1
                self.code = max(self.code, 1 if isinstance(error, RefusedError) else FAILED)

    def summarize(self) -> None:
        """Print how many files were rewritten, and how many were not."""
        counts = (
            (self._changed, self._mode.value),
            (self._unchanged, "unchanged"),
            (self._refused, "left alone, for the reasons above"),
            (self._passed_over, "passed over as no briefs"),
        )
        said = ", ".join(f"{_files(count)} {what}" for count, what in counts if count)
        say(f"{said or 'no briefs found'}.", err=True)

    def _format(self, document: Input) -> None:
        canonical = _canonical(document)
        is_stdin = document.name.path == STDIN
        if document.data == canonical.encode():
            self._unchanged += 1
        else:
            self._changed += 1
            if self._mode is not Mode.REWRITE:
                self.code = max(self.code, 1)
        if self._mode is Mode.REWRITE and is_stdin:
            write(STDOUT, canonical)
        elif document.data != canonical.encode():
            self._change(document.name, document.data.decode(), canonical)

    def _change(self, name: Named, old: str, new: str) -> None:
        if self._mode is Mode.DIFF:
            print_difference(old, new, name.shown)
        elif self._mode is Mode.CHECK:
            say(f"{visible(name.shown)} would be rewritten")
        else:
            write(name.path, new)
            say(f"{visible(name.shown)} rewritten")


def _canonical(document: Input) -> str:
    known = document.format
    if not known.is_written:
        message = f"The format {known.name} is only read"
        raise BriefError([Finding("format_read_only", message, hint="use diplobrief import")])
    brief = document.content.brief
    _refuse_comments(document.content.comments())
    canonical = known.write(brief)
    if known.read(canonical) != brief:
        message = "Rewriting would change what the file says; this is a fault of diplobrief"
        raise RefusedError([Finding("internal", message, hint="report it with the file")])
    return canonical


def _refuse_comments(comments: Sequence[Span]) -> None:
    if comments:
        more = f" (and {len(comments) - 1} more)" if len(comments) > 1 else ""
        raise RefusedError(
            [
                Finding(
                    "fmt_comments",
                    f"The front matter holds a comment{more}, which rewriting would drop",
                    hint="move what it says into a note, or remove it; the file is left as it is",
                    span=comments[0],
                )
            ]
        )


def print_difference(old: str, new: str, name: str) -> None:
    """Print what would change in a file, in colour on a terminal."""
    color = wants_color(sys.stdout)
    if not color and not is_terminal(sys.stdout):
        write(STDOUT, "".join(unified(old, new, name)))
        return
    for line in unified(old, new, name):
        shown = visible(line.removesuffix("\n"))
        code = {"+": _ADDED, "-": _REMOVED, "@": _PLACE}.get(line[0])
        say(f"\x1b[{code}m{shown}\x1b[0m" if color and code else shown)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
