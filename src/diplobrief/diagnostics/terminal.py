"""Findings for people: what is wrong, where, the line itself, and what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from diplobrief.diagnostics.findings import Finding, Severity, Span, format_path
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.diagnostics.terminal_text import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STYLES: Final = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;34",
    "place": "1",
    "aside": "2",
    "hint": "36",
}
_MARGIN: Final = 8
_NARROWEST: Final = 20
_LONGEST_PHRASE: Final = 500


def render(
    findings: Iterable[Finding], text: str = "", *, color: bool = False, columns: int = 100
) -> Iterator[str]:
    r"""Yield each finding as people read it, over several lines.

    Args:
        findings: The findings of one document.
        text: The document; absent: the lines in question are not shown.
        color: Whether to use the colours of a terminal.
        columns: How wide the terminal is; of a longer line, the part around the place is shown.

    Example:
        >>> found = Finding("date", "No such day", span=Span(1, 9, 1, 19), file="note.json")
        >>> print(*render([found], '"date": 2025-02-30'), sep="\n")
        note.json:1:9: error[date]: No such day
            1 | "date": 2025-02-30
              |         ^^^^^^^^^^
    """
    lines = LineIndex(text)
    last = 0
    source = ""
    for finding in findings:
        if text and finding.span and finding.span.line != last:
            # A minified file is one line: it is cut out once, not once a finding.
            last = finding.span.line
            source = lines.line(last)
        yield "\n".join(_parts(finding, source if text else "", columns, color=color))


def summarize(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity.

    Example:
        >>> summarize([Finding("a", ""), Finding("b", ""), Finding("c", "", Severity.INFO)])
        '2 errors, 1 info'
    """
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        f"{count} {severity}{'' if count == 1 or severity == Severity.INFO else 's'}"
        for severity in Severity
        if (count := counts[severity])
    )


def _parts(finding: Finding, source: str, columns: int, *, color: bool) -> Iterator[str]:
    def styled(text: str, style: Severity | str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color else text

    where = _phrase(finding.location)
    label = styled(f"{finding.severity}[{finding.code}]", finding.severity)
    start = f"{styled(where + ':', 'place')} " if where else ""
    yield f"{start}{label}: {_phrase(finding.message)}"
    if source and finding.span:
        excerpt, caret = _excerpt(source, finding.span, max(columns - _MARGIN, _NARROWEST))
        number = f"{finding.span.line:5}"
        yield f"{styled(f'{number} |', 'aside')} {excerpt}"
        yield f"{styled('      |', 'aside')} {styled(caret, finding.severity)}"
    if finding.path:
        yield f"      {styled('in', 'aside')} {_phrase(format_path(finding.path))}"
    if finding.hint:
        yield f"      {styled('hint:', 'hint')} {_phrase(finding.hint)}"


def _phrase(text: str) -> str:
    shown = visible(text[: _LONGEST_PHRASE + 1])
    return shown if len(text) <= _LONGEST_PHRASE else f"{shown[:_LONGEST_PHRASE]}…"


def _excerpt(source: str, span: Span, columns: int) -> tuple[str, str]:
    """Return the part of a line around a span, and the carets that stand below it."""
    column = min(span.column, len(source) + 1) - 1
    end = span.end_column - 1 if span.end_line == span.line else len(source)
    # A caret may stand right behind the end of the line.
    whole = len(source) < columns and width(visible(source)) < columns
    opening, before = "", visible(source[:column]) if whole else ""
    if not whole:
        # A sign of omission at both ends takes a column each.
        first = column - _fitting(source[max(0, column - columns) : column][::-1], columns // 2 - 1)
        opening, before = "…" if first else "", visible(source[first:column])
    room = columns - width(opening + before) - 1
    last = len(source) if whole else column + _fitting(source[column : column + columns], room)
    marked = visible(source[column : min(max(end, column), last)])
    behind = visible(source[min(max(end, column), last) : last])
    closing = "…" if last < len(source) else ""
    carets = "^" * max(1, width(marked))
    excerpt = f"{opening}{before}{marked}{behind}{closing}".rstrip()
    return excerpt, " " * width(opening + before) + carets


def _fitting(text: str, columns: int) -> int:
    """Return how many characters of a text fit into so many columns."""
    for count, character in enumerate(text):
        columns -= width(visible(character))
        if columns < 0:
            return count
    return len(text)
