"""Automatic fixes, made in the document where the text is, and nowhere else.

A fix is kept only if the document, read again, is the brief with that fix and nothing else. So the
quoting and escaping of the format need no special treatment: that comparison catches mistakes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from diplobrief.checks.checking import chosen_settings
from diplobrief.checks.runner import all_findings, located
from diplobrief.checks.settings import ALL, DEFAULT, Settings
from diplobrief.diagnostics import BriefError
from diplobrief.diagnostics.line_index import LineIndex
from diplobrief.diagnostics.validation import paths_of
from diplobrief.formats.validation import InvalidBriefError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diplobrief.diagnostics import Finding, Fix, Path
    from diplobrief.formats.document import Document

MOST_FIXES: Final = 10_000
"""How many findings are fixed in one run, so that a hostile file takes seconds."""

_MOST_CHARACTERS: Final = 800_000
"""How many characters are read again in one run to verify its fixes."""


@dataclass(frozen=True, slots=True)
class FixResult:
    """A document after its automatic fixes.

    Args:
        text: The document.
        fixed: The findings that were fixed.
        left: The findings that have a fix, but not in place: their text runs over several lines
            or contains unusual escapes. After `diplobrief fmt` they can be fixed.
        is_complete: Whether all other findings with a fix were fixed. If there are very many of
            them, another run fixes the next ones.
    """

    text: str
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]
    is_complete: bool = True


def fix_text(
    text: str, format: str, *, select: Sequence[str] = (ALL,), ignore: Sequence[str] = ()
) -> FixResult:
    r"""Apply the automatic fixes of all findings in a document.

    Only the texts with findings change; everything else stays as it is, comments and layout
    included.

    Args:
        text: The document.
        format: `"markdown"` or `"json"`.
        select: The codes to fix, whole (`HYG001`) or the start (`HYG`). Default: all.
        ignore: Codes not to fix. The more specific code wins; on a tie, `ignore` wins.

    Returns:
        The document, with the findings that were fixed and those that were left. The text is
        unchanged if there is nothing to fix, or if it is not a valid brief.

    Raises:
        ValueError: The format or a code is unknown.

    Example:
        >>> result = fix_text("# Me\u0301xico and\u200b Peru\n", "markdown")
        >>> result.text
        '# México and Peru\n'
        >>> [finding.code for finding in result.fixed]
        ['HYG005', 'HYG002']
    """
    from diplobrief.formats import format_named

    settings = chosen_settings(select, ignore)
    _, result = fix_document(format_named(format).open(text), settings)
    return result


def fix_document(document: Document, settings: Settings = DEFAULT) -> tuple[Document, FixResult]:
    """Apply the automatic fixes of all findings in a document; see `fix_text`.

    Args:
        document: The document. Its cached results may be discarded.
        settings: Which rules to run.

    Returns:
        The fixed document, already parsed, and what was fixed.
    """
    fixed: list[Finding] = []
    characters = 0
    while findings := _fixable(document, settings):
        # Only one fix per text is made in a round; the next round finds the others again.
        chosen = _one_for_each_position(findings)
        done, better = _fix_some(document, chosen)
        if better.text == document.text:
            return document, FixResult(document.text, tuple(fixed), tuple(chosen))
        document = better
        fixed += done
        characters += len(document.text)
        if len(fixed) >= MOST_FIXES or characters >= _MOST_CHARACTERS:
            is_complete = len(done) == len(findings) < MOST_FIXES
            return document, FixResult(document.text, tuple(fixed), (), is_complete=is_complete)
    return document, FixResult(document.text, tuple(fixed), ())


def _fixable(document: Document, settings: Settings) -> list[Finding]:
    """Return the findings with a fix and a place; if there are very many, not all of them."""
    try:
        findings = all_findings(document.brief, settings, document, most_fixes=MOST_FIXES)
    except BriefError:
        return []
    fixable = [finding for finding in findings if finding.fix]
    return [finding for finding in located(fixable, document) if finding.span]


def _one_for_each_position(findings: Iterable[Finding]) -> list[Finding]:
    """Return one finding for each position, from the end of the document on."""
    by_position = {(finding.line, finding.column): finding for finding in findings}
    return [by_position[position] for position in sorted(by_position, reverse=True)]


def _fix_some(document: Document, findings: list[Finding]) -> tuple[list[Finding], Document]:
    """Make all fixes at once that can be made in place; if the result is wrong, half at a time."""
    data = _data_of(document)
    lines = LineIndex(document.text)
    edits = [
        (finding, edit)
        for finding in findings
        if (edit := _edit(document.text, lines, finding, data)) is not None
    ]
    if not edits:
        return [], document
    edited = type(document)(_edited(document.text, [edit for _, edit in edits]))
    document.forget()  # a brief of very many parts needs much memory
    _fix_data(data, [finding.fix for finding, _ in edits if finding.fix])
    if _reads_as(edited, data):
        return [finding for finding, _ in edits], edited
    if len(edits) == 1:
        return [], document
    # Errors name the fixes that cannot be made, so that the others need no search.
    invalid = _invalid_paths(edited)
    if any(finding.fix and finding.fix.path in invalid for finding, _ in edits):
        return _fix_some(
            document,
            [finding for finding, _ in edits if finding.fix and finding.fix.path not in invalid],
        )
    half = len(edits) // 2
    # The first half is later in the text, so its edits do not move the second half.
    later, document = _fix_some(document, [finding for finding, _ in edits[:half]])
    earlier, document = _fix_some(document, [finding for finding, _ in edits[half:]])
    return later + earlier, document


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """Return a text with edits, which are in order from its end."""
    from_end: list[str] = []
    following = len(text)
    for start, end, new in edits:
        from_end += (text[end:following], new)
        following = start
    return "".join(reversed([*from_end, text[:following]]))


def _invalid_paths(document: Document) -> set[Path]:
    try:
        _ = document.brief
    except InvalidBriefError as error:
        return paths_of(error.violations)
    except BriefError as error:
        return {finding.path for finding in error.findings}
    return set()


def _fix_data(data: Any, fixes: Sequence[Fix]) -> None:
    """Change some texts in the plain data of a brief."""
    for fix in fixes:
        _value_at(data, fix.path[:-1])[fix.path[-1]] = fix.value


def _edit(text: str, lines: LineIndex, finding: Finding, data: Any) -> tuple[int, int, str] | None:
    """Return the start, end and new text of an edit, or `None` if it cannot be made in place."""
    span, fix = finding.span, finding.fix
    if span is None or fix is None:
        return None
    start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
    written = text[start:end]
    spellings = zip(_spellings(_value_at(data, fix.path)), _spellings(fix.value), strict=True)
    for old, new in spellings:
        if written.count(old) == 1:
            return start, end, written.replace(old, new)
    return None


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _spellings(text: str) -> Iterator[str]:
    """Yield the ways to write a text in a document: plain, in quotation marks, with escapes."""
    yield text
    yield text.replace("'", "''")
    yield json.dumps(text, ensure_ascii=False)[1:-1]
    yield json.dumps(text)[1:-1]


def _reads_as(document: Document, wanted: Any) -> bool:
    """Whether a document is valid and has the brief of some plain data."""
    try:
        return bool(_data_of(document) == wanted)
    except BriefError:
        return False


def _data_of(document: Document) -> Any:
    return document.brief.model_dump(mode="json", exclude_unset=True)
