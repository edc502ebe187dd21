"""One run of `show` over the files that it is given."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from diplobrief.cli.console import report, say, wants_color
from diplobrief.cli.inputs import Input, UnreadableError, expand, placed, read
from diplobrief.cli.program import FAILED
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.terminal_text import visible
from diplobrief.views.brief_view import page_of
from diplobrief.views.terminal import Paper, signs_for

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST = 100


def show(files: Sequence[str], read_as: str | None, on: str | None = None) -> int:
    """Print each brief, and return the exit code; one that fails does not stop the others."""
    code = 0
    names = list(expand(files))
    for index, name in enumerate(names):
        document: Input | None = None
        try:
            if isinstance(name, UnreadableError):
                raise name
            document = read(name, read_as)
            paper = Paper(
                min(shutil.get_terminal_size().columns, _WIDEST),
                signs_for(getattr(sys.stdout, "encoding", None) or "ascii"),
                color=wants_color(sys.stdout),
            )
            page_of(document.content.brief, paper, on)
            if len(names) > 1:
                say("\n" * bool(index) + f"==> {visible(document.name.shown)} <==\n")
            say(paper.text or "This brief is empty.")
        except BriefError as error:
            found = error.findings if document is None else placed(error.findings, document.name)
            report(found, document.text if document else "")
            code = FAILED
    return code
