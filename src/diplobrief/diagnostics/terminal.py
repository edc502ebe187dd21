"""Findings for people: what is wrong, where, the source line, and what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

import click

from diplobrief.diagnostics.findings import Finding, Severity, Span, format_path
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.diagnostics.terminal_text import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COLORS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_MARGIN: Final = 8
_NARROWEST: Final = 20
_LONGEST_PHRASE: Final = 500


def render(
    findings: Iterable[Finding], text: str = "", *, color: bool = False, columns: int = 100
) -> Iterator[str]:
    r"""Yield each finding with its source line and its hint, on several lines.

    Args:
        findings: The findings of one document.
        text: The document; default: source lines are not shown.
        color: Whether to use colors.
        columns: The width of the terminal; of a longer line, only the part around the span is
            shown.

    Example:
        >>> finding = Finding("date", "No such day", span=Span(1, 9, 1, 19), file="note.json")
        >>> print(*render([finding], '"date": 2025-02-30'), sep="\n")
        note.json:1:9: error[date]: No such day
            1 | "date": 2025-02-30
              |         ^^^^^^^^^^
    """
    source = _Source(text, columns, color=color)
    for finding in findings:
        yield "\n".join(_lines(finding, source))


def render_concise(findings: Iterable[Finding], *, color: bool = False) -> Iterator[str]:
    """Yield each finding on one line, as compilers do and editors read.

    Args:
        findings: The findings.
        color: Whether to use colors.

    Example:
        >>> finding = Finding("date", "No such day", span=Span(1, 9, 1, 19), file="note.json")
        >>> print(*render_concise([finding]))
        note.json:1:9: error[date]: No such day
    """
    for finding in findings:
        yield _heading(finding, color=color)


def summarize(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity.

    Example:
        >>> summarize([Finding("a", ""), Finding("b", ""), Finding("c", "", Severity.INFO)])
        '2 errors, 1 info'
    """
    counts: Counter[Severity] = Counter()
    for finding in findings:
        counts[finding.severity] += finding.count
    return ", ".join(
        f"{count:,} {severity}{'' if count == 1 or severity == Severity.INFO else 's'}"
        for severity in Severity
        if (count := counts[severity])
    )


class _Style(TypedDict, total=False):
    """How `click.style` shows a text."""

    fg: str
    bold: bool
    dim: bool


class _Source:
    """The text of a document, and how its lines are shown."""

    def __init__(self, text: str, columns: int, *, color: bool) -> None:
        self.color = color
        self._is_known = bool(text)
        self._index = LineIndex(text)
        self._columns = max(columns - _MARGIN, _NARROWEST)
        self._number = 0
        self._line = ""

    def excerpt(self, span: Span | None, color: str) -> Iterator[str]:
        """Yield the line of a span, and below it carets that mark the span."""
        if span is None or not self._is_known:
            return
        if span.line != self._number:
            # A minified file is one line: read it once, not once for each finding.
            self._number = span.line
            self._line = self._index.line(span.line)
        if not self._line:
            return
        excerpt, carets = _excerpt(self._line, span, self._columns)
        yield f"{self.styled(f'{span.line:5} |', dim=True)} {excerpt}"
        yield f"{self.styled('      |', dim=True)} {self.styled(carets, fg=color, bold=True)}"

    def styled(self, text: str, **style: Unpack[_Style]) -> str:
        return _styled(text, color=self.color, **style)


def _lines(finding: Finding, source: _Source) -> Iterator[str]:
    color = _COLORS[finding.severity]
    yield _heading(finding, color=source.color)
    yield from source.excerpt(finding.span, color)
    if finding.path:
        yield f"      {source.styled('in', dim=True)} {_phrase(format_path(finding.path))}"
    for related in finding.related:
        yield f"      {source.styled('see', dim=True)} {_phrase(format_path(related.path))}: " + (
            _phrase(related.message)
        )
        yield from source.excerpt(related.span, "cyan")
    if finding.hint:
        yield f"      {source.styled('hint:', fg='cyan')} {_phrase(finding.hint)}"


def _heading(finding: Finding, *, color: bool) -> str:
    location = _phrase(finding.location)
    start = f"{_styled(location + ':', color=color, bold=True)} " if location else ""
    label = _styled(
        f"{finding.severity}[{finding.code}]",
        color=color,
        fg=_COLORS[finding.severity],
        bold=True,
    )
    return f"{start}{label}: {_phrase(finding.message)}"


def _styled(text: str, *, color: bool, **style: Unpack[_Style]) -> str:
    return click.style(text, **style) if color else text


def _phrase(text: str) -> str:
    shown = visible(text[: _LONGEST_PHRASE + 1])
    return shown if len(text) <= _LONGEST_PHRASE else f"{shown[:_LONGEST_PHRASE]}…"


def _excerpt(source: str, span: Span, columns: int) -> tuple[str, str]:
    """Return the part of a line around a span, and the carets to print below it."""
    column = min(span.column, len(source) + 1) - 1
    end = span.end_column - 1 if span.end_line == span.line else len(source)
    # A caret may follow the last character of the line.
    is_whole = len(source) < columns and width(visible(source)) < columns
    opening, before = "", visible(source[:column]) if is_whole else ""
    if not is_whole:
        # An ellipsis at either end takes a column.
        first = column - _fitting(source[max(0, column - columns) : column][::-1], columns // 2 - 1)
        opening, before = "…" if first else "", visible(source[first:column])
    left = columns - width(opening + before) - 1
    last = len(source) if is_whole else column + _fitting(source[column : column + columns], left)
    marked = visible(source[column : min(max(end, column), last)])
    after = visible(source[min(max(end, column), last) : last])
    closing = "…" if last < len(source) else ""
    carets = "^" * max(1, width(marked))
    excerpt = f"{opening}{before}{marked}{after}{closing}".rstrip()
    return excerpt, " " * width(opening + before) + carets


def _fitting(text: str, columns: int) -> int:
    """Return how many characters of a text fit into so many columns."""
    for count, character in enumerate(text):
        columns -= width(visible(character))
        if columns < 0:
            return count
    return len(text)
