"""Findings for programs: the reports that other tools read, one small module each.

A new report is one module with `report`, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Final, TypeAlias

from diplobrief.diagnostics.findings import Finding

Results: TypeAlias = Mapping[str, Sequence[Finding]]
"""What was found in each file, by the name under which it is shown; nothing in a clean one."""

REPORTS: Final = ("json", "sarif", "github", "junit")
"""The name of every report, which is that of its module."""


def report(name: str, results: Results) -> str:
    """Return findings in the form of a report.

    Args:
        name: One of `REPORTS`.
        results: What was found in each file.

    Returns:
        The report, without a line end behind it.

    Example:
        >>> found = Finding("date", "No such day", file="note.md")
        >>> print(report("github", {"note.md": [found]}))
        ::error title=date,file=note.md::No such day
    """
    write: Callable[[Results], str] = import_module(f"{__name__}.{name}").report
    return write(results)


def printable(text: str) -> str:
    r"""Return a text without lone surrogates, which a file's name may have and JSON may not.

    Example:
        >>> ascii(printable("caf" + chr(0xDCE9)))
        "'caf\\ufffd'"
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
