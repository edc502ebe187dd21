"""Reports of findings for other tools, one module each.

To add a report, add a module with `report` and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Final, TypeAlias

from diplobrief.diagnostics.findings import Finding

Results: TypeAlias = Mapping[str, Sequence[Finding]]
"""The findings of each file, by the name under which the file is shown; empty for a clean file."""

REPORTS: Final = ("json", "sarif", "github", "junit")
"""The names of the reports, which are those of their modules."""


def report(name: str, results: Results) -> str:
    """Return findings as a report.

    Args:
        name: One of `REPORTS`.
        results: The findings of each file.

    Returns:
        The report, without a final line end.

    Example:
        >>> finding = Finding("date", "No such day", file="note.md")
        >>> print(report("github", {"note.md": [finding]}))
        ::error title=date,file=note.md::No such day
    """
    write: Callable[[Results], str] = import_module(f"{__name__}.{name}").report
    return write(results)


def printable(text: str) -> str:
    r"""Return a text without unpaired surrogates, which file names can have but JSON cannot.

    Example:
        >>> ascii(printable("caf" + chr(0xDCE9)))
        "'caf\\ufffd'"
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
