"""A bound on lists of findings: of each code the first ones, and how many more there are.

A hostile file of 1 MB can have a million errors. Nobody reads them, and to place, show and report
each would take minutes and gigabytes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_OF_A_CODE: Final = 100
"""How many findings of one code are listed for a document."""


def bounded(findings: Iterable[Finding], omitted: Mapping[str, int] | None = None) -> list[Finding]:
    """Return the first findings of each code, and for each code with more of them their number.

    Args:
        findings: The findings of one document.
        omitted: How many more findings of a code there are that were not even made.

    Returns:
        At most `MOST_OF_A_CODE` findings of each code, in their order. For each code that has more,
        a last finding says how many; its `count` is their number.

    Example:
        >>> listed = bounded([Finding("date", "No such day")] * 5_080)
        >>> len(listed), listed[-1].message, listed[-1].count
        (101, 'and 4,980 more of this code', 4980)
    """
    listed: list[Finding] = []
    number: Counter[str] = Counter()
    more: Counter[str] = Counter(omitted)
    severities: dict[str, Severity] = {}
    for finding in findings:
        code = finding.code
        severities[code] = max(severities.get(code, finding.severity), finding.severity)
        if finding.count == 1 and number[code] < MOST_OF_A_CODE:
            number[code] += 1
            listed.append(finding)
        else:
            more[code] += finding.count
    return listed + [
        Finding(
            code,
            f"and {count:,} more of this code",
            severities.get(code, Severity.ERROR),
            hint="correct those that are listed, and check again",
            count=count,
        )
        for code, count in more.items()
        if count
    ]
